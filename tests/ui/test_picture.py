import os
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QRect, QSize

from photoclip.ui.picture import (
    WHOLE_PIXELS,
    Picture,
    from_rgb,
    most_whole,
    read_file,
    read_if_readable,
)

GREEN, BLUE = (0, 200, 0), (0, 0, 200)
QUARTERS = {(0, 0): (200, 0, 0), (1, 0): GREEN, (0, 1): BLUE, (1, 1): (200, 200, 0)}


def quartered(path: Path, orientation: int = 1, size: tuple[int, int] = (320, 160)) -> Path:
    """Red and green over blue and yellow, as the file has them."""
    image = Image.new("RGB", size)
    half = (size[0] // 2, size[1] // 2)
    for (column, row), colour in QUARTERS.items():
        image.paste(colour, (column * half[0], row * half[1], (column + 1) * half[0], (row + 1) * half[1]))
    exif = Image.Exif()
    exif[0x0112] = orientation
    image.save(path, exif=exif, quality=95, subsampling=0)
    return path


@pytest.mark.parametrize("shrink", [1, 2, 4])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_region_is_the_same_part_of_the_upright_picture_however_the_file_is_turned(
    tmp_path: Path, orientation: int, shrink: int
) -> None:
    data = read_file(str(quartered(tmp_path / "turned.jpg", orientation)))
    whole = Picture(data).read()
    size = whole.size()
    for left in (0, size.width() // 2):
        for top in (0, size.height() // 2):
            wanted = QRect(left, top, size.width() // 2, size.height() // 2)
            image, part = Picture(data).read_region(wanted, shrink)
            assert part == wanted
            assert image.size() == wanted.size() / shrink
            seen, there = image.pixelColor(image.rect().center()), whole.pixelColor(part.center())
            assert abs(seen.red() - there.red()) + abs(seen.green() - there.green()) < 12


def test_a_region_at_odd_edges_says_which_part_it_became(tmp_path: Path) -> None:
    data = read_file(str(quartered(tmp_path / "odd.jpg", size=(322, 164))))
    image, part = Picture(data).read_region(QRect(101, 33, 150, 90), 2)
    assert part.left() % 8 == part.top() % 8 == 0
    assert image.size() == part.size() / 2
    assert part.contains(QRect(101, 33, 140, 80))


def test_of_other_formats_a_region_is_the_whole(tmp_path: Path) -> None:
    data = read_file(str(quartered(tmp_path / "whole.png")))
    image, part = Picture(data).read_region(QRect(10, 10, 20, 20), 1)
    assert (image.size(), part) == (QSize(320, 160), QRect(0, 0, 320, 160))


def test_a_picture_too_large_to_be_held_is_shrunk_in_proportion() -> None:
    assert most_whole(QSize(6000, 4000)) == QSize(6000, 4000)
    smaller = most_whole(QSize(30_000, 10_000))
    assert smaller.width() * smaller.height() == pytest.approx(WHOLE_PIXELS, rel=0.01)


def test_pixels_of_the_worker_become_the_same_picture() -> None:
    image = from_rgb(2, 1, bytes((1, 2, 3, 250, 251, 252)))
    assert [image.pixelColor(x, 0).getRgb() for x in (0, 1)] == [(1, 2, 3, 255), (250, 251, 252, 255)]
    assert from_rgb(2, 2, b"too few").isNull()
    assert from_rgb(0, 0, b"").isNull()


def test_only_formats_left_to_qt_are_read_whole(tmp_path: Path) -> None:
    jpeg = quartered(tmp_path / "a.jpg")
    tiff = tmp_path / "a.tiff"
    Image.new("RGB", (4, 4)).save(tiff)
    assert read_if_readable(str(jpeg)) == jpeg.read_bytes()
    assert read_if_readable(str(tiff)) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_place_of_a_photo_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    for read in (read_file, read_if_readable):
        with pytest.raises(OSError, match="regular"):
            read(str(tmp_path / "pipe.jpg"))


def animate(path: Path, frames: int, **more: object) -> Path:
    pictures = [Image.new("RGB", (24, 16), (40 * n % 256, 255 - 40 * n % 256, 90)) for n in range(frames)]
    pictures[0].save(path, save_all=True, append_images=pictures[1:], duration=40, loop=0, **more)
    return path


@pytest.mark.parametrize("name", ["a.gif", "a.webp"])
def test_animated_files_are_told_from_still_ones(tmp_path: Path, name: str) -> None:
    assert Picture(animate(tmp_path / name, 3).read_bytes()).animated
    assert not Picture(animate(tmp_path / f"still-{name}", 1).read_bytes()).animated
