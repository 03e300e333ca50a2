"""Answers to pictures: of the library, from outside, a part of one, several, and moved by words."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from library.conftest import finish
from library.test_answering import Asker, asker
from PIL import Image
from support import COLOURS, age, draw

from photoclip.domain.query import Arrangement, Query
from photoclip.errors import BadInput

__all__ = ["asker"]


@pytest.fixture
def several(home, asker: Asker) -> Asker:
    for mark, colour in enumerate(COLOURS):
        draw(home.photos / f"{colour}-2.png", colour, 20 + mark)
    home.keep_up()
    return asker


def halves(path: Path, left: str, right: str) -> Path:
    image = Image.new("RGB", (400, 200), COLOURS[left])
    image.paste(COLOURS[right], (200, 0, 400, 200))
    image.save(path)
    return age(path)


def test_several_photos_are_searched_by_together_and_left_out(several: Asker) -> None:
    answer = several.ask(Query(similar=several.ids("red", "red-2")), cut=False)
    assert not {"red", "red-2"} & set(several.names(answer))
    both = several.ask(Query(similar=several.ids("red", "blue")), cut=False)
    assert {"red-2", "blue-2"} <= set(several.names(both)[:6])


def test_words_move_a_photo(several: Asker) -> None:
    plain = several.names(several.ask(Query(similar=several.ids("red")), cut=False))
    moved = several.names(several.ask(Query("+ blue", similar=several.ids("red")), cut=False))
    away = several.names(several.ask(Query('- "blue"', similar=several.ids("red")), cut=False))
    assert moved.index("blue") < plain.index("blue")
    assert away.index("blue") >= plain.index("blue")
    as_words = several.names(several.ask(Query("blue", similar=several.ids("red")), cut=False))
    assert as_words == moved


def test_words_move_words(several: Asker) -> None:
    plain = several.names(several.ask(Query("red"), cut=False))
    moved = several.names(several.ask(Query('red + "blue"*2'), cut=False))
    assert moved.index("blue") < plain.index("blue")
    alone = several.names(several.ask(Query('+ "blue"'), cut=False))
    assert alone[0].startswith("blue")


def test_a_file_in_words_is_the_photo_of_the_library_if_it_is_one(home, several: Asker) -> None:
    inside = several.found(Query(f'similar:"{home.photos / "red.png"}"'))
    assert inside == ["red-2"]
    (home.photos.parent / "copy.png").write_bytes((home.photos / "red.png").read_bytes())
    assert several.found(Query(f'similar:"{home.photos.parent / "copy.png"}"')) == inside
    assert home.encoder.images_encoded == 2 * len(COLOURS)


def test_pictures_from_outside_are_decoded(home, several: Asker, tmp_path: Path) -> None:
    outside = str(draw(tmp_path / "outside.png", "blue", 300))
    assert several.found(Query(f'similar:"{outside}"'))[0].startswith("blue")
    steps = several.answers.answer(Query(), Arrangement(), pictures=[outside, outside])
    assert several.names(finish(steps))[0].startswith("blue")


def test_a_part_of_a_picture_is_searched_by_alone(home, several: Asker, tmp_path: Path) -> None:
    outside = str(halves(tmp_path / "halves.png", "red", "blue"))
    assert several.found(Query(image=outside, crop=(0.0, 0.0, 0.45, 1.0)))[0].startswith("red")
    assert several.found(Query(image=outside, crop=(0.55, 0.0, 1.0, 1.0)))[0].startswith("blue")
    assert several.found(Query(image=outside, crop=(0.9, 0.9, 0.9001, 0.9001)))[0].startswith("blue")
    halves(home.photos / "halves.png", "green", "white")
    home.keep_up()
    query = Query(similar=several.ids("halves"), crop=(0.0, 0.0, 0.4, 1.0))
    assert several.found(query)[0].startswith("green")
    assert "halves" not in several.found(query)


@pytest.mark.parametrize(
    "crop", [(0.5, 0.5, 0.5, 0.9), (0.9, 0.0, 0.1, 1.0), (-1.0, 0.0, 0.5, 0.5), (0.0, 0.0, float("nan"), 1.0)]
)
def test_a_part_that_is_none_is_refused_in_a_sentence(asker: Asker, tmp_path: Path, crop) -> None:
    outside = str(draw(tmp_path / "outside.png", "blue", 300))
    with pytest.raises(BadInput, match="draw a frame"):
        asker.ask(Query(image=outside, crop=crop))


def test_a_likeness_that_cannot_be_is_said_in_a_sentence(asker: Asker, tmp_path: Path) -> None:
    (tmp_path / "text.jpg").write_text("no picture")
    for path in (tmp_path / "text.jpg", tmp_path / "nowhere.jpg"):
        with pytest.raises(BadInput, match=r"cannot be searched by|not there"):
            asker.ask(Query(f'similar:"{path}"'))
    with pytest.raises(BadInput, match="not searchable yet"):
        asker.ask(Query(similar=(999,)))


def test_relevance_of_a_photo_for_itself_is_the_highest(several: Asker, home) -> None:
    answer = several.ask(Query(image=str(home.photos / "red.png")))
    assert several.names(answer)[0].startswith("red")
    assert answer.relevance is not None
    assert np.argmax(answer.relevance) == 0
