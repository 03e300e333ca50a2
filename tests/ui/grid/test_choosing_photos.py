"""The grid by itself, driven by mouse and keys: choosing, groups, badges, and the order of an album."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.in_memory import HugeWorker, InMemoryWorker

from photoclip.domain.query import Section, SectionKind
from photoclip.ui.grid.photo_grid import PhotoGrid
from photoclip.ui.grid.photo_model import PhotoModel
from photoclip.ui.grid.thumbnails import Thumbnails
from photoclip.ui.grid.tiles import TileSpec
from photoclip.worker.messages import Answer, Event, RowsLoaded

Shower = Callable[..., PhotoGrid]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
DAYS = [Section(SectionKind.DAY, "2024-05-17", 0), Section(SectionKind.DAY, "2024-05-16", 6)]


@pytest.fixture
def show(qtbot: QtBot, worker: InMemoryWorker) -> Iterator[Shower]:
    """A grid of four columns over photos 1 to 24, or over as many as one likes."""
    kept: list[Any] = []

    def shown(count: int = 24, source: InMemoryWorker = worker, **more: Any) -> PhotoGrid:
        thumbnails = Thumbnails(TileSpec(100, 1.0, True))
        model = PhotoModel(source.load_rows, thumbnails)

        def publish(event: Event) -> None:
            if isinstance(event, RowsLoaded):
                model.take_rows(event)

        source.start(publish)
        grid = PhotoGrid(model, 100)
        kept.extend((thumbnails, model, grid))
        qtbot.addWidget(grid)
        grid.resize(480, 400)
        with qtbot.waitExposed(grid):
            grid.show()
        model.show(Answer(1, np.arange(1, count + 1), None, **more))
        assert grid.geometry_of_tiles.columns == 4
        return grid

    yield shown
    kept.clear()


def middle(grid: PhotoGrid, row: int) -> QPoint:
    return grid.visualRect(grid.model().index(row, 0)).center()


def click(grid: PhotoGrid, row: int, keys: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, keys, middle(grid, row))


def move(grid: PhotoGrid, to: QPoint) -> None:
    at = QPointF(to)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        at,
        grid.viewport().mapToGlobal(at),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        NONE,
    )
    QApplication.sendEvent(grid.viewport(), event)


def band(grid: PhotoGrid, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
    QTest.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, keys, start)
    move(grid, end)
    QTest.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, keys, end)


def test_clicks_choose_as_in_a_file_manager(qtbot: QtBot, show: Shower) -> None:
    grid = show()
    click(grid, 1)
    assert grid.selected_ids() == (2,)
    with qtbot.waitSignal(grid.selection_changed):
        click(grid, 3, CTRL)
    assert grid.selected_ids() == (2, 4)
    click(grid, 6, SHIFT)
    assert grid.selected_ids() == (4, 5, 6, 7), "from the photo that was clicked last"
    click(grid, 5, CTRL)
    assert grid.selected_ids() == (4, 5, 7)
    click(grid, 0)
    assert grid.selected_ids() == (1,)


def test_without_a_choice_commands_are_about_the_current_photo(show: Shower) -> None:
    grid = show()
    assert grid.selected_ids() == ()
    click(grid, 2)
    grid.select_none()
    assert grid.selected_ids() == (3,)


def test_keys_move_reach_and_toggle(qtbot: QtBot, show: Shower) -> None:
    grid = show()
    click(grid, 1)
    qtbot.keyClick(grid, Qt.Key.Key_Down, SHIFT)
    assert grid.selected_ids() == (2, 3, 4, 5, 6)
    qtbot.keyClick(grid, Qt.Key.Key_Right, CTRL)
    assert grid.selected_ids() == (2, 3, 4, 5, 6), "Ctrl moves without choosing"
    qtbot.keyClick(grid, Qt.Key.Key_Space, CTRL)
    assert 7 in grid.selected_ids()
    qtbot.keyClick(grid, Qt.Key.Key_A, CTRL)
    assert len(grid.selected_ids()) == 24
    grid.invert_selection()
    assert not len(grid.choice)


def test_space_opens_the_photo(qtbot: QtBot, show: Shower) -> None:
    grid = show()
    click(grid, 2)
    with qtbot.waitSignal(grid.opened) as caught:
        qtbot.keyClick(grid, Qt.Key.Key_Space)
    assert caught.args == [2]


def test_a_band_from_a_gap_chooses_what_it_touches(show: Shower) -> None:
    grid = show()
    band(grid, QPoint(3, 3), middle(grid, 5))
    assert grid.selected_ids() == (1, 2, 5, 6)
    band(grid, QPoint(3, 3), middle(grid, 0))
    assert grid.selected_ids() == (1,), "another band is another choice"
    band(grid, middle(grid, 3) + QPoint(58, 0), middle(grid, 7), CTRL)
    assert grid.selected_ids() == (1, 4, 8)


def test_a_band_held_below_the_edge_scrolls(qtbot: QtBot, show: Shower) -> None:
    grid = show(400)
    QTest.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(3, 3))
    move(grid, QPoint(300, grid.viewport().height() + 60))
    qtbot.waitUntil(lambda: grid.verticalOffset() > 200)
    QTest.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(300, 300))
    assert len(grid.selected_ids()) > 12
    assert grid.selected_ids()[0] == 1


def test_a_hundred_thousand_stay_chosen_when_the_list_changes(show: Shower, huge_worker: HugeWorker) -> None:
    grid = show(100_000, huge_worker)
    model = grid.model()
    assert isinstance(model, PhotoModel)
    grid.select_all()
    click(grid, 5, CTRL)
    with grid.keeping_place():
        model.refresh(Answer(1, np.arange(3, 100_003), None))
    assert len(grid.choice) == 99_997
    assert 6 not in grid.selected_ids()
    grid.set_tile(200)
    assert len(grid.choice) == 99_997


def test_the_selection_says_so_when_a_chosen_photo_is_gone(qtbot: QtBot, show: Shower) -> None:
    grid = show()
    model = grid.model()
    assert isinstance(model, PhotoModel)
    click(grid, 3)
    click(grid, 4, CTRL)
    with qtbot.assertNotEmitted(grid.selection_changed), grid.keeping_place():
        model.refresh(Answer(1, np.arange(2, 25), None))
    with qtbot.waitSignal(grid.selection_changed), grid.keeping_place():
        model.refresh(Answer(1, np.array([5, 9]), None))
    assert grid.selected_ids() == (5,)


def test_a_current_photo_set_from_elsewhere_is_the_choice(show: Shower) -> None:
    grid = show()
    click(grid, 0)
    click(grid, 3, SHIFT)
    grid.setCurrentIndex(grid.model().index(9, 0))
    assert grid.selected_ids() == (10,)


def test_groups_have_headings_that_choose_them(show: Shower) -> None:
    grid = show(sections=DAYS)
    headings = dict(grid.headings())
    assert "2024" in grid.heading_of(0)[0]
    assert grid.heading_of(0)[1] == "6 photos"
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, NONE, headings[0].center())
    assert grid.selected_ids() == (1, 2, 3, 4, 5, 6)
    grid.verticalScrollBar().setValue(100)
    second = dict(grid.headings())[1]
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, CTRL, second.center())
    assert len(grid.selected_ids()) == 24
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, CTRL, second.center())
    assert grid.selected_ids() == (1, 2, 3, 4, 5, 6)


def test_headings_of_duplicates_say_what_their_numbers_count(show: Shower) -> None:
    exact, near = Section(SectionKind.EXACT, "", 0), Section(SectionKind.NEAR, "", 3)
    grid = show(sections=[exact, near])
    assert grid.heading_of(0) == ("3 photos with identical copies", "")
    assert grid.heading_of(1) == ("21 near duplicates", "")
    grid = show(sections=[exact, replace(near, start=1)])
    assert grid.heading_of(0) == ("1 photo with identical copies", "")


def test_a_dragged_picture_leaves_what_it_is_dropped_on_in_sight(show: Shower) -> None:
    grid = show()
    click(grid, 0)
    one, several = (grid.picture_of_drag(count).toImage() for count in (1, 3))
    ratio = one.devicePixelRatio()
    assert max(one.width(), one.height()) <= 128 * ratio
    assert one.pixelColor(0, 0).alpha() == 0, "the pointer is in this corner, and the picture beside it"
    assert 0 < one.pixelColor(one.width() // 2, one.height() // 2).alpha() < 255
    assert one != several, "how many there are is written on it"


def test_the_topmost_heading_stays_until_the_next_one_pushes_it_out(show: Shower) -> None:
    grid = show(sections=DAYS)
    tiles = grid.geometry_of_tiles
    grid.verticalScrollBar().setValue(50)
    assert dict(grid.headings())[0].top() == 0
    grid.verticalScrollBar().setValue(tiles.section_top(1) - 10)
    placed = dict(grid.headings())
    assert placed[0].bottom() + 1 == placed[1].top() == 10
    grid.verticalScrollBar().setValue(tiles.section_top(1) + 5)
    assert [section for section, _ in grid.headings()] == [1]
    assert grid.headings()[0][1].top() == 0


def test_moving_up_and_down_keeps_the_column_across_groups(qtbot: QtBot, show: Shower) -> None:
    grid = show(sections=DAYS)
    click(grid, 3)
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert grid.currentIndex().row() == 5, "the last of a short line"
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert grid.currentIndex().row() == 9
    rect = grid.visualRect(grid.currentIndex())
    assert rect.top() >= grid.geometry_of_tiles.heading, "not below the heading at the top"


def test_where_people_read_from_the_right_all_is_mirrored(qtbot: QtBot, show: Shower) -> None:
    grid = show()
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert middle(grid, 0).x() > middle(grid, 1).x()
    assert grid.indexAt(middle(grid, 2)).row() == 2
    click(grid, 1)
    qtbot.keyClick(grid, Qt.Key.Key_Left)
    assert grid.currentIndex().row() == 2


def test_the_badge_of_a_burst_opens_it(qtbot: QtBot, show: Shower) -> None:
    grid = show(stacks=np.array([1, 4] + [1] * 22, np.int32))
    rect = grid.visualRect(grid.model().index(1, 0))
    with qtbot.waitSignal(grid.stack_opened) as caught:
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, NONE, rect.topLeft() + QPoint(12, 12))
    assert caught.args == [2]
    click(grid, 1)
    assert grid.selected_ids() == (2,)


def test_a_tile_with_every_badge_is_painted_in_every_size(
    qtbot: QtBot, show: Shower, worker: InMemoryWorker
) -> None:
    for key, row in worker.rows.items():
        photo = replace(
            row.photo, rating=5, favourite=True, still_of_live=True, offline=key % 2 == 0, problem="Damaged."
        )
        worker.rows[key] = replace(row, photo=photo)
    grid = show(stacks=np.full(24, 1200, np.int32))
    for side in (80, 140, 400):
        grid.set_tile(side)
        rect = grid.visualRect(grid.model().index(0, 0))
        qtbot.waitUntil(lambda: grid.model().index(0, 0).data() is not None)
        image = grid.viewport().grab(rect).toImage()
        badge = image.pixelColor(8, image.height() - 13)
        assert badge.lightness() < 120, "a dark veil lies under the signs"


def drop(grid: PhotoGrid, at: QPoint) -> None:
    mime = QMimeData()
    event = SourcedDrop(QPointF(at), mime, grid)
    grid.dropEvent(event)


class SourcedDrop(QDropEvent):
    """A drop that says where it comes from, as Qt's own drags do."""

    def __init__(self, at: QPointF, mime: QMimeData, source: object) -> None:
        super().__init__(at, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, NONE)
        self._source = source

    def source(self) -> Any:
        return self._source


def test_an_album_is_put_in_order_by_dragging(qtbot: QtBot, show: Shower) -> None:
    grid = show()
    click(grid, 5)
    click(grid, 6, CTRL)
    with qtbot.assertNotEmitted(grid.rearranged):
        drop(grid, middle(grid, 1) - QPoint(30, 0))
    grid.set_rearrangeable(True)
    with qtbot.waitSignal(grid.rearranged) as caught:
        drop(grid, middle(grid, 1) - QPoint(30, 0))
    assert caught.args == [(6, 7), 1]
    with qtbot.assertNotEmitted(grid.rearranged):
        drop(grid, middle(grid, 6) - QPoint(30, 0))


def test_an_album_is_put_in_order_by_keys(qtbot: QtBot, show: Shower) -> None:
    grid = show()
    grid.set_rearrangeable(True)
    click(grid, 5)
    with qtbot.waitSignal(grid.rearranged) as caught:
        qtbot.keyClick(grid, Qt.Key.Key_Left, CTRL | SHIFT)
    assert caught.args == [(6,), 4]
    with qtbot.waitSignal(grid.rearranged) as caught:
        qtbot.keyClick(grid, Qt.Key.Key_Right, CTRL | SHIFT)
    assert caught.args == [(6,), 7]
    click(grid, 0)
    with qtbot.assertNotEmitted(grid.rearranged):
        qtbot.keyClick(grid, Qt.Key.Key_Left, CTRL | SHIFT)


def test_drags_of_others_pass_through_the_grid(show: Shower) -> None:
    grid = show()
    grid.set_rearrangeable(True)
    mime = QMimeData()
    mime.setText("anything")
    event = QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, NONE)
    QApplication.sendEvent(grid.viewport(), event)
    assert not event.isAccepted()
