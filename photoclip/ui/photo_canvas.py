"""Draws one picture, fitted to the widget."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from photoclip.ui import icons
from photoclip.ui.theme import blend

MOST_ENLARGED = 2
"""Small photos grow towards the window, but not until they are nothing but blur."""


class PhotoCanvas(QWidget):
    """A picture in the middle, shrunk or enlarged to the size that the photo has."""

    double_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmap = QPixmap()
        self._photo_size = QSize()
        self._missing = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)

    def has_picture(self) -> bool:
        return not self._pixmap.isNull()

    def picture_size(self) -> QSize:
        """Of the picture drawn now, in device pixels."""
        return self._pixmap.size()

    def show_image(self, image: QImage, photo_size: QSize) -> None:
        """Draw `image`, of a photo that is `photo_size` pixels large.

        A thumbnail is drawn as large as its photo will be, so that nothing
        jumps when the photo takes its place.
        """
        self._pixmap = QPixmap.fromImage(image)
        self._photo_size = photo_size if photo_size.isValid() else image.size()
        self._missing = False
        self.update()

    def show_nothing(self, *, missing: bool) -> None:
        self._pixmap = QPixmap()
        self._missing = missing
        self.update()

    def box(self) -> QSize:
        """The largest picture worth decoding: the screen, in device pixels."""
        return self.screen().size() * self.devicePixelRatioF()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.has_picture():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(self._target(), self._pixmap)
        elif self._missing:
            palette = self.palette()
            colour = blend(
                palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base), 0.35
            )
            sign = icons.pixmap("photo", colour, 72, self.devicePixelRatioF())
            painter.drawPixmap(self.rect().center().x() - 36, self.rect().center().y() - 36, sign)
        painter.end()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.double_clicked.emit()

    def _target(self) -> QRect:
        room = self.rect().adjusted(12, 0, -12, -12)
        natural = self._photo_size / self.devicePixelRatioF()
        size = natural.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        if size.width() > natural.width() * MOST_ENLARGED:
            size = natural * MOST_ENLARGED
        target = QRect(0, 0, size.width(), size.height())
        target.moveCenter(room.center())
        return target
