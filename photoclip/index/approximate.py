"""The index of a large library: an HNSW graph, and an exact scan over what came since it was written."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.indexes import StoredVectors, VectorKeys
from photoclip.index import graph as graphs
from photoclip.index.exact import ExactIndex
from photoclip.index.graph_file import GraphFile
from photoclip.index.nodes import Nodes
from photoclip.index.ranking import Answer, at_least, best, ready

FEW = 5_000
"""So many photos are looked at one by one: each takes 5 us to read from the file."""
_FIRST = 1_000
_MARGIN = 4
"""The graph is believed to have all above a cut-off once they are one in so many of the nodes it found."""
_DEAREST_SHARE = 0.02
"""From here on reading every vector is quicker than asking the graph for so many."""
_CARE = 2
_CARE_FOR_FEW = 10
_FEW_NODES = 250
"""How many times as many nodes as are wanted are kept in view on the way to them.

By words, which lie elsewhere than photos do, 10 times as many find 0.999 of the
nearest 100 of 6,000 clustered photos, twice as many 0.973.
"""


class ApproximateIndex:
    """An HNSW graph over the distinct vectors, and an exact scan over those that came since.

    The graph answers where it is quick. Where it is not, with a wide cut-off or
    a filter, its nodes are read from its file, so that nothing is missed.
    """

    def __init__(
        self, graph: Any, file: GraphFile, last_row: int, dimensions: int, stored: StoredVectors
    ) -> None:
        self._graph = graph
        self._file = file
        keys = stored.keys()
        covered = int(np.searchsorted(keys.rows, last_row, side="right"))
        old = VectorKeys(keys.rows[:covered], keys.photo_ids[:covered], keys.digests[:covered])
        self._nodes = Nodes(old)
        places, known = _found(file.labels, self._nodes.of_row)
        # A vector that was damaged when the graph was made is in the catalog's keys and not in the graph.
        self._photo_ids, self._places = old.photo_ids[known], places
        self._newer = ExactIndex(dimensions, last_row)
        self._newer.follow(stored)

    def __len__(self) -> int:
        return len(self._photo_ids) + len(self._newer)

    def follow(self, stored: StoredVectors) -> None:
        """Take in what came since; what the graph covers must not have changed."""
        self._newer.follow(stored)

    def search(
        self, query: NDArray[np.float32], limit: int, allowed: NDArray[np.int64] | None = None
    ) -> Answer:
        """As `domain.indexes.VectorIndex.search`; a choice of few photos is searched exactly."""
        query = ready(query)
        if allowed is not None and len(allowed) <= FEW:
            return best(*self._read(query, allowed), limit)
        count = limit if allowed is None else 2 * limit * max(1, len(self) // len(allowed))
        while allowed is None or count <= self._most():
            # Among the nearest of all there may be few that are allowed: as many more are looked at
            # as it takes, so that a filter costs no more of the true answer than the graph itself does.
            photo_ids, scores = _allowed(self._nearest(query, count), allowed)
            if allowed is None or len(photo_ids) >= limit:
                return best(photo_ids, scores, limit)
            count *= 2
        return best(*self._read(query, allowed), limit)

    def above(
        self, query: NDArray[np.float32], lowest: float, allowed: NDArray[np.int64] | None = None
    ) -> Answer:
        """As `domain.indexes.VectorIndex.above`; every vector is read where the graph could miss some."""
        query = ready(query)
        if allowed is None or len(allowed) > FEW:
            found = self._above_by_graph(query, lowest)
            if found is not None:
                return _allowed(found, allowed)
        return at_least(*self._read(query, allowed), lowest)

    def products(self, queries: NDArray[np.float32], photo_ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """As `domain.indexes.VectorIndex.products`."""
        found = self._newer.products(queries, photo_ids)
        at, known = _found(self._photo_ids, photo_ids)
        found[:, known] = self._file.multiplied(queries, self._places[at])
        return found

    def sample(self, size: int) -> NDArray[np.float32]:
        """As `domain.indexes.VectorIndex.sample`."""
        step = max(1, -(-len(self) // size))
        old = self._file.vectors(self._places[::step])
        newer = self._newer.sample(max(1, len(self._newer) // step)) if len(self._newer) >= step else old[:0]
        return np.concatenate([old, newer])[:size]

    def _most(self) -> float:
        """How many nodes the graph is asked for at most."""
        return float(self._graph.get_current_count() * _DEAREST_SHARE)

    def _nearest(self, query: NDArray[np.float32], limit: int) -> Answer:
        return _joined(self._nodes.fan_out(*self._asked(query, limit)), self._newer.search(query, limit))

    def _asked(self, query: NDArray[np.float32], count: int) -> Answer:
        """So many of the graph's nodes, nearest first."""
        # More than the live count makes hnswlib raise (hnswlib#608). Equal
        # vectors only ever make more photos out of `count` nodes, not fewer.
        count = min(count, self._graph.get_current_count())
        if count < 1:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        care = _CARE_FOR_FEW if count <= _FEW_NODES else _CARE
        self._graph.set_ef(max(graphs.EF_SEARCH, count * care))
        labels, distances = self._graph.knn_query(query, k=count)
        return labels[0].astype(np.int64), (1.0 - distances[0]).astype(np.float32)

    def _above_by_graph(self, query: NDArray[np.float32], lowest: float) -> Answer | None:
        """All above a cut-off; None where that is too many for the graph."""
        count = _FIRST
        while count <= self._most():
            labels, scores = self._asked(query, count)
            kept = scores >= lowest
            if kept.sum() * _MARGIN <= count:
                old = self._nodes.fan_out(labels[kept], scores[kept])
                return at_least(*_joined(old, self._newer.above(query, lowest)), lowest)
            count *= 2
        return None

    def _read(self, query: NDArray[np.float32], allowed: NDArray[np.int64] | None) -> Answer:
        """Photos with their exact products, in no order."""
        newer = self._newer.above(query, -np.inf, allowed)
        if allowed is None:
            return _joined((self._photo_ids, self._file.products(query)[self._places]), newer)
        at = np.flatnonzero(np.isin(self._photo_ids, allowed))
        products = self._file.multiplied(query[np.newaxis], self._places[at])[0]
        return _joined((self._photo_ids[at], products), newer)


def _joined(one: Answer, other: Answer) -> Answer:
    return np.concatenate([one[0], other[0]]), np.concatenate([one[1], other[1]])


def _allowed(found: Answer, allowed: NDArray[np.int64] | None) -> Answer:
    if allowed is None:
        return found
    kept = np.isin(found[0], allowed)
    return found[0][kept], found[1][kept]


def _found(
    values: NDArray[np.int64], wanted: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Where wanted values are among distinct ones, in no order, and which of them are."""
    order = np.argsort(values, kind="stable")
    at = np.searchsorted(values, wanted, sorter=order)
    known = at < len(values)
    known[known] = values[order[at[known]]] == wanted[known]
    return order[at[known]], known
