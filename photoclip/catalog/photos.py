"""Photos by content, and the rows that a grid shows."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from photoclip.catalog.connection import Connection
from photoclip.domain.photos import PhotoDetails, PhotoRow

_CHUNK = 500
"""Values bound in one statement; SQLite's own limit may be 999."""


class Photos:
    """Implements `domain.ports.Photos`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, content_hash: bytes, details: PhotoDetails) -> int:
        known = self.id_of(content_hash)
        if known is not None:
            return known
        cursor = self._connection.execute(
            "INSERT INTO photos (content_hash, width, height, format, taken_at, added_at) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (content_hash, details.width, details.height, details.format, details.taken_at, time.time()),
        )
        assert cursor.lastrowid is not None  # noqa: S101 - an INSERT has just set it
        return cursor.lastrowid

    def id_of(self, content_hash: bytes) -> int | None:
        row = self._connection.one_or_none("SELECT id FROM photos WHERE content_hash = ?", (content_hash,))
        return int(row[0]) if row else None

    def rows(self, photo_ids: Sequence[int]) -> list[PhotoRow]:
        found: dict[int, PhotoRow] = {}
        for start in range(0, len(photo_ids), _CHUNK):
            chunk = [int(photo_id) for photo_id in photo_ids[start : start + _CHUNK]]
            marks = ",".join("?" * len(chunk))
            query = (
                "SELECT photos.id, content_hash, min(path), width, height, taken_at "
                "FROM photos JOIN files ON files.photo_id = photos.id "
                f"WHERE photos.id IN ({marks}) AND missing_since IS NULL GROUP BY photos.id"
            )
            for row in self._connection.rows(query, chunk):
                found[row[0]] = PhotoRow(*row)
        return [found[photo_id] for photo_id in map(int, photo_ids) if photo_id in found]

    def in_sight(self) -> NDArray[np.int64]:
        rows = self._connection.rows(
            "SELECT photos.id FROM photos JOIN files ON files.photo_id = photos.id "
            "WHERE missing_since IS NULL GROUP BY photos.id "
            "ORDER BY coalesce(taken_at, strftime('%Y-%m-%dT%H:%M:%S', min(mtime_ns) / 1000000000, "
            "'unixepoch')) DESC, photos.id DESC"
        )
        return np.fromiter((row[0] for row in rows), dtype=np.int64)

    def places(self) -> Iterator[tuple[bytes, bytes]]:
        yield from self._connection.rows(
            "SELECT content_hash, min(path) FROM photos JOIN files ON files.photo_id = photos.id "
            "WHERE missing_since IS NULL GROUP BY photos.id"
        )
