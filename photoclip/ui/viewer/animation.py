"""Plays the frames of an animated GIF or WebP; each is decoded apart from the GUI thread."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from photoclip.ui.picture import Picture, drawable
from photoclip.ui.viewer.full_photo import ANIMATION_PIXELS

SHORTEST_MS = 20
USUAL_MS = 100
"""Frames that ask for less than `SHORTEST_MS` are seen this long, as browsers have it."""


class Animation(QObject):
    """Reads one frame ahead, so that memory does not grow with their number."""

    frame = Signal(object)
    """A QImage, when its time has come."""

    _read = Signal(int, object, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = 0
        self._picture: Picture | None = None
        self._data = b""
        self._rounds_left = 0
        self._next = QImage()
        self._next_delay = 0
        self._shown = False
        self._due = False
        self._pool = QThreadPool(self, maxThreadCount=1)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._time_has_come)
        self._read.connect(self._take)

    def is_playing(self) -> bool:
        return self._picture is not None

    def play(self, data: bytes) -> None:
        """Play the file with these bytes from its first frame."""
        self.stop()
        self._data = data
        self._picture = Picture(data)
        self._rounds_left = self._picture.loops
        self._due, self._shown = True, False
        self._read_on()

    def stop(self) -> None:
        """No frame comes after this."""
        self._run += 1
        self._timer.stop()
        self._picture, self._next, self._data = None, QImage(), b""

    def close(self) -> None:
        self.stop()
        self._pool.clear()
        self._pool.waitForDone(1000)

    def _read_on(self) -> None:
        if self._picture is not None:
            self._pool.start(partial(self._read_frame, self._run, self._picture))

    def _read_frame(self, run: int, picture: Picture) -> None:
        """Runs in the pool."""
        if run != self._run:
            return
        image = picture.read()
        if image.width() * image.height() > ANIMATION_PIXELS:
            image = QImage()
        self._read.emit(run, drawable(image), picture.delay)

    @Slot(int, object, int)
    def _take(self, run: int, image: QImage, delay: int) -> None:
        if run != self._run:
            return
        if image.isNull():
            self._start_over()
            return
        self._next, self._next_delay = image, delay
        if self._due:
            self._show_next()

    @Slot()
    def _time_has_come(self) -> None:
        self._due = True
        if not self._next.isNull():
            self._show_next()

    def _show_next(self) -> None:
        image, self._next, self._due = self._next, QImage(), False
        self._shown = True
        self._timer.start(self._next_delay if self._next_delay >= SHORTEST_MS else USUAL_MS)
        self._read_on()
        self.frame.emit(image)

    def _start_over(self) -> None:
        """The frames are at their end, or one of them is damaged: again from the first, where asked for."""
        if self._rounds_left == 0 or not self._shown:
            self._picture = None
            return
        self._rounds_left -= 1
        self._shown = False
        self._picture = Picture(self._data)
        self._read_on()
