"""Texts that nobody types: they are read, cut, and never an error."""

from __future__ import annotations

import pytest
from library.parsing.world import TODAY, World

from photoclip.domain.asked import HintKind
from photoclip.library.parsing import parse, printed
from photoclip.library.parsing.reading import MOST_CHARACTERS

PIECES = [
    *[
        '"',
        '" ',
        "-",
        "- ",
        "(",
        "-(",
        "-(a ",
        ")",
        "date:",
        'date:"',
        "date:2019-13 ",
        "AND ",
        "NOT ",
        "+ ",
        "+ a",
    ],
    *[
        "*",
        "\\",
        "\\ ",
        "“",
        "「",
        "a",
        "a ",
        "in ",
        "in Paris ",
        "Paris ",
        "last ",
        "last summer ",
        "13月",
        "六月",
    ],
    *[
        "在",
        "在巴黎",
        "不要",
        "the ",
        "from 2010 to ",
        "\x00",
        "\ud800",
        "😀",
        'similar:"',
        "kolor:x ",
        "2019 ",
    ],
    *["1 January ", "near:1,", "９", "٣", "\u202e", "a\u0301", "%", "';--", "..", "~", "~date:", "Of The "],
]


@pytest.mark.parametrize("piece", PIECES, ids=ascii)
def test_ten_thousand_characters_are_cut_and_read(piece: str) -> None:
    text = (piece * 10_000)[:10_000]
    asked = parse(text, TODAY, World())
    assert HintKind.TOO_LONG in [hint.kind for hint in asked.hints]
    assert len(printed(asked)) <= MOST_CHARACTERS
    assert parse(printed(asked), TODAY, World()).parts == asked.parts


def test_words_beyond_two_thousand_characters_are_dropped() -> None:
    asked = parse("dog " * 500 + "cat", TODAY)
    assert "cat" not in asked.meanings[0]
    assert asked.meanings[0].startswith("dog dog")


def test_a_text_that_fits_has_no_hint() -> None:
    assert parse("dog " * 100, TODAY).hints == ()


def test_each_weakness_of_the_model_is_told_once() -> None:
    asked = parse("three dogs AND four cats AND five birds kolor:red kolor:red", TODAY)
    assert [hint.kind for hint in asked.hints] == [HintKind.UNKNOWN_KEY, HintKind.COUNTING]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_dates_at_the_ends_of_the_calendar_are_no_error(day: str) -> None:
    for text in (
        f"before:{day}",
        f"after:{day}",
        f"date:{day}",
        f"date:{day[:7]}",
        f"date:{day[:4]}",
        "date:0000",
    ):
        asked = parse(text, TODAY)
        assert parse(printed(asked), TODAY).parts == asked.parts
