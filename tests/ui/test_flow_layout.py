import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from photoclip.ui.flow_layout import FlowLayout


class Box(QWidget):
    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width

    def sizeHint(self) -> QSize:
        return QSize(self._width, 20)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_items_begin_a_new_line_where_they_do_not_fit(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.setLayoutDirection(direction)
    flow = FlowLayout(holder, 5)
    labels = [Box(width) for width in (50, 40, 30, 500)]
    for label in labels:
        flow.addWidget(label)
    holder.resize(100, 200)
    holder.show()
    qtbot.waitExposed(holder)
    assert flow.heightForWidth(100) == 3 * 20 + 2 * 5
    assert [label.y() for label in labels] == [0, 0, 25, 50]
    leading = [label.x() for label in labels]
    assert leading == ([0, 55, 0, 0] if direction == Qt.LayoutDirection.LeftToRight else [50, 5, 70, 0])
