"""A checksum in every row that holds what cannot be made again.

SQLite notices a flipped bit in the structure of its file and in what is
indexed, but not in any other cell: a date, a size, an album's order. So each
row carries a BLAKE2b-64 of its values. Triggers keep it current, and only
this program's writing connections have them (they are temporary), so that
other tools can read and copy a catalog as ever. A row that was damaged before
it is changed loses its seal for good instead of getting a fresh one.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

COLUMN = "seal"
_DIGEST_BYTES = 8


@dataclass(frozen=True, slots=True)
class SealedTable:
    """A table whose rows are sealed: its key, and an SQL expression of the seal for some row name."""

    name: str
    key: tuple[str, ...]
    columns: tuple[str, ...]
    texts: frozenset[str]

    def expression(self, row: str) -> str:
        """Texts go as bytes, since a damaged one need not be UTF-8."""
        values = [
            f"typeof({row}.{name}), CAST({row}.{name} AS BLOB)" if name in self.texts else f"{row}.{name}"
            for name in self.columns
        ]
        return f"row_seal({', '.join(values)})"

    def same_row(self, row: str) -> str:
        return " AND ".join(f"{name} = {row}.{name}" for name in self.key)


def set_up(sqlite: sqlite3.Connection) -> None:
    """Make the checksum known to a connection."""
    sqlite.create_function("row_seal", -1, _row_seal, deterministic=True)


def keep_current(sqlite: sqlite3.Connection) -> None:
    """Seal what this connection writes from now on."""
    for table in tables(sqlite):
        fresh, old = table.expression("new"), table.expression("old")
        sqlite.execute(
            f"CREATE TEMP TRIGGER IF NOT EXISTS seal_new_{table.name} "
            f"AFTER INSERT ON main.{table.name} BEGIN "
            f"UPDATE {table.name} SET {COLUMN} = {fresh} WHERE {table.same_row('new')}; END"
        )
        sqlite.execute(
            f"CREATE TEMP TRIGGER IF NOT EXISTS seal_changed_{table.name} "
            f"AFTER UPDATE OF {', '.join(table.columns)} ON main.{table.name} BEGIN "
            f"UPDATE {table.name} SET {COLUMN} = CASE WHEN old.{COLUMN} IS {old} THEN {fresh} END "
            f"WHERE {table.same_row('new')}; END"
        )


def seal_all(sqlite: sqlite3.Connection) -> None:
    """Seal every row as it is now, after a migration."""
    for table in tables(sqlite):
        sqlite.execute(f"UPDATE {table.name} SET {COLUMN} = {table.expression(table.name)}")


def broken(sqlite: sqlite3.Connection, table: SealedTable) -> Iterator[tuple[object, ...]]:
    """The keys of rows that are not what was written."""
    yield from sqlite.execute(
        f"SELECT {', '.join(table.key)} FROM {table.name} "
        f"WHERE {COLUMN} IS NOT {table.expression(table.name)}"
    )


def tables(sqlite: sqlite3.Connection) -> list[SealedTable]:
    """Every table with a seal, as the schema has it."""
    names = [
        name
        for (name,) in sqlite.execute(
            "SELECT name FROM main.sqlite_master WHERE type = 'table' ORDER BY name"
        )
    ]
    found = []
    for name in names:
        columns = list(sqlite.execute(f'PRAGMA main.table_info("{name}")'))
        if not any(column[1] == COLUMN for column in columns):
            continue
        keyed = sorted((column[5], column[1]) for column in columns if column[5])
        found.append(
            SealedTable(
                name,
                tuple(column for _, column in keyed),
                tuple(column[1] for column in columns if column[1] != COLUMN),
                frozenset(column[1] for column in columns if column[2] == "TEXT"),
            )
        )
    return found


def _row_seal(*values: object) -> bytes:
    # ascii() of None, int, float and bytes is the same in every Python and on every machine.
    return hashlib.blake2b(ascii(values).encode("ascii"), digest_size=_DIGEST_BYTES).digest()
