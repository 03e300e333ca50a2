"""Models side by side: what each is good at, what it costs, and how fast it really is here."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from photoclip.domain.errands import MeasureModel, ModelSpeed
from photoclip.domain.models import STARTER_ID, ModelCard
from photoclip.ui.preferences import model_words
from photoclip.ui.preferences.setting_fields import QuietLabel
from photoclip.ui.rings import Ring
from photoclip.ui.theme import blend
from photoclip.worker.messages import ErrandDone

_GAP = 12
_MOST_COLUMNS = 3
_LETTERS = 38
"""The width of a card, in letters of its font."""


class ModelCards(QWidget):
    """The recommended models, then all others. One can be chosen; speeds come in as they are measured."""

    chosen = Signal()
    measure_wanted = Signal(str)
    """Emitted once for each model to be measured, in order."""

    def __init__(
        self,
        cards: Sequence[ModelCard],
        marks: dict[str, str] | None = None,
        *,
        others: bool = True,
        title: QWidget | None = None,
    ) -> None:
        """`marks` are a few words for some models (in use, ready); with `others` all models are shown.

        `title` stands in one line with the button that measures.
        """
        super().__init__()
        self._cards = {card.id: card for card in cards if others or _recommended(card)}
        self._group = QButtonGroup(self)
        self._tiles: dict[str, _Tile] = {}
        self._columns = 0
        for card in self._cards.values():
            tile = _Tile(card, (marks or {}).get(card.id, ""))
            self._group.addButton(tile.button)
            self._tiles[card.id] = tile
        self.measure = QPushButton(self.tr("&Measure on this computer"))
        self.measure.setAutoDefault(False)
        self.measure.setToolTip(
            self.tr(
                "Tries the recommended models one after the other, each for a few seconds, without a download"
            )
        )
        self.progress = QuietLabel()
        self._heading = QLabel(self.tr("More models"))
        self._heading.setVisible(any(not _recommended(card) for card in self._cards.values()))
        self._wanted: set[str] = set()
        self.measure.clicked.connect(self._measure)
        self._group.buttonToggled.connect(self._toggled)
        self._lay_out(title)

    @property
    def buttons(self) -> dict[str, QRadioButton]:
        return {key: tile.button for key, tile in self._tiles.items()}

    def selected(self) -> ModelCard | None:
        return next((self._cards[key] for key, tile in self._tiles.items() if tile.button.isChecked()), None)

    def speed_words(self, model_id: str) -> str:
        return self._tiles[model_id].speed.text()

    def check(self, model_id: str) -> None:
        if model_id in self._tiles:
            self._tiles[model_id].button.setChecked(True)

    @Slot(object)
    def take_speed(self, speed: ModelSpeed) -> None:
        if speed.model_id in self._tiles:
            self._tiles[speed.model_id].show_speed(model_words.speed(speed))
        self._measured(speed.model_id)

    @Slot(object)
    def take_done(self, done: ErrandDone) -> None:
        """The end of any errand; only measurements matter here."""
        if not isinstance(done.errand, MeasureModel):
            return
        if isinstance(done.outcome.result, ModelSpeed):
            self.take_speed(done.outcome.result)
            return
        tile = self._tiles.get(done.errand.model_id)
        if tile is not None:
            tile.show_speed(self.tr("not measured"), " ".join(done.outcome.faults))
        self._measured(done.errand.model_id)

    @Slot()
    def _measure(self) -> None:
        self._wanted = {card.id for card in self._cards.values() if _recommended(card)}
        self._tell_progress()
        for model_id in list(self._cards):
            if model_id in self._wanted:
                self._tiles[model_id].show_speed(self.tr("to be measured…"))
        for model_id in [key for key in self._cards if key in self._wanted]:
            self.measure_wanted.emit(model_id)

    def _measured(self, model_id: str) -> None:
        self._wanted.discard(model_id)
        self._tell_progress()

    def _tell_progress(self) -> None:
        self.measure.setEnabled(not self._wanted)
        words = self.tr("Measuring, {number} to go…").format(number=len(self._wanted))
        self.progress.setText(words if self._wanted else "")

    @Slot()
    def _toggled(self) -> None:
        for tile in self._tiles.values():
            tile.update()
        self.chosen.emit()

    def _lay_out(self, title: QWidget | None) -> None:
        # Over the cards, where it is in sight without scrolling.
        head = QHBoxLayout()
        if title is not None:
            head.addWidget(title)
            head.addSpacing(_GAP)
        head.addWidget(self.measure)
        head.addWidget(self.progress, 1)
        self._grid, self._more = QGridLayout(), QGridLayout()
        for grid in (self._grid, self._more):
            grid.setSpacing(_GAP)
        font = self._heading.font()
        font.setBold(True)
        self._heading.setFont(font)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addLayout(head)
        column.addLayout(self._grid)
        column.addWidget(self._heading)
        column.addLayout(self._more)
        column.addStretch(1)
        self._arrange(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.fontMetrics().averageCharWidth() * _LETTERS
        self._arrange(max(1, min(_MOST_COLUMNS, (self.width() + _GAP) // (room + _GAP))))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        counts = {True: 0, False: 0}
        for key, tile in self._tiles.items():
            recommended = _recommended(self._cards[key])
            row, at = divmod(counts[recommended], columns)
            (self._grid if recommended else self._more).addWidget(tile, row, at)
            counts[recommended] += 1
        for grid in (self._grid, self._more):
            for at in range(_MOST_COLUMNS):
                grid.setColumnStretch(at, 1 if at < columns else 0)


class _Tile(QWidget):
    """One model; a click anywhere chooses it."""

    def __init__(self, card: ModelCard, mark: str) -> None:
        super().__init__()
        self._title = model_words.title(card)
        self.button = QRadioButton(self._title.replace("&", "&&"))
        self.button.setAccessibleName(f"{self._title}, {mark}" if mark else self._title)
        # A long title goes on in a second line and does not widen its column.
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.mark = QLabel(mark)
        self.mark.setVisible(bool(mark))
        font = self.button.font()
        font.setBold(True)
        self.button.setFont(font)
        Ring(self.button)
        purpose = QLabel(card.purpose)
        purpose.setTextFormat(Qt.TextFormat.PlainText)
        purpose.setWordWrap(True)
        self.quality = QLabel(model_words.quality(card))
        self.quality.setAccessibleName(model_words.stars_aloud(card))
        self.speed = QuietLabel(model_words.speed(None))
        head = QHBoxLayout()
        head.addWidget(self.button, 1)
        head.addWidget(self.mark)
        size = QuietLabel(model_words.download(card))
        terms = QuietLabel(model_words.licence(card))
        column = QVBoxLayout(self)
        column.setContentsMargins(_GAP, 10, _GAP, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(purpose)
        column.addStretch(1)
        column.addWidget(self.quality)
        column.addWidget(size)
        column.addWidget(self.speed)
        column.addWidget(terms)
        self.setToolTip(model_words.hint(card))
        self.button.setAccessibleDescription(
            f"{card.purpose} {model_words.stars_aloud(card)}. {model_words.facts(card)}"
        )

    def show_speed(self, words: str, hint: str = "") -> None:
        self.speed.setText(words)
        self.speed.setToolTip(hint)
        self.speed.setAccessibleDescription(hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        style = self.style()
        before = style.pixelMetric(QStyle.PixelMetric.PM_ExclusiveIndicatorWidth, None, self.button)
        before += style.pixelMetric(QStyle.PixelMetric.PM_RadioButtonLabelSpacing, None, self.button)
        mark = self.mark.sizeHint().width() + _GAP if self.mark.text() else 0
        margins = self.contentsMargins().left() + self.contentsMargins().right() + 2 * _GAP
        room = self.width() - margins - mark - before - 4
        shown = _in_two_lines(self._title, self.button.fontMetrics(), room)
        self.button.setText(shown.replace("&", "&&"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.button.setChecked(True)
            self.button.setFocus()
        else:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, checked = self.palette(), self.button.isChecked()
        base = palette.color(QPalette.ColorRole.Base)
        accent = palette.color(QPalette.ColorRole.Highlight)
        line = accent if checked else blend(palette.color(QPalette.ColorRole.WindowText), base, 0.22)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(line, 2 if checked else 1))
        painter.setBrush(blend(accent, base, 0.1) if checked else base)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()


def _in_two_lines(text: str, metrics: QFontMetrics, room: int) -> str:
    """Broken between words where it is too long for one line; a second line too long for it is shortened."""
    words = text.split(" ")
    fit = len(words)
    while fit > 1 and metrics.horizontalAdvance(" ".join(words[:fit])) > room:
        fit -= 1
    lines = [" ".join(words[:fit]), " ".join(words[fit:])]
    return "\n".join(metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines if line)


def _recommended(card: ModelCard) -> bool:
    return card.size is not None or card.id == STARTER_ID


def marks(in_use: str, upcoming: str, ready: Collection[str], words: tuple[str, str, str]) -> dict[str, str]:
    """What is said beside the titles: `words` are those for in use, being made ready, and ready."""
    found = dict.fromkeys(ready, words[2])
    if upcoming:
        found[upcoming] = words[1]
    if in_use:
        found[in_use] = words[0]
    return found
