"""`photoclip bench search` on a small library."""

from __future__ import annotations

import json
from collections.abc import Callable

import numpy as np
import pytest
from cli.conftest import Result

from photoclip.cli.bench_vectors import Subjects


def test_both_indexes_are_asked_and_compared_with_every_vector(cli: Callable[..., Result]) -> None:
    done = cli("bench", "search", "--photos", 1500, "--json")
    assert done.code == 0
    told = json.loads(done.out)
    assert told["photos"] == 1500
    assert set(told["memory_mb"]) == {"exact", "graph"}
    by_index = {name: [f for f in told["figures"] if f["index"] == name] for name in ("exact", "graph")}
    assert [f["what"] for f in by_index["exact"]] == [f["what"] for f in by_index["graph"]]
    for figure in told["figures"]:
        assert 0 < figure["median_ms"] <= figure["p95_ms"]
    cut = [f["recall"] for f in told["figures"] if "above a cut-off" in f["what"]]
    assert cut == [1.0] * 12
    assert all(f["recall"] > 0.9 for f in by_index["graph"] if f["recall"] is not None)


def test_the_figures_are_told_in_sentences(cli: Callable[..., Result]) -> None:
    done = cli("bench", "search", "--photos", 300)
    assert done.code == 0
    assert done.out.startswith("300 photos\nexact: the nearest 100: ")
    assert "recall 1.0000" in done.out
    assert "just after 100 photos came" in done.out


@pytest.mark.parametrize("dimensions", [64, 512])
def test_photos_lie_in_clusters_and_words_lie_elsewhere(dimensions: int) -> None:
    subjects = Subjects(500, dimensions)
    photos, words = subjects.photos(500), subjects.words(50)
    between = photos @ photos.T
    np.fill_diagonal(between, -1)
    assert between.max(axis=1).mean() > between.mean() + 0.2
    assert (words @ photos.T).mean() < between.mean() - 0.2
    np.testing.assert_array_equal(photos, Subjects(500, dimensions).photos(500))
