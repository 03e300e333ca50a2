"""Loads the photo of the viewer and its neighbours, off the GUI thread: thumbnail, screen, detail."""

from __future__ import annotations

import itertools
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, QSize, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage

from photoclip.domain.photos import PhotoRow
from photoclip.ui.picture import from_rgb, most_whole
from photoclip.ui.viewer.full_photo import (
    Detail,
    Region,
    Screen,
    Shortfall,
    read_detail,
    read_preview,
    read_screen,
    screen_of_worker,
)
from photoclip.worker.messages import PictureLoaded

KEPT = 3
"""Screens in memory: the photo seen, the next and the one before."""
FIRST_TICKET = 1 << 32
"""Others ask the worker for pictures too and hear of ours; their tickets start lower."""

LoadPicture = Callable[[int, bytes, tuple[int, int] | None], None]


@dataclass(frozen=True, slots=True)
class _Job:
    """A photo to be read into a box; equal jobs have equal results, whatever was marked meanwhile."""

    content_hash: bytes
    path: bytes
    box: tuple[int, int]
    photo: PhotoRow = field(compare=False)


def _job(photo: PhotoRow, box: tuple[int, int]) -> _Job:
    return _Job(photo.content_hash, photo.path, box, photo)


class PhotoLoader(QObject):
    """Loads what was asked for last. What is wanted no more when its turn comes is never decoded."""

    preview_loaded = Signal(object)
    """The thumbnail as a QImage, unless the photo itself came first."""
    photo_loaded = Signal(object)
    """A `Screen`."""
    detail_loaded = Signal(object)
    """A `Detail` of the current photo."""
    neighbour_loaded = Signal()

    _preview_read = Signal(object, object)
    _screen_read = Signal(object, object, bool)
    _detail_read = Signal(object, object)

    def __init__(self, load_picture: LoadPicture, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._load_picture = load_picture
        self._tickets = itertools.count(FIRST_TICKET)
        self._current: _Job | None = None
        self._wanted: frozenset[_Job] = frozenset()
        self._detail: Region | None = None
        self._cache: OrderedDict[_Job, Screen] = OrderedDict()
        self._reading: set[_Job] = set()
        self._failed: set[_Job] = set()
        self._asked: dict[int, _Job] = {}
        self._detail_ticket = -1
        # Thumbnails have a thread of their own: no photo being decoded holds them up.
        self._quick = QThreadPool(self, maxThreadCount=1)
        self._pool = QThreadPool(self, maxThreadCount=2)
        self._preview_read.connect(self._take_preview)
        self._screen_read.connect(self._take_screen)
        self._detail_read.connect(self._take_detail)

    def load(self, photo: PhotoRow, thumbnail: str, box: QSize) -> None:
        """Load a photo to fit into `box` device pixels; at once where it was prefetched."""
        job = _job(photo, (box.width(), box.height()))
        self._current = job
        self._want((job,))
        self._detail, self._detail_ticket = None, -1
        if job in self._cache:
            self._cache.move_to_end(job)
            self.photo_loaded.emit(self._cache[job])
            return
        self._quick.start(partial(self._read_preview, job, thumbnail))
        self._read(job)

    def prefetch(self, photos: Sequence[PhotoRow]) -> None:
        """Make these ready, the first one first; what was to be made ready before is not wanted any more."""
        if self._current is None:
            return
        jobs = [_job(photo, self._current.box) for photo in photos[: KEPT - 1]]
        self._want((self._current, *jobs))
        for job in jobs:
            if job in self._cache:
                self._cache.move_to_end(job)
            elif job not in self._failed:
                self._read(job)

    def is_ready(self, photo: PhotoRow) -> bool:
        """Whether waiting for this photo changes nothing: it is here, or cannot be read."""
        if self._current is None:
            return False
        job = _job(photo, self._current.box)
        return job in self._cache or job in self._failed

    def load_detail(self, screen: Screen, region: Region) -> None:
        """Load a region of the current photo; the one asked for last counts."""
        if screen.left_to_worker:
            region = Region(QRect(QPoint(), screen.size))
        if self._current is None or region == self._detail:
            return
        self._detail = region
        if screen.left_to_worker:
            box = most_whole(screen.size)
            self._detail_ticket = next(self._tickets)
            self._load_picture(self._detail_ticket, self._current.photo.path, (box.width(), box.height()))
        else:
            self._pool.start(partial(self._read_detail, self._current, region), 1)

    def cancel(self) -> None:
        """Whatever still comes is not wanted."""
        self._current = self._detail = None
        self._detail_ticket = -1
        self._want(())
        self._cache.clear()

    def close(self) -> None:
        self.cancel()
        self._quick.clear()
        self._pool.clear()
        self._quick.waitForDone(1000)
        self._pool.waitForDone(1000)

    @Slot(object)
    def take_picture(self, loaded: PictureLoaded) -> None:
        """A picture of the worker; others' are passed over."""
        if loaded.ticket == self._detail_ticket and self._current is not None:
            self._pool.start(partial(self._convert_detail, self._current, self._detail, loaded), 1)
        elif (job := self._asked.pop(loaded.ticket, None)) is not None:
            self._pool.start(partial(self._convert_screen, job, loaded))

    # --- on the GUI thread

    def _want(self, jobs: Sequence[_Job]) -> None:
        self._wanted = frozenset(jobs)
        self._failed &= self._wanted - {self._current}
        # The worker need not answer what is older than its last few: those are asked for again.
        for ticket in [ticket for ticket, job in self._asked.items() if job not in self._wanted]:
            self._reading.discard(self._asked.pop(ticket))

    def _read(self, job: _Job) -> None:
        if job not in self._reading:
            self._reading.add(job)
            self._pool.start(partial(self._read_screen, job))

    @Slot(object, object)
    def _take_preview(self, job: _Job, image: QImage) -> None:
        if job == self._current and job not in self._cache:
            self.preview_loaded.emit(image)

    @Slot(object, object, bool)
    def _take_screen(self, job: _Job, screen: Screen | None, skipped: bool) -> None:
        self._reading.discard(job)
        if job not in self._wanted:
            return
        if skipped:
            self._read(job)
        elif screen is None:
            ticket = next(self._tickets)
            self._reading.add(job)
            self._asked[ticket] = job
            self._load_picture(ticket, job.photo.path, job.box)
        else:
            self._keep(job, screen)
            if job == self._current:
                self.photo_loaded.emit(screen)
            else:
                self.neighbour_loaded.emit()

    def _keep(self, job: _Job, screen: Screen) -> None:
        if screen.shortfall is not None:
            self._failed.add(job)
            return
        self._cache[job] = screen
        while len(self._cache) > KEPT:
            oldest = next(iter(self._cache.keys() - self._wanted), None)
            self._cache.pop(oldest if oldest is not None else next(iter(self._cache)))

    @Slot(object, object)
    def _take_detail(self, job: _Job, detail: Detail) -> None:
        if job == self._current:
            if detail.shortfall is not None:
                self._detail = None
            self.detail_loaded.emit(detail)

    # --- in the pools

    def _read_preview(self, job: _Job, path: str) -> None:
        if job == self._current:
            self._preview_read.emit(job, read_preview(path))

    def _read_screen(self, job: _Job) -> None:
        if job in self._wanted:
            self._screen_read.emit(job, read_screen(job.photo, QSize(*job.box)), False)
        else:
            self._screen_read.emit(job, None, True)

    def _convert_screen(self, job: _Job, loaded: PictureLoaded) -> None:
        image = from_rgb(loaded.width, loaded.height, loaded.pixels or b"")
        self._screen_read.emit(job, screen_of_worker(job.photo, loaded, image), False)

    def _read_detail(self, job: _Job, region: Region) -> None:
        if job == self._current and region == self._detail:
            self._detail_read.emit(job, read_detail(job.photo, region))

    def _convert_detail(self, job: _Job, region: Region | None, loaded: PictureLoaded) -> None:
        image = from_rgb(loaded.width, loaded.height, loaded.pixels or b"")
        part = QRect() if region is None else region.part
        self._detail_read.emit(job, Detail(image, part, Shortfall.DAMAGED if image.isNull() else None))
