"""Dated backups: when they are made, which stay, and that a bad one never pushes out a good one."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from catalog.fixture import add_photos, quiet

from photoclip import settings
from photoclip.catalog.backups import Backups, kept_of
from photoclip.catalog.catalog import Catalog
from photoclip.catalog.connection import FILE_NAME
from photoclip.domain.safekeeping import Backup
from photoclip.errors import CatalogDamaged, StorageFault
from photoclip.settings import Settings

NOON = datetime(2026, 3, 18, 12, tzinfo=UTC)


def backup_of(day: int, version: int = 1) -> Backup:
    made_at = NOON - timedelta(days=day)
    return Backup(f"catalog-{made_at:%Y%m%d-%H%M%S}-v{version}.sqlite3", made_at, version, 1)


def spoil(library: Path) -> None:
    with closing(sqlite3.connect(library / FILE_NAME)) as raw:
        raw.execute("UPDATE photos SET taken_at = 'never'")
        raw.commit()


def test_a_backup_is_the_catalog_of_its_moment_private_and_with_the_settings(
    catalog: Catalog, library: Path
) -> None:
    settings.save(library, Settings(theme="dark"))
    add_photos(catalog, 3)
    made = catalog.back_up(quiet)
    add_photos(catalog, 2, start=3)
    backups = Backups(library)
    assert backups.all() == [made]
    assert backups.photos(made) == 3
    assert backups.fault(made) == ""
    assert settings.read(backups.settings_path(made)).theme == "dark"
    for file in (backups.path(made), backups.settings_path(made)):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE((library / "backups").stat().st_mode) == 0o700


class Stop(Exception):
    """The program is closed."""


def test_a_backup_can_be_stopped_between_two_steps_and_leaves_nothing(
    catalog: Catalog, library: Path
) -> None:
    add_photos(catalog, 60_000)
    calls = []

    def stop(done: int, total: int) -> None:
        calls.append((done, total))
        raise Stop

    with pytest.raises(Stop):
        catalog.back_up(stop)
    ((done, total),) = calls
    assert 0 < done < total
    assert list((library / "backups").iterdir()) == []
    catalog.back_up(quiet)


def test_a_damaged_catalog_makes_no_backup_and_the_good_one_stays(catalog: Catalog, library: Path) -> None:
    add_photos(catalog, 3)
    good = catalog.back_up(quiet)
    spoil(library)
    with pytest.raises(CatalogDamaged, match="photoclip repair"):
        catalog.back_up(quiet)
    assert Backups(library).all() == [good]


@pytest.mark.skipif(not hasattr(os, "statvfs"), reason="needs a limit on the size of files")
def test_a_disk_that_takes_no_more_keeps_the_old_backups(catalog: Catalog, library: Path) -> None:
    import resource

    add_photos(catalog, 100)
    good = catalog.back_up(quiet)
    add_photos(catalog, 5000, start=100)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(StorageFault, match="free some space"):
            catalog.back_up(quiet)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert Backups(library).all() == [good]
    assert [file.name for file in (library / "backups").iterdir()] == [good.name]


def test_three_days_two_weeks_and_the_last_of_each_version_stay() -> None:
    backups = [backup_of(day, version=1 if day > 60 else 2) for day in range(100)]
    kept = sorted((NOON - backup.made_at).days for backup in kept_of(backups))
    # 18 March 2026 is a Wednesday: three days, the Sunday before them, and the Sunday before that.
    assert kept == [0, 1, 2, 3, 10, 61]


def test_of_several_backups_of_this_day_the_newest_and_the_oldest_stay() -> None:
    """The oldest may have been made before something was purged."""
    early, late = backup_of(0), Backup("x", NOON + timedelta(hours=2), 1, 1)
    between = Backup("y", NOON + timedelta(hours=1), 1, 1)
    assert kept_of([late, between, early]) == {late, early}


def test_a_backup_dated_ahead_by_a_wrong_clock_holds_up_no_other(catalog: Catalog, library: Path) -> None:
    made = catalog.back_up(quiet)
    ahead = made.name.replace(made.name[8:12], "2037")
    (library / "backups" / made.name).rename(library / "backups" / ahead)
    assert catalog.backup_due()


def test_old_backups_go_with_their_settings(catalog: Catalog, library: Path) -> None:
    settings.save(library, Settings(theme="dark"))
    add_photos(catalog, 1)
    backups = Backups(library)
    with closing(sqlite3.connect(library / FILE_NAME)) as source:
        for day in range(30, -1, -1):
            backups.make(source, quiet, NOON - timedelta(days=day))
    assert len(backups.all()) == 5
    assert len(list((library / "backups").iterdir())) == 10


def test_a_backup_is_due_after_a_day_with_changes(catalog: Catalog, library: Path) -> None:
    file, backups = library / FILE_NAME, Backups(library)
    assert catalog.backup_due()
    add_photos(catalog, 1)
    made = catalog.back_up(quiet)
    assert not catalog.backup_due()
    tomorrow = made.made_at + timedelta(days=1, minutes=1)
    for changed, due in (
        (made.made_at - timedelta(hours=1), False),
        (made.made_at + timedelta(hours=1), True),
    ):
        for side in (file, file.with_name(f"{FILE_NAME}-wal")):
            os.utime(side, (changed.timestamp(), changed.timestamp()))
        assert backups.due(file, tomorrow) is due
        assert not backups.due(file, made.made_at + timedelta(hours=2))


def test_a_backup_at_rest_that_was_damaged_is_known_as_such(catalog: Catalog, library: Path) -> None:
    add_photos(catalog, 500)
    made = catalog.back_up(quiet)
    file = Backups(library).path(made)
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    assert Backups(library).fault(made)
    file.write_bytes(b"")
    assert Backups(library).fault(made)
    assert Backups(library).photos(made) is None
