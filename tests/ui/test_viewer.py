import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot
from ui.in_memory import InMemoryWorker, save_picture

from photoclip.domain.photos import PhotoRow
from photoclip.ui.full_photo import FullPhotoLoader, Loaded, Shortfall
from photoclip.ui.main_window import MainWindow
from photoclip.worker.messages import GridRow


def open_photo(qtbot: QtBot, window: MainWindow, row: int) -> None:
    """Double-click, and wait for the picture."""
    rect = window.grid.visualRect(window.model.index(row))
    qtbot.waitUntil(lambda: window.model.photo(row) is not None)
    qtbot.mouseClick(window.grid.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    qtbot.mouseDClick(window.grid.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def test_double_click_shows_the_photo_and_escape_goes_back(qtbot: QtBot, window: MainWindow) -> None:
    open_photo(qtbot, window, 4)
    viewer = window.view.viewer
    assert window.view.shows_viewer()
    assert viewer.title.text() == "IMG_0005.jpg"
    assert "5 of 24" in viewer.details.text()
    qtbot.waitUntil(lambda: viewer.canvas.picture_size() == QSize(96, 64))
    assert viewer.note.text() == ""
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert not window.view.shows_viewer()
    assert window.grid.hasFocus()
    assert window.grid.currentIndex().row() == 4


def test_left_and_right_step_and_the_grid_goes_along(qtbot: QtBot, window: MainWindow) -> None:
    open_photo(qtbot, window, 0)
    viewer = window.view.viewer
    assert not viewer.previous.isEnabled()
    qtbot.keyClick(viewer, Qt.Key.Key_Left)
    assert viewer.title.text() == "IMG_0001.jpg"
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    assert viewer.title.text() == "IMG_0003.jpg"
    qtbot.mouseClick(viewer.next, Qt.MouseButton.LeftButton)
    assert viewer.title.text() == "IMG_0004.jpg"
    assert window.grid.currentIndex().row() == 3


def test_a_late_picture_of_a_photo_stepped_over_is_dropped(qtbot: QtBot, tmp_path: Path) -> None:
    loader = FullPhotoLoader()
    spy = QSignalSpy(loader.loaded)
    first = PhotoRow(1, b"1", os.fsencode(save_picture(tmp_path / "1.png", "red", 30, 30)), 30, 30, None)
    second = PhotoRow(2, b"2", os.fsencode(save_picture(tmp_path / "2.png", "blue", 20, 20)), 20, 20, None)
    loader.load(first, "/nowhere", QSize(100, 100))
    loader.load(second, "/nowhere", QSize(100, 100))
    qtbot.waitUntil(lambda: spy.count() == 2)
    arrived = [spy.at(number)[0] for number in range(spy.count())]
    assert {loaded.ticket for loaded in arrived} == {2}
    assert arrived[-1].image.size() == QSize(20, 20)
    loader.close()


def load(qtbot: QtBot, photo: PhotoRow, thumbnail: Path) -> list[Loaded]:
    loader = FullPhotoLoader()
    spy = QSignalSpy(loader.loaded)
    loader.load(photo, str(thumbnail), QSize(50, 50))
    qtbot.waitUntil(lambda: spy.count() == 2)
    return [spy.at(0)[0], spy.at(1)[0]]


def test_the_thumbnail_comes_first_and_the_photo_shrunk_to_the_screen(qtbot: QtBot, tmp_path: Path) -> None:
    path = save_picture(tmp_path / "large.jpg", "red", 400, 200)
    thumbnail = save_picture(tmp_path / "small.jpg", "red", 20, 10)
    preview, full = load(qtbot, PhotoRow(1, b"1", os.fsencode(path), 400, 200, None), thumbnail)
    assert (preview.preview, preview.image.size()) == (True, QSize(20, 10))
    assert (full.preview, full.image.size(), full.shortfall) == (False, QSize(50, 25), None)


@pytest.mark.qt_log_ignore("Unsupported marker type", extend=True)
def test_a_photo_that_cannot_be_shown_says_why(qtbot: QtBot, tmp_path: Path) -> None:
    thumbnail = save_picture(tmp_path / "small.jpg", "red", 20, 10)
    contents = {
        Shortfall.OTHER_PROGRAM: b"\0\0\0\x18ftypheic",
        Shortfall.DAMAGED: b"\xff\xd8\xff and then nothing",
        Shortfall.GONE: None,
    }
    for expected, content in contents.items():
        path = tmp_path / f"{expected.name}.x"
        if content is not None:
            path.write_bytes(content)
        _, full = load(qtbot, PhotoRow(1, b"1", os.fsencode(path), 4, 2, None), thumbnail)
        assert full.shortfall is expected
        assert full.image.isNull()


def test_a_heic_photo_stays_at_its_preview_and_says_how_to_see_it(
    qtbot: QtBot, tmp_path: Path, worker: InMemoryWorker, open_window: Callable[[InMemoryWorker], MainWindow]
) -> None:
    path = tmp_path / "IMG_9.heic"
    path.write_bytes(b"\0\0\0\x18ftypheic")
    row = worker.rows[1]
    photo = PhotoRow(1, row.photo.content_hash, os.fsencode(path), 4000, 3000, None)
    worker.rows[1] = GridRow(photo, row.thumbnail)
    window = open_window(worker)
    open_photo(qtbot, window, 0)
    viewer = window.view.viewer
    qtbot.waitUntil(lambda: "HEIC" in viewer.note.text())
    assert "Ctrl+O" in viewer.note.text()
    assert viewer.canvas.picture_size() == QSize(48, 32)


def test_a_search_leads_out_of_the_viewer(qtbot: QtBot, window: MainWindow) -> None:
    open_photo(qtbot, window, 0)
    with qtbot.waitSignal(window.questions.answered):
        qtbot.keyClicks(window.search, "dog")
    assert not window.view.shows_viewer()


def test_the_viewer_stays_on_its_photo_while_the_library_changes(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    open_photo(qtbot, window, 2)
    worker.rows = {key: row for key, row in worker.rows.items() if key != 1}
    worker.publish_library()
    qtbot.waitUntil(lambda: window.model.rowCount() == 23, timeout=3000)
    viewer = window.view.viewer
    assert window.view.shows_viewer()
    assert viewer.title.text() == "IMG_0003.jpg"
    assert "2 of 23" in viewer.details.text()
