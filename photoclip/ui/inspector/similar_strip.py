"""Up to nine small photos that are most like the one that is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionFocusRect, QWidget

from photoclip.ui import icons
from photoclip.ui.grid.thumbnails import Thumbnails
from photoclip.ui.grid.tile_words import file_name
from photoclip.ui.theme import blend
from photoclip.worker.messages import GridRow

MOST = 9
_ACROSS = 3
_GAP = 4


class SimilarStrip(QWidget):
    """Tiles come from the grid's cache; each leads to its photo."""

    photo_chosen = Signal(int)
    lacking = Signal(object)
    """The id of a shown photo whose thumbnail is not there."""

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self.tiles = [SimilarTile(thumbnails, self) for _ in range(MOST)]
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for tile in self.tiles:
            tile.hide()
            tile.chosen.connect(self.photo_chosen)
        thumbnails.ready.connect(self._draw)

    def show_rows(self, rows: Sequence[GridRow]) -> None:
        shown = [*rows[:MOST]]
        for place, tile in enumerate(self.tiles):
            tile.show_row(shown[place] if place < len(shown) else None)
        self.updateGeometry()
        self._place()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = -(-sum(tile.row is not None for tile in self.tiles) // _ACROSS)
        return max(0, lines * (self._side(width) + _GAP) - _GAP)

    def sizeHint(self) -> QSize:
        return QSize(3 * 72, self.heightForWidth(3 * 72))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _side(self, width: int) -> int:
        return max(1, (width - (_ACROSS - 1) * _GAP) // _ACROSS)

    def _place(self) -> None:
        side = self._side(self.width())
        for place, tile in enumerate(self.tiles):
            line, column = divmod(place, _ACROSS)
            room = QRect(column * (side + _GAP), line * (side + _GAP), side, side)
            tile.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), room))

    @Slot(object)
    def _draw(self, content_hash: bytes) -> None:
        for tile in self.tiles:
            if tile.row is not None and tile.row.photo.content_hash == content_hash:
                tile.update()
                if self._thumbnails.is_missing(content_hash):
                    self.lacking.emit(tile.row.photo.photo_id)

    def look_again(self) -> None:
        """Thumbnails that were missing may be there by now."""
        for tile in self.tiles:
            tile.update()


class SimilarTile(QWidget):
    """A square of one photo."""

    chosen = Signal(int)

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self.row: GridRow | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_row(self, row: GridRow | None) -> None:
        self.row = row
        self.setVisible(row is not None)
        if row is not None:
            name = file_name(row.photo)
            self.setAccessibleName(self.tr("Similar photo {name}").format(name=name))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.row is None:
            return
        painter = QPainter(self)
        key = self.row.photo.content_hash
        pixmap = self._thumbnails.pixmap(key, self.row.thumbnail)
        if pixmap is not None:
            self._paint_photo(painter, pixmap)
        else:
            self._paint_nothing(painter, self._thumbnails.is_missing(key))
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self)
        painter.end()

    def _paint_photo(self, painter: QPainter, pixmap: QPixmap) -> None:
        """The middle of the tile, which may be whole or square itself."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        side = min(pixmap.width(), pixmap.height())
        part = QRect((pixmap.width() - side) // 2, (pixmap.height() - side) // 2, side, side)
        painter.drawPixmap(self.rect(), pixmap, part)

    def _paint_nothing(self, painter: QPainter, missing: bool) -> None:
        palette = self.palette()
        ink, under = palette.color(QPalette.ColorRole.WindowText), palette.color(QPalette.ColorRole.Window)
        painter.fillRect(self.rect(), blend(ink, under, 0.07))
        if missing:
            side = min(24, self.width() // 2)
            sign = icons.pixmap("photo", blend(ink, under, 0.45), side, self.devicePixelRatioF())
            middle = self.rect().center()
            painter.drawPixmap(middle.x() - side // 2, middle.y() - side // 2, sign)

    def _choose(self) -> None:
        if self.row is not None:
            self.chosen.emit(self.row.photo.photo_id)
