"""HEIC and HEIF through pi_heif, band by band into a small picture."""

from __future__ import annotations

from typing import BinaryIO

import pi_heif
import pi_heif.options
from PIL import Image

from photoclip.imaging.colour import to_rgb
from photoclip.imaging.exif import exif_from_bytes
from photoclip.imaging.formats import Format
from photoclip.imaging.picture import Picture
from photoclip.imaging.scale import REDUCE_OVERSAMPLING, Needed, check_pixels, in_bands

# One photo per process at a time: threads would only compete with the other
# processes. Nothing but the main picture is wanted.
pi_heif.options.DECODE_THREADS = 1
pi_heif.options.THUMBNAILS = False
pi_heif.options.DEPTH_IMAGES = False
pi_heif.options.AUX_IMAGES = False


def read_heif(file: BinaryIO, needed: Needed | None) -> Picture:
    """Decode the main picture to 8 bits; with None needed no pixels.

    libheif applies the rotation and mirroring of the file itself, so the EXIF
    orientation, which repeats them, is not to be applied again.

    Raises:
        Rejected: more pixels than `check_pixels` allows.
        Exception: whatever pi_heif raises: ValueError, EOFError, SyntaxError, RuntimeError, OSError.
    """
    container = pi_heif.open_heif(file, convert_hdr_to_8bit=True, remove_stride=False)
    photo = container[container.primary_index]
    exif, xmp = exif_from_bytes(photo.info.get("exif")), photo.info.get("xmp") or b""
    if needed is None:
        width, height = photo.size
        return Picture(None, width, height, Format.HEIF.value, exif, xmp=xmp)
    check_pixels(*photo.size)
    rows = memoryview(photo.data)
    width, height = photo.size  # decoding may correct it
    stride: int = photo.stride

    def band(top: int, end: int) -> Image.Image:
        part = bytes(rows[top * stride : end * stride])
        return to_rgb(Image.frombuffer(photo.mode, (width, end - top), part, "raw", photo.mode, stride, 1))

    return Picture(
        in_bands((width, height), needed.factor(width, height, REDUCE_OVERSAMPLING), band),
        width,
        height,
        Format.HEIF.value,
        exif,
        profile=photo.info.get("icc_profile"),
        xmp=xmp,
    )
