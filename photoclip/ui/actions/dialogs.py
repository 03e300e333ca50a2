"""The window's dialogs. All are opened, none is waited for, except the system's own folder chooser."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from photoclip.domain.errands import CopyOptions, Errand, ExportAlbum, ExportPhotos
from photoclip.ui.actions.export_dialog import ExportDialog
from photoclip.ui.actions.export_memory import ExportMemory
from photoclip.ui.help_dialogs import AboutDialog, ShortcutsDialog
from photoclip.ui.port import PhotoWorker
from photoclip.ui.preferences.folders_dialog import FoldersDialog
from photoclip.worker.messages import FolderState, LibraryChanged


class Dialogs(QObject):
    """Opens dialogs over a window and passes on what was chosen."""

    folder_chosen = Signal(str)
    errand_wanted = Signal(object)
    _folders_told = Signal(object)

    def __init__(self, worker: PhotoWorker, exports: ExportMemory, window: QWidget) -> None:
        super().__init__(window)
        self._exports = exports
        self._worker = worker
        self._window = window
        self._folders: Sequence[FolderState] | None = None

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

    def export_photos(self, photo_ids: tuple[int, ...]) -> None:
        if photo_ids:
            self._export(lambda *how: ExportPhotos(photo_ids, *how), len(photo_ids))

    def export_album(self, album_id: int, photos: int, name: str) -> None:
        self._export(lambda *how: ExportAlbum(album_id, *how), photos, name)

    def _export(self, errand: Callable[[str, CopyOptions], Errand], photos: int, album: str = "") -> None:
        folder, options = self._exports.last()
        dialog = ExportDialog(photos, self._window, folder=folder, options=options, album=album)
        dialog.accepted.connect(lambda: self._run_export(errand, dialog.folder(), dialog.options()))
        _open(dialog)

    def _run_export(
        self, errand: Callable[[str, CopyOptions], Errand], folder: str, options: CopyOptions
    ) -> None:
        self._exports.keep(folder, options)
        self.errand_wanted.emit(errand(folder, options))

    @Slot()
    def show_shortcuts(self) -> None:
        _open(ShortcutsDialog(self._window))

    @Slot()
    def show_about(self) -> None:
        _open(AboutDialog(self._window))


def _open(dialog: QDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
