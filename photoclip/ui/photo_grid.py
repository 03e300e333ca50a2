"""The scrolling grid of photos: tiles, their size, and where one is among them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from photoclip.ui.photo_model import PhotoModel
from photoclip.ui.tile_delegate import TileDelegate
from photoclip.ui.tile_view import TileView
from photoclip.ui.tiles import TileSpec

MIN_TILE = 80
MAX_TILE = 400
USUAL_TILE = 176
TILE_STEP = 24
SETTLE_MS = 120
"""Tiles are made anew for a size only once it has stood this long."""

_Select = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True, slots=True)
class Place:
    """What a person looks at: the photo at the top, how far it is scrolled, and the current one.

    A photo id is -1 for none; at the very top there is no top photo, so that
    new photos come into view above the others.
    """

    top_photo: int
    offset: int
    current_photo: int
    selected: bool


class PhotoGrid(TileView):
    """Emits what the user wants done with photos; knows them by row, and finds them again by id."""

    opened = Signal(int)
    """The row that was double-clicked or entered."""
    typed = Signal(str)
    """Text typed into the grid; it is meant for the search."""
    left = Signal()
    """Esc was pressed."""
    tile_changed = Signal(int)
    spec_changed = Signal(object)

    def __init__(self, model: PhotoModel, tile: int = USUAL_TILE, parent: QWidget | None = None) -> None:
        super().__init__(_clamp(tile), parent)
        self._photos = model
        self._filled = True
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._announce_spec)
        self.laid_out.connect(self._settle.start)
        self.setItemDelegate(TileDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Photos"))
        self.setModel(model)
        self.doubleClicked.connect(self._open)

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
            self.geometry_of_tiles = replace(self.geometry_of_tiles, wanted=side)
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

    # --- where one is

    @contextmanager
    def keeping_place(self) -> Iterator[None]:
        """Whatever happens to list or size inside, the same photos stay in view and selected."""
        place = self.place()
        yield
        if place is not None:
            self.go_to(place)

    def place(self) -> Place | None:
        """Where the user is now; None at the very top with nothing current."""
        current = self.currentIndex()
        top = self.verticalOffset()
        if not len(self._photos.ids) or (top == 0 and not current.isValid()):
            return None
        first = self.rows_on_screen()[0]
        return Place(
            top_photo=int(self._photos.ids[first]) if top else -1,
            offset=top - self.geometry_of_tiles.origin(first)[1],
            current_photo=int(self._photos.ids[current.row()]) if current.isValid() else -1,
            selected=current.isValid() and self.selectionModel().isSelected(current),
        )

    def go_to(self, place: Place) -> None:
        """Return to a place; photos that are gone are passed over."""
        bar = self.verticalScrollBar()
        top = self._photos.row_of(place.top_photo)
        where = self.geometry_of_tiles.origin(top)[1] + place.offset if top >= 0 else bar.value()
        current = self._photos.row_of(place.current_photo)
        if current >= 0:
            flag = _Select.ClearAndSelect if place.selected else _Select.NoUpdate
            self.selectionModel().setCurrentIndex(self._photos.index(current), flag)
        # Last, because the view scrolls to a new current photo.
        bar.setValue(where)

    # --- events

    def resizeEvent(self, event: QResizeEvent) -> None:
        with self.keeping_place():
            super().resizeEvent(event)
            self.updateGeometries()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        rows = self.rows_on_screen()
        if not self.currentIndex().isValid() and rows and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectionModel().setCurrentIndex(self._photos.index(rows[0]), _Select.ClearAndSelect)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
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

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.row())


def _clamp(side: int) -> int:
    return max(MIN_TILE, min(MAX_TILE, side))
