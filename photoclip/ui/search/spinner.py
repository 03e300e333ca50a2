"""The icon of an action that turns while something is awaited."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QIcon, QPainter, QPalette, QPen, QPixmap

_FRAMES = 12
_FRAME_MS = 80


class Spinner(QObject):
    """Turns the icon of an action into a moving arc while something is awaited."""

    def __init__(self, action: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._action = action
        self._still = QIcon()
        self._frames: list[QIcon] = []
        self._shown = 0
        self._clock = QTimer(self, interval=_FRAME_MS)
        self._clock.timeout.connect(self._next)

    def turn(self, on: bool, palette: QPalette, ratio: float) -> None:
        if on and not self._clock.isActive():
            self._still = self._action.icon()
            self._frames = [_arc(frame, palette, ratio) for frame in range(_FRAMES)]
            self._clock.start()
            self._next()
        elif not on and self._clock.isActive():
            self._clock.stop()
            self._action.setIcon(self._still)

    @Slot()
    def _next(self) -> None:
        self._shown = (self._shown + 1) % _FRAMES
        self._action.setIcon(self._frames[self._shown])


def _arc(frame: int, palette: QPalette, ratio: float) -> QIcon:
    side = 16
    pixmap = QPixmap(QSize(side, side) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
    painter.drawArc(QRectF(2, 2, side - 4, side - 4), -frame * 5760 // _FRAMES, 4000)
    painter.end()
    return QIcon(pixmap)
