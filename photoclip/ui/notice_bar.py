"""The look of a line over the photos that says something: a sign, a text, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from photoclip.ui import icons
from photoclip.ui.theme import blend


class NoticeBar(QWidget):
    """Shows one text at a time, hidden while there is none. It never takes the focus by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = "warning"
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setWordWrap(True)
        self._more = QLabel()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(40, 6, 8, 6)
        self._row.setSpacing(10)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._more)
        self.hide()

    def text(self) -> str:
        """What is shown; "" while nothing is."""
        return "" if self.isHidden() else self._text.text()

    def sign(self) -> str:
        """The name of the icon before the text."""
        return self._sign

    def add_button(self, words: str = "") -> QPushButton:
        """A button at the right, which the keyboard reaches like any other."""
        button = QPushButton(words)
        self._row.addWidget(button)
        return button

    def show_text(self, text: str, others: int, hint: str = "", sign: str = "warning") -> None:
        """Show a text, and that `others` wait behind it; nothing at all for no text."""
        self._sign = sign
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._text.setToolTip(hint)
        self._more.setText(self.tr("{number} more").format(number=others))
        self._more.setVisible(others > 0)
        self.setVisible(bool(text))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        window = palette.color(QPalette.ColorRole.Window)
        text = palette.color(QPalette.ColorRole.WindowText)
        painter = QPainter(self)
        painter.fillRect(self.rect(), blend(palette.color(QPalette.ColorRole.Highlight), window, 0.18))
        painter.setPen(blend(text, window, 0.2))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        sign = icons.pixmap(self._sign, text, 18, self.devicePixelRatioF())
        painter.drawPixmap(12, self._text.y() + (self._text.height() - 18) // 2, sign)
        painter.end()
