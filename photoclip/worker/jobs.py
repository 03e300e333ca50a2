"""What the errands' thread works with, and the job for each kind of errand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from photoclip.domain.catalog import Catalog
from photoclip.domain.changes import AlbumKind
from photoclip.domain.errands import (
    Errand,
    ExportAlbum,
    ExportPhotos,
    MeasureModel,
    ModelSpeed,
    MoveToBin,
    Outcome,
    PutBack,
)
from photoclip.domain.query import Arrangement, Filters, Grouping, Order, Query
from photoclip.library.answering import Answers
from photoclip.library.binning import Binning, PuttingBack
from photoclip.library.copying import Exporting
from photoclip.library.jobs import Job, Stopped
from photoclip.library.workshop import ModelShelf, Workshop
from photoclip.worker.searchers import Searchers
from photoclip.worker.single import SingleDecoder


@dataclass(frozen=True, slots=True)
class Places:
    """Who has to hear of files: `gone` before they go, `changed` after they went or came back."""

    gone: Callable[[bytes], None]
    changed: Callable[[Sequence[bytes]], None]


class Jobs:
    """Makes jobs. Belongs to the errands' thread, but for `interrupt`."""

    def __init__(self, workshop: Workshop, places: Places, is_stopped: Callable[[], bool]) -> None:
        """`is_stopped` is asked in the midst of steps that take long."""
        self._workshop = workshop
        self._is_stopped = is_stopped
        self._places = places
        self._decoder = SingleDecoder(workshop.new_single_decoder)
        self._catalog: Catalog | None = None
        self._answers: Answers | None = None

    def job(self, errand: Errand) -> Job:
        """The job for an errand; its catalog and its decoder are made on first use.

        Raises:
            PhotoclipError: they cannot be had.
        """
        shop = self._workshop
        if isinstance(errand, MeasureModel):
            return _Measuring(shop.models, errand.model_id, shop.load_settings().device, self._check)
        if isinstance(errand, PutBack):
            paths = [file.path for file in errand.files]
            return _Telling(PuttingBack(shop.bin, errand), lambda: self._places.changed(paths))
        if isinstance(errand, MoveToBin):
            gone: list[bytes] = []

            def expect(path: bytes) -> None:
                self._places.gone(path)
                gone.append(path)

            binning = Binning(self._reading(), shop.bin, errand, expect)
            return _Telling(binning, lambda: self._places.changed(gone))
        return self._exporting(errand)

    def interrupt(self) -> None:
        """Wake a job that waits for a photo to be decoded; no other is made. From any thread."""
        self._decoder.close()

    def _check(self) -> None:
        if self._is_stopped():
            raise Stopped

    def let_go(self) -> None:
        """Close what was made; it is made again when it is needed."""
        self._decoder.let_go()
        if self._catalog is not None:
            self._catalog.close()
        self._catalog = self._answers = None

    def _exporting(self, errand: ExportPhotos | ExportAlbum) -> Job:
        copier = self._workshop.new_copier(self._decoder.get)
        return Exporting(self._reading(), copier, errand, self._photos_of)

    def _photos_of(self, album_id: int) -> list[int]:
        """The photos in sight of an album, in its own order."""
        catalog = self._reading()
        kinds = {album.album_id: album.kind for album in catalog.albums.all()}
        query = Query(filters=Filters(album=album_id))
        arrangement = Arrangement(Order.ALBUM)
        if kinds.get(album_id) is AlbumKind.SMART:
            query = Query(filters=Filters(smart=album_id))
            _, saved = catalog.albums.saved(album_id)
            arrangement = replace(saved, grouping=Grouping.NONE, collapse=False)
        if self._answers is None:
            shop = self._workshop
            searcher = Searchers(shop, catalog).of
            self._answers = Answers(catalog, searcher, self._decoder.get, shop.sketches, shop.gazetteer)
        steps = self._answers.answer(query, arrangement)
        while True:
            self._check()
            try:
                next(steps)
            except StopIteration as end:
                ids: list[int] = end.value.photo_ids.tolist()
                return ids

    def _reading(self) -> Catalog:
        if self._catalog is None:
            self._catalog = self._workshop.open_catalog(False)
        return self._catalog


class _Telling:
    """A job after whose end, whatever it is, somebody is told."""

    def __init__(self, job: Job, tell: Callable[[], None]) -> None:
        self._job = job
        self._tell = tell

    def steps(self) -> Iterator[tuple[int, int]]:
        return self._job.steps()

    def outcome(self, *, cancelled: bool = False) -> Outcome:
        self._tell()
        return self._job.outcome(cancelled=cancelled)


class _Measuring:
    def __init__(self, models: ModelShelf, model_id: str, device: str, check: Callable[[], None]) -> None:
        self._models = models
        self._model_id = model_id
        self._device = device
        self._check = check
        self._speed: ModelSpeed | None = None

    def steps(self) -> Iterator[tuple[int, int]]:
        yield 0, 1
        self._speed = self._models.measure(self._model_id, self._device, self._check)
        yield 1, 1

    def outcome(self, *, cancelled: bool = False) -> Outcome:
        return Outcome(self._speed, cancelled=cancelled and self._speed is None)
