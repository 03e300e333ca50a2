"""A grid out of which photos are dragged, and within which those of an album are put in another order."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from photoclip.ui import wording
from photoclip.ui.grid.choosing_view import ChoosingView
from photoclip.ui.grid.grid_geometry import GAP
from photoclip.ui.grid.photo_model import PIXMAP_ROLE, PhotoModel

_DRAGGED_SIDE = 96
_OFF_POINTER = 16
"""So far from the pointer the dragged picture hangs: what it is dropped on stays in sight."""
_SEEN_THROUGH = 0.7
_EDGE = 40
"""So near to the upper or lower edge a drag scrolls the grid, in logical pixels."""
_SCROLL_MS = 16
_Move = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class DraggingView(ChoosingView):
    """Dragged photos are always copies: whoever takes them cannot take them away."""

    rearranged = Signal(object, int)
    """Ids as a tuple, and the row before which they go; the number of rows for the end."""

    def __init__(self, model: PhotoModel, wanted: int, parent: QWidget | None = None) -> None:
        super().__init__(wanted, parent)
        self._photos = model
        self._rearrangeable = False
        self._slot = -1
        self._dragged_to = QPoint()
        self._creeping = QTimer(self, interval=_SCROLL_MS)
        self._creeping.timeout.connect(self._creep)
        self.setAcceptDrops(True)

    @property
    def rearrangeable(self) -> bool:
        return self._rearrangeable

    @Slot(bool)
    def set_rearrangeable(self, rearrangeable: bool) -> None:
        """Whether the order on screen is one that a person makes."""
        self._rearrangeable = rearrangeable

    def selected_ids(self) -> tuple[int, ...]:
        """The chosen photos in the order of the list; the current one where none is."""
        places = self.choice.places()
        current = self.currentIndex().row()
        if len(places):
            return tuple(self._photos.ids[places].tolist())
        return (int(self._photos.ids[current]),) if 0 <= current < len(self._photos.ids) else ()

    # --- out of the grid

    def drag_chosen(self) -> None:
        drag = QDrag(self)
        ids = self.selected_ids()
        drag.setMimeData(self._photos.mime_of(ids))
        drag.setPixmap(self.picture_of_drag(len(ids)))
        # A margin in the picture instead of a hot spot outside it, which some systems do not have.
        drag.setHotSpot(QPoint(0, 0))
        drag.exec(Qt.DropAction.CopyAction)
        self._end_drag()

    def picture_of_drag(self, count: int) -> QPixmap:
        """The photo beside the pointer, and how many come with it."""
        ratio = self.devicePixelRatioF()
        side = round((_DRAGGED_SIDE + _OFF_POINTER) * ratio)
        result = QPixmap(side, side)
        result.setDevicePixelRatio(ratio)
        result.fill(Qt.GlobalColor.transparent)
        painter = QPainter(result)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(_SEEN_THROUGH)
        tile = self.currentIndex().data(PIXMAP_ROLE)
        shown = QRect(_OFF_POINTER, _OFF_POINTER, _DRAGGED_SIDE, _DRAGGED_SIDE)
        if isinstance(tile, QPixmap):
            size = tile.deviceIndependentSize().toSize()
            size.scale(shown.size(), Qt.AspectRatioMode.KeepAspectRatio)
            shown.setSize(size)
            painter.drawPixmap(shown, tile)
        else:
            painter.fillRect(shown, self.palette().color(QPalette.ColorRole.Mid))
        if count > 1:
            self._draw_count(painter, shown, count)
        painter.end()
        return result

    def _draw_count(self, painter: QPainter, shown: QRect, count: int) -> None:
        text = wording.number(count)
        metrics = QFontMetrics(self.font())
        height = metrics.height() + 4
        pill = QRectF(0, 0, max(height, metrics.horizontalAdvance(text) + 12), height)
        pill.moveBottomRight(QRectF(shown).adjusted(4, 4, -4, -4).bottomRight())
        painter.setOpacity(1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Highlight))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(self.palette().color(QPalette.ColorRole.HighlightedText))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)

    # --- within the grid

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if not self._rearrangeable or event.source() is not self:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._dragged_to = event.position().toPoint()
        self._show_slot()
        page, y = self.viewport().height(), self._dragged_to.y()
        if y < _EDGE or y > page - _EDGE:
            self._creeping.start()
        else:
            self._creeping.stop()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._end_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        if not self._rearrangeable or event.source() is not self:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._dragged_to = event.position().toPoint()
        self._show_slot()
        slot = self._slot
        self._end_drag()
        self._rearrange(slot)

    def _rearrange(self, before: int) -> None:
        """Say so, unless the chosen photos stand just there."""
        places = self.choice.places()
        if not len(places):
            return
        first, last = int(places[0]), int(places[-1])
        in_one = last - first + 1 == len(places)
        if not (in_one and first <= before <= last + 1):
            self.rearranged.emit(self.selected_ids(), before)

    def _show_slot(self) -> None:
        content = self.content_point(self._dragged_to)
        slot = self.geometry_of_tiles.slot_at(content.x(), content.y())
        if slot != self._slot:
            self._slot = slot
            self.viewport().update()

    def _end_drag(self) -> None:
        self._creeping.stop()
        if self._slot >= 0:
            self._slot = -1
            self.viewport().update()

    @Slot()
    def _creep(self) -> None:
        page, y = self.viewport().height(), self._dragged_to.y()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + (y - _EDGE if y < _EDGE else max(0, y - page + _EDGE)) // 2)
        self._show_slot()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            self._rearrangeable
            and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _Move
            and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        ):
            self._push(back=(event.key() == Qt.Key.Key_Left) is not self.isRightToLeft())
        else:
            super().keyPressEvent(event)

    def _push(self, *, back: bool) -> None:
        """Move the chosen photos together by one."""
        places = self.choice.places()
        if not len(places):
            return
        if back and places[0] > 0:
            self._rearrange(int(places[0]) - 1)
        elif not back and places[-1] < len(self.choice.flags) - 1:
            self._rearrange(int(places[-1]) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._slot < 0 or not self.geometry_of_tiles.count:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.palette().color(QPalette.ColorRole.Highlight)))
        painter.drawRoundedRect(self._mark(), 2, 2)
        painter.end()

    def _mark(self) -> QRect:
        """The upright line between two photos; after the last one of a line it stays in that line."""
        tiles = self.geometry_of_tiles
        content = self.content_point(self._dragged_to)
        before = self._slot
        ends_line = before == tiles.count or (
            tiles.column_of(before) == 0 and before > 0 and content.x() > tiles.width // 2
        )
        x, y = tiles.origin(before - 1 if ends_line else before)
        x += tiles.tile + GAP // 2 if ends_line else -GAP // 2
        return self.mirrored(QRect(x - 2, y - self.verticalOffset(), 4, tiles.tile))
