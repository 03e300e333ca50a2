"""The window's dialogs. All are opened, none is waited for, except the system's own folder chooser."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from photoclip.ui.help_dialogs import AboutDialog, ShortcutsDialog
from photoclip.ui.model_dialog import ModelDialog
from photoclip.ui.port import PhotoWorker
from photoclip.worker.messages import ModelInUse


class Dialogs(QObject):
    """Opens dialogs over a window and passes on what was chosen."""

    folder_chosen = Signal(str)

    def __init__(self, worker: PhotoWorker, window: QWidget) -> None:
        super().__init__(window)
        self._worker = worker
        self._window = window
        self._use: ModelInUse | None = None

    @Slot(object)
    def take_model(self, use: ModelInUse) -> None:
        self._use = use

    @Slot()
    def choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self._window, self.tr("Add a folder of photos"))
        if path:
            self.folder_chosen.emit(path)

    @Slot()
    def choose_model(self) -> None:
        dialog = ModelDialog(self._worker.models(), self._use, self._window)
        dialog.chosen.connect(self._worker.choose_model)
        _open(dialog)

    @Slot()
    def show_shortcuts(self) -> None:
        _open(ShortcutsDialog(self._window))

    @Slot()
    def show_about(self) -> None:
        _open(AboutDialog(self._window))


def _open(dialog: QDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
