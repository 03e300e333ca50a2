"""Thumbnails that were lost, and those that somebody is looking at first."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence

from photoclip.domain.catalog import Catalog
from photoclip.domain.decoding import Decoded, DecodeRequest, DecodeResult
from photoclip.domain.photos import PhotoRow
from photoclip.domain.pipeline import Decoder, ThumbnailStore
from photoclip.library.recognising import SERIALS, WAIT_SECONDS

_MOST_WANTED = 400


class Wanted:
    """Photos whose thumbnail is looked for on the screen, the last asked for first. Safe from any thread.

    What was tried once is not wanted again before `try_again`: a photo that
    cannot be read would be asked for without end.
    """

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._photo_ids: OrderedDict[int, None] = OrderedDict()
        self._tried: set[int] = set()

    def add(self, photo_ids: Iterable[int]) -> None:
        with self._guard:
            for photo_id in photo_ids:
                if photo_id in self._tried:
                    continue
                self._photo_ids[photo_id] = None
                self._photo_ids.move_to_end(photo_id)
            while len(self._photo_ids) > _MOST_WANTED:
                self._photo_ids.popitem(last=False)

    def take(self) -> list[int]:
        """All that are wanted now, the newest wish first; they are wanted no more."""
        with self._guard:
            taken = list(reversed(self._photo_ids))
            self._photo_ids.clear()
            return taken

    def tried(self, photo_id: int) -> None:
        """The thumbnail of a photo was made, or cannot be."""
        with self._guard:
            self._tried.add(photo_id)

    def try_again(self) -> None:
        """The folders were looked at: what could not be read may be there now."""
        with self._guard:
            self._tried.clear()

    def __len__(self) -> int:
        with self._guard:
            return len(self._photo_ids)


class Thumbnailer:
    """Makes lost thumbnails again, beside whatever else the decoder is given."""

    def __init__(
        self, catalog: Catalog, decoder: Decoder, thumbnails: ThumbnailStore, wanted: Wanted
    ) -> None:
        self._catalog = catalog
        self._decoder = decoder
        self._thumbnails = thumbnails
        self._wanted = wanted
        self._in_flight: dict[DecodeRequest, int | None] = {}
        """Requests, with the photo where somebody looks for it."""
        self._urgent: list[PhotoRow] = []

    @property
    def busy(self) -> int:
        """How many requests are with the decoder."""
        return len(self._in_flight)

    def submit_wanted(self, room: int) -> None:
        """Give the decoder at most `room` photos that are looked for."""
        if len(self._wanted):
            self._urgent = [*self._lost(self._wanted.take()), *self._urgent][:_MOST_WANTED]
        while room > 0 and self._urgent:
            row = self._urgent.pop(0)
            self._submit(row.path, row.photo_id)
            room -= 1

    def give_back(self) -> None:
        """The work is broken off: what is looked for and not made yet is wanted still."""
        self._wanted.add(row.photo_id for row in reversed(self._urgent))
        self._wanted.add(photo_id for photo_id in self._in_flight.values() if photo_id is not None)

    def take(self, result: DecodeResult) -> bool:
        """Keep the thumbnail if this is an answer to one of ours; whether it was.

        Raises:
            StorageFault: the disk refused.
        """
        if result.request not in self._in_flight:
            return False
        photo_id = self._in_flight.pop(result.request)
        if photo_id is not None:
            self._wanted.tried(photo_id)
        if isinstance(result.outcome, Decoded) and result.outcome.thumbnail is not None:
            self._thumbnails.put(result.outcome.content_hash, result.outcome.thumbnail)
        return True

    def restore(self) -> Iterator[int]:
        """Make all lost thumbnails again, newest photos first, those looked for before them.

        Tells how many were made. Photos that cannot be read now are passed over.

        Raises:
            StorageFault: the disk refused.
        """
        lost = (path for content_hash, path in self._places() if not self._thumbnails.has(content_hash))
        yield from self._work(lost)

    def restore_wanted(self) -> Iterator[int]:
        """Make only those that are looked for."""
        yield from self._work(iter(()))

    def _work(self, lost: Iterator[bytes]) -> Iterator[int]:
        made = 0
        exhausted = False
        try:
            while True:
                self.submit_wanted(self._decoder.capacity - self.busy)
                while not exhausted and self.busy < self._decoder.capacity:
                    path = next(lost, None)
                    exhausted = path is None
                    if path is not None:
                        self._submit(path)
                if not self.busy:
                    return
                result = self._decoder.next_result(WAIT_SECONDS)
                if result is not None and self.take(result):
                    made += 1
                yield made
        finally:
            self.give_back()

    def _places(self) -> Sequence[tuple[bytes, bytes]]:
        # Read at once: the same connection writes between two photos.
        return list(self._catalog.photos.places())

    def _lost(self, photo_ids: Sequence[int]) -> list[PhotoRow]:
        lost = []
        rows = self._catalog.photos.rows(photo_ids)
        for photo_id in set(photo_ids) - {row.photo_id for row in rows}:
            self._wanted.tried(photo_id)  # no file of it is in sight
        for row in rows:
            if self._thumbnails.sound(row.content_hash):
                self._wanted.tried(row.photo_id)
            else:
                lost.append(row)
        return lost

    def _submit(self, path: bytes, photo_id: int | None = None) -> None:
        request = DecodeRequest(path, thumbnail=True, thumbnail_px=self._thumbnails.px, serial=next(SERIALS))
        self._in_flight[request] = photo_id
        self._decoder.submit(request)
