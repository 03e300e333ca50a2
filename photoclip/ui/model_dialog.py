"""Choosing the model: what each is good at, what it costs, and what happens meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QRadioButton,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from photoclip.domain.models import STARTER_ID, ModelCard
from photoclip.ui import model_words
from photoclip.ui.theme import blend, quiet_text
from photoclip.worker.messages import ModelInUse


class ModelDialog(QDialog):
    """Lists the models; `chosen` is emitted with an id when another one than now was taken."""

    chosen = Signal(str)
    kept = Signal()
    """The model that is being made ready is not wanted any more."""

    def __init__(
        self, cards: Sequence[ModelCard], use: ModelInUse | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._cards = {card.id: card for card in cards}
        self._use = use
        self.setWindowTitle(self.tr("Choose a model"))
        self.choices = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        self.effect = _label(quiet=False)
        self.effect.setMinimumHeight(self.effect.fontMetrics().lineSpacing() * 3)
        self.effect.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.box.button(QDialogButtonBox.StandardButton.Cancel).setIcon(QIcon())
        self.take = self.box.addButton(self.tr("Use this model"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep = self.box.addButton("", QDialogButtonBox.ButtonRole.ResetRole)
        if use is not None and use.upcoming is not None:
            title = use.card.title.replace("&", "&&")
            self.keep.setText(self.tr("Keep using {model}").format(model=title))
            self.keep.setToolTip(
                self.tr("Stop making the other model ready; what it has read so far is kept")
            )
        self.keep.setVisible(bool(self.keep.text()))
        self.keep.clicked.connect(self._keep)
        self.box.accepted.connect(self._accept)
        self.box.rejected.connect(self.reject)
        self._lay_out(cards)
        self.choices.buttonToggled.connect(self._selected)
        self._check(None if use is None else use.upcoming or use.card)
        self.resize(640, min(620, self.screen().availableSize().height() - 80))

    def selected(self) -> ModelCard | None:
        return next((self._cards[key] for key, button in self.buttons.items() if button.isChecked()), None)

    def _lay_out(self, cards: Sequence[ModelCard]) -> None:
        intro = _label(quiet=False)
        intro.setText(
            self.tr(
                "The model decides how well photos are understood and how long reading them takes. "
                "A larger one finds better and reads slower."
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(intro)
        column.addWidget(self._list(cards), 1)
        column.addWidget(self.effect)
        column.addWidget(self.box)

    def _list(self, cards: Sequence[ModelCard]) -> QScrollArea:
        inside = QWidget()
        inside.setBackgroundRole(QPalette.ColorRole.Base)
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(14, 12, 14, 12)
        rows.setSpacing(14)
        others = False
        for card in cards:
            if not others and card.size is None and card.id != STARTER_ID:
                others = True
                heading = QLabel(self.tr("More models"))
                heading.setContentsMargins(0, 8, 0, 0)
                rows.addWidget(heading)
            rows.addWidget(self._row(card))
        rows.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(QFrame.Shape.StyledPanel)
        # The radio buttons take the focus; the area around them would be one Tab too many.
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _row(self, card: ModelCard) -> QWidget:
        button = QRadioButton(model_words.title(card) + self._mark(card))
        font = button.font()
        font.setBold(True)
        button.setFont(font)
        palette = button.palette()
        # Fusion draws the ring in a darker shade of Window: invisible on a dark list.
        ring = blend(palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base), 0.75)
        palette.setColor(QPalette.ColorRole.Window, ring)
        button.setPalette(palette)
        button.setAccessibleDescription(f"{card.purpose}. {model_words.facts(card)}")
        self.choices.addButton(button)
        self.buttons[card.id] = button
        purpose, facts = _label(quiet=False), _label(quiet=True)
        purpose.setText(card.purpose)
        facts.setText(model_words.facts(card))
        row = QWidget()
        row.setToolTip(model_words.hint(card))
        lines = QVBoxLayout(row)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        lines.addWidget(button)
        style = self.style()
        indent = style.pixelMetric(QStyle.PixelMetric.PM_ExclusiveIndicatorWidth)
        indent += style.pixelMetric(QStyle.PixelMetric.PM_RadioButtonLabelSpacing)
        for label in (purpose, facts):
            label.setIndent(indent)
            lines.addWidget(label)
        return row

    def _mark(self, card: ModelCard) -> str:
        if self._use is None:
            return ""
        if card.id == self._use.card.id:
            return self.tr(" — in use")
        if self._use.upcoming is not None and card.id == self._use.upcoming.id:
            return self.tr(" — being made ready")
        return ""

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
        self.effect.setText("" if card is None else model_words.effect(card, self._use))

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


def _label(*, quiet: bool) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    # On a list's Base the role of text would be Text, which is not the one that is made quiet.
    label.setForegroundRole(QPalette.ColorRole.WindowText)
    if quiet:
        palette = label.palette()
        palette.setColor(QPalette.ColorRole.WindowText, quiet_text(palette))
        label.setPalette(palette)
    return label
