"""Quoted texts: found however they are spelt, and only inside one photo's own texts."""

from __future__ import annotations

import pytest
from library.test_answering import Asker, asker

from photoclip.domain.changes import AddToAlbum, MakeAlbum, TagPhotos
from photoclip.library.exact_text import ExactTexts

__all__ = ["asker"]


@pytest.fixture
def texts(asker: Asker) -> ExactTexts:
    asker.change(TagPhotos(asker.ids("red", "blue"), "Café am Meer"))
    asker.change(TagPhotos(asker.ids("blue"), "海滩"))
    album = asker.make(MakeAlbum("Straße 2024"))
    asker.change(AddToAlbum(album, asker.ids("green")))
    return ExactTexts(asker.reader)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("CAFÉ", ["blue", "red"]),
        ("cafe\u0301 am", ["blue", "red"]),
        ("café  am", ["blue", "red"]),
        ("滩", ["blue"]),
        ("strasse \uff12\uff10\uff12\uff14", ["green"]),
        ("red.png", ["red"]),
        ("", []),
        ("  ", []),
        ("no such text", []),
        ("\0", []),
    ],
)
def test_case_accents_and_width_do_not_matter(
    asker: Asker, texts: ExactTexts, text: str, found: list[str]
) -> None:
    assert texts.carrying(text).tolist() == sorted(asker.ids(*found))


def test_several_texts_have_to_be_on_one_photo(asker: Asker, texts: ExactTexts) -> None:
    assert texts.carrying_all(["meer", "blue"]).tolist() == list(asker.ids("blue"))
    assert texts.carrying_all(["meer", "green"]).tolist() == []


def test_what_is_written_later_is_found(asker: Asker, texts: ExactTexts) -> None:
    assert texts.carrying("harbour").tolist() == []
    asker.change(TagPhotos(asker.ids("white"), "Harbour"))
    assert texts.carrying("harbour").tolist() == list(asker.ids("white"))
