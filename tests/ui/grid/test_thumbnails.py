import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot
from ui.in_memory import save_picture

from photoclip import storage
from photoclip.ui.grid.thumbnails import Thumbnails
from photoclip.ui.grid.tiles import TileSpec, make_tile
from photoclip.ui.picture import Picture, read_file, readable_format

SPEC = TileSpec(side=60, ratio=1.0, filled=True)


def test_a_tile_comes_once_it_was_made(qtbot: QtBot, tmp_path: Path) -> None:
    thumbnails = Thumbnails(SPEC)
    path = str(save_picture(tmp_path / "a.jpg", "red"))
    with qtbot.waitSignal(thumbnails.ready) as caught:
        assert thumbnails.pixmap(b"a", path) is None
    assert caught.args == [b"a"]
    pixmap = thumbnails.pixmap(b"a", path)
    assert pixmap is not None
    assert pixmap.toImage().pixelColor(30, 30).red() > 240


@pytest.mark.qt_log_ignore("Unsupported marker type", extend=True)
@pytest.mark.parametrize("content", [None, b"", b"\xff\xd8\xff not really", b"<svg/>"])
def test_a_missing_or_damaged_thumbnail_is_known_as_such(
    qtbot: QtBot, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "a.jpg"
    if content is not None:
        path.write_bytes(content)
    thumbnails = Thumbnails(SPEC)
    with qtbot.waitSignal(thumbnails.ready):
        assert thumbnails.pixmap(b"a", str(path)) is None
    assert thumbnails.is_missing(b"a")
    with qtbot.assertNotEmitted(thumbnails.ready, wait=30):
        assert thumbnails.pixmap(b"a", str(path)) is None


def test_a_thumbnail_with_a_flipped_bit_is_never_drawn(qtbot: QtBot, tmp_path: Path) -> None:
    path = save_picture(tmp_path / "a.jpg", "red")
    data = bytearray(storage.seal(path.read_bytes()))
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    thumbnails = Thumbnails(SPEC)
    with qtbot.waitSignal(thumbnails.ready):
        assert thumbnails.pixmap(b"a", str(path)) is None
    assert thumbnails.is_missing(b"a")


def test_the_cache_is_bounded(qtbot: QtBot, tmp_path: Path) -> None:
    one = 60 * 60 * 4
    thumbnails = Thumbnails(SPEC, cache_bytes=3 * one)
    path = str(save_picture(tmp_path / "a.jpg", "red"))
    for name in (b"1", b"2", b"3", b"4"):
        with qtbot.waitSignal(thumbnails.ready):
            thumbnails.pixmap(name, path)
    with qtbot.assertNotEmitted(thumbnails.ready, wait=20):
        assert thumbnails.pixmap(b"4", path) is not None
    assert thumbnails.pixmap(b"1", path) is None
    thumbnails.close()


def test_an_old_tile_serves_until_one_of_the_new_size_is_ready(qtbot: QtBot, tmp_path: Path) -> None:
    thumbnails = Thumbnails(SPEC)
    path = str(save_picture(tmp_path / "a.jpg", "red"))
    with qtbot.waitSignal(thumbnails.ready):
        thumbnails.pixmap(b"a", path)
    thumbnails.set_spec(TileSpec(90, 1.0, True))
    with qtbot.waitSignal(thumbnails.ready):
        old = thumbnails.pixmap(b"a", path)
    assert old is not None
    assert old.width() == 60
    new = thumbnails.pixmap(b"a", path)
    assert new is not None
    assert new.width() == 90


def test_a_filled_tile_is_the_middle_and_a_whole_one_has_the_photo_s_proportions(tmp_path: Path) -> None:
    image = QImage(300, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    painter = QPainter(image)
    painter.fillRect(100, 0, 100, 100, QColor("red"))
    painter.end()
    path = tmp_path / "wide.png"
    assert image.save(str(path))
    filled = make_tile(path.read_bytes(), SPEC)
    whole = make_tile(path.read_bytes(), TileSpec(60, 1.0, filled=False))
    assert filled.size() == QSize(60, 60)
    assert filled.pixelColor(3, 30).red() > 200
    assert whole.size() == QSize(60, 20)
    assert whole.pixelColor(5, 10).blue() > 200
    assert filled.pixelColor(0, 0).alpha() < 255, "corners are rounded"


@pytest.mark.parametrize("ground", ["white", "black"])
def test_a_photo_of_the_grid_s_own_colour_still_has_an_edge(tmp_path: Path, ground: str) -> None:
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    path = tmp_path / "plain.png"
    assert image.save(str(path))
    tile = make_tile(path.read_bytes(), SPEC)
    assert tile.pixelColor(30, 30) == QColor(ground)
    assert tile.pixelColor(30, 0) != QColor(ground)
    assert tile.pixelColor(0, 30) == tile.pixelColor(30, 0)


def test_a_photo_on_its_side_is_turned_before_it_is_cropped(tmp_path: Path) -> None:
    """EXIF orientation 6: the camera was turned; upright, what was left is on top."""
    image = QImage(300, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    painter = QPainter(image)
    painter.fillRect(0, 0, 150, 100, QColor("red"))
    painter.end()
    path = tmp_path / "turned.jpg"
    assert image.save(str(path), quality=95)
    data = path.read_bytes()
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
    turned = data[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + data[2:]
    assert Picture(turned).size() == QSize(100, 300)
    within = Picture(turned).read_within(QSize(60, 60))
    assert within.size() == QSize(20, 60)
    assert within.pixelColor(10, 5).red() > 200
    assert within.pixelColor(10, 55).blue() > 200
    square = Picture(turned).read_square(50)
    assert square.size() == QSize(50, 50)
    assert square.pixelColor(25, 5).red() > 200
    assert square.pixelColor(25, 45).blue() > 200


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\xff\xd8\xff\xe0", "jpeg"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "webp"),
        (b"II*\0", None),
        (b"\0\0\0\x18ftypheic", None),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", None),
        (b"%PDF-1.7", None),
        (b"", None),
    ],
)
def test_only_plain_picture_formats_reach_qt_s_decoders(data: bytes, name: str | None) -> None:
    assert readable_format(data) == name
    assert Picture(data).readable in (False, name is not None)
    if name is None:
        assert Picture(data).read_within(QSize(10, 10)).isNull()


def test_names_that_are_not_utf8_can_be_read(tmp_path: Path) -> None:
    name = b"caf\xe9.jpg"
    (tmp_path / os.fsdecode(name)).write_bytes(b"content")
    assert read_file(os.fsencode(tmp_path) + b"/" + name) == b"content"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_in_place_of_a_photo_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    with pytest.raises(OSError, match="regular"):
        read_file(str(tmp_path / "pipe.jpg"))


def test_a_grey_tile_is_made_beside_the_coloured_one(qtbot: QtBot, tmp_path: Path) -> None:
    thumbnails = Thumbnails(SPEC)
    path = str(save_picture(tmp_path / "a.jpg", "red"))
    with qtbot.waitSignal(thumbnails.ready):
        assert thumbnails.pixmap(b"a", path) is None
    with qtbot.waitSignal(thumbnails.ready):
        assert thumbnails.pixmap(b"a", path, grey=True) is not None, "the coloured one serves until then"
    seen = []
    for grey in (False, True):
        pixmap = thumbnails.pixmap(b"a", path, grey=grey)
        assert pixmap is not None
        seen.append(pixmap.toImage().pixelColor(30, 30))
    assert [colour.saturation() > 200 for colour in seen] == [True, False]
    assert seen[1].red() == seen[1].green() == seen[1].blue()
    assert 60 < seen[1].red() < 95, "as bright as red looks"
