"""The index of each model in a library: what is on disk, and which twin answers."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.indexes import Recall, StoredVectors, VectorIndex, VectorKeys
from photoclip.domain.models import ModelKey
from photoclip.errors import StorageFault
from photoclip.index import graph as graphs
from photoclip.index.exact import Answer, ExactIndex, best, lowest_of_best, unit
from photoclip.index.nodes import Nodes

EXACT_LIMIT = 100_000
"""Up to this many vectors a full scan takes 9 to 20 ms on 2 cores and misses nothing (TRAPS)."""
_SAVE_CHUNK = 1000
_LAG_SHARE = 0.02
_RECALL_QUERIES = 100
_RECALL_NEIGHBOURS = 10
_ROUNDING = 1e-5
"""Two ways of adding up the same products differ by this much at most."""
_log = logging.getLogger(__name__)


class ApproximateIndex:
    """An HNSW graph over the distinct vectors, and an exact scan over those that came since."""

    def __init__(self, graph: Any, last_row: int, dimensions: int, stored: StoredVectors) -> None:
        self._graph = graph
        self._stored = stored
        self._keys = stored.keys()
        covered = int(np.searchsorted(self._keys.rows, last_row, side="right"))
        self._nodes = Nodes(
            VectorKeys(
                *(part[:covered] for part in (self._keys.rows, self._keys.photo_ids, self._keys.digests))
            )
        )
        self._newer = ExactIndex(dimensions)
        self._newer.take(stored, after=last_row)

    def __len__(self) -> int:
        return len(self._keys.rows)

    def search(
        self, query: NDArray[np.float32], limit: int, allowed: NDArray[np.int64] | None = None
    ) -> Answer:
        """As `domain.indexes.VectorIndex.search`; a choice of few photos is searched exactly."""
        if allowed is not None and len(allowed) <= EXACT_LIMIT:
            rows = self._stored.of_photos(allowed)
            return best(rows.photo_ids, unit(rows.vectors) @ query, limit)
        if allowed is None:
            return self._nearest(query, limit)
        nodes = self._graph.get_current_count()
        count = limit * max(1, len(self) // len(allowed))
        while True:
            # Among the nearest of all there may be few that are allowed: as many more are looked at
            # as it takes, so that a filter costs no more of the true answer than the graph itself does.
            count *= 2
            photo_ids, scores = self._nearest(query, count)
            kept = np.isin(photo_ids, allowed)
            if count >= nodes or kept.sum() >= limit:
                return best(photo_ids[kept], scores[kept], limit)

    def _nearest(self, query: NDArray[np.float32], limit: int) -> Answer:
        # More than the live count makes hnswlib raise (hnswlib#608). Equal
        # vectors only ever make more photos out of `count` nodes, not fewer.
        count = min(limit, self._graph.get_current_count())
        self._graph.set_ef(max(graphs.EF_SEARCH, count))
        labels, distances = self._graph.knn_query(query, k=count)
        old = self._nodes.fan_out(labels[0].astype(np.int64), (1.0 - distances[0]).astype(np.float32))
        new = self._newer.search(query, limit)
        return best(np.concatenate([old[0], new[0]]), np.concatenate([old[1], new[1]]), limit)

    def sample(self, size: int) -> NDArray[np.float32]:
        """As `domain.indexes.VectorIndex.sample`."""
        step = max(1, -(-len(self) // size))
        return unit(self._stored.of_photos(self._keys.photo_ids[::step]).vectors)


class Indexes:
    """Implements `domain.indexes.Indexes` over one folder. Belongs to one thread."""

    def __init__(self, folder: Path, exact_limit: int = EXACT_LIMIT) -> None:
        self._folder = folder
        self._exact_limit = exact_limit
        self._exact: dict[ModelKey, ExactIndex] = {}

    def open(self, key: ModelKey, dimensions: int, vectors: StoredVectors) -> VectorIndex:
        """The one place that decides which twin answers: the exact one wherever it is quick enough.

        A graph that is missing or damaged is no reason to answer badly: the
        exact twin answers until the next indexing has made the graph again.
        """
        if vectors.count() > self._exact_limit:
            loaded = self._load(key, dimensions, vectors)
            if loaded is not None:
                return ApproximateIndex(loaded[0], loaded[1].last_row, dimensions, vectors)
            _log.info("the graph of %s is missing or damaged; searching exactly", key)
        exact = self._exact.get(key)
        if exact is None or vectors.count(exact.last_row) != len(exact):
            exact = self._exact[key] = ExactIndex(dimensions)
        exact.take(vectors, after=exact.last_row)
        return exact

    def save(self, key: ModelKey, dimensions: int, vectors: StoredVectors) -> Iterator[int]:
        """As `domain.indexes.Indexes.save`. A graph that lags a little is left as it is."""
        loaded = self._load(key, dimensions, vectors)
        total = vectors.count()
        if loaded and not _lags(loaded[1].vectors, total):
            graphs.tidy(self._place(key), loaded[1])
            return
        keys = vectors.keys()
        labels = Nodes(keys).labels
        graph, last = (loaded[0], loaded[1].last_row) if loaded else (graphs.new(dimensions, len(labels)), 0)
        added = 0
        while len((rows := vectors.after(last, _SAVE_CHUNK)).rows):
            fresh = np.isin(rows.rows, labels)
            graphs.add(graph, rows.rows[fresh], unit(rows.vectors[fresh]))
            last = int(rows.rows[-1])
            added += len(rows.rows)
            yield added
        newest = int(keys.rows[-1]) if total else 0
        graphs.save(
            self._place(key), graph, model=_full(key), dimensions=dimensions, vectors=total, last_row=newest
        )

    def faults(self, key: ModelKey, dimensions: int, vectors: StoredVectors) -> list[str]:
        total = vectors.count()
        manifest = graphs.read_manifest(self._place(key))
        if manifest is None:
            return [f"The index of {key} is missing or its manifest is damaged."] if total else []
        loaded = self._load(key, dimensions, vectors)
        if loaded is None:
            return [f"The index of {key} is damaged or does not belong to the catalog."]
        behind = total - manifest.vectors
        return [f"The index of {key} is {behind:,} photos behind."] if _lags(manifest.vectors, total) else []

    def is_damaged(self, key: ModelKey, dimensions: int, vectors: StoredVectors) -> bool:
        """As `domain.indexes.Indexes.is_damaged`."""
        return self._place(key).exists() and self._load(key, dimensions, vectors) is None

    def recall(self, key: ModelKey, dimensions: int, vectors: StoredVectors) -> Recall | None:
        """As `domain.indexes.Indexes.recall`."""
        loaded = self._load(key, dimensions, vectors)
        total = vectors.count()
        if loaded is None or not total:
            return None
        graph = ApproximateIndex(loaded[0], loaded[1].last_row, dimensions, vectors)
        queries = graph.sample(_RECALL_QUERIES)
        truth = lowest_of_best(vectors, queries, _RECALL_NEIGHBOURS)
        hits = 0
        for query, lowest in zip(queries, truth, strict=True):
            _, scores = graph.search(query, _RECALL_NEIGHBOURS)
            # By score, since equal photos stand in for one another.
            hits += int((scores >= lowest - _ROUNDING).sum())
        wanted = len(queries) * min(_RECALL_NEIGHBOURS, total)
        return Recall(
            hits / wanted if wanted else 1.0, _RECALL_NEIGHBOURS, len(queries), total > self._exact_limit
        )

    def drop(self, key: ModelKey) -> None:
        """As `domain.indexes.Indexes.drop`."""
        place = self._place(key)
        try:
            if place.exists():
                shutil.rmtree(place)
        except OSError as fault:
            raise StorageFault(
                f"The index in {place} cannot be removed ({fault.strerror}); mend the permissions."
            ) from fault

    def _load(
        self, key: ModelKey, dimensions: int, vectors: StoredVectors
    ) -> tuple[Any, graphs.Manifest] | None:
        """The graph on disk if it is sound and belongs to these vectors; it may lack the newest."""
        place = self._place(key)
        manifest = graphs.read_manifest(place)
        if (
            manifest is None
            or (manifest.model, manifest.dimensions, manifest.metric) != (_full(key), dimensions, "ip")
            or vectors.count(manifest.last_row) != manifest.vectors
        ):
            return None
        graph = graphs.load(place, manifest)
        return None if graph is None else (graph, manifest)

    def _place(self, key: ModelKey) -> Path:
        safe = "".join(c if c.isalnum() or c in "-_." else "_" for c in key.model_id)[:80]
        return self._folder / f"{safe}@{key.weights_sha256[:12]}"


def _full(key: ModelKey) -> str:
    return f"{key.model_id}@{key.weights_sha256}"


def _lags(covered: int, total: int) -> bool:
    """Whether so much is missing from a graph that writing it again, all of it, is worth it.

    What is missing is searched exactly, so nothing is lost meanwhile.
    """
    return total - covered > covered * _LAG_SHARE
