"""Searching: order, cut-off, what is above it and what is below, and queries that are no queries."""

from __future__ import annotations

from contextlib import closing

import numpy as np
import pytest
from library.conftest import finish
from support import COLOURS, draw

from photoclip.domain.query import Arrangement, Query
from photoclip.errors import BadInput
from photoclip.library.searching import MOST_CHARACTERS, as_prompt
from photoclip.library.wanting import alike


def fill(home) -> None:
    for mark, colour in enumerate(COLOURS):
        draw(home.photos / f"{colour}.png", colour, mark)
    home.keep_up()


def test_the_best_photo_comes_first_and_what_does_not_match_is_cut_off(home) -> None:
    fill(home)
    everything = home.found("red", cut=False)
    assert everything[0] == "red.png"
    assert len(everything) == len(COLOURS)
    assert 0 < len(home.found("red")) < len(COLOURS)


def test_similar_leaves_the_photo_itself_out(home) -> None:
    fill(home)
    draw(home.photos / "reddish.png", "red", mark=77)
    home.keep_up()
    with closing(home.workshop.open_catalog(False)) as reader:
        names = {row.photo_id: row.path for row in reader.photos.rows(reader.photos.in_sight().tolist())}
        (red,) = (photo_id for photo_id, path in names.items() if path.endswith(b"/red.png"))
        searcher = home.searcher(reader)
        found = alike(searcher, red, 5).tolist()
        assert alike(searcher, red, 0).tolist() == []
        with pytest.raises(BadInput, match="not searchable yet"):
            alike(searcher, 999, 5)
    assert names[found[0]].endswith(b"/reddish.png")
    assert red not in found


def test_photos_that_came_after_the_first_question_are_found(home) -> None:
    fill(home)
    with closing(home.workshop.open_catalog(False)) as reader:
        answers = home.answers(reader)
        before = len(finish(answers.answer(Query("red"), Arrangement(), cut=False)).photo_ids)
        draw(home.photos / "new.png", "red", mark=50)
        home.keep_up()
        assert len(finish(answers.answer(Query("red"), Arrangement(), cut=False)).photo_ids) == before + 1


def test_relevance_is_a_share_and_falls_from_place_to_place(home) -> None:
    fill(home)
    with closing(home.workshop.open_catalog(False)) as reader:
        answer = finish(home.answers(reader).answer(Query("green"), Arrangement(), cut=False))
    assert answer.relevance is not None
    assert np.all((answer.relevance >= 0.0) & (answer.relevance <= 1.0))
    assert np.all(np.diff(answer.relevance) <= 0)


def test_a_library_with_nothing_in_it_says_so(home) -> None:
    home.catalog.models.record(home.encoder.key, 4, home.encoder.report())
    with closing(home.workshop.open_catalog(False)) as reader:
        answer = finish(home.answers(reader).answer(Query("red"), Arrangement()))
    assert len(answer.photo_ids) == 0
    assert "wait until the model" in answer.message


def test_a_query_of_ten_thousand_characters_is_answered(home) -> None:
    fill(home)
    assert home.found("red " * 2500) == home.found("red")


def test_a_prompt_is_tidy_and_bounded() -> None:
    assert as_prompt("  a dog \n on a\tbeach \ud800") == "a dog on a beach"
    assert len(as_prompt("dog " * 2500)) <= MOST_CHARACTERS
