"""The two thumbs on a tile of a search: more like this, less like this."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from photoclip.ui import icons
from photoclip.ui.grid.badges import ON_VEIL, VEIL
from photoclip.ui.grid.photo_model import Judged

_INSET = 5
_SIGNS = {Judged.LIKED: "thumb-up", Judged.DISLIKED: "thumb-down"}


def draw(painter: QPainter, box: QRect, judged: Judged, direction: Qt.LayoutDirection) -> None:
    """Under the badge of the share; what was said of the photo is filled."""
    spots = _spots(box, painter.font(), direction)
    whole = spots[Judged.LIKED].united(spots[Judged.DISLIKED])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(VEIL)
    painter.drawRoundedRect(QRectF(whole), whole.height() / 2, whole.height() / 2)
    ratio = painter.device().devicePixelRatioF()
    for thumb, spot in spots.items():
        name = _SIGNS[thumb] + ("-filled" if judged is thumb else "")
        side = _side(painter.font())
        gap = QPointF((spot.width() - side) / 2, (spot.height() - side) / 2)
        painter.drawPixmap(QPointF(spot.topLeft()) + gap, icons.pixmap(name, ON_VEIL, side, ratio))


def at(box: QRect, point: QPoint, font: QFont, direction: Qt.LayoutDirection) -> Judged:
    """Which thumb is at a point."""
    found = (thumb for thumb, spot in _spots(box, font, direction).items() if spot.contains(point))
    return next(found, Judged.NOT)


def _side(font: QFont) -> int:
    return QFontMetrics(font).ascent() + 3


def _spots(box: QRect, font: QFont, direction: Qt.LayoutDirection) -> dict[Judged, QRect]:
    metrics, side = QFontMetrics(font), _side(font)
    size = QSize(side + 12, side + 8)
    top = box.top() + _INSET + max(metrics.ascent() + 1, metrics.height()) + 3 + 4
    end = QRect(QPoint(box.right() + 1 - _INSET - size.width(), top), size)
    spots = {Judged.LIKED: end.translated(-size.width(), 0), Judged.DISLIKED: end}
    if direction != Qt.LayoutDirection.RightToLeft:
        return spots
    begin = QRect(QPoint(box.left() + _INSET, top), size)
    return {Judged.LIKED: begin.translated(size.width(), 0), Judged.DISLIKED: begin}
