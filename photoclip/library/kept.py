"""What was found out about a library, kept until another connection writes to its catalog."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.catalog import Catalog, Found
from photoclip.domain.changes import AlbumKind
from photoclip.domain.pipeline import Sketches
from photoclip.domain.query import Arrangement, Filters
from photoclip.errors import BadInput
from photoclip.library import bursts, duplicates
from photoclip.library.bursts import Bursts
from photoclip.library.duplicates import NearDuplicates
from photoclip.library.likeness import Likeness
from photoclip.library.searching import Searcher

Ids = NDArray[np.int64]
Progress = tuple[int, int] | None
"""Comparisons done and in all, or None while there is nothing to tell."""
_MOST_KEPT = 16
_PLAIN = {"smart": None, "duplicates": False, "duplicates_of": None, "burst_of": None}
"""The filters that are not the catalog's to decide."""


class Kept:
    """Photos by filters, bursts and near duplicates. Belongs to the catalog's thread."""

    def __init__(self, catalog: Catalog, serving: Callable[[], Searcher], sketches: Sketches) -> None:
        self._catalog = catalog
        self._serving = serving
        self._sketches = sketches
        self._version = -1
        self._found: dict[tuple[Filters, Arrangement], Found] = {}
        self._sorted: tuple[Found, Ids] | None = None
        self._bursts: tuple[object, Bursts] | None = None
        self._near: tuple[object, NearDuplicates] | None = None

    def find(self, filters: Filters, arrangement: Arrangement = Arrangement()) -> Found:
        """As `domain.catalog.Photos.find`, once for each state of the catalog.

        Raises:
            BadInput: the album is gone.
        """
        version = self._catalog.version()
        if version != self._version:
            self._version = version
            self._found.clear()
        # What changes nothing about what the catalog finds must not make it look again.
        known = replace(filters, **_PLAIN), replace(arrangement, collapse=False)  # type: ignore[arg-type]
        found = self._found.pop(known, None)
        if found is None:
            self._refuse_gone(filters)
            found = self._catalog.photos.find(*known)
        self._found[known] = found
        if len(self._found) > _MOST_KEPT:
            self._found.pop(next(iter(self._found)))
        return found

    def find_sorted(self, filters: Filters) -> Ids:
        """The ids that filters let through, sorted; the same array again while nothing changes."""
        found = self.find(filters)
        if self._sorted is None or self._sorted[0] is not found:
            self._sorted = (found, np.sort(found.photo_ids))
        return self._sorted[1]

    def _refuse_gone(self, filters: Filters) -> None:
        wanted = filters.album
        if wanted is None:
            return
        albums = {album.album_id for album in self._catalog.albums.all() if album.kind is AlbumKind.HAND}
        if wanted not in albums:
            raise BadInput("This album is not there any more; choose another one.")

    def bursts(self) -> Bursts:
        key = self._serving().key()
        if key is None:
            return bursts.NONE
        state = (key, self._catalog.version())
        if self._bursts is None or self._bursts[0] != state:
            found = bursts.find_bursts(self._catalog.photos.shots(), self._catalog.vectors.of(key))
            self._bursts = (state, found)
        return self._bursts[1]

    def near_duplicates(self) -> Generator[Progress, None, NearDuplicates]:
        """Groups of photos that are nearly the same; yields while they are compared."""
        key = self._serving().key()
        if key is None:
            return duplicates.NONE
        vectors, in_sight = self._catalog.vectors.of(key), self._catalog.vectors.searchable(key)
        known = self._near[1] if self._near is not None and self._near[0] == key else duplicates.NONE
        if not np.array_equal(np.sort(known.photo_ids), in_sight):
            likeness = Likeness(self._catalog.photos, self._sketches)
            known = yield from duplicates.near_duplicates(vectors, in_sight, likeness.same, known)
            self._near = (key, known)
        return known

    def duplicates_of(self, photo_id: int) -> Generator[Progress, None, Ids]:
        """A photo with its near duplicates."""
        near = yield from self.near_duplicates()
        (group,) = near.groups_of(np.array([photo_id], np.int64))
        if group < 0:
            return np.array([photo_id], np.int64)
        members: Ids = near.photo_ids[near.groups == group]
        return members
