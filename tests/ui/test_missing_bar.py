import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.in_memory import InMemoryWorker

from photoclip.ui.main_window import MainWindow
from photoclip.ui.missing_bar import MissingBar


@pytest.fixture
def bar(window: MainWindow) -> MissingBar:
    return window.view.missing


def test_many_missing_photos_are_asked_about_without_taking_the_focus(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker, bar: MissingBar
) -> None:
    window.grid.setFocus()
    worker.miss("/photos", 412, 1_900)
    qtbot.waitUntil(bar.isVisible)
    assert bar.text() == ("412 of 1,900 photos in /photos are gone at once. Were they removed on purpose?")
    assert QApplication.focusWidget() is window.grid
    qtbot.mouseClick(bar.removed, Qt.MouseButton.LeftButton)
    assert worker.calls[-1] == "accept_missing /photos"
    assert bar.isHidden()


def test_the_answers_are_reached_by_the_keyboard(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker, bar: MissingBar
) -> None:
    worker.miss("/photos", 4, 9)
    qtbot.waitUntil(bar.isVisible)
    window.search.setFocus()
    reached = []
    for _ in range(6):
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert bar.removed in reached
    bar.keep.setFocus()
    qtbot.keyClick(bar.keep, Qt.Key.Key_Space)
    assert bar.isHidden()


def test_several_folders_queue_and_each_can_be_taken_back(
    qtbot: QtBot, worker: InMemoryWorker, bar: MissingBar
) -> None:
    for folder in ("/a", "/b", "/c"):
        worker.miss(folder, 30, 100)
    qtbot.waitUntil(lambda: " /a " in bar.text())
    assert bar._more.text() == "2 more"
    worker.miss("/a", 0, 100)
    qtbot.waitUntil(lambda: " /b " in bar.text())
    worker.miss("/c", 0, 100)
    worker.miss("/b", 31, 100)
    qtbot.waitUntil(lambda: "31 of 100 photos in /b" in bar.text())
    assert not bar._more.isVisible()


def test_who_keeps_them_is_asked_again_only_about_something_else(
    qtbot: QtBot, worker: InMemoryWorker, bar: MissingBar
) -> None:
    def asks_about(folder: str) -> None:
        """Events come in order: once this one is shown, those before it have been dealt with."""
        worker.miss(folder, 1, 2)
        qtbot.waitUntil(lambda: f" {folder} " in bar.text())

    worker.miss("/photos", 30, 100)
    qtbot.waitUntil(bar.isVisible)
    bar.keep.click()
    assert not [call for call in worker.calls if call.startswith("accept")]
    worker.miss("/photos", 30, 100)
    asks_about("/other")
    bar.keep.click()
    assert bar.isHidden(), "the same question is not asked twice"
    worker.miss("/photos", 60, 100)
    qtbot.waitUntil(lambda: "60 of 100" in bar.text())
    bar.keep.click()
    worker.miss("/photos", 0, 100)
    worker.miss("/photos", 60, 100)
    qtbot.waitUntil(lambda: "60 of 100" in bar.text())


def test_a_long_path_is_shortened_in_its_middle_and_told_whole_in_the_hint(
    qtbot: QtBot, worker: InMemoryWorker, bar: MissingBar
) -> None:
    folder = "/media/" + "a very long name/" * 12 + "<b>end"
    worker.miss(folder, 3, 4)
    qtbot.waitUntil(bar.isVisible)
    assert "/media/" in bar.text()
    assert "<b>end are gone" in bar.text()
    assert len(bar.text()) < 140
    assert folder.replace("<", "&lt;").replace(">", "&gt;") in bar._text.toolTip()
