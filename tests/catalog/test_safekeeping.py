"""Restoring and salvaging: the present catalog is set aside, and a kill leaves a usable library."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from catalog.fixture import add_photos, quiet

from photoclip import settings
from photoclip.catalog.catalog import Catalog
from photoclip.catalog.connection import FILE_NAME
from photoclip.catalog.safekeeping import Safekeeping
from photoclip.domain.browsing import Tag
from photoclip.errors import CatalogDamaged, LibraryInUse, StorageFault
from photoclip.settings import Settings

RESTORE_AND_DIE = """
import os, sys
from pathlib import Path
from photoclip.catalog.safekeeping import Safekeeping
left = int(sys.argv[2])
def watch(event, arguments):
    global left
    if event in ("open", "os.rename", "os.remove", "shutil.copyfile", "sqlite3.connect"):
        left -= 1
        if left == 0:
            os._exit(9)
sys.addaudithook(watch)
safe = Safekeeping(Path(sys.argv[1]))
safe.restore(safe.backups()[0])
"""


def count(library: Path) -> int:
    with closing(Catalog(library, writing=True)) as catalog:
        assert catalog.faults() == []
        return len(list(catalog._connection.rows("SELECT id FROM photos")))


@pytest.fixture
def grown(library: Path) -> Path:
    """A library of five photos, with a backup of when there were three."""
    with closing(Catalog(library, writing=True)) as catalog:
        add_photos(catalog, 3)
        catalog.back_up(quiet)
        add_photos(catalog, 2, start=3)
    return library


def test_a_restore_brings_back_what_was_and_sets_aside_what_is(grown: Path) -> None:
    safe = Safekeeping(grown)
    aside = Path(safe.restore(safe.backups()[0]))
    assert count(grown) == 3
    with closing(sqlite3.connect(aside / FILE_NAME)) as old:
        assert old.execute("SELECT count(*) FROM photos").fetchone() == (5,)
    assert aside.parent == grown / "set-aside"
    assert (grown / FILE_NAME).stat().st_mode & 0o777 == 0o600


def test_a_log_that_was_never_checkpointed_neither_gets_lost_nor_into_the_restored_catalog(
    grown: Path, tmp_path: Path
) -> None:
    killed = tmp_path / "killed"
    with closing(Catalog(grown, writing=True)) as catalog:
        add_photos(catalog, 2, start=5)
        subprocess.run(["cp", "-r", str(grown), str(killed)], check=True)
    assert (killed / f"{FILE_NAME}-wal").stat().st_size
    safe = Safekeeping(killed)
    aside = Path(safe.restore(safe.backups()[0]))
    assert count(killed) == 3
    with closing(sqlite3.connect(aside / FILE_NAME)) as old:
        assert old.execute("SELECT count(*) FROM photos").fetchone() == (7,)


def test_a_restore_that_is_killed_at_any_step_leaves_the_old_or_the_new_library(grown: Path) -> None:
    seen = set()
    for step in range(1, 200):
        died = subprocess.run([sys.executable, "-c", RESTORE_AND_DIE, str(grown), str(step)], check=False)
        assert died.returncode in (0, 9)
        photos = count(grown)
        assert photos in (3, 5)
        seen.add(photos)
        if photos == 3:
            break
    assert seen == {3, 5}


def test_a_damaged_backup_is_refused_and_nothing_changes(grown: Path) -> None:
    safe = Safekeeping(grown)
    backup = safe.backups()[0]
    file = grown / "backups" / backup.name
    file.write_bytes(file.read_bytes()[:8192])
    with pytest.raises(CatalogDamaged, match="left as it is"):
        safe.restore(backup)
    assert count(grown) == 5
    assert not (grown / "set-aside").exists()


def test_a_catalog_that_is_being_read_is_not_replaced(grown: Path) -> None:
    safe = Safekeeping(grown)
    with closing(Catalog(grown, writing=True)) as catalog:
        add_photos(catalog, 1, start=5)
        with closing(Catalog(grown, writing=False)) as reader:
            rows = reader._connection.rows("SELECT id FROM photos")
            next(rows)
            with pytest.raises(LibraryInUse, match="close it and try again"):
                safe.restore(safe.backups()[0])
            rows.close()
    assert count(grown) == 6


def test_a_catalog_that_vanished_is_not_replaced_by_an_empty_one(grown: Path) -> None:
    (grown / FILE_NAME).unlink()
    with pytest.raises(CatalogDamaged, match="photoclip repair"):
        Catalog(grown, writing=True)
    (grown / FILE_NAME).touch()
    for writing in (True, False):
        with pytest.raises(CatalogDamaged, match="photoclip repair"):
            Catalog(grown, writing=writing)
    safe = Safekeeping(grown)
    safe.restore(safe.backups()[0])
    assert count(grown) == 3


def test_salvage_saves_every_row_outside_of_the_damaged_pages(library: Path) -> None:
    with closing(Catalog(library, writing=True)) as catalog:
        add_photos(catalog, 4000)
        with catalog.transaction():
            for photo_id in range(1, 4001, 10):
                catalog.tags.add(photo_id, Tag("mine", "person", None, 1.0))
    file = library / FILE_NAME
    data = bytearray(file.read_bytes())
    size = 4096
    middle = len(data) // size // 2 * size
    data[middle : middle + size] = os.urandom(size)
    file.write_bytes(data)
    safe = Safekeeping(library)
    aside, photos = safe.salvage()
    assert 3000 < photos < 4001
    assert (Path(aside) / FILE_NAME).read_bytes() == data
    assert count(library) == photos
    with closing(Catalog(library, writing=True)) as catalog:
        tagged = catalog.tags.of_photos(list(range(1, 4001)))
    assert len(tagged) > 250


def test_what_cannot_be_salvaged_at_all_is_an_empty_catalog(library: Path) -> None:
    library.mkdir()
    (library / FILE_NAME).write_bytes(os.urandom(20_000))
    assert Safekeeping(library).salvage()[1] == 0
    assert count(library) == 0


def test_a_salvage_without_room_leaves_the_damaged_catalog_where_it_was(library: Path) -> None:
    import resource

    with closing(Catalog(library, writing=True)) as catalog:
        add_photos(catalog, 3000)
    before = (library / FILE_NAME).read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
    try:
        with pytest.raises(StorageFault):
            Safekeeping(library).salvage()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (library / FILE_NAME).read_bytes() == before


def test_broken_settings_make_way_for_those_of_the_newest_backup_else_defaults(grown: Path) -> None:
    safe = Safekeeping(grown)
    assert safe.mend_settings() == ""
    (grown / "settings.json").write_bytes(b'{"theme": ')
    assert "defaults" in safe.mend_settings()
    settings.save(grown, Settings(theme="dark"))
    with closing(Catalog(grown, writing=True)) as catalog:
        catalog.back_up(quiet)
    (grown / "settings.json").write_bytes(b"\xff\xfe")
    assert "are used instead" in safe.mend_settings()
    assert settings.load(grown).theme == "dark"
    kept = {file.read_bytes() for file in (grown / "set-aside").rglob("settings.json")}
    assert kept == {b'{"theme": ', b"\xff\xfe"}
