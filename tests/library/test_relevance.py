"""Relevance: products made comparable, and what is shown of them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray
from support import unit_vectors

from photoclip.library import relevance
from photoclip.library.relevance import Calibration, Matrix, Scale

_DIMENSIONS = 96
_THINGS = 120
LEVELS = (0.05, 0.1, 0.3, 0.5, 0.7)


class World:
    """Photos of one or two things each and captions of one, in cones of their own, with noise."""

    def __init__(self, photos: int, seed: int = 0) -> None:
        draw = np.random.default_rng(seed)
        self._things = unit_vectors(_THINGS, _DIMENSIONS, seed)
        self._photo_cone, self._text_cone = unit_vectors(2, _DIMENSIONS, seed + 1)
        self.held = np.zeros((photos, _THINGS), np.bool_)
        for row in self.held:
            row[draw.choice(_THINGS // 2, draw.integers(1, 3), replace=False)] = True
        noise = unit_vectors(photos, _DIMENSIONS, seed + 2)
        self.photos = _unit(self.held @ self._things + 0.5 * self._photo_cone + 0.7 * noise)
        self.texts = _unit(
            self._things + 0.5 * self._text_cone + 0.7 * unit_vectors(_THINGS, _DIMENSIONS, seed + 3)
        )
        self.bank = self.texts[::2]


def _unit(vectors: NDArray[np.floating]) -> Matrix:
    unit: Matrix = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
    return unit


def _judged(scale: Scale, photos: Matrix) -> Matrix:
    return scale.relevance(photos @ scale.direction)


def _chosen(scale: Scale, photos: Matrix, wrong_share: float) -> set[int]:
    judged = _judged(scale, photos)
    order = np.argsort(-judged)
    return set(order[: relevance.shown(judged[order], wrong_share)].tolist())


def _scales(world: World) -> list[Scale]:
    calibration = Calibration(world.photos, world.bank)
    mixed = 2.5 * (world.photos[0] - 0.3 * world.texts[0])
    return [
        calibration.of_words(world.texts[1]),
        calibration.of_photo(world.photos[0]),
        calibration.of_mix(mixed),
    ]


@pytest.mark.parametrize("photos", [0, 1, 5, 30, 400])
def test_relevance_rises_with_the_product_and_stays_between_none_and_all(photos: int) -> None:
    for scale in _scales(World(max(photos, 1))) if photos else _scales_of_nothing():
        judged = scale.relevance(np.linspace(-2, 2, 4001, dtype=np.float32))
        assert (np.diff(judged) >= 0).all()
        assert judged.min() >= 0
        assert judged.max() <= 1


def _scales_of_nothing() -> list[Scale]:
    calibration = Calibration(np.empty((0, 8), np.float32), np.empty((0, 8), np.float32))
    query = unit_vectors(1, 8)[0]
    return [calibration.of_words(query), calibration.of_photo(query), calibration.of_mix(query)]


@pytest.mark.parametrize("photos", [1, 5, 30, 400])
def test_the_least_product_of_a_relevance_has_that_relevance(photos: int) -> None:
    for scale in _scales(World(photos)):
        for wanted in (0.001, 0.1, 0.49, 0.5, 0.9, 0.999):
            least = scale.least(wanted)
            assert scale.relevance(np.array([least], np.float64))[0] == pytest.approx(wanted, abs=1e-4)
        assert scale.least(0.0) == -np.inf
        assert np.isfinite(scale.least(1.0))


def test_a_thing_that_is_there_is_found_and_one_that_is_not_is_not() -> None:
    world = World(600)
    calibration = Calibration(world.photos, world.bank)
    found = [bool(_chosen(calibration.of_words(text), world.photos, 0.3)) for text in world.texts]
    there = world.held.any(axis=0)
    assert np.mean(np.array(found)[there]) > 0.9
    assert np.mean(np.array(found)[~there]) < 0.1


@pytest.mark.parametrize("photos", [1, 5, 30])
def test_in_a_small_library_the_photo_with_the_thing_comes_above_the_others(photos: int) -> None:
    world = World(photos)
    calibration = Calibration(world.photos, world.bank)
    absent = [_judged(calibration.of_words(text), world.photos).max() for text in world.texts[_THINGS // 2 :]]
    for thing in np.flatnonzero(world.held.any(axis=0)):
        judged = _judged(calibration.of_words(world.texts[thing]), world.photos)
        assert world.held[judged.argmax(), thing]
        assert judged.max() > np.quantile(absent, 0.9)


@pytest.mark.parametrize("constant", [0.7, 1.5, 3.0])
def test_the_answer_is_the_same_for_a_model_whose_cosines_are_all_higher_and_closer(constant: float) -> None:
    world = World(300)
    plain = Calibration(world.photos, world.bank)
    raised = Calibration(_raised(world.photos, constant), _raised(world.bank, constant))
    for text in world.texts[:20]:
        query = _raised(text[np.newaxis], constant)[0]
        one, other = plain.of_words(text), raised.of_words(query)
        np.testing.assert_allclose(
            _judged(one, world.photos), _judged(other, _raised(world.photos, constant)), atol=0.01
        )
    for photo in world.photos[:20]:
        query = _raised(photo[np.newaxis], constant)[0]
        one, other = plain.of_photo(photo), raised.of_photo(query)
        np.testing.assert_allclose(
            _judged(one, world.photos), _judged(other, _raised(world.photos, constant)), atol=0.01
        )


def _raised(vectors: Matrix, constant: float) -> Matrix:
    """Unit vectors whose cosines are (cosine + constant^2) / (1 + constant^2)."""
    return _unit(np.concatenate([vectors, np.full((len(vectors), 1), constant)], axis=1))


def test_another_sample_of_the_library_shows_mostly_the_same_photos() -> None:
    world = World(2000)
    one, other = (Calibration(world.photos[start::2], world.bank) for start in (0, 1))
    shared = either = 0
    for text in world.texts:
        first = _chosen(one.of_words(text), world.photos, 0.3)
        second = _chosen(other.of_words(text), world.photos, 0.3)
        shared, either = shared + len(first & second), either + len(first | second)
    assert shared > 0.75 * either > 0


def test_a_copy_of_a_photo_is_wholly_like_it_and_a_typical_photo_not_at_all() -> None:
    world = World(100)
    scale = Calibration(world.photos, world.bank).of_photo(world.photos[0])
    judged = _judged(scale, world.photos)
    assert judged[0] > 0.9
    assert np.median(judged) < 0.01


def test_a_photo_is_like_its_copies_however_many_there_are() -> None:
    world = World(40)
    copies = np.concatenate([world.photos, np.repeat(world.photos[:1], 15, axis=0)])
    scale = Calibration(copies, world.bank).of_photo(world.photos[0])
    assert relevance.shown(np.sort(_judged(scale, copies))[::-1], 0.3) >= 16


vectors = arrays.arrays(
    np.float32,
    st.tuples(st.integers(0, 30), st.just(6)),
    elements=st.floats(width=32, allow_nan=True, allow_infinity=True),
)


@given(sample=vectors, bank=vectors, query=arrays.arrays(np.float32, 6, elements=st.floats(-2, 2, width=32)))
def test_no_vectors_however_bad_make_a_relevance_that_is_no_number(
    sample: Matrix, bank: Matrix, query: Matrix
) -> None:
    calibration = Calibration(sample, bank)
    for scale in (calibration.of_words(query), calibration.of_photo(query), calibration.of_mix(query)):
        assert np.isfinite(scale.direction).all()
        judged = scale.relevance(np.array([-1.0, 0.0, 0.5, 1.0], np.float32))
        assert np.isfinite(judged).all()
        assert not np.isnan(scale.least(0.5))


@pytest.mark.parametrize("promised", LEVELS)
def test_of_what_is_shown_no_greater_share_is_wrong_than_was_promised(promised: float) -> None:
    draw = np.random.default_rng(7)
    right = shown = 0
    for _ in range(60):
        judged = np.sort(draw.beta(0.3, 0.3, 300).astype(np.float32))[::-1]
        count = relevance.shown(judged, promised)
        right, shown = right + int((draw.random(count) < judged[:count]).sum()), shown + count
    assert shown > 0
    assert 0.3 * promised < 1 - right / shown < promised + 0.02


def test_one_photo_alone_is_shown_if_it_is_likely_enough() -> None:
    assert relevance.shown(np.array([0.5, 0.01], np.float32), 0.3) == 1
    assert relevance.shown(np.array([0.45, 0.01], np.float32), 0.3) == 0
    assert relevance.shown(np.array([0.45, 0.01], np.float32), 0.5) == 1


@given(
    judged=arrays.arrays(np.float32, st.integers(0, 50), elements=st.floats(0, 1, width=32)),
    strict=st.floats(0.01, 0.98),
    looser=st.floats(0, 0.3),
)
def test_a_looser_promise_never_shows_less(judged: Matrix, strict: float, looser: float) -> None:
    judged = np.sort(judged)[::-1]
    few, many = relevance.shown(judged, strict), relevance.shown(judged, min(strict + looser, 0.99))
    assert 0 <= few <= many <= len(judged)
    assert (judged[:few] >= relevance.least_shown(strict) - 1e-6).all()


def test_nothing_is_shown_of_nothing() -> None:
    assert relevance.shown(np.empty(0, np.float32), 0.3) == 0


def test_two_things_at_once_need_both() -> None:
    one = np.array([0.9, 0.9, 0.003, 0.4], np.float32)
    other = np.array([0.9, 0.003, 0.9, 0.4], np.float32)
    joined = relevance.both([one, other])
    assert joined.argmax() == 0
    assert joined[0] > 0.9
    assert (joined[1:3] < relevance.least_shown(0.5)).all()
    assert joined[3] > 0.4
    np.testing.assert_allclose(relevance.both([one]), one, atol=1e-6)


@given(
    parts=arrays.arrays(
        np.float32, st.tuples(st.integers(1, 4), st.just(40)), elements=st.floats(0, 1, width=32)
    ),
    wrong_share=st.floats(0.01, 0.95),
)
def test_what_is_shown_for_several_things_has_the_least_relevance_of_each(
    parts: Matrix, wrong_share: float
) -> None:
    joined = relevance.both(list(parts))
    passing = joined >= relevance.least_shown(wrong_share)
    assert (parts[:, passing] >= relevance.least_shown(wrong_share, len(parts)) - 1e-5).all()


def test_what_must_not_be_there_takes_a_photo_out_or_down() -> None:
    wanted = np.full(4, 0.9, np.float32)
    left = relevance.minus(wanted, np.array([0.0, 0.05, 0.3, 0.6], np.float32))
    assert left[0] == pytest.approx(0.9, abs=1e-4)
    assert left[0] > left[1] > left[2] > left[3] == 0.0


def test_a_photo_without_a_vector_has_no_relevance() -> None:
    for scale in _scales(World(30)):
        assert np.isnan(scale.relevance(np.array([np.nan], np.float32))[0])


def test_captions_are_lines_without_comments() -> None:
    assert relevance.parse_captions("# note\na dog\n\n  a cat \n") == ["a dog", "a cat"]
