"""The exact twin of the approximate index: every vector is looked at."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.indexes import StoredVectors

CHUNK = 20_000
"""Vectors read from the catalog at once."""
Answer = tuple[NDArray[np.int64], NDArray[np.float32]]


def unit(vectors: NDArray[np.float16] | NDArray[np.float32]) -> NDArray[np.float32]:
    """Rows as float32 of length 1; rounding to float16 moves a norm by up to 5e-4."""
    wide = vectors.astype(np.float32)
    norms = np.linalg.norm(wide, axis=1, keepdims=True)
    scaled: NDArray[np.float32] = wide / np.maximum(norms, np.float32(1e-12))
    return scaled


def best(photo_ids: NDArray[np.int64], scores: NDArray[np.float32], limit: int) -> Answer:
    """The `limit` highest scores with their photos, best first; equal scores by photo id."""
    if limit < len(scores):
        kept = np.argpartition(scores, len(scores) - limit)[len(scores) - limit :]
        photo_ids, scores = photo_ids[kept], scores[kept]
    order = np.lexsort((photo_ids, -scores))
    return photo_ids[order], scores[order]


def lowest_of_best(stored: StoredVectors, queries: NDArray[np.float32], limit: int) -> NDArray[np.float32]:
    """For each query, float32 (n, dimensions), the cosine of its `limit`-th nearest photo, float32 (n,).

    Reads all vectors, a part at a time.
    """
    top = np.empty((len(queries), 0), np.float32)
    after = 0
    while len((rows := stored.after(after, CHUNK)).rows):
        top = np.concatenate([top, queries @ unit(rows.vectors).T], axis=1)
        top = -np.partition(-top, min(limit, top.shape[1]) - 1, axis=1)[:, :limit]
        after = int(rows.rows[-1])
    lowest: NDArray[np.float32] = top.min(axis=1, initial=1.0)
    return lowest


class ExactIndex:
    """Vectors in one float32 matrix, searched by one multiplication."""

    def __init__(self, dimensions: int) -> None:
        self._photo_ids = np.empty(0, np.int64)
        self._matrix = np.empty((0, dimensions), np.float32)
        self.last_row = 0
        """The newest of the catalog's vector rows that is in."""

    def __len__(self) -> int:
        return len(self._photo_ids)

    def take(self, stored: StoredVectors, after: int) -> None:
        """Append all vectors stored after a row."""
        ids, parts = [self._photo_ids], [self._matrix]
        while len((rows := stored.after(after, CHUNK)).rows):
            ids.append(rows.photo_ids)
            parts.append(unit(rows.vectors))
            after = self.last_row = int(rows.rows[-1])
        if len(parts) > 1:
            self._photo_ids, self._matrix = np.concatenate(ids), np.concatenate(parts)

    def search(
        self, query: NDArray[np.float32], limit: int, allowed: NDArray[np.int64] | None = None
    ) -> Answer:
        """As `domain.indexes.VectorIndex.search`."""
        if allowed is None:
            return best(self._photo_ids, self._matrix @ query, limit)
        chosen = np.flatnonzero(np.isin(self._photo_ids, allowed))
        if len(chosen) * 2 > len(self):
            return best(self._photo_ids[chosen], (self._matrix @ query)[chosen], limit)
        return best(self._photo_ids[chosen], self._matrix[chosen] @ query, limit)

    def sample(self, size: int) -> NDArray[np.float32]:
        """As `domain.indexes.VectorIndex.sample`."""
        step = max(1, -(-len(self) // size))
        return self._matrix[::step]
