"""The models that have read the library and do not serve it: each can be switched to, or forgotten."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMessageBox, QPushButton, QVBoxLayout, QWidget

from photoclip.domain.models import ModelCard
from photoclip.ui import wording
from photoclip.ui.preferences import model_words
from photoclip.ui.preferences.setting_fields import QuietLabel
from photoclip.worker.messages import ModelInUse

_BYTES = 2
"""Of one number of a vector, as they are stored."""


class ReadModels(QWidget):
    """One line for each model; there is nothing to see while only one has read the library."""

    use_wanted = Signal(str)
    drop_wanted = Signal(str)
    """Agreed to: what this model has read is to be forgotten."""

    def __init__(self, cards: Sequence[ModelCard]) -> None:
        super().__init__()
        self._cards = {card.id: card for card in cards}
        self._photos = 0
        self._asked = ""
        self.lines: dict[str, ModelLine] = {}
        heading = QLabel(self.tr("Other models that have read this library"))
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        self.intro = QuietLabel(
            self.tr(
                "What a model has read stays beside that of the others until you forget it here. "
                "Changing to one of these switches at once, and back again as fast."
            )
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(heading)
        self._column.addWidget(self.intro)
        self.hide()

    def show_photos(self, photos: int) -> None:
        """How many photos of the library any model may have read at most."""
        self._photos = photos

    def show_use(self, use: ModelInUse | None) -> None:
        shown = model_words.others_ready(use)
        for model_id in [one for one in self.lines if one not in shown]:
            line = self.lines.pop(model_id)
            if line.isAncestorOf(self.focusWidget() or self):
                self.focusNextChild()
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        for model_id in shown:
            if model_id not in self.lines:
                self.lines[model_id] = self._line(model_id)
        self.setVisible(bool(self.lines))

    def question(self, model_id: str) -> tuple[str, str]:
        """What is asked before a model's readings are forgotten, and what that costs."""
        ask = self.tr("Forget what “{model}” has read of this library?").format(model=self._title(model_id))
        said = []
        card = self._cards.get(model_id)
        if card is not None and self._photos:
            size = max(1.0, self._photos * card.dimensions * _BYTES / 1e6)
            text = self.tr("What it knows of up to {photos} is deleted, which frees up to {size}.")
            said.append(text.format(photos=wording.photos(self._photos), size=wording.megabytes(size)))
        said.append(
            self.tr(
                "This cannot be undone: to search with it again, it has to read every photo anew. "
                "Your photos, albums and tags stay, and so does the downloaded model."
            )
        )
        return ask, " ".join(said)

    def _line(self, model_id: str) -> ModelLine:
        line = ModelLine(model_id, self._title(model_id))
        line.use.setEnabled(model_id in self._cards)
        line.use_wanted.connect(self.use_wanted)
        line.forget_wanted.connect(self._ask)
        self._column.addWidget(line)
        return line

    def _title(self, model_id: str) -> str:
        card = self._cards.get(model_id)
        return card.title if card is not None else model_id

    @Slot(str)
    def _ask(self, model_id: str) -> None:
        self._asked = model_id
        ask, cost = self.question(model_id)
        box = QMessageBox(
            QMessageBox.Icon.Question,
            self.tr("Forget what a model has read"),
            ask,
            QMessageBox.StandardButton.Cancel,
            self.window(),
        )
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(cost)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.addButton(self.tr("&Forget it"), QMessageBox.ButtonRole.AcceptRole)
        for button in box.buttons():
            button.setIcon(QIcon())
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.accepted.connect(self._agree)
        box.open()

    @Slot()
    def _agree(self) -> None:
        asked, self._asked = self._asked, ""
        if asked:
            self.drop_wanted.emit(asked)


class ModelLine(QWidget):
    """A model's title, and what can be done with what it has read."""

    use_wanted = Signal(str)
    forget_wanted = Signal(str)

    def __init__(self, model_id: str, title: str) -> None:
        super().__init__()
        self._model_id = model_id
        self.title = QLabel(title)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.use = QPushButton(self.tr("Use"))
        self.use.setToolTip(self.tr("Search with this model from now on; it switches at once"))
        self.use.setAccessibleName(self.tr("Use {model}").format(model=title))
        self.forget = QPushButton(self.tr("Forget what it has read…"))
        self.forget.setAccessibleName(self.tr("Forget what {model} has read").format(model=title))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.title, 1)
        for button in (self.use, self.forget):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.use.clicked.connect(self._use)
        self.forget.clicked.connect(self._forget)

    @Slot()
    def _use(self) -> None:
        self.use_wanted.emit(self._model_id)

    @Slot()
    def _forget(self) -> None:
        self.forget_wanted.emit(self._model_id)
