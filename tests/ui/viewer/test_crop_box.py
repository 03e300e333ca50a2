from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot
from ui.in_memory import InMemoryWorker, make_rows, save_picture
from ui.viewing import grid_row

from photoclip.domain.query import Crop, Query
from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.main_window import MainWindow
from photoclip.ui.viewer.crop_box import LEAST, CropBox

LEFT = Qt.MouseButton.LeftButton
QUARTER = (0.25, 0.25, 0.75, 0.75)


@pytest.fixture
def worker(tmp_path: Path) -> InMemoryWorker:
    """Two small photos and a wide one, the third."""
    rows = make_rows(tmp_path, 2)
    photo = save_picture(tmp_path / "wide & <b>.png", "blue", 480, 240)
    rows.append(grid_row(3, photo, 480, 240, save_picture(tmp_path / "wide-t.jpg", "blue", 96, 48)))
    return InMemoryWorker(rows)


@pytest.fixture
def window(qtbot: QtBot, worker: InMemoryWorker) -> Iterator[MainWindow]:
    window = MainWindow(worker)
    qtbot.addWidget(window)
    window.resize(1100, 760)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.start()
    qtbot.waitUntil(window.flow.is_showing)
    yield window
    window.close()


def begun(qtbot: QtBot, window: MainWindow, row: int = 2) -> CropBox:
    """The box over a photo in the viewer."""
    window.view.open_row(row)
    qtbot.waitUntil(lambda: window.viewer.photo is not None and window.viewer.presenter.is_loaded())
    qtbot.waitUntil(window.commands[Command.PART].isEnabled)
    window.commands[Command.PART].trigger()
    box = window.viewer.crop_box
    assert box.shown
    assert box.hasFocus()
    return box


def at(window: MainWindow, across: float, down: float) -> QPoint:
    """Where a place of the photo, in shares of its sides, is on the canvas."""
    canvas = window.viewer.canvas
    view = canvas.view
    place = view.transform().map(QPointF(across * view.photo.width(), down * view.photo.height()))
    return (place / canvas.devicePixelRatioF()).toPoint()


def draw(qtbot: QtBot, box: CropBox, begin: QPoint, end: QPoint) -> None:
    qtbot.mousePress(box, LEFT, pos=begin)
    qtbot.mouseMove(box, end)
    qtbot.mouseRelease(box, LEFT, pos=end)


def searched(worker: InMemoryWorker) -> Crop:
    """The part of photo 3 that was asked for last."""
    query = worker.asked[-1].query
    assert query.similar == (3,)
    assert query.crop is not None
    return query.crop


def test_a_part_that_is_drawn_is_searched_for_and_named(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    box = begun(qtbot, window)
    draw(qtbot, box, at(window, 0.5, 0.25), at(window, 0.75, 1.0))
    assert searched(worker) == pytest.approx((0.5, 0.25, 0.75, 1.0), abs=0.01)
    qtbot.waitUntil(window.view.shows_grid)
    qtbot.waitUntil(lambda: window.view.chips.texts() == ["Similar to a part of wide & <b>.png"])
    assert not box.shown


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_the_part_is_one_of_the_upright_photo_however_it_is_turned(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker, quarters: int
) -> None:
    box = begun(qtbot, window)
    window.viewer.canvas.turn(quarters)
    draw(qtbot, box, at(window, 0.9, 0.8), at(window, 0.6, 0.4))
    assert searched(worker) == pytest.approx((0.6, 0.4, 0.9, 0.8), abs=0.02)


def test_the_part_is_right_in_a_photo_that_is_zoomed_and_moved(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    box = begun(qtbot, window)
    window.viewer.canvas.zoom_by(4)
    window.viewer.canvas.pan_by(90, -40)
    draw(qtbot, box, at(window, 0.45, 0.5), at(window, 0.55, 0.6))
    assert searched(worker) == pytest.approx((0.45, 0.5, 0.55, 0.6), abs=0.005)


def test_a_part_ends_at_the_edge_of_the_photo(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    box = begun(qtbot, window)
    draw(qtbot, box, at(window, 0.8, 0.5), QPoint(box.width() - 1, box.height() - 1))
    assert searched(worker) == pytest.approx((0.8, 0.5, 1.0, 1.0), abs=0.01)


def test_a_tiny_box_is_a_slip_and_the_one_before_stays(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    box = begun(qtbot, window)
    asked = len(worker.asked)
    start = at(window, 0.1, 0.1)
    draw(qtbot, box, start, start + QPoint(LEAST - 2, 80))
    assert box.shown
    assert box.crop() == pytest.approx(QUARTER, abs=0.01)
    assert len(worker.asked) == asked
    draw(qtbot, box, start, start + QPoint(LEAST + 2, 80))
    assert len(worker.asked) == asked + 1


def test_a_box_is_moved_sized_and_taken_with_keys_alone(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    box = begun(qtbot, window)
    assert box.crop() == pytest.approx(QUARTER, abs=0.01)
    assert "50 % of its width" in box.accessibleDescription().replace("\N{NO-BREAK SPACE}", " ")
    for _ in range(50):
        qtbot.keyClick(box, Qt.Key.Key_Right)
    assert box.crop() == pytest.approx((0.5, 0.25, 1.0, 0.75), abs=0.01)
    qtbot.keyClick(box, Qt.Key.Key_Up)
    for _ in range(6):
        qtbot.keyClick(box, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert box.crop() == pytest.approx((0.5, 0.25 - 1 / 24, 0.75, 0.75 - 1 / 24), abs=0.01)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert searched(worker) == pytest.approx((0.5, 0.25 - 1 / 24, 0.75, 0.75 - 1 / 24), abs=0.01)


def test_keys_move_the_box_as_it_is_seen_in_a_turned_photo(qtbot: QtBot, window: MainWindow) -> None:
    box = begun(qtbot, window)
    window.viewer.canvas.turn(1)
    for _ in range(50):
        qtbot.keyClick(box, Qt.Key.Key_Right)
    left, top, right, _bottom = box.crop()
    assert (left, right) == pytest.approx((0.25, 0.75), abs=0.01)
    assert top == pytest.approx(0.0, abs=0.01), "turned to the right, the photo's top is on the right"


def test_an_untouched_box_stays_in_the_middle_of_what_is_seen(qtbot: QtBot, window: MainWindow) -> None:
    box = begun(qtbot, window)
    window.viewer.canvas.zoom_by(4)
    left, _top, right, _bottom = box.crop()
    assert (left + right) / 2 == pytest.approx(0.5, abs=0.02)
    assert right - left < 0.3


def test_escape_ends_it_and_leaves_the_viewer_as_it_was(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    box = begun(qtbot, window)
    asked = len(worker.asked)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.shown
    assert window.view.shows_viewer()
    assert window.viewer.hasFocus()
    assert len(worker.asked) == asked


def test_the_next_photo_ends_it_and_other_keys_of_the_viewer_work_meanwhile(
    qtbot: QtBot, window: MainWindow
) -> None:
    box = begun(qtbot, window, 1)
    qtbot.keyClick(box, Qt.Key.Key_R)
    assert window.viewer.canvas.view.quarters == 1
    assert box.shown
    qtbot.keyClick(box, Qt.Key.Key_PageDown)
    assert not box.shown
    assert window.viewer.hasFocus()


def test_from_the_grid_the_photo_is_opened_for_it(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.model.photo(2) is not None)
    window.grid.setCurrentIndex(window.model.index(2))
    qtbot.waitUntil(window.commands[Command.PART].isEnabled)
    window.commands[Command.PART].trigger()
    assert window.view.shows_viewer()
    box = window.viewer.crop_box
    qtbot.waitUntil(lambda: box.crop() == pytest.approx(QUARTER, abs=0.01))


def test_nothing_is_searched_for_while_there_is_no_picture(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    box = begun(qtbot, window)
    window.viewer.canvas.show_nothing("The file is damaged.")
    asked = len(worker.asked)
    qtbot.keyClick(box, Qt.Key.Key_Left)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    draw(qtbot, box, QPoint(100, 100), QPoint(300, 300))
    assert len(worker.asked) == asked
    assert window.flow.query() == Query()


def test_the_part_is_bright_and_what_is_around_it_is_not(qtbot: QtBot, window: MainWindow) -> None:
    begun(qtbot, window)
    seen = window.viewer.canvas.grab().toImage()
    ratio = seen.devicePixelRatio()
    inside = seen.pixelColor((QPointF(at(window, 0.5, 0.5)) * ratio).toPoint())
    outside = seen.pixelColor((QPointF(at(window, 0.1, 0.1)) * ratio).toPoint())
    assert inside.blue() == 255
    assert outside.blue() < 128
