"""Opens the dialog that chooses the model, with what the worker said last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from photoclip.ui import said
from photoclip.ui.preferences.measuring import Measuring
from photoclip.ui.preferences.model_dialog import ModelDialog
from photoclip.worker.messages import ModelInUse

if TYPE_CHECKING:
    from photoclip.ui.main_window import MainWindow


class ModelChoice(QObject):
    """Passes what is chosen on to the worker."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._use: ModelInUse | None = None
        window.bridge.model_changed.connect(self._take_model)

    @Slot()
    def open(self) -> None:
        worker, use = self._window.worker, self._use
        # Over the preferences, where they asked for it.
        over = QApplication.activeModalWidget() or self._window
        dialog = ModelDialog(
            [said.card(card) for card in worker.models()],
            use,
            over,
            ready=use.ready if use is not None else (),
        )
        dialog.chosen.connect(worker.choose_model)
        dialog.kept.connect(worker.cancel_model_change)
        dialog.finished.connect(Measuring(self._window, dialog).stop)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object)
    def _take_model(self, use: ModelInUse) -> None:
        self._use = use
