"""Measures the real window while it is scrolled: how soon it shows photos, and how steadily they move."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
from PySide6.QtCore import QBuffer, QCoreApplication, QObject, QPoint, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QWheelEvent

from photoclip.ui.grid.photo_model import TILE_ROLE
from photoclip.ui.main_window import MainWindow
from photoclip.ui.stall_watch import Stall, StallWatch

FRAME_MS = 16
_WHEEL_FRAMES = 240
_DRAG_FRAMES = 300
_LOOK_MS = 5
_PATIENCE_SECONDS = 60.0
_SETTLE_MS = 500
_REST_SECONDS = 1.5
_REST_SHARE = 0.25
_CALM = 2
"""A program that twice needs less of a processor for so long is done with what a start brings."""


@dataclass(frozen=True, slots=True)
class Frames:
    """Milliseconds from when a frame was due until it was painted.

    `busy` is the 95th percentile of what the window's thread had of a processor
    from one frame to the next: it says the same on a machine that is busy with other things.
    """

    p50: float
    p95: float
    longest: float
    busy: float


@dataclass(frozen=True, slots=True)
class Figures:
    """Times in seconds since the program was started, and of the loop's longest stalls in milliseconds.

    `start_stall` and `start_stalls` are from the first paint until the worker rests,
    `longest_stall` and `stalls` while scrolling after that.
    `cache_bytes` is what the tiles in memory take at the end.
    """

    first_thumbnail: float
    first_screen: float
    wheel: Frames
    drag: Frames
    start_stall: float
    longest_stall: float
    start_stalls: tuple[Stall, ...]
    stalls: tuple[Stall, ...]
    cache_bytes: int


class ScrollBench(QObject):
    """Waits for the first screen and the worker, turns the wheel, and drags the scroll bar to its end."""

    done = Signal()

    def __init__(self, window: MainWindow, started: float) -> None:
        """`started` is when the program was, by `time.monotonic`."""
        super().__init__(window)
        self._window = window
        self._started = started
        self._first = 0.0
        self._screen = 0.0
        self._start_stall = 0.0
        self._start_stalls: tuple[Stall, ...] = ()
        self._calm = 0
        self._watch = StallWatch(self)
        self._spans: dict[str, list[tuple[float, float]]] = {"wheel": [], "drag": []}
        self._frames: Iterator[Callable[[], None]] = iter(())
        self._measured = self._spans["wheel"]
        self._before = self._busy_before = 0.0
        self._clock = QTimer(self, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._frame)
        self._looking = QTimer(self, interval=_LOOK_MS)
        self._looking.timeout.connect(self._look)
        self._spent = 0.0
        self._resting = QTimer(self, interval=round(_REST_SECONDS * 1000))
        self._resting.timeout.connect(self._look_whether_it_rests)

    @Slot()
    def start(self) -> None:
        self._watch.start()
        self._looking.start()
        self._spent = time.process_time()
        self._resting.start()

    @Slot()
    def _look_whether_it_rests(self) -> None:
        """No event of the worker tells this: it also loads the model ahead, of its own accord."""
        spent = time.process_time()
        rests = spent - self._spent < _REST_SHARE * _REST_SECONDS
        self._calm = self._calm + 1 if rests else 0
        self._spent = spent

    def figures(self) -> Figures:
        return Figures(
            self._first,
            self._screen,
            _summary(self._spans["wheel"]),
            _summary(self._spans["drag"]),
            self._start_stall * 1000,
            self._watch.longest * 1000,
            self._start_stalls,
            tuple(self._watch.stalls),
            self._window.thumbnails.cached_bytes,
        )

    @Slot()
    def _look(self) -> None:
        grid = self._window.grid
        rows = grid.rows_on_screen()
        shown = [grid.model().index(row, 0).data(TILE_ROLE).pixmap is not None for row in rows]
        now = time.monotonic() - self._started
        if any(shown) and not self._first:
            self._first = now
        if shown and all(shown) and not self._screen:
            self._screen = now
        if self._screen:
            self._looking.setInterval(_SETTLE_MS)  # what is looked at costs as much as painting it
        if self._screen and (self._calm >= _CALM or now > _PATIENCE_SECONDS):
            self._looking.stop()
            self._resting.stop()
            QTimer.singleShot(_SETTLE_MS, self._go_on)
        elif now > _PATIENCE_SECONDS:
            self._looking.stop()
            self.done.emit()

    def _begin(self, name: str, frames: Iterator[Callable[[], None]]) -> None:
        self._measured, self._frames = self._spans[name], frames
        self._before, self._busy_before = time.monotonic(), time.thread_time()
        self._clock.start()

    @Slot()
    def _frame(self) -> None:
        """One frame: late by what the loop did before, and as long as it takes to be painted."""
        now = time.monotonic()
        late = max(0.0, now - self._before - FRAME_MS / 1000)
        self._before = now
        step = next(self._frames, None)
        if step is None:
            self._clock.stop()
            QTimer.singleShot(_SETTLE_MS, self._go_on)
            return
        step()
        self._window.grid.viewport().repaint()
        busy = time.thread_time()
        self._measured.append(((late + time.monotonic() - now) * 1000, (busy - self._busy_before) * 1000))
        self._busy_before = busy

    @Slot()
    def _go_on(self) -> None:
        bar = self._window.grid.verticalScrollBar()
        if not self._spans["wheel"]:
            self._start_stall, self._start_stalls = self._watch.longest, tuple(self._watch.stalls)
            self._watch.forget()
            self._begin("wheel", iter([self._turn] * _WHEEL_FRAMES))
        elif not self._spans["drag"]:
            places = np.linspace(0, bar.maximum(), _DRAG_FRAMES).astype(int).tolist()
            bar.setSliderDown(True)
            self._begin("drag", iter([partial(bar.setValue, place) for place in places]))
        else:
            bar.setSliderDown(False)
            self._watch.stop()
            self.done.emit()

    def _turn(self) -> None:
        """One notch of the wheel."""
        viewport = self._window.grid.viewport()
        middle = QPoint(viewport.width() // 2, viewport.height() // 2)
        event = QWheelEvent(
            QPointF(middle),
            QPointF(viewport.mapToGlobal(middle)),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QCoreApplication.sendEvent(viewport, event)


def _summary(frames: list[tuple[float, float]]) -> Frames:
    if not frames:
        return Frames(*[math.nan] * 4)
    spans, busy = zip(*frames, strict=True)
    p50, p95, longest = np.percentile(spans, [50, 95, 100])
    return Frames(float(p50), float(p95), float(longest), float(np.percentile(busy, 95)))


def drawn_thumbnails(count: int, side: int) -> Iterator[bytes]:
    """JPEG files with as much in them as photos have, each different."""
    chance = np.random.default_rng(5)
    for number in range(count):
        image = QImage(side, side * 3 // 4, QImage.Format.Format_RGB32)
        image.fill(QColor.fromHsv(number * 37 % 360, 120, 200))
        painter = QPainter(image)
        patches = chance.integers(0, (side, side, side // 4, 360, 256), (160, 5))
        for x, y, size, hue, value in patches.tolist():
            painter.fillRect(x, y, size, size // 2, QColor.fromHsv(hue, 150, value))
        painter.end()
        buffer = QBuffer()
        image.save(buffer, "JPEG", 85)  # type: ignore[call-overload]  # its stub wants bytes, it takes text
        yield bytes(buffer.data().data())
