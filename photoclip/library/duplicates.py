"""Near duplicates: photos of which one was made from the other."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Generator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.indexes import StoredVectors

LIKENESS = 0.9
"""Cosine from which two photos are looked at closely; measured in docs/measurements.md, "duplicates"."""
_BLOCK = 1024
"""Rows compared at once with as many others: 4 MB of products."""
_MOST_TRIED = 16
"""Groups that a photo is held against, the most alike first: a long series has no end of them."""

Ids = NDArray[np.int64]
Same = Callable[[int, int, float], bool]
"""Whether two photos, so alike by their cosine, are one and the same to the eye."""
Steps = Generator[tuple[int, int], None, "NearDuplicates"]
_Candidate = tuple[float, int]
"""Cosine and row."""


@dataclass(frozen=True, eq=False)
class NearDuplicates:
    """Photos int64 (n,), and of each the photo that its group is named after, int64 (n,)."""

    photo_ids: Ids
    groups: Ids

    def groups_of(self, photo_ids: Ids) -> Ids:
        """The group of each photo, -1 where it has no near duplicate."""
        shared = self._shared()
        found = np.full(len(photo_ids), -1, np.int64)
        if not len(self.photo_ids):
            return found
        order = np.argsort(self.photo_ids)
        places = np.searchsorted(self.photo_ids, photo_ids, sorter=order).clip(max=len(order) - 1)
        rows = order[places]
        known = (self.photo_ids[rows] == photo_ids) & shared[rows]
        found[known] = self.groups[rows[known]]
        return found

    def _shared(self) -> NDArray[np.bool_]:
        _, inverse, counts = np.unique(self.groups, return_inverse=True, return_counts=True)
        shared: NDArray[np.bool_] = counts[inverse] > 1
        return shared


NONE = NearDuplicates(np.empty(0, np.int64), np.empty(0, np.int64))


def near_duplicates(
    vectors: StoredVectors,
    photo_ids: Ids,
    same: Same,
    known: NearDuplicates = NONE,
    likeness: float = LIKENESS,
) -> Steps:
    """Compare photos with one another; tells comparisons done and in all.

    A photo belongs to the group whose first photo it is the same as. Nothing
    is joined step by step, so that a series of shots that are each a little
    different never becomes one group. Photos that have a group stay in it as
    long as its first photo is among `photo_ids`; only the others are compared.
    Held in memory are the vectors of first photos and new ones, as they are
    stored, and the products of one pair of blocks.
    """
    kept = np.isin(known.photo_ids, photo_ids) & np.isin(known.groups, photo_ids)
    old_ids, old_groups = known.photo_ids[kept], known.groups[kept]
    fresh = np.setdiff1d(photo_ids, old_ids)
    rows = _Rows(len(fresh) + len(old_groups))
    yield from rows.read(vectors, np.unique(old_groups))
    firsts = len(rows)
    yield from rows.read(vectors, fresh)
    grouping = _Grouping(rows, firsts, same, likeness)
    for start in range(firsts, len(rows), _BLOCK):
        yield from grouping.place(start, min(start + _BLOCK, len(rows)))
    # A photo whose vector is lost is compared with none, and not asked for again and again.
    groups = fresh.copy()
    groups[np.searchsorted(fresh, rows.ids[firsts:])] = rows.ids[grouping.groups[firsts:]]
    return NearDuplicates(np.concatenate([old_ids, fresh]), np.concatenate([old_groups, groups]))


class _Rows:
    """Vectors of photos, read part by part so that it can be stopped."""

    def __init__(self, most: int) -> None:
        self._ids = np.empty(most, np.int64)
        self._vectors = np.empty((0, 0), np.float16)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    @property
    def ids(self) -> Ids:
        return self._ids[: self._count]

    def read(self, vectors: StoredVectors, photo_ids: Ids) -> Generator[tuple[int, int], None, None]:
        """Add those that have a sound vector."""
        for start in range(0, len(photo_ids), _BLOCK):
            read = vectors.of_photos(photo_ids[start : start + _BLOCK])
            end = self._count + len(read.photo_ids)
            if not len(self._vectors) and len(read.photo_ids):
                self._vectors = np.empty((len(self._ids), read.vectors.shape[1]), np.float16)
            self._ids[self._count : end] = read.photo_ids
            self._vectors[self._count : end] = read.vectors
            self._count = end
            yield 0, pairs(len(photo_ids))

    def unit(self, start: int, end: int) -> NDArray[np.float32]:
        wide = self._vectors[start:end].astype(np.float32)
        unit: NDArray[np.float32] = wide / np.maximum(np.linalg.norm(wide, axis=1, keepdims=True), 1e-12)
        return unit


class _Grouping:
    """Which row is the first of each row's group."""

    def __init__(self, rows: _Rows, firsts: int, same: Same, likeness: float) -> None:
        """The first `firsts` rows have groups of their own already."""
        self._rows = rows
        self._same = same
        self._likeness = likeness
        self._is_first = np.arange(len(rows)) < firsts
        self._done, self._total = 0, pairs(len(rows)) - pairs(firsts)
        self.groups = np.arange(len(rows), dtype=np.int64)

    def place(self, start: int, end: int) -> Generator[tuple[int, int], None, None]:
        """Find the groups of some rows; those before them have theirs."""
        block = self._rows.unit(start, end)
        near: list[list[_Candidate]] = [[] for _ in block]
        for other in range(0, start, _BLOCK):
            stop = min(other + _BLOCK, start)
            self._note(near, block @ self._rows.unit(other, stop).T, other)
            self._done += len(block) * (stop - other)
            yield self._done, self._total
        cosines = block @ block.T
        for row in range(len(block)):
            before = self._is_first[start : start + row]
            close = np.flatnonzero((cosines[row, :row] >= self._likeness) & before)
            near[row] += zip(cosines[row, close].tolist(), (close + start).tolist(), strict=True)
            if near[row]:
                yield self._done, self._total  # looking closely takes a while
            self._join(start + row, near[row])
        self._done += pairs(len(block))
        yield self._done, self._total

    def _note(self, near: list[list[_Candidate]], cosines: NDArray[np.float32], other: int) -> None:
        """Remember for each row of a block the most alike firsts, whose rows begin at `other`."""
        close = (cosines >= self._likeness) & self._is_first[other : other + cosines.shape[1]]
        for row in np.flatnonzero(close.any(axis=1)).tolist():
            columns = np.flatnonzero(close[row])
            found = zip(cosines[row, columns].tolist(), (columns + other).tolist(), strict=True)
            near[row] = heapq.nlargest(_MOST_TRIED, [*near[row], *found])

    def _join(self, row: int, near: list[_Candidate]) -> None:
        ids = self._rows.ids
        for cosine, first in heapq.nlargest(_MOST_TRIED, near):
            if self._same(int(ids[row]), int(ids[first]), cosine):
                self.groups[row] = first
                return
        self._is_first[row] = True


def pairs(count: int) -> int:
    return count * (count - 1) // 2
