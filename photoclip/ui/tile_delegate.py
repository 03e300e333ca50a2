"""Draws one tile: the photo, and around it only what says something."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from photoclip.ui import icons, wording
from photoclip.ui.photo_model import MISSING_ROLE, PIXMAP_ROLE, RELEVANCE_ROLE
from photoclip.ui.theme import blend
from photoclip.ui.tiles import CORNER

# On a photo neither theme's colours can be relied on: white on a dark veil is readable on any.
_VEIL = QColor(0, 0, 0, 150)
_ON_VEIL = QColor(255, 255, 255)
_BADGE_FROM = 110
"""Smaller tiles are too small for text on them."""
_State = QStyle.StateFlag


class TileDelegate(QStyledItemDelegate):
    """Paints the pixmap that the model has ready, its name under the pointer, its relevance in a search."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return option.rect.size()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect = option.rect
        palette = option.palette
        state = option.state
        font = option.font
        painter.save()
        pixmap = index.data(PIXMAP_ROLE)
        if pixmap is None:
            shown = rect
            self._draw_placeholder(painter, rect, palette, missing=bool(index.data(MISSING_ROLE)))
        else:
            shown = _placed(pixmap, rect)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(shown, pixmap)
        small = QFont(font)
        small.setPointSizeF(max(7.0, font.pointSizeF() * 0.88))
        painter.setFont(small)
        if rect.width() >= _BADGE_FROM:
            self._draw_badge(painter, shown, index)
            if state & (_State.State_MouseOver | _State.State_HasFocus):
                self._draw_name(painter, shown, index)
        self._draw_frame(painter, rect, palette, state)
        painter.restore()

    def _draw_placeholder(self, painter: QPainter, rect: QRect, palette: QPalette, *, missing: bool) -> None:
        text = palette.color(QPalette.ColorRole.Text)
        base = palette.color(QPalette.ColorRole.Base)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(text, base, 0.07))
        painter.drawRoundedRect(rect, CORNER, CORNER)
        if missing:
            side = min(32, rect.width() // 3)
            ratio = painter.device().devicePixelRatioF()
            corner = rect.center() - QPointF(side / 2, side / 2).toPoint()
            painter.drawPixmap(corner, icons.pixmap("photo", blend(text, base, 0.35), side, ratio))

    def _draw_badge(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        relevance = index.data(RELEVANCE_ROLE)
        if relevance is None:
            return
        text = wording.percent(relevance)
        metrics = QFontMetrics(painter.font())
        pill = QRectF(0, 0, metrics.horizontalAdvance(text) + 10, metrics.height() + 2)
        pill.moveTopRight(QPointF(rect.right() - 4, rect.top() + 5))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_VEIL)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(_ON_VEIL)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_name(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        name = index.data(Qt.ItemDataRole.DisplayRole)
        if not name:
            return
        metrics = QFontMetrics(painter.font())
        strip = QRect(rect)
        strip.setTop(rect.bottom() - metrics.height() - 8)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_VEIL)
        painter.save()
        painter.setClipRect(strip)
        painter.drawRoundedRect(rect, CORNER, CORNER)
        painter.restore()
        inner = strip.adjusted(8, 0, -8, 0)
        text = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, inner.width())
        painter.setPen(_ON_VEIL)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _draw_frame(self, painter: QPainter, rect: QRect, palette: QPalette, state: QStyle.StateFlag) -> None:
        selected = bool(state & _State.State_Selected)
        focused = bool(state & _State.State_HasFocus)
        if not selected and not focused:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        accent = palette.color(QPalette.ColorRole.Highlight)
        if selected:
            # The inner line keeps the frame visible on a photo of the frame's colour.
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Base), 1.5))
            painter.drawRoundedRect(QRectF(rect).adjusted(2.5, 2.5, -2.5, -2.5), CORNER - 1, CORNER - 1)
        painter.setPen(QPen(accent, 3 if selected else 2))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), CORNER + 1, CORNER + 1)


def _placed(pixmap: QPixmap, rect: QRect) -> QRect:
    """Where a tile goes: as large as the square allows, in its middle.

    A tile made for this very size is copied as it is; one from before a change
    of size is stretched until its successor is ready.
    """
    size = pixmap.deviceIndependentSize()
    size.scale(rect.size().toSizeF(), Qt.AspectRatioMode.KeepAspectRatio)
    placed = QRect(0, 0, round(size.width()), round(size.height()))
    placed.moveTopLeft(
        rect.topLeft() + QPoint((rect.width() - placed.width()) // 2, (rect.height() - placed.height()) // 2)
    )
    return placed
