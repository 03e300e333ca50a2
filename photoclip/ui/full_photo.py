"""Loads one photo large, off the GUI thread: its thumbnail first, then the picture itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QObject, QSize, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage

from photoclip.domain.photos import PhotoRow
from photoclip.ui.picture import Picture, read_file


class Shortfall(Enum):
    """Why a photo stays at its thumbnail."""

    OTHER_PROGRAM = auto()
    """A format that is left to other programs (HEIC, AVIF, RAW, TIFF)."""
    GONE = auto()
    """The file cannot be opened."""
    DAMAGED = auto()
    """It is of a known format and cannot be decoded, or is larger than Qt allows."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """One step of loading: a picture, or why there is none. `preview` tells thumbnail from photo."""

    ticket: int
    preview: bool
    image: QImage
    shortfall: Shortfall | None = None


class FullPhotoLoader(QObject):
    """Loads the photo that was asked for last; what was asked for before is dropped when it comes."""

    loaded = Signal(object)

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticket = 0
        # One thread: the thumbnail comes before the photo, and a stepped-over photo is skipped.
        self._pool = QThreadPool(self, maxThreadCount=1)
        self._arrived.connect(self._pass_on)

    def load(self, photo: PhotoRow, thumbnail: str, box: QSize) -> None:
        """Start loading, to fit into `box` device pixels."""
        self._ticket += 1
        self._pool.start(partial(self._read_preview, self._ticket, thumbnail))
        self._pool.start(partial(self._read_photo, self._ticket, photo.path, box))

    def cancel(self) -> None:
        """Whatever still comes is not wanted."""
        self._ticket += 1
        self._pool.clear()

    def close(self) -> None:
        self.cancel()
        self._pool.waitForDone(1000)

    def _read_preview(self, ticket: int, path: str) -> None:
        """Runs in the pool."""
        if ticket != self._ticket:
            return
        try:
            image = Picture(read_file(path)).read()
        except OSError:
            image = QImage()
        self._arrived.emit(Loaded(ticket, preview=True, image=image))

    def _read_photo(self, ticket: int, path: bytes, box: QSize) -> None:
        """Runs in the pool."""
        if ticket != self._ticket:
            return
        image, shortfall = QImage(), None
        try:
            picture = Picture(read_file(path))
        except OSError:
            shortfall = Shortfall.GONE
        else:
            if picture.readable:
                image = picture.read_within(box)
                shortfall = Shortfall.DAMAGED if image.isNull() else None
            else:
                shortfall = Shortfall.OTHER_PROGRAM
        self._arrived.emit(Loaded(ticket, preview=False, image=image, shortfall=shortfall))

    @Slot(object)
    def _pass_on(self, loaded: Loaded) -> None:
        if loaded.ticket == self._ticket:
            self.loaded.emit(loaded)
