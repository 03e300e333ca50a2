"""The watched folders: what is in each, and how it is; adding and removing them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from photoclip.ui.preferences.folder_delegate import FOLDER_ROLE, FolderDelegate, state_words, tool_tip
from photoclip.ui.preferences.hinted_list import HintedList
from photoclip.ui.preferences.setting_fields import QuietLabel
from photoclip.worker.messages import FolderState


class FoldersPanel(QWidget):
    """Shows the folders as the worker last told them; what is asked for shows once it is so."""

    add_wanted = Signal()
    remove_wanted = Signal(object)

    def __init__(self, folders: Sequence[FolderState] | None, parent: QWidget | None = None) -> None:
        """`folders` is None until the worker has told them."""
        super().__init__(parent)
        self.list = _FolderList()
        self.list.setAccessibleName(self.tr("Watched folders"))
        self.add = QPushButton(self.tr("&Add…"))
        self.remove = QPushButton(self.tr("&Remove"))
        for button in (self.add, self.remove):
            button.setAutoDefault(False)
        self.add.clicked.connect(self.add_wanted)
        self.remove.clicked.connect(self._remove)
        self.list.currentItemChanged.connect(self._selected)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove)
        effect = QuietLabel(
            self.tr(
                "Removing a folder deletes nothing: its photos leave the view, "
                "and what is known about them is kept in case the folder is added again."
            )
        )
        self.buttons = QHBoxLayout()
        self.buttons.addWidget(self.add)
        self.buttons.addWidget(self.remove)
        self.buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.list, 1)
        column.addWidget(effect)
        column.addLayout(self.buttons)
        self.show_folders(folders)

    @Slot(object)
    def show_folders(self, folders: Sequence[FolderState] | None) -> None:
        """Bring the list up to date; the folder that was current stays so."""
        current = self.current()
        row = max(0, self.list.currentRow())
        self.list.tell_known(folders is not None)
        self.list.clear()
        for folder in folders or ():
            item = QListWidgetItem(folder.path)
            item.setData(FOLDER_ROLE, folder)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{folder.path}, {state_words(folder)}")
            item.setToolTip(tool_tip(folder))
            self.list.addItem(item)
            if current is not None and folder.path == current.path:
                row = self.list.count() - 1
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self._selected()

    def current(self) -> FolderState | None:
        item = self.list.currentItem()
        folder: FolderState | None = item.data(FOLDER_ROLE) if item is not None else None
        return folder

    @Slot()
    def _selected(self) -> None:
        self.remove.setEnabled(self.current() is not None)

    @Slot()
    def _remove(self) -> None:
        folder = self.current()
        if folder is not None:
            self.remove_wanted.emit(folder.path)


class FoldersDialog(QDialog):
    """`FoldersPanel` in a window of its own."""

    add_wanted = Signal()
    remove_wanted = Signal(object)

    def __init__(self, folders: Sequence[FolderState] | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Folders"))
        self.panel = FoldersPanel(folders)
        self.panel.add_wanted.connect(self.add_wanted)
        self.panel.remove_wanted.connect(self.remove_wanted)
        self.finish = QPushButton(self.tr("&Close"))
        self.finish.setAutoDefault(False)
        self.finish.clicked.connect(self.reject)
        self.panel.buttons.addWidget(self.finish)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.addWidget(self.panel)
        room = self.screen().availableSize()
        self.resize(min(620, room.width() - 60), min(400, room.height() - 80))

    @property
    def list(self) -> QListWidget:
        return self.panel.list

    @Slot(object)
    def show_folders(self, folders: Sequence[FolderState] | None) -> None:
        self.panel.show_folders(folders)

    def current(self) -> FolderState | None:
        return self.panel.current()


class _FolderList(HintedList):
    """A row for each folder, in two lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(FolderDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    def tell_known(self, known: bool) -> None:
        """Whether the folders are known, so that none means that there is none."""
        hint = self.tr("No folders yet. Add one, and photoclip looks through it and the folders inside.")
        self.set_hint(hint if known else "")
