"""A view of equal square tiles that costs what is on screen, whatever the length of the list."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import (
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
from PySide6.QtGui import QCursor, QPainter, QPaintEvent, QPalette, QRegion
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from photoclip.ui.grid_geometry import MARGIN, GridGeometry

_Action = QAbstractItemView.CursorAction
_State = QStyle.StateFlag


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

    # --- where things are

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        if not index.isValid():
            return QRect()
        x, y = self.geometry_of_tiles.origin(index.row())
        side = self.geometry_of_tiles.tile
        return QRect(x, y - self.verticalOffset(), side, side)

    def indexAt(self, point: QPoint) -> QModelIndex:
        place = self.geometry_of_tiles.at(point.x(), point.y() + self.verticalOffset())
        return self.model().index(place, 0) if place >= 0 else QModelIndex()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if not index.isValid():
            return
        rect = self.visualRect(index)
        bar = self.verticalScrollBar()
        page = self.viewport().height()
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - page // 2)
        elif rect.top() < 0:
            bar.setValue(bar.value() + rect.top() - MARGIN)
        elif rect.bottom() > page:
            bar.setValue(bar.value() + rect.bottom() + MARGIN - page)

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        return False

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        # Asked for what a selection changed: the screen is cheaper to name than
        # one rectangle for each of a hundred thousand photos.
        return QRegion(self.viewport().rect())

    def updateGeometries(self) -> None:
        model = self.model()
        self.geometry_of_tiles = replace(
            self.geometry_of_tiles,
            width=self.viewport().width(),
            count=model.rowCount() if model is not None else 0,
        )
        bar = self.verticalScrollBar()
        page = self.viewport().height()
        bar.setRange(0, max(0, self.geometry_of_tiles.height - page))
        bar.setPageStep(page)
        bar.setSingleStep(max(12, self.geometry_of_tiles.pitch // 3))
        super().updateGeometries()
        self.laid_out.emit()

    # --- moving and choosing

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """From the tile at one corner to the tile at the other, in reading order."""
        first, last = self.indexAt(rect.topLeft()), self.indexAt(rect.bottomRight())
        if not first.isValid() or not last.isValid():
            self.selectionModel().select(QItemSelection(), command)
        elif first.row() <= last.row():
            self.selectionModel().select(QItemSelection(first, last), command)
        else:
            self.selectionModel().select(QItemSelection(last, first), command)

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
        page = max(1, self.viewport().height() // tiles.pitch) * tiles.columns
        steps = {
            _Action.MoveLeft: -1,
            _Action.MovePrevious: -1,
            _Action.MoveRight: 1,
            _Action.MoveNext: 1,
            _Action.MoveUp: -tiles.columns,
            _Action.MoveDown: tiles.columns,
            _Action.MovePageUp: -page,
            _Action.MovePageDown: page,
            _Action.MoveHome: -current,
            _Action.MoveEnd: tiles.count - 1 - current,
        }
        return self.model().index(tiles.step(current, steps[cursorAction]), 0)

    # --- painting

    @Slot()
    def reset(self) -> None:
        super().reset()
        self.updateGeometries()
        self.verticalScrollBar().setValue(0)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        calm = option.state & ~_State.State_HasFocus & ~_State.State_MouseOver
        hovered = self._row_under_pointer()
        top, dirty = self.verticalOffset(), event.rect()
        for row in self.geometry_of_tiles.between(top + dirty.top(), top + dirty.bottom()):
            index = self.model().index(row, 0)
            option.rect = self.visualRect(index)
            option.state = calm | self._state_of(index, hovered)
            self.itemDelegate().paint(painter, option, index)
        painter.end()

    def _state_of(self, index: QModelIndex, hovered: int) -> QStyle.StateFlag:
        state = _State.State_None
        if self.selectionModel().isSelected(index):
            state |= _State.State_Selected
        if self.hasFocus() and index.row() == self.currentIndex().row():
            state |= _State.State_HasFocus
        if index.row() == hovered:
            state |= _State.State_MouseOver
        return state

    def _row_under_pointer(self) -> int:
        if not self.viewport().underMouse():
            return -1
        return self.indexAt(self.viewport().mapFromGlobal(QCursor.pos())).row()
