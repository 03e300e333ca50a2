"""The index of each model in a library: what is on disk, and which twin answers."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.indexes import Recall, StoredVectors, VectorIndex
from photoclip.domain.models import ModelKey
from photoclip.errors import StorageFault
from photoclip.index import graph as graphs
from photoclip.index import recall
from photoclip.index.approximate import ApproximateIndex
from photoclip.index.exact import ExactIndex
from photoclip.index.graph_file import GraphFile
from photoclip.index.nodes import Nodes
from photoclip.index.ranking import unit

EXACT_LIMIT = 100_000
"""Up to this many vectors a full scan takes 9 to 20 ms on 2 cores and misses nothing (TRAPS)."""
_SAVE_CHUNK = 1000
_LAG_SHARE = 0.02
_RECALL_QUERIES = 100
_log = logging.getLogger(__name__)


class Indexes:
    """Implements `domain.indexes.Indexes` over one folder. Belongs to one thread."""

    def __init__(self, folder: Path, exact_limit: int = EXACT_LIMIT) -> None:
        self._folder = folder
        self._exact_limit = exact_limit
        self._exact: dict[ModelKey, ExactIndex] = {}
        self._graphs: dict[ModelKey, tuple[graphs.Manifest, ApproximateIndex]] = {}

    def open(self, key: ModelKey, dimensions: int, vectors: StoredVectors) -> VectorIndex:
        """The one place that decides which twin answers: the exact one wherever it is quick enough.

        A graph that is missing or damaged is no reason to answer badly: the
        exact twin answers until the next indexing has made the graph again.
        """
        exact = self._exact.get(key)
        if exact is not None:
            exact.follow(vectors)
        # Counting takes 5 ms of 100,000, and is left out where the vectors are here already.
        if (vectors.count() if exact is None else len(exact)) > self._exact_limit:
            graph = self._current_graph(key, dimensions, vectors)
            if graph is not None:
                self._exact.pop(key, None)
                return graph
            _log.info("the graph of %s is missing or damaged; searching exactly", key)
        if exact is None:
            self._graphs.pop(key, None)
            exact = self._exact[key] = ExactIndex(dimensions)
            exact.follow(vectors)
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

    def recall(
        self,
        key: ModelKey,
        dimensions: int,
        vectors: StoredVectors,
        queries: NDArray[np.float32] | None = None,
        *,
        above: bool = False,
    ) -> Recall | None:
        """As `domain.indexes.Indexes.recall`."""
        opened = self._opened(key, dimensions, vectors)
        total = vectors.count()
        if opened is None or not total:
            return None
        _, graph = opened
        if queries is None:
            queries = graph.sample(_RECALL_QUERIES)
        return recall.measured(graph, vectors, queries, in_use=total > self._exact_limit, above=above)

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

    def _current_graph(
        self, key: ModelKey, dimensions: int, vectors: StoredVectors
    ) -> ApproximateIndex | None:
        """The graph with all that came since, loaded once for each manifest; None where it is of no use."""
        known = self._graphs.get(key)
        if known is not None and known[0] == self._fitting(key, dimensions, vectors):
            known[1].follow(vectors)
            return known[1]
        self._graphs.pop(key, None)
        known = None  # two graphs at once would take twice the memory
        opened = self._opened(key, dimensions, vectors)
        if opened is None:
            return None
        self._graphs[key] = opened
        return opened[1]

    def _opened(
        self, key: ModelKey, dimensions: int, vectors: StoredVectors
    ) -> tuple[graphs.Manifest, ApproximateIndex] | None:
        loaded = self._load(key, dimensions, vectors)
        if loaded is None:
            return None
        graph, manifest = loaded
        try:
            file = GraphFile(self._place(key) / manifest.file, graph.get_ids_list(), dimensions)
        except OSError as fault:
            _log.warning("the graph of %s cannot be read: %s", key, fault)
            return None
        return manifest, ApproximateIndex(graph, file, manifest.last_row, dimensions, vectors)

    def _load(
        self, key: ModelKey, dimensions: int, vectors: StoredVectors
    ) -> tuple[Any, graphs.Manifest] | None:
        """The graph on disk if it is sound and belongs to these vectors; it may lack the newest."""
        manifest = self._fitting(key, dimensions, vectors)
        graph = None if manifest is None else graphs.load(self._place(key), manifest)
        return None if manifest is None or graph is None else (graph, manifest)

    def _fitting(self, key: ModelKey, dimensions: int, vectors: StoredVectors) -> graphs.Manifest | None:
        """The manifest on disk if what it describes belongs to these vectors."""
        manifest = graphs.read_manifest(self._place(key))
        if (
            manifest is None
            or (manifest.model, manifest.dimensions, manifest.metric) != (_full(key), dimensions, "ip")
            or vectors.count(manifest.last_row) != manifest.vectors
        ):
            return None
        return manifest

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
