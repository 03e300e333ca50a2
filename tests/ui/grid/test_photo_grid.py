from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QPaintEvent, QRegion, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.in_memory import HugeWorker, InMemoryWorker

from photoclip.ui.grid.photo_grid import MAX_TILE, USUAL_TILE, PhotoGrid
from photoclip.ui.main_window import MainWindow
from photoclip.worker.messages import Answer

Opener = Callable[[InMemoryWorker], MainWindow]


def answer(photo_ids: np.ndarray) -> Answer:
    return Answer(1, photo_ids, None)


def current_photo(grid: PhotoGrid, window: MainWindow) -> int:
    return int(window.model.ids[grid.currentIndex().row()])


def test_of_a_hundred_thousand_photos_only_the_visible_ones_are_asked_for(
    qtbot: QtBot, huge_worker: HugeWorker, open_window: Opener
) -> None:
    window = open_window(huge_worker)
    qtbot.waitUntil(lambda: bool(huge_worker.rows_asked))
    window.grid.verticalScrollBar().setValue(window.grid.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: any(100_000 in asked for asked in huge_worker.rows_asked))
    assert window.model.rowCount() == 100_000
    assert sum(len(asked) for asked in huge_worker.rows_asked) < 500


def test_arrows_move_and_enter_opens(qtbot: QtBot, window: MainWindow) -> None:
    grid = window.grid
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    columns = grid.geometry_of_tiles.columns
    assert grid.currentIndex().row() == 1 + columns
    with qtbot.waitSignal(grid.opened) as caught:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert caught.args == [1 + columns]


def test_end_scrolls_to_the_last_photo(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window.grid, Qt.Key.Key_End)
    assert window.grid.currentIndex().row() == 23
    assert window.grid.viewport().rect().contains(window.grid.visualRect(window.grid.currentIndex()))


def test_typing_in_the_grid_goes_to_the_search(qtbot: QtBot, window: MainWindow) -> None:
    window.grid.setFocus()
    qtbot.keyClicks(window.grid, "d")
    assert window.search.text() == "d"
    assert window.search.hasFocus()


class Painted(QObject):
    """What is painted of a widget from now on."""

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        self.region = QRegion()
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False

    def forget(self) -> bool:
        """Whether nothing was painted since the last time."""
        still, self.region = self.region.isEmpty(), QRegion()
        return still


def point_at(window: MainWindow, point: QPoint) -> None:
    """Move the pointer over the grid, as the window system would."""
    there = window.grid.viewport().mapToGlobal(point)
    QCursor.setPos(there)
    QTest.mouseMove(window.windowHandle(), window.mapFromGlobal(there))


def test_a_tile_on_which_a_new_list_met_the_pointer_is_calm_again_once_it_leaves(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(1300, 800)
    grid, tiles = window.grid, window.grid.viewport()
    qtbot.waitUntil(lambda: grid.geometry_of_tiles.columns > 1)
    first = grid.visualRect(window.model.index(0)).center()
    point_at(window, first)
    qtbot.waitUntil(tiles.underMouse)
    painted = Painted(tiles)
    with qtbot.waitSignal(window.questions.answered):
        window.search.setText("dog")
    qtbot.waitUntil(lambda: painted.region.contains(first))
    first, second = (grid.visualRect(window.model.index(row)).center() for row in (0, 1))
    assert grid.indexAt(tiles.mapFromGlobal(QCursor.pos())).row() == 0
    qtbot.waitUntil(painted.forget)
    point_at(window, second)
    qtbot.waitUntil(lambda: painted.region.contains(second))
    assert painted.region.contains(first)


def test_new_photos_above_leave_the_view_and_the_choice_where_they_were(
    qtbot: QtBot, huge_worker: HugeWorker, open_window: Opener
) -> None:
    window = open_window(huge_worker)
    grid = window.grid
    grid.setCurrentIndex(window.model.index(5_000))
    top = grid.rows_on_screen()[0]
    seen = int(window.model.ids[top])
    before = grid.visualRect(window.model.index(top)).top()
    with grid.keeping_place():
        window.model.refresh(answer(np.concatenate([np.arange(200_001, 200_021), window.model.ids])))
    assert current_photo(grid, window) == 5_001
    assert grid.selectionModel().isSelected(grid.currentIndex())
    now = window.model.row_of(seen)
    assert now == top + 20
    columns = grid.geometry_of_tiles.columns
    assert grid.visualRect(window.model.index(now // columns * columns)).top() == before


def test_at_the_top_new_photos_come_into_view(window: MainWindow) -> None:
    with window.grid.keeping_place():
        window.model.refresh(answer(np.concatenate([np.array([99]), window.model.ids])))
    assert window.grid.verticalOffset() == 0


def test_the_next_photo_takes_the_place_of_one_that_is_gone(qtbot: QtBot, window: MainWindow) -> None:
    grid, ids = window.grid, window.model.ids
    grid.setCurrentIndex(window.model.index(3))
    for gone in (3, 4):
        with qtbot.waitSignal(grid.selection_changed), grid.keeping_place():
            window.model.refresh(answer(np.delete(window.model.ids, 3)))
        assert current_photo(grid, window) == ids[gone + 1]
        assert grid.selected_ids() == (ids[gone + 1],)


def test_after_the_last_photo_comes_the_one_before_it_and_after_all_of_them_none(window: MainWindow) -> None:
    grid, ids = window.grid, window.model.ids
    grid.setCurrentIndex(window.model.index(len(ids) - 1))
    with grid.keeping_place():
        window.model.refresh(answer(ids[:-1]))
    assert current_photo(grid, window) == ids[-2]
    with grid.keeping_place():
        window.model.refresh(answer(ids[:0]))
    assert not grid.currentIndex().isValid()
    assert grid.selected_ids() == ()


def test_photos_that_are_still_there_stay_chosen_when_the_current_one_goes(window: MainWindow) -> None:
    grid, ids = window.grid, window.model.ids
    grid.selectionModel().setCurrentIndex(window.model.index(5), QItemSelectionModel.SelectionFlag.NoUpdate)
    grid.select_ids(ids[[2, 5]])
    with grid.keeping_place():
        window.model.refresh(answer(np.delete(ids, 5)))
    assert current_photo(grid, window) == ids[6]
    assert grid.selected_ids() == (ids[2],)


def test_ctrl_and_the_wheel_change_the_size_and_the_slider_follows(window: MainWindow) -> None:
    def turn(grid: PhotoGrid, by: int) -> None:
        at = QPointF(50, 50)
        event = QWheelEvent(
            at,
            QPointF(grid.viewport().mapToGlobal(QPoint(50, 50))),
            QPoint(),
            QPoint(0, by),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(grid.viewport(), event)

    turn(window.grid, 120)
    assert window.grid.tile > USUAL_TILE
    assert window.view.browser.header.slider.value() == window.grid.tile
    for _ in range(40):
        turn(window.grid, 120)
    assert window.grid.tile == MAX_TILE
    window.grid.make_usual()
    assert window.view.browser.header.slider.value() == USUAL_TILE


def test_a_new_size_makes_new_tiles_once_it_stands(qtbot: QtBot, window: MainWindow) -> None:
    window.view.browser.header.slider.setValue(300)
    qtbot.waitUntil(lambda: window.thumbnails.spec == window.grid.spec())
    assert window.thumbnails.spec.side >= 300


def test_shown_tiles_are_painted_with_their_photos(qtbot: QtBot, window: MainWindow) -> None:
    def colour_of_first() -> int:
        rect = window.grid.visualRect(window.model.index(0))
        return window.grid.viewport().grab().toImage().pixelColor(rect.center()).hsvSaturation()

    qtbot.waitUntil(lambda: colour_of_first() > 150)
