"""What a person said of photos outlives purges, damage and salvage as far as it can."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from catalog.fixture import lose, put, quiet

from photoclip.catalog.catalog import Catalog
from photoclip.catalog.connection import FILE_NAME
from photoclip.catalog.safekeeping import Safekeeping
from photoclip.domain.changes import AlbumKind
from photoclip.domain.query import Arrangement, Query

GROUP, ROME, DOGS = 1, 2, 3


@pytest.fixture
def filled(catalog: Catalog) -> Catalog:
    """Three photos, the last of which is gone; a group with an album by hand and a smart one."""
    for number in (1, 2):
        put(catalog, b"/photos/%d.jpg" % number, number)
    put(catalog, b"/gone/3.jpg", 3)
    lose(catalog, b"/gone")
    albums = catalog.albums
    albums.make("Trips", AlbumKind.GROUP, None)
    albums.make("Rome", AlbumKind.HAND, GROUP)
    albums.make("Dogs", AlbumKind.SMART, GROUP, (Query("a dog"), Arrangement()))
    albums.put_photos(ROME, [3, 2, 1])
    albums.set_cover(ROME, 3)
    albums.decide(DOGS, [1, 3], True)
    catalog.marks.rate([1, 3], 4)
    catalog.marks.favour([2, 3], True)
    return catalog


def kept(catalog: Catalog) -> object:
    """All that a person said."""
    return (
        catalog.marks.of_photos([1, 2, 3]),
        [catalog.albums.record(album_id) for album_id in (GROUP, ROME, DOGS)],
    )


def raw(library: Path, statement: str) -> None:
    """Change the file as damage would: without the seals' triggers."""
    with closing(sqlite3.connect(library / FILE_NAME)) as sqlite:
        sqlite.execute(statement)
        sqlite.commit()


def test_with_a_photo_goes_all_that_was_said_of_it_and_nothing_else(filled: Catalog) -> None:
    filled.purge(forget=True)
    assert filled.faults() == []
    assert filled.marks.of_photos([1, 2, 3]) == {1: (4, False), 2: (0, True)}
    assert filled.albums.photos(ROME) == [2, 1]
    assert filled.albums.decisions(DOGS) == {1: True}
    record = filled.albums.record(ROME)
    assert record is not None
    assert record.cover is None


DAMAGES = [
    "UPDATE marks SET rating = 5 WHERE photo_id = 1",
    "UPDATE albums SET position = 7, cover = 1 WHERE id = 2",
    "UPDATE albums SET kind = 'hamd' WHERE id = 1",
    'UPDATE albums SET query = \'{"words": "a fog"}\' WHERE id = 3',
    "UPDATE album_decisions SET keep = 0 WHERE photo_id = 1",
    "UPDATE photos SET camera = 'Cannon' WHERE id = 1",
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_row_comes_back_from_the_backup(filled: Catalog, library: Path, damage: str) -> None:
    before = kept(filled)
    filled.back_up(quiet)
    raw(library, damage)
    assert filled.faults()
    (done,) = filled.mend_rows()
    assert "newest backup" in done
    assert filled.faults() == []
    assert kept(filled) == before


@pytest.mark.parametrize("damage", DAMAGES)
def test_without_a_backup_a_damaged_row_costs_itself_only(
    filled: Catalog, library: Path, damage: str
) -> None:
    raw(library, damage)
    assert len(filled.mend_rows()) == 1
    assert filled.faults() == []
    kinds = {album.album_id: album.kind for album in filled.albums.all()}
    assert kinds == {GROUP: AlbumKind.GROUP, ROME: AlbumKind.HAND, DOGS: AlbumKind.SMART}
    assert filled.albums.photos(ROME) == [3, 2, 1]


def test_a_cover_that_was_forgotten_since_does_not_come_back_from_the_backup(
    filled: Catalog, library: Path
) -> None:
    filled.back_up(quiet)
    filled.purge(forget=True)
    raw(library, "UPDATE albums SET created_at = 0.5 WHERE id = 2")
    filled.mend_rows()
    assert filled.faults() == []
    record = filled.albums.record(ROME)
    assert record is not None
    assert record.cover is None


def test_a_backup_brings_all_of_it_back(filled: Catalog, library: Path) -> None:
    before = kept(filled)
    backup = filled.back_up(quiet)
    filled.purge(forget=True)
    filled.albums.delete(DOGS)
    filled.close()
    Safekeeping(library).restore(backup)
    with closing(Catalog(library, writing=True)) as restored:
        assert kept(restored) == before


def test_salvage_keeps_it_and_brings_albums_of_a_lost_group_to_the_top(
    filled: Catalog, library: Path
) -> None:
    filled.albums.make("Rome", AlbumKind.HAND, None)
    before = kept(filled)
    filled.close()
    safe = Safekeeping(library)
    safe.salvage()
    with closing(Catalog(library, writing=True)) as catalog:
        assert catalog.faults() == []
        assert kept(catalog) == before
    raw(library, "UPDATE albums SET name = 'Tripz' WHERE id = 1")
    raw(library, "DELETE FROM photos WHERE id = 3")
    safe.salvage()
    with closing(Catalog(library, writing=True)) as catalog:
        assert catalog.faults() == []
        assert {album.name: album.parent for album in catalog.albums.all()} == {
            "Rome": None,
            "Rome (2)": None,
            "Dogs": None,
        }
        assert catalog.albums.photos(ROME) == [2, 1]
        assert catalog.marks.of_photos([1, 2, 3]) == {1: (4, False), 2: (0, True)}
