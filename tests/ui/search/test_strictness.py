"""The slider from strict to loose asks for the same photos with more or fewer wrong ones among them."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui.in_memory import InMemoryWorker

from photoclip.domain.asked import Asked, Condition, Key, Term
from photoclip.domain.query import USUAL_WRONG_SHARE, Query
from photoclip.ui.main_window import MainWindow
from photoclip.ui.search.arrangements import Arrangements
from photoclip.ui.search.strictness import Strictness, steps


def search(qtbot: QtBot, window: MainWindow, words: str) -> None:
    with qtbot.waitSignal(window.questions.answered):
        window.search.setText(words)


def test_it_goes_from_strict_to_loose_and_says_what_that_means(qtbot: QtBot) -> None:
    slider = Strictness()
    qtbot.addWidget(slider)
    shares = [step.wrong_share for step in steps()]
    assert shares == sorted(shares)
    assert USUAL_WRONG_SHARE in shares
    names = []
    for share in shares:
        slider.show_share(share)
        names.append(slider.name())
        assert "may be wrong" in slider.slider.toolTip()
    assert (names[0], names[-1]) == ("Strict", "Loose")
    assert len(set(names)) == 5


def test_showing_a_step_is_no_choice(qtbot: QtBot) -> None:
    slider = Strictness()
    qtbot.addWidget(slider)
    with qtbot.assertNotEmitted(slider.chosen, wait=250):
        slider.show_share(0.7)


def test_it_is_there_only_where_something_was_ranked(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    strictness = window.view.browser.header.strictness
    assert strictness.isHidden()
    search(qtbot, window, "dog")
    assert strictness.isVisible()
    worker.understood["type:raw"] = Asked((Term(0, 8, Condition(Key.TYPE, "raw")),))
    search(qtbot, window, "type:raw")
    assert strictness.isHidden()


def test_keys_move_it_and_the_photos_are_asked_for_again_once(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    search(qtbot, window, "dog")
    worker.asked.clear()
    slider = window.view.browser.header.strictness.slider
    slider.setFocus()
    with qtbot.waitSignal(window.questions.answered):
        qtbot.keyClick(slider, Qt.Key.Key_Right)
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert [question.query for question in worker.asked] == [Query(words="dog", wrong_share=0.7)]


def test_typing_on_and_other_searches_keep_it_and_all_photos_have_none(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    search(qtbot, window, "dog")
    with qtbot.waitSignal(window.questions.answered):
        window.flow.be_strict(0.05)
    search(qtbot, window, "cat")
    assert window.flow.query() == Query(words="cat", wrong_share=0.05)
    with qtbot.waitSignal(window.questions.answered):
        window.flow.find_similar(3, "IMG_0003.jpg")
    assert window.flow.query() == Query(similar=(3,), wrong_share=0.05)
    with qtbot.waitSignal(window.questions.answered):
        window.flow.show_all()
    assert window.flow.query() == Query()


def test_one_comes_back_to_where_one_was_after_it_was_moved(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    window.grid.set_tile(300)
    bar = window.grid.verticalScrollBar()
    bar.setValue(700)
    search(qtbot, window, "dog")
    with qtbot.waitSignal(window.questions.answered):
        window.flow.be_strict(0.5)
    with qtbot.waitSignal(window.questions.answered):
        window.search.clear()
    assert bar.value() == 700


def test_it_is_remembered_for_another_day() -> None:
    arrangements = Arrangements()
    arrangements.wrong_share = 0.7
    assert Arrangements(arrangements.text()).wrong_share == 0.7


@pytest.mark.parametrize("kept", ["", "[]", '{"wrong_share": 7.5}', '{"wrong_share": "loose"}', "{"])
def test_what_is_no_share_is_passed_over(kept: str) -> None:
    assert Arrangements(kept).wrong_share == USUAL_WRONG_SHARE
