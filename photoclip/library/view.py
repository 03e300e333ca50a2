"""The vectors of one model as one state of the catalog has them."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.indexes import StoredVectors, VectorIndex
from photoclip.domain.models import ModelKey

SAMPLE = 1000
"""Photos that stand for the whole library where a score is judged."""
Ids = NDArray[np.int64]
Matrix = NDArray[np.float32]
Allowed = Ids | None
"""Sorted ids of the photos that may be found; all when None."""


@dataclass(eq=False, slots=True)
class View:
    """An index, and the photos of it that are in sight (sorted ids)."""

    key: ModelKey
    version: int
    index: VectorIndex
    searchable: Ids
    stored: StoredVectors
    _sample: Matrix | None = None
    _last: tuple[Ids, Ids] | None = field(default=None, repr=False)

    def within(self, chosen: Allowed) -> Allowed:
        """The photos in sight, of the chosen ones if any are named; None where that is all there are."""
        if chosen is None:
            return None if len(self.searchable) == len(self.index) else self.searchable
        if self._last is None or self._last[0] is not chosen:
            kept = chosen[np.isin(chosen, self.searchable, assume_unique=True)]
            self._last = (chosen, kept)
        return self._last[1]

    def nearest(self, direction: Matrix, limit: int, chosen: Allowed) -> Ids:
        """The photos nearest to a direction of any length, best first."""
        allowed = self.within(chosen)
        size = len(self.searchable) if allowed is None else len(allowed)
        limit = min(limit, size)
        return self.index.search(direction, limit, allowed)[0] if limit else np.empty(0, np.int64)

    def sample(self) -> Matrix:
        """Vectors of the library, drawn evenly, float32 (n, dimensions)."""
        if self._sample is None:
            self._sample = self.index.sample(SAMPLE)
        return self._sample

    def vectors(self, photo_ids: Ids) -> tuple[Ids, Matrix]:
        """Those of these photos that have a sound vector, and their unit vectors, float32 (n, dimensions)."""
        rows = self.stored.of_photos(photo_ids)
        vectors = rows.vectors.astype(np.float32)
        vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), np.float32(1e-6))
        return rows.photo_ids, vectors
