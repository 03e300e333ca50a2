"""The photos of an answer as a Qt model that knows ids, and fetches rows only where it is looked at."""

from __future__ import annotations

import html
import os
from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Slot

from photoclip import paths
from photoclip.domain.photos import PhotoRow
from photoclip.ui import wording
from photoclip.ui.row_store import RowStore
from photoclip.ui.thumbnails import Thumbnails
from photoclip.worker.messages import GridRow, RowsLoaded

BLOCK = 64
"""Rows are asked for in blocks of this many: about a screen."""

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole

PHOTO_ROLE = _Role.UserRole + 1
"""The `PhotoRow`, or None until it was loaded."""
RELEVANCE_ROLE = _Role.UserRole + 2
"""A share in [0, 1], or None while browsing."""
PIXMAP_ROLE = _Role.UserRole + 3
"""The tile as a QPixmap, or None until it is ready."""
MISSING_ROLE = _Role.UserRole + 4
"""Whether the photo has no thumbnail that can be shown."""
THUMBNAIL_ROLE = _Role.UserRole + 5
"""The path of the thumbnail as text, or None until the row was loaded."""


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
        self._ids: NDArray[np.int64] = np.empty(0, np.int64)
        self._relevance: NDArray[np.float32] | None = None
        self._sorted: tuple[NDArray[np.int64], NDArray[np.int64]] | None = None
        self._stopped = False
        self._request = QTimer(self, singleShot=True, interval=0)
        self._request.timeout.connect(self._ask_for_rows)
        thumbnails.ready.connect(self._tile_ready)

    # --- what is shown

    def show(self, photo_ids: NDArray[np.int64], relevance: NDArray[np.float32] | None) -> None:
        """Show another list of photos."""
        self.beginResetModel()
        self._ids = np.ascontiguousarray(photo_ids, dtype=np.int64)
        self._relevance = relevance
        self._sorted = None
        self.endResetModel()

    def refresh(self, photo_ids: NDArray[np.int64], relevance: NDArray[np.float32] | None) -> None:
        """Show the same list as it is by now; loaded rows serve until their news arrive."""
        self._rows.expire()
        self._thumbnails.try_missing_again()
        if relevance is None and np.array_equal(photo_ids, self._ids):
            if len(self._ids):
                self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))
            return
        self.show(photo_ids, relevance)

    @property
    def ids(self) -> NDArray[np.int64]:
        return self._ids

    def row_of(self, photo_id: int) -> int:
        """Where a photo is in the list, or -1."""
        if not len(self._ids):
            return -1
        if self._sorted is None:
            order = np.argsort(self._ids, kind="stable")
            self._sorted = (order, self._ids[order])
        order, ascending = self._sorted
        at = int(np.searchsorted(ascending, photo_id))
        return int(order[at]) if at < len(ascending) and ascending[at] == photo_id else -1

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
        if role == RELEVANCE_ROLE:
            return None if self._relevance is None else float(self._relevance[index.row()])
        if role not in _ANSWERED:
            return None
        row = self._row(index.row())
        if row is None:
            return False if role == MISSING_ROLE else None
        return self._of_row(row, role, self.data(index, RELEVANCE_ROLE))

    def _of_row(self, row: GridRow, role: int, relevance: float | None) -> Any:
        if role == PIXMAP_ROLE:
            return self._thumbnails.pixmap(row.photo.content_hash, row.thumbnail)
        if role == MISSING_ROLE:
            return self._thumbnails.is_missing(row.photo.content_hash)
        if role == PHOTO_ROLE:
            return row.photo
        if role == THUMBNAIL_ROLE:
            return row.thumbnail
        if role == _Role.ToolTipRole:
            return _tool_tip(self, row.photo, relevance)
        name = file_name(row.photo)
        if role == _Role.AccessibleTextRole and relevance is not None:
            return self.tr("{name}, {share} match").format(name=name, share=wording.percent(relevance))
        return name

    # --- rows on their way

    def _row(self, row: int) -> GridRow | None:
        photo_id = int(self._ids[row])
        if self._rows.needs(photo_id):
            start = row // BLOCK * BLOCK
            self._rows.want(self._ids[start : start + BLOCK].tolist())
            if not self._request.isActive():
                self._request.start()
        return self._rows.get(photo_id)

    def stop(self) -> None:
        """Ask for nothing more: the worker is closing."""
        self._stopped = True

    @Slot()
    def _ask_for_rows(self) -> None:
        wanted = self._rows.take_wanted()
        if wanted and not self._stopped:
            self._load_rows(wanted)

    @Slot(object)
    def take_rows(self, loaded: RowsLoaded) -> None:
        self._rows.put(loaded.rows)
        places = [self.row_of(row.photo.photo_id) for row in loaded.rows]
        shown = [place for place in places if place >= 0]
        if shown:
            self.dataChanged.emit(self.index(min(shown)), self.index(max(shown)))

    @Slot(object)
    def _tile_ready(self, content_hash: bytes) -> None:
        photo_id = self._rows.photo_with(content_hash)
        row = self.row_of(photo_id) if photo_id is not None else -1
        if row >= 0:
            index = self.index(row)
            self.dataChanged.emit(index, index, [PIXMAP_ROLE, MISSING_ROLE])


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


def file_name(photo: PhotoRow) -> str:
    """The file's name, fit to be shown."""
    return paths.display(os.fsencode(PurePath(os.fsdecode(photo.path)).name))


def _tool_tip(model: QObject, photo: PhotoRow, relevance: float | None) -> str:
    lines = [f"<b>{html.escape(file_name(photo))}</b>"]
    if relevance is not None:
        lines.append(model.tr("{share} match").format(share=wording.percent(relevance)))
    taken = photo.taken_at.replace("T", " ") if photo.taken_at else ""
    size = f"{photo.width} × {photo.height}"
    lines.append(" · ".join(html.escape(part) for part in (taken, size) if part))
    # File names are anybody's text; unescaped they could pass for markup.
    lines.append(html.escape(paths.display(os.fsencode(PurePath(os.fsdecode(photo.path)).parent))))
    return "<p style='white-space:pre'>" + "<br>".join(lines) + "</p>"
