"""Vectors as they are multiplied, and photos put in order by their products."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Answer = tuple[NDArray[np.int64], NDArray[np.float32]]
"""Photo ids and a product each, best first."""


def unit(vectors: NDArray[np.float16] | NDArray[np.float32]) -> NDArray[np.float32]:
    """Rows as float32 of length 1; rounding to float16 moves a norm by up to 5e-4."""
    wide = vectors.astype(np.float32)
    norms = np.linalg.norm(wide, axis=1, keepdims=True)
    scaled: NDArray[np.float32] = wide / np.maximum(norms, np.float32(1e-12))
    return scaled


def ready(query: NDArray[np.float32]) -> NDArray[np.float32]:
    """A query as float32 without gaps; any other would have the whole matrix converted for it."""
    return np.ascontiguousarray(query, dtype=np.float32)


def best(photo_ids: NDArray[np.int64], scores: NDArray[np.float32], limit: int) -> Answer:
    """The `limit` highest scores with their photos, best first; equal scores by photo id."""
    if limit < 1:
        return photo_ids[:0], scores[:0]
    if limit < len(scores):
        kept = np.argpartition(scores, len(scores) - limit)[len(scores) - limit :]
        photo_ids, scores = photo_ids[kept], scores[kept]
    return _ordered(photo_ids, scores)


def at_least(photo_ids: NDArray[np.int64], scores: NDArray[np.float32], lowest: float) -> Answer:
    """All scores from `lowest` on, in the order of `best`; none where it is not a number."""
    kept = np.flatnonzero(scores >= lowest)
    return _ordered(photo_ids[kept], scores[kept])


def _ordered(photo_ids: NDArray[np.int64], scores: NDArray[np.float32]) -> Answer:
    order = np.lexsort((photo_ids, -scores))
    return photo_ids[order], scores[order]
