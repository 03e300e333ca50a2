"""The catalog of one library: its parts over one connection, and the lock of the one writer."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

import filelock

from photoclip import paths
from photoclip.catalog import mending
from photoclip.catalog.albums import Albums
from photoclip.catalog.backups import Backups
from photoclip.catalog.connection import FILE_NAME, Connection
from photoclip.catalog.files import Files
from photoclip.catalog.folders import Folders
from photoclip.catalog.marks import Marks
from photoclip.catalog.models import Models
from photoclip.catalog.photos import Photos
from photoclip.catalog.purging import purge
from photoclip.catalog.tags import Tags
from photoclip.catalog.vectors import Vectors
from photoclip.domain.catalog import Purged
from photoclip.domain.safekeeping import Backup, Watch
from photoclip.errors import LibraryInUse, StorageFault

LOCK_NAME = "library.lock"
_PLACE = "place"


class Catalog:
    """Implements `domain.catalog.Catalog`."""

    def __init__(self, library: Path, *, writing: bool, remote: bool = False) -> None:
        """Open the catalog in a library's folder; a writing one is made where there is none.

        `remote` says that the folder lies on a network drive.

        Raises:
            LibraryTooNew, CatalogDamaged, StorageFault: as `Connection`.
        """
        if writing:
            paths.private_dir(library)
        self._connection = Connection(library, writing=writing, remote=remote)
        self.folders = Folders(self._connection)
        self.files = Files(self._connection)
        self.photos = Photos(self._connection)
        self.models = Models(self._connection)
        self.vectors = Vectors(self._connection, self.models)
        self.tags = Tags(self._connection)
        self.albums = Albums(self._connection)
        self.marks = Marks(self._connection)

    def transaction(self) -> AbstractContextManager[None]:
        return self._connection.transaction()

    def place(self) -> bytes | None:
        row = self._connection.one_or_none("SELECT value FROM facts WHERE name = ?", (_PLACE,))
        return row[0] if row else None

    def record_place(self, place: bytes) -> None:
        self._connection.execute("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", (_PLACE, place))

    def purge(self, *, forget: bool) -> Purged:
        return purge(self._connection, forget=forget)

    def version(self) -> int:
        (version,) = self._connection.one("PRAGMA data_version")
        return int(version)

    def faults(self) -> list[str]:
        return self._connection.faults()

    def mend_rows(self) -> list[str]:
        return mending.mend_rows(self._connection, Backups(self._connection.file.parent))

    def backup_due(self) -> bool:
        return Backups(self._connection.file.parent).due(self._connection.file)

    def back_up(self, watch: Watch) -> Backup:
        return self._connection.back_up(watch)

    def close(self) -> None:
        self._connection.close()


def exists(library: Path) -> bool:
    """Whether there is a catalog in this folder."""
    return (library / FILE_NAME).is_file()


def lock(library: Path) -> filelock.BaseFileLock:
    """Become the one writer of a library; release the lock when done (a killed process frees it).

    Raises:
        LibraryInUse: another photoclip writes to it.
        StorageFault: the lock cannot be made.
    """
    paths.private_dir(library)
    held = filelock.FileLock(library / LOCK_NAME, mode=0o600)
    try:
        held.acquire(timeout=0)
    except filelock.Timeout as fault:
        raise LibraryInUse(
            f"Another photoclip (a window or a command) is at work on the library in {library}; "
            "close it, or choose another library."
        ) from fault
    except OSError as fault:
        raise StorageFault(
            f"The library in {library} cannot be locked ({fault.strerror}); mend the permissions."
        ) from fault
    return held
