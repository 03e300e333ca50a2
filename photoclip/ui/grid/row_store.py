"""Rows of photos as they are needed: what is here, what was asked for, what may be dropped. No Qt."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from photoclip.worker.messages import GridRow

CAPACITY = 4096
"""Rows kept: many screens, and a few megabytes."""
REQUEST_LIMIT = 512
"""Rows asked for at once. In a fast scroll only the last ones are still on screen."""


class RowStore:
    """A bounded cache of `GridRow` by photo id, with a queue of ids to ask for."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._capacity = capacity
        self._rows: OrderedDict[int, GridRow] = OrderedDict()
        self._fresh: set[int] = set()
        self._asked: set[int] = set()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._by_hash: dict[bytes, int] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def get(self, photo_id: int) -> GridRow | None:
        row = self._rows.get(photo_id)
        if row is not None:
            self._rows.move_to_end(photo_id)
        return row

    def photo_with(self, content_hash: bytes) -> int | None:
        """The photo with this content, if its row is here."""
        return self._by_hash.get(content_hash)

    def needs(self, photo_id: int) -> bool:
        """Whether this row is not here as it is now, and was not asked for either."""
        return photo_id not in self._fresh and photo_id not in self._asked

    def want(self, photo_ids: Iterable[int]) -> None:
        for photo_id in photo_ids:
            if self.needs(photo_id):
                self._wanted[photo_id] = None
                self._wanted.move_to_end(photo_id)

    def take_wanted(self) -> list[int]:
        """The ids to ask for now, the last wanted; older ones are forgotten."""
        taken = list(self._wanted)[-REQUEST_LIMIT:]
        self._wanted.clear()
        self._asked.update(taken)
        return taken

    def put(self, rows: Sequence[GridRow]) -> None:
        for row in rows:
            photo_id = row.photo.photo_id
            self._rows[photo_id] = row
            self._rows.move_to_end(photo_id)
            self._by_hash[row.photo.content_hash] = photo_id
            self._fresh.add(photo_id)
            self._asked.discard(photo_id)
        while len(self._rows) > self._capacity:
            photo_id, dropped = self._rows.popitem(last=False)
            self._by_hash.pop(dropped.photo.content_hash, None)
            self._fresh.discard(photo_id)

    def loaded(self) -> list[int]:
        """The ids of the rows that are here."""
        return list(self._rows)

    def patch(self, photo_id: int, rating: int | None, favourite: bool | None) -> bool:
        """Change a row that is here; None leaves as it is. Whether anything is different now."""
        row = self._rows.get(photo_id)
        if row is None:
            return False
        marked = replace(
            row.photo,
            rating=row.photo.rating if rating is None else rating,
            favourite=row.photo.favourite if favourite is None else favourite,
        )
        self._rows[photo_id] = replace(row, photo=marked)
        return marked != row.photo

    def expire(self) -> None:
        """Rows may have changed: they still serve, and are asked for again when seen.

        Ids that were asked for and never came (photos that are gone) are asked for again too.
        """
        self._fresh.clear()
        self._asked.clear()
