"""The small window that asks for the name of a new album, group or smart album."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from photoclip.domain.changes import AlbumKind, MakeAlbum
from photoclip.ui import wording
from photoclip.ui.sources import album_names
from photoclip.ui.theme import quiet_text

_Button = QDialogButtonBox.ButtonRole


class NewAlbumDialog(QDialog):
    """Proposes a name that is free, says at once what is wrong with another, and tells the change."""

    made = Signal(object)
    """The `MakeAlbum` with the name that was given."""

    def __init__(
        self, change: MakeAlbum, taken: Sequence[str], holds: str = "", parent: QWidget | None = None
    ) -> None:
        """`change.name` is a wish; `taken` are the names of the siblings to be."""
        super().__init__(parent)
        self._change = change
        self._taken = taken
        self.setWindowTitle(self._title())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name = QLineEdit(album_names.free(change.name or self._proposal(), taken))
        self.name.setMaxLength(album_names.LONGEST)
        self.name.setAccessibleName(self.tr("Name"))
        self.name.selectAll()
        self.wrong = QLabel()
        self.holds = QLabel(holds or self._holds())
        self.box = QDialogButtonBox()
        self.create_button: QPushButton = self.box.addButton(self.tr("&Create"), _Button.AcceptRole)
        self.cancel: QPushButton = self.box.addButton(QDialogButtonBox.StandardButton.Cancel)
        for button in (self.create_button, self.cancel):
            button.setIcon(QIcon())
        self.create_button.setDefault(True)
        self.name.textChanged.connect(self._check)
        self.box.accepted.connect(self._make)
        self.box.rejected.connect(self.reject)
        self._lay_out()
        self._check()

    def _lay_out(self) -> None:
        self.name.setMinimumWidth(self.fontMetrics().averageCharWidth() * 36)
        asks = QLabel(self.tr("&Name:"))
        asks.setBuddy(self.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        for label in (self.holds, self.wrong):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            palette = label.palette()
            palette.setColor(QPalette.ColorRole.WindowText, quiet_text(palette))
            label.setPalette(palette)
        # Room for the sentence is kept, so that nothing jumps while a name is typed.
        self.wrong.setMinimumHeight(self.fontMetrics().height())
        column.addWidget(self.holds)
        column.addWidget(asks)
        column.addWidget(self.name)
        column.addWidget(self.wrong)
        column.addStretch(1)
        column.addWidget(self.box)
        self.holds.setVisible(bool(self.holds.text()))
        self.name.setFocus()

    def _title(self) -> str:
        return {
            AlbumKind.HAND: self.tr("New album"),
            AlbumKind.SMART: self.tr("New smart album"),
            AlbumKind.GROUP: self.tr("New group"),
        }[self._change.kind]

    def _proposal(self) -> str:
        query = self._change.query
        return query.words.capitalize() if query is not None and query.words else self._title()

    def _holds(self) -> str:
        if self._change.kind is AlbumKind.GROUP:
            return self.tr("A group holds albums and other groups.")
        count = len(self._change.photo_ids)
        return self.tr("With {photos}.").format(photos=wording.photos(count)) if count else ""

    @Slot()
    def _check(self) -> None:
        wrong = album_names.wrong(self.name.text(), self._taken)
        self.wrong.setText(wrong)
        self.create_button.setEnabled(not wrong)

    @Slot()
    def _make(self) -> None:
        if not album_names.wrong(self.name.text(), self._taken):
            self.made.emit(replace(self._change, name=album_names.tidy(self.name.text())))
            self.accept()
