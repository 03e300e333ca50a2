"""Which photos filters let through, and how they are laid out."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from catalog.fixture import lose, put
from hypothesis import given
from hypothesis import strategies as st

from photoclip.catalog.catalog import Catalog
from photoclip.catalog.finding import natural
from photoclip.domain.browsing import Tag
from photoclip.domain.catalog import Found
from photoclip.domain.query import Arrangement, Filters, Grouping, Order


def seconds(day: str) -> int:
    return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp())


@pytest.fixture
def filled(catalog: Catalog) -> Catalog:
    """Photos 1 to 5 and their files; photo 3 has no date taken, photo 5 is gone."""
    put(catalog, b"/photos/a/IMG_2.jpg", 1, "2020-05-04T10:00:00", size=30)
    put(catalog, b"/photos/a/img_10.jpg", 2, "2020-05-04T12:00:00", size=10)
    put(catalog, b"/photos/b/screen.png", 3, seconds=seconds("2021-01-02"), size=20)
    put(catalog, b"/photos/a/IMG_1.jpg", 4, "2019-12-31T23:59:59", size=40)
    put(catalog, b"/photos/b/copy of 4.jpg", 4, "2019-12-31T23:59:59", size=40)
    put(catalog, b"/gone/5.jpg", 5, "2024-01-01T00:00:00")
    lose(catalog, b"/gone")
    return catalog


def ids(found: Found) -> list[int]:
    return found.photo_ids.tolist()


def found(catalog: Catalog, **filters: object) -> list[int]:
    return ids(catalog.photos.find(Filters(**filters), Arrangement()))  # type: ignore[arg-type]


def laid_out(catalog: Catalog, *words: object, **more: object) -> Found:
    return catalog.photos.find(Filters(), Arrangement(*words, **more))  # type: ignore[arg-type]


def sections(found: Found) -> list[tuple[str, int]]:
    return [(section.key, section.start) for section in found.sections]


def test_without_filters_all_in_sight_come_newest_first(filled: Catalog) -> None:
    assert found(filled) == [3, 2, 1, 4]


def test_a_folder_holds_what_is_at_or_below_it_and_not_its_neighbours(filled: Catalog) -> None:
    put(filled, b"/photos/a and b/6.jpg", 6, "2022-01-01T00:00:00")
    assert found(filled, folder=b"/photos/a") == [2, 1, 4]
    assert found(filled, folder=b"/photos/b") == [3, 4]
    assert found(filled, folder=b"/photos") == [6, 3, 2, 1, 4]
    assert found(filled, folder=b"/gone") == []


def test_albums_labels_stars_and_favourites_let_their_photos_through(filled: Catalog) -> None:
    filled.albums.add("Summer", [4, 1, 5])
    filled.tags.add(2, Tag("dog", "person", None, 1.0))
    filled.tags.add(2, Tag("dog", "things@starter", 0.5, 1.0))
    filled.marks.rate([1, 2], 3)
    filled.marks.rate([3], 5)
    filled.marks.favour([4, 5], True)
    (album,) = filled.albums.all()
    assert found(filled, album=album.album_id) == [1, 4]
    assert found(filled, album=99) == []
    assert found(filled, label="dog") == [2]
    assert found(filled, label="do") == []
    assert found(filled, rating=3) == [3, 2, 1]
    assert found(filled, rating=4) == [3]
    assert found(filled, favourite=True) == [4]
    assert found(filled, rating=3, label="dog", folder=b"/photos/a") == [2]
    assert found(filled, favourite=True, rating=1) == []


def test_dates_are_those_of_the_camera_else_of_the_file_both_ends_included(filled: Catalog) -> None:
    assert found(filled, since="2020-05-04", until="2020-05-04") == [2, 1]
    assert found(filled, since="2020-05-05") == [3]
    assert found(filled, until="2019-12-31") == [4]


def test_recently_added_counts_days_from_now(filled: Catalog) -> None:
    filled._connection.execute("UPDATE photos SET added_at = added_at - 864000 WHERE id = 2")
    assert found(filled, added_days=9) == [3, 1, 4]
    assert found(filled, added_days=11) == [3, 2, 1, 4]


def test_names_come_as_people_count_and_whatever_the_case(filled: Catalog) -> None:
    assert ids(laid_out(filled, Order.NAME)) == [4, 1, 2, 3]
    assert ids(laid_out(filled, Order.NAME, reverse=True)) == [3, 2, 1, 4]


def test_sizes_and_stars_come_largest_first_and_newest_among_equals(filled: Catalog) -> None:
    assert ids(laid_out(filled, Order.SIZE)) == [4, 1, 3, 2]
    filled.marks.rate([1], 5)
    filled.marks.rate([4, 2], 2)
    assert ids(laid_out(filled, Order.RATING)) == [1, 2, 4, 3]
    assert ids(laid_out(filled, Order.RATING, reverse=True)) == [3, 4, 2, 1]


def test_dates_can_be_turned_around_and_relevance_cannot(filled: Catalog) -> None:
    assert ids(laid_out(filled, Order.DATE, reverse=True)) == [4, 1, 2, 3]
    assert ids(laid_out(filled, Order.RELEVANCE, reverse=True)) == [3, 2, 1, 4]


def test_an_album_comes_in_its_own_order(filled: Catalog) -> None:
    filled.albums.add("Summer", [4, 3, 5, 1])
    (album,) = filled.albums.all()
    ordered = filled.photos.find(Filters(album=album.album_id), Arrangement(Order.ALBUM))
    assert ids(ordered) == [4, 3, 1]
    assert ids(laid_out(filled, Order.ALBUM)) == [3, 2, 1, 4]


def test_days_and_months_follow_one_another_and_are_sorted_inside(filled: Catalog) -> None:
    days = laid_out(filled, Order.DATE, grouping=Grouping.DAY)
    assert ids(days) == [3, 2, 1, 4]
    assert sections(days) == [("2021-01-02", 0), ("2020-05-04", 1), ("2019-12-31", 3)]
    turned = laid_out(filled, Order.DATE, True, Grouping.MONTH)
    assert ids(turned) == [4, 1, 2, 3]
    assert sections(turned) == [("2019-12", 0), ("2020-05", 1), ("2021-01", 3)]
    by_name = laid_out(filled, Order.NAME, grouping=Grouping.DAY)
    assert ids(by_name) == [3, 1, 2, 4]
    assert sections(by_name) == sections(days)


def test_folders_are_grouped_by_the_place_that_is_asked_for(filled: Catalog) -> None:
    folders = laid_out(filled, Order.SIZE, grouping=Grouping.FOLDER)
    assert ids(folders) == [4, 1, 2, 3]
    assert sections(folders) == [("/photos/a", 0), ("/photos/b", 3)]
    below = filled.photos.find(Filters(folder=b"/photos/b"), Arrangement(grouping=Grouping.FOLDER))
    assert sections(below) == [("/photos/b", 0)]
    assert ids(below) == [3, 4]


def test_a_folder_that_is_no_text_is_a_heading_fit_to_be_shown(catalog: Catalog) -> None:
    put(catalog, b"/photos/caf\xe9\x1b/1.jpg", 1)
    (section,) = laid_out(catalog, grouping=Grouping.FOLDER).sections
    assert section.key.isprintable()


def test_an_empty_answer_has_no_sections(catalog: Catalog) -> None:
    empty = laid_out(catalog, grouping=Grouping.DAY)
    assert ids(empty) == []
    assert list(empty.sections) == []


@given(st.text(), st.text())
def test_any_two_names_can_be_compared(one: str, other: str) -> None:
    assert (natural(one) < natural(other)) or (natural(other) <= natural(one))


def test_a_number_of_any_length_is_a_name(catalog: Catalog) -> None:
    put(catalog, b"/photos/" + b"9" * 200 + b".jpg", 1)
    put(catalog, b"/photos/8.jpg", 2)
    assert ids(laid_out(catalog, Order.NAME)) == [2, 1]
