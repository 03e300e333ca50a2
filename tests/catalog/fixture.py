"""Catalogs of older versions, made from the dumps that were taken of real ones, and quick new photos."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from photoclip.catalog.catalog import Catalog
from photoclip.catalog.connection import FILE_NAME
from photoclip.domain.photos import PhotoDetails

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
    """Every row of every table, with the columns that another catalog has."""
    sqlite = sqlite3.connect(file)
    model = sqlite3.connect(columns_of or file)
    try:
        found = {}
        for (table,) in model.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            columns = ", ".join(row[1] for row in model.execute(f"PRAGMA table_info({table})"))
            found[table] = set(sqlite.execute(f"SELECT {columns} FROM {table}").fetchall())
        return found
    finally:
        model.close()
        sqlite.close()


def add_photos(catalog: Catalog, count: int, start: int = 0) -> None:
    with catalog.transaction():
        for number in range(start, start + count):
            catalog.photos.add(number.to_bytes(16, "big"), PhotoDetails(40, 30, "JPEG", None))


def quiet(done: int, total: int) -> None:
    """Progress that nobody looks at."""
