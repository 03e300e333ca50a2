"""`photoclip bench search`: how soon and how completely a large library answers."""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import psutil
from numpy.typing import NDArray

from photoclip import bootstrap
from photoclip.cli import bench_vectors
from photoclip.cli.bench_vectors import Truth
from photoclip.cli.progress import Progress
from photoclip.domain.catalog import Catalog
from photoclip.domain.indexes import VectorIndex
from photoclip.domain.models import STARTER_ID, ModelKey
from photoclip.errors import EnvironmentFault
from photoclip.index.indexes import Indexes
from photoclip.library.workshop import Workshop

_QUERIES = 40
_NEAREST = 100
_ABOVE = (10, 100, 1000, 10_000)
"""Cut-offs are set so that so many photos lie above them."""
_SELECTED = (0.1, 0.02, 0.001)
_COMMITS = 10
_COMMITTED = 100


@dataclass(frozen=True, slots=True)
class Figure:
    """What was asked, milliseconds (median and 95th percentile), and the share of the true answer found."""

    index: str
    what: str
    median_ms: float
    p95_ms: float
    recall: float | None = None


def search(options: argparse.Namespace) -> int:
    """Make a library of that many photos in a temporary folder, and ask both of its indexes."""
    with (
        tempfile.TemporaryDirectory(prefix="photoclip-bench-") as place,
        Progress() as progress,
        bootstrap.writing(Path(place)) as workshop,
        closing(workshop.open_catalog(True)) as catalog,
    ):
        bench = _Bench(Path(place), workshop, catalog, options.photos, progress)
        bench.ask("exact", options.photos * 2)
        bench.ask("graph", 0)
        if options.encoder:
            bench.ask_with_encoder(options.photos * 2)
    if options.json:
        figures = [asdict(figure) for figure in bench.figures]
        print(json.dumps({"photos": options.photos, "figures": figures, "memory_mb": bench.memory}, indent=2))
    else:
        for line in _lines(options.photos, bench.figures, bench.memory):
            print(line)
    return 0


class _Bench:
    """A library of clustered vectors, and the questions that are put to it."""

    def __init__(
        self, library: Path, workshop: Workshop, catalog: Catalog, photos: int, progress: Progress
    ) -> None:
        self.figures: list[Figure] = []
        self.memory: dict[str, float] = {}
        self._folder, self._workshop, self._catalog, self._progress = (
            library / "index",
            workshop,
            catalog,
            progress,
        )
        self._key = _starter(workshop)
        self._dimensions = workshop.models.find(STARTER_ID).dimensions
        self._subjects = bench_vectors.Subjects(photos, self._dimensions)
        self._fill(photos)
        half = _QUERIES // 2
        self._queries = np.concatenate([self._subjects.photos(half), self._subjects.words(half)])

    def ask(self, name: str, exact_limit: int) -> None:
        """Ask one index; searches are exact up to `exact_limit` photos."""
        self._progress.show(f"Asking the {name} index", 0, 0)
        indexes = Indexes(self._folder, exact_limit)
        with closing(self._workshop.open_catalog(False)) as catalog:
            before = psutil.Process().memory_info().rss
            index = self._open(indexes, catalog)
            self.memory[name] = round((psutil.Process().memory_info().rss - before) / 1e6, 1)
            truth = Truth(catalog.vectors.of(self._key), self._queries)
            self._ask_for_nearest(name, index, truth)
            for wanted in _ABOVE:
                if wanted < len(index):
                    self._ask_above(f"all above a cut-off: {wanted:,} photos", name, index, truth, wanted)
            chance = np.random.default_rng(11)
            for share in _SELECTED:
                allowed = np.sort(
                    chance.choice(truth.photo_ids, max(1, round(len(index) * share)), replace=False)
                )
                what = f"all above a cut-off, of {share:.1%} of the photos"
                self._ask_above(what, name, index, truth, -(-len(allowed) // 10), allowed)
            self._ask_after_commits(name, indexes, catalog)

    def ask_with_encoder(self, exact_limit: int) -> None:
        """Words to photos with the real text encoder of the starter model."""
        encoder = self._workshop.models.encoder(STARTER_ID, "auto", lambda done, total: None)
        index = self._open(Indexes(self._folder, exact_limit), self._catalog)
        encoder.encode_texts(["a warm start"])
        times = []
        for text in self._workshop.captions[:_QUERIES]:
            started = time.perf_counter()
            index.search(encoder.encode_texts([text])[0], _NEAREST)
            times.append(time.perf_counter() - started)
        self._tell("exact", f"the nearest {_NEAREST}, with the starter's text encoder", times)

    def _fill(self, photos: int) -> None:
        bench_vectors.fill(self._catalog, self._key, self._subjects, self._dimensions, photos, self._progress)
        vectors = self._catalog.vectors.of(self._key)
        for added in Indexes(self._folder).save(self._key, self._dimensions, vectors):
            self._progress.show("Making the graph", added, photos, unit="vectors")

    def _open(self, indexes: Indexes, catalog: Catalog) -> VectorIndex:
        return indexes.open(self._key, self._dimensions, catalog.vectors.of(self._key))

    def _ask_for_nearest(self, name: str, index: VectorIndex, truth: Truth) -> None:
        times, recalls = [], []
        index.search(self._queries[0], _NEAREST)
        for number, query in enumerate(self._queries):
            started = time.perf_counter()
            _, scores = index.search(query, _NEAREST)
            times.append(time.perf_counter() - started)
            recalls.append(truth.share_of_nearest(number, scores, _NEAREST))
        self._tell(name, f"the nearest {_NEAREST}", times, recalls)

    def _ask_above(
        self,
        what: str,
        name: str,
        index: VectorIndex,
        truth: Truth,
        wanted: int,
        allowed: NDArray[np.int64] | None = None,
    ) -> None:
        times, recalls = [], []
        for number, query in enumerate(self._queries):
            lowest = truth.cut_off(number, wanted, allowed)
            started = time.perf_counter()
            found, _ = index.above(query, lowest, allowed)
            times.append(time.perf_counter() - started)
            recalls.append(truth.share_above(number, found, lowest, allowed))
        self._tell(name, what, times, recalls)

    def _ask_after_commits(self, name: str, indexes: Indexes, catalog: Catalog) -> None:
        times = []
        for query in self._queries[:_COMMITS]:
            start = catalog.vectors.of(self._key).count()
            with self._catalog.transaction():
                bench_vectors.add(self._catalog, self._key, self._subjects.photos(_COMMITTED), start)
            started = time.perf_counter()
            self._open(indexes, catalog).search(query, _NEAREST)
            times.append(time.perf_counter() - started)
        self._tell(name, f"the nearest {_NEAREST}, just after {_COMMITTED} photos came", times)

    def _tell(self, name: str, what: str, times: list[float], recalls: Sequence[float] = ()) -> None:
        median, slow = (round(float(np.percentile(times, at)) * 1000, 2) for at in (50, 95))
        recall = round(float(np.mean(recalls)), 4) if recalls else None
        self.figures.append(Figure(name, what, median, slow, recall))


def _starter(workshop: Workshop) -> ModelKey:
    key = workshop.models.key(STARTER_ID)
    if key is None:
        raise EnvironmentFault("The starter model is not there; set photoclip up again.")
    return key


def _lines(photos: int, figures: Sequence[Figure], memory: dict[str, float]) -> Iterator[str]:
    yield f"{photos:,} photos"
    for figure in figures:
        recall = "" if figure.recall is None else f", recall {figure.recall:.4f}"
        yield (
            f"{figure.index}: {figure.what}: {figure.median_ms:.1f} ms (median), "
            f"{figure.p95_ms:.1f} ms (95th percentile){recall}"
        )
    for name, megabytes in memory.items():
        yield f"{name}: {megabytes:.0f} MB of memory"
