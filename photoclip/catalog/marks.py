"""Marks: stars and favourites."""

from __future__ import annotations

from collections.abc import Sequence

from photoclip.catalog.connection import Connection


class Marks:
    """Implements `domain.catalog.Marks`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_photos(self, photo_ids: Sequence[int]) -> dict[int, tuple[int, bool]]:
        rows = self._connection.rows_among(
            "SELECT photo_id, rating, favourite FROM marks WHERE photo_id IN ()", photo_ids
        )
        return {photo_id: (rating, bool(favourite)) for photo_id, rating, favourite in rows}

    def rate(self, photo_ids: Sequence[int], rating: int) -> None:
        with self._connection.transaction():
            self._connection.execute_many(
                "INSERT INTO marks (photo_id, rating, favourite) VALUES (?1, ?2, 0) "
                "ON CONFLICT (photo_id) DO UPDATE SET rating = excluded.rating",
                ((photo_id, rating) for photo_id in photo_ids),
            )
            self._forget_unmarked(photo_ids)

    def favour(self, photo_ids: Sequence[int], favourite: bool) -> None:
        with self._connection.transaction():
            self._connection.execute_many(
                "INSERT INTO marks (photo_id, rating, favourite) VALUES (?1, 0, ?2) "
                "ON CONFLICT (photo_id) DO UPDATE SET favourite = excluded.favourite",
                ((photo_id, favourite) for photo_id in photo_ids),
            )
            self._forget_unmarked(photo_ids)

    def _forget_unmarked(self, photo_ids: Sequence[int]) -> None:
        self._connection.execute_many(
            "DELETE FROM marks WHERE photo_id = ? AND rating = 0 AND favourite = 0",
            ((photo_id,) for photo_id in photo_ids),
        )
