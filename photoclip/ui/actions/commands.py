"""The window's QActions, made from the table of shortcuts, and the menus that list them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from photoclip.ui.actions.menus import (
    MENUS,
    OF_ALBUM,
    OF_GRID,
    OF_PHOTO,
    OF_RANKED,
    OF_SMART,
    STARS,
    VIEW,
    Entries,
)
from photoclip.ui.actions.shortcut_groups import plain
from photoclip.ui.actions.shortcuts import SHORTCUTS, Command
from photoclip.ui.icons import Icons
from photoclip.ui.theme import THEMES

_OF_ONE: Entries = (
    Command.OPEN,
    Command.SIMILAR,
    Command.PART,
    Command.WHY,
    Command.DUPLICATES_OF,
    Command.OPEN_OUTSIDE,
    Command.SHOW_IN_FOLDER,
    Command.COPY_IMAGE,
    Command.SLIDESHOW,
)
_OF_SOME: Entries = (
    Command.EXPORT,
    Command.COPY,
    Command.COPY_PATH,
    Command.FAVOURITE,
    *STARS,
    Command.ADD_TO_ALBUM,
    Command.ADD_TAG,
    Command.TRASH,
)
_CHECKABLE: Entries = (
    Command.FAVOURITE,
    *OF_RANKED,
    Command.CROP,
    Command.COLLAPSE,
    Command.SHOW_SOURCES,
    Command.SHOW_INSPECTOR,
    Command.FULL_SCREEN,
)


@dataclass(frozen=True, slots=True)
class Enabled:
    """What there is to act on: photos chosen, whether one is current and a favourite, the kind of list."""

    photos: int = 0
    one: bool = False
    favourite: bool = False
    album: bool = False
    smart: bool = False
    listed: bool = False
    """Whether the grid shows any photos."""
    back: bool = False
    ranked: bool = False
    """Whether the list is the answer to a search, so that its photos can be liked or not."""
    liked: bool = False
    disliked: bool = False


class Commands(QObject):
    """Every `Command` as a QAction of the window."""

    theme_chosen = Signal(str)

    def __init__(self, window: QWidget, icons: Icons) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[Command, QAction] = {}
        for shortcut in SHORTCUTS:
            action = QAction(shortcut.label, window)
            action.setShortcuts(shortcut.sequences())
            action.setToolTip(_tip(shortcut.label, shortcut.shown_keys()))
            if shortcut.icon:
                icons.dress(action, shortcut.icon)
            action.setIconVisibleInMenu(False)
            window.addAction(action)
            self._actions[shortcut.command] = action
        for command in _some(_CHECKABLE):
            self[command].setCheckable(True)
        self[Command.PREFERENCES].setMenuRole(QAction.MenuRole.PreferencesRole)
        self[Command.QUIT].setMenuRole(QAction.MenuRole.QuitRole)
        self[Command.ABOUT].setMenuRole(QAction.MenuRole.AboutRole)
        self.themes = QActionGroup(self)
        self.stars = QActionGroup(self)
        self.stars.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        for stars, command in enumerate(_some(STARS)):
            self[command].setData(stars)
            self.stars.addAction(self[command])

    def __getitem__(self, command: Command) -> QAction:
        return self._actions[command]

    def enable(self, state: Enabled) -> None:
        """Commands that have nothing to act on are faint."""
        for commands, on in (
            (_OF_SOME, state.photos > 0),
            (_OF_ONE, state.one),
            (OF_ALBUM, state.album and state.photos > 0),
            (OF_SMART, state.smart and state.photos > 0),
            (OF_GRID, state.listed),
            (OF_RANKED, state.ranked and state.photos > 0),
            ((Command.BACK,), state.back),
        ):
            for command in _some(commands):
                self[command].setEnabled(on)
        self[Command.SET_COVER].setEnabled(state.album and state.one)
        self[Command.FAVOURITE].setChecked(state.favourite)
        self[Command.LIKE].setChecked(state.liked)
        self[Command.DISLIKE].setChecked(state.disliked)

    @Slot(bool, bool)
    def show_panes(self, sources: bool, inspector: bool) -> None:
        """Which parts are on screen, whoever hid them."""
        self[Command.SHOW_SOURCES].setChecked(sources)
        self[Command.SHOW_INSPECTOR].setChecked(inspector)

    @Slot(str)
    def name_undo(self, text: str) -> None:
        self._name(Command.UNDO, QCoreApplication.translate("menus", "&Undo: {change}"), text)

    @Slot(str)
    def name_redo(self, text: str) -> None:
        self._name(Command.REDO, QCoreApplication.translate("menus", "&Redo: {change}"), text)

    def _name(self, command: Command, words: str, change: str) -> None:
        plain = next(shortcut.label for shortcut in SHORTCUTS if shortcut.command is command)
        # An ampersand in a name is no mnemonic.
        self[command].setText(words.format(change=change.replace("&", "&&")) if change else plain)

    def fill(self, bar: QMenuBar, theme: str) -> None:
        """The menu bar."""
        for title, entries in MENUS.items():
            menu = bar.addMenu(QCoreApplication.translate("menus", title))
            self._add(menu, *entries)
            if title == VIEW:
                menu.addSeparator()
                self._add_themes(menu, theme)

    def photo_menu(self) -> QMenu:
        """The context menu of photos, with what makes sense for them now."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add(menu, *OF_PHOTO)
        menu.insertAction(self[Command.ADD_TAG], self[Command.ADD_TO_ALBUM])
        own = [command for command in _some((*OF_ALBUM, *OF_SMART)) if self[command].isEnabled()]
        self._add(menu, *([None, *own] if own else []))
        self._add(menu, None, Command.COPY, Command.COPY_PATH, Command.EXPORT, None, Command.TRASH)
        return menu

    def _add(self, menu: QMenu, *commands: Command | None) -> None:
        """The stars go into a menu of their own."""
        for command in commands:
            if command is None:
                menu.addSeparator()
            elif command not in STARS:
                menu.addAction(self[command])
            elif command is STARS[0]:
                menu.addMenu(QCoreApplication.translate("menus", "Sta&rs")).addActions(self.stars.actions())

    def _add_themes(self, view: QMenu, current: str) -> None:
        menu = view.addMenu(QCoreApplication.translate("menus", "&Theme"))
        for theme in THEMES:
            action = menu.addAction(_theme_labels()[theme])
            action.setCheckable(True)
            action.setChecked(theme == current)
            action.setData(theme)
            self.themes.addAction(action)
        self.themes.triggered.connect(self._choose_theme)

    def check_theme(self, name: str) -> None:
        """Mark the theme that is shown, wherever it was chosen."""
        for action in self.themes.actions():
            action.setChecked(action.data() == name)

    def _choose_theme(self, action: QAction) -> None:
        self.theme_chosen.emit(action.data())


def _some(entries: Entries) -> Iterator[Command]:
    return (command for command in entries if command is not None)


def _theme_labels() -> Mapping[str, str]:
    return {
        "system": QCoreApplication.translate("menus", "As the &system"),
        "light": QCoreApplication.translate("menus", "&Light"),
        "dark": QCoreApplication.translate("menus", "&Dark"),
    }


def _tip(label: str, keys: str) -> str:
    text = plain(label)
    return f"{text} ({keys})" if keys else text
