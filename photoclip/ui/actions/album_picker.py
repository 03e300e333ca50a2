"""A small popup that narrows a list down as one types: which album, which tag."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

_KEY = Qt.ItemDataRole.UserRole
_ROWS_SHOWN = 9


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to pick, by a key of the caller's."""

    key: object
    text: str


class PickPopup(QFrame):
    """Enter takes the marked line; where nothing has the typed name, the last line makes it new."""

    picked = Signal(object)
    """The key of a choice."""
    created = Signal(str)
    """A name that is not in the list yet; "" where none was typed."""

    def __init__(
        self,
        choices: Sequence[Choice],
        *,
        name: str,
        prompt: str,
        new: str,
        new_unnamed: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`new` holds "{name}"; `new_unnamed` is offered while nothing is typed, if anything."""
        super().__init__(parent, Qt.WindowType.Popup)
        self._choices = list(choices)
        self._new = new
        self._new_unnamed = new_unnamed
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(name)
        self.field = QLineEdit(placeholderText=prompt, clearButtonEnabled=True)
        self.field.setAccessibleName(prompt)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._narrow)
        self.field.returnPressed.connect(self._take)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self.list)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self.field.setFixedWidth(self.fontMetrics().averageCharWidth() * 42)
        self.list.setFixedWidth(self.field.width())
        self._narrow("")

    def texts(self) -> list[str]:
        """The lines that are shown."""
        return [self.list.item(row).text() for row in range(self.list.count())]

    def show_at(self, middle: QPoint) -> None:
        """Show it with the middle of its upper edge at this place of the screen, as far as it fits."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        left = max(screen.left(), min(middle.x() - self.width() // 2, screen.right() - self.width()))
        top = max(screen.top(), min(middle.y(), screen.bottom() - self.height()))
        self.move(left, top)
        self.show()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down move through the list while one types on."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                row = (self.list.currentRow() + step) % self.list.count()
                self.list.setCurrentRow(row)
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _narrow(self, typed: str) -> None:
        wanted = typed.strip().casefold()
        self.list.clear()
        for choice in self._choices:
            if wanted in choice.text.casefold():
                self._add(choice.text, choice.key)
        same = any(choice.text.casefold() == wanted for choice in self._choices)
        if wanted and not same:
            self._add(self._new.format(name=typed.strip()), None)
        elif not wanted and self._new_unnamed:
            self._add(self._new_unnamed, None)
        self.list.setCurrentRow(0)
        line = self.list.sizeHintForRow(0) if self.list.count() else self.fontMetrics().height()
        self.list.setFixedHeight(line * max(1, min(_ROWS_SHOWN, self.list.count())) + 4)
        self.adjustSize()

    def _add(self, text: str, key: object) -> None:
        item = QListWidgetItem(text, self.list)
        item.setData(_KEY, key)

    @Slot()
    def _take(self) -> None:
        item = self.list.item(self.list.currentRow())
        if not item:
            return
        key, typed = item.data(_KEY), self.field.text().strip()
        self.close()
        if key is None:
            self.created.emit(typed)
        else:
            self.picked.emit(key)
