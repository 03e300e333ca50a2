"""The folders that the user pointed at."""

from __future__ import annotations

import time
from collections.abc import Callable

from photoclip.catalog.connection import Connection
from photoclip.domain.catalog import WatchedFolder
from photoclip.domain.paths import below, separator_of


def offline_test(connection: Connection) -> Callable[[bytes], bool]:
    """Whether a path lies in a folder whose drive is away."""
    bounds = [below(path) for (path,) in connection.rows("SELECT path FROM folders WHERE offline")]
    return lambda path: any(low <= path < high for low, high in bounds)


class Folders:
    """Implements `domain.catalog.Folders`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, path: bytes) -> None:
        for known in self.all():
            low, high = below(known.path)
            if path == known.path or low <= path < high:
                return
        with self._connection.transaction():
            low, high = below(path)
            self._connection.execute("DELETE FROM folders WHERE path >= ? AND path < ?", (low, high))
            self._connection.execute(
                "INSERT INTO folders (path, added_at) VALUES (?, ?)", (path, time.time())
            )

    def remove(self, path: bytes) -> None:
        with self._connection.transaction():
            self._connection.execute("DELETE FROM folders WHERE path = ?", (path,))
            self._connection.execute(
                "UPDATE files SET missing_since = ? WHERE path >= ? AND path < ? AND missing_since IS NULL",
                (time.time(), *below(path)),
            )

    def move(self, old: bytes, new: bytes) -> None:
        before, after = separator_of(old), separator_of(new)
        low, high = below(old)
        target, _ = below(new)
        with self._connection.transaction():
            # What is known at the new place already stays; the row of the old place is then out of sight.
            self._connection.execute(
                "UPDATE OR IGNORE files SET path = CAST(? || replace(substr(path, ?), ?, ?) AS BLOB) "
                "WHERE path >= ? AND path < ?",
                (target, len(low) + 1, before, after, low, high),
            )
            self._connection.execute(
                "UPDATE files SET missing_since = ? WHERE path >= ? AND path < ? AND missing_since IS NULL",
                (time.time(), low, high),
            )
            self._connection.execute("DELETE FROM folders WHERE path = ?", (old,))
        self.add(new)

    def record_drive(self, path: bytes, drive_id: str, inside: bytes) -> None:
        self._connection.execute(
            "UPDATE folders SET drive_id = ?, inside = ? WHERE path = ?", (drive_id, inside, path)
        )

    def record_offline(self, path: bytes, offline: bool) -> None:
        self._connection.execute("UPDATE folders SET offline = ? WHERE path = ?", (offline, path))

    def all(self) -> list[WatchedFolder]:
        rows = self._connection.rows("SELECT path, drive_id, inside, offline FROM folders ORDER BY path")
        return [WatchedFolder(path, drive, inside, bool(offline)) for path, drive, inside, offline in rows]
