"""The files that are not searchable, grouped by why: a tree of two levels."""

from __future__ import annotations

import html
import os
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont

from photoclip import paths
from photoclip.domain.browsing import ProblemFile
from photoclip.domain.photos import ProblemKind
from photoclip.ui import wording

FILE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `ProblemFile` of a row; None for a group."""
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class _Group:
    kind: ProblemKind
    files: list[ProblemFile]


class ProblemModel(QAbstractItemModel):
    """Groups by kind, and in them files by path. An index of a file holds its group's number plus one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[ProblemFile] = ()
        self._shown: list[_Group] = []
        self._words = ""
        self._with_ignored = False

    def show(self, files: Sequence[ProblemFile]) -> None:
        self._all = sorted(files, key=lambda file: file.path)
        self._arrange()

    def narrow(self, words: str) -> None:
        """Show only files whose path or reason holds the words."""
        if words != self._words:
            self._words = words
            self._arrange()

    def show_ignored(self, shown: bool) -> None:
        if shown != self._with_ignored:
            self._with_ignored = shown
            self._arrange()

    def files(self) -> list[ProblemFile]:
        """What is shown."""
        return [file for group in self._shown for file in group.files]

    def ignored(self) -> int:
        return sum(file.ignored for file in self._all)

    def known(self) -> int:
        """All files with a problem that nobody ignores."""
        return len(self._all) - self.ignored()

    def files_at(self, index: _Index) -> list[ProblemFile]:
        """The file of a row, or all of a group."""
        if not index.isValid():
            return []
        if index.internalId():
            return [self._shown[index.internalId() - 1].files[index.row()]]
        return self._shown[index.row()].files

    def index(self, row: int, column: int, parent: _Index = _ROOT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: _Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        if not parent.isValid():
            return len(self._shown)
        if parent.internalId() or parent.column():
            return 0
        return len(self._shown[parent.row()].files)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            QCoreApplication.translate("problems", "Name"),
            QCoreApplication.translate("problems", "Folder"),
            QCoreApplication.translate("problems", "Reason"),
        )[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if not index.internalId():
            return self._of_group(self._shown[index.row()], index.column(), role)
        return self._of_file(self.files_at(index)[0], index.column(), role)

    def _of_group(self, group: _Group, column: int, role: int) -> object:
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setBold(True)
            return font
        if column or role not in texts:
            return None
        title = QCoreApplication.translate("problems", "{title} ({number})").format(
            title=kind_title(group.kind), number=wording.number(len(group.files))
        )
        return f"{title} — {kind_meaning(group.kind)}"

    def _of_file(self, file: ProblemFile, column: int, role: int) -> object:
        if role == FILE_ROLE:
            return file
        folder, name = os.path.split(file.path)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tool_tip(file)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        reason = file.reason
        if file.ignored:
            reason = QCoreApplication.translate("problems", "Ignored: {reason}").format(reason=reason)
        return (paths.display(name), paths.display(folder), reason)[column]

    def _arrange(self) -> None:
        wanted = self._words.casefold().split()
        groups: dict[ProblemKind, list[ProblemFile]] = {kind: [] for kind in ProblemKind}
        for file in self._all:
            if file.ignored and not self._with_ignored:
                continue
            if wanted:
                text = f"{paths.display(file.path)} {file.reason}".casefold()
                if not all(word in text for word in wanted):
                    continue
            groups[file.kind].append(file)
        self.beginResetModel()
        self._shown = [_Group(kind, files) for kind, files in groups.items() if files]
        self.endResetModel()


def kind_title(kind: ProblemKind) -> str:
    return {
        ProblemKind.NOT_A_PHOTO: QCoreApplication.translate("problems", "No photos"),
        ProblemKind.EMPTY: QCoreApplication.translate("problems", "Empty files"),
        ProblemKind.DAMAGED: QCoreApplication.translate("problems", "Damaged"),
        ProblemKind.UNSUPPORTED: QCoreApplication.translate("problems", "Formats that cannot be read"),
        ProblemKind.TOO_LARGE: QCoreApplication.translate("problems", "Too large"),
        ProblemKind.UNREADABLE: QCoreApplication.translate("problems", "Could not be opened"),
        ProblemKind.TIMED_OUT: QCoreApplication.translate("problems", "Took too long"),
        ProblemKind.CRASHED: QCoreApplication.translate("problems", "Broke the decoder"),
    }[kind]


def kind_meaning(kind: ProblemKind) -> str:
    """What is behind a kind, and what helps, in plain words."""
    return {
        ProblemKind.NOT_A_PHOTO: QCoreApplication.translate(
            "problems", "named like photos, with something else inside. They can be ignored."
        ),
        ProblemKind.EMPTY: QCoreApplication.translate(
            "problems", "often left by a copy that was cut off. Copy them again from where they came."
        ),
        ProblemKind.DAMAGED: QCoreApplication.translate(
            "problems", "a part is missing or spoilt. A backup may have a whole one."
        ),
        ProblemKind.UNSUPPORTED: QCoreApplication.translate(
            "problems", "photoclip has no decoder for them; a converted copy can be searched."
        ),
        ProblemKind.TOO_LARGE: QCoreApplication.translate(
            "problems", "more pixels than the memory for reading photos allows."
        ),
        ProblemKind.UNREADABLE: QCoreApplication.translate(
            "problems", "permissions or the drive stood in the way. They are tried again by themselves."
        ),
        ProblemKind.TIMED_OUT: QCoreApplication.translate(
            "problems", "the drive or the computer was busy. Trying again often helps."
        ),
        ProblemKind.CRASHED: QCoreApplication.translate(
            "problems", "reading them ended the process that reads photos. Nothing else was harmed."
        ),
    }[kind]


def _tool_tip(file: ProblemFile) -> str:
    """As rich text, so that it breaks; a file's name may hold markup."""
    return f"<p>{html.escape(paths.display(file.path))}<br>{html.escape(file.reason)}</p>"
