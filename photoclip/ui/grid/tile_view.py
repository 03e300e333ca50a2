"""A view of equal square tiles in groups that costs what is on screen, whatever the length of the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QAccessible, QCursor, QPainter, QPaintEvent, QPalette, QRegion
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from photoclip.ui.grid import grid_sections
from photoclip.ui.grid.grid_geometry import MARGIN, GridGeometry

_Action = QAbstractItemView.CursorAction
_State = QStyle.StateFlag
VERTICAL_MOVES = (_Action.MoveUp, _Action.MoveDown, _Action.MovePageUp, _Action.MovePageDown)


class TileView(QAbstractItemView):
    """What QAbstractItemView leaves open: where the tiles are, and how one moves among them.

    QListView keeps a rectangle for each item and lays all of them out again on
    each resize, which a library of a hundred thousand photos makes felt.
    """

    laid_out = Signal()
    """Size or number of the tiles may have changed."""

    def __init__(self, wanted: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.geometry_of_tiles = GridGeometry(width=1, wanted=wanted, count=0)
        self._goal_column = -1
        self._hovered = -1
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # A bar that comes and goes would change the width that the tiles fill, and so its own need.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)

    def rows_on_screen(self) -> range:
        top = self.verticalOffset()
        return self.geometry_of_tiles.between(top, top + self.viewport().height() - 1)

    def heading_of(self, section: int) -> tuple[str, str]:
        """What the heading of a group says, and the number of its photos if it does not say that already."""
        return "", ""

    # --- where things are

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        return self._rect_of(index.row()) if index.isValid() else QRect()

    def _rect_of(self, place: int) -> QRect:
        x, y = self.geometry_of_tiles.origin(place)
        side = self.geometry_of_tiles.tile
        return self.mirrored(QRect(x, y - self.verticalOffset(), side, side))

    def mirrored(self, rect: QRect) -> QRect:
        """The content is laid out from the left; where people read from the right it is turned around."""
        if self.isRightToLeft():
            rect.moveLeft(self.geometry_of_tiles.width - rect.left() - rect.width())
        return rect

    def content_point(self, point: QPoint) -> QPoint:
        """A point of the viewport as one of the content."""
        x = self.geometry_of_tiles.width - 1 - point.x() if self.isRightToLeft() else point.x()
        return QPoint(x, point.y() + self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        if self.heading_at(point) >= 0:
            return QModelIndex()
        content = self.content_point(point)
        place = self.geometry_of_tiles.at(content.x(), content.y())
        return self.model().index(place, 0) if place >= 0 else QModelIndex()

    def headings(self) -> list[tuple[int, QRect]]:
        """The groups whose headings are on screen, that of the topmost one last: it lies over the others."""
        tiles, top = self.geometry_of_tiles, self.verticalOffset()
        width, page = self.viewport().width(), self.viewport().height()
        first = tiles.section_at(top)
        if first < 0:
            return []
        found = [
            (section, QRect(0, tiles.section_top(section) - top, width, tiles.heading))
            for section in tiles.sections_between(top, top + page - 1)
            if section != first
        ]
        # It stays at the top until the next one pushes it out.
        pushed = min(0, tiles.section_top(first + 1) - top - tiles.heading)
        return [*found, (first, QRect(0, max(pushed, tiles.section_top(first) - top), width, tiles.heading))]

    def heading_at(self, point: QPoint) -> int:
        """The group whose heading is at a point of the viewport, or -1."""
        if not self.geometry_of_tiles.heading:
            return -1
        return next((section for section, rect in reversed(self.headings()) if rect.contains(point)), -1)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if not index.isValid():
            return
        rect = self.visualRect(index)
        bar = self.verticalScrollBar()
        page, heading = self.viewport().height(), self.geometry_of_tiles.heading
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - page // 2)
        elif rect.top() < heading:
            bar.setValue(bar.value() + rect.top() - (heading or MARGIN))
        elif rect.bottom() > page:
            bar.setValue(bar.value() + rect.bottom() + MARGIN - page)

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Qt's own ways of choosing are off; what is chosen is a matter of places, not of rectangles."""

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        # Asked for what a selection changed: the screen is cheaper to name than
        # one rectangle for each of a hundred thousand photos.
        return QRegion(self.viewport().rect())

    def updateGeometries(self) -> None:
        model = self.model()
        self.geometry_of_tiles = self.geometry_of_tiles.laid_out(
            width=self.viewport().width(), count=model.rowCount() if model is not None else 0
        )
        bar = self.verticalScrollBar()
        page = self.viewport().height()
        bar.setRange(0, max(0, self.geometry_of_tiles.height - page))
        bar.setPageStep(page)
        bar.setSingleStep(max(12, self.geometry_of_tiles.pitch // 3))
        super().updateGeometries()
        self.laid_out.emit()

    # --- moving

    def moveCursor(
        self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        tiles = self.geometry_of_tiles
        if not tiles.count:
            return QModelIndex()
        current = self.currentIndex().row()
        if current < 0:
            at_end = cursorAction == _Action.MoveEnd
            return self.model().index(tiles.count - 1 if at_end else self.rows_on_screen()[0], 0)
        if cursorAction in VERTICAL_MOVES:
            return self.model().index(self._vertically(current, cursorAction), 0)
        forward = -1 if self.isRightToLeft() else 1
        targets = {
            _Action.MoveLeft: current - forward,
            _Action.MoveRight: current + forward,
            _Action.MovePrevious: current - 1,
            _Action.MoveNext: current + 1,
            _Action.MoveHome: 0,
            _Action.MoveEnd: tiles.count - 1,
        }
        return self.model().index(max(0, min(targets[cursorAction], tiles.count - 1)), 0)

    def _vertically(self, current: int, action: QAbstractItemView.CursorAction) -> int:
        """Lines that are too short are passed without forgetting the column one came from."""
        tiles = self.geometry_of_tiles
        own = tiles.column_of(current)
        column = max(own, self._goal_column)
        page = max(1, (self.viewport().height() - tiles.heading) // tiles.pitch)
        lines = {
            _Action.MoveUp: -1,
            _Action.MoveDown: 1,
            _Action.MovePageUp: -page,
            _Action.MovePageDown: page,
        }
        target = tiles.lines_away(current, lines[action], column)
        self._goal_column = column
        return target

    # --- painting

    @Slot()
    def reset(self) -> None:
        super().reset()
        self.updateGeometries()
        self.verticalScrollBar().setValue(0)

    def dataChanged(
        self,
        topLeft: QModelIndex | QPersistentModelIndex,
        bottomRight: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Qt asks where each tile of the range is; while one scrolls, blocks of rows arrive all the time."""
        if QAccessible.isActive():
            super().dataChanged(topLeft, bottomRight, list(roles))
            return
        on_screen = self.rows_on_screen()
        first, last = max(topLeft.row(), on_screen.start), min(bottomRight.row(), on_screen.stop - 1)
        if first == last:
            self.viewport().update(self._rect_of(first))
        elif first < last:
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Qt forgets, when a list takes the place of another, over which tile the pointer rests."""
        if event.type() in (QEvent.Type.HoverMove, QEvent.Type.HoverLeave):
            row = self._row_under_pointer()
            for place in {self._hovered, row} if row != self._hovered else ():
                if 0 <= place < self.geometry_of_tiles.count:
                    self.viewport().update(self._rect_of(place))
        return super().viewportEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self.paint_tiles(painter, event.rect())
        self._paint_headings(painter, event.rect())
        painter.end()

    def paint_tiles(self, painter: QPainter, dirty: QRect) -> None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        calm = option.state & ~_State.State_HasFocus & ~_State.State_MouseOver
        hovered = self._hovered = self._row_under_pointer()
        focused = self.currentIndex().row() if self.hasFocus() else -1
        top, tiles = self.verticalOffset(), self.geometry_of_tiles
        delegate, model = self.itemDelegate(), self.model()
        rows, side = tiles.between(top + dirty.top(), top + dirty.bottom()), tiles.tile
        for row, (x, y) in zip(rows, tiles.origins(rows), strict=True):
            rect = self.mirrored(QRect(x, y - top, side, side))
            if not rect.intersects(dirty):
                continue
            state = calm
            if self.is_chosen(row):
                state |= _State.State_Selected
            if row == focused:
                state |= _State.State_HasFocus
            if row == hovered:
                state |= _State.State_MouseOver
            option.rect = rect
            option.state = state
            delegate.paint(painter, option, model.index(row, 0))

    def is_chosen(self, place: int) -> bool:
        return self.selectionModel().isSelected(self.model().index(place, 0))

    def _paint_headings(self, painter: QPainter, dirty: QRect) -> None:
        headings = self.headings()
        if not headings:
            return
        painter.setFont(self.font())
        painter.setLayoutDirection(self.layoutDirection())
        pointer = self.viewport().mapFromGlobal(QCursor.pos())
        hovered = self.heading_at(pointer) if self.viewport().underMouse() else -1
        for section, rect in headings:
            if rect.intersects(dirty):
                grid_sections.draw_heading(
                    painter,
                    rect,
                    self.palette(),
                    self.heading_of(section),
                    hovered=section == hovered,
                    floating=self.geometry_of_tiles.section_top(section) < self.verticalOffset(),
                )

    def _row_under_pointer(self) -> int:
        if not self.viewport().underMouse():
            return -1
        return self.indexAt(self.viewport().mapFromGlobal(QCursor.pos())).row()
