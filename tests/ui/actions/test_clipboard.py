"""Photos to the clipboard, and pictures from it to search by."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot
from ui.in_memory import InMemoryWorker

from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.main_window import MainWindow
from photoclip.worker.messages import PictureLoaded


@pytest.fixture(autouse=True)
def empty_clipboard(qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()


def choose(qtbot: QtBot, window: MainWindow, *rows: int) -> None:
    qtbot.waitUntil(lambda: all(window.model.photo(row) is not None for row in rows))
    window.grid.setCurrentIndex(window.model.index(rows[0]))
    window.grid.select_ids(window.model.ids[list(rows)])
    qtbot.waitUntil(lambda: window.commands[Command.COPY].isEnabled())


def mime() -> QMimeData:
    held = QGuiApplication.clipboard().mimeData()
    assert held is not None
    return held


def test_a_photo_is_copied_as_file_path_and_picture(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    choose(qtbot, window, 0)
    window.commands[Command.COPY].trigger()
    path = os.fsdecode(worker.rows[1].photo.path)
    qtbot.waitUntil(lambda: mime().hasImage())
    assert mime().urls() == [QUrl.fromLocalFile(path)]
    assert mime().text() == path
    copied = QGuiApplication.clipboard().image()
    colour = QImage(path).pixelColor(5, 5)
    assert copied.width() == 96
    assert abs(copied.pixelColor(5, 5).red() - colour.red()) < 3


def test_several_photos_are_copied_as_files(qtbot: QtBot, window: MainWindow, worker: InMemoryWorker) -> None:
    choose(qtbot, window, 0, 2)
    window.commands[Command.COPY].trigger()
    qtbot.waitUntil(lambda: len(mime().urls()) == 2)
    assert mime().text().count("\n") == 1
    assert not mime().hasImage()


def test_the_picture_alone_is_copied(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, 0)
    window.commands[Command.COPY_IMAGE].trigger()
    qtbot.waitUntil(lambda: mime().hasImage())
    assert not mime().urls()


def test_a_picture_that_comes_late_replaces_nothing(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    tickets: list[int] = []
    window.clipboard._load_picture = lambda ticket, path, box: tickets.append(ticket)
    choose(qtbot, window, 0)
    window.commands[Command.COPY].trigger()
    qtbot.waitUntil(lambda: bool(tickets))
    QGuiApplication.clipboard().setText("something else")
    with qtbot.waitSignal(window.clipboard._made):
        worker.publish(PictureLoaded(tickets[0], 1, 1, b"abc"))
    assert mime().text() == "something else"
    assert not mime().hasImage()


def test_a_picture_that_cannot_be_decoded_is_said(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    choose(qtbot, window, 0)
    Path(os.fsdecode(worker.rows[1].photo.path)).write_bytes(b"no picture")
    window.commands[Command.COPY_IMAGE].trigger()
    qtbot.waitUntil(lambda: "The file is damaged." in window.view.messages.text())


def test_a_pasted_picture_is_searched_by_and_its_file_goes_with_the_window(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    picture = QImage(30, 20, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    QGuiApplication.clipboard().setImage(picture)
    window.search.setFocus()
    with qtbot.waitSignal(window.flow.showing):
        qtbot.keyClick(window.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    file = Path(worker.asked[-1].query.image)
    assert QImage(str(file)).size() == picture.size()
    assert file.parent.stat().st_mode & 0o077 == 0, "nobody else may see it"
    assert window.view.chips.texts() == ["Similar to the picture from the clipboard"]
    window.close()
    assert not file.parent.exists()


def test_a_pasted_file_is_searched_by(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker, tmp_path: Path
) -> None:
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(tmp_path / "IMG_0003.jpg"))])
    QGuiApplication.clipboard().setMimeData(held)
    with qtbot.waitSignal(window.flow.showing):
        window.commands[Command.PASTE].trigger()
    assert worker.asked[-1].query.image == str(tmp_path / "IMG_0003.jpg")


def test_words_in_the_clipboard_are_pasted_into_the_search(qtbot: QtBot, window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("dog")
    window.search.setFocus()
    qtbot.keyClick(window.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.search.text() == "dog"
    window.commands[Command.PASTE].trigger()
    assert "no picture in the clipboard" in window.view.messages.text()


def test_a_dropped_picture_without_a_file_is_called_what_it_is(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    picture = QImage(30, 20, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    with qtbot.waitSignal(window.flow.showing):
        window.drop.picture_dropped.emit(picture)
    assert window.view.chips.texts() == ["Similar to the dropped picture"]
