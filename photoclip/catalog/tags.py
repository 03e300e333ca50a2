"""Tags: which labels are on which photo, and by whom."""

from __future__ import annotations

from collections.abc import Sequence

from photoclip.catalog.connection import Connection
from photoclip.domain.browsing import LabelCount, Tag


class Tags:
    """Implements `domain.catalog.Tags`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, photo_id: int, tag: Tag) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO tags (photo_id, label, source, score, made_at) VALUES (?, ?, ?, ?, ?)",
            (photo_id, tag.label, tag.source, tag.score, tag.made_at),
        )

    def remove(self, photo_ids: Sequence[int], label: str, source: str) -> list[int]:
        query = "SELECT photo_id FROM tags WHERE label = ? AND source = ? AND photo_id IN ()"
        tagged = [row[0] for row in self._connection.rows_among(query, photo_ids, (label, source))]
        self._connection.execute_many(
            "DELETE FROM tags WHERE photo_id = ? AND label = ? AND source = ?",
            ((photo_id, label, source) for photo_id in tagged),
        )
        return tagged

    def labels(self) -> list[LabelCount]:
        rows = self._connection.rows(
            "SELECT label, count(DISTINCT photo_id) FROM tags WHERE EXISTS (SELECT 1 FROM files "
            "WHERE files.photo_id = tags.photo_id AND missing_since IS NULL) GROUP BY label"
        )
        return sorted((LabelCount(*row) for row in rows), key=lambda one: (one.label.casefold(), one.label))

    def of_photos(self, photo_ids: Sequence[int]) -> dict[int, list[Tag]]:
        found: dict[int, list[Tag]] = {}
        query = (
            "SELECT photo_id, label, source, score, made_at FROM tags "
            "WHERE photo_id IN () ORDER BY photo_id, label, source"
        )
        for photo_id, *rest in self._connection.rows_among(query, photo_ids):
            found.setdefault(photo_id, []).append(Tag(*rest))
        return found
