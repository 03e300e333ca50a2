"""The exact index: everything is found, and it follows the catalog without being made again."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from index.kept import Kept
from support import unit_vectors

from photoclip.index.exact import ExactIndex

DIMENSIONS = 8
BELOW = 1e-5


def filled(count: int, seed: int = 0) -> tuple[Kept, ExactIndex]:
    kept, index = Kept(DIMENSIONS), ExactIndex(DIMENSIONS)
    for photo_id, vector in enumerate(unit_vectors(count, DIMENSIONS, seed), 1):
        kept.add(photo_id, vector)
    index.follow(kept)
    return kept, index


@given(
    chance=st.integers(0, 2**32 - 1),
    count=st.integers(0, 60),
    lowest=st.one_of(st.floats(-3, 3), st.sampled_from([-math.inf, math.inf, math.nan])),
    chosen=st.none() | st.lists(st.integers(-5, 80), unique=True),
    length=st.floats(0.1, 20),
)
def test_all_above_a_cut_off_are_found_and_nothing_else(
    chance: int, count: int, lowest: float, chosen: list[int] | None, length: float
) -> None:
    kept = Kept(DIMENSIONS)
    vectors = unit_vectors(7, DIMENSIONS, chance)  # so few that many photos share one
    for photo_id in np.random.default_rng(chance).permutation(count).tolist():
        kept.add(photo_id + 1, vectors[photo_id % 7])
    index = ExactIndex(DIMENSIONS)
    index.follow(kept)
    query = unit_vectors(1, DIMENSIONS, chance + 1)[0] * np.float32(length)
    allowed = None if chosen is None else np.array(sorted(chosen), np.int64)
    ids, scores = index.above(query, lowest, allowed)
    surely = kept.truth(query, lowest + BELOW * length, allowed)
    possibly = kept.truth(query, lowest - BELOW * length, allowed)
    assert set(surely) <= set(ids.tolist()) <= set(possibly)
    assert len(set(ids.tolist())) == len(ids)
    np.testing.assert_allclose(scores, [possibly[i] for i in ids.tolist()], atol=BELOW * length)
    assert (np.diff(scores) <= 0).all()
    assert len(index.search(query, 3, allowed)[0]) == min(3, len(kept.truth(query, -math.inf, allowed)))


def test_a_search_for_none_finds_none() -> None:
    _, index = filled(5)
    assert index.search(unit_vectors(1, DIMENSIONS)[0], 0)[0].tolist() == []


@pytest.mark.parametrize("share", [1, 2, 10])
def test_products_are_told_for_every_photo_asked_for_and_are_no_numbers_for_strangers(share: int) -> None:
    kept, index = filled(100)
    queries = unit_vectors(3, DIMENSIONS, 5) * 4
    asked = np.array([*range(100, 0, -share), 999, -1, 0], np.int64)
    found = index.products(queries, asked)
    assert found.shape == (3, len(asked))
    assert np.isnan(found[:, -3:]).all()
    for row, query in zip(found, queries, strict=True):
        truth = kept.truth(query, -math.inf)
        np.testing.assert_allclose(row[:-3], [truth[i] for i in asked[:-3].tolist()], atol=1e-5)
    assert index.products(queries, asked[:0]).shape == (3, 0)
    assert index.products(queries[:0], asked).shape == (0, len(asked))


def test_a_query_of_doubles_is_as_good() -> None:
    _, index = filled(20)
    query = unit_vectors(1, DIMENSIONS, 5)[0]
    ids, scores = index.above(query.astype(np.float64), 0.0)
    assert scores.dtype == np.float32
    assert ids.tolist() == index.above(query, 0.0)[0].tolist()


@given(steps=st.lists(st.tuples(st.sampled_from(["add", "drop", "again", "look"]), st.integers(0, 50))))
def test_one_that_followed_is_the_same_as_one_made_anew(steps: list[tuple[str, int]]) -> None:
    kept, index = filled(10)
    photo_id = 10
    for step, number in steps:
        rows = kept.rows()
        if step == "add":
            for vector in unit_vectors(number, DIMENSIONS, number):
                photo_id += 1
                kept.add(photo_id, vector)
        elif step == "look":
            index.follow(kept)
        elif rows:
            row = rows[number % len(rows)]
            gone = int(kept.keys().photo_ids[number % len(rows)])
            kept.drop(row)
            if step == "again":
                kept.add(gone, unit_vectors(1, DIMENSIONS, number + 100)[0])
    index.follow(kept)
    fresh = ExactIndex(DIMENSIONS)
    fresh.follow(kept)
    query = unit_vectors(1, DIMENSIONS, 77)[0]
    for one, other in zip(index.above(query, -1.0), fresh.above(query, -1.0), strict=True):
        np.testing.assert_allclose(one, other, atol=1e-6)
    np.testing.assert_array_equal(index.sample(7), fresh.sample(7))
    assert len(index) == kept.count()


def test_only_what_came_is_read_though_photos_went_and_a_vector_is_damaged() -> None:
    kept, index = filled(50)
    kept.damaged = {kept.add(51, unit_vectors(1, DIMENSIONS, 3)[0])}
    kept.add(52, unit_vectors(1, DIMENSIONS, 4)[0])
    kept.drop(7)
    for _ in range(2):
        kept.reads.clear()
        index.follow(kept)
        assert sum(kept.reads) <= 1
    assert len(index) == 50
    assert not {7, 51} & set(index.above(np.ones(DIMENSIONS, np.float32), -math.inf)[0].tolist())


def test_a_sample_is_a_copy_that_stays_as_it_is_when_photos_come() -> None:
    kept, index = filled(30)
    drawn = index.sample(10)
    before = drawn.copy()
    for photo_id, vector in enumerate(unit_vectors(500, DIMENSIONS, 2), 31):
        kept.add(photo_id, vector)
    index.follow(kept)
    np.testing.assert_array_equal(drawn, before)
