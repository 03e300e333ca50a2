"""The line at the top: sources, back and adding a folder, the search field in the middle, the inspector."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from photoclip.ui.actions.commands import Commands
from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.search.search_bar import SearchBar
from photoclip.ui.search.syntax_menu import SyntaxMenu

_WIDEST_SEARCH = 640


class TopBar(QWidget):
    """A plain row; a QToolBar would bring handles, a menu to hide it, and lines around it."""

    def __init__(self, search: SearchBar, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        search.setMaximumWidth(_WIDEST_SEARCH)
        self.syntax = SyntaxMenu(self)
        self.syntax.chosen.connect(search.insert_example)
        only_icon = Qt.ToolButtonStyle.ToolButtonIconOnly
        before = (Command.SHOW_SOURCES, Command.BACK, Command.ADD_FOLDER)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 4)
        row.setSpacing(4)
        for command in before:
            row.addWidget(_button(commands[command], only_icon))
        row.addSpacing(8)
        row.addStretch(1)
        row.addWidget(search, 6)
        row.addWidget(self._make_help(commands))
        row.addStretch(1)
        row.addSpacing(8)
        row.addWidget(_button(commands[Command.SHOW_INSPECTOR], only_icon))

    def _make_help(self, commands: Commands) -> QToolButton:
        """The button beside the search field; its command opens the menu by keys."""
        button = _button(commands[Command.SYNTAX], Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._help = button
        commands[Command.SYNTAX].triggered.connect(self._show_syntax)
        return button

    @Slot()
    def _show_syntax(self) -> None:
        below = self._help.mapToGlobal(QPoint(0, self._help.height()))
        self.syntax.popup(below)


def _button(action: QAction, style: Qt.ToolButtonStyle) -> QToolButton:
    button = QToolButton(autoRaise=True)
    button.setDefaultAction(action)
    button.setToolButtonStyle(style)
    button.setIconSize(QSize(20, 20))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(action.iconText().rstrip("…"))
    return button
