"""Taking back the choice of another model, as long as it has not taken over."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from photoclip.ui.port import PhotoWorker
from photoclip.worker.messages import Activity, ModelInUse, WorkerState


class ModelChange(QObject):
    """One switch behind the menu entry, which is there only while there is something to take back."""

    def __init__(self, worker: PhotoWorker, action: QAction, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self._use: ModelInUse | None = None
        self._downloading = False
        action.setVisible(False)
        action.triggered.connect(worker.cancel_model_change)

    @Slot(object)
    def take_model(self, use: ModelInUse) -> None:
        self._use = use
        self._show()

    @Slot(object)
    def take_state(self, state: WorkerState) -> None:
        self._downloading = state.activity is Activity.DOWNLOADING
        self._show()

    def _show(self) -> None:
        use = self._use
        self._action.setVisible(self._downloading or (use is not None and use.upcoming is not None))
        if use is not None and use.upcoming is not None:
            # An ampersand in a model's name is no mnemonic.
            title = use.card.title.replace("&", "&&")
            self._action.setText(self.tr("&Keep using {model}").format(model=title))
        else:
            self._action.setText(self.tr("&Stop changing the model"))
