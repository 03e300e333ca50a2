"""Copies of photos: byte for byte, or written anew as JPEG, PNG or WebP."""

from __future__ import annotations

import contextlib
import io
import itertools
import os
import time
from collections.abc import Callable, Iterator
from functools import cache
from typing import BinaryIO, Final

from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from photoclip.domain.decoding import Decoded, DecodeRequest
from photoclip.domain.errands import CopyFormat, CopyMetadata, CopyOptions
from photoclip.domain.photos import Problem
from photoclip.domain.pipeline import Decoder
from photoclip.errors import BadInput
from photoclip.imaging.files import open_photo
from photoclip.imaging.formats import Format
from photoclip.imaging.placing import placing
from photoclip.imaging.problems import Rejected, explain, unreadable
from photoclip.paths import display

_CHUNK_BYTES = 1 << 20
_WAIT_SECONDS = 150.0
"""A decoder answers or gives up long before, also where it has to start a process."""
_FULL_COLOUR_QUALITY = 95

_SAME: Final = {
    Format.JPEG.value: CopyFormat.JPEG,
    "MPO": CopyFormat.JPEG,
    Format.PNG.value: CopyFormat.PNG,
    Format.WEBP.value: CopyFormat.WEBP,
}
_SUFFIXES: Final = {
    CopyFormat.JPEG: (b".jpg", b".jpeg", b".jpe", b".jfif", b".jif"),
    CopyFormat.PNG: (b".png",),
    CopyFormat.WEBP: (b".webp",),
}
_MOST_SIDE: Final = {CopyFormat.JPEG: 65_500, CopyFormat.PNG: 0, CopyFormat.WEBP: 16_383}
"""What the formats can hold; 0 where they set no limit that matters here."""


_SERIALS = itertools.count(1)
"""Tells requests apart, also those of copiers that shared a decoder one after another."""


class Copier:
    """Implements `domain.pipeline.PhotoCopier`. Belongs to the thread of the decoder."""

    def __init__(self, decoder: Callable[[], Decoder]) -> None:
        """`decoder` is asked by each copy that needs one; whoever gives it ends it."""
        self._decoder = decoder

    def copy(self, source: bytes, folder: bytes, options: CopyOptions) -> bytes:
        """As `domain.pipeline.PhotoCopier.copy`."""
        as_it_is = options.format is CopyFormat.ORIGINAL and options.metadata is CopyMetadata.KEEP
        if as_it_is and options.longest_side <= 0:
            return _copy_bytes(source, folder)
        decoded = self._decoded(source, _asked_side(options), options.metadata)
        details, picture = decoded.details, decoded.picture
        if details is None or picture is None:
            raise BadInput(f"{_named(source)} cannot be copied: nothing was read from it.")
        target = options.format
        if target is CopyFormat.ORIGINAL:
            same = _SAME.get(details.format)
            if as_it_is and same is not None and max(details.width, details.height) <= options.longest_side:
                return _copy_bytes(source, folder)
            target = same or CopyFormat.JPEG
        data = _encoded(source, decoded, target, options)
        with _read_errors_of(source):
            times = _times(os.stat(source))
        with placing(folder, _renamed(source, target)) as placed:
            placed.stream.write(data)
            placed.times_ns = times
        return placed.path

    def _decoded(self, source: bytes, side: int, metadata: CopyMetadata) -> Decoded:
        decoder = self._decoder()
        request = DecodeRequest(source, picture=(side, side), metadata=metadata, serial=next(_SERIALS))
        decoder.submit(request)
        until = time.monotonic() + _WAIT_SECONDS
        while (result := decoder.next_result(max(0.0, until - time.monotonic()))) is not None:
            if result.request != request:
                continue  # the late answer to a copy that was given up
            if isinstance(result.outcome, Problem):
                raise BadInput(f"{_named(source)} cannot be copied: {result.outcome.reason}")
            return result.outcome
        raise BadInput(f"{_named(source)} cannot be copied: it was not read in time.")


def _asked_side(options: CopyOptions) -> int:
    sides = [side for side in (options.longest_side, _MOST_SIDE.get(options.format, 0)) if side > 0]
    return min(sides, default=0)


def _named(source: bytes) -> str:
    return display(os.path.basename(source))


def _renamed(source: bytes, target: CopyFormat) -> bytes:
    name = os.path.basename(source)
    stem, suffix = os.path.splitext(name)
    fitting = _SUFFIXES[target]
    return name if suffix.lower() in fitting else stem + fitting[0]


def _times(status: os.stat_result) -> tuple[int, int]:
    return status.st_atime_ns, status.st_mtime_ns


@contextlib.contextmanager
def _read_errors_of(source: bytes) -> Iterator[None]:
    """What goes wrong with the photo is said of the photo, not of the folder that it is copied to."""
    try:
        yield
    except Rejected as rejected:
        raise BadInput(f"{_named(source)} cannot be copied: {rejected.problem.reason}") from rejected
    except OSError as fault:
        raise BadInput(f"{_named(source)} cannot be copied: {unreadable(fault).problem.reason}") from fault


def _copy_bytes(source: bytes, folder: bytes) -> bytes:
    with _read_errors_of(source), contextlib.ExitStack() as stack:
        file = stack.enter_context(open_photo(source))
        with placing(folder, os.path.basename(source)) as placed:
            while chunk := _read(source, file):
                placed.stream.write(chunk)
            placed.times_ns = _times(os.fstat(file.fileno()))
            # Closed before the copy gets its name: it tells of a photo that changed meanwhile.
            stack.close()
    return placed.path


def _read(source: bytes, file: BinaryIO) -> bytes:
    with _read_errors_of(source):
        return file.read(_CHUNK_BYTES)


def _encoded(source: bytes, decoded: Decoded, target: CopyFormat, options: CopyOptions) -> bytes:
    """The file as bytes: a full disk would be an error without a number inside of Pillow's encoders."""
    image = Image.fromarray(decoded.picture)  # type: ignore[arg-type]
    image.thumbnail(2 * (_MOST_SIDE[target] or max(image.size),), Image.Resampling.LANCZOS)
    made = io.BytesIO()
    quality = min(100, max(1, options.quality))
    try:
        if target is CopyFormat.PNG:
            image.save(made, "PNG", exif=decoded.exif, pnginfo=_text_chunks(decoded.xmp), icc_profile=_srgb())
        else:
            extra = (
                {"subsampling": 0} if quality >= _FULL_COLOUR_QUALITY and target is CopyFormat.JPEG else {}
            )
            image.save(
                made, target.value, quality=quality, exif=decoded.exif, xmp=decoded.xmp, icc_profile=_srgb(),
                **extra,
            )  # fmt: skip
    except (OSError, ValueError, MemoryError) as fault:
        raise BadInput(f"{_named(source)} cannot be copied: {explain(fault).reason}") from fault
    return made.getvalue()


def _text_chunks(xmp: bytes) -> PngInfo:
    info = PngInfo()
    if xmp:
        info.add_itxt("XML:com.adobe.xmp", xmp.decode("utf-8", "replace"))
    return info


@cache
def _srgb() -> bytes:
    """The profile of what a decoder hands over."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
