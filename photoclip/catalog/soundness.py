"""What is wrong with a catalog, as far as SQLite and the catalog's own rules can tell."""

from __future__ import annotations

import contextlib
import functools
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from photoclip.catalog import migrations, seals
from photoclip.domain.changes import AlbumKind
from photoclip.domain.photos import ProblemKind

_MOST = 20


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition on a table's rows that only a damaged one meets, and how to say so."""

    table: str
    broken: str
    says: str
    since: int = 1
    """The first version of the schema that has what it speaks of."""


_RULES = (
    Rule("files", "settled AND photo_id IS NULL", "are called known without a photo"),
    Rule("files", "settled NOT IN (0, 1)", "are neither settled nor not"),
    Rule("files", "size < 0", "have less than no size"),
    Rule("files", "(problem_kind IS NULL) <> (problem_reason IS NULL)", "have half a problem"),
    Rule(
        "files",
        f"problem_kind NOT IN ({', '.join(repr(kind.value) for kind in ProblemKind)})",
        "have a problem of no known kind",
    ),
    Rule("photos", "width < 1 OR height < 1", "have no size in pixels"),
    Rule("photos", "length(content_hash) <> 16", "have half a content hash"),
    Rule("models", "dimensions < 1", "have no dimensions"),
    Rule("vectors", "length(digest) <> 8", "have half a checksum"),
    Rule("files", "ignored NOT IN (0, 1)", "are neither ignored nor not", 4),
    Rule("photos", "live NOT IN (0, 1)", "are neither live nor not", 4),
    Rule("marks", "rating NOT BETWEEN 0 AND 5", "have more or fewer stars than there are", 4),
    Rule("marks", "favourite NOT IN (0, 1)", "are neither favourites nor not", 4),
    Rule(
        "albums",
        f"kind NOT IN ({', '.join(repr(kind.value) for kind in AlbumKind)})",
        "are of no known kind",
        4,
    ),
    Rule("album_decisions", "keep NOT IN (0, 1)", "neither keep a photo nor not", 4),
)
_TYPES = {"INTEGER": ("integer",), "REAL": ("real", "integer"), "TEXT": ("text",), "BLOB": ("blob",)}


def faults(sqlite: sqlite3.Connection) -> Iterator[str]:
    """Everything found, a sentence each: structure, schema, references, rows.

    Raises:
        sqlite3.DatabaseError: SQLite cannot go on.
    """
    structure = [str(row[0]) for row in sqlite.execute(f"PRAGMA integrity_check({_MOST})") if row[0] != "ok"]
    if structure:
        # Whatever else is asked of a broken file can be wrong itself.
        yield from (f"The catalog's file is damaged: {text}." for text in structure)
        return
    (version,) = sqlite.execute("PRAGMA user_version").fetchone()
    if schema(sqlite) != fresh_schema(version):
        yield "The catalog's tables are not those of this version of photoclip."
        return
    for table, row, _, _ in sqlite.execute("PRAGMA foreign_key_check"):
        yield f"Row {row} of {table} in the catalog points nowhere."
    yield from _unsound_rows(sqlite)


def _unsound_rows(sqlite: sqlite3.Connection) -> Iterator[str]:
    for table in seals.tables(sqlite):
        if count := sum(1 for _ in seals.broken(sqlite, table)):
            yield f"{count:,} rows of {table.name} in the catalog are not what was written."
    for rule in row_rules(sqlite):
        (count,) = sqlite.execute(f"SELECT count(*) FROM {rule.table} WHERE {rule.broken}").fetchone()
        if count:
            yield f"{count:,} rows of {rule.table} in the catalog {rule.says}."


def row_rules(sqlite: sqlite3.Connection) -> list[Rule]:
    """What no row may be. SQLite lets any cell hold any type; a flipped bit can change it."""
    (version,) = sqlite.execute("PRAGMA user_version").fetchone()
    found = [rule for rule in _RULES if rule.since <= version]
    for table in _tables(sqlite):
        for _, column, kind, needed, _, _ in sqlite.execute(f'PRAGMA table_info("{table}")').fetchall():
            if kind in _TYPES and column != seals.COLUMN:
                allowed = ", ".join(repr(name) for name in (*_TYPES[kind], *(() if needed else ("null",))))
                found.append(
                    Rule(
                        table, f'typeof("{column}") NOT IN ({allowed})', f"have no {kind.lower()} as {column}"
                    )
                )
    return found


def _tables(sqlite: sqlite3.Connection) -> list[str]:
    return [
        name
        for (name,) in sqlite.execute(
            "SELECT name FROM main.sqlite_master WHERE type = 'table' ORDER BY name"
        )
        if not name.startswith("sqlite_")
    ]


def schema(sqlite: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """Type, name and statement of everything in the schema."""
    return [
        (kind, name, " ".join((statement or "").split()))
        for kind, name, statement in sqlite.execute("SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2")
        if not name.startswith("sqlite_stat")
    ]


def columns(sqlite: sqlite3.Connection) -> dict[str, list[str]]:
    """The columns of every table."""
    return {
        table: [row[1] for row in sqlite.execute(f'PRAGMA main.table_info("{table}")')]
        for table in _tables(sqlite)
    }


@functools.cache
def fresh_schema(version: int) -> list[tuple[str, str, str]]:
    """The schema of a new catalog of some version; empty for versions that are not known."""
    with _fresh(version if version <= migrations.LATEST else 0) as sqlite:
        return schema(sqlite)


@functools.cache
def fresh_columns(version: int) -> dict[str, list[str]]:
    """The columns of every table in a new catalog of some version."""
    with _fresh(version) as sqlite:
        return columns(sqlite)


@contextlib.contextmanager
def _fresh(version: int) -> Iterator[sqlite3.Connection]:
    sqlite = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for step in range(1, version + 1):
            for statement in migrations.statements(step):
                sqlite.execute(statement)
        yield sqlite
    finally:
        sqlite.close()
