"""Whether two photos are the same to the eye: sketches, and photos that have none."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageFilter

from photoclip.library.likeness import CERTAIN, Likeness, are_same, levelled


def scene(seed: int) -> Image.Image:
    noise = np.random.default_rng(seed).integers(0, 256, (12, 16, 3), dtype=np.uint8)
    return Image.fromarray(noise).resize((640, 480), Image.Resampling.BICUBIC)


@pytest.fixture
def likeness(home) -> Likeness:
    original = scene(1)
    original.save(home.photos / "0.png")
    original.resize((320, 240)).save(home.photos / "1.jpg", quality=60)
    moved = original.crop((64, 24, 640, 480))
    moved.save(home.photos / "2.png")
    home.keep_up()
    return Likeness(home.catalog.photos, home.workshop.sketches)


def ids(home) -> list[int]:
    rows = home.catalog.photos.rows(home.catalog.photos.in_sight().tolist())
    return [row.photo_id for row in sorted(rows, key=lambda row: row.path)]


def test_a_smaller_and_coarser_copy_is_the_same_and_another_shot_is_not(home, likeness) -> None:
    original, copy, moved = ids(home)
    assert likeness.same(original, copy, 0.9)
    assert not likeness.same(original, moved, 0.999)


def test_without_a_sound_thumbnail_only_the_vectors_speak(home, likeness) -> None:
    original, copy, _ = ids(home)
    (row,) = home.catalog.photos.rows([copy])
    thumbnail = Path(home.workshop.thumbnails.path(row.content_hash))
    for content in (thumbnail.read_bytes()[:-1], b"", b"no picture at all"):
        thumbnail.write_bytes(content)
        fresh = Likeness(home.catalog.photos, home.workshop.sketches)
        assert not fresh.same(original, copy, CERTAIN - 0.001)
        assert fresh.same(original, copy, CERTAIN)
    thumbnail.unlink()
    assert not Likeness(home.catalog.photos, home.workshop.sketches).same(original, copy, CERTAIN - 0.001)
    assert not likeness.same(original, 999, 0.0)


def test_pictures_without_contrast_are_compared_by_their_levels() -> None:
    flat = levelled(np.full((16, 16), 100, np.uint8))
    assert are_same(flat, levelled(np.full((16, 16), 101, np.uint8)))
    pattern = np.asarray(scene(3).filter(ImageFilter.BLUR).convert("L").resize((16, 16)))
    assert not are_same(flat, levelled(pattern))
