"""Keyboard shortcuts, and what this program is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

import photoclip
from photoclip.ui import icons
from photoclip.ui.shortcuts import KEYS_OF_VIEWS, SHORTCUTS


class ShortcutsDialog(QDialog):
    """The table of `shortcuts.py`, as it is in force."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        table = QGridLayout()
        table.setHorizontalSpacing(32)
        table.setVerticalSpacing(6)
        for row, (what, keys) in enumerate(_lines()):
            label = QLabel(keys)
            font = label.font()
            font.setBold(True)
            label.setFont(font)
            table.addWidget(QLabel(what), row, 0)
            table.addWidget(label, row, 1, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(16)
        column.addLayout(table)
        column.addWidget(_close_box(self))


class AboutDialog(QDialog):
    """Name, version, licence, and the promise that nothing leaves the machine."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About photoclip"))
        picture = QLabel()
        picture.setPixmap(
            icons.pixmap("photoclip", self.palette().text().color(), 64, self.devicePixelRatioF())
        )
        name = QLabel("photoclip " + photoclip.__version__)
        font = name.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.3)
        name.setFont(font)
        text = QLabel(
            self.tr(
                "A photo library that finds photos by what is in them.\n"
                "Photos are never changed, and nothing leaves this computer.\n\n"
                "Apache License 2.0"
            )
        )
        text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 16)
        column.setSpacing(10)
        for widget in (picture, name, text):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(_close_box(self))


def _lines() -> list[tuple[str, str]]:
    native = QKeySequence.SequenceFormat.NativeText
    commands = [
        (shortcut.label.replace("&", "").rstrip("…"), shortcut.shown_keys())
        for shortcut in SHORTCUTS
        if shortcut.keys
    ]
    views = [
        (QCoreApplication.translate("Shortcuts", what), QKeySequence(keys).toString(native))
        for what, keys in KEYS_OF_VIEWS
    ]
    return commands + views


def _close_box(dialog: QDialog) -> QDialogButtonBox:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    box.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
    box.rejected.connect(dialog.reject)
    return box
