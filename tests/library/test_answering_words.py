"""Answers to words: quoted texts, several meanings, exclusions, conditions, names, languages, models."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from library.test_answering import BY_NAME, NAMES, Asker, asker, smart
from support import draw

from photoclip.domain.asked import Condition, HintKind, Key
from photoclip.domain.changes import AddToAlbum, DecideInAlbum, MakeAlbum, MarkPhotos, TagPhotos
from photoclip.domain.query import Arrangement, Filters, Query, Section, SectionKind

__all__ = ["asker"]


def test_a_quoted_text_alone_finds_those_that_carry_it_in_the_order_of_the_grid(asker: Asker) -> None:
    answer = asker.ask(Query('"E"'), BY_NAME)
    assert asker.names(answer) == [name for name in NAMES if "e" in name]
    assert answer.relevance is None
    assert asker.found(Query('"red" "photos"')) == ["red"]
    assert sorted(asker.found(Query('-"e"'))) == [name for name in NAMES if "e" not in name]


def test_photos_that_carry_the_quoted_text_come_before_all_that_match_in_meaning(asker: Asker) -> None:
    answer = asker.ask(Query('"white" blue'))
    names = asker.names(answer)
    assert names[:2] == ["white", "blue"]
    assert answer.sections == (
        Section(SectionKind.WRITTEN, "", 0),
        Section(SectionKind.MATCHES, "", 1),
    )
    assert answer.matching is None
    assert "blue" not in asker.found(Query('blue -"blue"'))
    assert asker.found(Query('"nowhere" blue'))[0] == "blue"


def test_words_that_are_a_tag_an_album_or_a_file_bring_it_first(asker: Asker) -> None:
    asker.change(TagPhotos(asker.ids("white"), "Blue"))
    album = asker.make(MakeAlbum("yellow"))
    asker.change(AddToAlbum(album, asker.ids("black")))
    for words, first in (("blue", "white"), ("yellow", "black"), ("GREEN.png", "green")):
        answer = asker.ask(Query(words))
        assert asker.names(answer)[0] == first
        assert answer.sections[0] == Section(SectionKind.WRITTEN, "", 0)
    assert asker.ask(Query("red")).sections == ()


def test_all_meanings_have_to_hold_and_no_unwanted_one(asker: Asker) -> None:
    assert "red" in asker.found(Query("red"))
    assert asker.found(Query("red AND blue")) != asker.found(Query("red"))
    unwanted = set(asker.found(Query("red")))
    assert not unwanted & set(asker.found(Query("yellow -red")))
    rest = asker.ask(Query("-red"), BY_NAME)
    assert asker.names(rest) == sorted(set(NAMES) - unwanted)
    assert rest.relevance is None


def test_a_minus_alone_is_no_direction_to_look_in(asker: Asker) -> None:
    assert asker.found(Query('- "red"'), BY_NAME) == asker.found(Query("-red"), BY_NAME)


def test_words_inside_a_filter_that_lets_nothing_through_find_nothing(asker: Asker) -> None:
    answer = asker.ask(Query("red", filters=Filters(rating=5)))
    assert len(answer.photo_ids) == 0
    assert "take a part of it away" in answer.message


def test_what_matches_nothing_shows_the_nearest_below_and_says_so(asker: Asker) -> None:
    answer = asker.ask(Query("something else"), BY_NAME)
    assert answer.matching == 0
    assert answer.sections == (Section(SectionKind.BELOW, "", 0),)
    assert "No good match" in answer.message
    assert len(answer.photo_ids) == len(NAMES)
    assert answer.relevance is not None
    assert np.all(np.diff(answer.relevance) <= 0)
    below = asker.ask(Query('"nowhere" something else'), BY_NAME)
    assert below.sections == answer.sections
    assert len(below.photo_ids) == len(NAMES)


def test_a_stricter_answer_is_the_beginning_of_a_looser_one(home, asker: Asker) -> None:
    for mark in range(20, 40):
        draw(home.photos / f"{mark}.png", NAMES[mark % len(NAMES)], mark)
    home.keep_up()
    answers = [asker.found(Query("yellow", wrong_share=share)) for share in (0.05, 0.3, 0.9)]
    assert answers[1][: len(answers[0])] == answers[0]
    assert answers[2][: len(answers[1])] == answers[1]


def test_conditions_alone_rank_nothing_and_keep_the_order_asked_for(asker: Asker) -> None:
    asker.change(MarkPhotos(asker.ids("yellow", "blue", "red"), rating=4))
    answer = asker.ask(Query("rating:>=3"), BY_NAME)
    assert asker.names(answer) == ["blue", "red", "yellow"]
    assert answer.relevance is None
    assert answer.asked is not None
    assert answer.asked.conditions[0].key is Key.RATING
    assert set(asker.found(Query("red rating:>=3"))) <= {"yellow", "blue", "red"}
    assert sorted(asker.found(Query("-rating:>=3"))) == ["black", "green", "white"]
    nothing = asker.ask(Query("rating:5"))
    assert (len(nothing.photo_ids), nothing.message[:8]) == (0, "No photo")
    assert asker.ask(Query()).asked is None


def test_a_name_that_is_not_there_answers_with_nothing_and_the_nearest_one(asker: Asker) -> None:
    asker.change(TagPhotos(asker.ids("red"), "beach"))
    answer = asker.ask(Query("tag:baech"))
    assert len(answer.photo_ids) == 0
    assert "did you mean beach?" in answer.message
    assert answer.asked is not None
    (hint,) = answer.asked.hints
    assert (hint.kind, hint.written, hint.suggestion) == (HintKind.UNKNOWN_NAME, "tag:baech", "tag:beach")
    assert asker.found(Query("tag:BEACH")) == ["red"]
    excluded = asker.ask(Query("-tag:baech"))
    assert len(excluded.photo_ids) == len(NAMES)
    assert excluded.asked is not None
    assert excluded.asked.hints[0].kind is HintKind.UNKNOWN_NAME


def test_a_smart_album_can_be_named(asker: Asker) -> None:
    album = smart(asker, Query(filters=Filters(rating=2)), "Best of")
    asker.change(MarkPhotos(asker.ids("green", "blue"), rating=3))
    asker.change(DecideInAlbum(album, asker.ids("white"), keep=True))
    assert sorted(asker.found(Query('album:"best of"'))) == ["blue", "green", "white"]
    assert sorted(asker.found(Query('-album:"best of"'))) == ["black", "red", "yellow"]
    inner = smart(asker, Query("rating:3"), "By words")
    assert sorted(asker.found(Query(filters=Filters(smart=inner)))) == ["blue", "green"]


def test_a_guessed_place_without_photos_is_left_as_words(asker: Asker) -> None:
    answer = asker.ask(Query("red in Paris"))
    assert answer.asked is not None
    assert answer.asked.conditions == ()
    assert [(hint.kind, hint.written) for hint in answer.asked.hints] == [
        (HintKind.PLACE_AS_WORD, "Paris, France")
    ]
    assert asker.found(Query("red in Paris"))[0] == "red"
    asked_for = asker.ask(Query("red near:Paris"))
    assert len(asked_for.photo_ids) == 0


@pytest.mark.parametrize("words", ["海滩上的狗", "ein hund am strand", "red -собака", "-собака"])
def test_another_language_than_the_models_is_told_and_answered_all_the_same(asker: Asker, words: str) -> None:
    answer = asker.ask(Query(words))
    assert answer.asked is not None
    assert [hint.kind for hint in answer.asked.hints] == [HintKind.LANGUAGE]
    assert len(answer.photo_ids) > 0


def test_a_model_of_many_languages_is_not_told_about(asker: Asker) -> None:
    asker.searcher.card = replace(asker.searcher.card, languages="multilingual")
    answer = asker.ask(Query("海滩上的狗"))
    assert answer.asked is not None
    assert answer.asked.hints == ()


def test_what_is_liked_stays_and_what_is_disliked_goes(asker: Asker) -> None:
    plain = asker.found(Query("red"))
    far = next(name for name in NAMES if name not in plain)
    liked = asker.ids("red", far)
    found = asker.found(Query("red", liked=liked))
    assert set(plain) | {far} == set(found)
    disliked = asker.ids(plain[0])
    assert plain[0] not in asker.found(Query("red", disliked=disliked))
    assert plain[0] not in asker.found(Query("", disliked=disliked))
    only = asker.found(Query("something else", liked=liked))
    assert sorted(only) == sorted(("red", far))


def test_the_conditions_of_a_saved_query_hold_as_filters(asker: Asker) -> None:
    asker.change(TagPhotos(asker.ids("red", "blue"), "trip"))
    trip = Filters(conditions=(Condition(Key.TAG, "trip"),))
    assert sorted(asker.found(Query(filters=trip))) == ["blue", "red"]
    assert asker.found(Query("-tag:trip", filters=trip)) == []


def test_bursts_are_collapsed_above_and_below_the_fold(home, asker: Asker) -> None:
    answer = asker.ask(Query("something else"), Arrangement(collapse=True))
    assert answer.matching == 0
    assert answer.stacks is not None
    assert len(answer.stacks) == len(answer.photo_ids)


def test_hostile_words_are_answered(asker: Asker, tmp_path: Path) -> None:
    for words in (
        "'; DROP TABLE photos; --",
        'a" OR "b',
        "\0\x1b[31m",
        "%_*?",
        '"' * 99,
        "\ud800 red",
        "(((",
    ):
        asker.ask(Query(words))
    assert len(asker.ask(Query()).photo_ids) == len(NAMES)


def test_what_is_too_long_to_be_understood_finds_nothing_and_not_everything(asker: Asker) -> None:
    for words in (f"tag:{'x' * 9999}", " " * 9999 + "red"):
        answer = asker.ask(Query(words))
        assert len(answer.photo_ids) == 0
        assert "fewer words" in answer.message
    assert asker.ask(Query("x" * 9999)).relevance is not None


def test_duplicates_stay_in_groups_under_words_that_are_conditions_alone(home, asker: Asker) -> None:
    for number in range(2):
        draw(home.photos / f"red-{number}.png", "red", number + 70)
    home.keep_up()
    answer = asker.ask(Query("type:png", filters=Filters(duplicates=True)))
    assert [section.kind for section in answer.sections] == [SectionKind.NEAR]
