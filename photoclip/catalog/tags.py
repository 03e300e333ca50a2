"""Tags: which labels are on which photo, and by whom."""

from __future__ import annotations

from collections.abc import Sequence

from photoclip.catalog.connection import Connection
from photoclip.domain.browsing import Tag

CHUNK = 500
"""Values bound in one statement; SQLite's own limit may be 999."""


class Tags:
    """Implements `domain.catalog.Tags`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, photo_id: int, tag: Tag) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO tags (photo_id, label, source, score, made_at) VALUES (?, ?, ?, ?, ?)",
            (photo_id, tag.label, tag.source, tag.score, tag.made_at),
        )

    def of_photos(self, photo_ids: Sequence[int]) -> dict[int, list[Tag]]:
        found: dict[int, list[Tag]] = {}
        for start in range(0, len(photo_ids), CHUNK):
            chunk = list(photo_ids[start : start + CHUNK])
            marks = ",".join("?" * len(chunk))
            query = (
                "SELECT photo_id, label, source, score, made_at FROM tags "
                f"WHERE photo_id IN ({marks}) ORDER BY photo_id, label, source"
            )
            for photo_id, *rest in self._connection.rows(query, chunk):
                found.setdefault(photo_id, []).append(Tag(*rest))
        return found
