"""The source list as a model that takes new contents without forgetting what is open or selected."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from photoclip import paths
from photoclip.domain.browsing import Sources
from photoclip.domain.changes import AlbumKind, RenameAlbum
from photoclip.ui import wording
from photoclip.ui.sources import album_names, source_drops
from photoclip.ui.sources.source_nodes import FOLDERS, LABELS, SECTIONS, Kind, Node, tree

NODE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `Node` of a row."""
_Index = QModelIndex | QPersistentModelIndex
_Flag = Qt.ItemFlag


class SourceModel(QAbstractItemModel):
    """Holds a `Node` per row. Changes that a person makes are told, and show once the worker made them."""

    change_wanted = Signal(object, str)
    album_wanted = Signal(object, object)
    """Photo ids, and the id of the group for a new album (None: the top)."""
    refused = Signal(str)
    """Why a name was not taken."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = Node("", Kind.SECTION, "")
        self._by_serial: dict[int, Node] = {}
        self._by_key: dict[str, Node] = {}
        self._serial = 0
        self.sources = Sources()
        self._adopt(tree(None).children, self._root, 0)

    def take(self, sources: Sources) -> None:
        """Show other contents: rows that stay are kept, the others come, go or move."""
        self.sources = sources
        pairs = [(self._root, tree(sources))]
        while pairs:
            old, new = pairs.pop()
            if old is new:
                continue
            if old.shown() != new.shown():
                old.become(new)
                index = self.index_of(old)
                self.dataChanged.emit(index, index)
            kept = {child.key: child for child in old.children}
            self._match(old, new.children)
            pairs += [(kept[child.key], child) for child in new.children if child.key in kept]

    def find(self, key: str) -> Node | None:
        return self._by_key.get(key)

    def node(self, index: _Index) -> Node:
        return self._by_serial.get(index.internalId(), self._root) if index.isValid() else self._root

    def index_of(self, node: Node) -> QModelIndex:
        return QModelIndex() if node is self._root else self.createIndex(node.row, 0, node.serial)

    def siblings(self, parent: int | None) -> list[str]:
        """The names that are taken in a group (None: the top)."""
        return [album.name for album in self.sources.albums if album.parent == parent]

    # --- what Qt asks

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        children = self.node(parent).children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row].serial)

    def parent(self, index: _Index) -> QModelIndex:  # type: ignore[override]
        above = self.node(index).parent
        return QModelIndex() if above is None else self.index_of(above)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return len(self.node(parent).children)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        node = self.node(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return node.name
        if role == NODE_ROLE:
            return node
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<p>{html.escape(self._tip(node))}</p>"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(node)
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        node = self.node(index)
        name = album_names.tidy(str(value))
        if role != Qt.ItemDataRole.EditRole or node.album is None or name == node.name:
            return False
        taken = [other for other in self.siblings(node.album.parent) if other != node.album.name]
        if wrong := album_names.wrong(name, taken):
            self.refused.emit(wrong)
            return False
        group = node.album.kind is AlbumKind.GROUP
        text = self.tr("Rename group") if group else self.tr("Rename album")
        self.change_wanted.emit(RenameAlbum(node.album.album_id, name), text)
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        node = self.node(index)
        if not index.isValid():
            return _Flag.ItemIsDropEnabled
        if node.kind is Kind.HINT:
            return _Flag.ItemIsEnabled | _Flag.ItemIsDropEnabled | _Flag.ItemNeverHasChildren
        if node.kind is Kind.SECTION:
            return _Flag.ItemIsEnabled | _Flag.ItemIsDropEnabled
        flags = _Flag.ItemIsEnabled | _Flag.ItemIsDropEnabled
        if node.query is not None or node.kind is Kind.PROBLEMS:
            flags |= _Flag.ItemIsSelectable
        if node.album is not None:
            flags |= _Flag.ItemIsEditable | _Flag.ItemIsDragEnabled
        return flags

    # --- dragging

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [*source_drops.TYPES]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return source_drops.carry(self.node(indexes[0]))

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        return source_drops.meaning(self.node(parent), row, data, self.sources) is not None

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        """Tell what the drop asks for; the rows themselves move when the worker has made the change."""
        meant = source_drops.meaning(self.node(parent), row, data, self.sources)
        if isinstance(meant, source_drops.NewAlbum):
            self.album_wanted.emit(meant.photo_ids, meant.parent)
        elif meant is not None:
            self.change_wanted.emit(meant.change, meant.text)
        return meant is not None

    # --- matching

    def _match(self, node: Node, wanted: Sequence[Node]) -> None:
        """Bring the children of `node` to the keys and the order of `wanted`."""
        self._drop_others(node, {child.key for child in wanted})
        kept = {child.key: child for child in node.children}
        parent, at = self.index_of(node), 0
        while at < len(wanted):
            child = kept.get(wanted[at].key)
            if child is None:
                end = at
                while end < len(wanted) and wanted[end].key not in kept:
                    end += 1
                self.beginInsertRows(parent, at, end - 1)
                self._adopt(wanted[at:end], node, at)
                self.endInsertRows()
                at = end
                continue
            if child.row != at:
                self.beginMoveRows(parent, child.row, child.row, parent, at)
                node.children.insert(at, node.children.pop(child.row))
                _number(node)
                self.endMoveRows()
            at += 1

    def _drop_others(self, node: Node, keys: set[str]) -> None:
        end = len(node.children)
        while end > 0:
            start = end
            while start > 0 and node.children[start - 1].key not in keys:
                start -= 1
            if start < end:
                self.beginRemoveRows(self.index_of(node), start, end - 1)
                for child in node.children[start:end]:
                    self._forget(child)
                del node.children[start:end]
                _number(node)
                self.endRemoveRows()
            end = start - 1

    def _adopt(self, nodes: Sequence[Node], parent: Node, at: int) -> None:
        parent.children[at:at] = nodes
        for top in nodes:
            top.parent = parent
            for node in top.walk():
                self._serial += 1
                node.serial = self._serial
                self._by_serial[node.serial] = self._by_key[node.key] = node
        _number(parent)

    def _forget(self, top: Node) -> None:
        for node in top.walk():
            del self._by_serial[node.serial]
            if self._by_key.get(node.key) is node:
                del self._by_key[node.key]

    def _tip(self, node: Node) -> str:
        if node.kind is Kind.SECTION and node.key != LABELS:
            adds = self.tr("+ adds a folder") if node.key == FOLDERS else self.tr("+ makes a new one")
            return f"{node.name}: {adds}"
        if node.kind is Kind.FOLDER:
            where = paths.display(node.path)
            away = self.tr("The folder {folder} is not there now; its photos stay in the library.")
            return away.format(folder=where) if node.offline else where
        return node.name


def _number(node: Node) -> None:
    for row, child in enumerate(node.children):
        child.row = row


def _spoken(node: Node) -> str:
    parts = [node.name]
    if node.key not in SECTIONS and node.count is not None:
        parts.append(wording.files(node.count) if node.kind is Kind.PROBLEMS else wording.photos(node.count))
    if node.offline:
        parts.append(QCoreApplication.translate("Sources", "offline"))
    return ", ".join(parts)
