"""Albums: photos that a person put together, in an order."""

from __future__ import annotations

import time
from collections.abc import Sequence

from photoclip.catalog.connection import Connection
from photoclip.catalog.tags import CHUNK
from photoclip.domain.catalog import AlbumPlace


class Albums:
    """Implements `domain.catalog.Albums`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, album: str, photo_ids: Sequence[int]) -> None:
        with self._connection.transaction():
            self._connection.execute(
                "INSERT INTO albums (name, created_at) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
                (album, time.time()),
            )
            (album_id,) = self._connection.one("SELECT id FROM albums WHERE name = ?", (album,))
            (last,) = self._connection.one(
                "SELECT coalesce(max(position), 0) FROM album_photos WHERE album_id = ?", (album_id,)
            )
            self._connection.execute_many(
                "INSERT INTO album_photos (album_id, photo_id, position) VALUES (?, ?, ?) "
                "ON CONFLICT DO NOTHING",
                ((album_id, photo_id, last + number) for number, photo_id in enumerate(photo_ids, 1)),
            )

    def of_photos(self, photo_ids: Sequence[int]) -> dict[int, list[AlbumPlace]]:
        found: dict[int, list[AlbumPlace]] = {}
        for start in range(0, len(photo_ids), CHUNK):
            chunk = list(photo_ids[start : start + CHUNK])
            marks = ",".join("?" * len(chunk))
            query = (
                "SELECT photo_id, name, position FROM album_photos "
                "JOIN albums ON albums.id = album_photos.album_id "
                f"WHERE photo_id IN ({marks}) ORDER BY photo_id, name"
            )
            for photo_id, *rest in self._connection.rows(query, chunk):
                found.setdefault(photo_id, []).append(AlbumPlace(*rest))
        return found
