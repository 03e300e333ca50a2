"""The tree of the source list: mouse and keys, what is open, and which entry is highlighted."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QToolTip, QTreeView, QWidget

from photoclip.ui.sources.album_covers import AlbumCovers
from photoclip.ui.sources.source_delegate import SourceDelegate, plus_rect
from photoclip.ui.sources.source_model import SourceModel
from photoclip.ui.sources.source_nodes import LABELS, SECTIONS, Kind, Node

SETTLE_MS = 150
"""Arrow keys pass many entries; only the one where they come to rest is asked for."""
_Key = Qt.Key
_DELETE = (_Key.Key_Delete, _Key.Key_Backspace)
_PLUS = (_Key.Key_Plus, _Key.Key_Insert)
_HARMLESS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class SourceTree(QTreeView):
    """Headings fold with a click and are passed by the highlight."""

    entered = Signal(object)
    """The `Node` that was clicked, or gone to by keys."""
    plus_pressed = Signal(object)
    """The `Node` under whose heading something new is wanted."""
    delete_pressed = Signal(object)
    menu_wanted = Signal(object, object)
    """The index that it is about, and the place on the screen."""

    def __init__(self, sources: SourceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sources = sources
        self.open_keys = set(SECTIONS)
        self._on_plus = False
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._enter_current)
        self._dress()
        self.setModel(sources)
        self.open_again()
        sources.rowsInserted.connect(self._open_again)
        sources.refused.connect(self._say_refused)
        self.expanded.connect(self._note_open)
        self.collapsed.connect(self._note_closed)
        self.clicked.connect(self._click)

    def _dress(self) -> None:
        self.setAccessibleName(self.tr("Sources"))
        self.setItemDelegate(SourceDelegate(self))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(True)
        self.setAutoExpandDelay(700)
        self.setIndentation(max(16, self.fontMetrics().height()))

    def mark(self, key: str) -> None:
        """Highlight an entry and bring it into view; one that is highlighted stays where it is."""
        self._settle.stop()
        node = self.sources.find(key)
        selection = self.selectionModel()
        if node is None:
            selection.clearSelection()
            return
        index = self.sources.index_of(node)
        if not selection.isSelected(index):
            flag = selection.SelectionFlag
            selection.setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)

    def show_covers(self, covers: AlbumCovers) -> None:
        """Draw albums with their covers, as far as those are there."""
        delegate = self.itemDelegate()
        if isinstance(delegate, SourceDelegate):
            delegate.covers = covers
        covers.changed.connect(self.viewport().update)

    def is_on_the_way(self) -> bool:
        """Whether keys go through the list, and what they lead to is not chosen yet."""
        return self._settle.isActive()

    def open_only(self, keys: set[str]) -> None:
        """Open these, now or when they come, and close the headings that are not among them."""
        self.open_keys = set(keys)
        for key in SECTIONS:
            if (node := self.sources.find(key)) is not None:
                self.setExpanded(self.sources.index_of(node), key in keys)
        self.open_again()

    def open_again(self) -> None:
        self._open_again(QModelIndex(), 0, self.sources.rowCount() - 1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        where = self.visualRect(index).center() if by_key else event.pos()
        self.menu_wanted.emit(index, self.viewport().mapToGlobal(where))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            return  # the menu is about the entry; going there is another thing
        where = event.position().toPoint()
        index = self.indexAt(where)
        self._on_plus = event.button() == Qt.MouseButton.LeftButton and self._hits_plus(index, where)
        if self._on_plus:
            self.setCurrentIndex(index)
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._on_plus:
            super().mouseReleaseEvent(event)
            return
        # No click on the heading, which would fold it. A dialog that opens takes all that follows.
        self._on_plus = False
        index = self.indexAt(event.position().toPoint())
        if self._hits_plus(index, event.position().toPoint()):
            self.plus_pressed.emit(self.sources.node(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex()
        if before.isValid() and self._take_key(self.sources.node(before), Qt.Key(event.key())):
            return
        super().keyPressEvent(event)
        if self.currentIndex() != before:
            self._settle.start()

    def event(self, event: QEvent) -> bool:
        # The window has commands on some of these keys; here they are about the entry.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            bare = not event.modifiers() & ~_HARMLESS
            if bare and event.key() in (*_DELETE, *_PLUS, _Key.Key_F2):
                event.accept()
                return True
        return super().event(event)

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        # Passing a heading, or clicking beside the entries, leaves the highlight on what is shown.
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsSelectable:
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)

    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if self.sources.node(index).kind is not Kind.SECTION:  # its arrow is the delegate's
            super().drawBranches(painter, rect, index)

    def _take_key(self, node: Node, key: Qt.Key) -> bool:
        if key in (_Key.Key_Return, _Key.Key_Enter):
            self._enter(node)
        elif key in _DELETE:
            self.delete_pressed.emit(node)
        elif key in _PLUS:
            self.plus_pressed.emit(node)
        else:
            return False
        return True

    @Slot(QModelIndex)
    def _click(self, index: QModelIndex) -> None:
        self._enter(self.sources.node(index))

    @Slot()
    def _enter_current(self) -> None:
        """Keys came to rest: entries are chosen, but nothing folds by passing it."""
        node = self.sources.node(self.currentIndex())
        if node.query is not None or node.kind is Kind.PROBLEMS:
            self._enter(node)

    def _enter(self, node: Node) -> None:
        self._settle.stop()
        if node.query is not None or node.kind is Kind.PROBLEMS:
            self.entered.emit(node)
        elif node.children:
            index = self.sources.index_of(node)
            self.setExpanded(index, not self.isExpanded(index))

    def _hits_plus(self, index: QModelIndex, where: QPoint) -> bool:
        node = self.sources.node(index)
        if not index.isValid() or node.kind is not Kind.SECTION or node.key == LABELS:
            return False
        room = plus_rect(self.visualRect(index), self.layoutDirection(), self.fontMetrics())
        return room.adjusted(-4, -4, 4, 4).contains(where)

    @Slot(QModelIndex, int, int)
    def _open_again(self, parent: QModelIndex, first: int, last: int) -> None:
        """Entries that come, or come back, are open if they were."""
        above = self.sources.node(parent)
        for top in above.children[first : last + 1]:
            for node in top.walk():
                if node.key in self.open_keys and node.children:
                    self.expand(self.sources.index_of(node))
        if parent.isValid() and above.key in self.open_keys and not self.isExpanded(parent):
            self.expand(parent)

    @Slot(QModelIndex)
    def _note_open(self, index: QModelIndex) -> None:
        self.open_keys.add(self.sources.node(index).key)

    @Slot(QModelIndex)
    def _note_closed(self, index: QModelIndex) -> None:
        self.open_keys.discard(self.sources.node(index).key)

    @Slot(str)
    def _say_refused(self, reason: str) -> None:
        where = self.visualRect(self.currentIndex()).bottomLeft()
        QToolTip.showText(self.viewport().mapToGlobal(where), reason, self)
