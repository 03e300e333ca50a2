"""What was understood of a query is told in plain words, and each part can be taken out of the text."""

import pytest
from pytestqt.qtbot import QtBot

from photoclip.domain.asked import (
    Asked,
    Condition,
    Dates,
    Exact,
    Key,
    Likeness,
    Meaning,
    Part,
    Shape,
    Shift,
    Stars,
    Term,
    Trait,
)
from photoclip.domain.gazetteer import Circle, Place
from photoclip.domain.query import Query
from photoclip.ui.search.asked_words import words_of
from photoclip.ui.search.query_parts import parts, title
from photoclip.ui.sources.source_names import SourceNames

PARIS = Place("Paris", 48.85, 2.35, 10.0)


def dated(since: str = "", until: str = "", *months: int) -> Condition:
    return Condition(Key.DATE, Dates(since, until, months))


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (dated("2019-06-01", "2019-06-30"), "June 2019"),
        (dated("2019-01-01", "2019-12-31"), "2019"),
        (dated("2018-01-01", "2020-12-31"), "2018 – 2020"),
        (dated("2019-06-01", "2019-08-31"), "June 2019 – August 2019"),
        (dated("2024-02-01", "2024-02-29"), "February 2024"),
        (dated("2019-06-03", "2019-06-03"), "3 June 2019"),
        (dated("2019-06-03", "2019-06-08"), "3 June 2019 – 8 June 2019"),
        (dated("2019-06-01", ""), "from June 2019"),
        (dated("2019-01-01", ""), "from 2019"),
        (dated("", "2019-12-31"), "until 2019"),
        (dated("", "2019-06-08"), "until 8 June 2019"),
        (dated("", "", 5), "in May"),
        (dated("2018-01-01", "2020-12-31", 6, 7), "in June, July, 2018 – 2020"),
        (Condition(Key.DATE, Dates("2019-01-01", "2019-12-31"), excluded=True), "not 2019"),
        (Condition(Key.RATING, Stars(3, 5)), "★ 3 or more"),
        (Condition(Key.RATING, Stars(4, 4)), "★ 4"),
        (Condition(Key.RATING, Stars(0, 2)), "★ 2 or fewer"),
        (Condition(Key.RATING, Stars(2, 4)), "★ 2 to 4"),
        (Condition(Key.RATING, Stars(0, 0)), "no stars"),
        (Condition(Key.NEAR, PARIS), "near Paris"),
        (Condition(Key.NEAR, Place("France", 46.2, 2.2, 90.0, (Circle(43.6, 1.4, 60.0),))), "in France"),
        (Condition(Key.IS, Trait.FAVOURITE), "favourite"),
        (Condition(Key.HAS, Trait.GPS, excluded=True), "not with a known place"),
        (Condition(Key.ORIENTATION, Shape.PORTRAIT), "portrait format"),
        (Condition(Key.CAMERA, "Canon"), "Camera: Canon"),
        (Condition(Key.TYPE, "raw"), "Type: RAW"),
        (Condition(Key.FOLDER, "2024", excluded=True), "not Folder: 2024"),
        (Exact("IMG_12"), "“IMG_12”"),
        (Exact("draft", excluded=True), "not “draft”"),
        (Meaning("people", excluded=True), "not people"),
        (Shift("at night", 1.0), "at night +1"),
        (Shift("people", -0.5), "people −0.5"),
        (Likeness("/tmp/cat.png"), "Similar to cat.png"),
    ],
)
def test_each_part_is_told_in_words(qtbot: QtBot, part: Part, said: str) -> None:
    assert words_of(part) == said


def test_what_is_typed_cannot_steer_the_line_nor_fill_it(qtbot: QtBot) -> None:
    assert words_of(Exact("a\u202eb\n\x07c")) == "“a b c”"
    assert len(words_of(Exact("x" * 10_000))) < 80


QUERY = "dog in Paris -people rating:>=3"
ASKED = Asked(
    (
        Term(0, 3, Meaning("dog")),
        Term(4, 12, Condition(Key.NEAR, PARIS, guessed=True)),
        Term(13, 20, Meaning("people", excluded=True)),
        Term(21, 31, Condition(Key.RATING, Stars(3))),
    )
)


def test_all_but_plain_words_is_a_chip_that_takes_its_own_part_out_of_the_text(qtbot: QtBot) -> None:
    told = parts(Query(words=QUERY), SourceNames(), ASKED)
    assert [(part.text, part.without.words) for part in told] == [
        ("near Paris", "dog -people rating:>=3"),
        ("not people", "dog in Paris rating:>=3"),
        ("★ 3 or more", "dog in Paris -people"),
    ]


def test_what_was_read_from_plain_words_can_be_turned_into_words_again(qtbot: QtBot) -> None:
    guessed, *others = parts(Query(words=QUERY), SourceNames(), ASKED)
    assert guessed.as_words is not None
    assert guessed.as_words.words == "dog \\in \\Paris -people rating:>=3"
    assert not any(part.as_words for part in others)


def test_several_meanings_are_chips_too(qtbot: QtBot) -> None:
    both = Asked((Term(0, 5, Meaning("beach")), Term(10, 13, Meaning("dog"))))
    told = parts(Query(words="beach AND dog"), SourceNames(), both)
    assert [(part.text, part.without.words) for part in told] == [("beach", "dog"), ("dog", "beach")]


def test_a_list_of_conditions_alone_is_called_by_them(qtbot: QtBot) -> None:
    asked = Asked((Term(0, 9, dated("2019-01-01", "2019-12-31")), Term(10, 18, Condition(Key.TYPE, "raw"))))
    assert title(Query(words="date:2019 type:raw"), SourceNames(), asked) == "2019 · Type: RAW"
    assert title(Query(words=QUERY), SourceNames(), ASKED) == f"“{QUERY}”"


def test_a_likeness_is_told_with_the_words_that_move_it(qtbot: QtBot) -> None:
    names = SourceNames()
    names.remember_photo(7, "IMG_0007.jpg")
    assert title(Query(words="at night", similar=(7,)), names) == "Similar to IMG_0007.jpg · “at night”"
    assert title(Query(similar=(7, 8, 9)), names) == "Similar to 3 photos"
    cropped = Query(similar=(7,), crop=(0.0, 0.0, 0.5, 0.5))
    assert title(cropped, names) == "Similar to a part of IMG_0007.jpg"


@pytest.mark.parametrize(
    ("liked", "disliked", "said"),
    [((1, 2), (3,), "2 liked, 1 not"), ((1,), (), "1 liked"), ((), (3, 4), "2 not liked")],
)
def test_what_was_judged_is_one_chip(
    qtbot: QtBot, liked: tuple[int, ...], disliked: tuple[int, ...], said: str
) -> None:
    (chip,) = parts(Query(words="dog", liked=liked, disliked=disliked), SourceNames())
    assert chip.text == said
    assert chip.without == Query(words="dog")
