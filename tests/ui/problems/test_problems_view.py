import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from photoclip.domain.browsing import ProblemFile
from photoclip.domain.changes import IgnoreProblems
from photoclip.domain.photos import ProblemKind
from photoclip.ui.icons import Icons
from photoclip.ui.problems.problem_model import ProblemModel, kind_meaning, kind_title
from photoclip.ui.problems.problems_view import ProblemsView
from photoclip.worker.messages import ProblemsLoaded

FILES = (
    ProblemFile(1, b"/photos/b.jpg", 10, ProblemKind.DAMAGED, "The picture ends too early."),
    ProblemFile(2, b"/photos/a.jpg", 10, ProblemKind.DAMAGED, "The picture ends too early."),
    ProblemFile(3, b"/old/<b>\xe9.jpg", 0, ProblemKind.EMPTY, "The file is empty."),
    ProblemFile(4, b"/old/c.jpg", 0, ProblemKind.EMPTY, "The file is empty.", ignored=True),
)


@pytest.fixture
def view(qtbot: QtBot) -> ProblemsView:
    made = ProblemsView(Icons(QGuiApplication.palette()))
    qtbot.addWidget(made)
    made.resize(900, 500)
    with qtbot.waitSignal(made.load_wanted):
        made.show()
    qtbot.waitExposed(made)
    made.take_problems(ProblemsLoaded(FILES))
    return made


def at(view: ProblemsView, group: int, row: int | None = None) -> QModelIndex:
    top = view.model.index(group, 0)
    return top if row is None else view.model.index(row, 0, top)


def ids(view: ProblemsView) -> list[int]:
    return [file.file_id for file in view.model.files()]


def test_the_model_keeps_qts_rules_while_it_changes(qapp: object) -> None:
    model = ProblemModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(FILES)
    model.narrow("early")
    model.show_ignored(True)
    model.narrow("")
    model.show(())
    assert model.rowCount() == 0
    assert tester.model() is model


def test_ten_thousand_files_are_shown_without_losing_one(qapp: object) -> None:
    model = ProblemModel()
    kinds = list(ProblemKind)
    model.show([ProblemFile(n, f"/photos/{n}.jpg".encode(), 1, kinds[n % 8], "Why.") for n in range(10_000)])
    assert model.rowCount() == 8
    assert sum(model.rowCount(model.index(row, 0)) for row in range(8)) == 10_000


def test_files_are_grouped_by_why_with_counts_and_an_explanation(view: ProblemsView) -> None:
    groups = [at(view, row).data() for row in range(view.model.rowCount())]
    assert groups[0].startswith("Empty files (1) — often left by a copy")
    assert groups[1].startswith("Damaged (2) — ")
    assert at(view, 1, 0).data() == "a.jpg"
    assert at(view, 1, 0).siblingAtColumn(1).data() == "/photos"
    assert at(view, 1, 0).siblingAtColumn(2).data() == "The picture ends too early."
    assert view.title.text() == "3 files not searchable"


def test_every_kind_has_a_title_and_a_meaning(qapp: object) -> None:
    for kind in ProblemKind:
        assert kind_title(kind)
        assert kind_meaning(kind).endswith(".")


def test_odd_names_are_shown_as_text(view: ProblemsView) -> None:
    assert at(view, 0, 0).data() == "<b>?.jpg"
    assert "&lt;b&gt;" in at(view, 0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_the_filter_looks_at_names_folders_and_reasons(view: ProblemsView, qtbot: QtBot) -> None:
    qtbot.keyClicks(view.filter, "PHOTOS a.jpg")
    assert ids(view) == [2]
    view.filter.setText("empty")
    assert ids(view) == [3]
    view.filter.setText("nothing like it")
    assert view.empty.isVisible()
    assert view.empty.text() == "No problem matches the filter."


def test_one_some_or_all_are_tried_again(view: ProblemsView, qtbot: QtBot) -> None:
    assert not view.buttons[0].isEnabled()
    view.tree.setCurrentIndex(at(view, 1, 0))
    with qtbot.waitSignal(view.retry_wanted) as one:
        view.buttons[0].click()
    view.tree.setCurrentIndex(at(view, 1))
    with qtbot.waitSignal(view.retry_wanted) as group:
        view.buttons[0].click()
    with qtbot.waitSignal(view.retry_wanted) as everything:
        view.retry_all.click()
    assert (one.args, group.args, everything.args) == ([(2,)], [(2, 1)], [None])


def test_ignoring_is_a_change_with_a_name_and_can_be_turned_round(view: ProblemsView, qtbot: QtBot) -> None:
    view.tree.setFocus()
    view.tree.setCurrentIndex(at(view, 1))
    with qtbot.waitSignal(view.change_wanted) as ignored:
        qtbot.keyClick(view.tree, Qt.Key.Key_Delete)
    assert ignored.args == [IgnoreProblems((2, 1)), "Ignore 2 files"]
    view.ignored.click()
    assert ids(view) == [3, 4, 2, 1]
    view.tree.setCurrentIndex(at(view, 0, 1))
    assert view.buttons[1].text() == "&Do not ignore"
    with qtbot.waitSignal(view.change_wanted) as heard:
        view.buttons[1].click()
    assert heard.args == [IgnoreProblems((4,), False), "Do not ignore 1 file"]


def test_a_file_is_opened_and_shown_by_its_bytes(view: ProblemsView, qtbot: QtBot) -> None:
    view.tree.setFocus()
    view.tree.setCurrentIndex(at(view, 0, 0))
    with qtbot.waitSignal(view.open_wanted) as opened:
        qtbot.keyClick(view.tree, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.show_wanted) as shown:
        view.show_file.trigger()
    assert opened.args == shown.args == [b"/old/<b>\xe9.jpg"]


@pytest.mark.qt_log_ignore("propagateSizeHints", "support raise", "grabbing the keyboard")
def test_the_context_menu_offers_what_can_be_done(view: ProblemsView, qtbot: QtBot) -> None:
    view.tree.setCurrentIndex(at(view, 1, 0))
    view.tree.customContextMenuRequested.emit(view.tree.visualRect(at(view, 1, 0)).center())
    (menu,) = view.tree.findChildren(QMenu)
    assert [action.text().replace("&", "") for action in menu.actions() if action.text()] == [
        "Try again",
        "Ignore",
        "Open in default program",
        "Show in file manager",
    ]
    menu.close()


def test_news_leave_the_selected_file_selected(view: ProblemsView) -> None:
    view.tree.setCurrentIndex(at(view, 1, 1))
    view.take_problems(ProblemsLoaded(FILES[:1]))
    assert [file.file_id for file in view.selected()] == [1]


def test_a_library_without_problems_says_so(view: ProblemsView) -> None:
    view.take_problems(ProblemsLoaded(()))
    assert view.empty.isVisible()
    assert view.empty.text() == "Every photo is searchable."
    assert not view.retry_all.isEnabled()
    view.take_problems(ProblemsLoaded(FILES[3:]))
    assert view.empty.isVisible(), "what is ignored is no problem"
    assert view.ignored.isVisible()


def test_folders_get_the_room_that_the_reasons_leave(view: ProblemsView, qtbot: QtBot) -> None:
    folder, reason = "/photos/" + "summer holiday/" * 4 + "end", "The file is empty."
    view.resize(1400, 500)
    view.take_problems(
        ProblemsLoaded([ProblemFile(1, f"{folder}/a.jpg".encode(), 0, ProblemKind.EMPTY, reason)])
    )
    header, wide = view.tree.header(), view.tree.fontMetrics().horizontalAdvance
    assert header.sectionSize(1) > wide(folder)
    view.resize(700, 500)
    assert header.sectionSize(1) < wide(folder)
    assert header.sectionSize(2) > wide(reason)
    header.resizeSection(1, 300)
    view.resize(1400, 500)
    assert header.sectionSize(1) == 300, "a width that somebody chose stays"
