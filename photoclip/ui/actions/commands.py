"""The window's QActions, made from the table of shortcuts, and the menus that list them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from photoclip.ui.actions.shortcut_groups import plain
from photoclip.ui.actions.shortcuts import SHORTCUTS, Command
from photoclip.ui.icons import Icons
from photoclip.ui.theme import THEMES

_Entries = tuple[Command | None, ...]

_OF_ONE: _Entries = (
    Command.OPEN,
    Command.SIMILAR,
    Command.DUPLICATES_OF,
    Command.OPEN_OUTSIDE,
    Command.SHOW_IN_FOLDER,
    Command.COPY_IMAGE,
    Command.SLIDESHOW,
)
_STARS: _Entries = (
    Command.RATE_0,
    Command.RATE_1,
    Command.RATE_2,
    Command.RATE_3,
    Command.RATE_4,
    Command.RATE_5,
)
_OF_SOME: _Entries = (
    Command.EXPORT,
    Command.COPY,
    Command.COPY_PATH,
    Command.FAVOURITE,
    *_STARS,
    Command.ADD_TO_ALBUM,
    Command.ADD_TAG,
    Command.TRASH,
)
_OF_ALBUM: _Entries = (Command.REMOVE_FROM_ALBUM, Command.SET_COVER)
_OF_SMART: _Entries = (Command.ALWAYS_KEEP, Command.NEVER_SHOW, Command.NO_DECISION)
_OF_GRID: _Entries = (Command.SELECT_ALL, Command.SELECT_NONE, Command.INVERT)
_CHECKABLE: _Entries = (
    Command.FAVOURITE,
    Command.CROP,
    Command.COLLAPSE,
    Command.SHOW_SOURCES,
    Command.SHOW_INSPECTOR,
    Command.FULL_SCREEN,
)

_FILE: _Entries = (Command.ADD_FOLDER, Command.RESCAN, None, Command.EXPORT, None)
_EDIT: _Entries = (
    Command.UNDO,
    Command.REDO,
    None,
    Command.COPY,
    Command.COPY_IMAGE,
    Command.COPY_PATH,
    Command.PASTE,
    None,
    *_OF_GRID,
)
_PHOTO: _Entries = (
    Command.OPEN,
    Command.SIMILAR,
    Command.DUPLICATES_OF,
    None,
    Command.OPEN_OUTSIDE,
    Command.SHOW_IN_FOLDER,
    None,
    Command.FAVOURITE,
)
_ALBUM: _Entries = (
    Command.NEW_ALBUM,
    Command.NEW_SMART_ALBUM,
    Command.NEW_GROUP,
    None,
    Command.ADD_TO_ALBUM,
    *_OF_ALBUM,
    None,
    *_OF_SMART,
)
_VIEW: _Entries = (
    Command.LARGER,
    Command.SMALLER,
    Command.USUAL_SIZE,
    Command.CROP,
    Command.COLLAPSE,
    None,
    Command.SHOW_SOURCES,
    Command.SHOW_INSPECTOR,
    None,
    Command.FULL_SCREEN,
    Command.SLIDESHOW,
    None,
)
_GO: _Entries = (
    Command.SEARCH,
    Command.BACK,
    Command.NEXT_PART,
    None,
    Command.ALL_PHOTOS,
    Command.DUPLICATES,
    Command.PROBLEMS,
)
_LIBRARY: _Entries = (Command.FOLDERS, None, Command.MODEL, Command.KEEP_MODEL, None, Command.PAUSE)


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
        for stars, command in enumerate(_some(_STARS)):
            self[command].setData(stars)
            self.stars.addAction(self[command])

    def __getitem__(self, command: Command) -> QAction:
        return self._actions[command]

    def enable(self, state: Enabled) -> None:
        """Commands that have nothing to act on are faint."""
        for commands, on in (
            (_OF_SOME, state.photos > 0),
            (_OF_ONE, state.one),
            (_OF_ALBUM, state.album and state.photos > 0),
            (_OF_SMART, state.smart and state.photos > 0),
            (_OF_GRID, state.listed),
            ((Command.BACK,), state.back),
        ):
            for command in _some(commands):
                self[command].setEnabled(on)
        self[Command.SET_COVER].setEnabled(state.album and state.one)
        self[Command.FAVOURITE].setChecked(state.favourite)

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
        translate = QCoreApplication.translate
        file = bar.addMenu(translate("menus", "&File"))
        self._add(file, *_FILE, Command.PREFERENCES, None, Command.QUIT)
        self._add(bar.addMenu(translate("menus", "&Edit")), *_EDIT)
        photo = bar.addMenu(translate("menus", "&Photo"))
        self._fill_photo(photo)
        self._add(bar.addMenu(translate("menus", "&Album")), *_ALBUM)
        view = bar.addMenu(translate("menus", "&View"))
        self._add(view, *_VIEW)
        self._add_themes(view, theme)
        self._add(bar.addMenu(translate("menus", "&Go")), *_GO)
        self._add(bar.addMenu(translate("menus", "&Library")), *_LIBRARY)
        self._add(bar.addMenu(translate("menus", "&Help")), Command.HELP, Command.LOG, None, Command.ABOUT)

    def photo_menu(self) -> QMenu:
        """The context menu of photos, with what makes sense for them now."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill_photo(menu, closing=False)
        menu.insertAction(self[Command.ADD_TAG], self[Command.ADD_TO_ALBUM])
        own = [command for command in _some((*_OF_ALBUM, *_OF_SMART)) if self[command].isEnabled()]
        self._add(menu, *([None, *own] if own else []))
        self._add(menu, None, Command.COPY, Command.COPY_PATH, Command.EXPORT, None, Command.TRASH)
        return menu

    def _fill_photo(self, menu: QMenu, *, closing: bool = True) -> None:
        self._add(menu, *_PHOTO)
        stars = menu.addMenu(QCoreApplication.translate("menus", "Sta&rs"))
        self._add(stars, *_STARS)
        self._add(menu, Command.ADD_TAG)
        if closing:
            self._add(menu, None, Command.TRASH)

    def _add(self, menu: QMenu, *commands: Command | None) -> None:
        for command in commands:
            if command is None:
                menu.addSeparator()
            else:
                menu.addAction(self[command])

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


def _some(entries: _Entries) -> Iterator[Command]:
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
