"""Feedback: photos like those that are liked rise, and nothing changes where that would hurt."""

from __future__ import annotations

import numpy as np
from support import unit_vectors

from photoclip.library.feedback import Marked, refined


def marked(vectors, liked: list[int], disliked: list[int] = []) -> Marked:  # noqa: B006
    places = np.array([*liked, *disliked], np.int64)
    is_liked = np.array([True] * len(liked) + [False] * len(disliked))
    return Marked(vectors[places] @ vectors.T, is_liked, places)


def library(groups: int = 4, each: int = 25):
    """Vectors in groups, and a relevance that knows nothing of them but a little of the first."""
    centres = unit_vectors(groups, 32, 1)
    vectors = np.repeat(centres, each, axis=0) + 0.5 * unit_vectors(groups * each, 32, 2)
    vectors = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
    relevance = np.random.default_rng(3).uniform(0.2, 0.8, groups * each).astype(np.float32)
    return vectors, relevance


def test_the_kin_of_what_is_liked_rises_and_that_of_what_is_disliked_falls() -> None:
    vectors, relevance = library()
    after = refined(relevance, marked(vectors, [0, 1, 2], [30, 31]))
    rise = after - relevance
    assert rise[3:25].mean() > 0.1
    assert rise[32:50].mean() < 0


def test_the_relevances_of_the_places_stay() -> None:
    vectors, relevance = library()
    after = refined(relevance, marked(vectors, [0, 1, 2]))
    assert not np.array_equal(after, relevance)
    assert np.array_equal(np.sort(after), np.sort(relevance))


def test_marks_that_have_nothing_in_common_change_nothing() -> None:
    vectors, relevance = library()
    top = np.argsort(-relevance)[:1].tolist()
    far = [place for place in (0, 30, 60, 90) if place not in top]
    marks = marked(vectors, [*top, *far])
    assert np.array_equal(refined(relevance, marks), relevance)


def test_certain_relevances_do_no_harm() -> None:
    vectors, relevance = library()
    relevance[:10], relevance[10:20] = 1.0, 0.0
    assert np.isfinite(refined(relevance, marked(vectors, [0, 1], [50]))).all()
    same = np.full(len(relevance), 0.5, np.float32)
    assert np.array_equal(refined(same, marked(vectors, [3])), same)
