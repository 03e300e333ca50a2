"""The exact twin of the approximate index: every vector is looked at."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.indexes import StoredVectors
from photoclip.index.matrix import Matrix
from photoclip.index.ranking import Answer, at_least, best, ready, unit

CHUNK = 4096
"""Vectors read from the catalog at once."""
_GATHERED_SHARE = 5
"""Rows are copied out only below this share, one in five: from there on multiplying all is quicker."""


class ExactIndex:
    """Vectors in one float32 matrix, searched by one multiplication."""

    def __init__(self, dimensions: int, base: int = 0) -> None:
        """An index of what is stored after the catalog's vector row `base`; empty until it follows."""
        self._matrix = Matrix(dimensions)
        self._rows = np.empty(0, np.int64)
        self._photo_ids = np.empty(0, np.int64)
        self._ascending = np.empty(0, np.int64)
        self._order: NDArray[np.int64] | None = None
        self._base = self._last_row = base
        self._left_out = 0

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def photo_ids(self) -> NDArray[np.int64]:
        """The photos in the order in which their vectors were stored, int64 (n,)."""
        return self._photo_ids

    def follow(self, stored: StoredVectors) -> None:
        """Become what is stored now: rows that are gone are let go of, those that came are read."""
        here = stored.count(self._last_row) - (stored.count(self._base) if self._base else 0)
        changed = here != len(self) + self._left_out
        if changed:
            self._forget(stored)
        ids, rows = [self._photo_ids], [self._rows]
        while len((fresh := stored.after(self._last_row, CHUNK)).rows):
            self._matrix.append(unit(fresh.vectors))
            ids.append(fresh.photo_ids)
            rows.append(fresh.rows)
            self._last_row = int(fresh.rows[-1])
        if changed or len(rows) > 1:
            self._photo_ids, self._rows = np.concatenate(ids), np.concatenate(rows)
            self._put_in_order()

    def search(
        self, query: NDArray[np.float32], limit: int, allowed: NDArray[np.int64] | None = None
    ) -> Answer:
        """As `domain.indexes.VectorIndex.search`."""
        return best(*self._scored(query, allowed), limit)

    def above(
        self, query: NDArray[np.float32], lowest: float, allowed: NDArray[np.int64] | None = None
    ) -> Answer:
        """As `domain.indexes.VectorIndex.above`."""
        return at_least(*self._scored(query, allowed), lowest)

    def products(self, queries: NDArray[np.float32], photo_ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """As `domain.indexes.VectorIndex.products`."""
        found = np.full((len(queries), len(photo_ids)), np.nan, np.float32)
        places, known = self._places(photo_ids)
        for number, scores in enumerate(self._multiplied(queries, places)):
            found[number, known] = scores
        return found

    def sample(self, size: int) -> NDArray[np.float32]:
        """As `domain.indexes.VectorIndex.sample`."""
        step = max(1, -(-len(self) // size))
        return self._matrix.rows[::step].copy()

    def _scored(self, query: NDArray[np.float32], allowed: NDArray[np.int64] | None) -> Answer:
        if allowed is None:
            return self._photo_ids, self._matrix.rows @ ready(query)
        chosen = np.zeros(len(self), bool)
        chosen[self._places(allowed)[0]] = True
        places = np.flatnonzero(chosen)
        if len(places) == len(self):
            return self._photo_ids, self._matrix.rows @ ready(query)
        return self._photo_ids[places], self._multiplied(query[np.newaxis], places)[0]

    def _multiplied(
        self, queries: NDArray[np.float32], places: NDArray[np.int64]
    ) -> list[NDArray[np.float32]]:
        rows = self._matrix.rows
        if len(places) * _GATHERED_SHARE < len(self):
            gathered = rows[places]
            return [gathered @ query for query in ready(queries)]
        return [(rows @ query)[places] for query in ready(queries)]

    def _places(self, photo_ids: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """Where the vectors of photos are, and which of the photos have one."""
        at = np.searchsorted(self._ascending, photo_ids)
        known = at < len(self)
        known[known] = self._ascending[at[known]] == photo_ids[known]
        at = at[known]
        return (at if self._order is None else self._order[at]), known

    def _forget(self, stored: StoredVectors) -> None:
        """Let go of rows that are gone; rows that are there and not here are damaged."""
        rows = stored.keys().rows
        rows = rows[(rows > self._base) & (rows <= self._last_row)]
        kept = np.isin(self._rows, rows)
        self._matrix.keep(kept)
        self._rows, self._photo_ids = self._rows[kept], self._photo_ids[kept]
        self._left_out = len(rows) - len(self._rows)

    def _put_in_order(self) -> None:
        sorted_already = bool(np.all(self._photo_ids[1:] > self._photo_ids[:-1]))
        self._order = None if sorted_already else np.argsort(self._photo_ids, kind="stable")
        self._ascending = self._photo_ids if self._order is None else self._photo_ids[self._order]
