"""Sketches: drawn from thumbnails, the same for a photo and its copies."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from photoclip.domain.pipeline import SKETCH_SIDE
from photoclip.imaging.sketches import Sketches
from photoclip.imaging.thumbnails import Thumbnails

HASH = bytes(range(16))


def jpeg(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "JPEG", quality=90)
    return file.getvalue()


@pytest.fixture
def thumbnails(tmp_path: Path) -> Thumbnails:
    return Thumbnails(tmp_path / "thumbnails")


def scene() -> Image.Image:
    noise = np.random.default_rng(5).integers(0, 256, (9, 12, 3), dtype=np.uint8)
    return Image.fromarray(noise).resize((500, 375), Image.Resampling.BICUBIC)


@pytest.mark.parametrize("share", [0.85, 0.75, 0.51, 0.33, 0.06])
def test_copies_of_any_size_have_the_same_sketch(thumbnails: Thumbnails, share: float) -> None:
    photo, sketches = scene(), Sketches(thumbnails)
    thumbnails.put(HASH, jpeg(photo))
    own = sketches.of(HASH)
    thumbnails.put(HASH, jpeg(photo.resize((round(500 * share), round(375 * share)))))
    copy = sketches.of(HASH)
    assert own is not None
    assert copy is not None
    assert own.shape == copy.shape == (SKETCH_SIDE, SKETCH_SIDE)
    assert np.abs(own.astype(int) - copy).mean() < 0.08 * own.std()


def test_what_is_no_thumbnail_of_ours_has_none(thumbnails: Thumbnails) -> None:
    sketches = Sketches(thumbnails)
    assert sketches.of(HASH) is None
    png = io.BytesIO()
    scene().save(png, "PNG")
    for data in (b"", b"\xff\xd8\xff\xd9", png.getvalue(), jpeg(Image.new("RGB", (2049, 1)))):
        thumbnails.put(HASH, data)
        assert sketches.of(HASH) is None
