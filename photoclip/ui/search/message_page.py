"""One message in the middle of the window, with at most one thing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from photoclip.ui import icons
from photoclip.ui.search.pages import PageText
from photoclip.ui.theme import blend

_WIDEST_TEXT = 570


class MessagePage(QWidget):
    """Shows a `PageText` in the middle of the window."""

    wanted = Signal(object)
    """The `Command` of the button that was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = PageText("photo", "", "")
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._icon = _LargeIcon()
        self.title = _plain_label()
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.7)
        font.setWeight(font.Weight.DemiBold)
        self.title.setFont(font)
        self.text = _plain_label()
        self.button = QPushButton()
        self.button.setMinimumHeight(self.button.fontMetrics().height() + 18)
        self.button.setMinimumWidth(220)
        self.button.clicked.connect(self._press)
        self._lay_out()

    def _lay_out(self) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        middle_part = QWidget()
        middle_part.setMaximumWidth(_WIDEST_TEXT)
        column = QVBoxLayout(middle_part)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._icon, 0, middle)
        # Not aligned: an aligned label is as high as its text would be on wider lines.
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addSpacing(8)
        column.addWidget(self.button, 0, middle)
        column.addStretch(3)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(middle_part, 100)
        row.addStretch(1)

    def show_page(self, page: PageText) -> None:
        if page == self._page:
            return
        self._page = page
        self._icon.set_name(page.icon)
        self.title.setText(page.title)
        self.text.setText(page.text)
        self.button.setText(page.button)
        self.button.setVisible(bool(page.button))
        self.button.setDefault(True)

    def _press(self) -> None:
        if self._page.command is not None:
            self.wanted.emit(self._page.command)


class _LargeIcon(QWidget):
    _SIDE = 72

    def __init__(self) -> None:
        super().__init__()
        self._name = "photo"
        self.setFixedSize(self._SIDE, self._SIDE)

    def set_name(self, name: str) -> None:
        self._name = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        colour = blend(palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base), 0.4)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, icons.pixmap(self._name, colour, self._SIDE, self.devicePixelRatioF()))
        painter.end()


def _plain_label() -> QLabel:
    label = QLabel()
    # The words of a search are shown; they must not pass for markup.
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label
