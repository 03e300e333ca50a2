"""Photos read for the viewer, apart from the GUI thread: what is read, and what it can fall short of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage

from photoclip import storage
from photoclip.domain.photos import PhotoRow
from photoclip.ui.picture import WHOLE_PIXELS, Picture, drawable, read_file, read_if_readable
from photoclip.worker.messages import PictureLoaded

_JPEG_END = b"\xff\xd9"
ANIMATION_PIXELS = 16_000_000
"""The largest frame that is played: two of them are in memory at a time."""
ANIMATION_BYTES = 64_000_000
_REGION_PIXELS = 24_000_000
"""The largest part of a photo that is decoded with a margin around what is seen."""


class Shortfall(Enum):
    """Why a photo stays at its thumbnail."""

    GONE = auto()
    """The file cannot be opened."""
    DAMAGED = auto()
    """It was opened and cannot be decoded."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A photo as large as a screen needs it, or why there is none.

    `size` is the photo's own, upright. `animation` are the bytes of a file
    with several frames. `left_to_worker` tells that Qt is not trusted with it.
    """

    image: QImage
    size: QSize
    animation: bytes | None = None
    left_to_worker: bool = False
    shortfall: Shortfall | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a photo to decode: of the upright photo, at 1/`shrink` of its size."""

    part: QRect
    shrink: int = 1


@dataclass(frozen=True, slots=True)
class Detail:
    """A part of the upright photo in the pixels that zooming needs; null where it cannot be read."""

    image: QImage
    part: QRect
    shortfall: Shortfall | None = None


def region_to_read(size: QSize, visible: QRect, scale: float) -> Region:
    """What to decode to see `visible` of a photo sharp, at `scale` device pixels per photo pixel.

    All of it where it can be held. Else what is seen with some margin, at the
    next scale above that libjpeg decodes to directly.
    """
    whole = QRect(QPoint(), size)
    if size.width() * size.height() <= WHOLE_PIXELS:
        return Region(whole)
    shrink = next((factor for factor in (8, 4, 2) if factor * scale <= 1), 1)
    for share in (2, 4):
        across, down = visible.width() // share, visible.height() // share
        part = visible.adjusted(-across, -down, across, down).intersected(whole)
        if part.width() * part.height() // shrink**2 <= _REGION_PIXELS:
            return Region(part, shrink)
    return Region(visible, shrink)


def read_preview(thumbnail: str) -> QImage:
    """A thumbnail; a null image where it is missing or damaged."""
    try:
        data = storage.unsealed(read_file(thumbnail), _JPEG_END)
    except OSError:
        return QImage()
    return QImage() if data is None else drawable(Picture(data).read())


def read_screen(photo: PhotoRow, box: QSize) -> Screen | None:
    """The photo to fit into `box` device pixels; None where the worker has to decode it."""
    try:
        data = read_if_readable(photo.path)
    except OSError:
        return Screen(QImage(), QSize(), shortfall=Shortfall.GONE)
    if data is None:
        return None
    picture = Picture(data)
    size = picture.size()
    if not picture.readable:
        return None
    if len(data) <= ANIMATION_BYTES and 0 < size.width() * size.height() <= ANIMATION_PIXELS:
        animation = data if picture.animated else None
    else:
        animation = None
    image = drawable(picture.read() if animation else picture.read_within(box))
    if image.isNull():
        return None
    return Screen(image, size if size.isValid() else image.size(), animation)


def screen_of_worker(photo: PhotoRow, loaded: PictureLoaded, image: QImage) -> Screen:
    """What the worker made of a photo."""
    if image.isNull():
        return Screen(image, QSize(), left_to_worker=True, shortfall=Shortfall.DAMAGED)
    size = QSize(photo.width, photo.height)
    upright = (size.width() > size.height()) == (loaded.width > loaded.height)
    known = not size.isEmpty() and (upright or loaded.width == loaded.height)
    return Screen(image, size if known else image.size(), left_to_worker=True)


def read_detail(photo: PhotoRow, region: Region) -> Detail:
    """The pixels of a region."""
    nothing = QImage()
    try:
        data = read_if_readable(photo.path)
    except OSError:
        return Detail(nothing, region.part, Shortfall.GONE)
    if data is None:
        return Detail(nothing, region.part, Shortfall.DAMAGED)
    image, part = Picture(data).read_region(region.part, region.shrink)
    return Detail(drawable(image), part, Shortfall.DAMAGED if image.isNull() else None)
