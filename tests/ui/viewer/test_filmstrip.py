from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.in_memory import make_rows
from ui.viewing import Viewing

from photoclip.ui.grid.photo_model import PIXMAP_ROLE
from photoclip.ui.viewer.filmstrip import Filmstrip


@pytest.fixture
def viewing(qtbot: QtBot, tmp_path: Path) -> Iterator[Viewing]:
    made = Viewing(qtbot, make_rows(tmp_path, 24))
    yield made
    made.close()


@pytest.fixture
def strip(qtbot: QtBot, viewing: Viewing) -> Filmstrip:
    made = Filmstrip(viewing.model)
    qtbot.addWidget(made)
    made.resize(600, made.sizeHint().height())
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_current_photo_is_in_the_middle_and_the_next_one_after_it(strip: Filmstrip) -> None:
    strip.show_row(5)
    assert abs(strip.rect_of(5).center().x() - 300) <= 1
    assert strip.rect_of(6).left() > strip.rect_of(5).right()
    strip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert strip.rect_of(6).right() < strip.rect_of(5).left()


def test_a_click_chooses_the_photo_below_it(qtbot: QtBot, strip: Filmstrip) -> None:
    strip.show_row(5)
    with qtbot.waitSignal(strip.chosen) as caught:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.rect_of(7).center())
    assert caught.args == [7]
    strip.show_row(0)
    spy = QSignalSpy(strip.chosen)
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(5, 10))
    assert spy.count() == 0


def test_the_wheel_looks_further_but_not_beyond_the_ends(strip: Filmstrip) -> None:
    def turn(notches: int) -> None:
        at = QPointF(300, 20)
        event = QWheelEvent(
            at,
            strip.mapToGlobal(at),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(strip, event)

    strip.show_row(5)
    turn(-4)
    assert strip.row_at(300) == 9
    turn(-100)
    assert strip.row_at(300) == 23
    turn(200)
    assert strip.row_at(300) == 0


def test_only_what_is_seen_is_asked_for_however_long_the_list(
    qtbot: QtBot, viewing: Viewing, strip: Filmstrip
) -> None:
    viewing.answer(list(range(1, 50_001)))
    viewing.worker.rows_asked.clear()
    strip.show_row(25_000)
    strip.repaint()
    qtbot.waitUntil(lambda: len(viewing.worker.rows_asked) > 0)
    assert len(strip.visible_rows()) < 40
    assert sum(map(len, viewing.worker.rows_asked)) <= 192
    strip.show_row(49_999)
    assert strip.visible_rows()[-1] == 49_999
    strip.show_row(-1)
    assert len(strip.visible_rows()) == 0


def test_thumbnails_are_drawn_when_they_come(qtbot: QtBot, viewing: Viewing, strip: Filmstrip) -> None:
    strip.show_row(3)
    before = strip.grab().toImage()
    qtbot.waitUntil(lambda: viewing.model.index(3).data(PIXMAP_ROLE) is not None)
    qtbot.waitUntil(lambda: strip.grab().toImage() != before)
    middle = strip.grab().toImage().pixelColor(strip.rect_of(3).center())
    assert middle.saturation() > 100
