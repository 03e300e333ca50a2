import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from ui.in_memory import InMemoryWorker

from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.main_window import MainWindow
from photoclip.ui.preferences.folder_delegate import state_words
from photoclip.ui.preferences.folders_dialog import FoldersDialog
from photoclip.worker.messages import FolderState


def opened(qtbot: QtBot, window: MainWindow) -> FoldersDialog:
    window.commands[Command.FOLDERS].trigger()
    qtbot.waitUntil(lambda: window.findChild(FoldersDialog) is not None)
    dialog = window.findChild(FoldersDialog)
    assert isinstance(dialog, FoldersDialog)
    return dialog


def listed(dialog: FoldersDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_the_folders_are_listed_and_follow_the_library(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    dialog = opened(qtbot, window)
    assert listed(dialog) == ["/photos"]
    worker.add_folder("/more")
    qtbot.waitUntil(lambda: listed(dialog) == ["/photos", "/more"])
    dialog.reject()


def test_a_folder_is_added_from_the_dialog(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/chosen")
    dialog = opened(qtbot, window)
    dialog.panel.add.click()
    assert worker.calls[-1] == "add_folder /chosen"
    dialog.reject()


def test_the_current_folder_is_removed_by_button_or_key_and_the_next_is_current(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    worker.folders = ["/a", "/b", "/c"]
    worker.publish_library()
    dialog = opened(qtbot, window)
    qtbot.waitUntil(lambda: listed(dialog) == ["/a", "/b", "/c"])
    dialog.list.setCurrentRow(1)
    dialog.panel.remove.click()
    assert worker.calls[-1] == "remove_folder /b"
    qtbot.waitUntil(lambda: listed(dialog) == ["/a", "/c"])
    assert dialog.current() == FolderState("/c", 24, False)
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: listed(dialog) == ["/a"])
    dialog.reject()


def test_an_update_leaves_the_current_folder_current(qtbot: QtBot) -> None:
    dialog = FoldersDialog([FolderState(path, 1, False) for path in ("/b", "/c")])
    qtbot.addWidget(dialog)
    dialog.list.setCurrentRow(1)
    dialog.show_folders([FolderState(path, 2, False) for path in ("/a", "/b", "/c")])
    assert dialog.current() == FolderState("/c", 2, False)


def test_without_folders_there_is_nothing_to_remove(qtbot: QtBot) -> None:
    dialog = FoldersDialog(None)
    qtbot.addWidget(dialog)
    assert not dialog.panel.remove.isEnabled()
    dialog.show()
    qtbot.waitExposed(dialog)
    plain = dialog.list.viewport().grab().toImage()
    dialog.show_folders([])
    assert not dialog.panel.remove.isEnabled()
    assert dialog.list.viewport().grab().toImage() != plain, "an empty list says that it is"


@pytest.mark.parametrize(
    ("folder", "words"),
    [
        (FolderState("/a", 1, False), "1 file · watched"),
        (FolderState("/a", 1_234, True), "1,234 files · offline"),
        (
            FolderState("/a", 2, True, "The drive is not plugged in."),
            "2 files · offline · The drive is not plugged in.",
        ),
        (FolderState("/a", 2, False, "Looked at every hour."), "2 files · Looked at every hour."),
    ],
)
def test_how_a_folder_is_stands_under_its_name(qapp: object, folder: FolderState, words: str) -> None:
    assert state_words(folder) == words


def test_odd_names_are_drawn_and_explained_as_plain_text(qtbot: QtBot) -> None:
    dialog = FoldersDialog([FolderState("/photos/<img src=x>\udce9\n" + "long " * 60, 1, True)])
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert dialog.list.itemAt(QPoint(5, 5)) is not None
    assert "&lt;img" in dialog.list.item(0).toolTip()
    assert dialog.list.horizontalScrollBar().maximum() == 0


def test_where_text_runs_to_the_left_the_sign_stands_on_the_right(qtbot: QtBot) -> None:
    def inked(direction: Qt.LayoutDirection) -> tuple[bool, bool]:
        """Whether the sign is seen at the left and at the right end of the row."""
        dialog = FoldersDialog([FolderState("/a", 3, offline=False)])
        qtbot.addWidget(dialog)
        dialog.setLayoutDirection(direction)
        dialog.show()
        qtbot.waitExposed(dialog)
        image = dialog.list.viewport().grab(dialog.list.visualItemRect(dialog.list.item(0))).toImage()
        middle, wide = image.height() // 2, image.width()
        # The sign is as high as both lines of text together; between them only the sign has ink.
        colours = [{image.pixel(x, middle) for x in side} for side in (range(40), range(wide - 40, wide))]
        return len(colours[0]) > 1, len(colours[1]) > 1

    assert inked(Qt.LayoutDirection.LeftToRight)[0]
    assert inked(Qt.LayoutDirection.RightToLeft) == inked(Qt.LayoutDirection.LeftToRight)[::-1]
