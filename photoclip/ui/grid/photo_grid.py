"""The scrolling grid of photos: tiles, their size, and where one is among them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from photoclip.ui import wording
from photoclip.ui.grid.dragging_view import DraggingView
from photoclip.ui.grid.grid_sections import heading_height, heading_words
from photoclip.ui.grid.photo_model import STACK_ROLE, Judged, PhotoModel
from photoclip.ui.grid.tile_delegate import TileDelegate
from photoclip.ui.grid.tiles import TileSpec

MIN_TILE = 80
MAX_TILE = 400
USUAL_TILE = 176
TILE_STEP = 24
SETTLE_MS = 120
"""Tiles are made anew for a size only once it has stood this long."""

_WHOLE = np.zeros(1, np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """What a person looks at: the photo at the top, how far it is scrolled, the current and the chosen ones.

    A photo id is -1 for none; at the very top there is no top photo, so that
    new photos come into view above the others.
    """

    top_photo: int
    offset: int
    current_photo: int
    selected: NDArray[np.int64]


class PhotoGrid(DraggingView):
    """Emits what the user wants done with photos; knows them by row, and finds them again by id."""

    opened = Signal(int)
    """The row that was double-clicked or entered."""
    typed = Signal(str)
    """Text typed into the grid; it is meant for the search."""
    left = Signal()
    """Esc was pressed."""
    stack_opened = Signal(int)
    """The id of a photo whose badge of a burst was clicked."""
    # An id may have 64 bits.
    judged = Signal(object, bool)
    """The id of a photo whose thumb was clicked: the one up, or the one down."""
    tile_changed = Signal(int)
    spec_changed = Signal(object)

    def __init__(self, model: PhotoModel, tile: int = USUAL_TILE, parent: QWidget | None = None) -> None:
        super().__init__(model, _clamp(tile), parent)
        self._filled = True
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._announce_spec)
        self.laid_out.connect(self._settle.start)
        self._tiles = TileDelegate(self)
        self.setItemDelegate(self._tiles)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Photos"))
        self.setModel(model)
        self.activated_row.connect(self.opened)

    # --- size of tiles

    @property
    def tile(self) -> int:
        """The wanted side of a tile in logical pixels."""
        return self.geometry_of_tiles.wanted

    @Slot(int)
    def set_tile(self, side: int) -> None:
        side = _clamp(side)
        if side == self.tile:
            return
        with self.keeping_place():
            self.geometry_of_tiles = self.geometry_of_tiles.laid_out(wanted=side)
            self.updateGeometries()
        self.viewport().update()
        self.tile_changed.emit(side)

    @Slot()
    def make_larger(self) -> None:
        self.set_tile(self.tile + TILE_STEP)

    @Slot()
    def make_smaller(self) -> None:
        self.set_tile(self.tile - TILE_STEP)

    @Slot()
    def make_usual(self) -> None:
        self.set_tile(USUAL_TILE)

    @Slot(bool)
    def set_filled(self, filled: bool) -> None:
        """Fill the squares with the middle of each photo, or show photos whole."""
        self._filled = filled
        self._announce_spec()

    def spec(self) -> TileSpec:
        """How tiles must be made to be copied to the screen as they are."""
        ratio = self.devicePixelRatioF()
        return TileSpec(side=round(self.geometry_of_tiles.tile * ratio), ratio=ratio, filled=self._filled)

    @Slot()
    def _announce_spec(self) -> None:
        self.spec_changed.emit(self.spec())
        self.viewport().update()

    # --- groups

    @Slot()
    def reset(self) -> None:
        self._lay_groups_out()
        super().reset()

    def _lay_groups_out(self) -> None:
        sections, starts = self._photos.sections, _WHOLE
        if sections:
            starts = np.fromiter((section.start for section in sections), np.int64, len(sections))
        self.geometry_of_tiles = self.geometry_of_tiles.laid_out(
            starts=starts,
            heading=heading_height(self.font()) if sections else 0,
            count=len(self._photos.ids),
        )

    def heading_of(self, section: int) -> tuple[str, str]:
        photos = len(self.geometry_of_tiles.section_places(section))
        return heading_words(self._photos.sections[section], photos, wording.locale())

    # --- badges

    def stack_at(self, point: QPoint) -> int:
        index = self.indexAt(point)
        if not index.isValid() or index.data(STACK_ROLE) <= 1:
            return -1
        spot = self._tiles.stack_spot(self.visualRect(index), index, self.font(), self.layoutDirection())
        return index.row() if spot.contains(point) else -1

    def thumb_at(self, point: QPoint) -> Judged:
        """Which thumb of a photo of a search is at a point."""
        index = self.indexAt(point)
        if not index.isValid():
            return Judged.NOT
        rect = self.visualRect(index)
        return self._tiles.thumb_at(rect, index, point, self.font(), self.layoutDirection())

    def badge_at(self, point: QPoint) -> bool:
        return self.stack_at(point) >= 0 or self.thumb_at(point) is not Judged.NOT

    def press_badge(self, row: int, point: QPoint) -> None:
        photo_id = int(self._photos.ids[row])
        if self.stack_at(point) == row:
            self.stack_opened.emit(photo_id)
        else:
            self.judged.emit(photo_id, self.thumb_at(point) is Judged.LIKED)

    # --- where one is

    @contextmanager
    def keeping_place(self) -> Iterator[None]:
        """Whatever happens to list or size inside, the same photos stay in view and chosen.

        Where the current photo has gone, the next one in the list takes its
        place, so that one photo after the other can be sorted out with one key.
        """
        place = self.place()
        before, ids = self.choice, self._photos.ids
        self._quiet = True
        try:
            yield
            if place is not None:
                self.go_to(place if ids is self._photos.ids else self._with_successors(place, ids))
        finally:
            self._quiet = False
        if ids is not self._photos.ids or before is not self.choice:
            self._tell_qt()
            if not np.array_equal(ids[before.flags], self._photos.ids[self.choice.flags]):
                self.selection_changed.emit()

    def _with_successors(self, place: Place, before: NDArray[np.int64]) -> Place:
        """The place with those photos that came next in the list before for those that have gone from it."""
        top, current = (self._successor(photo, before) for photo in (place.top_photo, place.current_photo))
        selected = place.selected
        if current != place.current_photo and not np.isin(selected, self._photos.ids).any():
            selected = np.array([current], np.int64)
        return Place(top, place.offset, current, selected)

    def _successor(self, photo: int, before: NDArray[np.int64]) -> int:
        """The photo itself while it is in the list; else the next that is, or the last one before it."""
        if photo < 0 or self._photos.row_of(photo) >= 0:
            return photo
        was = int(np.flatnonzero(before == photo)[0])
        left = np.flatnonzero(np.isin(before, self._photos.ids))
        if not len(left):
            return -1
        return int(before[left[min(int(np.searchsorted(left, was)), len(left) - 1)]])

    def place(self) -> Place | None:
        """Where the user is now; None at the very top with nothing current and nothing chosen."""
        current = self.currentIndex()
        top = self.verticalOffset()
        chosen = self._photos.ids[self.choice.flags]
        if not len(self._photos.ids) or (top == 0 and not current.isValid() and not len(chosen)):
            return None
        on_screen = self.rows_on_screen()
        first = on_screen[0] if on_screen else 0
        return Place(
            top_photo=int(self._photos.ids[first]) if top else -1,
            offset=top - self.geometry_of_tiles.origin(first)[1],
            current_photo=int(self._photos.ids[current.row()]) if current.isValid() else -1,
            selected=chosen,
        )

    def go_to(self, place: Place) -> None:
        """Return to a place; photos that are gone are passed over."""
        bar = self.verticalScrollBar()
        top = self._photos.row_of(place.top_photo)
        where = self.geometry_of_tiles.origin(top)[1] + place.offset if top >= 0 else bar.value()
        current = self._photos.row_of(place.current_photo)
        if current >= 0:
            self._move_to(current)
            self.choice.anchor = current
        self._chosen(self.choice.put(np.isin(self._photos.ids, place.selected)))
        # Last, because the view scrolls to a new current photo.
        bar.setValue(where)

    def select_ids(self, photo_ids: NDArray[np.int64]) -> None:
        """Choose just these photos, as far as they are in the list."""
        self._chosen(self.choice.put(np.isin(self._photos.ids, photo_ids)))

    # --- events

    def resizeEvent(self, event: QResizeEvent) -> None:
        with self.keeping_place():
            super().resizeEvent(event)
            self.updateGeometries()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        rows = self.rows_on_screen()
        if not self.currentIndex().isValid() and rows and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.choose_only(rows[0])
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        opens = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if opens and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
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
        turned = event.angleDelta().y()
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif turned > 0:
            self.make_larger()
        elif turned < 0:
            self.make_smaller()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._settle.start()
        elif event.type() == QEvent.Type.FontChange:
            self._lay_groups_out()
            self.updateGeometries()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.row())


def _clamp(side: int) -> int:
    return max(MIN_TILE, min(MAX_TILE, side))
