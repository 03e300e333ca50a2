"""The index on disk and its exact twin."""

from __future__ import annotations

import json
import random
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from support import unit_vectors

from photoclip.catalog.catalog import Catalog
from photoclip.domain.indexes import StoredVectors
from photoclip.domain.models import EncoderReport, ModelKey
from photoclip.domain.photos import PhotoDetails
from photoclip.index.approximate import ApproximateIndex
from photoclip.index.graph import MANIFEST
from photoclip.index.indexes import Indexes
from photoclip.index.ranking import unit

KEY = ModelKey("starter", "c" * 64)
DIMENSIONS = 16


def fill(catalog: Catalog, vectors: NDArray[np.float32], key: ModelKey = KEY) -> StoredVectors:
    with catalog.transaction():
        catalog.models.record(key, vectors.shape[1], EncoderReport("cpu", "float32"))
        start = catalog.vectors.of(key).count()
        for number, vector in enumerate(vectors, start=start):
            photo_id = catalog.photos.add(number.to_bytes(16, "big"), PhotoDetails(1, 1, "PNG", None))
            catalog.vectors.add(photo_id, key, vector)
    return catalog.vectors.of(key)


def place(folder: Path) -> Path:
    (only,) = folder.iterdir()
    return only


def approximate(folder: Path, stored: StoredVectors) -> ApproximateIndex:
    index = Indexes(folder, exact_limit=0).open(KEY, DIMENSIONS, stored)
    assert isinstance(index, ApproximateIndex)
    return index


def test_both_twins_find_the_same_photos(catalog: Catalog, tmp_path: Path) -> None:
    vectors = unit_vectors(500, DIMENSIONS)
    stored = fill(catalog, vectors)
    indexes = Indexes(tmp_path / "index")
    list(indexes.save(KEY, DIMENSIONS, stored))
    exact = indexes.open(KEY, DIMENSIONS, stored)
    graph = approximate(tmp_path / "index", stored)
    for query in unit_vectors(20, DIMENSIONS, seed=9):
        ids, scores = exact.search(query, 10)
        truth = np.argsort(-(unit(vectors.astype(np.float16)) @ query), kind="stable")[:10] + 1
        assert ids.tolist() == truth.tolist()
        assert (np.diff(scores) <= 0).all()
        assert set(graph.search(query, 10)[0].tolist()) == set(ids.tolist())


def test_only_allowed_photos_are_found_and_all_of_them(catalog: Catalog, tmp_path: Path) -> None:
    stored = fill(catalog, unit_vectors(300, DIMENSIONS))
    list(Indexes(tmp_path / "index").save(KEY, DIMENSIONS, stored))
    allowed = np.array([3, 77, 200], np.int64)
    query = unit_vectors(1, DIMENSIONS, seed=5)[0]
    for index in (
        Indexes(tmp_path / "index").open(KEY, DIMENSIONS, stored),
        approximate(tmp_path / "index", stored),
    ):
        assert sorted(index.search(query, 10, allowed)[0].tolist()) == [3, 77, 200]


def test_equal_vectors_share_a_node_and_all_their_photos_are_found(catalog: Catalog, tmp_path: Path) -> None:
    distinct = unit_vectors(2000, DIMENSIONS)
    copies = np.repeat(distinct[:5], 600, axis=0)
    stored = fill(catalog, np.concatenate([copies, distinct[5:]]))
    list(Indexes(tmp_path / "index").save(KEY, DIMENSIONS, stored))
    manifest = json.loads((place(tmp_path / "index") / MANIFEST).read_text())
    assert manifest["nodes"] == 2000
    graph = approximate(tmp_path / "index", stored)
    assert set(graph.search(distinct[0], 600)[0].tolist()) == set(range(1, 601))
    exact = Indexes(tmp_path / "index").open(KEY, DIMENSIONS, stored)
    hits = 0
    for query in unit_vectors(50, DIMENSIONS, seed=3):
        hits += len(set(graph.search(query, 10)[1].round(4)) & set(exact.search(query, 10)[1].round(4))) > 0
    assert hits == 50


def test_vectors_that_came_since_the_save_are_found_too(catalog: Catalog, tmp_path: Path) -> None:
    stored = fill(catalog, unit_vectors(100, DIMENSIONS))
    indexes = Indexes(tmp_path / "index")
    list(indexes.save(KEY, DIMENSIONS, stored))
    opened = indexes.open(KEY, DIMENSIONS, stored)
    newcomers = unit_vectors(5, DIMENSIONS, seed=99)
    fill(catalog, newcomers)
    assert indexes.faults(KEY, DIMENSIONS, stored) == [f"The index of {KEY} is 5 photos behind."]
    for index in (indexes.open(KEY, DIMENSIONS, stored), approximate(tmp_path / "index", stored)):
        assert index.search(newcomers[0], 1)[0].tolist() == [101]
    assert len(opened) == 105
    list(indexes.save(KEY, DIMENSIONS, stored))
    assert indexes.faults(KEY, DIMENSIONS, stored) == []
    assert len(list(place(tmp_path / "index").iterdir())) == 2


def test_a_graph_that_lags_a_little_is_not_written_again(catalog: Catalog, tmp_path: Path) -> None:
    stored = fill(catalog, unit_vectors(100, DIMENSIONS))
    indexes = Indexes(tmp_path / "index")
    list(indexes.save(KEY, DIMENSIONS, stored))
    fill(catalog, unit_vectors(1, DIMENSIONS, seed=99))
    assert list(indexes.save(KEY, DIMENSIONS, stored)) == []
    assert indexes.faults(KEY, DIMENSIONS, stored) == []


def test_vectors_that_were_dropped_and_made_again_do_not_fit_the_old_graph(
    catalog: Catalog, tmp_path: Path
) -> None:
    vectors = unit_vectors(60, DIMENSIONS)
    stored = fill(catalog, vectors)
    indexes = Indexes(tmp_path / "index", exact_limit=0)
    list(indexes.save(KEY, DIMENSIONS, stored))
    catalog.vectors.drop([59, 60], KEY)
    for photo_id in (60, 59):
        catalog.vectors.add(photo_id, KEY, vectors[photo_id - 1])
    assert indexes.faults(KEY, DIMENSIONS, stored)
    assert indexes.open(KEY, DIMENSIONS, stored).search(vectors[59], 1)[0].tolist() == [60]


@pytest.mark.parametrize("trial", range(12))
def test_any_damage_is_noticed_answered_around_and_mended(
    catalog: Catalog, tmp_path: Path, trial: int
) -> None:
    stored = fill(catalog, unit_vectors(60, DIMENSIONS))
    indexes = Indexes(tmp_path / "index", exact_limit=0)
    list(indexes.save(KEY, DIMENSIONS, stored))
    chance = random.Random(trial)
    victim = chance.choice(sorted(place(tmp_path / "index").iterdir()))
    data = bytearray(victim.read_bytes())
    if trial % 3 == 0:
        victim.unlink()
    elif trial % 3 == 1:
        victim.write_bytes(data[: chance.randrange(len(data))])
    else:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        victim.write_bytes(data)
    query = unit_vectors(1, DIMENSIONS, seed=4)[0]
    truth = Indexes(tmp_path / "elsewhere").open(KEY, DIMENSIONS, stored).search(query, 5)[0].tolist()
    assert indexes.open(KEY, DIMENSIONS, stored).search(query, 5)[0].tolist() == truth
    list(indexes.save(KEY, DIMENSIONS, stored))
    assert indexes.faults(KEY, DIMENSIONS, stored) == []


def test_an_index_of_other_weights_is_never_used(catalog: Catalog, tmp_path: Path) -> None:
    stored = fill(catalog, unit_vectors(50, DIMENSIONS))
    other = ModelKey("starter", "d" * 64)
    fill(catalog, unit_vectors(50, DIMENSIONS, seed=1), other)
    indexes = Indexes(tmp_path / "index")
    list(indexes.save(KEY, DIMENSIONS, stored))
    mine = place(tmp_path / "index")
    list(indexes.save(other, DIMENSIONS, catalog.vectors.of(other)))
    (theirs,) = (folder for folder in (tmp_path / "index").iterdir() if folder != mine)
    for file in mine.iterdir():
        file.unlink()
    for file in theirs.iterdir():
        file.rename(mine / file.name)
    assert indexes.faults(KEY, DIMENSIONS, stored) == [
        f"The index of {KEY} is damaged or does not belong to the catalog."
    ]


def test_a_hundred_answers_more_than_there_are_photos_are_no_error(catalog: Catalog, tmp_path: Path) -> None:
    stored = fill(catalog, unit_vectors(3, DIMENSIONS))
    list(Indexes(tmp_path / "index").save(KEY, DIMENSIONS, stored))
    query = unit_vectors(1, DIMENSIONS, seed=2)[0]
    assert len(approximate(tmp_path / "index", stored).search(query, 100)[0]) == 3


def test_what_a_save_that_was_cut_off_left_is_removed_by_the_next(catalog: Catalog, tmp_path: Path) -> None:
    stored = fill(catalog, unit_vectors(100, DIMENSIONS))
    list(Indexes(tmp_path / "index").save(KEY, DIMENSIONS, stored))
    orphan = place(tmp_path / "index") / "graph-1-1.hnsw"
    orphan.write_bytes(b"an older graph")
    list(Indexes(tmp_path / "index").save(KEY, DIMENSIONS, stored))
    assert not orphan.exists()
    assert Indexes(tmp_path / "index").faults(KEY, DIMENSIONS, stored) == []


def test_a_filter_of_very_many_photos_costs_nothing_of_the_answer(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vectors = unit_vectors(600, DIMENSIONS)
    stored = fill(catalog, vectors)
    list(Indexes(tmp_path / "index").save(KEY, DIMENSIONS, stored))
    graph = approximate(tmp_path / "index", stored)
    monkeypatch.setattr("photoclip.index.approximate.FEW", 10)
    query = unit_vectors(1, DIMENSIONS, seed=5)[0]
    order = np.argsort(-(unit(vectors.astype(np.float16)) @ query), kind="stable") + 1
    worst = np.sort(order[-60:])
    found, scores = graph.search(query, 20, worst)
    assert found.tolist() == order[-60:-40].tolist()
    assert (np.diff(scores) <= 0).all()
    assert len(graph.search(query, 100, worst)[0]) == 60
