"""Places by name and by coordinates, out of the files that are shipped."""

from __future__ import annotations

import gzip
import logging
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoclip import paths
from photoclip.domain.gazetteer import Circle, Place
from photoclip.library.gazetteer import NAMES, PLACES, REACH_KM, Gazetteer

SHIPPED = paths.resources() / "places"
GAZETTEER = Gazetteer(SHIPPED)


def name_of(place: Place | None) -> str:
    return place.name if place else ""


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Paris", "Paris, France"),
        ("PARIS", "Paris, France"),
        ("巴黎", "Paris, France"),
        ("München", "Munich, Germany"),
        ("Munchen", "Munich, Germany"),
        ("Mu\N{COMBINING DIAERESIS}nchen", "Munich, Germany"),
        ("Москва", "Moscow, Russia"),
        ("東京", "Tokyo, Japan"),
        ("东京", "Tokyo, Japan"),
        ("北京市", "Beijing, China"),
        ("xi'an", "Xi’an, China"),
        ("saint etienne", "Saint-Étienne, France"),
        ("sao  paulo", "São Paulo, Brazil"),
        ("NYC", "New York City, New York"),
        ("St. Petersburg", "Saint Petersburg, Russia"),
        ("Bali", "Bali, Indonesia"),
        ("富士山", "Mount Fuji, Japan"),
        ("Iceland", "Iceland"),
        ("Ísland", "Iceland"),
        ("冰岛", "Iceland"),
    ],
)
def test_a_place_is_found_in_english_chinese_and_its_own_language(asked: str, found: str) -> None:
    assert name_of(GAZETTEER.find(asked)) == found


def test_a_shared_name_is_the_most_populous_place_until_its_country_is_said() -> None:
    assert name_of(GAZETTEER.find("Portland")) == "Portland, Oregon"
    assert name_of(GAZETTEER.find("Paris, Texas")) == "Paris, Texas"
    assert name_of(GAZETTEER.find("cambridge，united kingdom")) == "Cambridge, United Kingdom"
    assert GAZETTEER.find("Paris, Neptune") is None


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("France", "France"),
        ("法国", "France"),
        ("日本", "Japan"),
        ("Deutschland", "Germany"),
        ("USA", "United States"),
        ("US", "United States"),
        ("the UK", "United Kingdom"),
        ("Holland", "The Netherlands"),
        ("Korea", "South Korea"),
        ("韩国", "South Korea"),
        ("England", "England, United Kingdom"),
        ("Turkey", "Turkey"),
        ("Georgia", "Georgia"),
        ("Georgia, United States", "Georgia, United States"),
        ("加州", "California, United States"),
        ("云南", "Yunnan, China"),
        ("Ontario, Canada", "Ontario, Canada"),
        ("New York", "New York City, New York"),
        ("New York State", "New York, United States"),
        ("São Paulo", "São Paulo, Brazil"),
    ],
)
def test_countries_and_states_have_their_names(asked: str, found: str) -> None:
    assert name_of(GAZETTEER.find(asked)) == found


def is_in(name: str, latitude: float, longitude: float) -> bool:
    place = GAZETTEER.find(name)
    assert place is not None
    return any(
        kilometres(circle.latitude, circle.longitude, latitude, longitude) <= circle.radius_km
        for circle in place.circles
    )


def kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    north, east, other_north, other_east = map(
        math.radians, (latitude, longitude, other_latitude, other_longitude)
    )
    cosine = math.sin(north) * math.sin(other_north)
    cosine += math.cos(north) * math.cos(other_north) * math.cos(east - other_east)
    return 6371 * math.acos(max(-1.0, min(1.0, cosine)))


@pytest.mark.parametrize(
    ("country", "inside", "outside"),
    [
        (
            "France",
            [(48.86, 2.35), (48.39, -4.49), (43.7, 7.27), (41.93, 8.74)],
            [(50.85, 4.35), (46.2, 6.14)],
        ),
        ("Italy", [(41.9, 12.5), (45.07, 7.69), (38.12, 13.36)], [(46.95, 7.45), (45.81, 15.98)]),
        ("Japan", [(35.68, 139.69), (43.06, 141.35), (26.21, 127.68)], [(35.18, 129.08), (43.12, 131.9)]),
        (
            "China",
            [(39.9, 116.4), (43.8, 87.6), (29.65, 91.1)],
            [(21.03, 105.85), (47.9, 106.9), (25.05, 121.5)],
        ),
        ("USA", [(40.7, -74.0), (61.2, -149.9), (21.3, -157.86)], [(45.5, -73.57), (32.51, -117.04)]),
        ("Portugal", [(38.72, -9.14), (41.15, -8.61)], [(40.42, -3.7), (42.24, -8.72)]),
    ],
)
def test_a_country_holds_its_cities_and_not_its_neighbours(
    country: str, inside: list[tuple[float, float]], outside: list[tuple[float, float]]
) -> None:
    assert [is_in(country, *point) for point in inside] == [True] * len(inside)
    assert [is_in(country, *point) for point in outside] == [False] * len(outside)


def test_the_name_that_is_shown_finds_the_same_place_again() -> None:
    for asked in ("Paris", "Singapore", "Portland", "Springfield, Illinois", "Mount Fuji", "Georgetown"):
        place = GAZETTEER.find(asked)
        assert place is not None
        assert GAZETTEER.find(place.name) == place


@pytest.mark.parametrize(
    "asked", ["", " ", ",", "a", "no such place", "\udcff", "\n\t\0", "Neptune", "x" * 100_000]
)
def test_what_names_no_place_is_none(asked: str) -> None:
    assert GAZETTEER.find(asked) is None


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("Paris at night", "Paris", "Paris, France"),
        ("paris", "paris", "Paris, France"),
        ("  Rome now", "  Rome", "Rome, Italy"),
        ("New York City lights", "New York City", "New York City, New York"),
        ("new york, 2019", "new york", "New York City, New York"),
        ("巴黎的夜景", "巴黎", "Paris, France"),
        ("Paris旅行", "Paris", "Paris, France"),
        ("Sa\N{COMBINING TILDE}o Paulo street", "Sa\N{COMBINING TILDE}o Paulo", "São Paulo, Brazil"),
        ("Springfield, Illinois in May", "Springfield, Illinois", "Springfield, Illinois"),
        ("Nice in May", "Nice", "Nice, France"),
    ],
)
def test_a_text_begins_with_the_longest_name(text: str, name: str, found: str) -> None:
    beginning = GAZETTEER.beginning(text)
    assert beginning is not None
    place, length = beginning
    assert (place.name, text[:length]) == (found, name)


@pytest.mark.parametrize(
    "text", ["Parisian", "München2", "new yorkers", "the snow", "motion", "", "  ", "\u0301", "x" * 99]
)
def test_a_part_of_a_word_is_no_name(text: str) -> None:
    assert GAZETTEER.beginning(text) is None


def test_countries_that_are_words_need_a_capital() -> None:
    for word in ("turkey", "chad", "jordan", "georgia", "us"):
        assert GAZETTEER.beginning(f"{word} at night") is None
        assert GAZETTEER.beginning(f"{word.upper()} at night") is not None


def test_an_ordinary_word_is_a_place_only_with_a_capital_or_when_asked_for() -> None:
    assert GAZETTEER.beginning("nice weather") is None
    assert GAZETTEER.beginning("reading a book") is None
    assert name_of(GAZETTEER.find("nice")) == "Nice, France"


@given(st.text(max_size=80) | st.text("paris nice,，巴黎'-\u0301ßé가", max_size=20))
def test_whatever_a_text_begins_with_is_a_name_that_is_found(text: str) -> None:
    beginning = GAZETTEER.beginning(text)
    if beginning is not None:
        place, length = beginning
        assert 0 < length <= len(text)
        assert GAZETTEER.find(text[:length]) == place


@pytest.mark.parametrize(
    ("latitude", "longitude", "found"),
    [
        (48.8584, 2.2945, "Paris, France"),  # the Eiffel Tower, in a quarter of Paris
        (48.8049, 2.1204, "Versailles, France"),  # 17 km from the middle of Paris
        (35.4437, 139.638, "Yokohama, Japan"),  # within the circle of Tokyo
        (46.02, 7.75, "Zermatt, Switzerland"),
        (37.75, -119.59, "Yosemite, California"),  # a region, far from any town
        (0.0, -30.0, ""),  # the Atlantic
        (90.0, 0.0, ""),
        (math.nan, 2.0, ""),
        (48.0, math.inf, ""),
        (123.0, 2.0, ""),
    ],
)
def test_a_point_bears_the_name_of_the_place_that_it_is_in_or_close_to(
    latitude: float, longitude: float, found: str
) -> None:
    assert name_of(GAZETTEER.nearest(latitude, longitude)) == found


def write(folder: Path, places: str, names: str) -> Gazetteer:
    (folder / PLACES).write_bytes(gzip.compress(places.encode()))
    (folder / NAMES).write_bytes(gzip.compress(names.encode()))
    return Gazetteer(folder)


def test_a_point_is_close_to_a_place_within_thirty_kilometres_across_the_date_line(tmp_path: Path) -> None:
    gazetteer = write(tmp_path, "Town\t0.0\t179.95\t5.0\tc\n", "town\t0\t\n")
    kilometre = 360 / (2 * math.pi * 6371)
    near, far = -180.05 + (REACH_KM - 0.1) * kilometre, -180.05 + (REACH_KM + 0.1) * kilometre
    assert name_of(gazetteer.nearest(0.0, near)) == "Town"
    assert gazetteer.nearest(0.0, far) is None


def test_a_place_may_be_several_circles(tmp_path: Path) -> None:
    places = "Isles\t0.0\t0.0\t50.0\tr\t0.0,9.0,20.0;5.0,9.0,10.0\nTown\t0.0\t20.0\t5.0\tc\n"
    gazetteer = write(tmp_path, places, "isles\t0\t\n")
    more = Circle(0.0, 9.0, 20.0), Circle(5.0, 9.0, 10.0)
    assert gazetteer.find("Isles") == Place("Isles", 0.0, 0.0, 50.0, more)
    assert name_of(gazetteer.nearest(5.05, 9.0)) == "Isles"
    assert gazetteer.nearest(5.2, 9.0) is None


def test_the_smallest_region_around_a_point_names_it(tmp_path: Path) -> None:
    places = "Sea\t0.0\t0.0\t500.0\tr\nIsle\t0.0\t1.0\t50.0\tr\t0.0,5.0,10.0\n"
    gazetteer = write(tmp_path, places, "isle\t1\t\nsea\t0\t\n")
    assert name_of(gazetteer.nearest(0.0, 5.0)) == "Isle"
    assert name_of(gazetteer.nearest(0.1, 1.0)) == "Isle"
    assert name_of(gazetteer.nearest(0.1, -1.0)) == "Sea"


@pytest.mark.parametrize(
    "damage", [b"", b"no gzip", gzip.compress(b"Paris\tfar\taway\t1\tc\n"), gzip.compress(b"Paris\n")]
)
def test_damaged_files_are_logged_and_no_place_is_known(
    tmp_path: Path, damage: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / PLACES).write_bytes(damage)
    (tmp_path / NAMES).write_bytes((SHIPPED / NAMES).read_bytes())
    gazetteer = Gazetteer(tmp_path)
    with caplog.at_level(logging.WARNING):
        assert gazetteer.find("Paris") is None
        assert gazetteer.beginning("Paris at night") is None
        assert gazetteer.nearest(48.85, 2.35) is None
    (record,) = caplog.records
    assert "install photoclip again" in record.getMessage()


def test_the_files_agree_with_each_other() -> None:
    places = gzip.decompress((SHIPPED / PLACES).read_bytes()).decode().splitlines()
    names = gzip.decompress((SHIPPED / NAMES).read_bytes()).splitlines()
    assert [name.split(b"\t")[0] for name in names] == sorted({name.split(b"\t")[0] for name in names})
    numbers = {int(number) for name in names for number in name.split(b"\t")[1].split()}
    assert numbers <= set(range(len(places)))
    for line in places:
        _, *circle, kind = line.split("\t")[:5]
        assert kind in "cr"
        more = line.split("\t")[5:]
        for latitude, longitude, radius in (
            circle,
            *(one.split(",") for one in ";".join(more).split(";") if one),
        ):
            assert abs(float(latitude)) <= 90
            assert abs(float(longitude)) <= 180
            assert float(radius) > 0
