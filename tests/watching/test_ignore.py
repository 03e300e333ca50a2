"""The user's patterns of what to pass over."""

from __future__ import annotations

import os
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from photoclip.watching.ignore import Ignored


def hides(pattern: str, path: str) -> bool:
    return Ignored([pattern]).anywhere(os.fsencode(path))


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("*.tmp", "a.tmp", True),
        ("*.tmp", "deep/down/a.TMP", True),
        ("*.tmp", "a.tmp.jpg", False),
        ("Rejects", "rejects/a.jpg", True),
        ("Rejects", "2019/REJECTS/deep/a.jpg", True),
        ("Rejects", "rejects.jpg", False),
        ("IMG_00[12]?.jpg", "img_001x.jpg", True),
        ("IMG_00[12]?.jpg", "img_003x.jpg", False),
        ("raw/", "2019/raw/a.dng", True),
        ("raw/", "2019/raw", False),
        ("2019/raw/*", "2019/raw/a.dng", True),
        ("2019/raw/*", "2019/raw/deep/a.dng", True),  # the folder deep is passed over
        ("2019/raw/*", "2018/2019/raw/a.dng", False),
        ("2019/*.jpg", "2019/a.jpg", True),
        ("2019/*.jpg", "2019/deep/a.jpg", False),
        ("2019/**/*.jpg", "2019/a.jpg", True),
        ("2019/**/*.jpg", "2019/very/deep/a.jpg", True),
        ("**/raw/*.jpg", "a/b/raw/x.jpg", True),
        ("**/raw/*.jpg", "raw/x.jpg", True),
        ("**/raw/*.jpg", "raw/deep/x.jpg", False),
        ("2019/**", "2019/x.jpg", True),
        ("2019/**", "2019", False),
        ("/raw", "raw", True),
        ("2019/raw/", "2019/raw/x.jpg", True),
        ("2019/raw/", "2019/raw", False),
        ("ä*.jpg", unicodedata.normalize("NFD", "Äpfel.jpg"), True),
        ("ZÜRICH", unicodedata.normalize("NFD", "zürich") + "/a.jpg", True),
        ("", "a.jpg", False),
        ("/", "a.jpg", False),
        ("//", "a/b.jpg", False),
        ("[", "[", True),
        ("*", "a.jpg", True),
    ],
)
def test_patterns_are_read_as_promised(pattern: str, path: str, expected: bool) -> None:
    assert hides(pattern, path) is expected


def test_a_slash_in_front_means_right_below_the_watched_folder() -> None:
    assert hides("/raw", "raw/a.jpg")
    assert not hides("/raw", "2019/raw/a.jpg")


def test_hidden_files_are_seen_and_hidden_folders_are_not() -> None:
    nothing = Ignored()
    assert not nothing.anywhere(b".hidden.jpg")
    assert nothing.anywhere(b".hidden/a.jpg")
    assert nothing.anywhere(b"._a.jpg")
    assert nothing.anywhere(b"a/@eaDir/deep/x.jpg")


def test_one_pattern_does_not_undo_another() -> None:
    both = Ignored(["*.tmp", "raw/", "2019/x.jpg"])
    assert both.anywhere(b"a.tmp")
    assert both.anywhere(b"raw/a.jpg")
    assert both.anywhere(b"2019/x.jpg")
    assert not both.anywhere(b"2019/y.jpg")


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "pattern", ["*a" * 500 + "b", "[a-z]*" * 500 + "!", "**/" * 200 + "b", "?*" * 500 + "/x"]
)
def test_a_pattern_made_to_take_for_ever_takes_no_time(pattern: str) -> None:
    ignored = Ignored([pattern])
    for path in (b"a" * 4000, b"a/" * 1000 + b"a"):
        ignored.file(path)
        ignored.folder(path)


_pieces = some.sampled_from(
    [
        "*",
        "**",
        "?",
        "[",
        "]",
        "!",
        "-",
        "/",
        "//",
        "\\",
        "a",
        "é",
        "\0",
        "\n",
        ".",
        "[a-",
        "[!",
        "{",
        "(",
        "|",
        "&&",
        "~~",
    ]
)


@given(
    some.lists(some.one_of(_pieces, some.text(max_size=5)), max_size=25).map("".join),
    some.binary(max_size=60),
)
def test_any_pattern_and_any_name_do_no_harm(pattern: str, name: bytes) -> None:
    ignored = Ignored([pattern, "*.tmp"])
    ignored.anywhere(name)
    assert ignored.anywhere(name + b"/x.tmp")


@given(some.text(some.characters(exclude_characters="*?[]/\0", codec="utf-8"), min_size=1, max_size=20))
def test_a_name_without_special_letters_hides_just_itself(name: str) -> None:
    assert hides(name, f"folder/{name}")
    assert name == "folder" or not hides(name, f"folder/{name}x")
