"""A quiet line for what went wrong or came to its end: one place, no dialogs, gone when dismissed."""

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


@dataclass(frozen=True, slots=True)
class _Message:
    remedy: Remedy | None
    sign: str
    about: str = ""


class MessageBar(NoticeBar):
    """Shows the newest message; dismissing it brings up the one before."""

    def __init__(self, icon_book: icons.Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages: dict[str, _Message] = {}
        self._held_back = False
        self.remedy = self.add_button()
        self.remedy.clicked.connect(self._take)
        self.dismiss = QToolButton(autoRaise=True)
        self.dismiss.setToolTip(self.tr("Dismiss"))
        self.dismiss.setAccessibleName(self.tr("Dismiss the message"))
        self.dismiss.clicked.connect(self.drop)
        icon_book.dress(self.dismiss, "close")
        self._row.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)

    @Slot(str)
    def say(self, message: str, remedy: Remedy | None = None, *, good: bool = False, about: str = "") -> None:
        """Show a message, with the sign of a warning unless it is a `good` one.

        One that is already there comes to the front. `about` names what it
        holds for, until that is settled.
        """
        self._messages.pop(message, None)
        self._messages[message] = _Message(remedy, "info" if good else "warning", about)
        if len(self._messages) > KEPT:
            self._messages.pop(next(iter(self._messages)))
        self._show_newest()

    def settle(self, about: str) -> None:
        """What was said about this holds no longer."""
        over = [text for text, message in self._messages.items() if message.about == about]
        for text in over:
            del self._messages[text]
        if over:
            self._show_newest()

    def hold_back(self, held: bool) -> None:
        """Keep messages for later while a photo fills the screen."""
        if held != self._held_back:
            self._held_back = held
            self._show_newest()

    @Slot()
    def drop(self) -> None:
        """Dismiss the message that is shown."""
        if self._messages:
            self._messages.popitem()
        self._show_newest()

    @Slot()
    def _take(self) -> None:
        remedy = next(reversed(self._messages.values())).remedy
        self.drop()
        if remedy is not None:
            remedy.take()

    def _show_newest(self) -> None:
        text, message = next(reversed(self._messages.items()), ("", _Message(None, "")))
        self.remedy.setText(message.remedy.words if message.remedy else "")
        self.remedy.setVisible(message.remedy is not None)
        self.show_text(text, len(self._messages) - 1, sign=message.sign)
        self.setVisible(bool(text) and not self._held_back)
