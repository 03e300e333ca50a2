from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from ui.in_memory import CARDS, InMemoryWorker

from photoclip.domain.query import Filters, Query
from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.comparing.compare_dialog import CompareDialog
from photoclip.ui.comparing.compared_photos import ALONE_ROLE
from photoclip.ui.comparing.model_column import ModelColumn
from photoclip.ui.main_window import MainWindow
from photoclip.worker.messages import ModelInUse

SMALL = "vit-b-32"


@pytest.fixture
def worker(worker: InMemoryWorker) -> InMemoryWorker:
    """The starter sees dogs in even photos; the small model in the first six."""
    worker.use = ModelInUse(CARDS[0], None, ready=["starter", SMALL])
    worker.captions_of = {SMALL: dict.fromkeys(range(1, 7), "dog")}
    return worker


def opened(qtbot: QtBot, window: MainWindow) -> CompareDialog:
    action = window.commands[Command.COMPARE_MODELS]
    qtbot.waitUntil(action.isEnabled)
    action.trigger()
    dialog = window.findChild(CompareDialog)
    assert isinstance(dialog, CompareDialog)
    return dialog


def ask(qtbot: QtBot, dialog: CompareDialog, words: str) -> None:
    dialog.search.selectAll()
    qtbot.keyClicks(dialog.search, words)
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)


def ids(column: ModelColumn) -> list[int]:
    found: list[int] = column.photos.ids.tolist()
    return found


def alone(column: ModelColumn) -> list[int]:
    photos = column.photos
    return [ids(column)[row] for row in range(photos.rowCount()) if photos.index(row).data(ALONE_ROLE)]


def close(qtbot: QtBot, window: MainWindow, dialog: CompareDialog) -> None:
    dialog.reject()
    qtbot.waitUntil(lambda: window.findChild(CompareDialog) is None)


def test_two_models_answer_the_same_and_what_only_one_finds_is_marked(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    dialog = opened(qtbot, window)
    starter, small = dialog.columns
    assert (starter.name.text(), small.name.text()) == ("Starter (built in, basic)", "CLIP ViT-B/32")
    assert starter.found.text() == "Type above what to look for."
    ask(qtbot, dialog, "dog")
    qtbot.waitUntil(lambda: small.found.text() == "6 photos, 3 of them only here")
    assert starter.found.text() == "12 photos, 9 of them only here"
    assert ids(small) == [1, 2, 3, 4, 5, 6]
    assert alone(small) == [1, 3, 5]
    assert alone(starter) == list(range(8, 25, 2))
    assert [question.model_id for question in worker.asked[-2:]] == ["starter", SMALL]
    assert all(question.question_id < 0 for question in worker.asked[-2:])
    close(qtbot, window, dialog)


def test_the_window_s_own_list_stays_what_it_was(qtbot: QtBot, window: MainWindow) -> None:
    before = window.model.ids.tolist()
    dialog = opened(qtbot, window)
    ask(qtbot, dialog, "dog")
    qtbot.waitUntil(lambda: len(ids(dialog.columns[1])) == 6)
    assert window.model.ids.tolist() == before
    assert window.flow.query() == Query()
    close(qtbot, window, dialog)


def test_it_opens_with_what_the_window_shows(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    with qtbot.waitSignal(window.questions.answered):
        window.flow.choose(Query(words="dog", filters=Filters(rating=1)))
    dialog = opened(qtbot, window)
    assert dialog.search.text() == "dog"
    assert dialog.among.text() == "1 star or more"
    assert worker.asked[-1].query.filters == Filters(rating=1)
    qtbot.waitUntil(lambda: dialog.columns[1].found.text() == "Nothing in the library comes close.")
    close(qtbot, window, dialog)


def test_photos_that_are_like_another_are_compared_without_any_word(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    with qtbot.waitSignal(window.questions.answered):
        window.flow.find_similar(3, "IMG_3.jpg")
    dialog = opened(qtbot, window)
    qtbot.waitUntil(lambda: len(ids(dialog.columns[1])) == 23)
    assert dialog.among.text() == "Similar to IMG_3.jpg"
    assert worker.asked[-1].query.similar == (3,)
    close(qtbot, window, dialog)


def test_only_matches_are_shown_and_that_there_is_none_is_said(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    worker.folds = True
    dialog = opened(qtbot, window)
    ask(qtbot, dialog, "cat")
    starter, small = dialog.columns
    qtbot.waitUntil(lambda: small.found.text() == "No good match.")
    assert ids(small) == []
    assert starter.found.text() == "8 photos, 8 of them only here"
    close(qtbot, window, dialog)


def test_a_model_that_cannot_answer_says_why(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    dialog = opened(qtbot, window)
    worker.use = ModelInUse(CARDS[0], None, ready=["starter"])
    ask(qtbot, dialog, "dog")
    qtbot.waitUntil(lambda: dialog.columns[1].found.text() == "That model has not read this library yet.")
    assert dialog.columns[0].found.text() == "12 photos"
    close(qtbot, window, dialog)


def test_using_the_other_model_switches_at_once(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    dialog = opened(qtbot, window)
    starter, small = dialog.columns
    assert not starter.use.isEnabled()
    assert starter.use.text() == "In use"
    small.use.click()
    assert worker.calls[-1] == f"choose_model {SMALL}"
    qtbot.waitUntil(lambda: small.use.text() == "In use")
    assert starter.use.isEnabled()
    starter.use.click()
    qtbot.waitUntil(lambda: starter.use.text() == "In use")
    close(qtbot, window, dialog)


def test_with_several_models_the_other_side_is_chosen(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    worker.use = ModelInUse(CARDS[0], None, ready=["starter", SMALL, "vit-l-14", "gone"])
    with qtbot.waitSignal(window.bridge.model_changed):
        worker.publish(worker.use)
    worker.captions_of["vit-l-14"] = {9: "dog"}
    dialog = opened(qtbot, window)
    choice = dialog.columns[1].choice
    qtbot.waitUntil(choice.isVisible)
    assert [choice.itemText(row) for row in range(choice.count())] == ["CLIP ViT-B/32", "CLIP ViT-L/14"]
    ask(qtbot, dialog, "dog")
    choice.setCurrentIndex(1)
    qtbot.waitUntil(lambda: ids(dialog.columns[1]) == [9])
    assert dialog.columns[1].use.isEnabled()
    close(qtbot, window, dialog)


def test_the_command_is_faint_and_says_why_where_only_one_model_has_read_the_library(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    action = window.commands[Command.COMPARE_MODELS]
    qtbot.waitUntil(action.isEnabled)
    worker.drop_model(SMALL)
    qtbot.waitUntil(lambda: not action.isEnabled())
    assert action.toolTip().startswith("Only one model has read this library")
    menus = [menu for menu in action.associatedObjects() if isinstance(menu, QMenu)]
    assert [menu.toolTipsVisible() for menu in menus] == [True]
    worker.publish(ModelInUse(CARDS[0], None, CARDS[1], ready=["starter", SMALL]))
    qtbot.wait_until(lambda: not action.isEnabled())


def test_the_photos_of_a_side_are_a_sound_model_that_tells_the_mark(qtbot: QtBot, window: MainWindow) -> None:
    dialog = opened(qtbot, window)
    photos = dialog.columns[1].photos
    QAbstractItemModelTester(photos, QAbstractItemModelTester.FailureReportingMode.Fatal, dialog)
    ask(qtbot, dialog, "dog")
    qtbot.waitUntil(lambda: photos.rowCount() == 6)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    qtbot.waitUntil(lambda: "found by this model only" in (photos.index(0).data(spoken) or ""))
    assert "found by this model only" not in photos.index(1).data(spoken)
    close(qtbot, window, dialog)


def test_typing_on_the_photos_goes_into_the_field_and_escape_leaves(qtbot: QtBot, window: MainWindow) -> None:
    dialog = opened(qtbot, window)
    ask(qtbot, dialog, "do")
    grid = dialog.columns[0].grid
    grid.setFocus()
    qtbot.keyClicks(grid, "g")
    assert dialog.search.text() == "dog"
    qtbot.waitUntil(lambda: len(ids(dialog.columns[1])) == 6)
    qtbot.keyClick(grid, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(CompareDialog) is None)


def test_nothing_is_asked_after_the_dialog_was_left(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    dialog = opened(qtbot, window)
    worker.holding = True
    ask(qtbot, dialog, "dog")
    first = worker.asked[-1]
    close(qtbot, window, dialog)
    asked = len(worker.asked)
    with qtbot.waitSignal(window.bridge.answered):
        worker.release(first)
    assert len(worker.asked) == asked
