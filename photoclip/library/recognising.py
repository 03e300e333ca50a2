"""Recognising photos by their content: what moved, was copied or touched needs a look and no embedding."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from photoclip.domain.catalog import Catalog, PendingFile
from photoclip.domain.decoding import Decoded, DecodeRequest
from photoclip.domain.pipeline import Decoder

SERIALS = itertools.count(1)
"""Tells decode requests apart for as long as the program runs, also those of runs that were cancelled."""
PAGE = 500
WAIT_SECONDS = 0.5


def recognise(catalog: Catalog, decoder: Decoder, unknown: set[int]) -> Iterator[int]:
    """Hash the files whose content is probably known, and tie those that are to their photo.

    Needs no model. Tells how many are left, after every file, so that it can be
    stopped between any two; each is committed with its page. What cannot be
    read, or is known no more, is left to the indexing; it is put into
    `unknown`, whose files are not hashed again.
    """
    left = catalog.files.count_recognisable()
    before: int | None = None
    while page := catalog.files.recognisable(before, PAGE):
        before = page[-1].file_id
        found: list[tuple[PendingFile, bytes]] = []
        try:
            for file, content_hash in _hashes(decoder, [f for f in page if f.file_id not in unknown]):
                left = max(0, left - 1)
                if content_hash is not None:
                    found.append((file, content_hash))
                else:
                    unknown.add(file.file_id)
                yield left
        finally:
            _settle(catalog, found, unknown)


def _settle(catalog: Catalog, found: list[tuple[PendingFile, bytes]], unknown: set[int]) -> None:
    with catalog.transaction():
        for file, content_hash in found:
            if catalog.files.settle(file.file_id, content_hash) is None:
                unknown.add(file.file_id)


def _hashes(decoder: Decoder, files: list[PendingFile]) -> Iterator[tuple[PendingFile, bytes | None]]:
    """Each file with its content hash, None where it cannot be read; in any order."""
    waiting = iter(files)
    in_flight: dict[DecodeRequest, PendingFile] = {}
    done = 0
    while done < len(files):
        while len(in_flight) < decoder.capacity and (file := next(waiting, None)) is not None:
            request = DecodeRequest(file.path, fingerprint_only=True, serial=next(SERIALS))
            in_flight[request] = file
            decoder.submit(request)
        result = decoder.next_result(WAIT_SECONDS)
        if result is None or (known := in_flight.pop(result.request, None)) is None:
            continue  # nothing yet, or the answer to a run that was cancelled
        done += 1
        yield known, result.outcome.content_hash if isinstance(result.outcome, Decoded) else None
