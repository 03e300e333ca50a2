"""From an upright RGB picture to what is kept of it: a model's input, and a thumbnail."""

from __future__ import annotations

import io
import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps
from PIL.Image import Resampling

from photoclip.domain.decoding import THUMBNAIL_PX, Preprocess, ResizeMode
from photoclip.domain.query import Crop
from photoclip.imaging.colour import to_srgb

_THUMBNAIL_QUALITY = 85

_MAX_OVERHANG = 16
"""How many times the crop a resized picture may be before only the crop is computed."""


def model_input(image: Image.Image, preprocess: Preprocess) -> NDArray[np.uint8]:
    """uint8 RGB (height, width, 3), pixel for pixel what open_clip's inference transform gives.

    The arithmetic is that of `open_clip.transform.image_transform` (3.3) and of
    the torchvision functions that it calls, down to where they truncate and
    where they round half to even. Panoramas of more than about 16:1 may differ
    by one grey level, because their ends are never computed.
    """
    if preprocess.resize_mode is ResizeMode.SQUASH:
        framed = image.resize((preprocess.width, preprocess.height), _filter(preprocess))
    elif preprocess.resize_mode is ResizeMode.LONGEST:
        framed = _padded(image, preprocess)
    else:
        framed = _cropped(image, preprocess)
    return np.array(framed, dtype=np.uint8)


def _filter(preprocess: Preprocess) -> Resampling:
    return Resampling.BILINEAR if preprocess.interpolation == "bilinear" else Resampling.BICUBIC


def _cropped(image: Image.Image, preprocess: Preprocess) -> Image.Image:
    """Shortest side to the input size, then the centre."""
    wanted = (preprocess.width, preprocess.height)
    resampling = _filter(preprocess)
    if preprocess.width == preprocess.height:
        width, height = _shortest_to(image.size, preprocess.width)
    else:
        width, height = _keeping_ratio(image.size, wanted, min)
        resampling = Resampling.BICUBIC  # open_clip passes no interpolation for sides that differ
    left, top = round((width - wanted[0]) / 2), round((height - wanted[1]) / 2)
    if width * height <= _MAX_OVERHANG * wanted[0] * wanted[1]:
        resized = image.resize((width, height), resampling)
        return resized.crop((left, top, left + wanted[0], top + wanted[1]))
    return image.resize(wanted, resampling, box=_source_box(image.size, (width, height), (left, top), wanted))


def _shortest_to(size: tuple[int, int], side: int) -> tuple[int, int]:
    """torchvision's `Resize(side)`: the long side is truncated."""
    width, height = size
    if width <= height:
        return side, int(side * height / width)
    return int(side * width / height), side


def _keeping_ratio(
    size: tuple[int, int], wanted: tuple[int, int], choose: Callable[[float, float], float]
) -> tuple[int, int]:
    """open_clip's `ResizeKeepRatio`: both sides are rounded, half to even."""
    ratio = choose(size[1] / wanted[1], size[0] / wanted[0])
    return max(1, round(size[0] / ratio)), max(1, round(size[1] / ratio))


def _source_box(
    size: tuple[int, int], resized: tuple[int, int], corner: tuple[int, int], wanted: tuple[int, int]
) -> tuple[float, float, float, float]:
    """The part of the source that falls into a crop of the resized picture."""
    across, down = size[0] / resized[0], size[1] / resized[1]
    return (
        corner[0] * across,
        corner[1] * down,
        min((corner[0] + wanted[0]) * across, size[0]),
        min((corner[1] + wanted[1]) * down, size[1]),
    )


def _padded(image: Image.Image, preprocess: Preprocess) -> Image.Image:
    """Longest side to the input size, the rest filled on both sides."""
    wanted = (preprocess.width, preprocess.height)
    resized = image.resize(_keeping_ratio(image.size, wanted, max), _filter(preprocess))
    across, down = wanted[0] - resized.width, wanted[1] - resized.height
    border = (across // 2, down // 2, (across + 1) // 2, (down + 1) // 2)
    return ImageOps.expand(resized, border, fill=(preprocess.fill,) * 3)


def part_of(image: Image.Image, crop: Crop) -> Image.Image:
    """The pixels that a part of a picture touches, one at least."""
    left, top = (min(int(share * side), side - 1) for share, side in zip(crop[:2], image.size, strict=True))
    right, bottom = (math.ceil(share * side) for share, side in zip(crop[2:], image.size, strict=True))
    return image.crop((left, top, max(right, left + 1), max(bottom, top + 1)))


def fitted(image: Image.Image, px: int) -> Image.Image:
    """A picture of at most `px` on its longest side; nothing is enlarged."""
    share = min(1.0, px / max(image.size))
    size = max(1, round(image.width * share)), max(1, round(image.height * share))
    return image if size == image.size else image.resize(size, Resampling.BICUBIC, reducing_gap=2.0)


def encode_thumbnail(image: Image.Image, profile: bytes | None, px: int = THUMBNAIL_PX) -> bytes:
    """An sRGB JPEG of at most `px`, without metadata; small pictures are not enlarged.

    The profile is applied here, to the small picture: a few milliseconds,
    where the full one would take a hundred times that.
    """
    small = to_srgb(fitted(image, px), profile).copy()
    small.info = {}  # Pillow would save the photo's own profile and comment
    encoded = io.BytesIO()
    small.save(encoded, "JPEG", quality=_THUMBNAIL_QUALITY)
    return encoded.getvalue()


def sharpness_of(image: Image.Image) -> float:
    """The variance of the Laplacian of the greys at `THUMBNAIL_PX`, whatever size of thumbnails is kept.

    0 for what is too small to have one. After Pech-Pacheco et al., "Diatom
    autofocusing in brightfield microscopy", 2000.
    """
    grey = np.asarray(fitted(image, THUMBNAIL_PX).convert("L"), np.float32)
    if min(grey.shape) < 3:
        return 0.0
    around = grey[:-2, 1:-1] + grey[2:, 1:-1] + grey[1:-1, :-2] + grey[1:-1, 2:]
    return round(float(np.var(around - 4 * grey[1:-1, 1:-1])), 3)
