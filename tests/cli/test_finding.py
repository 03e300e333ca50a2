"""`photoclip search` and `photoclip similar`: queries in full, several photos, parts, strict and loose."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


def names(out: str) -> list[str]:
    return [Path(row["path"]).name for row in json.loads(out)]


@pytest.fixture
def indexed(cli, album: Path):
    assert cli("index", album).code == 0
    return cli


def test_quoted_texts_and_conditions_are_searched(indexed) -> None:
    assert names(indexed("search", '"chelsea"', "--json").out) == ["chelsea.png"]
    rows = json.loads(indexed("search", '"chelsea"', "--json").out)
    assert (rows[0]["score"], rows[0]["relevance"]) == (None, None)
    shown = indexed("search", '"chelsea"').out
    assert shown.split()[:2] == ["-", "-"]
    found = names(indexed("search", "type:png", "--json").out)
    assert sorted(found) == ["astronaut.png", "chelsea.png", "coffee.png", "plain.png"]
    assert names(indexed("search", 'a cat -"chelsea"', "--json").out) == []
    assert names(indexed("search", '"rocket" a cat', "--json").out) == ["rocket.jpg", "chelsea.png"]


def test_hints_go_to_the_standard_error_once_and_the_answer_comes_all_the_same(indexed) -> None:
    result = indexed("search", "海滩上的狗 -在山上", "--all", "--json")
    assert (result.code, len(json.loads(result.out))) == (0, 5)
    assert result.err.count("reads English only") == 1
    unknown = indexed("search", "tag:nothing")
    assert unknown.code == 1
    assert "There is no tag nothing" in unknown.err


def test_what_was_understood_is_told_when_asked_for(indexed) -> None:
    told = json.loads(indexed("search", "a cat type:png date:2019-13", "--understood", "--json").out)
    assert "type:png" in told["understood"]
    assert len(told["hints"]) == 1
    assert told["matching"] == len(told["photos"])
    assert "Understood: a cat" in indexed("search", "a cat", "--understood").err


def test_strict_shows_no_more_than_loose(indexed) -> None:
    strict, usual, loose = (
        names(indexed("search", "a photo of food", "--json", *options).out)
        for options in (["--strict"], [], ["--wrong", "0.95"])
    )
    assert usual[: len(strict)] == strict
    assert loose[: len(usual)] == usual
    assert len(loose) > len(strict)


def test_several_photos_a_part_of_one_and_words_beside_it(indexed, album: Path) -> None:
    both = names(indexed("similar", album / "chelsea.png", album / "coffee.png", "--all", "--json").out)
    assert sorted(both) == ["astronaut.png", "plain.png", "rocket.jpg"]
    part = indexed("similar", album / "astronaut.png", "--crop", "0.3,0,0.7,0.4", "--all", "--json")
    assert names(part.out)[0] == "astronaut.png"
    moved = indexed("similar", album / "coffee.png", "--words", "a rocket launch", "--all", "--json")
    assert names(moved.out)[0] == "rocket.jpg"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["similar", "{a}/coffee.png", "--crop", "0.5,0.5,0.5,0.9"], "part of the picture"),
        (["similar", "{a}/coffee.png", "--crop", "a,b"], "four numbers"),
        (["similar", "{a}/coffee.png", "{a}/chelsea.png", "--crop", "0,0,1,0.5"], "name only that one"),
        (["similar", "{a}/broken.jpg"], "cannot be searched by"),
        (["search", "a cat", "--wrong", "2"], "between 0 and 1"),
        (["search", "a cat", "--strict", "--all"], "not allowed with"),
        (["models", "--drop", "starter"], "serves the searches"),
        (["models", "--drop", "small"], "nothing to drop"),
    ],
)
def test_wrong_use_is_said_in_a_sentence(indexed, album: Path, arguments: list[str], says: str) -> None:
    result = indexed(*(argument.replace("{a}", str(album)) for argument in arguments))
    assert result.code == 2
    assert says in result.err
    assert result.out == ""


def test_a_query_of_ten_thousand_characters_is_answered(indexed) -> None:
    result = indexed("search", "cat " * 2500, "--json")
    assert result.code in (0, 1)
    assert isinstance(json.loads(result.out), list)


def test_words_that_begin_with_a_minus_are_no_options(indexed) -> None:
    def understood(*arguments: str) -> list[str]:
        found: list[str] = json.loads(indexed("search", *arguments).out)["understood"]
        return found

    asked = ("--json", "--understood")
    assert understood("dog", "-people", *asked) == ["dog", "-(people)"]
    assert understood("-hat", "dog", *asked) == ["-(hat)", "dog"]
    assert understood("dog", *asked, "-people", "--limit", "3", "cat") == ["dog cat", "-(people)"]
    assert understood("dog", "-", "people", *asked) == ["dog", '- "people"']
    assert understood(*asked, "--", "dog", "-h", "-people") == ["dog", "-(h)", "-(people)"]
    assert "--json" in indexed("search", "--understood", "--", "dog", "--json").err


def test_words_beside_a_photo_may_begin_with_a_minus(indexed, album: Path) -> None:
    told = indexed("similar", album / "coffee.png", "--words", "-people", "--json", "--understood").out
    assert json.loads(told)["understood"] == ["-(people)"]
    refused = indexed("similar", "-people")
    assert (refused.code, "required: FILE" in refused.err) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["search", "dog", "--jsn"], "unrecognized arguments: --jsn"),
        (["search", "dog", "--limit", "-5"], "1 or more"),
        (["status", "-people"], "unrecognized arguments: -people"),
    ],
)
def test_a_misspelt_option_is_no_word(cli, arguments: list[str], says: str) -> None:
    result = cli(*arguments)
    assert result.code == 2
    assert says in result.err


def test_the_command_is_found_behind_a_folder_that_is_called_search(cli, tmp_path: Path) -> None:
    for option in ("--library", "--lib"):
        result = cli(option, tmp_path / "search", "search", "dog", "-people")
        assert result.code == 1
        assert "is empty" in result.err


def test_what_is_said_of_no_match_fits_what_is_printed(indexed) -> None:
    told = json.loads(indexed("search", "zxcvb", "--strict", "--understood", "--json").out)
    assert (told["photos"], told["matching"]) == ([], 0)
    assert "--all shows the nearest" in told["message"]
