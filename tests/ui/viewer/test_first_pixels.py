"""Measures, and prints, how long a photo of 24 megapixels takes to be seen. Run with `-s -m measure`."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot
from ui.viewing import Viewing, grid_row

SIZE = (6000, 4000)


def camera_photo(path: Path) -> Path:
    """About 10 MB of JPEG: soft shapes with the grain of a sensor."""
    noise = np.random.default_rng(0)
    shapes = Image.fromarray(noise.integers(0, 255, (250, 375, 3), dtype=np.uint8)).resize(SIZE)
    grain = noise.integers(-12, 12, (SIZE[1], SIZE[0], 1), dtype=np.int16)
    pixels = (np.asarray(shapes).astype(np.int16) + grain).clip(0, 255).astype(np.uint8)
    Image.fromarray(pixels).save(path, quality=92)
    return path


@pytest.mark.measure
def test_the_time_to_the_first_pixels_of_a_large_photo(qtbot: QtBot, tmp_path: Path) -> None:
    photos = [camera_photo(tmp_path / f"{number}.jpg") for number in (1, 2)]
    thumbnail = tmp_path / "thumbnail.jpg"
    with Image.open(photos[0]) as photo:
        photo.draft("RGB", (512, 512))
        photo.resize((512, 341)).save(thumbnail)
    viewing = Viewing(qtbot, [grid_row(n, path, *SIZE, thumbnail) for n, path in enumerate(photos, 1)])
    qtbot.waitUntil(lambda: viewing.model.photo(1) is not None)
    viewer = viewing.viewer

    begun = time.perf_counter()
    viewer.show_row(0)
    while not viewer.canvas.has_picture():
        qtbot.wait(1)
    viewer.canvas.repaint()
    first = time.perf_counter()
    while not viewer.presenter.is_loaded():
        qtbot.wait(1)
    viewer.canvas.repaint()
    sharp = time.perf_counter()
    qtbot.waitUntil(lambda: viewer.loader.is_ready(viewing.worker.rows[2].photo))
    before_step = time.perf_counter()
    viewer.step_on()
    viewer.canvas.repaint()
    step = time.perf_counter() - before_step

    print(f"\nfirst pixels {1e3 * (first - begun):.0f} ms, sharp {1e3 * (sharp - begun):.0f} ms", end=", ")
    print(f"step to the next {1e3 * step:.0f} ms")
    assert viewer.canvas.picture_size().width() >= 800
    viewing.close()
