"""What is said over the nearest photos where none of them matches well enough."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from photoclip.ui.search.pages import PageText


class NoMatch(QWidget):
    """A title and what to do; the photos follow below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.title, self.text = _label(), _label()
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        font.setWeight(font.Weight.DemiBold)
        self.title.setFont(font)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 12)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.text)
        self.hide()

    def show_page(self, page: PageText | None) -> None:
        """None where there is nothing to say."""
        if page is not None:
            self.title.setText(page.title)
            self.text.setText(page.text)
        self.setVisible(page is not None)


def _label() -> QLabel:
    label = QLabel()
    # The words of a search are shown; they must not pass for markup.
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label
