"""Putting another catalog in the place of the present one, which is set aside and never deleted.

The order, so that a program killed at any moment leaves a library that opens:
1. The new catalog is written under another name and checked.
2. The present catalog and its log are copied to `set-aside/DATE/` and flushed.
3. The log of the present catalog is moved into it (a checkpoint), so that it
   is whole by itself; a damaged one that SQLite cannot do this for is not
   usable any more, and its copy is safe. What is left of the log is removed,
   because SQLite would play it back into any catalog of that name.
4. The new catalog is flushed and takes the name in one step.
Before 4 the library is the old one, after it the new one.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from photoclip import paths, storage
from photoclip.catalog.backups import fault_of
from photoclip.errors import CatalogDamaged, LibraryInUse, StorageFault

SET_ASIDE = "set-aside"
_SIDES = ("", "-wal", "-shm", "-journal")


def put_in_place(catalog: Path, fill: Callable[[Path], None]) -> Path:
    """Replace a catalog by what `fill` writes; returns the folder where the old one is now.

    Raises:
        CatalogDamaged: what was written is not sound; the old catalog is still there.
        LibraryInUse: another program reads the old catalog; it is still there.
        StorageFault: the disk refused; the old catalog is still there.
    """
    with storage.replacing(catalog) as temporary:
        try:
            fill(temporary)
        except sqlite3.OperationalError as fault:
            raise StorageFault(
                f"The catalog in {catalog.parent} cannot be written ({fault}); free some space."
            ) from fault
        if found := fault_of(temporary):
            raise CatalogDamaged(
                f"The catalog was left as it is, since what was to replace it is damaged: {found}"
            )
        aside = set_aside(catalog.parent, [catalog.with_name(catalog.name + side) for side in _SIDES])
        _retire_log(catalog)
    return aside


def set_aside(library: Path, files: list[Path]) -> Path:
    """Copy files into a new dated folder of the library, flushed to the disk.

    Raises:
        StorageFault: the disk refused.
    """
    folder = _new_folder(library)
    for file in files:
        try:
            if not file.exists():
                continue
            with storage.replacing(folder / file.name) as temporary:
                shutil.copyfile(file, temporary)
        except OSError as fault:
            raise StorageFault(
                f"{file} cannot be set aside ({fault.strerror}); {storage.remedy(fault)}."
            ) from fault
    return folder


def remove(file: Path) -> None:
    """Remove what was set aside from its old place.

    Raises:
        StorageFault: the disk refused.
    """
    try:
        file.unlink(missing_ok=True)
    except OSError as fault:
        raise StorageFault(f"{file} cannot be removed ({fault.strerror}); mend the permissions.") from fault


def _new_folder(library: Path) -> Path:
    parent = paths.private_dir(library / SET_ASIDE)
    name = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    for number in range(1, 1000):
        folder = parent / (name if number == 1 else f"{name}-{number}")
        with contextlib.suppress(FileExistsError):
            folder.mkdir(mode=0o700)
            return folder
    raise StorageFault(f"{parent} holds too many folders of one second; try again.")


def _retire_log(catalog: Path) -> None:
    with contextlib.suppress(sqlite3.DatabaseError):
        sqlite = sqlite3.connect(f"{catalog.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)
        try:
            row = sqlite.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            sqlite.close()
        if row and row[0] == 1:
            raise LibraryInUse(
                f"Another program reads the library in {catalog.parent} just now; close it and try again."
            )
    for side in _SIDES[1:]:
        Path(f"{os.fspath(catalog)}{side}").unlink(missing_ok=True)
