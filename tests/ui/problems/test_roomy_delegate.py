import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem

from photoclip.ui.problems.roomy_delegate import LineDelegate

MIDDLE, END = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight


@pytest.mark.usefixtures("qapp")
def test_names_and_folders_lose_their_middle_and_sentences_their_end() -> None:
    group = QStandardItem("Damaged (1) — a part is missing")
    group.appendRow([QStandardItem(text) for text in ("a.jpg", "/photos", "The file ends early.")])
    model = QStandardItemModel()
    model.appendRow(group)
    delegate = LineDelegate()

    def shortened(index: object) -> Qt.TextElideMode:
        option = QStyleOptionViewItem()
        delegate.initStyleOption(option, index)  # type: ignore[arg-type]
        return option.textElideMode

    first = model.index(0, 0)
    assert shortened(first) == END
    assert [shortened(model.index(0, column, first)) for column in range(3)] == [MIDDLE, MIDDLE, END]
