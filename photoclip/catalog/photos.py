"""Photos by content, and the rows that a grid shows."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from photoclip.catalog.connection import Connection
from photoclip.catalog.tags import CHUNK
from photoclip.domain.catalog import ExportedFile
from photoclip.domain.photos import PhotoDetails, PhotoRow

_NEWEST_FIRST = """
    coalesce(taken_at, strftime('%Y-%m-%dT%H:%M:%S', min(mtime_ns) / 1000000000, 'unixepoch')) DESC,
    photos.id DESC
"""


class Photos:
    """Implements `domain.catalog.Photos`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, content_hash: bytes, details: PhotoDetails) -> int:
        known = self.id_of(content_hash)
        if known is not None:
            # The same content tells the same, unless what was recorded was damaged and mended.
            self._connection.execute(
                "UPDATE photos SET width = ?1, height = ?2, format = ?3, taken_at = ?4, "
                "added_at = CASE WHEN added_at > 0 THEN added_at ELSE ?5 END "
                "WHERE id = ?6 AND (width, height, format, taken_at) IS NOT (?1, ?2, ?3, ?4)",
                (details.width, details.height, details.format, details.taken_at, time.time(), known),
            )
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
        for start in range(0, len(photo_ids), CHUNK):
            chunk = [int(photo_id) for photo_id in photo_ids[start : start + CHUNK]]
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
            f"WHERE missing_since IS NULL GROUP BY photos.id ORDER BY {_NEWEST_FIRST}"
        )
        return np.fromiter((row[0] for row in rows), dtype=np.int64)

    def places(self) -> Iterator[tuple[bytes, bytes]]:
        yield from self._connection.rows(
            "SELECT content_hash, min(path) FROM photos JOIN files ON files.photo_id = photos.id "
            f"WHERE missing_since IS NULL GROUP BY photos.id ORDER BY {_NEWEST_FIRST}"
        )

    def taken_at(self, photo_id: int) -> str | None:
        row = self._connection.one_or_none("SELECT taken_at FROM photos WHERE id = ?", (photo_id,))
        return row[0] if row else None

    def carry_over(self, old: int, new: int) -> None:
        with self._connection.transaction():
            self._connection.execute(
                "INSERT OR IGNORE INTO tags (photo_id, label, source, score, made_at) "
                "SELECT ?, label, source, score, made_at FROM tags WHERE photo_id = ? AND source = 'person'",
                (new, old),
            )
            self._connection.execute(
                "INSERT OR IGNORE INTO album_photos (album_id, photo_id, position) "
                "SELECT album_id, ?, position FROM album_photos WHERE photo_id = ?",
                (new, old),
            )

    def exported(self) -> Iterator[ExportedFile]:
        rows = self._connection.rows(
            "WITH first AS (SELECT photo_id, coalesce(min(CASE WHEN missing_since IS NULL THEN path END), "
            "min(path)) AS path FROM files WHERE photo_id IS NOT NULL GROUP BY photo_id) "
            "SELECT files.path, files.size, files.mtime_ns, files.missing_since, problem_kind, "
            "problem_reason, photos.id, content_hash, width, height, format, taken_at, added_at "
            "FROM files LEFT JOIN photos ON photos.id = files.photo_id "
            "LEFT JOIN first ON first.photo_id = files.photo_id "
            "ORDER BY coalesce(first.path, files.path), content_hash, files.path"
        )
        for row in rows:
            yield ExportedFile(*row)
