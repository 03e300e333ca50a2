"""Where a photo lies in its canvas: fitted, zoomed, moved and turned. Numbers only, no widget."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QTransform

MOST_ENLARGED = 2.0
"""Small photos grow towards the window, but not until they are nothing but blur."""
LARGEST_SCALE = 16.0
_NEAR = 1.001


class Viewport:
    """Maps pixels of the upright photo to device pixels of the canvas.

    `scale` is device pixels per photo pixel. Between the two lies the turned
    photo: upright, then turned to the right `quarters` times.
    """

    def __init__(self) -> None:
        self.photo = QSize(1, 1)
        self.room = QRectF(0, 0, 1, 1)
        self.quarters = 0
        self.fitted = True
        self._scale = 1.0
        self._centre = QPointF()

    @property
    def scale(self) -> float:
        return self.fit_scale() if self.fitted else self._scale

    @property
    def can_pan(self) -> bool:
        """Whether a part of the photo lies outside."""
        size = self._turned_size() * self.scale
        return size.width() > self.room.width() * _NEAR or size.height() > self.room.height() * _NEAR

    def fit_scale(self) -> float:
        """At which all of the photo is seen."""
        return min(self._filling(), MOST_ENLARGED)

    def largest_scale(self) -> float:
        return max(LARGEST_SCALE, self._filling())

    def reset(self) -> None:
        self.quarters = 0
        self.fitted = True

    def set_photo(self, size: QSize) -> None:
        """The size of the upright photo; where it was shown in another size, the same part stays in view."""
        size = size.expandedTo(QSize(1, 1))
        if not self.fitted and size != self.photo:
            factor = size.width() / self.photo.width()
            self._centre *= factor
            self._scale /= factor
        self.photo = size
        self._keep_inside()

    def set_room(self, room: QRectF) -> None:
        self.room = QRectF(room.topLeft(), room.size().expandedTo(QSizeF(1, 1)))
        self._keep_inside()

    def zoom_to(self, scale: float, at: QPointF) -> None:
        """Zoom so that the photo's point below `at` (device pixels) stays there."""
        fit = self.fit_scale()
        point = self._to_turned(at)
        if (scale <= fit * _NEAR and fit <= 1) or scale < fit / 4:
            self.fitted = True
            return
        scale = min(scale, self.largest_scale())
        self.fitted = False
        self._scale = scale
        self._centre = point - (at - self.room.center()) / scale
        self._keep_inside()

    def fit(self) -> None:
        self.fitted = True

    def pan(self, by: QPointF) -> None:
        """Move the photo by device pixels, as far as there is more of it."""
        if not self.fitted:
            self._centre -= by / self._scale
            self._keep_inside()

    def turn(self, quarters: int) -> None:
        """Turn the view to the right, or to the left where negative."""
        upright = self._turning().inverted()[0].map(self._centre)
        self.quarters = (self.quarters + quarters) % 4
        self._centre = self._turning().map(upright)
        self._keep_inside()

    def transform(self) -> QTransform:
        """From pixels of the upright photo to device pixels of the canvas."""
        centre, middle, scale = self._middle(), self.room.center(), self.scale
        left, top = middle.x() - centre.x() * scale, middle.y() - centre.y() * scale
        # Pixel on pixel where it can be: half a pixel aside would blur all of them.
        return self._turning() * QTransform(scale, 0, 0, scale, round(left), round(top))

    def to_photo(self, point: QPointF) -> QPointF:
        """The place in the upright photo that lies at this place of the canvas."""
        return self.transform().inverted()[0].map(point)

    def visible(self) -> QRect:
        """Which part of the upright photo is seen."""
        part = self.transform().inverted()[0].mapRect(self.room).toAlignedRect()
        return part.intersected(QRect(QPoint(), self.photo))

    def _to_turned(self, point: QPointF) -> QPointF:
        return self._middle() + (point - self.room.center()) / self.scale

    def _middle(self) -> QPointF:
        """The place of the turned photo in the middle of the room."""
        size = self._turned_size()
        return QPointF(size.width() / 2, size.height() / 2) if self.fitted else self._centre

    def _turned_size(self) -> QSizeF:
        size = QSizeF(self.photo)
        return size.transposed() if self.quarters % 2 else size

    def _filling(self) -> float:
        size = self._turned_size()
        return min(self.room.width() / size.width(), self.room.height() / size.height())

    def _turning(self) -> QTransform:
        width, height = self.photo.width(), self.photo.height()
        return (
            QTransform(),
            QTransform(0, 1, -1, 0, height, 0),
            QTransform(-1, 0, 0, -1, width, height),
            QTransform(0, -1, 1, 0, 0, width),
        )[self.quarters]

    def _keep_inside(self) -> None:
        size = self._turned_size()
        self._centre = QPointF(
            _inside(self._centre.x(), size.width(), self.room.width() / self._scale),
            _inside(self._centre.y(), size.height(), self.room.height() / self._scale),
        )


def _inside(centre: float, length: float, seen: float) -> float:
    """The middle of what is seen, so that nothing beside the photo is while there is more of it."""
    return length / 2 if seen >= length else min(max(centre, seen / 2), length - seen / 2)
