"""Draws one tile: the photo, and around it only what says something."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from photoclip.ui import icons
from photoclip.ui.grid import thumbs
from photoclip.ui.grid.badges import ON_VEIL, VEIL, Badges, fitting, has_badges
from photoclip.ui.grid.photo_model import TILE_ROLE, Judged, Tile
from photoclip.ui.grid.tiles import CORNER
from photoclip.ui.theme import blend

_NAME_FROM = 110
"""Smaller tiles are too small for a name on them."""
_OUT_OF_REACH = 0.65
"""The opacity of a photo whose drive is away; its tile is grey, and one without colours looks paler."""
_KEPT = 8
_State = QStyle.StateFlag
Index = QModelIndex | QPersistentModelIndex


class TileDelegate(QStyledItemDelegate):
    """Paints the pixmap that the model has ready, its badges, and its name under the pointer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._badges = Badges()
        self._small: dict[str, QFont] = {}
        self._placeholders: dict[tuple[int, float, int, bool], QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return option.rect.size()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, state, palette = option.rect, option.state, option.palette
        tile: Tile = index.data(TILE_ROLE)
        if tile.pixmap is None:
            shown = rect
            self._draw_placeholder(painter, rect, palette, missing=tile.missing)
        else:
            shown = _placed(tile.pixmap, rect)
            away = tile.photo is not None and tile.photo.offline
            self._draw_photo(painter, shown, tile.pixmap, offline=away)
        named = rect.width() >= _NAME_FROM and state & (_State.State_MouseOver | _State.State_HasFocus)
        if named or has_badges(tile):
            painter.setFont(self._small_font(option.font))
            lifted = self._draw_name(painter, shown, index) if named else 0
            self._badges.draw(painter, fitting(shown, rect), tile, option.direction, lifted)
        if named and tile.relevance is not None:
            thumbs.draw(painter, fitting(shown, rect), tile.judged, option.direction)
        if state & (_State.State_Selected | _State.State_HasFocus):
            self._draw_frame(painter, rect, palette, state)

    def stack_spot(self, rect: QRect, index: Index, font: QFont, direction: Qt.LayoutDirection) -> QRect:
        """Where the badge of a burst is in the tile that fills `rect`."""
        tile: Tile = index.data(TILE_ROLE)
        shown = rect if tile.pixmap is None else _placed(tile.pixmap, rect)
        box = fitting(shown, rect)
        return self._badges.stack_spot(box, tile, self._small_font(font), direction)

    def thumb_at(
        self, rect: QRect, index: Index, point: QPoint, font: QFont, direction: Qt.LayoutDirection
    ) -> Judged:
        """Which thumb is at a point of the tile that fills `rect`, while the pointer is on it."""
        tile: Tile = index.data(TILE_ROLE)
        if tile.relevance is None or rect.width() < _NAME_FROM:
            return Judged.NOT
        shown = rect if tile.pixmap is None else _placed(tile.pixmap, rect)
        return thumbs.at(fitting(shown, rect), point, self._small_font(font), direction)

    def _small_font(self, font: QFont) -> QFont:
        key = font.key()
        if key not in self._small:
            small = QFont(font)
            small.setPointSizeF(max(7.0, font.pointSizeF() * 0.88))
            self._small[key] = small
        return self._small[key]

    def _draw_photo(self, painter: QPainter, shown: QRect, pixmap: QPixmap, *, offline: bool) -> None:
        stretched = pixmap.deviceIndependentSize().toSize() != shown.size()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, stretched)
        if offline:
            painter.setOpacity(_OUT_OF_REACH)
        painter.drawPixmap(shown, pixmap)
        painter.setOpacity(1)

    def _draw_placeholder(self, painter: QPainter, rect: QRect, palette: QPalette, *, missing: bool) -> None:
        """A fast scroll shows hundreds of them: they are drawn once."""
        ratio = painter.device().devicePixelRatioF()
        key = (rect.width(), ratio, palette.cacheKey(), missing)
        if key not in self._placeholders:
            if len(self._placeholders) >= _KEPT:
                self._placeholders.clear()
            self._placeholders[key] = _placeholder(rect.width(), ratio, palette, missing=missing)
        painter.drawPixmap(rect.topLeft(), self._placeholders[key])

    def _draw_name(self, painter: QPainter, rect: QRect, index: Index) -> int:
        """The name over the photo's lower edge; the height that it takes."""
        name = index.data(Qt.ItemDataRole.DisplayRole)
        if not name:
            return 0
        metrics = QFontMetrics(painter.font())
        strip = QRect(rect)
        strip.setTop(rect.bottom() - metrics.height() - 8)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(VEIL)
        painter.save()
        painter.setClipRect(strip)
        painter.drawRoundedRect(rect, CORNER, CORNER)
        painter.restore()
        inner = strip.adjusted(8, 0, -8, 0)
        text = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, inner.width())
        painter.setPen(ON_VEIL)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        return strip.height()

    def _draw_frame(self, painter: QPainter, rect: QRect, palette: QPalette, state: QStyle.StateFlag) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        accent = palette.color(QPalette.ColorRole.Highlight)
        if state & _State.State_Selected:
            # The inner line keeps the frame visible on a photo of the frame's colour.
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Base), 1.5))
            painter.drawRoundedRect(QRectF(rect).adjusted(2.5, 2.5, -2.5, -2.5), CORNER - 1, CORNER - 1)
            painter.setPen(QPen(accent, 3))
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), CORNER + 1, CORNER + 1)
        if state & _State.State_HasFocus:
            # Where the keys are shows on chosen and on other photos alike.
            text = palette.color(QPalette.ColorRole.Text)
            painter.setPen(QPen(text if state & _State.State_Selected else accent, 1.5))
            painter.drawRoundedRect(QRectF(rect).adjusted(-2, -2, 2, 2), CORNER + 2, CORNER + 2)


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


def _placeholder(side: int, ratio: float, palette: QPalette, *, missing: bool) -> QPixmap:
    """What stands for a photo until its tile is ready, or for one that has none."""
    text = palette.color(QPalette.ColorRole.Text)
    base = palette.color(QPalette.ColorRole.Base)
    result = QPixmap(QSize(side, side) * ratio)
    result.setDevicePixelRatio(ratio)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(blend(text, base, 0.07))
    painter.drawRoundedRect(0, 0, side, side, CORNER, CORNER)
    if missing:
        icon = min(32, side // 3)
        corner = QRect(0, 0, side, side).center() - QPointF(icon / 2, icon / 2).toPoint()
        painter.drawPixmap(corner, icons.pixmap("photo", blend(text, base, 0.35), icon, ratio))
    painter.end()
    return result
