"""Bursts: shots of one scene, taken one right after the other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.catalog import Shots
from photoclip.domain.indexes import StoredVectors

SECONDS = 2
"""The longest pause between two shots of a burst."""
LIKENESS = 0.8
"""Least cosine of two shots in a row; measured in docs/measurements.md, "bursts"."""
_CHUNK = 4096


@dataclass(frozen=True, eq=False)
class Bursts:
    """Photos of bursts, int64 (n,) by ascending id, with the burst and the merit of each."""

    photo_ids: NDArray[np.int64]
    bursts: NDArray[np.int64]
    merit: NDArray[np.float32]

    def of(self, photo_ids: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Burst and merit of each of these; burst -1 where a photo is in none."""
        burst = np.full(len(photo_ids), -1, np.int64)
        merit = np.zeros(len(photo_ids), np.float32)
        if len(self.photo_ids):
            places = np.searchsorted(self.photo_ids, photo_ids).clip(max=len(self.photo_ids) - 1)
            known = self.photo_ids[places] == photo_ids
            burst[known], merit[known] = self.bursts[places[known]], self.merit[places[known]]
        return burst, merit

    def around(self, photo_id: int) -> NDArray[np.int64]:
        """The burst of a photo, sorted by id; itself alone where it is in none."""
        (burst,), _ = self.of(np.array([photo_id], np.int64))
        if burst < 0:
            return np.array([photo_id], np.int64)
        members: NDArray[np.int64] = self.photo_ids[self.bursts == burst]
        return members


NONE = Bursts(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.float32))


@dataclass(frozen=True, eq=False)
class Stacks:
    """Which places of an answer stay, int64 (n,), the photo shown at each, and how many stand there."""

    places: NDArray[np.int64]
    photo_ids: NDArray[np.int64]
    counts: NDArray[np.int32]


def find_bursts(shots: Shots, vectors: StoredVectors, likeness: float = LIKENESS) -> Bursts:
    """Group shots, which are ordered by time; photos without a vector are in no burst."""
    close = np.flatnonzero(np.diff(shots.seconds) <= SECONDS)
    alike = close[_cosines(shots.photo_ids, close, vectors) >= likeness]
    if not len(alike):
        return NONE
    # A burst is a run of neighbours: a new one begins wherever the chain of pairs is broken.
    begins = np.concatenate([[True], np.diff(alike) > 1])
    number = np.cumsum(begins)
    rows = np.concatenate([alike, alike + 1])
    rows, firsts = np.unique(rows, return_index=True)
    bursts = np.concatenate([number, number])[firsts]
    ids = shots.photo_ids[rows]
    order = np.argsort(ids)
    return Bursts(ids[order], bursts[order].astype(np.int64), shots.merit[rows][order])


def stack(photo_ids: NDArray[np.int64], bursts: Bursts) -> Stacks:
    """Of each burst in an answer only its best shot, at the place of the first one."""
    burst, merit = bursts.of(photo_ids)
    own = np.arange(len(photo_ids), dtype=np.int64)
    # Photos of no burst stand alone: numbers of their own, beyond those of the bursts.
    group = np.where(burst >= 0, burst, own + (int(burst.max(initial=0)) + 1))
    _, firsts, inverse, counts = np.unique(group, return_index=True, return_inverse=True, return_counts=True)
    best = np.lexsort((own, -merit, inverse))
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.int64)
    order = np.argsort(firsts)
    shown = photo_ids[best[starts[order]]] if len(photo_ids) else photo_ids
    return Stacks(firsts[order], shown, counts[order].astype(np.int32))


def _cosines(
    photo_ids: NDArray[np.int64], close: NDArray[np.int64], vectors: StoredVectors
) -> NDArray[np.float32]:
    """Of each row in `close` with the next one; -1 where either has no vector."""
    found = np.full(len(close), -1.0, np.float32)
    for start in range(0, len(close), _CHUNK):
        rows = close[start : start + _CHUNK]
        wanted = np.unique(np.concatenate([photo_ids[rows], photo_ids[rows + 1]]))
        read = vectors.of_photos(wanted)
        if not len(read.photo_ids):
            continue
        order = np.argsort(read.photo_ids)
        known = read.photo_ids[order]
        wide = read.vectors[order].astype(np.float32)
        wide /= np.maximum(np.linalg.norm(wide, axis=1, keepdims=True), 1e-12)
        left = np.searchsorted(known, photo_ids[rows]).clip(max=len(known) - 1)
        right = np.searchsorted(known, photo_ids[rows + 1]).clip(max=len(known) - 1)
        both = (known[left] == photo_ids[rows]) & (known[right] == photo_ids[rows + 1])
        cosines = np.einsum("ij,ij->i", wide[left], wide[right])
        found[start : start + len(rows)][both] = cosines[both]
    return found
