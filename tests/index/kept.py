"""Vectors in memory, as the catalog keeps them, and the plainest search there is over them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.indexes import VectorKeys, VectorRows
from photoclip.index.ranking import unit


class Kept:
    """Implements `domain.indexes.StoredVectors`; rows are never used again, as in the catalog."""

    def __init__(self, dimensions: int) -> None:
        self._dimensions = dimensions
        self._next = 1
        self._rows: dict[int, tuple[int, NDArray[np.float16]]] = {}
        self.damaged: set[int] = set()
        self.reads: list[int] = []
        """How many vectors each call has read."""

    def add(self, photo_id: int, vector: NDArray[np.float32]) -> int:
        self._rows[self._next] = (photo_id, vector.astype(np.float16))
        self._next += 1
        return self._next - 1

    def drop(self, row: int) -> None:
        del self._rows[row]

    def rows(self) -> list[int]:
        return list(self._rows)

    def after(self, row: int, limit: int) -> VectorRows:
        return self._collect([r for r in self._rows if r > row][:limit])

    def of_photos(self, photo_ids: NDArray[np.int64]) -> VectorRows:
        wanted = set(photo_ids.tolist())
        return self._collect([r for r, (photo_id, _) in self._rows.items() if photo_id in wanted])

    def keys(self) -> VectorKeys:
        digests = [hash(vector.tobytes()) for _, vector in self._rows.values()]
        photo_ids = [photo_id for photo_id, _ in self._rows.values()]
        return VectorKeys(
            np.array(list(self._rows), np.int64), np.array(photo_ids, np.int64), np.array(digests, np.int64)
        )

    def count(self, last_row: int | None = None) -> int:
        return sum(last_row is None or row <= last_row for row in self._rows)

    def truth(
        self, query: NDArray[np.float32], lowest: float, allowed: NDArray[np.int64] | None = None
    ) -> dict[int, float]:
        """Every photo with a product of at least `lowest`."""
        rows = self._collect(list(self._rows))
        products = (unit(rows.vectors) @ query).tolist()
        chosen = set(rows.photo_ids.tolist()) if allowed is None else set(allowed.tolist())
        return {
            photo_id: product
            for photo_id, product in zip(rows.photo_ids.tolist(), products, strict=True)
            if photo_id in chosen and product >= lowest
        }

    def _collect(self, rows: list[int]) -> VectorRows:
        whole = [row for row in rows if row not in self.damaged]
        self.reads.append(len(whole))
        vectors = [self._rows[row][1] for row in whole]
        photo_ids = [self._rows[row][0] for row in whole]
        return VectorRows(
            np.array(whole, np.int64),
            np.array(photo_ids, np.int64),
            np.array(vectors, np.float16).reshape(-1, self._dimensions),
        )
