"""While one types, keys and known names are offered; nothing is taken that was not chosen."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui.in_memory import InMemoryWorker

from photoclip.domain.browsing import AlbumInfo, FolderNode, LabelCount, Sources
from photoclip.domain.changes import AlbumKind
from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.main_window import MainWindow
from photoclip.ui.search.completing import MOST, is_unfinished, known, offers
from photoclip.ui.search.syntax_menu import examples

SOURCES = Sources(
    folders=[FolderNode(b"/photos", "photos", 9, children=[FolderNode(b"/photos/2024", "2024", 3)])],
    albums=[
        AlbumInfo(1, "Travels", AlbumKind.GROUP),
        AlbumInfo(2, "Rome by night", AlbumKind.HAND, parent=1),
        AlbumInfo(3, "Dogs", AlbumKind.SMART),
    ],
    labels=[
        LabelCount(name, 1) for name in ("beach", "beech", 'a "quoted" one', "old bench", "hid\u202eden")
    ],
)


def offered(text: str, cursor: int | None = None) -> list[str]:
    return [offer.text for offer in offers(text, len(text) if cursor is None else cursor, known(SOURCES))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("da", ["date:"]),
        ("dog -da", ["date:"]),
        ("DA", ["date:"]),
        ("d", []),
        ("dog", []),
        ("dog ", []),
        ("is:", ["favourite ", "untagged "]),
        ("has:g", ["gps "]),
        ("orientation:po", ["portrait "]),
        ("album:", ['"Rome by night" ', "Dogs "]),
        ('album:"rome b', ['"Rome by night" ']),
        ("folder:20", ["2024 "]),
        ("tag:be", ["beach ", "beech ", '"old bench" ']),
        ("tag:beach", []),
        ("unknown:be", []),
        ('"quoted tag:', []),
    ],
)
def test_keys_and_names_are_offered_that_fit_the_word_at_the_cursor(
    qtbot: QtBot, text: str, expected: list[str]
) -> None:
    assert offered(text) == expected


def test_nothing_is_offered_within_a_word(qtbot: QtBot) -> None:
    assert offered("date dog", 2) == []
    assert offered("da dog", 2) == ["date:"]


def test_names_that_cannot_be_written_in_a_query_are_not_offered(qtbot: QtBot) -> None:
    assert offered("tag:") == ["beach ", "beech ", '"old bench" ']


def test_a_long_list_is_cut(qtbot: QtBot) -> None:
    many = known(Sources(labels=[LabelCount(f"label {n}", 1) for n in range(100)]))
    assert len(offers("tag:la", 6, many)) == MOST


@pytest.mark.parametrize("text", ["dog tag:", 'tag:"', "album:"])
def test_a_key_without_its_value_is_not_searched_for_yet(text: str) -> None:
    assert is_unfinished(text)
    assert not is_unfinished(text + "a")


def test_typing_goes_on_as_if_no_list_were_there(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    worker.asked.clear()
    window.search.setFocus()
    qtbot.keyClicks(window.search, "ca")
    assert window.search.completions.offers() == ["camera:"]
    qtbot.keyClicks(window.search, "t")
    assert window.search.completions.isHidden()
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert [question.query.words for question in worker.asked] == ["cat"]


def test_enter_searches_unless_a_line_was_chosen(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    window.search.setFocus()
    worker.asked.clear()
    qtbot.keyClicks(window.search, "is")
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert window.search.completions.isHidden()
    assert [question.query.words for question in worker.asked] == ["is"]


def test_arrows_choose_and_enter_takes(qtbot: QtBot, window: MainWindow, worker: InMemoryWorker) -> None:
    worker.tags = {2: ["sea side"]}
    window.search.setFocus()
    worker.load_sources()
    qtbot.waitUntil(lambda: window.names.labels() == ["sea side"])
    qtbot.keyClicks(window.search, "dog ta")
    for _ in ("the key", "the name"):
        qtbot.keyClick(window.search, Qt.Key.Key_Down)
        qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert window.search.text() == 'dog tag:"sea side" '
    assert window.search.hasFocus()


def test_escape_closes_the_list_and_keeps_the_text(qtbot: QtBot, window: MainWindow) -> None:
    window.search.setFocus()
    qtbot.keyClicks(window.search, "da")
    qtbot.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.search.completions.isHidden()
    assert window.search.text() == "da"


def test_the_list_goes_when_another_text_is_put_there(qtbot: QtBot, window: MainWindow) -> None:
    window.search.setFocus()
    qtbot.keyClicks(window.search, "da")
    window.flow.find_similar(3, "IMG_0003.jpg")
    assert window.search.text() == ""
    assert window.search.completions.isHidden()


def test_the_list_goes_with_the_focus(qtbot: QtBot, window: MainWindow) -> None:
    window.search.setFocus()
    qtbot.keyClicks(window.search, "da")
    window.grid.setFocus()
    qtbot.waitUntil(window.search.completions.isHidden)


def test_a_line_is_taken_by_a_click(qtbot: QtBot, window: MainWindow) -> None:
    window.search.setFocus()
    qtbot.keyClicks(window.search, "da")
    listed = window.search.completions
    middle = listed.visualItemRect(listed.item(0)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert window.search.text() == "date:"
    assert window.search.hasFocus()


def test_examples_of_what_can_be_typed_insert_themselves(qtbot: QtBot, window: MainWindow) -> None:
    window.search.setText("dog")
    menu = window.top_bar.syntax
    window.commands[Command.SYNTAX].trigger()
    assert menu.isVisible()
    typed = [example for _, lines in examples() for example, _ in lines]
    assert [action.data() for action in menu.actions() if action.data()] == typed
    next(action for action in menu.actions() if action.data() == "rating:>=3").trigger()
    menu.close()
    assert window.search.text() == "dog rating:>=3"
