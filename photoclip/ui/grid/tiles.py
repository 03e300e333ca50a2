"""What a tile of the grid looks like, made off the GUI thread so that painting is a plain copy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen

from photoclip.ui.picture import Picture

CORNER = 4
"""Radius of a tile's corners, in logical pixels."""
_EDGE = QColor(128, 128, 128, 56)
"""Without it a white photo would be a hole in a white grid, and a black one in a dark grid."""


@dataclass(frozen=True, slots=True)
class TileSpec:
    """How tiles are to be made: side in device pixels, device pixel ratio, filled or whole, and grey."""

    side: int
    ratio: float
    filled: bool
    grey: bool = False


def make_tile(data: bytes, spec: TileSpec) -> QImage:
    """A thumbnail file as a tile with rounded corners; a null image when it is damaged.

    A filled tile is square; a whole one keeps the photo's proportions within the square.
    """
    picture = Picture(data)
    if not picture.readable:
        return QImage()
    image = (
        picture.read_square(spec.side) if spec.filled else picture.read_within(QSize(spec.side, spec.side))
    )
    if image.isNull():
        return image
    tile = _rounded(image, spec.ratio)
    if spec.grey:
        _drain(tile)
    return tile


def _rounded(image: QImage, ratio: float) -> QImage:
    result = QImage(image.size(), QImage.Format.Format_ARGB32_Premultiplied)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(image))
    painter.drawRoundedRect(image.rect(), CORNER * ratio, CORNER * ratio)
    painter.setPen(QPen(_EDGE, ratio))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    edge = QRectF(image.rect()).adjusted(ratio / 2, ratio / 2, -ratio / 2, -ratio / 2)
    painter.drawRoundedRect(edge, (CORNER - 0.5) * ratio, (CORNER - 0.5) * ratio)
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result


def _drain(image: QImage) -> None:
    """Take the colours out of a premultiplied image, in numpy, which lets other threads run meanwhile."""
    pixels = np.frombuffer(image.bits(), np.uint32)
    grey = (pixels >> 16 & 255) * 77 + (pixels >> 8 & 255) * 150 + (pixels & 255) * 29 >> 8
    pixels &= 0xFF000000
    pixels |= grey * 0x010101
