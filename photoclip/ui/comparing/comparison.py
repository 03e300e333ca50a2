"""Opens the comparison of models, where there is more than one that has read the library."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from photoclip.domain.models import ModelCard
from photoclip.ui import said
from photoclip.ui.comparing.compare_dialog import CompareDialog
from photoclip.ui.grid.wanted_thumbnails import WantedThumbnails
from photoclip.ui.preferences import model_words
from photoclip.ui.search import query_parts
from photoclip.worker.messages import ModelInUse

if TYPE_CHECKING:
    from photoclip.ui.main_window import MainWindow


class Comparison(QObject):
    """Knows which models can be asked, and keeps the command in line with that."""

    def __init__(self, window: MainWindow, action: QAction) -> None:
        super().__init__(window)
        self._window = window
        self._action = action
        self._use: ModelInUse | None = None
        action.triggered.connect(self.open)
        self._enable(False)

    @Slot(object)
    def take_model(self, use: ModelInUse) -> None:
        self._use = use
        self._enable(bool(self._others(use)))

    @Slot()
    def open(self) -> None:
        window, use = self._window, self._use
        others = self._others(use) if use is not None else []
        if use is None or not others:
            return
        bridge = window.bridge
        dialog = CompareDialog(
            ([use.card], others), window.turns, window.worker.load_rows, window.thumbnails, window
        )
        for column in dialog.columns:
            wanted = WantedThumbnails(
                window.worker.want_thumbnails, column.grid, column.photos, window.thumbnails, column
            )
            dialog.finished.connect(wanted.stop)
        dialog.use_wanted.connect(window.worker.choose_model)
        bridge.answered.connect(dialog.asking.take_answer)
        bridge.question_failed.connect(dialog.asking.take_failure)
        bridge.rows_loaded.connect(dialog.take_rows)
        bridge.model_changed.connect(dialog.take_model)
        dialog.finished.connect(dialog.deleteLater)
        dialog.take_model(use)
        window.closing.connect(dialog.reject)
        query = window.flow.query()
        among = replace(query, words="", liked=(), disliked=())
        told = " · ".join(part.text for part in query_parts.parts(among, window.names))
        dialog.open_with(query.words, among, told)

    def _others(self, use: ModelInUse) -> list[ModelCard]:
        """Those that can be asked besides the serving one."""
        known = {card.id: card for card in self._window.worker.models()}
        return [said.card(known[one]) for one in model_words.others_ready(use) if one in known]

    def _enable(self, several: bool) -> None:
        self._action.setEnabled(several)
        self._action.setToolTip(
            self.tr("Shows what two models answer to the same search")
            if several
            else self.tr("Only one model has read this library; choose another one with “Model…” first")
        )
        for menu in self._action.associatedObjects():
            if isinstance(menu, QMenu):
                menu.setToolTipsVisible(True)
