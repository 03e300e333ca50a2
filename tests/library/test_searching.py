"""Searching: order, cut-off, and queries that are no queries."""

from __future__ import annotations

from contextlib import closing

import numpy as np
import pytest
from support import COLOURS, draw

from photoclip.errors import BadInput
from photoclip.library.searching import clean


def fill(home) -> None:
    for mark, colour in enumerate(COLOURS):
        draw(home.photos / f"{colour}.png", colour, mark)
    home.keep_up()


def test_the_best_photo_comes_first_and_what_does_not_match_is_cut_off(home) -> None:
    fill(home)
    everything = home.found("red", cut=False)
    assert everything[0] == "red.png"
    assert len(everything) == len(COLOURS)
    assert len(home.found("red")) < len(COLOURS)


def test_similar_leaves_the_photo_itself_out(home) -> None:
    fill(home)
    draw(home.photos / "reddish.png", "red", mark=77)
    home.keep_up()
    with closing(home.workshop.open_catalog(False)) as reader:
        names = {row.photo_id: row.path for row in reader.photos.rows(reader.photos.in_sight().tolist())}
        (red,) = (photo_id for photo_id, path in names.items() if path.endswith(b"/red.png"))
        hits = home.searcher(reader).similar_to(red)
    assert names[hits[0].photo_id].endswith(b"/reddish.png")
    assert red not in [hit.photo_id for hit in hits]
    assert hits[0].relevance > 0.9


def test_a_limit_keeps_the_best(home) -> None:
    fill(home)
    with closing(home.workshop.open_catalog(False)) as reader:
        searcher = home.searcher(reader)
        assert searcher.words("blue", limit=2, cut=False) == searcher.words("blue", cut=False)[:2]


def test_photos_that_came_after_the_first_question_are_found(home) -> None:
    fill(home)
    with closing(home.workshop.open_catalog(False)) as reader:
        searcher = home.searcher(reader)
        before = len(searcher.words("red", cut=False))
        draw(home.photos / "new.png", "red", mark=50)
        home.keep_up()
        assert len(searcher.words("red", cut=False)) == before + 1


def test_relevance_is_a_share_and_falls_with_the_score(home) -> None:
    fill(home)
    with closing(home.workshop.open_catalog(False)) as reader:
        hits = home.searcher(reader).words("green", cut=False)
    assert all(0.0 <= hit.relevance <= 1.0 for hit in hits)
    assert hits[0].relevance == max(hit.relevance for hit in hits)
    assert np.all(np.diff([hit.score for hit in hits]) <= 0)


def test_a_library_with_nothing_in_it_answers_with_nothing(home) -> None:
    home.catalog.models.record(home.encoder.key, 4, home.encoder.report())
    assert home.found("red") == []


@pytest.mark.parametrize("text", ["", "   ", "!?… --- ,", "\n\t"])
def test_a_query_without_words_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(BadInput, match="nothing to search for"):
        clean(text)


def test_a_query_of_ten_thousand_characters_is_refused_in_one_sentence() -> None:
    with pytest.raises(BadInput, match="shorten it"):
        clean("dog " * 2500)


def test_a_language_that_the_model_does_not_read_is_said(home) -> None:
    fill(home)
    with (
        closing(home.workshop.open_catalog(False)) as reader,
        pytest.raises(BadInput, match="reads English only"),
    ):
        home.searcher(reader).words("海滩上的狗")


def test_a_query_is_tidied() -> None:
    assert clean("  a dog \n on a\tbeach ") == "a dog on a beach"
