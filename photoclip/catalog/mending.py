"""Rows that are not what was written, in a catalog that is otherwise sound.

What is indexed has been compared by SQLite, so paths, content hashes, labels
and references can be believed here. The rest is taken from the newest backup
that has the same row, else from where it can be had again: the next scan, the
next decode, the vectors themselves.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator

from photoclip.catalog import seals
from photoclip.catalog.backups import Backups, reading
from photoclip.catalog.connection import Connection
from photoclip.catalog.seals import SealedTable

_MENDED = {
    # Unlike any file, so that the next scan looks at it; what photo it was stays.
    "files": "size = 0, mtime_ns = 0, inode = 0, device = 0, settled = 0, problem_kind = NULL, "
    "problem_reason = NULL, ignored = 0, "
    "missing_since = CASE WHEN typeof(missing_since) = 'real' THEN missing_since END",
    "photos": "width = 1, height = 1, format = 'unknown', taken_at = NULL, added_at = 0.0, camera = '', "
    "lens = '', latitude = NULL, longitude = NULL, exposure = NULL, f_number = NULL, iso = NULL, "
    "focal_length = NULL, live = 0, sharpness = NULL, described = 0, "
    "caption = ''",
    "folders": "added_at = 0.0, drive_id = '', inside = x'', offline = 0",
    "models": "dimensions = coalesce((SELECT length(vector) / 2 FROM vectors WHERE model = models.id "
    "GROUP BY 1 ORDER BY count(*) DESC LIMIT 1), 1), device = 'cpu', precision = 'float32', note = '', "
    "used_at = CASE WHEN used_at BETWEEN 0 AND unixepoch() THEN CAST(used_at AS REAL) ELSE 0.0 END",
    "tags": "score = NULL, made_at = 0.0",
    # What is in an album tells its kind; a query that was damaged says so when it is read.
    "albums": "created_at = 0.0, position = 0, cover = NULL, "
    "query = CASE WHEN typeof(query) = 'text' THEN query ELSE '' END, "
    "kind = CASE WHEN id IN (SELECT parent FROM albums) THEN 'group' "
    "WHEN id IN (SELECT album_id FROM album_photos) THEN 'hand' "
    "WHEN query LIKE '{%' THEN 'smart' WHEN kind = 'group' THEN 'group' ELSE 'hand' END",
    "album_photos": "position = 0",
}
_DROPPED = ("facts", "marks", "album_decisions")
"""Tables whose damaged rows say nothing any more."""
_COST = {
    "files": "{} files were recorded wrongly; they are looked at again.",
    "photos": "{} photos were described wrongly; they are read again.",
    "folders": "{} folders were recorded wrongly; which drive they are on is noted at the next scan.",
    "models": "{} models were recorded wrongly; how they run is noted when they are next used.",
    "facts": "{} notes of the library about itself were damaged and are made again.",
    "tags": "{} tags have lost their score and date.",
    "marks": "{} photos have lost their stars and their place among the favourites.",
    "albums": "{} albums have lost their date, their cover and their place in the list.",
    "album_decisions": "{} photos are shown in a smart album or not as its query says, "
    "and no longer as was decided.",
    "album_photos": "{} photos have lost their place in an album; they come first in it now.",
}


# A row of a backup is the same row if these agree; files change too often to go back to an old one.
_SAME = {
    "photos": ("id", "content_hash"),
    "models": ("id", "model_id", "weights_sha256"),
    "folders": ("path",),
    "tags": ("photo_id", "label", "source"),
    "marks": ("photo_id",),
    "albums": ("id", "name", "parent"),
    "album_decisions": ("album_id", "photo_id"),
    "album_photos": ("album_id", "photo_id"),
}


def mend_rows(connection: Connection, backups: Backups) -> list[str]:
    """As `domain.catalog.Catalog.mend_rows`."""
    if str(connection.one("PRAGMA integrity_check(1)")[0]) != "ok":
        return []  # nothing can be believed, and it is to be set aside as it was found
    done = []
    with _newest_sound(backups, connection.schema_version()) as backup, connection.transaction():
        connection.execute("PRAGMA defer_foreign_keys = ON")
        for table in connection.sealed_tables():
            keys = connection.broken_rows(table)
            left = [key for key in keys if not (backup and _take_over(connection, backup, table, key))]
            for key in left:
                _mend(connection, table, key)
            if taken := len(keys) - len(left):
                done.append(
                    f"{taken:,} rows of {table.name} were damaged; they are as in the newest backup now."
                )
            if left:
                done.append(_COST[table.name].format(f"{len(left):,}"))
        # A cover of the backup may have been forgotten since.
        connection.execute("UPDATE albums SET cover = NULL WHERE cover NOT IN (SELECT id FROM photos)")
    return done


@contextlib.contextmanager
def _newest_sound(backups: Backups, version: int) -> Iterator[sqlite3.Connection | None]:
    for backup in backups.all():
        if backup.version == version and not backups.fault(backup):
            with reading(backups.path(backup)) as sqlite:
                yield sqlite
            return
    yield None


def _take_over(
    connection: Connection, backup: sqlite3.Connection, table: SealedTable, key: tuple[object, ...]
) -> bool:
    """Make a row what it is in the backup; whether it is there."""
    if table.name not in _SAME:
        return False
    where = " AND ".join(f"{name} = ?" for name in table.key)
    same = _SAME[table.name]
    present = connection.one(f"SELECT {', '.join(same)} FROM {table.name} WHERE {where}", key)
    columns = ", ".join(table.columns)
    old = backup.execute(
        f"SELECT {columns} FROM {table.name} WHERE {' AND '.join(f'{name} IS ?' for name in same)}", present
    ).fetchone()
    if old is None:
        return False
    marks = ", ".join("?" * len(old))
    connection.execute(f"UPDATE {table.name} SET ({columns}) = ({marks}) WHERE {where}", (*old, *key))
    _seal(connection, table, key)
    return True


def _mend(connection: Connection, table: SealedTable, key: tuple[object, ...]) -> None:
    where = " AND ".join(f"{name} = ?" for name in table.key)
    if table.name in _DROPPED:
        connection.execute(f"DELETE FROM {table.name} WHERE {where}", key)
        return
    connection.execute(f"UPDATE {table.name} SET {_MENDED[table.name]} WHERE {where}", key)
    _seal(connection, table, key)
    if table.name == "photos":
        # Without a vector it waits, and the decode that makes one tells the rest anew.
        connection.execute("DELETE FROM vectors WHERE photo_id = ?", key)


def _seal(connection: Connection, table: SealedTable, key: tuple[object, ...]) -> None:
    where = " AND ".join(f"{name} = ?" for name in table.key)
    connection.execute(
        f"UPDATE {table.name} SET {seals.COLUMN} = {table.expression(table.name)} WHERE {where}", key
    )
