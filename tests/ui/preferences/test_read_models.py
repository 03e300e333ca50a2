from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from ui.in_memory import CARDS, InMemoryWorker, card

from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.main_window import MainWindow
from photoclip.ui.preferences.preferences import PreferencesDialog
from photoclip.ui.preferences.read_models import ReadModels
from photoclip.worker.messages import ModelInUse


@pytest.fixture
def worker(worker: InMemoryWorker) -> InMemoryWorker:
    worker.use = ModelInUse(CARDS[0], None, ready=["starter", "vit-b-32", "vit-l-14"])
    return worker


def opened(qtbot: QtBot, window: MainWindow) -> PreferencesDialog:
    qtbot.waitUntil(window.commands[Command.COMPARE_MODELS].isEnabled)
    window.commands[Command.PREFERENCES].trigger()
    dialog = window.findChild(PreferencesDialog)
    assert isinstance(dialog, PreferencesDialog)
    dialog.show_page("model")
    return dialog


def asked(dialog: PreferencesDialog, model_id: str) -> QMessageBox:
    dialog.model.others.lines[model_id].forget.click()
    box = dialog.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    return box


def test_each_model_that_has_read_the_library_and_does_not_serve_has_a_line(
    qtbot: QtBot, window: MainWindow
) -> None:
    others = opened(qtbot, window).model.others
    assert list(others.lines) == ["vit-b-32", "vit-l-14"]
    assert others.lines["vit-b-32"].title.text() == "CLIP ViT-B/32"
    assert "stays beside that of the others until you forget it" in others.intro.text()
    assert "switches at once" in others.intro.text()


def test_forgetting_asks_first_and_says_what_is_lost(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    dialog = opened(qtbot, window)
    box = asked(dialog, "vit-b-32")
    assert box.text() == "Forget what “CLIP ViT-B/32” has read of this library?"
    assert "up to 24 photos" in box.informativeText()
    assert "cannot be undone" in box.informativeText()
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
    box.reject()
    assert not [call for call in worker.calls if call.startswith("drop_model")]


def test_a_yes_forgets_it_and_the_list_follows(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    dialog = opened(qtbot, window)
    asked(dialog, "vit-b-32").accept()
    assert worker.calls[-1] == "drop_model vit-b-32"
    qtbot.waitUntil(lambda: list(dialog.model.others.lines) == ["vit-l-14"])
    worker.drop_model("vit-l-14")
    qtbot.waitUntil(lambda: dialog.model.others.isHidden())


def test_using_another_one_and_the_first_again_switches_at_once(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    dialog = opened(qtbot, window)
    others = dialog.model.others
    others.lines["vit-l-14"].use.click()
    assert worker.calls[-1] == "choose_model vit-l-14"
    qtbot.waitUntil(lambda: "CLIP ViT-L/14" in dialog.model.title.text())
    assert set(others.lines) == {"vit-b-32", "starter"}
    others.lines["starter"].use.click()
    qtbot.waitUntil(lambda: "Starter" in dialog.model.title.text())


def test_a_model_that_is_being_made_ready_is_not_offered(qtbot: QtBot) -> None:
    others = ReadModels(CARDS)
    qtbot.addWidget(others)
    others.show_use(ModelInUse(CARDS[0], None, CARDS[1], ready=["starter", "vit-b-32"]))
    assert list(others.lines) == []
    assert others.isHidden()
    others.show_use(None)
    assert others.isHidden()


def test_a_model_that_is_gone_from_the_catalogue_can_still_be_forgotten(qtbot: QtBot) -> None:
    others = ReadModels(CARDS)
    qtbot.addWidget(others)
    others.show_photos(1000)
    others.show_use(ModelInUse(CARDS[0], None, ready=["starter", "<b>old</b>"]))
    line = others.lines["<b>old</b>"]
    assert not line.use.isEnabled()
    assert line.title.textFormat() == Qt.TextFormat.PlainText
    ask, cost = others.question("<b>old</b>")
    assert "<b>old</b>" in ask
    assert "MB" not in cost, "the size of its vectors is not known"
    with qtbot.waitSignal(others.drop_wanted) as told:
        line.forget.click()
        box = others.findChild(QMessageBox)
        assert isinstance(box, QMessageBox)
        box.accept()
    assert told.args == ["<b>old</b>"]


def test_the_space_follows_from_the_size_of_the_vectors(qapp: object) -> None:
    others = ReadModels([card("big", "Big", dimensions=1000)])
    others.show_photos(50_000)
    assert "up to 50,000 photos is deleted, which frees up to 100 MB" in others.question("big")[1]
