from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from photoclip.ui.actions import shortcut_groups
from photoclip.ui.actions.menus import MENUS
from photoclip.ui.actions.shortcuts import KEYS_OF_VIEWS, SHORTCUTS, Command
from photoclip.ui.help_dialogs import ShortcutsDialog

KEYS_PAGE = Path(__file__).parents[2] / "docs" / "keys.md"


def test_every_command_with_keys_is_listed_once(qapp: object) -> None:
    listed = [what for _, lines in shortcut_groups.groups() for what, _ in lines]
    wanted = [shortcut_groups.plain(one.label) for one in SHORTCUTS if one.keys]
    assert sorted(listed) == sorted([*wanted, *(what for what, _ in KEYS_OF_VIEWS)])


def test_the_dialog_shows_them_all_and_scrolls(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog()
    qtbot.addWidget(dialog)
    dialog.resize(700, 500)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert (dialog.width(), dialog.height()) == (700, 500)
    listed = [what for _, lines in shortcut_groups.groups() for what, _ in lines]
    assert sorted(dialog.shown()) == sorted(listed)


def test_the_filter_looks_at_commands_and_keys(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    qtbot.keyClicks(dialog.filter, "rescan")
    assert dialog.shown() == ["Rescan folders"]
    dialog.filter.setText("f5")
    assert "Rescan folders" in dialog.shown()
    dialog.filter.setText("no such thing")
    assert dialog.shown() == []
    assert dialog.nothing.isVisible()
    dialog.filter.clear()
    assert dialog.nothing.isHidden()


def test_the_page_of_the_documentation_is_current(qapp: object) -> None:
    made_by = "python docs/make_keys.py"
    assert KEYS_PAGE.read_text(encoding="utf-8") == shortcut_groups.page(), f"run {made_by}"


def test_every_command_is_in_one_menu() -> None:
    listed = [command for entries in MENUS.values() for command in entries if command is not None]
    assert sorted(set(listed)) == sorted(Command)
    assert {command for command in listed if listed.count(command) > 1} == set()


def test_an_entry_wraps_only_where_its_own_keys_leave_no_room(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    entries = [label for label in dialog.findChildren(QLabel) if "album from this view" in label.text()]
    assert [entry.height() < 2 * entry.fontMetrics().height() for entry in entries] == [True]
