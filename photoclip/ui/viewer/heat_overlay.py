"""Where the words of a search are met, as warmth over the photo."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QWidget

from photoclip.ui.viewer.photo_canvas import PhotoCanvas

_FINER = 6
"""Each cell of the heat becomes so many pixels a side, so that no edges of cells are seen."""
_COLDEST, _WARMEST = np.array([214, 40, 30]), np.array([255, 214, 60])
_COVERING = 145
"""Of 255: how much of the photo the hottest place covers."""


class HeatOverlay(QWidget):
    """Lies over the canvas and moves with the photo, however it is zoomed and turned."""

    def __init__(self, canvas: PhotoCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._image = QImage()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        canvas.view_changed.connect(self._follow)
        canvas.installEventFilter(self)
        self.hide()

    def show_heat(self, heat: NDArray[np.float32] | None) -> None:
        """Heat in [0, 1], float32 (rows, columns) over the upright photo; None for no overlay."""
        self._image = QImage() if heat is None else warm(heat)
        self.setGeometry(self._canvas.rect())
        self.setVisible(not self._image.isNull())
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._canvas.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._canvas.has_picture():
            return
        ratio, view = self.devicePixelRatioF(), self._canvas.view
        painter = QPainter(self)
        painter.setTransform(view.transform() * QTransform.fromScale(1 / ratio, 1 / ratio), True)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        photo = QRectF(QRect(QPoint(), view.photo))
        painter.drawImage(photo, self._image, QRectF(self._image.rect()))
        painter.end()

    @Slot()
    def _follow(self) -> None:
        if self.isVisible():
            self.update()


def warm(heat: NDArray[np.float32]) -> QImage:
    """Heat as colours: nothing where it is 0, then red, and yellow where it is 1."""
    fine = _smooth(_smooth(np.repeat(np.repeat(heat, _FINER, 0), _FINER, 1), 0), 1)[..., None]
    colours = _COLDEST + (_WARMEST - _COLDEST) * fine
    alpha = _COVERING * np.sqrt(fine) * np.minimum(fine * 3, 1)
    pixels = np.ascontiguousarray(np.concatenate([colours, alpha], axis=2).round().astype(np.uint8))
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()


def _smooth(values: NDArray[np.floating[Any]], axis: int) -> NDArray[np.float64]:
    """Each pixel as the mean of those around it, weighted as a triangle two cells wide."""
    weights = np.bartlett(2 * _FINER + 3)[1:-1]
    reach = len(weights) // 2
    padded = np.pad(values, [(reach, reach) if side == axis else (0, 0) for side in (0, 1)], mode="edge")
    size = values.shape[axis]
    parts = [
        weight * padded.take(range(shift, shift + size), axis=axis) for shift, weight in enumerate(weights)
    ]
    smooth: NDArray[np.float64] = np.clip(np.sum(parts, axis=0) / weights.sum(), 0.0, 1.0)
    return smooth
