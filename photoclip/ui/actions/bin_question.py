"""Asks before photos go to the system's bin: how many, and what stays."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMessageBox, QWidget

from photoclip.domain.errands import MoveToBin
from photoclip.domain.photos import PhotoRow
from photoclip.ui import wording
from photoclip.ui.grid.photo_model import file_name


class BinQuestion(QObject):
    """One question at a time; only a yes moves anything."""

    confirmed = Signal(object)
    """The `MoveToBin` that was agreed to."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._asked: tuple[int, ...] = ()

    def ask(self, photo_ids: Sequence[int], photos: Sequence[PhotoRow]) -> None:
        """`photos` are the rows of those, as far as they are known."""
        if not photo_ids:
            return
        self._asked = tuple(photo_ids)
        box = QMessageBox(
            QMessageBox.Icon.Question,
            self.tr("Move to the bin"),
            self._question(photos),
            QMessageBox.StandardButton.Cancel,
            self._window,
        )
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(self._details(photos))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        yes = box.addButton(self.tr("&Move to the bin"), QMessageBox.ButtonRole.AcceptRole)
        for button in box.buttons():
            button.setIcon(QIcon())
        box.setDefaultButton(yes)
        box.accepted.connect(self._agree)
        box.open()

    def _question(self, photos: Sequence[PhotoRow]) -> str:
        if len(self._asked) == 1 and photos:
            return self.tr("Move “{name}” to the system's bin?").format(name=file_name(photos[0]))
        return self.tr("Move {photos} to the system's bin?").format(photos=wording.photos(len(self._asked)))

    def _details(self, photos: Sequence[PhotoRow]) -> str:
        if len(self._asked) == 1:
            said = [self.tr("Every file of it goes there, copies in other folders included.")]
        else:
            said = [self.tr("Every file of them goes there, copies in other folders included.")]
        away = sum(photo.offline for photo in photos)
        if away:
            text = self.tr("{photos} on drives that are away stay where they are.")
            said.append(text.format(photos=wording.photos(away)))
        return "\n".join(said)

    @Slot()
    def _agree(self) -> None:
        asked, self._asked = self._asked, ()
        if asked:
            self.confirmed.emit(MoveToBin(asked))
