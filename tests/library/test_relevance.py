"""Relevance: cosines made comparable."""

from __future__ import annotations

import numpy as np
from support import unit_vectors

from photoclip.library import relevance


def test_it_does_not_change_when_a_model_stretches_its_cosines() -> None:
    photos, bank = unit_vectors(20, 32), unit_vectors(100, 32, seed=1)
    query = unit_vectors(1, 32, seed=2)[0]
    plain = relevance.of_words(photos @ query, photos, bank)
    stretched = relevance.of_words((photos * 0.3) @ query, photos * 0.3, bank)
    np.testing.assert_allclose(plain, stretched, rtol=1e-4)


def test_a_photo_that_matches_the_query_beyond_anything_else_is_relevant_on_its_own() -> None:
    bank = unit_vectors(200, 64, seed=1)
    query = unit_vectors(1, 64, seed=2)[0]
    photos = np.stack([query, bank[0]])
    judged = relevance.of_words(photos @ query, photos, bank)
    assert judged[0] > 0.9
    assert judged[1] < relevance.WORDS_CUT


def test_a_photo_is_wholly_like_itself() -> None:
    photos, bank = unit_vectors(5, 64), unit_vectors(200, 64, seed=1)
    judged = relevance.of_photo(photos[0], photos, bank)
    np.testing.assert_allclose(judged[0], 1.0, atol=1e-5)
    assert (judged[1:] < relevance.SIMILAR_CUT).all()


def test_captions_are_lines_without_comments() -> None:
    assert relevance.parse_captions("# note\na dog\n\n  a cat \n") == ["a dog", "a cat"]
