"""Pausing and resuming: one switch behind the menu entry and the button."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from photoclip.ui import progress_text
from photoclip.ui.port import PhotoWorker
from photoclip.worker.messages import WorkerState


class PauseSwitch(QObject):
    """Tells the worker; what is shown changes only when the worker says that it is so."""

    def __init__(self, worker: PhotoWorker, action: QAction, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._action = action
        self._stands = False
        action.triggered.connect(self.toggle)

    @Slot()
    def toggle(self) -> None:
        if self._stands:
            self._worker.resume()
        else:
            self._worker.pause()

    @Slot(object)
    def take_state(self, state: WorkerState) -> None:
        waits = progress_text.waits(state)
        self._stands = state.paused or waits
        if waits:
            words = self.tr("&Go on anyway")
        else:
            words = self.tr("&Resume indexing") if state.paused else self.tr("&Pause indexing")
        self._action.setText(words)
