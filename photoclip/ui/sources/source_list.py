"""The source list: what a library can be looked at by, and the home of folders and albums."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QMenu, QMessageBox, QVBoxLayout, QWidget

from photoclip.domain.browsing import Sources
from photoclip.domain.query import Arrangement, Filters, Query
from photoclip.ui.icons import Icons
from photoclip.ui.sources import source_menu
from photoclip.ui.sources.album_actions import AlbumActions
from photoclip.ui.sources.source_model import SourceModel
from photoclip.ui.sources.source_nodes import (
    ALBUMS,
    FOLDERS,
    PROBLEMS,
    SECTIONS,
    SMART,
    Kind,
    Node,
    folder_name,
    key_of,
    place_name,
    plain,
)
from photoclip.ui.sources.source_tree import SourceTree


class SourceList(QWidget):
    """Clicking or going to an entry chooses it; a heading folds, and its + makes something new."""

    chosen = Signal(object, object)
    """A `Query`, and the `Arrangement` that goes with it (None: the usual one)."""
    problems_chosen = Signal()
    change_wanted = Signal(object, str)
    folder_wanted = Signal()
    folder_left = Signal(str)
    folder_shown = Signal(object)
    """The path of a folder that the file manager is to show."""
    export_wanted = Signal(int)
    smart_album_wanted = Signal()
    """A smart album of what is on the screen: whoever knows that calls `new_smart_album`."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icons = icons
        self.model = SourceModel(self)
        self.tree = SourceTree(self.model, self)
        self.albums = AlbumActions(self.model, self.name_of, self)
        self._marked = ""
        self._leaving = ""
        self.setFocusProxy(self.tree)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 18)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.addWidget(self.tree)
        self.tree.entered.connect(self._choose)
        self.tree.plus_pressed.connect(self._make_in)
        self.tree.delete_pressed.connect(self._delete)
        self.tree.menu_wanted.connect(self._show_menu)
        self.model.change_wanted.connect(self.change_wanted)
        self.model.album_wanted.connect(self.new_album)
        self.albums.change_wanted.connect(self.change_wanted)

    # --- what the window tells it

    @Slot(object)
    def take_sources(self, sources: Sources) -> None:
        """Show what the library holds now; what is open and highlighted stays so."""
        self.model.take(sources)
        if not self.tree.is_on_the_way():
            # Qt goes on to a neighbour of what was removed, which nobody chose.
            self.tree.mark(self._marked)

    def mark(self, query: Query) -> None:
        """Highlight the entry that stands for what is shown; nothing is told."""
        self._marked = key_of(query.filters)
        self.tree.mark(self._marked)

    def mark_problems(self) -> None:
        self._marked = PROBLEMS
        self.tree.mark(self._marked)

    def name_of(self, filters: Filters) -> str:
        """What people call these filters: the name of an album, a folder, a label or a place."""
        key = key_of(filters)
        if not key:
            if filters.burst_of is not None:
                return self.tr("One burst")
            return self.tr("Duplicates of one photo")
        node = self.model.find(key)
        if node is not None:
            return node.name
        if filters.folder:
            return folder_name(filters.folder)
        if filters.label:
            return plain(filters.label)
        return self.tr("An album") if key.startswith("album:") else place_name(key)

    def state(self) -> dict[str, list[str]]:
        """What is open, in plain texts for the next start."""
        return {"open": sorted(self.tree.open_keys)}

    def restore(self, state: dict[str, list[str]]) -> None:
        """Take up `state`, as far as it is one."""
        kept = state.get("open")
        if isinstance(kept, list):
            self.tree.open_only({key for key in kept if isinstance(key, str)})

    @Slot(object, object)
    def new_album(self, photo_ids: Sequence[int] = (), parent: int | None = None) -> None:
        """Ask for a name, then want an album with these photos."""
        self.albums.new_album(photo_ids, parent)

    @Slot()
    def new_group(self) -> None:
        self.albums.new_group()

    def new_smart_album(self, query: Query, arrangement: Arrangement) -> None:
        self.albums.new_smart_album(query, arrangement)

    # --- what a person does

    def rename(self, key: str) -> None:
        """Open the name of an entry for editing, in its place."""
        node = self.model.find(key)
        if node is not None:
            index = self.model.index_of(node)
            self.tree.scrollTo(index)
            self.tree.edit(index)

    def ask_to_leave(self, path: str, name: str) -> None:
        """Whether a folder is to be watched no longer."""
        text = self.tr(
            "Stop watching “{name}”?\n\nIts photos leave the view. Nothing on the disk is deleted."
        )
        box = QMessageBox(
            QMessageBox.Icon.Question,
            self.tr("Stop watching"),
            text.format(name=name),
            QMessageBox.StandardButton.Cancel,
            self,
        )
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.addButton(self.tr("&Stop watching"), QMessageBox.ButtonRole.AcceptRole)
        for button in box.buttons():
            button.setIcon(QIcon())
        self._leaving = path
        box.accepted.connect(self._leave)
        box.open()

    def menu_of(self, index: QModelIndex) -> QMenu:
        """What can be done with an entry, or beside all of them."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        node = self.model.node(index) if index.isValid() else self.model.find(ALBUMS)
        if node is not None:
            source_menu.fill(menu, node, self)
        return menu

    @Slot(object, object)
    def _show_menu(self, index: QModelIndex, where: QPoint) -> None:
        menu = self.menu_of(index)
        if menu.isEmpty():
            menu.deleteLater()
        else:
            menu.popup(where)

    @Slot(object)
    def _choose(self, node: Node) -> None:
        self._marked = node.key
        if node.kind is Kind.PROBLEMS:
            self.problems_chosen.emit()
        else:
            self.chosen.emit(node.query, node.arrangement)

    @Slot(object)
    def _delete(self, node: Node) -> None:
        if node.album is not None:
            self.albums.delete(node.album)

    @Slot(object)
    def _make_in(self, node: Node) -> None:
        """What + means for a heading and for all that stands under it."""
        parent = None
        while node.key not in SECTIONS and node.parent is not None:
            if parent is None and node.album is not None:
                parent = node.album.album_id if node.query is None else node.album.parent
            node = node.parent
        if node.key == FOLDERS:
            self.folder_wanted.emit()
        elif node.key == ALBUMS:
            self.albums.new_album((), parent)
        elif node.key == SMART:
            self.smart_album_wanted.emit()

    @Slot()
    def _leave(self) -> None:
        self.folder_left.emit(self._leaving)
