"""Every row of a damaged catalog that can still be read, in a new one."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from photoclip.catalog import migrations, seals, soundness

_TABLES = (
    "folders",
    "photos",
    "files",
    "models",
    "vectors",
    "facts",
    "tags",
    "marks",
    "albums",
    "album_photos",
    "album_decisions",
)
_NO_PARENT = "parent IS NOT NULL AND parent NOT IN (SELECT id FROM albums)"
_REFERENCES = (
    (
        "files",
        "UPDATE files SET photo_id = NULL, settled = 0 "
        "WHERE photo_id IS NOT NULL AND photo_id NOT IN (SELECT id FROM photos)",
    ),
    (
        "vectors",
        "DELETE FROM vectors "
        "WHERE photo_id NOT IN (SELECT id FROM photos) OR model NOT IN (SELECT id FROM models)",
    ),
    ("tags", "DELETE FROM tags WHERE photo_id NOT IN (SELECT id FROM photos)"),
    ("marks", "DELETE FROM marks WHERE photo_id NOT IN (SELECT id FROM photos)"),
    (
        "album_photos",
        "DELETE FROM album_photos "
        "WHERE photo_id NOT IN (SELECT id FROM photos) OR album_id NOT IN (SELECT id FROM albums)",
    ),
    (
        "album_decisions",
        "DELETE FROM album_decisions "
        "WHERE photo_id NOT IN (SELECT id FROM photos) OR album_id NOT IN (SELECT id FROM albums)",
    ),
    # Albums have covers and parents since there are marks.
    ("marks", "UPDATE albums SET cover = NULL WHERE cover NOT IN (SELECT id FROM photos)"),
    # At the top there may be another one of this name.
    ("marks", f"UPDATE OR IGNORE albums SET parent = NULL WHERE {_NO_PARENT}"),
    ("marks", f"UPDATE albums SET parent = NULL, name = name || ' (' || id || ')' WHERE {_NO_PARENT}"),
)
_MOST_SKIPPED = 1 << 20
"""Row ids that are passed over in one step at most, looking for the end of a damaged part."""


def salvage(damaged: Path, target: Path) -> int:
    """Copy all sound rows of a catalog into the empty file `target`; returns how many photos were saved.

    Raises:
        sqlite3.OperationalError: `target` cannot be written.
    """
    fresh = sqlite3.connect(target, isolation_level=None)
    seals.set_up(fresh)
    fresh.execute("PRAGMA journal_mode = OFF")
    try:
        source = _open(damaged)
        version = _version(source) if source else None
        for step in range(1, (version or migrations.LATEST) + 1):
            for statement in migrations.statements(step):
                fresh.execute(statement)
        fresh.execute(f"PRAGMA user_version = {version or migrations.LATEST:d}")
        if source and version:
            _fill(source, fresh)
            source.close()
        (photos,) = fresh.execute("SELECT count(*) FROM photos").fetchone()
        return int(photos)
    finally:
        fresh.close()


def _open(damaged: Path) -> sqlite3.Connection | None:
    try:
        source = sqlite3.connect(f"{damaged.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError:
        return None
    return source


def _version(source: sqlite3.Connection) -> int | None:
    """Which version's tables these are, whatever the file's header says."""
    with contextlib.suppress(sqlite3.DatabaseError, UnicodeDecodeError):
        columns = soundness.columns(source)
        for version in range(migrations.LATEST, 0, -1):
            if soundness.fresh_columns(version) == columns:
                return version
    return None


def _fill(source: sqlite3.Connection, fresh: sqlite3.Connection) -> None:
    source.text_factory = bytes  # a damaged text need not be UTF-8
    sealed = {table.name: table for table in seals.tables(fresh)}
    tables = [table for table in _TABLES if table in soundness.columns(fresh)]
    fresh.execute("BEGIN")
    for table in tables:
        _copy(source, fresh, table)
        if table in sealed:
            seal = sealed[table].expression(table)
            fresh.execute(f"DELETE FROM {table} WHERE {seals.COLUMN} IS NOT {seal}")
    for rule in soundness.row_rules(fresh):
        fresh.execute(f"DELETE FROM {rule.table} WHERE {rule.broken}")
    seals.keep_current(fresh)
    for table, statement in _REFERENCES:
        if table in tables:
            fresh.execute(statement)
    fresh.execute("COMMIT")


def _copy(source: sqlite3.Connection, fresh: sqlite3.Connection, table: str) -> None:
    columns = fresh.execute(f"PRAGMA table_info({table})").fetchall()
    marks = ", ".join("CAST(? AS TEXT)" if column[2] == "TEXT" else "?" for column in columns)
    by_id = any(column[1] == "id" for column in columns)
    for row in _rows_by_id(source, table) if by_id else _rows_from_both_ends(source, table):
        with contextlib.suppress(sqlite3.IntegrityError):
            fresh.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", row)


def _rows_from_both_ends(source: sqlite3.Connection, table: str) -> Iterator[tuple[object, ...]]:
    for order in ("ASC", "DESC"):
        with contextlib.suppress(sqlite3.DatabaseError):
            yield from source.execute(f"SELECT * FROM {table} ORDER BY 1 {order}")


def _rows_by_id(source: sqlite3.Connection, table: str) -> Iterator[tuple[object, ...]]:
    """All rows that can be read; a damaged part is stepped over."""
    after, skip = -1, 1
    while skip <= _MOST_SKIPPED:
        try:
            for row in source.execute(
                f"SELECT * FROM {table} NOT INDEXED WHERE id > ? ORDER BY id", (after,)
            ):
                yield row
                after, skip = int(row[0]), 1
            return
        except sqlite3.DatabaseError:
            after += skip
            skip *= 2
