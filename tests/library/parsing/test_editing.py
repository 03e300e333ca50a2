"""A term is taken out of the text, or read as words after all."""

from __future__ import annotations

import pytest
from library.parsing.notation import noted
from library.parsing.world import TODAY, World

from photoclip.domain.asked import Term
from photoclip.library.parsing import as_words, parse, without


def _term(text: str, written: str) -> Term:
    return next(t for t in parse(text, TODAY, World()).terms if text[t.start : t.end] == written)


@pytest.mark.parametrize(
    ("text", "written", "left"),
    [
        ("dog last summer in Paris", "last summer", "dog in Paris"),
        ("dog last summer in Paris", "in Paris", "dog last summer"),
        ("beach AND dog", "beach", "dog"),
        ("beach AND dog", "dog", "beach"),
        ("beach AND dog AND cat", "dog", "beach AND cat"),
        ("dog NOT people", "NOT people", "dog"),
        ("  dog   -people  ", "-people", "dog"),
        ("去年夏天海边的狗", "去年夏天", "海边的狗"),
        ('similar:/a.jpg + "night"*2 dog', '+ "night"*2', "similar:/a.jpg dog"),
        ("date:2019", "date:2019", ""),
    ],
)
def test_a_term_is_taken_out_and_what_is_left_is_tidy(text: str, written: str, left: str) -> None:
    assert without(text, _term(text, written)) == left


def test_words_on_both_sides_of_a_condition_are_taken_out_around_it() -> None:
    text = "dog date:2019 on the beach"
    terms = parse(text, TODAY).terms
    assert without(text, terms[0], terms) == "date:2019"


def test_a_guess_can_be_read_as_words() -> None:
    text = "dog in Paris 去年的"
    assert as_words(text, _term(text, "in Paris")) == "dog \\in \\Paris 去年的"
    read = parse(as_words(text, _term(text, "in Paris")), TODAY, World())
    assert noted(read) == "'dog in Paris'; date? 2025-01-01..2025-12-31"


def test_a_guess_within_chinese_can_be_read_as_words() -> None:
    text = "海边去年夏天的狗"
    assert noted(parse(as_words(text, _term(text, "去年夏天的")), TODAY)) == "'海边 去年夏天的 狗'"


def test_places_are_guessed_only_where_that_is_wanted() -> None:
    asked = parse("dog in Paris near:Tokyo", TODAY, World(), guess_places=False)
    assert noted(asked) == "'dog in Paris'; near Tokyo 30km"


def test_without_a_gazetteer_names_stay_words() -> None:
    assert noted(parse("dog in Paris near:Tokyo", TODAY)) == "'dog in Paris near:Tokyo' !unknown name"
