"""The window's QActions, made from the table of shortcuts, and the menus that list them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from photoclip.ui.icons import Icons
from photoclip.ui.shortcuts import SHORTCUTS, Command
from photoclip.ui.theme import THEMES

_OF_A_PHOTO = (
    Command.OPEN,
    Command.SIMILAR,
    None,
    Command.OPEN_OUTSIDE,
    Command.SHOW_IN_FOLDER,
    Command.COPY_PATH,
)


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
        self[Command.CROP].setCheckable(True)
        self[Command.QUIT].setMenuRole(QAction.MenuRole.QuitRole)
        self[Command.ABOUT].setMenuRole(QAction.MenuRole.AboutRole)
        self.themes = QActionGroup(self)

    def __getitem__(self, command: Command) -> QAction:
        return self._actions[command]

    def enable_for_photo(self, there_is_one: bool) -> None:
        """Commands that need a photo are faint where there is none."""
        for command in _OF_A_PHOTO:
            if command is not None:
                self[command].setEnabled(there_is_one)

    def fill(self, bar: QMenuBar, theme: str) -> None:
        """The menu bar."""
        tr = QCoreApplication.translate
        self._add(bar.addMenu(tr("menus", "&File")), Command.ADD_FOLDER, Command.RESCAN, None, Command.QUIT)
        self._add(bar.addMenu(tr("menus", "&Photo")), *_OF_A_PHOTO)
        view = bar.addMenu(tr("menus", "&View"))
        self._add(view, Command.SEARCH, Command.ALL_PHOTOS, None)
        self._add(view, Command.LARGER, Command.SMALLER, Command.USUAL_SIZE, Command.CROP, None)
        self._add_themes(view, theme)
        library = bar.addMenu(tr("menus", "&Library"))
        self._add(library, Command.FOLDERS, Command.MODEL, Command.KEEP_MODEL, None, Command.PAUSE)
        self._add(bar.addMenu(tr("menus", "&Help")), Command.HELP, Command.LOG, None, Command.ABOUT)

    def photo_menu(self) -> QMenu:
        """The context menu of a photo."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add(menu, *_OF_A_PHOTO)
        return menu

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

    def _choose_theme(self, action: QAction) -> None:
        self.theme_chosen.emit(action.data())


def _theme_labels() -> Mapping[str, str]:
    return {
        "system": QCoreApplication.translate("menus", "As the &system"),
        "light": QCoreApplication.translate("menus", "&Light"),
        "dark": QCoreApplication.translate("menus", "&Dark"),
    }


def _tip(label: str, keys: str) -> str:
    plain = label.replace("&", "").rstrip("…")
    return f"{plain} ({keys})" if keys else plain
