"""Choosing the model: what each is good at, what it costs, and what happens meanwhile."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from photoclip.domain.errands import ModelSpeed
from photoclip.domain.models import ModelCard
from photoclip.ui.preferences import model_cards, model_words
from photoclip.ui.preferences.model_cards import ModelCards
from photoclip.worker.messages import ErrandDone, ModelInUse


class ModelDialog(QDialog):
    """Shows the models; `chosen` is emitted with an id when another one than now was taken."""

    chosen = Signal(str)
    kept = Signal()
    """The model that is being made ready is not wanted any more."""
    measure_wanted = Signal(str)

    def __init__(
        self,
        cards: Sequence[ModelCard],
        use: ModelInUse | None,
        parent: QWidget | None = None,
        *,
        ready: Collection[str] = (),
    ) -> None:
        """`ready` are the models that have read the photos before, so that they can serve at once."""
        super().__init__(parent)
        self._use = use
        self._ready = frozenset(ready)
        self.setWindowTitle(self.tr("Choose a model"))
        upcoming = use.upcoming.id if use is not None and use.upcoming is not None else ""
        words = self.tr("in use"), self.tr("being made ready"), self.tr("ready")
        self.cards = ModelCards(
            cards, model_cards.marks(use.card.id if use is not None else "", upcoming, self._ready, words)
        )
        self.effect = QLabel()
        self.effect.setTextFormat(Qt.TextFormat.PlainText)
        self.effect.setWordWrap(True)
        self.effect.setMinimumHeight(self.effect.fontMetrics().lineSpacing() * 3)
        self.effect.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.box.button(QDialogButtonBox.StandardButton.Cancel).setIcon(QIcon())
        self.take = self.box.addButton(self.tr("Use this model"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep = self.box.addButton("", QDialogButtonBox.ButtonRole.ResetRole)
        self._offer_to_keep()
        self.box.accepted.connect(self._accept)
        self.box.rejected.connect(self.reject)
        self._lay_out()
        self.cards.chosen.connect(self._selected)
        self.cards.measure_wanted.connect(self.measure_wanted)
        self._check(None if use is None else use.upcoming or use.card)
        room = self.screen().availableSize()
        self.resize(min(920, room.width() - 60), min(680, room.height() - 80))

    @property
    def buttons(self) -> dict[str, QRadioButton]:
        return self.cards.buttons

    @Slot(object)
    def take_speed(self, speed: ModelSpeed) -> None:
        self.cards.take_speed(speed)

    @Slot(object)
    def take_done(self, done: ErrandDone) -> None:
        self.cards.take_done(done)

    def selected(self) -> ModelCard | None:
        return self.cards.selected()

    def _offer_to_keep(self) -> None:
        if self._use is not None and self._use.upcoming is not None:
            title = self._use.card.title.replace("&", "&&")
            self.keep.setText(self.tr("Keep using {model}").format(model=title))
            self.keep.setToolTip(
                self.tr("Stop making the other model ready; what it has read so far is kept")
            )
        self.keep.setVisible(bool(self.keep.text()))
        self.keep.clicked.connect(self._keep)

    def _lay_out(self) -> None:
        intro = QLabel(
            self.tr(
                "The model decides how well photos are understood and how long reading them takes. "
                "A larger one finds better and reads slower."
            )
        )
        intro.setWordWrap(True)
        area = QScrollArea()
        self.cards.setContentsMargins(0, 0, 8, 0)
        area.setWidget(self.cards)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(QFrame.Shape.NoFrame)
        # The radio buttons take the focus; the area around them would be one Tab too many.
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(intro)
        column.addWidget(area, 1)
        column.addWidget(self.effect)
        column.addWidget(self.box)

    def _check(self, card: ModelCard | None) -> None:
        button = self.buttons.get(card.id) if card is not None else None
        if button is not None:
            button.setChecked(True)
            button.setFocus()
        self._selected()

    @Slot()
    def _selected(self) -> None:
        card = self.selected()
        self.take.setEnabled(card is not None and not self._is_taken(card))
        self.effect.setText(
            "" if card is None else model_words.effect(card, self._use, card.id in self._ready)
        )

    def _is_taken(self, card: ModelCard) -> bool:
        """Whether choosing this card would change nothing."""
        if self._use is None:
            return False
        if self._use.upcoming is not None:
            return card.id == self._use.upcoming.id
        return card.id == self._use.card.id

    @Slot()
    def _accept(self) -> None:
        card = self.selected()
        if card is not None:
            self.chosen.emit(card.id)
        self.accept()

    @Slot()
    def _keep(self) -> None:
        self.kept.emit()
        self.reject()
