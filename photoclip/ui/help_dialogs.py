"""Keyboard shortcuts, and what this program is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

import photoclip
from photoclip.ui import icons
from photoclip.ui.actions import shortcut_groups
from photoclip.ui.text_line import first_line


class ShortcutsDialog(QDialog):
    """The table of `shortcuts.py`, as it is in force, in two columns of groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter by command or key"))
        self.filter.setAccessibleName(self.tr("Filter the shortcuts"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._narrow)
        self.groups = [_Group(title, lines) for title, lines in shortcut_groups.groups()]
        self.nothing = QLabel(self.tr("No shortcut matches."))
        self.nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.filter)
        column.addWidget(self._table(), 1)
        column.addWidget(_close_box(self))
        room = self.screen().availableSize()
        letters = self.fontMetrics().averageCharWidth() * 104
        self.resize(min(max(700, letters), room.width() - 60), min(560, room.height() - 80))

    def shown(self) -> list[str]:
        """What the commands that pass the filter do."""
        return [what for group in self.groups for what in group.shown()]

    def _table(self) -> QScrollArea:
        inside = QWidget()
        inside.setBackgroundRole(QPalette.ColorRole.Base)
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(16, 12, 16, 12)
        columns.setSpacing(36)
        total, filled = sum(group.height_in_lines() for group in self.groups), 0
        halves = QVBoxLayout(), QVBoxLayout()
        for group in self.groups:
            # By where the middle of a group falls, so that no half is much the longer one.
            middle = filled + group.height_in_lines() / 2
            halves[middle > total / 2].addWidget(group)
            filled += group.height_in_lines()
        for half in halves:
            half.setSpacing(18)
            half.addStretch(1)
            columns.addLayout(half, 1)
        halves[0].insertWidget(0, self.nothing)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(QFrame.Shape.StyledPanel)
        area.setAccessibleName(self.tr("Keyboard shortcuts"))
        return area

    @Slot(str)
    def _narrow(self, words: str) -> None:
        for group in self.groups:
            group.narrow(words.casefold().split())
        self.nothing.setVisible(not self.shown())


class _Group(QWidget):
    """A title and its lines."""

    def __init__(self, title: str, lines: shortcut_groups.Lines) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        heading = QLabel(title)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        column.addWidget(heading)
        self._rows: list[tuple[QLabel, QLabel]] = []
        for what, keys in lines:
            row = QLabel(what), QLabel(keys)
            for label in row:
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setForegroundRole(QPalette.ColorRole.Text)
            row[0].setWordWrap(True)
            row[0].setAccessibleDescription(keys)
            names, marks = (round(first_line(label.text(), label.font())[1]) for label in row)
            row[0].setContentsMargins(0, max(0, marks - names), 0, 0)
            row[1].setContentsMargins(0, max(0, names - marks), 0, 0)
            # Not a grid: one long list of keys would narrow every command above and below it.
            line = QHBoxLayout()
            line.setSpacing(16)
            line.addWidget(row[0], 1, Qt.AlignmentFlag.AlignTop)
            line.addWidget(row[1], 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(line)
            self._rows.append(row)

    def height_in_lines(self) -> int:
        return len(self._rows) + 2

    def shown(self) -> list[str]:
        return [what.text() for what, _ in self._rows if not what.isHidden()]

    def narrow(self, words: list[str]) -> None:
        for what, keys in self._rows:
            text = f"{what.text()} {keys.text()}".casefold()
            for label in (what, keys):
                label.setVisible(all(word in text for word in words))
        self.setVisible(bool(self.shown()))


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


def _close_box(dialog: QDialog) -> QDialogButtonBox:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    box.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
    box.rejected.connect(dialog.reject)
    return box
