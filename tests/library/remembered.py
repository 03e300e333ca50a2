"""Vectors in memory, and some that are nearly alike."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from support import unit_vectors

from photoclip.domain.indexes import VectorKeys, VectorRows


class Stored:
    """Photos 1, 2 and so on with a vector each."""

    def __init__(self, vectors: NDArray[np.float32]) -> None:
        self.vectors = vectors.astype(np.float16)
        self.ids = np.arange(1, len(vectors) + 1, dtype=np.int64)

    def of_photos(self, photo_ids: NDArray[np.int64]) -> VectorRows:
        rows = np.flatnonzero(np.isin(self.ids, photo_ids))
        return VectorRows(rows, self.ids[rows], self.vectors[rows])

    def after(self, row: int, limit: int) -> VectorRows:
        rows = np.arange(row, min(row + limit, len(self.ids)))
        return VectorRows(rows + 1, self.ids[rows], self.vectors[rows])

    def keys(self) -> VectorKeys:
        return VectorKeys(self.ids, self.ids, self.ids)

    def count(self, last_row: int | None = None) -> int:
        return len(self.ids)


def near(vector: NDArray[np.float32], seed: int) -> NDArray[np.float32]:
    """A vector whose cosine with this one is about 0.995."""
    moved = vector + 0.1 * unit_vectors(1, len(vector), seed)[0]
    return moved / np.linalg.norm(moved)
