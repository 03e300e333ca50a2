"""Watches that the window never stands still: how long its loop was held up, and by what."""

from __future__ import annotations

import logging
import sys
import threading
import time
import traceback
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

LIMIT_SECONDS = 0.05
_BEAT_MS = 5
_LOOK_SECONDS = 0.01
_MOST = 200
"""Stalls that are remembered; a program that stands still all the time need not fill the memory too."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Stall:
    """`seconds` that the loop stood still, `busy` of them in which its thread had a processor.

    `spent` is what all threads of the program had: on a machine that is busy
    with other things both are much the smaller ones. `stack` is where the
    thread was in Python when the limit was passed.
    """

    seconds: float
    busy: float
    spent: float
    stack: str


class StallWatch(QObject):
    """A timer beats in the loop of the thread that made this; another thread notices when it does not."""

    stalled = Signal(object)
    """A `Stall`, once the loop goes on."""

    def __init__(self, parent: QObject | None = None, limit: float = LIMIT_SECONDS) -> None:
        super().__init__(parent)
        self.stalls: list[Stall] = []
        self.longest = 0.0
        self._limit = limit
        self._watched = threading.get_ident()
        self._stack = ""
        self._over = threading.Event()
        self._beat_at = time.monotonic()
        self._busy_at = time.thread_time()
        self._spent_at = time.process_time()
        self._timer = QTimer(self, interval=_BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._thread: threading.Thread | None = None

    @Slot()
    def start(self) -> None:
        if self._thread is None:
            self._over.clear()
            self.forget()
            self._timer.start()
            self._thread = threading.Thread(target=self._look, name="stall-watch", daemon=True)
            self._thread.start()

    @Slot()
    def stop(self) -> None:
        """Nothing is seen from here on; what was seen stays."""
        self._timer.stop()
        self._over.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def forget(self) -> None:
        """Begin anew, as if nothing had been before."""
        self.stalls.clear()
        self.longest = 0.0
        self._stack = ""
        self._beat_at, self._busy_at = time.monotonic(), time.thread_time()
        self._spent_at = time.process_time()

    @Slot()
    def _beat(self) -> None:
        now, busy, spent = time.monotonic(), time.thread_time(), time.process_time()
        seconds, self._beat_at = now - self._beat_at, now
        used, self._busy_at = busy - self._busy_at, busy
        in_all, self._spent_at = spent - self._spent_at, spent
        stack, self._stack = self._stack, ""
        self.longest = max(self.longest, seconds)
        if seconds > self._limit:
            stall = Stall(seconds, used, in_all, stack)
            del self.stalls[: max(0, len(self.stalls) + 1 - _MOST)]
            self.stalls.append(stall)
            self.stalled.emit(stall)

    def _look(self) -> None:
        """Runs in the thread that watches."""
        while not self._over.wait(_LOOK_SECONDS):
            if not self._stack and time.monotonic() - self._beat_at > self._limit:
                frame = sys._current_frames().get(self._watched)
                self._stack = "".join(traceback.format_stack(frame)) if frame is not None else ""


def watch_and_log(parent: QObject) -> StallWatch:
    """Write every stall to the log, with what the window was doing; for `--debug`."""
    watch = StallWatch(parent)
    watch.stalled.connect(_tell)
    parent.destroyed.connect(watch._over.set)
    watch.start()
    return watch


def _tell(stall: Stall) -> None:
    _log.warning(
        "the window stood still for %.0f ms, %.0f of them busy, at:\n%s",
        stall.seconds * 1000,
        stall.busy * 1000,
        stall.stack or "(no Python)",
    )
