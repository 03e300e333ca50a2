"""Which photos a condition lets through, and that nothing in it can become a statement."""

from __future__ import annotations

import math
import os
import random
import unicodedata
from datetime import UTC, datetime

import pytest
from catalog.fixture import lose, put

from photoclip.catalog.catalog import Catalog
from photoclip.domain.asked import Condition, Dates, Key, Shape, Stars, Trait, Value
from photoclip.domain.browsing import Tag
from photoclip.domain.changes import AlbumKind
from photoclip.domain.gazetteer import Circle, Place
from photoclip.domain.query import Arrangement, Filters, Grouping, Order, Query

PARIS = Place("Paris", 48.8566, 2.3522, 15.0)
NAMED = (Key.FOLDER, Key.CAMERA, Key.LENS, Key.TYPE, Key.TAG, Key.ALBUM)


def seconds(day: str) -> int:
    return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp())


@pytest.fixture
def filled(catalog: Catalog) -> Catalog:
    """Photos 1 to 4 in sight; 3 has no date taken, 4 two files; photo 5 is gone."""
    catalog.folders.add(b"/home/anna/photos")
    put(
        catalog, b"/home/anna/photos/2019 Rom/1.jpg", 1, "2019-08-31T23:59:59",
        camera="Canon EOS 5D", lens="EF 24-70mm f/2.8L", latitude=48.86, longitude=2.35,
    )  # fmt: skip
    put(
        catalog,
        "/home/anna/photos/ÉTÉ/Straße/2.jpg".encode(),
        2,
        "2020-05-04T12:00:00",
        camera="Apple iPhone 8",
    )
    put(catalog, b"/home/anna/photos/screen.png", 3, seconds=seconds("2021-01-02"))
    put(
        catalog,
        b"/home/anna/photos/2019 Rom/4.jpg",
        4,
        "2018-05-01T00:00:00",
        latitude=-33.9,
        longitude=151.2,
    )
    put(catalog, b"/home/anna/photos/copies/4.jpg", 4, "2018-05-01T00:00:00", latitude=-33.9, longitude=151.2)
    put(catalog, b"/gone/5.jpg", 5, "2019-08-31T00:00:00", camera="Canon EOS 5D")
    lose(catalog, b"/gone")
    return catalog


def found(catalog: Catalog, *asked: Condition, **filters: object) -> list[int]:
    narrowed = Filters(conditions=asked, **filters)  # type: ignore[arg-type]
    photos = sorted(catalog.photos.find(narrowed, Arrangement()).photo_ids.tolist())
    assert catalog.photos.matching(narrowed).tolist() == photos
    return photos


def with_and_without(catalog: Catalog, key: Key, value: Value) -> tuple[list[int], list[int]]:
    """What a condition lets through and what its exclusion does; together they are all."""
    inside = found(catalog, Condition(key, value))
    outside = found(catalog, Condition(key, value, excluded=True))
    assert sorted(inside + outside) == found(catalog)
    return inside, outside


@pytest.mark.parametrize(
    ("dates", "photos"),
    [
        (Dates("2019-08-31", "2019-08-31"), [1]),
        (Dates("2019-09-01", "2020-05-03"), []),
        (Dates("2020-05-04"), [2, 3]),
        (Dates(until="2019-08-30"), [4]),
        (Dates("2021-01-02", "2021-01-02"), [3]),
        (Dates(months=(5,)), [2, 4]),
        (Dates(months=(1, 8)), [1, 3]),
        (Dates("2019-01-01", months=(5,)), [2]),
        (Dates(), [1, 2, 3, 4]),
        (Dates("2020-01-01", "2019-01-01"), []),
    ],
)
def test_dates_are_those_of_the_camera_else_of_the_file(
    filled: Catalog, dates: Dates, photos: list[int]
) -> None:
    assert with_and_without(filled, Key.DATE, dates)[0] == photos


@pytest.mark.parametrize(
    ("text", "photos"),
    [
        ("2019", [1, 4]),
        ("rom", [1, 4]),
        ("copies", [4]),
        ("été", [2]),
        (unicodedata.normalize("NFD", "Été"), [2]),
        ("STRASSE", [2]),
        ("été/straße", [2]),
        ("photos", [1, 2, 3, 4]),
        ("anna", []),
        ("screen", []),
        ("/home/anna/photos/2019 Rom", [1, 4]),
        ("/home/anna/photos/2019 rom/", [1, 4]),
        ("/home/anna/photos/2019", []),
        ("/home/anna", [1, 2, 3, 4]),
        ("/", [1, 2, 3, 4]),
        ("%", []),
        ("", []),
        ("\udcff", []),
    ],
)
def test_a_folder_is_a_part_of_its_name_or_a_path(filled: Catalog, text: str, photos: list[int]) -> None:
    assert with_and_without(filled, Key.FOLDER, text)[0] == photos


def test_folders_that_are_no_text_are_found_by_what_the_system_calls_them(catalog: Catalog) -> None:
    put(catalog, b"/photos/caf\xe9/1.jpg", 1)
    put(catalog, b"C:\\Photos\\Trip\\2.jpg", 2)
    assert found(catalog, Condition(Key.FOLDER, os.fsdecode(b"caf\xe9"))) == [1]
    assert found(catalog, Condition(Key.FOLDER, "trip")) == [2]
    assert found(catalog, Condition(Key.FOLDER, "c:\\photos")) == [2]
    assert found(catalog, Condition(Key.FOLDER, "c:\\pho")) == []


@pytest.mark.parametrize(
    ("text", "photos"),
    [
        ("canon eos", [1]),
        ("CanonEOS", [1]),
        ("iphone", [2]),
        ("o", [1, 2]),
        ("nikon", []),
        ("", []),
        (" ", []),
    ],
)
def test_a_camera_is_a_part_of_its_name_whatever_the_spaces(
    filled: Catalog, text: str, photos: list[int]
) -> None:
    assert with_and_without(filled, Key.CAMERA, text)[0] == photos
    assert found(filled, Condition(Key.LENS, "24-70MM")) == [1]


def test_a_type_is_a_format_by_any_of_its_names(catalog: Catalog) -> None:
    for number, name in enumerate(("JPEG", "MPO", "RAW", "HEIF", "TIFF"), 1):
        photo_id = put(catalog, b"/photos/%d" % number, number)
        catalog._connection.execute("UPDATE photos SET format = ? WHERE id = ?", (name, photo_id))
    for text, photos in {
        "jpeg": [1, 2],
        "JPG": [1, 2],
        "raw": [3],
        "heic": [4],
        "tif": [5],
        "jp": [],
    }.items():
        assert with_and_without(catalog, Key.TYPE, text)[0] == photos


@pytest.mark.parametrize(
    ("stars", "photos"),
    [
        (Stars(3), [1]),
        (Stars(1), [1, 2]),
        (Stars(0, 0), [3, 4]),
        (Stars(0, 2), [2, 3, 4]),
        (Stars(), [1, 2, 3, 4]),
        (Stars(5), []),
    ],
)
def test_a_photo_that_nobody_rated_has_no_stars(filled: Catalog, stars: Stars, photos: list[int]) -> None:
    filled.marks.rate([1], 4)
    filled.marks.rate([2], 2)
    filled.marks.favour([3], True)
    assert with_and_without(filled, Key.RATING, stars)[0] == photos


def test_tags_and_albums_are_found_by_their_name_in_any_case(filled: Catalog) -> None:
    for photo_id, label in ((1, "Été"), (2, "été"), (3, "summer"), (5, "ÉTÉ")):
        filled.tags.add(photo_id, Tag(label, "person", None, 1.0))
    assert with_and_without(filled, Key.TAG, "ÉTÉ")[0] == [1, 2]
    assert with_and_without(filled, Key.TAG, "ét")[0] == []
    group = filled.albums.make("Trips", AlbumKind.GROUP, None)
    for parent, photos in ((None, [1, 5]), (group, [3])):
        album = filled.albums.make("Rom", AlbumKind.HAND, parent)
        filled.albums.put_photos(album, photos)
    assert with_and_without(filled, Key.ALBUM, " rom")[0] == [1, 3]
    assert with_and_without(filled, Key.ALBUM, "trips")[0] == []


def test_a_smart_album_is_known_by_its_name_and_holds_nothing_here(filled: Catalog) -> None:
    smart = filled.albums.make("Beach", AlbumKind.SMART, None, (Query("a beach"), Arrangement()))
    filled.albums.make("Beach 2", AlbumKind.HAND, None)
    assert filled.albums.smart("BEACH") == [smart]
    assert filled.albums.smart("beach 2") == []
    assert found(filled, Condition(Key.ALBUM, "beach")) == []


def test_favourites_untagged_photos_and_those_with_a_place(filled: Catalog) -> None:
    filled.marks.favour([2, 5], True)
    filled.tags.add(1, Tag("dog", "things@starter", 0.5, 1.0))
    assert with_and_without(filled, Key.IS, Trait.FAVOURITE)[0] == [2]
    assert with_and_without(filled, Key.IS, Trait.UNTAGGED)[0] == [2, 3, 4]
    assert with_and_without(filled, Key.HAS, Trait.GPS)[0] == [1, 4]


def test_near_is_within_the_radius_and_a_photo_without_a_place_is_not(filled: Catalog) -> None:
    assert with_and_without(filled, Key.NEAR, PARIS) == ([1], [2, 3, 4])


@pytest.mark.parametrize(
    ("place", "photos"),
    [
        (Place("Taveuni", -16.8, 179.9, 50.0), [1, 2]),
        (Place("beyond", -16.8, -179.9, 50.0), [1, 2]),
        (Place("North Pole", 90.0, 0.0, 200.0), [3, 4]),
        (Place("close to it", 89.5, -120.0, 200.0), [3, 4]),
        (Place("South Pole", -90.0, 0.0, 200.0), []),
        (Place("everywhere", 0.0, 0.0, 20_100.0), [1, 2, 3, 4, 5]),
        (Place("half", 0.0, 0.0, 10_007.0), [3, 5]),
        (Place("itself", 0.0, 0.5, 0.0), [5]),
        (Place("nowhere", math.nan, 0.0, 10.0), []),
    ],
)
def test_nearness_is_right_at_the_date_line_and_the_poles(
    catalog: Catalog, place: Place, photos: list[int]
) -> None:
    places = ((-16.8, 179.8), (-16.8, -179.8), (89.0, 10.0), (89.0, -170.0), (0.0, 0.5))
    for number, (latitude, longitude) in enumerate(places, 1):
        put(catalog, b"/photos/%d.jpg" % number, number, latitude=latitude, longitude=longitude)
    assert with_and_without(catalog, Key.NEAR, place)[0] == photos


def test_near_a_country_is_in_any_of_its_circles(catalog: Catalog) -> None:
    points = {1: (0.0, 0.0), 2: (40.0, 179.9), 3: (-40.0, -10.0), 4: (0.0, 90.0), 5: (0.0, 0.4), 6: (89.9, 1)}
    for photo_id, (latitude, longitude) in points.items():
        put(catalog, b"/photos/%d.jpg" % photo_id, photo_id, latitude=latitude, longitude=longitude)
    around = (
        Circle(0.0, 0.0, 50.0),
        Circle(40.0, -179.9, 50.0),
        Circle(-40.0, -10.0, 1.0),
        Circle(0.0, 0.3, 9.0),
    )
    first, *more = around
    place = Place("Islands", first.latitude, first.longitude, first.radius_km, tuple(more))
    assert with_and_without(catalog, Key.NEAR, place) == ([1, 2, 3, 5], [4, 6])


def test_the_box_around_a_place_leaves_nothing_out(catalog: Catalog) -> None:
    drawn = random.Random(5)
    points = {
        put(catalog, b"/photos/%d.jpg" % number, number, latitude=latitude, longitude=longitude): (
            latitude,
            longitude,
        )
        for number, (latitude, longitude) in enumerate(
            (
                (drawn.uniform(-90, 90), drawn.choice((-180.0, 180.0, drawn.uniform(-180, 180))))
                for _ in range(60)
            ),
            1,
        )
    }
    for _ in range(150):
        first, *more = (
            Circle(
                drawn.uniform(-90, 90),
                drawn.uniform(-180, 180),
                drawn.choice((30, 300, 3000, 9000, 15000)),
            )
            for _ in range(drawn.choice((1, 1, 3)))
        )
        place = Place("anywhere", first.latitude, first.longitude, first.radius_km, tuple(more))
        near = [
            photo_id
            for photo_id, point in points.items()
            if any(kilometres(circle, *point) <= circle.radius_km for circle in place.circles)
        ]
        assert found(catalog, Condition(Key.NEAR, place)) == near


def kilometres(circle: Circle, latitude: float, longitude: float) -> float:
    """By the angle between two vectors from the Earth's centre."""
    one, other = (
        (math.cos(p) * math.cos(q), math.cos(p) * math.sin(q), math.sin(p))
        for p, q in (
            (math.radians(circle.latitude), math.radians(circle.longitude)),
            (math.radians(latitude), math.radians(longitude)),
        )
    )
    return 6371.0088 * math.acos(max(-1.0, min(1.0, sum(a * b for a, b in zip(one, other, strict=True)))))


def test_what_is_nearly_square_is_square(catalog: Catalog) -> None:
    for number, (width, height) in enumerate(((4000, 3000), (3000, 4000), (1000, 1000), (1000, 970)), 1):
        photo_id = put(catalog, b"/photos/%d.jpg" % number, number)
        catalog._connection.execute(
            "UPDATE photos SET width = ?, height = ? WHERE id = ?", (width, height, photo_id)
        )
    assert with_and_without(catalog, Key.ORIENTATION, Shape.LANDSCAPE)[0] == [1]
    assert with_and_without(catalog, Key.ORIENTATION, Shape.PORTRAIT)[0] == [2]
    assert with_and_without(catalog, Key.ORIENTATION, Shape.SQUARE)[0] == [3, 4]


def test_all_conditions_and_filters_hold_together_and_answers_are_laid_out(filled: Catalog) -> None:
    rom, after = Condition(Key.FOLDER, "rom"), Condition(Key.DATE, Dates("2019-01-01"))
    assert found(filled, rom, after) == [1]
    assert found(filled, rom, Condition(Key.DATE, Dates("2019-01-01"), excluded=True)) == [4]
    assert found(filled, rom, until="2018-12-31", folder=b"/home/anna/photos/copies") == [4]
    days = filled.photos.find(Filters(conditions=(rom,)), Arrangement(Order.DATE, grouping=Grouping.DAY))
    assert [section.key for section in days.sections] == ["2019-08-31", "2018-05-01"]


def test_a_query_of_many_conditions_is_answered(filled: Catalog) -> None:
    others = tuple(Condition(Key.TAG, f"tag {number}", excluded=True) for number in range(300))
    assert found(filled, *others, Condition(Key.CAMERA, "canon")) == [1]


def test_a_value_that_fits_no_key_is_our_own_mistake(filled: Catalog) -> None:
    with pytest.raises(TypeError):
        found(filled, Condition(Key.DATE, "2019"))


@pytest.mark.parametrize("key", NAMED)
@pytest.mark.parametrize(
    "text", ["'; DROP TABLE photos; --", '")', "\0", "\udcff\ud800", "%_*?", "a" * 10_000, "\u202e", "NULL"]
)
def test_hostile_names_find_nothing_and_harm_nothing(filled: Catalog, key: Key, text: str) -> None:
    assert with_and_without(filled, key, text)[0] == []
    assert filled.faults() == []
