"""The photos of an answer as a Qt model that knows ids, and fetches rows only where it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Slot,
)
from PySide6.QtGui import QPixmap

from photoclip.domain.photos import PhotoRow
from photoclip.domain.query import Section
from photoclip.ui.grid import drag, tile_words
from photoclip.ui.grid.row_store import RowStore
from photoclip.ui.grid.thumbnails import Thumbnails
from photoclip.ui.grid.tile_words import file_name as file_name
from photoclip.worker.messages import Answer, GridRow, RowsLoaded

BLOCK = 64
"""Rows are asked for in blocks of this many: about a screen."""

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_NOTHING = Answer(-1, np.empty(0, np.int64), None)
_Role = Qt.ItemDataRole

PHOTO_ROLE = _Role.UserRole + 1
"""The `PhotoRow`, or None until it was loaded."""
RELEVANCE_ROLE = _Role.UserRole + 2
"""A share in [0, 1], or None where the photo was not ranked."""
PIXMAP_ROLE = _Role.UserRole + 3
"""The tile as a QPixmap, or None until it is ready."""
MISSING_ROLE = _Role.UserRole + 4
"""Whether the photo has no thumbnail that can be shown."""
THUMBNAIL_ROLE = _Role.UserRole + 5
"""The path of the thumbnail as text, or None until the row was loaded."""
STACK_ROLE = _Role.UserRole + 6
"""How many photos of a burst this one stands for; 1 where it stands for itself."""
TILE_ROLE = _Role.UserRole + 7
"""All that a tile shows, as a `Tile`: painting asks once, not once for each part."""


class Judged(IntEnum):
    """What a person said of a photo in the search that is shown."""

    NOT = 0
    LIKED = 1
    DISLIKED = -1


class Tile(NamedTuple):
    """What to draw for a photo; `photo` is None until its row was loaded."""

    photo: PhotoRow | None
    pixmap: QPixmap | None
    missing: bool
    relevance: float | None
    stack: int
    judged: Judged = Judged.NOT


class PhotoModel(QAbstractListModel):
    """One column of photos. Memory grows with eight bytes for an id, not with rows or pictures."""

    def __init__(
        self,
        load_rows: Callable[[Sequence[int]], None],
        thumbnails: Thumbnails,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._load_rows = load_rows
        self._thumbnails = thumbnails
        self._rows = RowStore()
        self._answer = _NOTHING
        self._ids: NDArray[np.int64] = _NOTHING.photo_ids
        self._sorted: tuple[NDArray[np.int64], NDArray[np.int64]] | None = None
        self._judged: dict[int, Judged] = {}
        self._blocks_wanted: set[int] = set()
        self._stopped = False
        self._request = QTimer(self, singleShot=True, interval=0)
        self._request.timeout.connect(self._ask_for_rows)
        self._drawn: list[int] = []
        self._telling = QTimer(self, singleShot=True, interval=0)
        self._telling.timeout.connect(self._tell_of_tiles)
        thumbnails.ready.connect(self._tile_ready)

    # --- what is shown

    def show(self, answer: Answer) -> None:
        """Show another list of photos."""
        self.beginResetModel()
        self._answer = answer
        self._ids = np.ascontiguousarray(answer.photo_ids, dtype=np.int64)
        self._sorted = None
        self._blocks_wanted.clear()
        self.endResetModel()

    def refresh(self, answer: Answer) -> None:
        """Show the same list as it is by now; loaded rows serve until their news arrive."""
        self._rows.expire()
        self._thumbnails.try_missing_again()
        if not _is_same(answer, self._answer):
            self.show(answer)
        elif len(self._ids):
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def patch(
        self, photo_ids: Iterable[int], rating: int | None = None, favourite: bool | None = None
    ) -> None:
        """Show a change of marks at once; what the catalog made of it comes with the next refresh."""
        marked = set(self._rows.loaded()).intersection(photo_ids)
        self._say_changed(key for key in marked if self._rows.patch(key, rating, favourite))

    def show_judgement(self, liked: Iterable[int], disliked: Iterable[int]) -> None:
        """Which photos a person said to be what is looked for, and which not."""
        judged = dict.fromkeys(liked, Judged.LIKED) | dict.fromkeys(disliked, Judged.DISLIKED)
        differing = judged.items() ^ self._judged.items()
        self._judged = judged
        self._say_changed({photo_id for photo_id, _ in differing})

    def judged(self, photo_id: int) -> Judged:
        return self._judged.get(photo_id, Judged.NOT)

    @property
    def ranked(self) -> bool:
        """Whether the photos of the list have a relevance."""
        return self._answer.relevance is not None

    @property
    def sections(self) -> Sequence[Section]:
        """The groups of the list."""
        return self._answer.sections

    @property
    def ids(self) -> NDArray[np.int64]:
        return self._ids

    def row_of(self, photo_id: int) -> int:
        """Where a photo is in the list, or -1."""
        places = self._places_of(np.array([photo_id], np.int64))
        return int(places[0]) if len(places) else -1

    def _places_of(self, photo_ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """Where those of some photos are that are in the list."""
        if not len(self._ids):
            return np.empty(0, np.int64)
        if self._sorted is None:
            order = np.argsort(self._ids, kind="stable")
            self._sorted = (order, self._ids[order])
        order, ascending = self._sorted
        at = np.minimum(ascending.searchsorted(photo_ids), len(ascending) - 1)
        places: NDArray[np.int64] = order[at[ascending[at] == photo_ids]]
        return places

    def loaded(self, photo_ids: Iterable[int]) -> list[PhotoRow]:
        """Those of some photos whose rows are here, in the same order."""
        here = set(self._rows.loaded())
        rows = (self._rows.get(photo_id) for photo_id in photo_ids if photo_id in here)
        return [row.photo for row in rows if row is not None]

    def photo(self, row: int) -> PhotoRow | None:
        """The photo in a row, or None until it was loaded."""
        grid_row = self._row(row)
        return grid_row.photo if grid_row else None

    # --- Qt's questions

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: AnyIndex, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        if role == TILE_ROLE:
            return self._tile_of(index.row())
        if role == RELEVANCE_ROLE:
            return self._relevance_of(index.row())
        if role == STACK_ROLE:
            return self._stack_of(index.row())
        if role not in _ANSWERED:
            return None
        row = self._row(index.row())
        if row is None:
            return False if role == MISSING_ROLE else None
        return self._of_row(row, role, index.row())

    def _relevance_of(self, row: int) -> float | None:
        relevance = self._answer.relevance
        if relevance is None or np.isnan(relevance[row]):
            return None
        return float(relevance[row])

    def _stack_of(self, row: int) -> int:
        stacks = self._answer.stacks
        return 1 if stacks is None else max(1, int(stacks[row]))

    def _tile_of(self, place: int) -> Tile:
        row = self._row(place)
        relevance, stack = self._relevance_of(place), self._stack_of(place)
        if row is None:
            return Tile(None, None, False, relevance, stack)
        judged = self.judged(row.photo.photo_id)
        pixmap = self._pixmap_of(row)
        missing = pixmap is None and self._thumbnails.is_missing(row.photo.content_hash)
        return Tile(row.photo, pixmap, missing, relevance, stack, judged)

    def _pixmap_of(self, row: GridRow) -> QPixmap | None:
        photo = row.photo
        return self._thumbnails.pixmap(photo.content_hash, row.thumbnail, grey=photo.offline)

    def _of_row(self, row: GridRow, role: int, place: int) -> Any:
        if role == PIXMAP_ROLE:
            return self._pixmap_of(row)
        if role == MISSING_ROLE:
            return self._thumbnails.is_missing(row.photo.content_hash)
        if role == PHOTO_ROLE:
            return row.photo
        if role == THUMBNAIL_ROLE:
            return row.thumbnail
        if role == _Role.ToolTipRole:
            return tile_words.tool_tip(row.photo, self._relevance_of(place))
        if role == _Role.AccessibleTextRole:
            return tile_words.spoken(row.photo, self._relevance_of(place), self.judged(row.photo.photo_id))
        return file_name(row.photo)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        return [drag.PHOTOS_TYPE, "text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return self.mime_of([int(self._ids[index.row()]) for index in indexes])

    def mime_of(self, photo_ids: Sequence[int]) -> QMimeData:
        """Photos as they are dragged or copied."""
        return drag.mime_of(photo_ids, self.loaded(photo_ids))

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    # --- rows on their way

    def _row(self, row: int) -> GridRow | None:
        photo_id = int(self._ids[row])
        block = row // BLOCK
        if block not in self._blocks_wanted and self._rows.needs(photo_id):
            self._blocks_wanted.add(block)
            start = block * BLOCK
            self._rows.want(self._ids[start : start + BLOCK].tolist())
            if not self._request.isActive():
                self._request.start()
        return self._rows.get(photo_id)

    def stop(self) -> None:
        """Ask for nothing more: the worker is closing."""
        self._stopped = True

    @Slot()
    def _ask_for_rows(self) -> None:
        self._blocks_wanted.clear()
        wanted = self._rows.take_wanted()
        if wanted and not self._stopped:
            self._load_rows(wanted)

    @Slot(object)
    def take_rows(self, loaded: RowsLoaded) -> None:
        self._rows.put(loaded.rows)
        self._say_changed(row.photo.photo_id for row in loaded.rows)

    def _say_changed(self, photo_ids: Iterable[int]) -> None:
        places = self._places_of(np.fromiter(photo_ids, np.int64))
        if len(places):
            self.dataChanged.emit(self.index(int(places.min())), self.index(int(places.max())))

    @Slot(object)
    def _tile_ready(self, content_hash: bytes) -> None:
        photo_id = self._rows.photo_with(content_hash)
        if photo_id is not None:
            self._drawn.append(photo_id)
            if not self._telling.isActive():
                self._telling.start()

    @Slot()
    def _tell_of_tiles(self) -> None:
        """Once for all tiles that became ready since the window last had time."""
        drawn, self._drawn = self._drawn, []
        places = self._places_of(np.array(drawn, np.int64))
        if len(places):
            first, last = self.index(int(places.min())), self.index(int(places.max()))
            self.dataChanged.emit(first, last, [PIXMAP_ROLE, MISSING_ROLE])


_ANSWERED = frozenset(
    (
        PIXMAP_ROLE,
        MISSING_ROLE,
        PHOTO_ROLE,
        THUMBNAIL_ROLE,
        int(_Role.DisplayRole),
        int(_Role.ToolTipRole),
        int(_Role.AccessibleTextRole),
    )
)


def _is_same(answer: Answer, other: Answer) -> bool:
    """Whether two answers would look the same, apart from what their photos have become."""
    pairs = ((answer.relevance, other.relevance), (answer.stacks, other.stacks))
    return (
        np.array_equal(answer.photo_ids, other.photo_ids)
        and tuple(answer.sections) == tuple(other.sections)
        and all(
            one is two or (one is not None and two is not None and np.array_equal(one, two, equal_nan=True))
            for one, two in pairs
        )
    )
