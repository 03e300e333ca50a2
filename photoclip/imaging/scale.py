"""How much of a photo a decode must keep, and the most it may touch."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from photoclip.domain.decoding import MOST_PICTURE_PIXELS, THUMBNAIL_PX, DecodeRequest, ResizeMode
from photoclip.domain.photos import ProblemKind
from photoclip.domain.query import Crop
from photoclip.imaging.colour import to_rgb
from photoclip.imaging.problems import Rejected

MAX_PIXELS = 128_000_000
"""The largest full buffer of one decode, in pixels: 512 MB as Pillow holds RGB."""

MAX_JPEG_PIXELS = 1_000_000_000
"""The same for a JPEG that is decoded at a fraction: what can be read in about ten seconds."""

MAX_WEBP_PIXELS = 64_000_000
"""The same for WebP: libwebp and Pillow hold four full buffers between them, here 1 GB."""

DRAFT_OVERSAMPLING = 2
REDUCE_OVERSAMPLING = 4
"""How many pixels per pixel of a model's input, per side, a decode keeps at least.

A JPEG is drafted for speed, so it keeps only what is needed: measured with the
starter model on 42 camera photos, the cosine with the vector from the full
picture is at least 0.982 at 1, 0.993 at 1.5, 0.997 at 2 and 0.998 at 4. What is
decoded in full anyway is reduced for memory alone, and can afford more.
"""

_LEAST_SHARE = 1e-4
_BAND_ROWS = 256

# What `Image.reduce` averages correctly as it is. Palettes, single bits and 16-bit
# greys it refuses; with alpha it would make a second full buffer.
_REDUCIBLE = frozenset({"L", "RGB", "CMYK", "YCbCr", "LAB", "I", "F"})


@dataclass(frozen=True, slots=True)
class Needed:
    """The sides of a model's input that the longest and the shortest side of a photo end up as.

    Zero where a model does not ask; a thumbnail is always provided for. `box`
    is what a whole picture has to fit into, however it is turned.
    """

    longest: int = 0
    shortest: int = 0
    full_scale: bool = False
    thumbnail: int = THUMBNAIL_PX
    box: tuple[int, int] | None = None

    def factor(self, width: int, height: int, oversampling: int) -> int:
        """The largest whole number by which a picture of this size may be divided."""
        if self.full_scale:
            return 1
        if self.box is not None:
            return self._factor_of_box(self.box, width, height)
        by_longest = max(width, height) // max(self.thumbnail, oversampling * self.longest)
        by_shortest = min(width, height) // max(1, oversampling * self.shortest)
        return max(1, min(by_longest, by_shortest))

    def _factor_of_box(self, box: tuple[int, int], width: int, height: int) -> int:
        # Which way is up is not known yet, so the better of both ways is kept.
        kept = max(share_within(box, width, height), share_within(box, height, width))
        return max(math.floor(1 / kept), math.ceil(math.sqrt(width * height / MAX_PIXELS)))


def share_within(box: tuple[int, int], width: int, height: int) -> float:
    """By how much a picture is to be multiplied to fit into a box and into what is handed over; at most 1."""
    shares = [1.0, math.sqrt(MOST_PICTURE_PIXELS / (width * height))]
    shares += [most / side for most, side in zip(box, (width, height), strict=True) if most > 0]
    return min(shares)


def needed_for(request: DecodeRequest) -> Needed:
    """What the answers to a request are made from."""
    if request.picture is not None:
        # Whatever else is asked for has to do with what is looked at.
        return Needed(box=request.picture, full_scale=request.full_scale)
    thumbnail = max(THUMBNAIL_PX, request.thumbnail_px if request.thumbnail else 0)
    if request.preprocess is None:
        return Needed(full_scale=request.full_scale, thumbnail=thumbnail)
    side = max(request.preprocess.height, request.preprocess.width)
    if request.crop is not None:
        side = math.ceil(side / _narrowest(request.crop))
    if request.preprocess.resize_mode is ResizeMode.LONGEST:
        return Needed(longest=side, full_scale=request.full_scale, thumbnail=thumbnail)
    return Needed(shortest=side, full_scale=request.full_scale, thumbnail=thumbnail)


def _narrowest(crop: Crop) -> float:
    """The smaller share of a side that a part has; which side that is of the stored picture is not known."""
    left, top, right, bottom = crop
    return max(min(right - left, bottom - top), _LEAST_SHARE)


def check_pixels(width: int, height: int, limit: int = MAX_PIXELS) -> None:
    """Refuse a picture before its buffer is made: a few kilobytes can claim gigabytes.

    Raises:
        Rejected: above `limit`.
    """
    if width * height > limit:
        raise Rejected(
            ProblemKind.TOO_LARGE,
            f"The picture has {width * height / 1e6:.0f} megapixels;"
            f" photoclip reads up to {limit / 1e6:.0f} of this kind.",
        )


def reduced(image: Image.Image, needed: Needed) -> Image.Image:
    """A picture no larger than it must be, in its own mode where that can be averaged, else in RGB."""
    factor = needed.factor(*image.size, REDUCE_OVERSAMPLING)
    if factor == 1:
        return image
    if image.mode in _REDUCIBLE and not image.has_transparency_data:
        return image.reduce(factor)
    width, height = image.size
    # The range of 16-bit greys is only known from all of them, so they stay numbers.
    mode = "I" if image.mode.startswith("I;16") else "RGB"

    def band(top: int, end: int) -> Image.Image:
        part = image.crop((0, top, width, end))
        return part.convert("I") if mode == "I" else to_rgb(part)

    return in_bands((width, height), factor, band, mode)


def in_bands(
    size: tuple[int, int], factor: int, band: Callable[[int, int], Image.Image], mode: str = "RGB"
) -> Image.Image:
    """Put a reduced picture together from bands of rows, so that no second full buffer exists.

    `band(top, end)` gives the rows from `top` up to `end` at full scale, in `mode`.
    """
    width, height = size
    whole = Image.new(mode, (-(-width // factor), -(-height // factor)))
    rows = factor * max(1, _BAND_ROWS // factor)
    for top in range(0, height, rows):
        whole.paste(band(top, min(top + rows, height)).reduce(factor), (0, top // factor))
    return whole
