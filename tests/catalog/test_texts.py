"""All that is written on and around photos, for quoted searches, and the names that there are."""

from __future__ import annotations

import os

from catalog.fixture import lose, put

from photoclip.catalog.catalog import Catalog
from photoclip.domain.browsing import Tag
from photoclip.domain.changes import AlbumKind
from photoclip.domain.photo_record import KnownNames
from photoclip.domain.query import Arrangement, Query


def lines(catalog: Catalog) -> dict[int, list[str]]:
    return {photo_id: text.split("\n") for photo_id, text in catalog.photos.texts()}


def test_everything_that_is_written_on_a_photo_is_told_as_it_is(catalog: Catalog) -> None:
    catalog.folders.add(b"/home/anna/photos")
    put(catalog, b"/home/anna/photos/2019 Rom/IMG_1.JPG", 1, caption="Der Vierwaldst\u00e4ttersee\nat dawn")
    put(catalog, b"/home/anna/photos/copies/b.jpg", 1, caption="Der Vierwaldst\u00e4ttersee\nat dawn")
    put(catalog, b"/home/anna/photos/2.jpg", 2)
    put(catalog, b"/gone/3.jpg", 3, caption="gone")
    lose(catalog, b"/gone")
    catalog.tags.add(1, Tag("Dog", "person", None, 1.0))
    album = catalog.albums.make("Summer", AlbumKind.HAND, None)
    catalog.albums.put_photos(album, [1, 3])
    smart = catalog.albums.make("Beach", AlbumKind.SMART, None, (Query("a beach"), Arrangement()))
    catalog.albums.decide(smart, [2], True)
    assert lines(catalog) == {
        1: [
            *("IMG_1.JPG", "photos", "2019 Rom", "b.jpg", "photos", "copies"),
            *("Dog", "Summer", "Der Vierwaldst\u00e4ttersee", "at dawn"),
        ],
        2: ["2.jpg", "photos"],
    }


def test_names_that_are_no_text_are_those_of_the_system(catalog: Catalog) -> None:
    put(catalog, b"/photos/caf\xe9/\xff.jpg", 1)
    put(catalog, b"C:\\Photos\\2.jpg", 2)
    put(catalog, b"/3.jpg", 3)
    assert lines(catalog) == {
        1: [os.fsdecode(b"\xff.jpg"), "photos", os.fsdecode(b"caf\xe9")],
        2: ["2.jpg", "C:", "Photos"],
        3: ["3.jpg", ""],
    }


def test_an_empty_library_has_no_texts_and_no_names(catalog: Catalog) -> None:
    assert catalog.photos.texts() == []
    assert catalog.photos.names() == KnownNames()


def test_every_name_is_known_once_and_by_its_letters(catalog: Catalog) -> None:
    catalog.folders.add(b"/home/anna/photos")
    put(catalog, b"/home/anna/photos/Rom/1.jpg", 1, camera="sony A7", lens="FE 35mm")
    put(catalog, b"/home/anna/photos/berlin/Rom/2.jpg", 2, camera="Canon EOS", lens="FE 35mm")
    put(catalog, b"/home/anna/photos/3.jpg", 3)
    assert catalog.photos.names() == KnownNames(
        ("Canon EOS", "sony A7"), ("FE 35mm",), ("JPEG",), ("berlin", "photos", "Rom")
    )
