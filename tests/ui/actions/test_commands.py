"""Every command is in a menu, does something, and is faint where it has nothing to act on."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from ui.in_memory import InMemoryWorker

from photoclip.domain.changes import AlbumKind, DecideInAlbum, MakeAlbum, SetCover
from photoclip.domain.query import Arrangement, Filters, Grouping, Order, Query
from photoclip.ui.actions.shortcuts import SHORTCUTS, Command
from photoclip.ui.main_window import MainWindow
from photoclip.worker.messages import QuestionProgress

Opener = Callable[[InMemoryWorker], MainWindow]


def actions_of(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from actions_of(inner)
        elif not action.isSeparator():
            yield action


def in_menus(window: MainWindow) -> list[QAction]:
    menus = [menu for action in window.menuBar().actions() if isinstance(menu := action.menu(), QMenu)]
    return [action for menu in menus for action in actions_of(menu)]


def go(qtbot: QtBot, window: MainWindow, query: Query) -> None:
    with qtbot.waitSignal(window.questions.answered):
        window.flow.choose(query)


def choose(qtbot: QtBot, window: MainWindow, row: int) -> None:
    qtbot.waitUntil(lambda: window.model.photo(row) is not None)
    window.grid.setCurrentIndex(window.model.index(row))
    qtbot.waitUntil(window.commands[Command.OPEN].isEnabled)


def test_every_command_is_in_the_menu_bar_just_once(window: MainWindow) -> None:
    listed = in_menus(window)
    for shortcut in SHORTCUTS:
        assert listed.count(window.commands[shortcut.command]) == 1, shortcut.command


def test_every_command_does_something(window: MainWindow) -> None:
    stars = set(window.commands.stars.actions())
    for shortcut in SHORTCUTS:
        action = window.commands[shortcut.command]
        heard = action.receivers("2triggered(bool)") + action.receivers("2toggled(bool)")
        assert action in stars or heard, shortcut.command


def test_no_two_entries_of_a_menu_share_a_mnemonic(window: MainWindow) -> None:
    for action in window.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        letters = [
            text[text.index("&") + 1].lower()
            for entry in menu.actions()
            if "&" in (text := entry.text().replace("&&", ""))
        ]
        assert sorted(letters) == sorted(set(letters)), action.text()


def test_commands_are_faint_without_a_photo(qtbot: QtBot, window: MainWindow) -> None:
    needs_photo = (Command.OPEN, Command.COPY, Command.FAVOURITE, Command.ADD_TO_ALBUM, Command.TRASH)
    assert not any(window.commands[command].isEnabled() for command in needs_photo)
    choose(qtbot, window, 0)
    assert all(window.commands[command].isEnabled() for command in needs_photo)
    assert not window.commands[Command.REMOVE_FROM_ALBUM].isEnabled()
    assert not window.commands[Command.NEVER_SHOW].isEnabled()


def test_commands_of_albums_belong_to_albums(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    worker.change(1, MakeAlbum("Pets", photo_ids=(2, 3, 4)))
    worker.change(2, MakeAlbum("Dogs", AlbumKind.SMART, query=Query(words="dog")))
    go(qtbot, window, Query(filters=Filters(album=1)))
    choose(qtbot, window, 1)
    qtbot.waitUntil(window.commands[Command.SET_COVER].isEnabled)
    assert window.commands[Command.REMOVE_FROM_ALBUM].isEnabled()
    window.commands[Command.SET_COVER].trigger()
    assert worker.changes[-1] == SetCover(1, 3)
    window.commands[Command.REMOVE_FROM_ALBUM].trigger()
    qtbot.waitUntil(lambda: window.model.ids.tolist() == [2, 4])
    go(qtbot, window, Query(filters=Filters(smart=2)))
    choose(qtbot, window, 0)
    qtbot.waitUntil(window.commands[Command.NEVER_SHOW].isEnabled)
    assert not window.commands[Command.REMOVE_FROM_ALBUM].isEnabled()
    shown = window.view.photo_ids()
    for command, keep in (
        (Command.ALWAYS_KEEP, True),
        (Command.NEVER_SHOW, False),
        (Command.NO_DECISION, None),
    ):
        window.commands[command].trigger()
        qtbot.waitUntil(lambda keep=keep: worker.changes[-1] == DecideInAlbum(2, shown, keep))


def test_the_heart_is_checked_for_a_favourite(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    heart = window.commands[Command.FAVOURITE]
    choose(qtbot, window, 0)
    heart.trigger()
    qtbot.waitUntil(lambda: worker.rows[1].photo.favourite)
    qtbot.waitUntil(heart.isChecked)
    choose(qtbot, window, 1)
    qtbot.waitUntil(lambda: not heart.isChecked())
    choose(qtbot, window, 0)
    qtbot.waitUntil(heart.isChecked)
    heart.trigger()
    qtbot.waitUntil(lambda: not worker.rows[1].photo.favourite)


def test_keys_of_stars_work_in_the_grid_and_are_letters_in_the_search(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    choose(qtbot, window, 0)
    window.grid.setFocus()
    qtbot.keyClicks(window.grid, "4")
    qtbot.waitUntil(lambda: worker.rows[1].photo.rating == 4)
    window.search.setFocus()
    qtbot.keyClicks(window.search, "2.")
    assert window.search.text() == "2."
    assert worker.rows[1].photo.rating == 4


def test_the_context_menu_has_what_makes_sense_here(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, 0)
    where = window.grid.visualRect(window.model.index(0)).center()
    window.grid.customContextMenuRequested.emit(QPoint(where))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    listed = list(actions_of(menu))
    for command in (Command.OPEN, Command.RATE_5, Command.ADD_TO_ALBUM, Command.EXPORT, Command.TRASH):
        assert window.commands[command] in listed
    assert window.commands[Command.SET_COVER] not in listed
    menu.close()


def test_best_shots_only_is_a_switch_that_asks_anew(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    with qtbot.waitSignal(window.questions.answered):
        window.commands[Command.COLLAPSE].trigger()
    assert worker.asked[-1].arrangement == Arrangement(Order.DATE, grouping=Grouping.DAY, collapse=True)
    qtbot.waitUntil(window.commands[Command.COLLAPSE].isChecked)
    go(qtbot, window, Query(words="dog"))
    qtbot.waitUntil(lambda: not window.commands[Command.COLLAPSE].isChecked())


def test_a_question_that_takes_long_says_how_far_it_is(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    worker.holding = True
    window.commands[Command.DUPLICATES].trigger()
    question = worker.asked[-1]
    worker.publish(QuestionProgress(question.question_id, 30, 120))
    header = window.view.browser.header
    qtbot.waitUntil(lambda: header.progress() == "Comparing photos… 25 %")
    worker.release(question)
    qtbot.waitUntil(lambda: header.progress() == "")


@pytest.mark.parametrize("command", [Command.BACK, Command.ALL_PHOTOS])
def test_problems_are_a_page_that_one_comes_back_from(
    qtbot: QtBot, window: MainWindow, command: Command
) -> None:
    window.commands[Command.PROBLEMS].trigger()
    assert window.view.shows_problems()
    qtbot.waitUntil(window.commands[Command.BACK].isEnabled)
    assert window.view.photo_ids() == ()
    window.commands[command].trigger()
    qtbot.waitUntil(window.view.shows_grid)


def test_all_can_be_selected_none_and_the_others(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, 0)
    window.commands[Command.SELECT_ALL].trigger()
    assert len(window.view.photo_ids()) == 24
    window.commands[Command.SELECT_NONE].trigger()
    window.grid.choose_only(3)
    window.commands[Command.INVERT].trigger()
    assert window.view.photo_ids() == tuple(number for number in range(1, 25) if number != 4)
