"""Indexing: every file that waits is read, embedded and committed.

The catalog alone says what waits, so a run that was killed at any instruction
goes on where its last committed batch ended.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from photoclip.domain.catalog import Catalog, PendingFile
from photoclip.domain.decoding import Decoded, DecodeRequest
from photoclip.domain.photos import Problem
from photoclip.domain.pipeline import Decoder, Encoder, ThumbnailStore
from photoclip.library.events import Indexing
from photoclip.library.pace import Pace
from photoclip.library.recognising import PAGE, SERIALS, WAIT_SECONDS
from photoclip.library.succession import inherit
from photoclip.library.thumbnailing import Thumbnailer, Wanted

_SETTLED_FILES = 64
"""Files without a vector to make (failures, copies) are committed at least this often."""


@dataclass
class _Batch:
    """What the next transaction will hold."""

    photos: list[tuple[PendingFile, Decoded]] = field(default_factory=list)
    problems: list[tuple[PendingFile, Problem]] = field(default_factory=list)
    copies: list[tuple[PendingFile, bytes]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.photos) + len(self.problems) + len(self.copies)


class Indexer:
    """Embeds what waits in a catalog with one encoder."""

    def __init__(
        self,
        catalog: Catalog,
        decoder: Decoder,
        thumbnails: ThumbnailStore,
        encoder: Encoder,
        pace: Pace,
        wanted: Wanted,
    ) -> None:
        self._catalog = catalog
        self._decoder = decoder
        self._thumbnails = thumbnails
        self._encoder = encoder
        self._pace = pace
        self._thumbnailer = Thumbnailer(catalog, decoder, thumbnails, wanted)
        self._in_flight: dict[DecodeRequest, PendingFile] = {}
        self._decoding: set[bytes] = set()
        self._batch = _Batch()
        self._failed = 0
        self._done = 0
        self._report = encoder.report()

    def run(self) -> Iterator[Indexing]:
        """Work until nothing waits; tells after every file, so that it can be stopped between any two.

        Closing the generator between two events cancels: what was committed
        stays, the rest waits for the next run.

        Raises:
            StorageFault: the disk refused; the batch in hand is not recorded.
        """
        key = self._encoder.key
        with self._catalog.transaction():
            self._catalog.models.record(key, self._encoder.dimensions, self._report)
        total = self._catalog.files.count_pending(key)
        self._pace.mark(0)
        waiting = self._pending()
        yield self._progress(total)
        exhausted = False
        try:
            while not exhausted or self._busy() or len(self._batch):
                self._thumbnailer.submit_wanted(self._decoder.capacity - self._busy())
                while not exhausted and self._busy() < self._decoder.capacity:
                    file = next(waiting, None)
                    exhausted = file is None
                    if file is not None:
                        self._start(file)
                self._collect()
                yield self._progress(total)
                drained = exhausted and not self._busy()
                if drained or len(self._batch.photos) >= self._encoder.batch_size or self._settled_enough():
                    self._commit()
                    yield self._progress(total)
        finally:
            self._thumbnailer.give_back()

    def _busy(self) -> int:
        return len(self._in_flight) + self._thumbnailer.busy

    def _pending(self) -> Iterator[PendingFile]:
        before: int | None = None
        while page := self._catalog.files.pending(self._encoder.key, before, PAGE):
            yield from page
            before = page[-1].file_id

    def _settled_enough(self) -> bool:
        return len(self._batch.problems) + len(self._batch.copies) >= _SETTLED_FILES

    def _progress(self, total: int) -> Indexing:
        total = max(total, self._done)
        return Indexing(
            self._done, total, self._failed, self._pace.rate(), self._pace.seconds_left(total - self._done)
        )

    def _start(self, file: PendingFile) -> None:
        known = file.content_hash
        if known is not None and (known in self._decoding or self._has_vector(known)):
            self._batch.copies.append((file, known))
            return
        if known is not None:
            self._decoding.add(known)
        request = DecodeRequest(
            file.path,
            preprocess=self._encoder.preprocess,
            thumbnail=True,
            thumbnail_px=self._thumbnails.px,
            serial=next(SERIALS),
        )
        self._in_flight[request] = file
        self._decoder.submit(request)

    def _has_vector(self, content_hash: bytes) -> bool:
        photo_id = self._catalog.photos.id_of(content_hash)
        return photo_id is not None and self._catalog.vectors.has(photo_id, self._encoder.key)

    def _collect(self) -> None:
        if not self._busy():
            return
        result = self._decoder.next_result(WAIT_SECONDS)
        if result is None or self._thumbnailer.take(result):
            return
        file = self._in_flight.pop(result.request, None)
        if file is None:
            return  # the answer to a run that was cancelled
        if isinstance(result.outcome, Problem):
            self._batch.problems.append((file, result.outcome))
        elif self._has_vector(result.outcome.content_hash):
            self._batch.copies.append((file, result.outcome.content_hash))
        else:
            self._batch.photos.append((file, result.outcome))

    def _commit(self) -> None:
        batch, self._batch = self._batch, _Batch()
        vectors = self._encode(batch)
        for _, decoded in batch.photos:
            if decoded.thumbnail is not None:
                self._thumbnails.put(decoded.content_hash, decoded.thumbnail)
        with self._catalog.transaction():
            self._record(batch, vectors)
        self._decoding.clear()
        self._failed += len(batch.problems)
        self._done += len(batch)
        self._pace.mark(self._done)

    def _encode(self, batch: _Batch) -> np.ndarray:
        if not batch.photos:
            return np.empty((0, self._encoder.dimensions), np.float32)
        return self._encoder.encode_images(np.stack([_pixels(decoded) for _, decoded in batch.photos]))

    def _record(self, batch: _Batch, vectors: np.ndarray) -> None:
        key, files, photos = self._encoder.key, self._catalog.files, self._catalog.photos
        if (report := self._encoder.report()) != self._report:
            self._report = report
            self._catalog.models.record(self._encoder.key, self._encoder.dimensions, report)
        for (file, decoded), vector in zip(batch.photos, vectors, strict=True):
            assert decoded.details is not None  # noqa: S101 - a full decode always tells
            never_seen = photos.id_of(decoded.content_hash) is None
            photo_id = photos.add(decoded.content_hash, decoded.details)
            self._catalog.vectors.add(photo_id, key, vector)
            files.settle(file.file_id, decoded.content_hash)
            if never_seen and file.photo_id is not None:
                inherit(self._catalog, file.photo_id, photo_id, key)
        for file, content_hash in batch.copies:
            files.settle(file.file_id, content_hash)
        for file, problem in batch.problems:
            # A known photo that cannot be read now (its drive is unplugged) waits until it can.
            if file.content_hash is None or not problem.kind.retried_each_scan:
                files.record_problem(file.file_id, problem)


def _pixels(decoded: Decoded) -> np.ndarray:
    assert decoded.pixels is not None  # noqa: S101 - it was asked for
    return decoded.pixels
