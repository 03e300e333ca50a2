"""What people do to look at photos: sources, words, the grid, the viewer, the size of the window."""

from __future__ import annotations

import random

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QSlider, QWidget
from support import COLOURS
from ui.monkeys import mouse
from ui.monkeys.checks import wait

from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.main_window import MainWindow

_Key, _Mod = Qt.Key, Qt.KeyboardModifier
_MOVES = (
    *(_Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down),
    *(_Key.Key_Home, _Key.Key_End, _Key.Key_PageUp, _Key.Key_PageDown),
)
_WITH = (_Mod.NoModifier, _Mod.NoModifier, _Mod.ShiftModifier, _Mod.ControlModifier)
_VIEWER_KEYS = (
    *(_Key.Key_Right, _Key.Key_Left, _Key.Key_Space, _Key.Key_Home, _Key.Key_End, _Key.Key_Z, _Key.Key_Plus),
    *(_Key.Key_Minus, _Key.Key_R, _Key.Key_F, _Key.Key_I, _Key.Key_T, _Key.Key_Up, _Key.Key_Down),
)
_WORDS = (*COLOURS, "red blue", "nothing of it", "海", "100%", "*", '"', "a" * 200)


class Browsing:
    """Each method is one action; what it did is in `said`."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.said = ""

    # --- sources and words

    def choose_source(self, window: MainWindow) -> None:
        tree = window.sources.tree
        nodes = [node for node in tree.sources.node(QModelIndex()).walk() if node.parent is not None]
        if not nodes or not tree.isVisible():
            return
        node = self.chance.choice(nodes)
        index = tree.sources.index_of(node)
        tree.scrollTo(index)
        self.said = node.key
        mouse.click(tree.viewport(), tree.visualRect(index).center())

    def walk_sources(self, window: MainWindow) -> None:
        for _ in range(self.chance.randint(1, 6)):
            QTest.keyClick(window.sources.tree, self.chance.choice(_MOVES))

    def type_words(self, window: MainWindow) -> None:
        word = self.chance.choice(_WORDS)
        self.said = word[:20]
        window.commands[Command.SEARCH].trigger()
        window.search.selectAll()
        for letter in word[:12]:
            mouse.type_text(window.search, letter)
            wait(self.chance.choice([0, 5, 40]))
        window.search.insert(word[12:])
        if self.chance.random() < 0.3:
            QTest.keyClick(window.search, self.chance.choice([_Key.Key_Return, _Key.Key_Down]))

    def clear_words(self, window: MainWindow) -> None:
        if self.chance.random() < 0.5:
            window.search.clear()
        else:
            QTest.keyClick(window.search, _Key.Key_Escape)

    def take_chip_off(self, window: MainWindow) -> None:
        shown = window.view.chips.chips()
        if shown:
            self.said = shown[-1].part.text
            self.chance.choice(shown).cross.click()

    def go_back(self, window: MainWindow) -> None:
        QTest.keyClick(QApplication.focusWidget() or window, _Key.Key_Escape)

    # --- the grid

    def click_photo(self, window: MainWindow) -> None:
        grid = window.grid
        rows = grid.rows_on_screen()
        if not len(rows) or not window.view.shows_grid():
            return
        at = grid.visualRect(window.model.index(self.chance.choice(rows))).center()
        keys = self.chance.choice(_WITH)
        self.said = f"at {at.x()},{at.y()} with {keys.name}"
        mouse.click(grid.viewport(), at, keys)

    def band(self, window: MainWindow) -> None:
        area = window.grid.viewport()
        if window.view.shows_grid():
            start = QPoint(area.width() - 3, self.chance.randrange(max(1, area.height())))
            if not window.grid.indexAt(start).isValid():
                mouse.stroke(area, [start, *(self._somewhere(area) for _ in range(4))])

    def move_by_keys(self, window: MainWindow) -> None:
        for _ in range(self.chance.randint(1, 8)):
            QTest.keyClick(window.grid, self.chance.choice(_MOVES), self.chance.choice(_WITH))
        if self.chance.random() < 0.2:
            QTest.keyClick(window.grid, _Key.Key_Space, _Mod.ControlModifier)

    def scroll(self, window: MainWindow) -> None:
        bar = window.grid.verticalScrollBar()
        if self.chance.random() < 0.6:
            for _ in range(self.chance.randint(1, 10)):
                mouse.turn_wheel(window.grid.viewport(), self.chance.choice([-3, -1, 1]))
        else:
            bar.setSliderPosition(self.chance.randint(bar.minimum(), bar.maximum()))

    def resize_tiles(self, window: MainWindow) -> None:
        slider: QSlider = window.view.browser.header.slider
        if self.chance.random() < 0.5:
            slider.setValue(self.chance.randint(slider.minimum(), slider.maximum()))
        else:
            notches = self.chance.choice([-1, 1, 2])
            mouse.turn_wheel(window.grid.viewport(), notches, _Mod.ControlModifier)

    def arrange(self, window: MainWindow) -> None:
        menus = window.view.browser.header.menus
        menu = self.chance.choice([menus.sort, menus.group]).menu()
        actions = [action for action in menu.actions() if action.isEnabled() and not action.isSeparator()]
        if actions:
            action = self.chance.choice(actions)
            self.said = action.text()
            action.trigger()

    def photo_menu(self, window: MainWindow) -> None:
        window.grid.customContextMenuRequested.emit(self._somewhere(window.grid.viewport()))

    # --- the viewer

    def open_photo(self, window: MainWindow) -> None:
        grid = window.grid
        rows = grid.rows_on_screen()
        if len(rows) and window.view.shows_grid():
            at = grid.visualRect(window.model.index(self.chance.choice(rows))).center()
            mouse.click(grid.viewport(), at)
            mouse.click(grid.viewport(), at, double=True)

    def use_viewer(self, window: MainWindow) -> None:
        if not window.view.shows_viewer():
            self.open_photo(window)
            return
        viewer, canvas = window.viewer, window.viewer.canvas
        for _ in range(self.chance.randint(1, 6)):
            what = self.chance.randrange(6)
            self.said += f" {what}"
            if what == 0:
                mouse.turn_wheel(canvas, self.chance.choice([-2, -1, 1, 3]))
            elif what == 1:
                mouse.stroke(canvas, [self._somewhere(canvas) for _ in range(4)])
            elif what == 2 and viewer.strip.isVisible():
                mouse.click(viewer.strip, self._somewhere(viewer.strip))
            elif what == 3:
                mouse.click(canvas, canvas.rect().center(), double=True)
            else:
                key = self.chance.choice(_VIEWER_KEYS)
                self.said += key.name
                QTest.keyClick(viewer, key)
            wait(self.chance.choice([0, 10, 60]))

    def viewer_button(self, window: MainWindow) -> None:
        self._press_any(window.viewer.bar)

    def watch_slideshow(self, window: MainWindow) -> None:
        window.commands[Command.SLIDESHOW].trigger()
        wait(self.chance.choice([50, 400]))
        if self.chance.random() < 0.7:
            QTest.keyClick(window.viewer, _Key.Key_Escape)

    # --- the window

    def resize_window(self, window: MainWindow) -> None:
        if not window.isFullScreen():
            size = self.chance.randint(560, 1400), self.chance.randint(420, 900)
            self.said = f"{size[0]}x{size[1]}"
            window.resize(*size)

    def press_button(self, window: MainWindow) -> None:
        """Any button of the window, whatever it is for."""
        self._press_any(window)

    def use_tab(self, window: MainWindow) -> None:
        for _ in range(self.chance.randint(1, 5)):
            focused = QApplication.focusWidget() or window
            QTest.keyClick(focused, self.chance.choice([_Key.Key_Tab, _Key.Key_Tab, _Key.Key_F6]))

    def _press_any(self, within: QWidget) -> None:
        buttons = [
            button
            for button in within.findChildren(QAbstractButton)
            if button.isVisible() and button.isEnabled()
        ]
        if buttons:
            button = self.chance.choice(buttons)
            self.said = button.accessibleName() or button.text() or button.toolTip()
            mouse.click(button, button.rect().center())

    def _somewhere(self, widget: QWidget) -> QPoint:
        return QPoint(
            self.chance.randrange(max(1, widget.width())), self.chance.randrange(max(1, widget.height()))
        )
