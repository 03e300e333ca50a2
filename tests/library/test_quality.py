"""Figures of search quality, from relevance and truth."""

from __future__ import annotations

import numpy as np
import pytest

from photoclip.library import quality

RIGHT = np.array([[True, False, False], [True, False, False], [False, True, False]])


def test_what_is_shown_is_counted_against_what_is_right() -> None:
    judged = np.array([[0.9, 0.0, 0.0], [0.1, 0.0, 0.0], [0.8, 0.2, 0.95]], np.float32)
    figures = quality.of_shown(judged, RIGHT, 0.3)
    assert figures == {
        "queries": 3.0,
        "shown": 3.0,
        "wrong": pytest.approx(2 / 3),
        "recall": pytest.approx(1 / 3),
        "no_match_though_there": 0.5,
        "no_match_as_absent": 0.0,
    }


def test_nothing_shown_has_no_share_of_wrong_photos() -> None:
    figures = quality.of_shown(np.zeros((3, 3), np.float32), RIGHT, 0.3)
    assert "wrong" not in figures
    assert figures["no_match_as_absent"] == 1.0


def test_relevance_that_keeps_its_word_has_no_calibration_error() -> None:
    judged = np.full((100, 1), 0.3, np.float32)
    right = np.arange(100)[:, np.newaxis] < 30
    report = quality.by_relevance(judged, right)
    assert report["relevance 0.25 to 0.50"]["right"] == pytest.approx(0.3)
    assert report["calibration"]["error"] == pytest.approx(0.0, abs=1e-6)
    assert quality.by_relevance(judged, ~right)["calibration"]["error"] == pytest.approx(0.4)


def test_pairs_without_relevance_do_not_count_for_the_calibration() -> None:
    judged = np.array([[0.01]] * 50 + [[0.9]], np.float32)
    report = quality.by_relevance(judged, np.zeros((51, 1), np.bool_))
    assert report["calibration"] == {"pairs": 1.0, "error": pytest.approx(0.9)}


def test_an_exclusion_is_judged_by_as_many_photos_as_hold_what_is_asked_for() -> None:
    wanted = np.array([True, True, False, False])
    unwanted = np.array([True, False, False, True])
    figures = quality.of_excluding(np.array([0.9, 0.8, 0.1, 0.0], np.float32), wanted, unwanted)
    assert figures == {"best": 2.0, "leaked": 1.0, "right": 1.0, "of": 1.0}


def test_the_curve_behind_right_and_wrong_photos_is_found_again() -> None:
    draw = np.random.default_rng(3)
    z = draw.normal(1.0, 2.0, 40_000)
    beyond = np.maximum(z - 2.0, 0.0)
    share = 1.0 / (1.0 + np.exp(-(-3.0 + 0.8 * z + 0.5 * beyond)))
    curve = quality.fitted(z, beyond, draw.random(len(z)) < share, np.ones_like(z))
    assert curve == pytest.approx({"intercept": -3.0, "slope": 0.8, "tail": 0.5}, abs=0.15)
