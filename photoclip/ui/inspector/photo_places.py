"""Where a photo is: the names of its files, and the folders that they lie in."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from photoclip import paths
from photoclip.domain.browsing import FilePlace
from photoclip.ui.inspector.inspector_lines import CopyLine, LinkLine, WrappedText

MOST = 12
"""Copies that are listed; a photo can have thousands."""


class PlaceList(QWidget):
    """Each folder leads to its photos; what is wrong with a file stands under it."""

    folder_chosen = Signal(object)
    """The folder's path."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files: list[FilePlace] = []
        self.names: list[CopyLine] = []
        self.folders: list[LinkLine] = []
        self.notes: list[WrappedText] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_files(self, files: Sequence[FilePlace]) -> None:
        if list(files) == self._files:
            return
        self._files = list(files)
        for widget in (*self.names, *self.folders, *self.notes):
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.names, self.folders, self.notes = [], [], []
        for number, file in enumerate(files[:MOST]):
            self._add(file, first=number == 0)
        if len(files) > MOST:
            self._note(self.tr("and {number} more places").format(number=len(files) - MOST))

    def _add(self, file: FilePlace, *, first: bool) -> None:
        path = PurePath(os.fsdecode(file.path))
        name = CopyLine(paths.display(os.fsencode(path.name)))
        font = name.font()
        font.setBold(first)
        name.setFont(font)
        folder = os.fsencode(path.parent)
        link = LinkLine(paths.display(folder), folder)
        link.activated.connect(self.folder_chosen)
        self._column.addWidget(name)
        self._column.addWidget(link)
        self.names.append(name)
        self.folders.append(link)
        if file.offline:
            self._note(self.tr("Offline: its drive is not connected."))
        if file.problem:
            self._note(file.problem)

    def _note(self, text: str) -> None:
        note = WrappedText(text, quiet=True)
        self.notes.append(note)
        self._column.addWidget(note)
