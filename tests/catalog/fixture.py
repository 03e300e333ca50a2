"""Catalogs of older versions, made from the dumps that were taken of real ones, and quick new photos."""

from __future__ import annotations

import sqlite3
import zlib
from pathlib import Path
from typing import Any

from photoclip.catalog import seals, soundness
from photoclip.catalog.catalog import Catalog
from photoclip.catalog.connection import FILE_NAME
from photoclip.domain.photos import FoundFile, PhotoDetails

FOLDER = Path(__file__).parent / "fixtures"
OLD_VERSIONS = sorted(int(file.stem[1:]) for file in FOLDER.glob("v*.sql"))
"""Every version that was ever released but the newest."""


def make(library: Path, version: int) -> Path:
    """A library of an older version; returns its catalog."""
    library.mkdir(mode=0o700)
    file = library / FILE_NAME
    with sqlite3.connect(file) as sqlite:
        sqlite.executescript((FOLDER / f"v{version}.sql").read_text(encoding="utf-8"))
        sqlite.execute("PRAGMA journal_mode = WAL")
    sqlite.close()
    return file


def rows(file: Path, columns_of: Path | None = None) -> dict[str, set[tuple[object, ...]]]:
    """Every row of every table, with the columns that another catalog has, but for seals and counters."""
    sqlite = sqlite3.connect(file)
    model = sqlite3.connect(columns_of or file)
    try:
        found = {}
        for table, names in soundness.columns(model).items():
            columns = ", ".join(name for name in names if name != seals.COLUMN)
            found[table] = set(sqlite.execute(f"SELECT {columns} FROM {table}").fetchall())
        return found
    finally:
        model.close()
        sqlite.close()


def add_photos(catalog: Catalog, count: int, start: int = 0) -> None:
    with catalog.transaction():
        for number in range(start, start + count):
            catalog.photos.add(number.to_bytes(16, "big"), PhotoDetails(40, 30, "JPEG", None))


def put(
    catalog: Catalog,
    path: bytes,
    content: int,
    taken_at: str | None = None,
    *,
    size: int = 10,
    seconds: int = 1,
    **details: Any,
) -> int:
    """Remember a file with the photo of a content; the id of the photo."""
    catalog.files.begin_walk()
    # A real inode: it must not be the same file as another to the system.
    catalog.files.record_seen([FoundFile(path, size, seconds * 10**9, zlib.crc32(path), 1)])
    content_hash = content.to_bytes(16, "big")
    photo_id = catalog.photos.add(content_hash, PhotoDetails(40, 30, "JPEG", taken_at, **details))
    catalog.files.settle(file_id(catalog, path), content_hash)
    return photo_id


def file_id(catalog: Catalog, path: bytes) -> int:
    (found,) = catalog._connection.one("SELECT id FROM files WHERE path = ?", (path,))
    return int(found)


def lose(catalog: Catalog, folder: bytes) -> None:
    """A walk that finds nothing below a folder."""
    catalog.files.begin_walk()
    catalog.files.absence(folder, lambda path: False)
    catalog.files.record_absence(vanished=True)


def quiet(done: int, total: int) -> None:
    """Progress that nobody looks at."""
