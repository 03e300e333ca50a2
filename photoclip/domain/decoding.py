"""What is asked of a decode, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.errands import CopyMetadata
from photoclip.domain.photos import PhotoDetails, Problem
from photoclip.domain.query import Crop

THUMBNAIL_PX = 512
"""Longest side of a thumbnail, in pixels, where nobody chose another."""

MOST_PICTURE_PIXELS = 64_000_000
"""The largest whole picture that is handed over; what has more pixels is reduced to as many."""


class ResizeMode(StrEnum):
    """How a photo meets a model's square; the names are open_clip's."""

    SHORTEST = "shortest"
    """Shortest side to the input size, then the centre is cropped."""
    LONGEST = "longest"
    """Longest side to the input size, the rest is filled."""
    SQUASH = "squash"
    """Both sides to the input size, whatever the proportions."""


@dataclass(frozen=True, slots=True)
class Preprocess:
    """The pixel side of a model's own preprocessing; mean and std stay with the encoder.

    `height` and `width` are the model's input in pixels, `interpolation` is
    "bicubic" or "bilinear", `fill` the grey level (0 to 255) of padding.
    """

    height: int
    width: int
    interpolation: str
    resize_mode: ResizeMode
    fill: int = 0


@dataclass(frozen=True, slots=True)
class DecodeRequest:
    """One file to read.

    With `fingerprint_only` nothing is decoded: the file is recognised by its
    header and hashed. With `details_only` its metadata are read besides, and
    no pixels. `picture` asks for the whole picture to look at, upright, to fit
    into (width, height) pixels, and never enlarged; a side of 0 sets no limit,
    `MOST_PICTURE_PIXELS` always does. Nothing but the details comes with it,
    and, if `metadata` is given, what a copy of it is to carry of the metadata.
    `preprocess` asks for the model's input, `thumbnail` for a thumbnail; both
    come from one decode. `full_scale` switches the reduced JPEG decode off (for
    measuring what it costs). With `crop` the model's input is made of this part
    of the upright picture alone, of one pixel at least. `serial` tells requests for the same file apart,
    so that a late answer is never taken for a new one.
    """

    path: bytes
    fingerprint_only: bool = False
    preprocess: Preprocess | None = None
    thumbnail: bool = False
    thumbnail_px: int = THUMBNAIL_PX
    details_only: bool = False
    picture: tuple[int, int] | None = None
    metadata: CopyMetadata | None = None
    full_scale: bool = False
    crop: Crop | None = None
    serial: int = 0


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file that was read.

    `pixels` is uint8 RGB of shape (height, width, 3), `thumbnail` an encoded
    JPEG of at most `thumbnail_px`; each is None where it was not asked for.
    `picture` is uint8 RGB (height, width, 3) in sRGB, upright, and not to be
    written to. `exif` is an EXIF block (from "Exif\\0\\0" on) that says "upright",
    `xmp` an XMP packet; both are empty where there is nothing to carry.
    `details` is None for a fingerprint.
    """

    content_hash: bytes
    details: PhotoDetails | None = None
    thumbnail: bytes | None = None
    pixels: NDArray[np.uint8] | None = None
    picture: NDArray[np.uint8] | None = None
    exif: bytes = b""
    xmp: bytes = b""


@dataclass(frozen=True, slots=True)
class DecodeResult:
    """The answer to a request: what was read, or why it could not be."""

    request: DecodeRequest
    outcome: Decoded | Problem
