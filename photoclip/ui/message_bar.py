"""A quiet line for what went wrong: one place, no dialogs, gone when dismissed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from photoclip.ui import icons
from photoclip.ui.notice_bar import NoticeBar

KEPT = 20
"""Messages that wait behind the one shown; a storm of them must not become a memory leak."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """What a message offers to do: the words of its button, and what happens then."""

    words: str
    take: Callable[[], object]


class MessageBar(NoticeBar):
    """Shows the newest message; dismissing it brings up the one before."""

    def __init__(self, icon_book: icons.Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages: dict[str, Remedy | None] = {}
        self.remedy = self.add_button()
        self.remedy.clicked.connect(self._take)
        self.dismiss = QToolButton(autoRaise=True)
        self.dismiss.setToolTip(self.tr("Dismiss"))
        self.dismiss.setAccessibleName(self.tr("Dismiss the message"))
        self.dismiss.clicked.connect(self.drop)
        icon_book.dress(self.dismiss, "close")
        self._row.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)

    @Slot(str)
    def say(self, message: str, remedy: Remedy | None = None) -> None:
        """Show a message; one that is already there comes to the front."""
        self._messages.pop(message, None)
        self._messages[message] = remedy
        if len(self._messages) > KEPT:
            self._messages.pop(next(iter(self._messages)))
        self._show_newest()

    @Slot()
    def drop(self) -> None:
        """Dismiss the message that is shown."""
        if self._messages:
            self._messages.popitem()
        self._show_newest()

    @Slot()
    def _take(self) -> None:
        _, remedy = next(reversed(self._messages.items()))
        self.drop()
        if remedy is not None:
            remedy.take()

    def _show_newest(self) -> None:
        message, remedy = next(reversed(self._messages.items()), ("", None))
        self.remedy.setText(remedy.words if remedy else "")
        self.remedy.setVisible(remedy is not None)
        self.show_text(message, len(self._messages) - 1)
