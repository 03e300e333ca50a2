"""Opens the preferences over the window, and makes what was changed there hold at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from photoclip.ui.preferences.preferences import PreferencesDialog
from photoclip.worker.messages import LibraryChanged, ModelInUse

if TYPE_CHECKING:
    from photoclip.ui.main_window import MainWindow


class PreferencesLink(QObject):
    """Knows the last that the worker said, so that the dialog opens with it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._library: LibraryChanged | None = None
        self._use: ModelInUse | None = None
        window.bridge.library_changed.connect(self._take_library)
        window.bridge.model_changed.connect(self._take_model)

    @Slot()
    def open(self) -> None:
        window = self._window
        dialog = PreferencesDialog(
            window.settings,
            window.worker,
            window.everything,
            folders=self._library.folders if self._library is not None else None,
            use=self._use,
            coverage=self._library.coverage if self._library is not None else None,
            parent=window,
        )
        dialog.theme_chosen.connect(window.show_theme)
        dialog.language_chosen.connect(window.replacement_wanted)
        dialog.thumbnail_memory_chosen.connect(window.thumbnails.set_capacity)
        dialog.add_folder_wanted.connect(window.dialogs.choose_folder)
        dialog.remove_folder_wanted.connect(window.worker.remove_folder)
        dialog.model_wanted.connect(window.model_choice.open)
        dialog.delete_everything_wanted.connect(window.forget)
        dialog.privacy.folder_wanted.connect(window.deeds.show_folder)
        window.bridge.library_changed.connect(dialog.take_library)
        window.bridge.model_changed.connect(dialog.take_model)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object)
    def _take_library(self, changed: LibraryChanged) -> None:
        self._library = changed

    @Slot(object)
    def _take_model(self, use: ModelInUse) -> None:
        self._use = use
