"""Every file that is not searchable, with its reason and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedLayout,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from photoclip.domain.browsing import ProblemFile
from photoclip.domain.changes import IgnoreProblems
from photoclip.ui import wording
from photoclip.ui.icons import Icons
from photoclip.ui.preferences.setting_fields import QuietLabel
from photoclip.ui.problems.problem_model import ProblemModel
from photoclip.ui.problems.roomy_delegate import LineDelegate
from photoclip.ui.rings import Ring
from photoclip.worker.messages import ProblemsLoaded

_FOLDER, _REASON = 1, 2


class ProblemsView(QWidget):
    """Shows what `take_problems` brought. It asks by `load_wanted` whenever it comes into view."""

    load_wanted = Signal()
    retry_wanted = Signal(object)
    """File ids as a tuple; None for all."""
    change_wanted = Signal(object, str)
    """A `Change` and its name for undo."""
    show_wanted = Signal(object)
    """A path as bytes, to be shown in the file manager."""
    open_wanted = Signal(object)
    """A path as bytes, to be opened with the default program."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ProblemModel(self)
        self._loaded = False
        self._given = 0
        self.title = QLabel()
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter by name, folder or reason"))
        self.filter.setAccessibleName(self.tr("Filter the problems"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._narrow)
        self.ignored = QCheckBox(self.tr("Show &ignored"))
        Ring(self.ignored)
        self.ignored.toggled.connect(self._show_ignored)
        self.retry_all = QPushButton(self.tr("Try &all again"))
        self.retry_all.clicked.connect(self._retry_all)
        self.tree = _make_tree(self.model)
        self.tree.setAccessibleName(self.tr("Files that are not searchable"))
        self.tree.doubleClicked.connect(self._open)
        self.tree.customContextMenuRequested.connect(self._menu)
        self.tree.selectionModel().selectionChanged.connect(self._tell)
        self.empty = QLabel()
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self._make_actions(icons)
        self._lay_out()
        self._tell()

    @Slot(object)
    def take_problems(self, loaded: ProblemsLoaded) -> None:
        """Show the files; the selected ones stay so where they are still there."""
        self._loaded = True
        before = {file.file_id for file in self.selected()}
        scrolled = self.tree.verticalScrollBar().value()
        self.model.show(loaded.files)
        self._settle(before)
        self.tree.verticalScrollBar().setValue(scrolled)

    def selected(self) -> list[ProblemFile]:
        """The selected files, those of a selected group included, in the order shown."""
        found = {
            file.file_id: file
            for index in self.tree.selectionModel().selectedRows()
            for file in self.model.files_at(index)
        }
        return list(found.values())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._share_out()
        if not event.spontaneous():
            self.load_wanted.emit()

    def _make_actions(self, icons: Icons) -> None:
        self.retry = QAction(self.tr("&Try again"), self.tree)
        self.retry.setShortcut(QKeySequence("Ctrl+Return"))
        self.retry.triggered.connect(self._retry)
        self.ignore = QAction(self.tr("I&gnore"), self.tree)
        self.ignore.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        self.ignore.triggered.connect(self._ignore)
        self.show_file = QAction(self.tr("Show in file &manager"), self.tree)
        self.show_file.triggered.connect(self._show_file)
        self.open_file = QAction(self.tr("Open in &default program"), self.tree)
        self.open_file.setShortcut(QKeySequence(Qt.Key.Key_Return))
        self.open_file.triggered.connect(self._open)
        icons.dress(self.show_file, "folder")
        icons.dress(self.open_file, "open")
        for action in (self.retry, self.ignore, self.show_file, self.open_file):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.tree.addAction(action)
        self.buttons = [self._button(action) for action in (self.retry, self.ignore)]

    def _button(self, action: QAction) -> QPushButton:
        button = QPushButton(action.text())
        button.setToolTip(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
        button.clicked.connect(action.trigger)
        return button

    def _lay_out(self) -> None:
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.ignored)
        head.addWidget(self.filter)
        self.filter.setMinimumWidth(self.fontMetrics().averageCharWidth() * 34)
        foot = QHBoxLayout()
        foot.addWidget(QuietLabel(self.tr("Nothing is ever deleted or changed from here.")), 1)
        for button in (*self.buttons, self.retry_all):
            foot.addWidget(button)
        body = QWidget()
        self._pages = QStackedLayout(body)
        self._pages.addWidget(self.tree)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(body, 1)
        column.addLayout(foot)

    def _settle(self, chosen: set[int]) -> None:
        """After the model was made anew: spread the groups out, select again, say how many there are."""
        self.tree.expandAll()
        for row in range(self.model.rowCount()):
            group = self.model.index(row, 0)
            self.tree.setFirstColumnSpanned(row, self.tree.rootIndex(), True)
            for at, file in enumerate(self.model.files_at(group)):
                if file.file_id in chosen:
                    flags = QItemSelectionModel.SelectionFlag
                    self.tree.selectionModel().select(
                        self.model.index(at, 0, group), flags.Select | flags.Rows
                    )
        self._tell()
        self._share_out()

    def _share_out(self) -> None:
        """What the reasons leave goes to the folders, until somebody drags the column's edge."""
        header, letter = self.tree.header(), self.fontMetrics().averageCharWidth()
        if self._given not in (0, header.sectionSize(_FOLDER)):
            return
        wanted = self.tree.sizeHintForColumn(_FOLDER) + letter
        room = self.tree.viewport().width() - header.sectionSize(0)
        room -= self.tree.sizeHintForColumn(_REASON) + letter
        self._given = max(letter * 22, min(wanted, room))
        header.resizeSection(_FOLDER, self._given)

    @Slot()
    def _tell(self) -> None:
        shown, files = self.model.files(), self.selected()
        known, ignored = self.model.known(), self.model.ignored()
        self.title.setText(
            self.tr("{files} not searchable").format(files=wording.files(known)) if known else ""
        )
        self.filter.setVisible(bool(known or ignored))
        self.ignored.setVisible(ignored > 0 or self.ignored.isChecked())
        self.retry_all.setEnabled(known > 0)
        for button in self.buttons:
            button.setEnabled(bool(files))
        for action in (self.retry, self.ignore):
            action.setEnabled(bool(files))
        for action in (self.show_file, self.open_file):
            action.setEnabled(len(files) == 1)
        again = bool(files) and all(file.ignored for file in files)
        self.ignore.setText(self.tr("&Do not ignore") if again else self.tr("I&gnore"))
        self.buttons[1].setText(self.ignore.text())
        self.empty.setText(self._empty_words(known))
        self._pages.setCurrentWidget(self.tree if shown else self.empty)

    def _empty_words(self, known: int) -> str:
        if not self._loaded:
            return self.tr("Looking…")
        if known and self.filter.text():
            return self.tr("No problem matches the filter.")
        return self.tr("Every photo is searchable.")

    @Slot(str)
    def _narrow(self, words: str) -> None:
        before = {file.file_id for file in self.selected()}
        self.model.narrow(words)
        self._settle(before)

    @Slot(bool)
    def _show_ignored(self, shown: bool) -> None:
        before = {file.file_id for file in self.selected()}
        self.model.show_ignored(shown)
        self._settle(before)

    @Slot()
    def _retry(self) -> None:
        self.retry_wanted.emit(_ids(self.selected()))

    @Slot()
    def _retry_all(self) -> None:
        self.retry_wanted.emit(None)

    @Slot()
    def _ignore(self) -> None:
        files = self.selected()
        ignored = not all(file.ignored for file in files)
        name = self.tr("Ignore {files}") if ignored else self.tr("Do not ignore {files}")
        self.change_wanted.emit(
            IgnoreProblems(_ids(files), ignored), name.format(files=wording.files(len(files)))
        )

    @Slot()
    def _show_file(self) -> None:
        for file in self.selected()[:1]:
            self.show_wanted.emit(file.path)

    @Slot()
    def _open(self) -> None:
        files = self.selected()
        if len(files) == 1 and self.tree.currentIndex().internalId():
            self.open_wanted.emit(files[0].path)

    @Slot(QPoint)
    def _menu(self, at: QPoint) -> None:
        if self.selected():
            menu = QMenu(self.tree)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions([self.retry, self.ignore])
            menu.addSeparator()
            menu.addActions([self.open_file, self.show_file])
            menu.popup(self.tree.viewport().mapToGlobal(at))


def _ids(files: Sequence[ProblemFile]) -> tuple[int, ...]:
    return tuple(file.file_id for file in files)


def _make_tree(model: ProblemModel) -> QTreeView:
    tree = QTreeView()
    tree.setModel(model)
    tree.setItemDelegate(LineDelegate(tree))
    tree.setUniformRowHeights(True)
    tree.setAllColumnsShowFocus(True)
    tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    tree.setExpandsOnDoubleClick(False)
    tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    header = tree.header()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    header.setStretchLastSection(True)
    letter = tree.fontMetrics().averageCharWidth()
    header.resizeSection(0, letter * 32)
    header.resizeSection(1, letter * 22)
    return tree
