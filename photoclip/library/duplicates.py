"""Near duplicates: photos whose vectors are so alike that one was made from the other."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.indexes import StoredVectors

LIKENESS = 0.98
"""Cosine from which two photos count as one and the same; measured in docs/measurements.md, "duplicates"."""
_BLOCK = 1024
"""Rows compared at once with as many others: 4 MB of products."""

Ids = NDArray[np.int64]
Steps = Generator[tuple[int, int], None, "NearDuplicates"]


@dataclass(frozen=True, eq=False)
class NearDuplicates:
    """Photos int64 (n,) and the group of each, int64 (n,): photos of one group have the same number."""

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
    vectors: StoredVectors, photo_ids: Ids, known: NearDuplicates = NONE, likeness: float = LIKENESS
) -> Steps:
    """Compare photos with one another; tells comparisons done and in all after each block.

    Groups are those of being alike step by step. Photos that were compared
    with one another before are not compared again, unless one of them is not
    among `photo_ids` any more: it may be what joined a group. The vectors are
    held as they are stored, float16, and the products of one pair of blocks.
    """
    if not np.isin(known.photo_ids, photo_ids).all():
        known = NONE
    fresh = photo_ids[~np.isin(photo_ids, known.photo_ids)]
    old_ids, old = yield from _read(vectors, known.photo_ids)
    new_ids, new = yield from _read(vectors, fresh)
    ids = np.concatenate([old_ids, new_ids])
    groups = np.arange(len(ids), dtype=np.int64)
    _join(groups, *_links_of(NearDuplicates(known.photo_ids, known.groups), old_ids))
    rows = np.concatenate([old, new]) if len(old) and len(new) else (old if len(old) else new)
    first, total = len(old_ids), _pairs(len(ids)) - _pairs(len(old_ids))
    done = 0
    for start in range(first, len(ids), _BLOCK):
        block = _unit(rows[start : start + _BLOCK])
        # Each new row meets all rows before it, and none of them twice.
        for other in range(0, start + len(block), _BLOCK):
            alike = block @ _unit(rows[other : other + _BLOCK]).T >= likeness
            mine, theirs = np.nonzero(alike)
            mine, theirs = mine + start, theirs + other
            before = theirs < mine
            _join(groups, mine[before], theirs[before])
            done += min(_BLOCK, len(ids) - other) * len(block)
            yield min(done, total), total
    return NearDuplicates(ids, groups)


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _read(
    vectors: StoredVectors, photo_ids: Ids
) -> Generator[tuple[int, int], None, tuple[Ids, NDArray[np.float16]]]:
    """Those that have a sound vector, with it; read in parts, so that it can be stopped."""
    ids: list[Ids] = [np.empty(0, np.int64)]
    parts: list[NDArray[np.float16]] = []
    for start in range(0, len(photo_ids), _BLOCK):
        read = vectors.of_photos(photo_ids[start : start + _BLOCK])
        ids.append(read.photo_ids)
        parts.append(read.vectors)
        yield 0, _pairs(len(photo_ids))
    return np.concatenate(ids), np.concatenate(parts) if parts else np.empty((0, 0), np.float16)


def _unit(rows: NDArray[np.float16]) -> NDArray[np.float32]:
    wide = rows.astype(np.float32)
    unit: NDArray[np.float32] = wide / np.maximum(np.linalg.norm(wide, axis=1, keepdims=True), 1e-12)
    return unit


def _links_of(known: NearDuplicates, ids: Ids) -> tuple[Ids, Ids]:
    """What joins the rows of `ids` as they were joined before: each with the first of its group."""
    found = known.groups_of(ids)
    rows = np.flatnonzero(found >= 0)
    _, firsts, inverse = np.unique(found[rows], return_index=True, return_inverse=True)
    return rows, rows[firsts][inverse]


def _join(groups: Ids, ones: Ids, others: Ids) -> None:
    """Let the rows of each pair be of one group, numbered by its first row; as fast for very many pairs."""
    while len(ones):
        left, right = groups[ones], groups[others]
        apart = left != right
        if not apart.any():
            return
        ones, others, left, right = ones[apart], others[apart], left[apart], right[apart]
        np.minimum.at(groups, np.maximum(left, right), np.minimum(left, right))
        # Each row follows its group's number to the first row of all.
        while not np.array_equal(up := groups[groups], groups):
            groups[:] = up
