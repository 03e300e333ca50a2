"""From a decoded picture to one to look at: upright, sRGB, fitted into a box."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.Image import Resampling

from photoclip.imaging.colour import to_rgb, to_srgb
from photoclip.imaging.exif import upright_size
from photoclip.imaging.scale import share_within

_BAND_ROWS = 256
_THROUGH_PROFILE = ("CMYK", "LAB")
"""What `to_rgb` has in sRGB already."""

# The EXIF orientations: which axis of the upright picture runs the other way, and whether they are swapped.
_BACKWARDS_DOWN: Final = frozenset({3, 4, 7, 8})
_BACKWARDS_ACROSS: Final = frozenset({2, 3, 6, 7})


def to_look_at(
    image: Image.Image, orientation: int, profile: bytes | None, box: tuple[int, int]
) -> NDArray[np.uint8]:
    """uint8 RGB (height, width, 3), C-contiguous.

    Colours are managed and rows turned band by band into the one array that is
    handed over, so that a picture of 64 megapixels fits into the process.
    """
    rgb = to_rgb(image, profile)
    if image.mode in _THROUGH_PROFILE:
        profile = None
    share = share_within(box, *upright_size(*rgb.size, orientation))
    if share < 1:
        size = max(1, round(rgb.width * share)), max(1, round(rgb.height * share))
        rgb = rgb.resize(size, Resampling.BICUBIC)
    width, height = upright_size(*rgb.size, orientation)
    whole = np.empty((height, width, 3), np.uint8)
    stored = _as_stored(whole, orientation)
    for top in range(0, rgb.height, _BAND_ROWS):
        end = min(top + _BAND_ROWS, rgb.height)
        stored[top:end] = np.asarray(to_srgb(rgb.crop((0, top, rgb.width, end)), profile))
    return whole


def _as_stored(upright: NDArray[np.uint8], orientation: int) -> NDArray[np.uint8]:
    """The same memory, addressed as the camera stored the picture."""
    view = upright[::-1] if orientation in _BACKWARDS_DOWN else upright
    view = view[:, ::-1] if orientation in _BACKWARDS_ACROSS else view
    return view.transpose(1, 0, 2) if orientation >= 5 else view
