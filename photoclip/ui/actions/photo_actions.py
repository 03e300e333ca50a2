"""What can be done with the one photo that is current, in the grid and in the viewer alike."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from photoclip import paths
from photoclip.domain.photos import PhotoRow
from photoclip.ui.actions.desktop import Desktop
from photoclip.ui.grid.photo_model import file_name


class PhotoActions(QObject):
    """Acts on whatever photo `current` names at the moment; without one, nothing happens."""

    similar_wanted = Signal(int, str)
    """Photo id, and the name to show for it."""
    duplicates_wanted = Signal(int, str)
    """The same."""
    trouble = Signal(str)

    def __init__(
        self, current: Callable[[], PhotoRow | None], desktop: Desktop, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._current = current
        self._desktop = desktop

    @Slot()
    def find_similar(self) -> None:
        photo = self._current()
        if photo is not None:
            self.similar_wanted.emit(photo.photo_id, file_name(photo))

    @Slot()
    def show_duplicates(self) -> None:
        photo = self._current()
        if photo is not None:
            self.duplicates_wanted.emit(photo.photo_id, file_name(photo))

    @Slot()
    def open_outside(self) -> None:
        photo = self._current()
        if photo is not None and not self._desktop.open_file(photo.path):
            self.trouble.emit(
                self.tr("No program on this computer opens {name}.").format(name=file_name(photo))
            )

    @Slot()
    def show_in_folder(self) -> None:
        photo = self._current()
        if photo is not None and not self._desktop.show_in_folder(photo.path):
            self.trouble.emit(
                self.tr("No file manager answered; the photo is {path}.").format(
                    path=paths.display(photo.path)
                )
            )
