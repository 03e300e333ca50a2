"""Photos that are like others, and like them but for some words."""

from pytestqt.qtbot import QtBot
from ui.in_memory import HugeWorker, InMemoryWorker

from photoclip.domain.query import Query
from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.main_window import MainWindow
from photoclip.ui.search.navigation import MOST_ALIKE


def select(qtbot: QtBot, window: MainWindow, *rows: int) -> None:
    window.grid.setFocus()
    window.grid.choose_only(rows[0])
    window.grid.select_ids(window.model.ids[list(rows)])
    qtbot.waitUntil(window.commands[Command.SIMILAR].isEnabled)


def test_photos_like_several_are_found(qtbot: QtBot, window: MainWindow, worker: InMemoryWorker) -> None:
    select(qtbot, window, 1, 3, 5)
    with qtbot.waitSignal(window.questions.answered):
        window.commands[Command.SIMILAR].trigger()
    assert worker.asked[-1].query == Query(similar=(2, 4, 6))
    assert window.view.browser.header.title() == "Similar to 3 photos"
    assert window.view.chips.texts() == ["Similar to 3 photos"]


def test_too_many_photos_have_nothing_in_common(
    qtbot: QtBot, huge_worker: HugeWorker, open_window: object
) -> None:
    window = open_window(huge_worker)  # type: ignore[operator]
    select(qtbot, window, *range(MOST_ALIKE + 1))
    window.commands[Command.SIMILAR].trigger()
    assert "at most 100" in window.view.messages.text()
    assert window.flow.query() == Query()


def test_words_move_a_likeness_and_without_them_it_is_as_before(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    usual = window.search.placeholderText()
    with qtbot.waitSignal(window.questions.answered):
        window.flow.find_similar(4, "IMG_0004.jpg")
    assert window.search.placeholderText() == "…but at night"
    with qtbot.waitSignal(window.questions.answered):
        qtbot.keyClicks(window.search, "dog")
    assert worker.asked[-1].query == Query(words="dog", similar=(4,))
    assert window.view.chips.texts() == ["Similar to IMG_0004.jpg"]
    with qtbot.waitSignal(window.questions.answered):
        window.search.clear()
    assert window.flow.query() == Query(similar=(4,))
    with qtbot.waitSignal(window.questions.answered):
        window.view.chips.chips()[0].cross.click()
    assert window.flow.query() == Query()
    assert window.search.placeholderText() == usual


def test_without_its_photo_a_moved_likeness_is_a_search_for_the_words(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    with qtbot.waitSignal(window.questions.answered):
        window.flow.find_similar(4, "IMG_0004.jpg")
    with qtbot.waitSignal(window.questions.answered):
        qtbot.keyClicks(window.search, "dog")
    with qtbot.waitSignal(window.questions.answered):
        window.view.chips.chips()[0].cross.click()
    assert window.flow.query() == Query(words="dog")
    assert window.search.text() == "dog"
