"""What people do to keep their photos in order: marks, albums, drops, undo, the bin, preferences."""

from __future__ import annotations

import random
from dataclasses import replace

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton
from ui.monkeys import mouse
from ui.monkeys.hand import Hand, is_forbidden
from ui.monkeys.outside import Outside

from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.grid.drag import mime_of
from photoclip.ui.main_window import MainWindow
from photoclip.ui.sources.source_drops import carry
from photoclip.ui.sources.source_nodes import Kind, Node

_MARKS = (
    *(Command.RATE_0, Command.RATE_3, Command.RATE_5, Command.FAVOURITE, Command.FAVOURITE),
    *(Command.ADD_TAG, Command.ADD_TO_ALBUM, Command.ADD_TO_ALBUM),
)
_IN_ALBUM = (
    *(Command.REMOVE_FROM_ALBUM, Command.SET_COVER, Command.ALWAYS_KEEP, Command.NEVER_SHOW),
    Command.NO_DECISION,
)
_NEW = (Command.NEW_ALBUM, Command.NEW_ALBUM, Command.NEW_SMART_ALBUM, Command.NEW_GROUP)


class Keeping:
    """Each method is one action; what it did is in `said`."""

    def __init__(self, chance: random.Random, outside: Outside, hand: Hand) -> None:
        self.chance = chance
        self._outside = outside
        self._hand = hand
        self.said = ""

    # --- photos

    def mark(self, window: MainWindow) -> None:
        self._trigger(window, self.chance.choice(_MARKS))

    def use_inspector(self, window: MainWindow) -> None:
        body = window.inspector.body
        if not body.isVisible():
            return
        what = self.chance.randrange(3)
        if what == 0 and body.stars.isVisible():
            at = QPoint(self.chance.randrange(max(1, body.stars.width())), body.stars.height() // 2)
            mouse.click(body.stars, at)
        elif what == 1 and body.tags.entry.isVisible():
            body.tags.entry.setFocus()
            mouse.type_text(body.tags.entry, self.chance.choice(["beach", "Oma", "b", "  ", "海"]))
            QTest.keyClick(body.tags.entry, Qt.Key.Key_Return)
        else:
            buttons = [b for b in body.findChildren(QToolButton) if b.isVisible() and b.isEnabled()]
            if buttons:
                self.chance.choice(buttons).click()

    def bin(self, window: MainWindow) -> None:
        if len(window.view.photo_ids()) < 12:
            self._trigger(window, Command.TRASH)

    def export(self, window: MainWindow) -> None:
        self._trigger(window, Command.EXPORT)

    def undo_some(self, window: MainWindow) -> None:
        for _ in range(self.chance.randint(1, 6)):
            self._trigger(window, self.chance.choice([Command.UNDO, Command.REDO]))

    # --- albums

    def make_album(self, window: MainWindow) -> None:
        self._trigger(window, self.chance.choice(_NEW))

    def change_in_album(self, window: MainWindow) -> None:
        self._trigger(window, self.chance.choice(_IN_ALBUM))

    def arrange_album(self, window: MainWindow) -> None:
        keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(window.grid, self.chance.choice([Qt.Key.Key_Left, Qt.Key.Key_Right]), keys)

    def rename_album(self, window: MainWindow) -> None:
        node = self._album(window)
        if node is not None:
            window.sources.rename(node.key)
            editor = window.sources.tree.viewport().focusWidget() or window.sources.tree.focusWidget()
            if editor is not None and editor is not window.sources.tree:
                mouse.type_text(editor, self.chance.choice(["Renamed", "", "a/b", "Album 2"]))
                QTest.keyClick(editor, self.chance.choice([Qt.Key.Key_Return, Qt.Key.Key_Escape]))

    def source_menu(self, window: MainWindow) -> None:
        tree = window.sources.tree
        at = QPoint(
            self.chance.randrange(max(1, tree.viewport().width())),
            self.chance.randrange(max(1, tree.viewport().height())),
        )
        if tree.isVisible():
            mouse.ask_for_menu(tree.viewport(), at)

    def delete_album(self, window: MainWindow) -> None:
        node = self._album(window)
        if node is not None and self.chance.random() < 0.5:
            tree = window.sources.tree
            self.said = node.name
            tree.setCurrentIndex(tree.sources.index_of(node))
            QTest.keyClick(tree, Qt.Key.Key_Delete)

    def drop_photos(self, window: MainWindow) -> None:
        """Photos, or an album, dragged to a place of the source list."""
        tree, ids = window.sources.tree, window.view.photo_ids()[:30]
        nodes = [node for node in tree.sources.node(QModelIndex()).walk() if node.parent is not None]
        if not nodes or not tree.isVisible():
            return
        node, moved = self.chance.choice(nodes), self._album(window)
        tree.scrollTo(tree.sources.index_of(node))
        place = tree.visualRect(tree.sources.index_of(node))
        at = QPoint(place.center().x(), self.chance.choice([place.center().y(), place.top(), place.bottom()]))
        if not tree.viewport().rect().contains(at):
            return
        mime = carry(moved) if moved is not None and self.chance.random() < 0.3 else mime_of(ids, [])
        welcome = mouse.drop(tree.viewport(), at, mime)
        self.said = f"{len(ids)} at {node.key}: {'taken' if welcome else 'refused'}"

    # --- pictures and folders from elsewhere

    def drop_outside(self, window: MainWindow) -> None:
        mime = QMimeData()
        wish = self.chance.randrange(3)
        if wish == 0:
            mime.setUrls([QUrl.fromLocalFile(str(self._outside.some_picture()))])
        elif wish == 1:
            mime.setUrls([QUrl.fromLocalFile(str(self.chance.choice(self._outside.roots)))])
        else:
            mime.setImageData(QImage(str(self._outside.some_picture())))
        mouse.drop(window, QPoint(50, 50), mime)

    def paste(self, window: MainWindow) -> None:
        QGuiApplication.clipboard().setImage(QImage(str(self._outside.some_picture())))
        self._trigger(window, Command.PASTE)

    def live_outside(self, _window: MainWindow) -> None:
        self.said = self._outside.live()

    def add_folder_again(self, window: MainWindow) -> None:
        for root in self._outside.roots:
            if root.exists():
                window.worker.add_folder(str(root))

    # --- the rest

    def any_command(self, window: MainWindow) -> None:
        self._trigger(window, self.chance.choice([c for c in Command if c is not Command.TRASH]))

    def preferences(self, window: MainWindow) -> None:
        self._trigger(window, Command.PREFERENCES)

    def change_theme(self, window: MainWindow) -> None:
        self.chance.choice(window.commands.themes.actions()).trigger()

    def change_language(self, window: MainWindow) -> None:
        """As the page of the preferences does; another window takes the place of this one."""
        language = self.chance.choice(["en", "zh_CN", "zh_CN", "system"])
        self.said = language
        window.settings.update(lambda settings: replace(settings, language=language))
        window.replacement_wanted.emit()

    def use_problems(self, window: MainWindow) -> None:
        window.commands[Command.PROBLEMS].trigger()
        problems = window.view.problems
        tree = problems.tree
        if tree.isVisible() and tree.model().rowCount():
            tree.expandAll()
            QTest.keyClick(tree, self.chance.choice([Qt.Key.Key_Down, Qt.Key.Key_End]))
            if self.chance.random() < 0.3:
                problems.filter.setText(self.chance.choice(["", "broken", "zzz"]))
        deeds = [problems.retry, problems.ignore, problems.retry_all, problems.ignored]
        deed = self.chance.choice(deeds)
        if deed.isEnabled():
            self.said = deed.text()
            deed.click() if hasattr(deed, "click") else deed.trigger()

    def use_errands(self, window: MainWindow) -> None:
        buttons = [b for b in window.errand_bar.findChildren(QToolButton) if b.isVisible()]
        if buttons:
            button = self.chance.choice(buttons)
            self.said = button.toolTip() or button.text()
            button.click()

    def answer_bars(self, window: MainWindow) -> None:
        for bar in (window.view.missing, window.view.messages):
            buttons = [
                b for b in bar.findChildren(QToolButton) + bar.findChildren(QPushButton) if b.isVisible()
            ]
            if buttons:
                self.chance.choice(buttons).click()

    def begin(self, window: MainWindow) -> None:
        """The first run's page, where it is shown."""
        page = window.first_screen.page
        if page is not None and page.isVisible():
            page.add_folders([str(root) for root in self._outside.roots if root.exists()])
            page.start.click()

    def _trigger(self, window: MainWindow, command: Command) -> None:
        action = window.commands[command]
        if action.isEnabled() and not is_forbidden(action):
            self.said += f"{command.value} "
            action.trigger()

    def _album(self, window: MainWindow) -> Node | None:
        nodes = [
            n
            for n in window.sources.model.node(QModelIndex()).walk()
            if n.kind is Kind.ALBUM and n.album is not None
        ]
        return self.chance.choice(nodes) if nodes else None
