from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from ui.in_memory import InMemoryWorker, make_rows, save_picture
from ui.viewing import grid_row

from photoclip.domain.asked import Condition, Dates, Key
from photoclip.domain.query import Query
from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.main_window import MainWindow
from photoclip.ui.viewer.heat_overlay import warm
from photoclip.worker.messages import Explained

CAPTIONS = {1: "a red dog", 2: "a red dog", 3: "a red dog"}


@pytest.fixture
def worker(tmp_path: Path) -> InMemoryWorker:
    rows = make_rows(tmp_path, 2)
    photo = save_picture(tmp_path / "wide.png", "blue", 480, 240)
    rows.append(grid_row(3, photo, 480, 240, save_picture(tmp_path / "wide-t.jpg", "blue", 96, 48)))
    worker = InMemoryWorker(rows)
    worker.captions = dict(CAPTIONS)
    return worker


@pytest.fixture
def window(qtbot: QtBot, worker: InMemoryWorker) -> Iterator[MainWindow]:
    window = MainWindow(worker)
    qtbot.addWidget(window)
    window.resize(1100, 760)
    window.show()
    window.start()
    qtbot.waitUntil(window.flow.is_showing)
    yield window
    window.close()


def search(qtbot: QtBot, window: MainWindow, words: str = "red dog") -> None:
    window.flow.search(words)
    qtbot.waitUntil(lambda: window.view.shows_grid() and window.flow.shown.is_of(window.flow.query()))


def open_row(qtbot: QtBot, window: MainWindow, row: int) -> None:
    window.view.open_row(row)
    qtbot.waitUntil(lambda: window.viewer.photo is not None and window.viewer.presenter.is_loaded())


def explain(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(window.commands[Command.WHY].isEnabled)
    window.commands[Command.WHY].trigger()
    qtbot.waitUntil(window.viewer.stage.why_panel.isVisible)


def test_a_photo_is_explained_by_heat_over_it_and_a_bar_for_each_word(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    search(qtbot, window)
    open_row(qtbot, window, 0)
    explain(qtbot, window)
    panel, heat = window.viewer.stage.why_panel, window.viewer.stage.heat
    assert worker.explained == [(1, window.flow.query())]
    assert panel.text() == "80 % match\nred 50 %\ndog 50 %".replace(" %", panel.text()[2:4])
    assert heat.isVisible()
    assert panel.accessibleDescription() == panel.text()


def test_the_heat_lies_on_its_part_of_the_photo_also_when_it_is_turned(
    qtbot: QtBot, window: MainWindow
) -> None:
    search(qtbot, window)
    open_row(qtbot, window, 2)
    canvas = window.viewer.canvas

    def colour(across: float, down: float) -> tuple[int, int, int]:
        """Of the canvas, at a share of the photo's sides."""
        view, ratio = canvas.view, canvas.devicePixelRatioF()
        at = view.transform().map(QPoint(int(across * view.photo.width()), int(down * view.photo.height())))
        picture = canvas.grab().toImage()
        pixel = picture.pixelColor(int(at.x() * picture.devicePixelRatio() / ratio), int(at.y()))
        return pixel.red(), pixel.green(), pixel.blue()

    window.viewer.stage.why_panel.setMaximumSize(0, 0)  # it must not lie over what is looked at
    assert colour(0.1, 0.2) == (0, 0, 255)
    explain(qtbot, window)
    for _ in range(4):
        assert colour(0.1, 0.2)[0] > 100
        assert colour(0.9, 0.2) == (0, 0, 255)
        assert colour(0.1, 0.9) == (0, 0, 255)
        window.viewer.turn_right()
    window.viewer.zoom_in()
    assert colour(0.3, 0.4)[0] > 100


def test_escape_and_the_command_itself_take_the_explanation_away(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window)
    open_row(qtbot, window, 0)
    stage = window.viewer.stage
    explain(qtbot, window)
    qtbot.keyClick(window.viewer, Qt.Key.Key_Escape)
    assert not stage.why_panel.isVisible()
    assert not stage.heat.isVisible()
    assert window.view.shows_viewer()
    explain(qtbot, window)
    window.commands[Command.WHY].trigger()
    assert not stage.why_panel.isVisible()
    qtbot.keyClick(window.viewer, Qt.Key.Key_Escape)
    assert not window.view.shows_viewer()


def test_it_follows_from_photo_to_photo_and_ends_with_the_viewer(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    search(qtbot, window)
    open_row(qtbot, window, 0)
    explain(qtbot, window)
    window.viewer.step_on()
    qtbot.waitUntil(lambda: [key for key, _ in worker.explained] == [1, 2])
    qtbot.waitUntil(window.viewer.stage.heat.isVisible)
    window.view.close_viewer()
    open_row(qtbot, window, 2)
    assert not window.viewer.why.shown
    assert [key for key, _ in worker.explained] == [1, 2]


def test_the_command_opens_the_current_photo_of_the_grid(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window)
    window.grid.setCurrentIndex(window.model.index(1))
    explain(qtbot, window)
    assert window.view.shows_viewer()
    assert window.viewer.why.shown


def test_a_view_without_words_says_so_and_asks_nothing(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    open_row(qtbot, window, 0)
    explain(qtbot, window)
    assert "search for something in words first" in window.viewer.stage.why_panel.text()
    assert worker.explained == []


def test_what_takes_long_is_said_to_be_on_its_way_and_a_late_answer_to_another_photo_is_dropped(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    search(qtbot, window)
    open_row(qtbot, window, 0)
    worker.holding_explained = True
    explain(qtbot, window)
    panel = window.viewer.stage.why_panel
    assert "Reading" in panel.text()
    window.viewer.step_on()
    query = window.flow.query()
    window.viewer.why.take(Explained(1, query, np.ones((2, 2), np.float32), [("red", 1.0)]))
    assert not window.viewer.stage.heat.isVisible()
    window.viewer.why.take(Explained(2, query, problem="The file is gone."))
    assert "The file is gone." in panel.text()
    assert not window.viewer.stage.heat.isVisible()


def test_what_let_the_photo_in_is_said_in_the_words_of_the_chips(qtbot: QtBot, window: MainWindow) -> None:
    panel = window.viewer.stage.why_panel
    in_may = Condition(Key.DATE, Dates(months=(5,)))
    panel.show_explained(Explained(1, Query("in May"), let_in=[in_may], words=[("<b>", 0.5)]))
    assert "May" in panel.text()
    assert "<b>" in panel.text()


def test_a_photo_without_a_place_that_stands_out_is_explained_as_a_whole(window: MainWindow) -> None:
    panel = window.viewer.stage.why_panel
    panel.show_explained(Explained(1, Query("dog"), np.zeros((4, 4), np.float32), [("dog", 1.0)]))
    assert "as a whole" in panel.text()


def test_no_heat_has_no_colour_and_more_heat_covers_more() -> None:
    heat = np.zeros((6, 8), np.float32)
    heat[:, 4:] = np.linspace(0.0, 1.0, 4)
    image = warm(heat)
    middle = image.height() // 2
    covered = [image.pixelColor(x, middle).alpha() for x in range(0, image.width(), 6)]
    assert covered[0] == 0
    assert covered == sorted(covered)
    assert 100 < covered[-1] < 200
