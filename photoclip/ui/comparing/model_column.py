"""One model's half of a comparison: its name, what it finds, and the way to use it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from photoclip.domain.models import ModelCard
from photoclip.ui import wording
from photoclip.ui.comparing.compared_photos import ComparedGrid, ComparedPhotos
from photoclip.ui.grid.thumbnails import Thumbnails
from photoclip.ui.preferences.setting_fields import QuietLabel
from photoclip.worker.messages import Answer, ModelInUse


class ModelColumn(QWidget):
    """Where there are several models to choose from, their names are a list to choose by."""

    model_chosen = Signal()
    """Another model stands in this column now."""
    use_wanted = Signal(str)

    def __init__(
        self,
        cards: Sequence[ModelCard],
        load_rows: Callable[[Sequence[int]], None],
        thumbnails: Thumbnails,
    ) -> None:
        super().__init__()
        self._cards = cards
        self.photos = ComparedPhotos(load_rows, thumbnails, self)
        self.grid = ComparedGrid(self.photos)
        self.name = QLabel()
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setWordWrap(True)
        font = self.name.font()
        font.setBold(True)
        self.name.setFont(font)
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Model"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(12)
        for card in cards:
            self.choice.addItem(card.title)
        self.found = QuietLabel()
        self.use = QPushButton()
        self.use.setAutoDefault(False)
        self.use.clicked.connect(self._use)
        self.choice.currentIndexChanged.connect(self._chosen)
        self._lay_out()
        self._name()

    @property
    def card(self) -> ModelCard:
        return self._cards[self.choice.currentIndex()]

    def show_use(self, use: ModelInUse) -> None:
        """Which model serves, so that only another one can be chosen to."""
        wanted = use.upcoming or use.card
        serves = self.card.id == use.card.id == wanted.id
        self.use.setEnabled(self.card.id != wanted.id)
        self.use.setText(self.tr("In use") if serves else self.tr("Use this model"))
        self.use.setToolTip(
            self.tr("This model serves your searches now")
            if serves
            else self.tr("Search with this model from now on; it has read your photos and switches at once")
        )
        self.use.setAccessibleDescription(self.card.title)

    def show_note(self, text: str) -> None:
        """A sentence in place of photos."""
        self.clear()
        self.found.setText(text)

    def show_answer(self, answer: Answer) -> None:
        self.photos.show_matches(answer)
        count = len(self.photos.ids)
        nothing = answer.message or self.tr("No good match.")
        self.found.setText(wording.photos(count) if count else nothing)

    def show_alone(self, photo_ids: Sequence[int]) -> None:
        """Those that the other model does not find."""
        self.photos.mark_alone(photo_ids)
        if len(self.photos.ids):
            words = self.tr("{photos}, {number} of them only here")
            found = wording.photos(len(self.photos.ids))
            self.found.setText(words.format(photos=found, number=wording.number(len(photo_ids))))

    def clear(self) -> None:
        self.photos.show_matches(Answer(0, self.photos.ids[:0], None))

    def _lay_out(self) -> None:
        several = len(self._cards) > 1
        self.name.setVisible(not several)
        self.choice.setVisible(several)
        # Both columns begin at the same height, whether the model is a list or a name.
        self.use.setMinimumHeight(self.choice.sizeHint().height())
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.choice, 1)
        head.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.found)
        column.addWidget(self.grid, 1)

    def _name(self) -> None:
        self.name.setText(self.card.title)
        self.grid.setAccessibleName(self.tr("Photos found by {model}").format(model=self.card.title))

    @Slot()
    def _chosen(self) -> None:
        self._name()
        self.model_chosen.emit()

    @Slot()
    def _use(self) -> None:
        self.use_wanted.emit(self.card.id)
