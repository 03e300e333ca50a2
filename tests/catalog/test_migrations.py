"""Old catalogs: nothing is lost on the way to the newest version, whatever happens in the middle."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from catalog import fixture

from photoclip import storage
from photoclip.catalog import migrations, seals, soundness
from photoclip.catalog.catalog import Catalog
from photoclip.catalog.connection import FILE_NAME
from photoclip.catalog.safekeeping import Safekeeping
from photoclip.domain.changes import AlbumKind
from photoclip.errors import CatalogDamaged, LibraryTooNew, StorageFault

MIGRATE_AND_DIE = """
import os, sqlite3, sys
from pathlib import Path
from photoclip.catalog import connection
count = 0
def step():
    global count
    count += 1
    if count == int(sys.argv[2]):
        os._exit(9)
opened = connection.Connection._open
def open_with_limit(self, writing):
    sqlite = opened(self, writing)
    if writing:
        sqlite.set_progress_handler(step, 50)
    return sqlite
connection.Connection._open = open_with_limit
connection.Connection(Path(sys.argv[1]), writing=True).close()
"""


@pytest.mark.parametrize("version", fixture.OLD_VERSIONS)
def test_an_old_catalog_becomes_what_a_new_one_is_and_loses_no_row(library: Path, version: int) -> None:
    file = fixture.make(library, version)
    old = library.parent / "old.sqlite3"
    shutil.copy2(file, old)
    with closing(Catalog(library, writing=True)) as catalog:
        assert catalog.faults() == []
    with closing(sqlite3.connect(file)) as migrated:
        assert soundness.schema(migrated) == soundness.fresh_schema(migrations.LATEST)
        assert migrated.execute("PRAGMA user_version").fetchone() == (migrations.LATEST,)
    assert fixture.rows(file, columns_of=old) == fixture.rows(old)
    (backup,) = Safekeeping(library).backups()
    assert backup.version == version
    assert fixture.rows(library / "backups" / backup.name) == fixture.rows(old)


def test_a_new_library_has_no_backup_of_nothing(library: Path) -> None:
    Catalog(library, writing=True).close()
    assert Safekeeping(library).backups() == []


def test_every_row_of_what_cannot_be_made_again_is_sealed(catalog: Catalog, library: Path) -> None:
    with closing(sqlite3.connect(library / FILE_NAME)) as sqlite:
        sealed = {table.name for table in seals.tables(sqlite)}
        assert set(soundness.columns(sqlite)) - sealed == {"vectors"}, "vectors have a checksum of their own"


@pytest.mark.parametrize("moment", [1, 5, 10, 15, 20, 30, 50, 100])
def test_a_migration_that_is_killed_leaves_the_old_or_the_new_version(library: Path, moment: int) -> None:
    file = fixture.make(library, 1)
    before = fixture.rows(file)
    died = subprocess.run([sys.executable, "-c", MIGRATE_AND_DIE, str(library), str(moment)], check=False)
    assert died.returncode in (0, 9)
    with closing(sqlite3.connect(file)) as sqlite:
        (version,) = sqlite.execute("PRAGMA user_version").fetchone()
        assert soundness.schema(sqlite) == soundness.fresh_schema(version)
    assert died.returncode == 9 or version == migrations.LATEST
    with closing(Catalog(library, writing=True)) as catalog:
        assert catalog.faults() == []
    for table, kept in before.items():
        now = fixture.rows(file, columns_of=library / "backups" / Safekeeping(library).backups()[-1].name)
        assert now[table] == kept


def test_a_disk_too_full_for_the_backup_keeps_the_old_version(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = fixture.make(library, 1)
    before = fixture.rows(file)

    def full(temporary: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(StorageFault, match="Nothing was changed"):
        Catalog(library, writing=True)
    monkeypatch.undo()
    assert fixture.rows(file) == before
    assert list((library / "backups").iterdir()) == []
    with pytest.raises(StorageFault, match="run photoclip index once"):
        Catalog(library, writing=False)


def test_a_damaged_old_catalog_is_not_built_upon(library: Path) -> None:
    file = fixture.make(library, 1)
    with closing(sqlite3.connect(file)) as sqlite:
        sqlite.execute("ALTER TABLE photos RENAME COLUMN width TO wjdth")
    before = fixture.rows(file)
    for writing in (True, False):
        with pytest.raises(CatalogDamaged, match="run photoclip repair"):
            Catalog(library, writing=writing)
    assert fixture.rows(file) == before


def test_a_newer_catalog_is_refused_byte_for_byte(library: Path) -> None:
    file = fixture.make(library, 1)
    with closing(sqlite3.connect(file)) as sqlite:
        sqlite.execute(f"PRAGMA user_version = {migrations.LATEST + 1}")
    storage.write(library / "settings.json", b"{}")
    before = {found: found.read_bytes() for found in library.rglob("*")}
    for writing in (True, False):
        with pytest.raises(LibraryTooNew, match="Nothing was changed"):
            Catalog(library, writing=writing)
    assert {found: found.read_bytes() for found in library.rglob("*")} == before


def test_albums_of_an_older_library_keep_their_ids_and_their_photos_in_order(library: Path) -> None:
    fixture.make(library, 3)
    with closing(Catalog(library, writing=True)) as catalog:
        assert {album.album_id: album.name for album in catalog.albums.all()} == {
            1: "Summer",
            2: "Autumn",
            3: "summer",
        }
        assert catalog.albums.photos(1) == [3, 1, 4]
        assert [label.label for label in catalog.tags.labels()] == ["animal", "dog", "it's; odd\n"]
        assert [photo_id for photo_id, _ in catalog.photos.undescribed(None, 10)] == [5, 3, 2, 1]
        catalog.albums.delete(3)
        assert catalog.albums.make("Winter", AlbumKind.HAND, None) == 4


def test_what_version_4_knew_is_read_and_its_photos_are_described_anew(library: Path) -> None:
    fixture.make(library, 4)
    with closing(Catalog(library, writing=True)) as catalog:
        told = catalog.photos.details(1)
        assert told is not None
        assert (told.camera, told.live, told.sharpness, told.caption) == ("Apple iPhone 8", True, 120.5, "")
        assert [photo_id for photo_id, _ in catalog.photos.undescribed(None, 10)] == [5, 3, 2, 1]
        (smart,) = catalog.albums.smart("beach")
        query, _ = catalog.albums.saved(smart)
        assert (query.words, query.similar, query.filters.rating) == ("a beach", (2,), 3)
        assert catalog.albums.decisions(smart) == {3: True, 4: False}
        catalog.photos.describe(1, replace(told, caption="Anna at sea"))
        assert catalog.photos.texts()[0][1].endswith("Anna at sea")
        assert catalog.faults() == []
