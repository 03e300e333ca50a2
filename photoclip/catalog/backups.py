"""Dated copies of the catalog, made beside whatever else goes on, and checked before they count."""

from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from photoclip import paths, settings, storage
from photoclip.catalog import migrations, seals, soundness
from photoclip.domain.safekeeping import Backup, Watch
from photoclip.errors import CatalogDamaged, PhotoclipError, StorageFault

FOLDER = "backups"
_NAME = re.compile(r"catalog-(\d{8}-\d{6})-v(\d{1,6})\.sqlite3")
_WHEN = "%Y%m%d-%H%M%S"
_STEP_PAGES = 1000
"""4 MB are copied between two calls of `watch`."""
_AGE = timedelta(days=1)
_DAYS = 3
_WEEKS = 2


class Backups:
    """The backups of one library. Only the writer makes them."""

    def __init__(self, library: Path) -> None:
        self._library = library
        self._folder = library / FOLDER

    def all(self) -> list[Backup]:
        """Newest first."""
        try:
            files = list(self._folder.iterdir())
        except OSError:
            return []
        found = []
        for file in files:
            match = _NAME.fullmatch(file.name)
            with contextlib.suppress(OSError, ValueError):
                if match:
                    made_at = datetime.strptime(match[1], _WHEN).replace(tzinfo=UTC)
                    found.append(Backup(file.name, made_at, int(match[2]), file.stat().st_size))
        return sorted(found, key=lambda backup: (backup.made_at, backup.version), reverse=True)

    def path(self, backup: Backup) -> Path:
        return self._folder / backup.name

    def settings_path(self, backup: Backup) -> Path:
        """Where the settings of that time are, if there were any."""
        return self._folder / f"settings-{backup.made_at.strftime(_WHEN)}.json"

    def make(self, source: sqlite3.Connection, watch: Watch, now: datetime | None = None) -> Backup:
        """Copy the catalog as it is, check the copy, and let go of backups that are no longer needed.

        The check is that of `verify` but for vectors and thumbnails, which can be
        made again: a catalog that lost anything else is not worth a copy, and must
        not push out the good ones.

        Raises:
            CatalogDamaged: the copy is not sound; the older backups are still there.
            StorageFault: the disk refused; the older backups are still there.
        """
        now = now or datetime.now(UTC)
        (version,) = source.execute("PRAGMA user_version").fetchone()
        paths.private_dir(self._folder)
        file = self._folder / f"catalog-{now.strftime(_WHEN)}-v{version}.sqlite3"
        with storage.replacing(file) as temporary, _translated(file):
            _copy(source, temporary, watch)
            if found := fault_of(temporary):
                raise CatalogDamaged(
                    f"No backup was made, since the catalog is damaged ({found.rstrip('.')}); "
                    "run photoclip repair."
                )
        backup = Backup(file.name, now.replace(microsecond=0), version, file.stat().st_size)
        self._keep_settings(backup)
        self._rotate()
        return backup

    def due(self, catalog: Path, now: datetime | None = None) -> bool:
        """Whether the newest backup is older than a day, and the catalog has changed since."""
        now = now or datetime.now(UTC)
        # One that a wrong clock dated ahead says nothing.
        backups = [backup for backup in self.all() if backup.made_at <= now]
        if not backups:
            return True
        newest = backups[0].made_at
        if now - newest < _AGE:
            return False
        changed = 0.0
        for file in (catalog, catalog.with_name(f"{catalog.name}-wal")):
            with contextlib.suppress(OSError):
                status = file.stat()
                changed = max(changed, status.st_mtime if status.st_size else 0.0)
        return changed > newest.timestamp() + 1

    def fault(self, backup: Backup) -> str:
        """What is wrong with a backup, "" when it is sound."""
        return fault_of(self.path(backup))

    def photos(self, backup: Backup) -> int | None:
        """How many photos it knows, or None where it cannot be read."""
        try:
            with reading(self.path(backup)) as sqlite:
                return int(sqlite.execute("SELECT count(*) FROM photos").fetchone()[0])
        except sqlite3.Error:
            return None

    def _keep_settings(self, backup: Backup) -> None:
        """Settings that are damaged, or that the disk has no room for, cost the backup nothing."""
        source = self._library / settings.FILE_NAME
        if source.exists() and not settings_fault(source):
            with contextlib.suppress(StorageFault, OSError):
                storage.write(self.settings_path(backup), source.read_bytes())

    def _rotate(self) -> None:
        backups = self.all()
        kept = kept_of(backups)
        for backup in backups:
            if backup not in kept:
                for file in (self.path(backup), self.settings_path(backup)):
                    with contextlib.suppress(OSError):
                        file.unlink(missing_ok=True)


def kept_of(backups: list[Backup]) -> set[Backup]:
    """Of backups, newest first, those that stay.

    The newest of each of the last three days that have any, the newest of each
    of the two weeks before those, and the newest of each schema version: that
    is the one made before the next migration. Of the newest day the oldest
    stays too: a copy made before something was purged outlives others of that day.
    """
    days: dict[str, Backup] = {}
    weeks: dict[str, Backup] = {}
    versions: dict[int, Backup] = {}
    for backup in backups:
        day = f"{backup.made_at:%Y%m%d}"
        versions.setdefault(backup.version, backup)
        if day in days or len(days) < _DAYS:
            days.setdefault(day, backup)
        elif len(weeks) < _WEEKS:
            weeks.setdefault(f"{backup.made_at:%G-%V}", backup)
    today = [backup for backup in backups if backup.made_at.date() == backups[0].made_at.date()]
    return {*days.values(), *weeks.values(), *versions.values(), *today[-1:]}


def fault_of(file: Path) -> str:
    """What is wrong with a copy of a catalog that nobody writes to, "" when it is sound."""
    try:
        with reading(file) as sqlite:
            (version,) = sqlite.execute("PRAGMA user_version").fetchone()
            if not 1 <= version <= migrations.LATEST:
                return "It is no catalog of this version of photoclip or an older one."
            return next(soundness.faults(sqlite), "")
    except (sqlite3.Error, OSError) as fault:
        return f"It cannot be read ({fault})."


def settings_fault(file: Path) -> str:
    """What is wrong with a settings file, "" when it can be read."""
    try:
        settings.read(file)
    except PhotoclipError as fault:
        return str(fault)
    return ""


@contextlib.contextmanager
def reading(file: Path) -> Iterator[sqlite3.Connection]:
    """A copy that nobody writes to; SQLite makes no files beside it."""
    sqlite = sqlite3.connect(
        f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None
    )
    try:
        seals.set_up(sqlite)
        yield sqlite
    finally:
        sqlite.close()


def _copy(source: sqlite3.Connection, target: Path, watch: Watch) -> None:
    def step(status: int, left: int, total: int) -> None:
        watch(total - left, total)

    copy = sqlite3.connect(target, isolation_level=None)
    try:
        # It is flushed to the disk as a whole before it takes its name, and thrown away otherwise.
        copy.execute("PRAGMA journal_mode = OFF")
        copy.execute("PRAGMA synchronous = OFF")
        source.backup(copy, pages=_STEP_PAGES, progress=step)
    finally:
        copy.close()


@contextlib.contextmanager
def _translated(file: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as fault:
        raise StorageFault(
            f"The backup {file} cannot be written ({fault}); free some space or mend the permissions."
        ) from fault
    except sqlite3.DatabaseError as fault:
        raise CatalogDamaged(
            f"No backup was made, since the catalog is damaged ({fault}); run photoclip repair."
        ) from fault
