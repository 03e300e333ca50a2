"""The folders that the user pointed at."""

from __future__ import annotations

import os
import time

from photoclip.catalog.connection import Connection


def below(folder: bytes) -> tuple[bytes, bytes]:
    """Bounds of all paths inside a folder: `low <= path < high`, compared as bytes."""
    separator = os.sep.encode()
    low = folder if folder.endswith(separator) else folder + separator
    return low, low[:-1] + bytes([low[-1] + 1])


class Folders:
    """Implements `domain.ports.Folders`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, path: bytes) -> None:
        for known in self.all():
            low, high = below(known)
            if path == known or low <= path < high:
                return
        with self._connection.transaction():
            low, high = below(path)
            self._connection.execute("DELETE FROM folders WHERE path >= ? AND path < ?", (low, high))
            self._connection.execute(
                "INSERT INTO folders (path, added_at) VALUES (?, ?)", (path, time.time())
            )

    def all(self) -> list[bytes]:
        return [path for (path,) in self._connection.rows("SELECT path FROM folders ORDER BY path")]
