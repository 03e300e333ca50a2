"""Places in words, with the list of places that is shipped."""

from __future__ import annotations

from pathlib import Path

import pytest
from library.parsing.world import TODAY

from photoclip.library.gazetteer import Gazetteer
from photoclip.library.parsing import parse, printed

SHIPPED = Gazetteer(Path(__file__).resolve().parents[3] / "resources" / "places")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("dog in Paris", "Paris"),
        ("dog in paris", "Paris"),
        ("sunset near New York", "New York"),
        ("in Nice", "Nice"),
        ("Tokyo at night", "Tokyo"),
        ("在巴黎的狗", "Paris"),
        ("near:Berlin", "Berlin"),
    ],
)
def test_a_place_is_found(text: str, place: str) -> None:
    asked = parse(text, TODAY, SHIPPED)
    assert [c.value.name[: len(place)] for c in asked.conditions] == [place]
    assert parse(printed(asked), TODAY, SHIPPED).parts == asked.parts


@pytest.mark.parametrize(
    "text",
    [
        "in nice light",
        "woman reading",
        "Orange cat",
        "Beach",
        "dog in the park",
        "a building in the city",
        "black Honda motorcycle",
        "at the bottom of the stairs",
        "in asia",
        "turkey on a plate",
        "Reading a book",
    ],
)
def test_words_are_no_places(text: str) -> None:
    asked = parse(text, TODAY, SHIPPED)
    assert asked.meanings == (text,)
    assert not asked.conditions
