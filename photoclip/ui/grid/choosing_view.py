"""A tile view in which photos are chosen as in a file manager: by clicks, keys, and a band around them."""

from __future__ import annotations

from enum import Enum, auto

import numpy as np
from PySide6.QtCore import (
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
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from photoclip.ui.grid.grid_selection import Flags, GridSelection
from photoclip.ui.grid.tile_view import VERTICAL_MOVES, TileView

_Key = Qt.Key
AnyIndex = QModelIndex | QPersistentModelIndex
_Action = QAbstractItemView.CursorAction
_Flag = QItemSelectionModel.SelectionFlag
_Modifier = Qt.KeyboardModifier
_MOVES = {
    _Key.Key_Left: _Action.MoveLeft,
    _Key.Key_Right: _Action.MoveRight,
    _Key.Key_Up: _Action.MoveUp,
    _Key.Key_Down: _Action.MoveDown,
    _Key.Key_PageUp: _Action.MovePageUp,
    _Key.Key_PageDown: _Action.MovePageDown,
    _Key.Key_Home: _Action.MoveHome,
    _Key.Key_End: _Action.MoveEnd,
}
_MIRRORED_RUNS = 100
"""Qt's own selection, which screen readers see, grows slow with the number of its ranges."""
_SCROLL_MS = 16


class _Press(Enum):
    """What the pressed mouse button means until it is released."""

    NOTHING = auto()
    TILE = auto()
    BAND = auto()


class ChoosingView(TileView):
    """Knows which places are chosen; what they stand for is known to the model alone."""

    selection_changed = Signal()
    activated_row = Signal(int)
    """The row that was double-clicked."""

    def __init__(self, wanted: int, parent: QWidget | None = None) -> None:
        super().__init__(wanted, parent)
        self.choice = GridSelection()
        self._quiet = False
        self._moving = False
        self._press = _Press.NOTHING
        self._pressed_row = -1
        self._pressed_at = QPoint()
        self._on_release = -1
        self._band_from = self._band_to = QPoint()
        self._band_base: Flags = self.choice.flags
        self._scrolling = QTimer(self, interval=_SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll_band)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)

    # --- what is chosen

    def is_chosen(self, place: int) -> bool:
        return place in self.choice

    @Slot()
    def select_all(self) -> None:
        self._chosen(self.choice.put(np.ones_like(self.choice.flags)))

    @Slot()
    def select_none(self) -> None:
        self._chosen(self.choice.put(np.zeros_like(self.choice.flags)))

    @Slot()
    def invert_selection(self) -> None:
        self._chosen(self.choice.inverted())

    def selectAll(self) -> None:
        self.select_all()

    def clearSelection(self) -> None:
        self.select_none()

    def choose_only(self, row: int) -> None:
        self._move_to(row)
        self._chosen(self.choice.only(row))

    def choose_section(self, section: int, *, added: bool = False) -> None:
        """The photos of a group; `added` to the others, and off again where all of them are chosen."""
        group = self.geometry_of_tiles.section_places(section)
        places = slice(group.start, group.stop)
        flags = self.choice.with_places(places, empty=not added)
        if added and self.choice.flags[places].all():
            flags[places] = False
        if group:
            self._move_to(group.start)
            self.choice.anchor = group.start
        self._chosen(self.choice.put(flags))

    def _chosen(self, changed: bool) -> None:
        if not changed:
            return
        self.viewport().update()
        if not self._quiet:
            self._tell_qt()
            self.selection_changed.emit()

    def _tell_qt(self) -> None:
        model, told = self.model(), QItemSelection()
        runs = self.choice.runs()
        if len(runs) <= _MIRRORED_RUNS:
            for first, end in runs.tolist():
                told.select(model.index(first, 0), model.index(end - 1, 0))
        self.selectionModel().select(told, _Flag.ClearAndSelect)

    def _move_to(self, row: int) -> None:
        self._moving = True
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), _Flag.NoUpdate)
        self._moving = False

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        # Moved by another than this view, such as the viewer that went on to the next photo.
        if current.isValid() and not self._moving and current.row() < len(self.choice.flags):
            self._chosen(self.choice.only(current.row()))

    @Slot()
    def reset(self) -> None:
        super().reset()
        self._end_press()
        self._goal_column = -1
        had = bool(len(self.choice))
        self.choice = GridSelection(self.geometry_of_tiles.count)
        self._chosen(had)

    # --- mouse

    def badge_at(self, point: QPoint) -> bool:
        """Whether a badge that can be clicked is at a point."""
        return False

    def press_badge(self, row: int, point: QPoint) -> None:
        """A badge was clicked."""

    def drag_chosen(self) -> None:
        """The pointer carries the chosen photos away."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        section, row = self.heading_at(point), self.indexAt(point).row()
        self._goal_column = -1
        self._pressed_at, self._pressed_row, self._on_release = point, row, -1
        if event.button() == Qt.MouseButton.RightButton:
            if row >= 0 and row not in self.choice:
                self.choose_only(row)
            elif row >= 0:
                self._move_to(row)
        elif event.button() == Qt.MouseButton.LeftButton:
            if section >= 0:
                self.choose_section(section, added=_adds(event))
            elif row < 0:
                self._start_band(point, kept=_adds(event) or _reaches(event))
            elif self.badge_at(point):
                self.press_badge(row, point)
            else:
                self._press_tile(row, event)
        event.accept()

    def _press_tile(self, row: int, event: QMouseEvent) -> None:
        self._press = _Press.TILE
        if _reaches(event):
            self._move_to(row)
            self._chosen(self.choice.reached(row, added=_adds(event)))
        elif row in self.choice:
            # The photos that are chosen may be about to be dragged.
            self._on_release = row
            self._move_to(row)
        elif _adds(event):
            self._move_to(row)
            self._chosen(self.choice.toggled(row))
        else:
            self.choose_only(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._press is _Press.BAND:
            self._stretch_band(point)
        elif self._press is _Press.TILE:
            far = (point - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
            if far and self._pressed_row in self.choice:
                self._end_press()
                self.drag_chosen()
        elif not event.buttons():
            over = self.heading_at(point) >= 0 or self.badge_at(point)
            self.viewport().setCursor(
                Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
            )
            if self.geometry_of_tiles.heading:
                self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        row = self._on_release
        if self._press is _Press.TILE and row >= 0:
            self._chosen(self.choice.toggled(row) if _adds(event) else self.choice.only(row))
        self._end_press()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        row = self.indexAt(point).row()
        plain = not _adds(event) and not _reaches(event) and not self.badge_at(point)
        if event.button() == Qt.MouseButton.LeftButton and plain and row >= 0 and row == self._pressed_row:
            self._end_press()
            self.activated_row.emit(row)
        else:
            self.mousePressEvent(event)

    def _end_press(self) -> None:
        self._scrolling.stop()
        if self._press is _Press.BAND:
            self.viewport().update()
        self._press = _Press.NOTHING
        self._on_release = -1

    # --- a band around photos

    def _start_band(self, point: QPoint, *, kept: bool) -> None:
        self._press = _Press.BAND
        self._band_from, self._band_to = self.content_point(point), point
        if not kept:
            self.select_none()
        self._band_base = self.choice.flags

    def _band(self) -> QRect:
        """The band as it lies in the content."""
        pointer = self.content_point(self._band_to)
        return QRect(self._band_from, pointer).normalized()

    def _stretch_band(self, point: QPoint) -> None:
        self._band_to = point
        outside = not 0 <= point.y() < self.viewport().height()
        if outside and not self._scrolling.isActive():
            self._scrolling.start()
        elif not outside:
            self._scrolling.stop()
        band = self._band()
        flags = self._band_base.copy()
        flags[self.geometry_of_tiles.within(band.left(), band.top(), band.right(), band.bottom())] = True
        self._chosen(self.choice.put(flags))
        self.viewport().update()

    @Slot()
    def _scroll_band(self) -> None:
        """The further outside the pointer is, the faster."""
        y, page = self._band_to.y(), self.viewport().height()
        beyond = y if y < 0 else max(0, y - page + 1)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(beyond * 0.5))
        self._stretch_band(self._band_to)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._press is not _Press.BAND:
            return
        band = self._band()
        rect = self.mirrored(band.translated(0, -self.verticalOffset()))
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        tint = QColor(accent)
        tint.setAlpha(50)
        painter = QPainter(self.viewport())
        painter.fillRect(rect, tint)
        painter.setPen(QPen(accent, 1))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.end()

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = _Key(event.key()), event.modifiers()
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif key in _MOVES and not modifiers & _Modifier.AltModifier:
            self._move_by_key(_MOVES[key], modifiers)
        elif key == _Key.Key_Space and modifiers & _Modifier.ControlModifier:
            if self.currentIndex().isValid():
                self._chosen(self.choice.toggled(self.currentIndex().row()))
        else:
            super().keyPressEvent(event)

    def _move_by_key(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> None:
        row = self.moveCursor(action, modifiers).row()
        if action not in VERTICAL_MOVES:
            self._goal_column = -1
        if row < 0:
            return
        if self.choice.anchor < 0:
            self.choice.anchor = max(0, self.currentIndex().row())
        self._move_to(row)
        if modifiers & _Modifier.ShiftModifier:
            self._chosen(self.choice.reached(row, added=bool(modifiers & _Modifier.ControlModifier)))
        elif not modifiers & _Modifier.ControlModifier:
            self._chosen(self.choice.only(row))


def _adds(event: QMouseEvent) -> bool:
    return bool(event.modifiers() & _Modifier.ControlModifier)


def _reaches(event: QMouseEvent) -> bool:
    return bool(event.modifiers() & _Modifier.ShiftModifier)
