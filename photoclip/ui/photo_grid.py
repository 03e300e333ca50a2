"""The scrolling grid: a view with computed geometry, so that its cost is what is on screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import cast

import numpy as np
from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QCursor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from photoclip.ui.grid_geometry import GridGeometry
from photoclip.ui.photo_model import PhotoModel
from photoclip.ui.tile_delegate import TileDelegate
from photoclip.ui.tiles import TileSpec

MIN_TILE = 80
MAX_TILE = 400
USUAL_TILE = 176
TILE_STEP = 24
SETTLE_MS = 120
"""Tiles are made anew for a size only once it has stood this long."""

_Action = QAbstractItemView.CursorAction
_Select = QItemSelectionModel.SelectionFlag
_State = QStyle.StateFlag


@dataclass(frozen=True, slots=True)
class Place:
    """What a person looks at: the photo at the top, how far it is scrolled, and the current one."""

    top_photo: int
    offset: int
    current_photo: int
    selected: bool


class PhotoGrid(QAbstractItemView):
    """Square tiles in rows that fill the width."""

    opened = Signal(int)
    """The row that was double-clicked or entered."""
    typed = Signal(str)
    """Text typed into the grid; it is meant for the search."""
    left = Signal()
    """Esc was pressed."""
    tile_changed = Signal(int)
    spec_changed = Signal(object)

    def __init__(self, model: PhotoModel, tile: int = USUAL_TILE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photos = model
        self._filled = True
        self._layout = GridGeometry(width=1, wanted=_clamp(tile), count=0)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._announce_spec)
        self.setItemDelegate(TileDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # A bar that comes and goes would change the width that the tiles fill, and so its own need.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.setAccessibleName(self.tr("Photos"))
        self.setModel(model)
        self.doubleClicked.connect(self._open)

    # --- size of tiles

    @property
    def tile(self) -> int:
        """The wanted side of a tile in logical pixels."""
        return self._layout.wanted

    @Slot(int)
    def set_tile(self, side: int) -> None:
        side = _clamp(side)
        if side == self.tile:
            return
        with self.keeping_place():
            self._layout = replace(self._layout, wanted=side)
            self.updateGeometries()
        self.tile_changed.emit(side)

    @Slot(bool)
    def set_filled(self, filled: bool) -> None:
        """Fill the squares with the middle of each photo, or show photos whole."""
        self._filled = filled
        self._announce_spec()

    def spec(self) -> TileSpec:
        """How tiles must be made to be copied to the screen as they are."""
        ratio = self.devicePixelRatioF()
        return TileSpec(side=round(self._layout.tile * ratio), ratio=ratio, filled=self._filled)

    @Slot()
    def _announce_spec(self) -> None:
        self.spec_changed.emit(self.spec())
        self.viewport().update()

    # --- where one is

    @contextmanager
    def keeping_place(self) -> Iterator[None]:
        """Whatever happens to list or size inside, the same photos stay in view and selected."""
        place = self.place()
        yield
        if place is not None:
            self.go_to(place)

    def place(self) -> Place | None:
        """Where the user is now; None where there is nothing, or at the very top with nothing chosen."""
        current = self.currentIndex()
        top = self.verticalScrollBar().value()
        if not len(self._photos.ids) or (top == 0 and not current.isValid()):
            return None
        seen = self._layout.between(top, top)
        first = seen[0] if len(seen) else 0
        return Place(
            top_photo=int(self._photos.ids[first]) if top else -1,
            offset=top - self._layout.origin(first)[1],
            current_photo=int(self._photos.ids[current.row()]) if current.isValid() else -1,
            selected=self.selectionModel().isSelected(current),
        )

    def go_to(self, place: Place) -> None:
        """Return to a place; photos that are gone are passed over."""
        current = self._photos.row_of(place.current_photo)
        if current >= 0:
            flag = _Select.ClearAndSelect if place.selected else _Select.NoUpdate
            # Not setCurrentIndex of the view, which would scroll.
            blocked, self._still = self._still, True
            self.selectionModel().setCurrentIndex(self._photos.index(current), flag)
            self._still = blocked
        top = self._photos.row_of(place.top_photo)
        if top >= 0:
            self.verticalScrollBar().setValue(self._layout.origin(top)[1] + place.offset)

    _still = False

    # --- geometry, as QAbstractItemView asks for it

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        if not index.isValid():
            return QRect()
        x, y = self._layout.origin(index.row())
        return QRect(x, y - self.verticalOffset(), self._layout.tile, self._layout.tile)

    def indexAt(self, point: QPoint) -> QModelIndex:
        place = self._layout.at(point.x(), point.y() + self.verticalOffset())
        return self._photos.index(place) if place >= 0 else QModelIndex()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if not index.isValid() or self._still:
            return
        rect = self.visualRect(index)
        bar = self.verticalScrollBar()
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - self.viewport().height() // 2)
        elif rect.top() < 0:
            bar.setValue(bar.value() + rect.top() - 10)
        elif rect.bottom() > self.viewport().height():
            bar.setValue(bar.value() + rect.bottom() + 10 - self.viewport().height())

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        return False

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        # Called for what changed in a selection: one rectangle over the screen is
        # cheaper than one for each of a hundred thousand photos.
        return QRegion(self.viewport().rect())

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """From the tile at one corner to the tile at the other, in reading order."""
        first, last = self.indexAt(rect.topLeft()), self.indexAt(rect.bottomRight())
        if not first.isValid() or not last.isValid():
            self.selectionModel().select(QItemSelection(), command)
        elif first.row() <= last.row():
            self.selectionModel().select(QItemSelection(first, last), command)
        else:
            self.selectionModel().select(QItemSelection(last, first), command)

    def updateGeometries(self) -> None:
        self._layout = replace(
            self._layout, width=self.viewport().width(), count=self._photos.rowCount()
        )
        bar = self.verticalScrollBar()
        page = self.viewport().height()
        bar.setRange(0, max(0, self._layout.height - page))
        bar.setPageStep(page)
        bar.setSingleStep(max(12, self._layout.pitch // 3))
        self._settle.start()
        super().updateGeometries()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def moveCursor(
        self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        count, columns = self._layout.count, self._layout.columns
        if not count:
            return QModelIndex()
        current = self.currentIndex().row()
        if current < 0:
            return self._photos.index(0)
        page = max(1, self.viewport().height() // self._layout.pitch) * columns
        steps = {
            _Action.MoveLeft: -1,
            _Action.MovePrevious: -1,
            _Action.MoveRight: 1,
            _Action.MoveNext: 1,
            _Action.MoveUp: -columns,
            _Action.MoveDown: columns,
            _Action.MovePageUp: -page,
            _Action.MovePageDown: page,
            _Action.MoveHome: -current,
            _Action.MoveEnd: count - 1 - current,
        }
        return self._photos.index(_step(current, steps[cursorAction], count, columns))

    # --- events

    @Slot()
    def reset(self) -> None:
        super().reset()
        self.updateGeometries()
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        with self.keeping_place():
            super().resizeEvent(event)
            self.updateGeometries()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        top = self.verticalOffset()
        dirty = event.rect()
        under = self.indexAt(self.viewport().mapFromGlobal(QCursor.pos()))
        hovered = under.row() if self.viewport().underMouse() else -1
        current = self.currentIndex().row() if self.hasFocus() else -1
        base = cast(QStyle.StateFlag, option.state) & ~_State.State_HasFocus  # type: ignore[attr-defined]
        for row in self._layout.between(top + dirty.top(), top + dirty.bottom()):
            index = self._photos.index(row)
            state = base
            if self.selectionModel().isSelected(index):
                state |= _State.State_Selected
            if row == current:
                state |= _State.State_HasFocus
            if row == hovered:
                state |= _State.State_MouseOver
            option.rect = self.visualRect(index)  # type: ignore[attr-defined]
            option.state = state  # type: ignore[attr-defined]
            self.itemDelegate().paint(painter, option, index)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and event.reason() != Qt.FocusReason.MouseFocusReason:
            seen = self._layout.between(self.verticalOffset(), self.verticalOffset() + 1)
            if len(seen):
                self.selectionModel().setCurrentIndex(self._photos.index(seen[0]), _Select.NoUpdate)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        # Qt's own search would fetch the name of every photo of the library.
        if search.strip():
            self.typed.emit(search)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            self.set_tile(self.tile + (TILE_STEP if turned > 0 else -TILE_STEP if turned < 0 else 0))
            event.accept()
        else:
            super().wheelEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._settle.start()
        super().changeEvent(event)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.row())


def _clamp(side: int) -> int:
    return int(np.clip(side, MIN_TILE, MAX_TILE))


def _step(current: int, step: int, count: int, columns: int) -> int:
    """Where a move ends. Down from the last full row goes to the last photo; up and down keep the column."""
    target = current + step
    if 0 <= target < count:
        return target
    if abs(step) == 1:
        return current
    if step > 0:
        on_last_row = current // columns == (count - 1) // columns
        return current if on_last_row else count - 1
    return current % columns
