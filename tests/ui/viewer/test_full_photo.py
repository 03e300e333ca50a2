import os
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QRect, QSize
from ui.in_memory import save_picture
from ui.viewing import grid_row

from photoclip.ui.viewer.full_photo import (
    Region,
    Shortfall,
    read_detail,
    read_preview,
    read_screen,
    region_to_read,
)

BOX = QSize(50, 50)


def test_a_photo_is_shrunk_to_the_screen_and_keeps_its_own_size(tmp_path: Path) -> None:
    path = save_picture(tmp_path / "large.jpg", "red", 400, 200)
    screen = read_screen(grid_row(1, path, 400, 200).photo, BOX)
    assert screen is not None
    assert (screen.image.size(), screen.size, screen.shortfall) == (QSize(50, 25), QSize(400, 200), None)


def test_what_is_left_to_the_worker_and_what_is_gone_are_told_apart(tmp_path: Path) -> None:
    heic = tmp_path / "a.heic"
    heic.write_bytes(b"\0\0\0\x18ftypheic")
    assert read_screen(grid_row(1, heic, 4, 2).photo, BOX) is None
    gone = read_screen(grid_row(1, tmp_path / "gone.jpg", 4, 2).photo, BOX)
    assert gone is not None
    assert gone.shortfall is Shortfall.GONE


def test_a_name_that_is_no_utf8_is_read(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"\xff\xfe.jpg")
    save_picture(tmp_path / "a.jpg", "red", 8, 8).rename(os.fsdecode(path))
    screen = read_screen(grid_row(1, path, 8, 8).photo, BOX)
    assert screen is not None
    assert screen.image.size() == QSize(8, 8)


def test_a_thumbnail_that_is_missing_or_cut_short_is_no_preview(tmp_path: Path) -> None:
    whole = save_picture(tmp_path / "a.jpg", "red", 20, 10)
    assert read_preview(str(whole)).size() == QSize(20, 10)
    whole.write_bytes(whole.read_bytes()[:-40])
    assert read_preview(str(whole)).isNull()
    assert read_preview(str(tmp_path / "none.jpg")).isNull()


@pytest.mark.parametrize("frames", [1, 3])
def test_only_a_file_with_several_frames_is_to_be_played(tmp_path: Path, frames: int) -> None:
    path = tmp_path / "a.gif"
    pictures = [Image.new("RGB", (8, 8), (80 * n, 0, 0)) for n in range(frames)]
    pictures[0].save(path, save_all=True, append_images=pictures[1:])
    screen = read_screen(grid_row(1, path, 8, 8).photo, BOX)
    assert screen is not None
    assert (screen.animation is not None) == (frames > 1)


def test_a_photo_that_fits_into_memory_is_decoded_whole_for_zooming() -> None:
    visible = QRect(100, 100, 800, 600)
    assert region_to_read(QSize(6000, 4000), visible, 1.0) == Region(QRect(0, 0, 6000, 4000))


def test_of_a_panorama_only_what_is_seen_is_decoded_whatever_the_zoom() -> None:
    size = QSize(30_000, 10_000)
    for scale in (0.07, 0.13, 0.3, 0.6, 1.0, 4.0):
        seen = QRect(2000, 1000, min(int(3840 / scale), 28_000), min(int(2160 / scale), 9000))
        region = region_to_read(size, seen, scale)
        assert region.part.contains(seen)
        assert QRect(0, 0, 30_000, 10_000).contains(region.part)
        assert region.part.width() * region.part.height() / region.shrink**2 < 48_000_000
        assert region.shrink == 8 or 1 / region.shrink < 2 * scale or region.shrink == 1


def test_a_detail_has_the_photo_own_pixels(tmp_path: Path) -> None:
    path = save_picture(tmp_path / "large.jpg", "red", 400, 200)
    detail = read_detail(grid_row(1, path, 400, 200).photo, Region(QRect(100, 50, 64, 32)))
    assert (detail.image.size(), detail.part, detail.shortfall) == (
        QSize(64, 32),
        QRect(100, 50, 64, 32),
        None,
    )
    path.unlink()
    gone = read_detail(grid_row(1, path, 400, 200).photo, Region(QRect(0, 0, 8, 8)))
    assert gone.shortfall is Shortfall.GONE
