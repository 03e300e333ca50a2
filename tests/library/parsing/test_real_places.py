"""Places in words, with the list of places that is shipped."""

from __future__ import annotations

from pathlib import Path

import pytest
from library.parsing.world import TODAY

from photoclip.domain.gazetteer import Place
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
        ("vineyard in France", "France"),
        ("vineyard in france", "France"),
        ("temple in china", "China"),
        ("在中国的长城", "China"),
        ("在中国北京", "Beijing"),
        ("bridge in the UK", "United Kingdom"),
        ("road in the us", "United States"),
        ("pub in uk", "United Kingdom"),
        ("from the Netherlands", "The Netherlands"),
        ("mosque in Turkey", "Turkey"),
        ("church in Georgia", "Georgia"),
        ("near:italy", "Italy"),
        ("在日本的樱花", "Japan"),
        ("法国拍的照片", "France"),
        ("在日本东京的樱花", "Tokyo"),
        ("California beach", "California"),
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
        "France",
        "Italy flag",
        "china on a table",
        "turkey in the oven",
        "a man named Chad",
        "dinner with turkey",
        "日本料理",
        "日本的国旗",
        "take it from us",
        "in turkey feathers",
    ],
)
def test_words_are_no_places(text: str) -> None:
    asked = parse(text, TODAY, SHIPPED)
    assert asked.meanings == (text,)
    assert not asked.conditions


def test_near_a_country_with_a_distance_is_so_much_around_it() -> None:
    italy, wider = (
        parse(text, TODAY, SHIPPED).conditions[0].value for text in ("near:Italy", "near:Italy,50km")
    )
    assert isinstance(italy, Place)
    assert isinstance(wider, Place)
    assert [b.radius_km - a.radius_km for a, b in zip(italy.circles, wider.circles, strict=True)] == [
        pytest.approx(50.0)
    ] * len(italy.circles)
