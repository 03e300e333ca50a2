"""Relevance: cosines made comparable."""

from __future__ import annotations

import numpy as np
from support import unit_vectors

from photoclip.library import relevance


def test_it_does_not_change_when_a_model_stretches_its_cosines() -> None:
    photos, bank = unit_vectors(20, 32), unit_vectors(100, 32, seed=1)
    query = unit_vectors(1, 32, seed=2)[0]
    plain = relevance.of_words(photos @ query, relevance.null(photos, bank))
    stretched = relevance.of_words((photos * 0.3) @ query, relevance.null(photos * 0.3, bank))
    np.testing.assert_allclose(plain, stretched, rtol=1e-4)


def test_a_photo_that_matches_the_query_beyond_anything_else_is_relevant_on_its_own() -> None:
    bank = unit_vectors(200, 64, seed=1)
    query = unit_vectors(1, 64, seed=2)
    null = relevance.null(query, bank)
    assert relevance.of_words(query @ query[0], null)[0] > 0.9
    assert relevance.of_words(bank[:1] @ query[0], null)[0] < relevance.WORDS_CUT


def test_a_photo_is_wholly_like_itself_and_a_typical_one_not_at_all() -> None:
    photos = unit_vectors(100, 8)
    scores = photos @ photos[0]
    judged = relevance.of_photo(scores, scores)
    np.testing.assert_allclose(judged[0], 1.0, atol=1e-5)
    assert np.median(judged) < 0.01


def test_in_a_handful_of_photos_the_cosine_itself_is_the_relevance() -> None:
    scores = np.array([0.9, 0.2, -0.5], np.float32)
    np.testing.assert_allclose(relevance.of_photo(scores, scores), [0.9, 0.2, 0.0], atol=1e-6)


def test_captions_are_lines_without_comments() -> None:
    assert relevance.parse_captions("# note\na dog\n\n  a cat \n") == ["a dog", "a cat"]
