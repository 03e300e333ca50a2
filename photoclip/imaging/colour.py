"""Every mode of Pillow to RGB, and profiles to sRGB."""

from __future__ import annotations

import io
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

_WHITE = (255, 255, 255)
_GREY_RANGES = (255.0, 4095.0, 65535.0)

# What LittleCMS and Pillow raise on a profile that is broken or of another kind.
_BAD_PROFILE = (ImageCms.PyCMSError, OSError, ValueError, TypeError, AttributeError)


def to_rgb(image: Image.Image, profile: bytes | None = None) -> Image.Image:
    """Any picture as RGB: alpha on white, 16 bits and floats scaled to 8.

    `profile` is the ICC profile of the file; it decides how CMYK becomes RGB.
    RGB stays as it is stored, since models are trained on stored numbers.
    """
    if image.mode == "CMYK":
        return _through_profile(image, profile) or image.convert("RGB")
    if image.mode == "LAB":
        return _from_lab(image)
    if image.mode in ("I", "F") or image.mode.startswith("I;16"):
        return Image.fromarray(_eight_bit(np.asarray(image))).convert("RGB")
    if image.has_transparency_data:
        return _on_white(image.convert("LA").convert("RGBA") if image.mode == "La" else image.convert("RGBA"))
    return image if image.mode == "RGB" else image.convert("RGB")


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """An RGB picture as sRGB; unchanged where it has no profile, or a broken one."""
    return _through_profile(image, profile) or image


def _eight_bit(values: NDArray[np.generic]) -> NDArray[np.uint8]:
    """Greys to 0..255 by the smallest usual range that holds them: 8, 12 or 16 bits, or 1.0 for floats.

    Twelve bits, because scanners and cameras store theirs in 16 without scaling
    them. Numbers beyond every range are stretched from their least to their greatest.
    """
    numbers = np.nan_to_num(values.astype(np.float32), posinf=0.0, neginf=0.0)
    low, high = float(numbers.min()), float(numbers.max())
    ranges = (1.0, *_GREY_RANGES) if values.dtype.kind == "f" else _GREY_RANGES
    top = next((top for top in ranges if high <= top), high)
    if low < 0 or high > _GREY_RANGES[-1]:
        numbers -= low
        top = (high - low) or 1.0
    numbers *= 255 / top
    return np.rint(numbers, out=numbers).astype(np.uint8)


def _on_white(image: Image.Image) -> Image.Image:
    page = Image.new("RGB", image.size, _WHITE)
    page.paste(image, mask=image.getchannel("A"))
    return page


def _from_lab(image: Image.Image) -> Image.Image:
    transform = ImageCms.buildTransform(
        ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB"), "LAB", "RGB"
    )
    return transform.apply(image)


def _through_profile(image: Image.Image, profile: bytes | None) -> Image.Image | None:
    if not profile:
        return None
    transform = _transform(profile, image.mode)
    return transform.apply(image) if transform is not None else None


@lru_cache(maxsize=8)
def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """The way from a profile to sRGB, or None where there is nothing to do or the profile is of no use.

    Kept for the next photo: one camera embeds the same profile in every photo,
    and building takes longer than applying it to a thumbnail.
    """
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if source.profile.xcolor_space.strip() != mode:
            return None
        if "srgb" in ImageCms.getProfileDescription(source).lower():
            return None
        return ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), mode, "RGB")
    except _BAD_PROFILE:
        return None
