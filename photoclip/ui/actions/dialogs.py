"""The window's dialogs. All are opened, none is waited for, except the system's own folder chooser."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from photoclip.domain.errands import ExportAlbum, ExportPhotos
from photoclip.ui.actions.export_dialog import ExportDialog
from photoclip.ui.help_dialogs import AboutDialog, ShortcutsDialog
from photoclip.ui.port import PhotoWorker
from photoclip.ui.preferences.folders_dialog import FoldersDialog
from photoclip.ui.preferences.model_dialog import ModelDialog
from photoclip.worker.messages import FolderState, LibraryChanged, ModelInUse


class Dialogs(QObject):
    """Opens dialogs over a window and passes on what was chosen."""

    folder_chosen = Signal(str)
    errand_wanted = Signal(object)
    _folders_told = Signal(object)

    def __init__(self, worker: PhotoWorker, window: QWidget) -> None:
        super().__init__(window)
        self._worker = worker
        self._window = window
        self._use: ModelInUse | None = None
        self._folders: Sequence[FolderState] | None = None

    @Slot(object)
    def take_model(self, use: ModelInUse) -> None:
        self._use = use

    @Slot(object)
    def take_library(self, changed: LibraryChanged) -> None:
        self._folders = changed.folders
        self._folders_told.emit(changed.folders)

    @Slot()
    def choose_folder(self) -> None:
        # Over the dialog that asked for it, where there is one.
        over = QApplication.activeModalWidget() or self._window
        path = QFileDialog.getExistingDirectory(over, self.tr("Add a folder of photos"))
        if path:
            self.folder_chosen.emit(path)

    @Slot()
    def show_folders(self) -> None:
        dialog = FoldersDialog(self._folders, self._window)
        self._folders_told.connect(dialog.show_folders)
        dialog.add_wanted.connect(self.choose_folder)
        dialog.remove_wanted.connect(self._worker.remove_folder)
        _open(dialog)

    @Slot()
    def choose_model(self) -> None:
        dialog = ModelDialog(self._worker.models(), self._use, self._window)
        dialog.chosen.connect(self._worker.choose_model)
        dialog.kept.connect(self._worker.cancel_model_change)
        _open(dialog)

    def export_photos(self, photo_ids: tuple[int, ...]) -> None:
        if photo_ids:
            dialog = ExportDialog(len(photo_ids), self._window)
            dialog.accepted.connect(
                lambda: self.errand_wanted.emit(ExportPhotos(photo_ids, dialog.folder(), dialog.options()))
            )
            _open(dialog)

    def export_album(self, album_id: int, photos: int) -> None:
        dialog = ExportDialog(photos, self._window)
        dialog.accepted.connect(
            lambda: self.errand_wanted.emit(ExportAlbum(album_id, dialog.folder(), dialog.options()))
        )
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
