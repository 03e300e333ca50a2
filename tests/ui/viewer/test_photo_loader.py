from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot
from ui.in_memory import save_picture
from ui.viewing import grid_row

from photoclip.domain.photos import PhotoRow
from photoclip.ui.viewer import photo_loader
from photoclip.ui.viewer.full_photo import Region, Screen, Shortfall, read_screen
from photoclip.ui.viewer.photo_loader import FIRST_TICKET, KEPT, PhotoLoader
from photoclip.worker.messages import PictureLoaded

BOX = QSize(100, 100)


class Asked:
    """Notes what the worker is asked for; a test answers."""

    def __init__(self) -> None:
        self.calls: list[tuple[int, bytes, tuple[int, int] | None]] = []

    def load_picture(self, ticket: int, path: bytes, box: tuple[int, int] | None) -> None:
        self.calls.append((ticket, path, box))


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def loader(qtbot: QtBot, asked: Asked) -> Iterator[PhotoLoader]:
    made = PhotoLoader(asked.load_picture)
    yield made
    made.close()


@pytest.fixture
def photos(tmp_path: Path) -> list[PhotoRow]:
    """Photos 10, 20 and so on pixels wide."""
    return [
        grid_row(n, save_picture(tmp_path / f"{n}.png", "red", n * 10, 8), n * 10, 8).photo
        for n in range(1, 7)
    ]


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The ids of photos that were really decoded."""
    seen: list[int] = []

    def noting(photo: PhotoRow, box: QSize) -> Screen | None:
        seen.append(photo.photo_id)
        return read_screen(photo, box)

    monkeypatch.setattr(photo_loader, "read_screen", noting)
    return seen


def test_photos_stepped_over_are_never_decoded(
    qtbot: QtBot, loader: PhotoLoader, photos: list[PhotoRow], decoded: list[int]
) -> None:
    spy = QSignalSpy(loader.photo_loaded)
    with qtbot.waitSignal(loader.photo_loaded):
        for photo in photos * 5:
            loader.load(photo, "/nowhere", BOX)
    assert spy.count() == 1
    assert spy.at(0)[0].size == QSize(60, 8)
    # Two threads may each have begun with one before the next came.
    assert len(decoded) < len(photos) * 5
    assert decoded.count(6) == 1


def test_neighbours_are_made_ready_and_come_at_once(
    qtbot: QtBot, loader: PhotoLoader, photos: list[PhotoRow], decoded: list[int]
) -> None:
    with qtbot.waitSignal(loader.photo_loaded):
        loader.load(photos[1], "/nowhere", BOX)
    loader.prefetch([photos[2], photos[0]])
    qtbot.waitUntil(lambda: loader.is_ready(photos[2]) and loader.is_ready(photos[0]))
    spy = QSignalSpy(loader.photo_loaded)
    loader.load(photos[2], "/nowhere", BOX)
    assert spy.count() == 1
    assert sorted(decoded) == [1, 2, 3]


def test_no_more_screens_are_kept_than_can_be_stepped_to(
    qtbot: QtBot, loader: PhotoLoader, photos: list[PhotoRow]
) -> None:
    for at in range(1, 5):
        loader.load(photos[at], "/nowhere", BOX)
        loader.prefetch([photos[at + 1], photos[at - 1]])
        qtbot.waitUntil(lambda at=at: all(loader.is_ready(photos[at + by]) for by in (-1, 0, 1)))
    assert sum(loader.is_ready(photo) for photo in photos) == KEPT


def test_what_is_left_to_the_worker_is_asked_of_it_and_others_pictures_are_passed_over(
    qtbot: QtBot, loader: PhotoLoader, asked: Asked, tmp_path: Path
) -> None:
    path = tmp_path / "a.heic"
    path.write_bytes(b"\0\0\0\x18ftypheic")
    spy = QSignalSpy(loader.photo_loaded)
    loader.load(grid_row(1, path, 4000, 2000).photo, "/nowhere", BOX)
    qtbot.waitUntil(lambda: len(asked.calls) == 1)
    ticket, _, box = asked.calls[0]
    assert ticket >= FIRST_TICKET
    assert box == (100, 100)
    loader.take_picture(PictureLoaded(7, 100, 50, b"\0" * 15_000))
    with qtbot.waitSignal(loader.photo_loaded):
        loader.take_picture(PictureLoaded(ticket, 100, 50, b"\0" * 15_000))
    screen = spy.at(0)[0]
    assert (spy.count(), screen.image.size(), screen.size) == (1, QSize(100, 50), QSize(4000, 2000))
    loader.load_detail(screen, Region(screen.image.rect()))
    assert asked.calls[1][1:] == (bytes(path), (4000, 2000))
    with qtbot.waitSignal(loader.detail_loaded) as caught:
        loader.take_picture(PictureLoaded(asked.calls[1][0], 400, 200, b"\0" * 240_000))
    assert caught.args[0].image.size() == QSize(400, 200)


def test_an_answer_that_the_worker_left_out_is_asked_for_again(
    qtbot: QtBot, loader: PhotoLoader, asked: Asked, photos: list[PhotoRow], tmp_path: Path
) -> None:
    path = tmp_path / "a.heic"
    path.write_bytes(b"\0\0\0\x18ftypheic")
    photo = grid_row(9, path, 4, 2).photo
    for count in (1, 2):
        loader.load(photo, "/nowhere", BOX)
        qtbot.waitUntil(lambda count=count: len(asked.calls) == count)
        with qtbot.waitSignal(loader.photo_loaded):
            loader.load(photos[0], "/nowhere", BOX)


def test_what_neither_can_decode_is_damaged(
    qtbot: QtBot, loader: PhotoLoader, asked: Asked, tmp_path: Path
) -> None:
    path = tmp_path / "a.tiff"
    path.write_bytes(b"II*\0 and then nothing")
    loader.load(grid_row(1, path, 4, 2).photo, "/nowhere", BOX)
    qtbot.waitUntil(lambda: len(asked.calls) == 1)
    with qtbot.waitSignal(loader.photo_loaded) as caught:
        loader.take_picture(PictureLoaded(asked.calls[0][0], problem="The file is damaged."))
    assert caught.args[0].shortfall is Shortfall.DAMAGED


def test_nothing_comes_after_it_was_cancelled(
    qtbot: QtBot, loader: PhotoLoader, photos: list[PhotoRow]
) -> None:
    spy = QSignalSpy(loader.photo_loaded)
    loader.load(photos[0], "/nowhere", BOX)
    loader.close()
    with qtbot.waitSignal(loader.photo_loaded):
        loader.load(photos[1], "/nowhere", BOX)
    assert [spy.at(n)[0].size for n in range(spy.count())] == [QSize(20, 8)]
