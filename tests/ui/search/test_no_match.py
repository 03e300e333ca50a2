"""Where nothing matches well enough, that is said, and the nearest photos are shown below a fold."""

from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot
from ui.in_memory import InMemoryWorker

from photoclip.domain.asked import Asked, Condition, Exact, Key, Meaning, Stars, Term
from photoclip.domain.query import Section, SectionKind
from photoclip.ui.grid.grid_sections import heading_words
from photoclip.ui.main_window import MainWindow
from photoclip.worker.messages import Answer


def search(qtbot: QtBot, window: MainWindow, words: str) -> None:
    with qtbot.waitSignal(window.questions.answered):
        window.search.setText(words)


def test_the_nearest_are_shown_below_a_fold_and_count_for_nothing(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    worker.folds = True
    search(qtbot, window, "zeppelin")
    browser = window.view.browser
    assert not browser.shows_page()
    assert browser.no_match.isVisible()
    assert browser.no_match.title.text() == "No good match for “zeppelin”"
    assert "fewer" in browser.no_match.text.text()
    assert window.model.rowCount() == 5
    assert browser.header.count() == ""
    assert window.grid.heading_of(0) == ("Nearest, but not a good match", "5 photos")
    assert browser.header.strictness.isVisible()
    search(qtbot, window, "dog")
    assert browser.no_match.isHidden()
    assert browser.header.count() == "12 photos"


def test_characters_that_steer_text_are_left_out_of_what_is_said(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    worker.folds = True
    search(qtbot, window, "zeppelin\x07 \N{RIGHT-TO-LEFT OVERRIDE}live")
    browser = window.view.browser
    assert browser.no_match.title.text() == "No good match for “zeppelin live”"
    assert browser.header.title() == "“zeppelin live”"


def test_only_what_matches_is_counted(qtbot: QtBot, window: MainWindow, worker: InMemoryWorker) -> None:
    search(qtbot, window, "dog")
    ids = window.model.ids.copy()
    answer = Answer(window.questions.current.question_id, ids, None, matching=4)
    window.flow.shown.show(window.questions.current, answer)
    assert window.view.browser.header.count() == "4 photos"
    assert window.view.browser.no_match.isHidden()


def test_what_carries_a_quoted_text_comes_under_its_own_heading(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    search(qtbot, window, "dog")
    asked = Asked((Term(0, 8, Exact("IMG_12")), Term(9, 12, Meaning("dog"))))
    sections = [Section(SectionKind.WRITTEN, "", 0), Section(SectionKind.MATCHES, "", 2)]
    question = window.questions.current
    window.flow.shown.show(
        question, Answer(question.question_id, window.model.ids.copy(), None, sections=sections, asked=asked)
    )
    assert window.grid.heading_of(0) == ("Contains “IMG_12”", "2 photos")
    assert window.grid.heading_of(1) == ("Matches in meaning", "10 photos")


def test_a_quoted_text_that_is_not_told_is_called_so() -> None:
    words, _ = heading_words(Section(SectionKind.WRITTEN, "", 0), 1, QLocale(QLocale.Language.English))
    assert words == "Contains the quoted text"


def test_conditions_that_no_photo_meets_are_no_bad_match(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    worker.understood["rating:5 is:odd"] = Asked((Term(0, 8, Condition(Key.RATING, Stars(5, 5))),))
    worker.rows = {}
    search(qtbot, window, "rating:5 is:odd")
    page = window.view.browser.page
    assert window.view.browser.shows_page()
    assert page.title.text() == "Nothing found for ★ 5"
    assert "conditions" in page.text.text()
