"""Hints say in one quiet line what to know about the words, with the way out."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from ui.in_memory import CARDS, InMemoryWorker

from photoclip.domain.asked import Asked, Hint, HintKind, Meaning, Term
from photoclip.ui.icons import Icons
from photoclip.ui.main_window import MainWindow
from photoclip.ui.preferences.model_dialog import ModelDialog
from photoclip.ui.search import hint_words
from photoclip.ui.search.hint_line import HintLine
from photoclip.worker.messages import ModelInUse

COUNTING = Hint(HintKind.COUNTING, "three dogs")
SIDES = Hint(HintKind.SIDES, "left of")
KOLOR = Hint(HintKind.UNKNOWN_KEY, "kolor:red", "color:red")


@pytest.fixture
def line(qtbot: QtBot) -> Iterator[HintLine]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 100)
    line = HintLine(Icons(window.palette(), window), window)
    line.resize(900, 60)
    window.show()
    yield line
    window.close()


def asked(*hints: Hint) -> Asked:
    return Asked((Term(0, 3, Meaning("dog")),), hints)


@pytest.mark.parametrize("kind", list(HintKind))
def test_every_kind_of_hint_has_a_sentence(qtbot: QtBot, kind: HintKind) -> None:
    said = hint_words.sentence(Hint(kind, "<b>{x}</b>", "dog"), CARDS[0])
    assert said.endswith((".", "?"))
    assert "{" not in said.replace("{x}", "")


def test_nothing_is_shown_where_there_is_nothing_to_say(line: HintLine) -> None:
    line.show_asked(asked())
    assert line.text() == ""
    line.show_asked(None)
    assert line.isHidden()


def test_what_changes_the_answer_comes_before_what_models_are_poor_at(line: HintLine) -> None:
    line.show_asked(asked(COUNTING, KOLOR))
    assert "no such key" in line.text()
    line.drop()
    assert "cannot count" in line.text()
    line.drop()
    assert line.isHidden()


def test_a_limit_is_said_while_one_types_and_not_in_the_next_search(line: HintLine) -> None:
    for _ in range(3):
        line.show_asked(asked(COUNTING))
        assert "cannot count" in line.text()
    line.show_asked(asked())
    line.show_asked(asked(COUNTING, SIDES))
    assert "left from right" in line.text()
    line.drop()
    assert line.text() == ""


def test_a_hint_that_was_dismissed_stays_away_and_another_of_its_kind_does_not(line: HintLine) -> None:
    line.show_asked(asked(KOLOR))
    line.dismiss.click()
    line.show_asked(asked(KOLOR))
    assert line.isHidden()
    line.show_asked(asked(Hint(HintKind.UNKNOWN_KEY, "colour:red")))
    assert "colour:red" in line.text()
    assert line.button.isHidden()


def test_another_language_is_told_with_what_the_model_reads(qtbot: QtBot, line: HintLine) -> None:
    line.take_model(ModelInUse(CARDS[1], None))
    line.show_asked(asked(Hint(HintKind.LANGUAGE, "狗")))
    assert line.text() == "The model CLIP ViT-B/32 reads English only."
    with qtbot.waitSignal(line.model_wanted):
        line.button.click()


def test_where_room_is_short_the_button_goes_under_the_text(line: HintLine) -> None:
    line.show_asked(asked(Hint(HintKind.LANGUAGE, "狗")))
    line.resize(900, 60)
    line.layout().activate()
    assert line.button.y() < line.dismiss.geometry().bottom()
    line.resize(330, 90)
    line.layout().activate()
    assert line.button.y() > line.dismiss.geometry().bottom()
    assert line.button.geometry().right() <= 330


def test_a_better_writing_is_searched_for_at_a_click(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    worker.understood["kolor:red dog"] = Asked((Term(0, 13, Meaning("dog")),), (KOLOR,))
    with qtbot.waitSignal(window.questions.answered):
        window.search.setText("kolor:red dog")
    assert window.view.hints.isVisible()
    with qtbot.waitSignal(window.questions.answered):
        window.view.hints.button.click()
    assert window.search.text() == "color:red dog"
    assert worker.asked[-1].query.words == "color:red dog"
    assert window.view.hints.isHidden()


def test_a_model_for_other_languages_is_offered(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    worker.understood["狗"] = Asked((Term(0, 1, Meaning("dog")),), (Hint(HintKind.LANGUAGE, "狗"),))
    with qtbot.waitSignal(window.questions.answered):
        window.search.setText("狗")
    window.view.hints.button.click()
    dialog = window.findChild(ModelDialog)
    assert isinstance(dialog, ModelDialog)
    dialog.reject()


def test_hints_wait_while_a_photo_is_looked_at(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    worker.understood["three dogs"] = Asked((Term(0, 10, Meaning("dog")),), (COUNTING,))
    with qtbot.waitSignal(window.questions.answered):
        window.search.setText("three dogs")
    window.view.open_row(0)
    assert window.view.hints.isHidden()
    window.view.close_viewer()
    assert window.view.hints.isVisible()
