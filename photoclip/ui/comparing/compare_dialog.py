"""The dialog that shows what two models answer to the same query."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from photoclip.domain.models import ModelCard
from photoclip.domain.query import Query
from photoclip.ui.comparing.model_column import ModelColumn
from photoclip.ui.comparing.turns import Turns
from photoclip.ui.comparing.two_answers import TwoAnswers, matches
from photoclip.ui.grid.thumbnails import Thumbnails
from photoclip.ui.preferences.setting_fields import QuietLabel
from photoclip.worker.messages import Answer, ModelInUse, RowsLoaded

DEBOUNCE_MS = 300
_WIDTH, _HEIGHT = 980, 700


class CompareDialog(QDialog):
    """The model in use is on the leading side, another one that has read the library beside it."""

    use_wanted = Signal(str)
    """The id of the model that is to serve from now on."""

    def __init__(
        self,
        cards: tuple[Sequence[ModelCard], Sequence[ModelCard]],
        turns: Turns,
        load_rows: Callable[[Sequence[int]], None],
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        """`cards` are those that can stand on each side."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare models"))
        self._among = Query()
        self._use: ModelInUse | None = None
        self._found: list[NDArray[np.int64] | None] = [None, None]
        self.asking = TwoAnswers(turns, self)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("What both models are to look for"))
        self.search.setAccessibleName(self.tr("Search with both models"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumHeight(self.search.fontMetrics().height() + 14)
        self.among = QuietLabel()
        self.columns = [ModelColumn(side, load_rows, thumbnails) for side in cards]
        self._pause = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._pause.timeout.connect(self.ask)
        self.search.textEdited.connect(self._wait)
        self.search.returnPressed.connect(self.ask)
        self.asking.asking.connect(self._say_asking)
        self.asking.answered.connect(self._show)
        self.asking.failed.connect(self._fail)
        self.finished.connect(self.stop)
        for column in self.columns:
            column.model_chosen.connect(self._other_model)
            column.use_wanted.connect(self.use_wanted)
            column.grid.left.connect(self.reject)
            column.grid.typed.connect(self._type)
        self._lay_out()

    def open_with(self, words: str, among_query: Query, among: str) -> None:
        """Ask for words within a query without any, which `among` tells, empty for all photos."""
        self._among = among_query
        self.among.setText(among)
        self.among.setVisible(bool(among))
        self.search.setText(words)
        self.ask()
        self.search.selectAll()
        self.search.setFocus()
        self.open()

    @Slot()
    def ask(self) -> None:
        """Ask both models what stands in the field now."""
        self._pause.stop()
        query = replace(self._among, words=self.search.text().strip())
        self._found = [None, None]
        if query.ranks:
            self.columns[1].show_note("")
            self.asking.ask(query, [column.card.id for column in self.columns])
            return
        self.asking.stop()
        for column in self.columns:
            column.show_note(self.tr("Type above what to look for."))

    @Slot()
    def stop(self) -> None:
        """Wait for no answer any more."""
        self._pause.stop()
        self.asking.stop()
        for column in self.columns:
            column.photos.stop()

    @Slot(object)
    def take_rows(self, loaded: RowsLoaded) -> None:
        for column in self.columns:
            column.photos.take_rows(loaded)

    @Slot(object)
    def take_model(self, use: ModelInUse) -> None:
        self._use = use
        for column in self.columns:
            column.show_use(use)

    def _lay_out(self) -> None:
        sides = QHBoxLayout()
        sides.setSpacing(16)
        for column in self.columns:
            sides.addWidget(column, 1)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = box.button(QDialogButtonBox.StandardButton.Close)
        close.setIcon(QIcon())
        # Enter in the field asks and closes nothing.
        close.setAutoDefault(False)
        box.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(QuietLabel(self.tr("“Only here” marks what the other model does not find.")), 1)
        foot.addWidget(box)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(16, 16, 16, 12)
        lines.setSpacing(12)
        lines.addWidget(self.search)
        lines.addWidget(self.among)
        lines.addLayout(sides, 1)
        lines.addLayout(foot)
        room = self.screen().availableSize()
        self.resize(min(_WIDTH, room.width() - 60), min(_HEIGHT, room.height() - 80))

    @Slot()
    def _wait(self) -> None:
        self._pause.start()

    @Slot(str)
    def _type(self, text: str) -> None:
        """Typed into the photos, meant for the field."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.insert(text)
        self._wait()

    @Slot()
    def _other_model(self) -> None:
        if self._use is not None:
            self.take_model(self._use)
        self.ask()

    @Slot(int)
    def _say_asking(self, side: int) -> None:
        column = self.columns[side]
        column.show_note(self.tr("Asking {model}…").format(model=column.card.title))

    @Slot(int, object)
    def _show(self, side: int, answer: Answer) -> None:
        self.columns[side].show_answer(answer)
        self._found[side] = matches(answer)
        one, other = self._found
        if one is not None and other is not None:
            self.columns[0].show_alone(np.setdiff1d(one, other).tolist())
            self.columns[1].show_alone(np.setdiff1d(other, one).tolist())

    @Slot(int, str)
    def _fail(self, side: int, message: str) -> None:
        self.columns[side].show_note(message)
