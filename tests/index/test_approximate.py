"""The graph's index: where the graph could miss photos, none are missed."""

from __future__ import annotations

import math
import struct
from pathlib import Path

import numpy as np
import pytest
from index.kept import Kept
from numpy.typing import NDArray
from support import unit_vectors

from photoclip.domain.models import ModelKey
from photoclip.errors import StorageFault
from photoclip.index import approximate
from photoclip.index.approximate import ApproximateIndex
from photoclip.index.exact import ExactIndex
from photoclip.index.indexes import Indexes

KEY = ModelKey("starter", "c" * 64)
DIMENSIONS = 16
PHOTOS = 1200
Chosen = NDArray[np.int64] | None


@pytest.fixture
def kept() -> Kept:
    """Photos in clusters; every tenth is a copy of the one before."""
    chance = np.random.default_rng(3)
    centres = unit_vectors(30, DIMENSIONS)
    vectors = centres[chance.integers(0, 30, PHOTOS)] * 2 + unit_vectors(PHOTOS, DIMENSIONS, 1)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors[9::10] = vectors[8::10]
    stored = Kept(DIMENSIONS)
    for photo_id, vector in zip(chance.permutation(PHOTOS).tolist(), vectors, strict=True):
        stored.add(photo_id + 1, vector)
    return stored


@pytest.fixture
def indexes(kept: Kept, tmp_path: Path) -> Indexes:
    """An index on disk that lacks the last forty photos."""
    folder = tmp_path / "index"
    list(Indexes(folder).save(KEY, DIMENSIONS, kept))
    for photo_id, vector in enumerate(unit_vectors(40, DIMENSIONS, 8), PHOTOS + 1):
        kept.add(photo_id, vector)
    return Indexes(folder, exact_limit=0)


def opened(indexes: Indexes, kept: Kept) -> ApproximateIndex:
    index = indexes.open(KEY, DIMENSIONS, kept)
    assert isinstance(index, ApproximateIndex)
    return index


def exact(kept: Kept) -> ExactIndex:
    index = ExactIndex(DIMENSIONS)
    index.follow(kept)
    return index


def every(count: int, seed: int = 6) -> NDArray[np.int64]:
    chosen = np.random.default_rng(seed).choice(PHOTOS + 60, count, replace=False) + 1
    return np.sort(chosen).astype(np.int64)


@pytest.mark.parametrize("few", [0, 100_000])
@pytest.mark.parametrize("allowed", [None, every(700), every(150), every(3), every(0)])
@pytest.mark.parametrize("by_graph", [False, True])
def test_all_above_a_cut_off_are_found(
    kept: Kept, indexes: Indexes, monkeypatch: pytest.MonkeyPatch, few: int, allowed: Chosen, by_graph: bool
) -> None:
    monkeypatch.setattr(approximate, "FEW", few)
    monkeypatch.setattr(approximate, "_FIRST", 50)
    monkeypatch.setattr(approximate, "_DEAREST_SHARE", 0.3 if by_graph else 0.0)
    index = opened(indexes, kept)
    for number, query in enumerate(unit_vectors(3, DIMENSIONS, 5)):
        query = query * np.float32(number + 0.5)
        products = np.sort(list(kept.truth(query, -math.inf).values()))
        for place in (5, 60, 400):
            lowest = float(products[-place - 1 : -place + 1].mean())
            found, scores = index.above(query, lowest, allowed)
            truth = kept.truth(query, lowest, allowed)
            assert len(found) == len(set(found.tolist()))
            assert set(found.tolist()) == set(truth)
            assert (np.diff(scores) <= 0).all()


@pytest.mark.parametrize(("lowest", "count"), [(-math.inf, PHOTOS + 40), (math.inf, 0), (math.nan, 0)])
def test_a_cut_off_beyond_all_finds_all_or_none(
    kept: Kept, indexes: Indexes, lowest: float, count: int
) -> None:
    ids, _ = opened(indexes, kept).above(unit_vectors(1, DIMENSIONS, 4)[0], lowest)
    assert len(set(ids.tolist())) == len(ids) == count


@pytest.mark.parametrize("count", [0, 1, 200, PHOTOS])
def test_products_are_exact_for_old_and_new_photos(kept: Kept, indexes: Indexes, count: int) -> None:
    queries = unit_vectors(2, DIMENSIONS, 5) * 3
    asked = np.array([*every(count), PHOTOS + 1, PHOTOS + 999, -4], np.int64)[::-1]
    found = opened(indexes, kept).products(queries, asked)
    np.testing.assert_allclose(found, exact(kept).products(queries, asked), atol=1e-5)


def test_a_wide_filter_is_searched_exactly_where_the_graph_would_be_dearer(
    kept: Kept, indexes: Indexes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(approximate, "FEW", 10)
    query = unit_vectors(1, DIMENSIONS, 5)[0]
    found = opened(indexes, kept).search(query, 50, every(400))
    truth = exact(kept).search(query, 50, every(400))
    np.testing.assert_allclose(found[1], truth[1], atol=1e-5)


def test_a_graph_is_loaded_once_and_follows_what_comes(kept: Kept, indexes: Indexes) -> None:
    index = opened(indexes, kept)
    kept.reads.clear()
    assert opened(indexes, kept) is index
    assert sum(kept.reads) == 0
    newcomer = unit_vectors(1, DIMENSIONS, 55)[0]
    kept.add(9999, newcomer)
    assert opened(indexes, kept).search(newcomer, 1)[0].tolist() == [9999]
    assert sum(kept.reads) == 1
    list(indexes.save(KEY, DIMENSIONS, kept))
    for _ in range(60):
        kept.add(20_000 + kept.rows()[-1], newcomer)
    list(indexes.save(KEY, DIMENSIONS, kept))
    assert opened(indexes, kept) is not index


def test_a_sample_holds_vectors_of_the_library_only(kept: Kept, indexes: Indexes) -> None:
    index = opened(indexes, kept)
    for size in (1, 10, 100, 10_000):
        drawn = index.sample(size)
        assert 0 < len(drawn) <= size
        nearest = (drawn @ exact(kept).sample(PHOTOS * 2).T).max(axis=1)
        np.testing.assert_allclose(nearest, 1.0, atol=1e-5)


def test_a_vector_that_was_damaged_when_the_graph_was_made_is_not_found(kept: Kept, tmp_path: Path) -> None:
    kept.damaged = {17}
    lost = int(kept.keys().photo_ids[16])
    list(Indexes(tmp_path / "other").save(KEY, DIMENSIONS, kept))
    index = opened(Indexes(tmp_path / "other", exact_limit=0), kept)
    assert lost not in index.above(unit_vectors(1, DIMENSIONS)[0], -math.inf)[0]
    assert np.isnan(index.products(unit_vectors(1, DIMENSIONS), np.array([lost]))).all()


def test_a_file_that_is_cut_while_it_is_in_use_is_a_fault_that_is_told(
    kept: Kept, indexes: Indexes, tmp_path: Path
) -> None:
    index = opened(indexes, kept)
    (file,) = (tmp_path / "index").rglob("*.hnsw")
    with file.open("r+b") as stream:
        stream.truncate(5000)
    query = unit_vectors(1, DIMENSIONS)[0]
    with pytest.raises(StorageFault, match="drive"):
        index.above(query, -math.inf)
    with pytest.raises(StorageFault, match="drive"):
        index.products(query[np.newaxis], every(20))


@pytest.mark.parametrize("header", ["<6QiI3QdQQ", "<6QiI3QdQi", "<6Ii6QiI3QdQ"])
def test_a_file_of_another_layout_is_not_read_and_costs_no_answer(
    kept: Kept, indexes: Indexes, monkeypatch: pytest.MonkeyPatch, header: str
) -> None:
    monkeypatch.setattr("photoclip.index.graph_file._HEADER", struct.Struct(header))
    index = indexes.open(KEY, DIMENSIONS, kept)
    assert isinstance(index, ExactIndex)
    assert len(index) == PHOTOS + 40
