from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from ui.in_memory import InMemoryWorker

from photoclip.domain.catalog import Coverage
from photoclip.ui.icons import Icons
from photoclip.ui.main_window import MainWindow
from photoclip.ui.message_bar import MessageBar
from photoclip.worker.messages import FolderState, LibraryChanged, Trouble


def bar(qtbot: QtBot) -> MessageBar:
    made = MessageBar(Icons(QGuiApplication.palette()))
    qtbot.addWidget(made)
    return made


def test_what_is_settled_is_shown_no_longer(qtbot: QtBot) -> None:
    messages = bar(qtbot)
    messages.say("The disk is full.")
    messages.say("A drive is away.", about="/drive")
    messages.settle("/other")
    assert messages.text() == "A drive is away."
    messages.settle("/drive")
    assert messages.text() == "The disk is full."
    messages.settle("/drive")
    assert messages.text() == "The disk is full."


def test_messages_wait_while_they_are_held_back(qtbot: QtBot) -> None:
    messages = bar(qtbot)
    messages.hold_back(True)
    messages.say("A drive is away.")
    assert messages.isHidden()
    messages.hold_back(False)
    assert messages.text() == "A drive is away."


def test_word_of_a_folder_that_is_away_goes_when_it_is_back(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    messages = window.view.messages
    worker.publish(Trouble("/drive: it is not there or empty.", "/drive"))
    qtbot.waitUntil(lambda: messages.text() == "/drive: it is not there or empty.")
    for offline in (True, False):
        with qtbot.waitSignal(window.bridge.library_changed):
            worker.publish(LibraryChanged(Coverage(1, 1, 0, 0), [FolderState("/drive", 1, offline)]))
        assert messages.isHidden() is not offline


def test_no_message_lies_over_a_photo_that_fills_the_screen(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    messages = window.view.messages
    messages.say("A drive is away.")
    window.view.open_row(0)
    qtbot.waitUntil(window.view.shows_viewer)
    window.screen_use.fill(True)
    qtbot.waitUntil(messages.isHidden)
    window.screen_use.fill(False)
    qtbot.waitUntil(lambda: messages.text() == "A drive is away.")
