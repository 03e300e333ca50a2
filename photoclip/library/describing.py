"""Reading anew what an older program did not ask photos for: camera, lens, place and the like."""

from __future__ import annotations

from collections.abc import Iterator

from photoclip.domain.catalog import Catalog
from photoclip.domain.decoding import Decoded, DecodeRequest
from photoclip.domain.photos import PhotoDetails
from photoclip.domain.pipeline import Decoder
from photoclip.library.events import Describing
from photoclip.library.recognising import PAGE, SERIALS, WAIT_SECONDS


def describe_old(catalog: Catalog, decoder: Decoder) -> Iterator[Describing]:
    """Describe the photos in sight that an older program described; no pixels are decoded.

    Tells after every photo, so that it can be stopped between any two; what was
    read is committed with its page. A file that cannot be read, or holds
    another photo by now, is left for the next time.

    Raises:
        StorageFault: the disk refused; the page in hand is not recorded.
    """
    done, total = 0, catalog.photos.count_undescribed()
    tried: set[int] = set()
    before: int | None = None
    while page := catalog.photos.undescribed(before, PAGE):
        before = page[-1][0]
        fresh = [(photo_id, path) for photo_id, path in page if photo_id not in tried]
        if not fresh:
            return  # the catalog gives what it gave before
        tried.update(photo_id for photo_id, _ in fresh)
        found: list[tuple[int, PhotoDetails]] = []
        try:
            for photo_id, decoded in _read(decoder, fresh):
                done += 1
                if decoded is not None and catalog.photos.id_of(decoded.content_hash) == photo_id:
                    assert decoded.details is not None  # noqa: S101 - they were asked for
                    found.append((photo_id, decoded.details))
                yield Describing(done, max(done, total))
        finally:
            _record(catalog, found)


def _record(catalog: Catalog, found: list[tuple[int, PhotoDetails]]) -> None:
    if not found:
        return
    with catalog.transaction():
        for photo_id, details in found:
            catalog.photos.describe(photo_id, details)


def _read(decoder: Decoder, photos: list[tuple[int, bytes]]) -> Iterator[tuple[int, Decoded | None]]:
    """Each photo with what was read of it, None where it cannot be read; in any order."""
    waiting = iter(photos)
    in_flight: dict[DecodeRequest, int] = {}
    done = 0
    while done < len(photos):
        while len(in_flight) < decoder.capacity and (photo := next(waiting, None)) is not None:
            request = DecodeRequest(photo[1], details_only=True, serial=next(SERIALS))
            in_flight[request] = photo[0]
            decoder.submit(request)
        result = decoder.next_result(WAIT_SECONDS)
        if result is None or (photo_id := in_flight.pop(result.request, None)) is None:
            continue  # nothing yet, or the answer to a run that was cancelled
        done += 1
        yield photo_id, result.outcome if isinstance(result.outcome, Decoded) else None
