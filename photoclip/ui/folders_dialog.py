"""The watched folders: what is in each, and how it is; adding and removing them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeySequence, QPainter, QPaintEvent, QPalette, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from photoclip.ui.folder_delegate import FOLDER_ROLE, FolderDelegate, state_words, tool_tip
from photoclip.ui.theme import quiet_text
from photoclip.worker.messages import FolderState

_Button = QDialogButtonBox.ButtonRole


class FoldersDialog(QDialog):
    """Shows the folders as the worker last told them; what is asked for shows once it is so."""

    add_wanted = Signal()
    remove_wanted = Signal(str)

    def __init__(self, folders: Sequence[FolderState] | None, parent: QWidget | None = None) -> None:
        """`folders` is None until the worker has told them."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Folders"))
        self.list = _FolderList()
        self.list.setAccessibleName(self.tr("Watched folders"))
        self.box = QDialogButtonBox()
        self.add: QPushButton = self.box.addButton(self.tr("&Add…"), _Button.ActionRole)
        self.remove: QPushButton = self.box.addButton(self.tr("&Remove"), _Button.ActionRole)
        self.finish: QPushButton = self.box.addButton(QDialogButtonBox.StandardButton.Close)
        for button in (self.add, self.remove, self.finish):
            button.setIcon(QIcon())
            button.setAutoDefault(False)
        self.add.clicked.connect(self.add_wanted)
        self.remove.clicked.connect(self._remove)
        self.box.rejected.connect(self.reject)
        self.list.currentItemChanged.connect(self._selected)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove)
        self._lay_out()
        self.show_folders(folders)
        room = self.screen().availableSize()
        self.resize(min(620, room.width() - 60), min(400, room.height() - 80))

    def _lay_out(self) -> None:
        effect = QLabel(
            self.tr(
                "Removing a folder deletes nothing: its photos leave the view, "
                "and what is known about them is kept in case the folder is added again."
            )
        )
        effect.setWordWrap(True)
        palette = effect.palette()
        palette.setColor(QPalette.ColorRole.WindowText, quiet_text(palette))
        effect.setPalette(palette)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.list, 1)
        column.addWidget(effect)
        column.addWidget(self.box)

    @Slot(object)
    def show_folders(self, folders: Sequence[FolderState] | None) -> None:
        """Bring the list up to date; the folder that was current stays so."""
        current = self.current()
        row = max(0, self.list.currentRow())
        self.list.known = folders is not None
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


class _FolderList(QListWidget):
    """A list that says so when it is empty."""

    def __init__(self) -> None:
        super().__init__()
        self.known = False
        self.setItemDelegate(FolderDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.count() or not self.known:
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        text = self.tr("No folders yet. Add one, and photoclip looks through it and the folders inside.")
        painter.drawText(
            self.viewport().rect().adjusted(32, 16, -32, -16),
            Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
            text,
        )
        painter.end()
