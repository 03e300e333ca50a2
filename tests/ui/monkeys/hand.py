"""Fills in, plays with and closes the dialogs, menus and popups that a monkey opens."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QSlider,
    QSpinBox,
    QTabBar,
    QWidget,
)
from ui.monkeys import mouse

from photoclip.ui.actions.album_picker import PickPopup
from photoclip.ui.actions.export_dialog import ExportDialog
from photoclip.ui.preferences.setting_fields import FolderField

_TICK_MS = 25
_MOST_POKES = 8
_TEXTS = (
    *("Holiday", "日本の写真", "a/b", "  ", "x" * 300, "<b>bold</b>"),
    *("*.tmp\n/secret", "-1", "\u202eabc", "0"),
)
_USED = (QAbstractButton, QComboBox, QSpinBox, QLineEdit, QPlainTextEdit, QListWidget, QSlider, QTabBar)
_Button = QMessageBox.ButtonRole


class Hand(QObject):
    """A timer looks what is in the way of the window, pokes it a few times and closes it."""

    def __init__(self, seed: int, folders: Callable[[], list[Path]], exports: Path) -> None:
        super().__init__()
        self._chance = random.Random(seed)
        self._folders = folders
        self._exports = exports
        self._pokes: dict[int, int] = {}
        self.done: list[str] = []
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    @staticmethod
    def is_needed() -> bool:
        return QApplication.activePopupWidget() is not None or QApplication.activeModalWidget() is not None

    @Slot()
    def _look(self) -> None:
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if popup is not None:
            self._take_popup(popup)
        elif modal is not None:
            self._take_modal(modal)
        else:
            self._pokes.clear()

    def _note(self, widget: QWidget, what: str) -> None:
        self.done.append(f"{type(widget).__name__}: {what}")
        del self.done[:-40]

    def _is_enough(self, widget: QWidget) -> bool:
        left = self._pokes.setdefault(id(widget), self._chance.randint(0, _MOST_POKES))
        self._pokes[id(widget)] = left - 1
        return left <= 0

    # --- popups

    def _take_popup(self, popup: QWidget) -> None:
        if isinstance(popup, QMenu):
            self._take_menu(popup)
        elif isinstance(popup, PickPopup):
            self._take_picker(popup)
        elif self._is_enough(popup):
            self._close_popup(popup)
        else:
            view = popup.findChild(QAbstractItemView)
            self._note(popup, "Down, Return")
            QTest.keyClick(view or popup, Qt.Key.Key_Down)
            if self._chance.random() < 0.5:
                QTest.keyClick(view or popup, Qt.Key.Key_Return)

    def _close_popup(self, popup: QWidget) -> None:
        self._note(popup, "Esc")
        QTest.keyClick(popup, Qt.Key.Key_Escape)
        if QApplication.activePopupWidget() is popup and self._pokes[id(popup)] < -2:
            popup.close()

    def _take_menu(self, menu: QMenu) -> None:
        if self._is_enough(menu) and self._chance.random() < 0.5:
            self._close_popup(menu)
            return
        actions = [a for a in menu.actions() if a.isEnabled() and a.isVisible() and not a.isSeparator()]
        actions = [action for action in actions if not is_forbidden(action)]
        if not actions:
            self._close_popup(menu)
            return
        action = self._chance.choice(actions)
        self._note(menu, action.text())
        menu.setActiveAction(action)  # opens what is below it, if anything
        if action.menu() is None:
            QTimer.singleShot(0, menu, partial(QTest.keyClick, menu, Qt.Key.Key_Return))

    def _take_picker(self, popup: PickPopup) -> None:
        if self._is_enough(popup):
            key = self._chance.choice([Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Return])
            self._note(popup, key.name)
            QTest.keyClick(popup.field, key)
        elif self._chance.random() < 0.5:
            QTest.keyClick(popup.field, Qt.Key.Key_Down)
        else:
            mouse.type_text(popup.field, self._chance.choice(["b", "beach", "Album", "trip 7", " "]))

    # --- dialogs

    def _take_modal(self, modal: QWidget) -> None:
        if isinstance(modal, QFileDialog):
            self._choose_folder(modal)
        elif isinstance(modal, QMessageBox):
            self._answer(modal)
        elif not isinstance(modal, QDialog):
            modal.close()
        elif self._is_enough(modal):
            self._finish(modal)
        else:
            self._poke(modal)

    def _choose_folder(self, dialog: QFileDialog) -> None:
        folder = self._chance.choice(self._folders())
        if isinstance(dialog.parentWidget(), FolderField):  # a place to write to
            folder = self._exports
        if self._chance.random() < 0.3 or not folder.is_dir():
            self._note(dialog, "cancelled")
            dialog.reject()
            return
        self._note(dialog, folder.name)
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        if field is not None:
            field.setText(str(folder))
        dialog.done(QDialog.DialogCode.Accepted)

    def _answer(self, box: QMessageBox) -> None:
        buttons = [b for b in box.buttons() if box.buttonRole(b) is _Button.AcceptRole and b.isEnabled()]
        if buttons and self._chance.random() < 0.65:
            self._note(box, f"{box.text()[:60]}: {buttons[0].text()}")
            QTimer.singleShot(0, buttons[0], buttons[0].click)
        else:
            self._note(box, f"{box.text()[:60]}: Esc")
            box.reject()

    def _finish(self, dialog: QDialog) -> None:
        """Accept it, where it can be, or close it."""
        if isinstance(dialog, ExportDialog):
            dialog.place.setText(str(self._exports))
        box = dialog.findChild(QDialogButtonBox)
        role = QDialogButtonBox.ButtonRole.AcceptRole
        good = [b for b in box.buttons() if b.isEnabled() and box.buttonRole(b) is role] if box else []
        if good and self._chance.random() < 0.7:
            self._note(dialog, good[0].text())
            QTimer.singleShot(0, good[0], good[0].click)
        else:
            self._note(dialog, "closed")
            dialog.reject()

    def _poke(self, dialog: QWidget) -> None:
        parts = [
            part
            for part in dialog.findChildren(QWidget)
            if isinstance(part, _USED)
            and part.isVisible()
            and part.isEnabled()
            and not isinstance(part.parent(), QAbstractSpinBox | QDialogButtonBox)
        ]
        if parts:
            part = self._chance.choice(parts)
            self._note(dialog, f"{type(part).__name__} {part.accessibleName() or part.objectName()}")
            self.use(part)

    def use(self, part: QWidget) -> None:
        """As a person uses such a control."""
        chance = self._chance
        if isinstance(part, QAbstractButton):
            # Later: what it opens may run a loop of its own, and this timer has to beat in there.
            QTimer.singleShot(0, part, part.click)
        elif isinstance(part, QComboBox):
            key = chance.choice([Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Space])
            QTest.keyClick(part, key)
        elif isinstance(part, QSpinBox):
            part.selectAll()
            mouse.type_text(part, str(chance.choice([0, 1, 17, 300, 999_999_999])))
            QTest.keyClick(part, Qt.Key.Key_Tab)
        elif isinstance(part, QLineEdit):
            part.selectAll()
            part.insert(chance.choice([*_TEXTS, str(self._exports)]))
            if chance.random() < 0.5:
                QTest.keyClick(part, chance.choice([Qt.Key.Key_Tab, Qt.Key.Key_Backspace]))
        elif isinstance(part, QPlainTextEdit):
            part.setPlainText(chance.choice(["", "*.tmp", "*.tmp\nold/\n[", "\u0000", "private/"]))
        elif isinstance(part, QListWidget) and part.count():
            part.setCurrentRow(chance.randrange(part.count()))
        elif isinstance(part, QSlider):
            part.setValue(chance.randint(part.minimum(), part.maximum()))
        elif isinstance(part, QTabBar) and part.count():
            part.setCurrentIndex(chance.randrange(part.count()))


def is_forbidden(action: QAction) -> bool:
    """Whether it ends the program, which is not what is to be seen."""
    return action.menuRole() is QAction.MenuRole.QuitRole
