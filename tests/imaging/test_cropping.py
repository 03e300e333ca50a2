"""A part of a photo as a model's input: the right one whichever way the photo is stored, and sharp enough."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from support import COLOURS

from photoclip.domain.decoding import Decoded, DecodeRequest, Preprocess, ResizeMode
from photoclip.domain.query import Crop
from photoclip.imaging.decode import decode
from photoclip.imaging.scale import DRAFT_OVERSAMPLING, needed_for

PREPROCESS = Preprocess(32, 32, "bicubic", ResizeMode.SHORTEST)


def quarters(path: Path, orientation: int = 1) -> Path:
    """Red, green, blue and yellow as the picture is stored, from its top left."""
    image = Image.new("RGB", (400, 300), COLOURS["red"])
    for colour, corner in (("green", (200, 0)), ("blue", (0, 150)), ("yellow", (200, 150))):
        image.paste(COLOURS[colour], (*corner, corner[0] + 200, corner[1] + 150))
    exif = Image.Exif()
    exif[0x0112] = orientation
    image.save(path, exif=exif, quality=95)
    return path


def middle(path: Path, crop: Crop, mode: ResizeMode = ResizeMode.SHORTEST) -> list[int]:
    preprocess = Preprocess(32, 32, "bicubic", mode)
    decoded = decode(DecodeRequest(bytes(path), preprocess=preprocess, crop=crop))
    assert isinstance(decoded, Decoded)
    assert decoded.pixels is not None
    assert decoded.pixels.shape == (32, 32, 3)
    return decoded.pixels[16, 16].astype(int).tolist()


@pytest.mark.parametrize("mode", list(ResizeMode))
@pytest.mark.parametrize(
    ("orientation", "top_left"), [(1, "red"), (3, "yellow"), (6, "blue"), (8, "green"), (2, "green")]
)
def test_the_part_is_that_of_the_upright_picture(
    tmp_path: Path, orientation: int, top_left: str, mode: ResizeMode
) -> None:
    photo = quarters(tmp_path / "photo.jpg", orientation)
    found = middle(photo, (0.05, 0.05, 0.45, 0.45), mode)
    assert np.abs(np.subtract(found, COLOURS[top_left])).max() < 12


@pytest.mark.parametrize(
    "crop", [(0.99999, 0.99999, 1.0, 1.0), (0.9, 0.9, 0.9 + 1e-9, 0.9 + 1e-9), (0.6, 0.6, 1.0, 0.6000001)]
)
def test_a_part_of_one_pixel_is_a_part(tmp_path: Path, crop: Crop) -> None:
    found = middle(quarters(tmp_path / "photo.png"), crop)
    assert np.abs(np.subtract(found, COLOURS["yellow"])).max() < 12


def test_a_part_keeps_as_many_pixels_as_the_whole_would() -> None:
    crop = (0.5, 0.5, 0.6, 0.75)
    needed = needed_for(DecodeRequest(b"", preprocess=PREPROCESS, crop=crop))
    width, height = 8000, 6000
    factor = needed.factor(width, height, DRAFT_OVERSAMPLING)
    assert min(0.1 * width, 0.25 * height) / factor >= DRAFT_OVERSAMPLING * 32
