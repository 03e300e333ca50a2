"""A quiet line for what went wrong: one place, no dialogs, gone when dismissed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from photoclip.ui import icons
from photoclip.ui.theme import blend

KEPT = 20
"""Messages that wait behind the one shown; a storm of them must not become a memory leak."""


class MessageBar(QWidget):
    """Shows the newest message; dismissing it brings up the one before."""

    def __init__(self, icon_book: icons.Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages: list[str] = []
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setWordWrap(True)
        self._more = QLabel()
        self.dismiss = QToolButton(autoRaise=True)
        self.dismiss.setToolTip(self.tr("Dismiss"))
        self.dismiss.setAccessibleName(self.tr("Dismiss the message"))
        self.dismiss.clicked.connect(self.drop)
        icon_book.dress(self.dismiss, "close")
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(self._text, 1)
        row.addWidget(self._more)
        row.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def text(self) -> str:
        return self._text.text() if self._messages else ""

    @Slot(str)
    def say(self, message: str) -> None:
        """Show a message; one that is already there comes to the front."""
        if message in self._messages:
            self._messages.remove(message)
        self._messages.append(message)
        del self._messages[:-KEPT]
        self._show_newest()

    @Slot()
    def drop(self) -> None:
        """Dismiss the message that is shown."""
        if self._messages:
            self._messages.pop()
        self._show_newest()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        window = palette.color(QPalette.ColorRole.Window)
        text = palette.color(QPalette.ColorRole.WindowText)
        painter = QPainter(self)
        painter.fillRect(self.rect(), blend(palette.color(QPalette.ColorRole.Highlight), window, 0.18))
        painter.setPen(blend(text, window, 0.2))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        sign = icons.pixmap("warning", text, 18, self.devicePixelRatioF())
        painter.drawPixmap(12, self._text.y() + (self._text.height() - 18) // 2, sign)
        painter.end()

    def _show_newest(self) -> None:
        others = len(self._messages) - 1
        if others >= 0:
            self._text.setText(self._messages[-1])
            self._text.setAccessibleName(self._messages[-1])
        self._more.setText(self.tr("{number} more").format(number=others))
        self._more.setVisible(others > 0)
        self.setVisible(others >= 0)
        self.update()
