"""The table of shortcuts in groups, as the help dialog and the documentation show it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from photoclip.ui.actions.shortcuts import KEYS_OF_VIEWS, QT_TRANSLATE_NOOP, SHORTCUTS, Command

_MNEMONIC_BEHIND = re.compile(r"\s*\(&\w\)")
_MENUS: dict[str, tuple[Command, ...]] = {
    QT_TRANSLATE_NOOP("Shortcuts", "File"): (
        Command.ADD_FOLDER,
        Command.RESCAN,
        Command.EXPORT,
        Command.PREFERENCES,
        Command.QUIT,
    ),
    QT_TRANSLATE_NOOP("Shortcuts", "Photo"): (
        Command.OPEN,
        Command.SIMILAR,
        Command.DUPLICATES_OF,
        Command.OPEN_OUTSIDE,
        Command.SHOW_IN_FOLDER,
        Command.FAVOURITE,
        Command.RATE_0,
        Command.RATE_1,
        Command.RATE_2,
        Command.RATE_3,
        Command.RATE_4,
        Command.RATE_5,
        Command.ADD_TAG,
        Command.TRASH,
    ),
    QT_TRANSLATE_NOOP("Shortcuts", "Album"): (
        Command.NEW_ALBUM,
        Command.NEW_SMART_ALBUM,
        Command.NEW_GROUP,
        Command.ADD_TO_ALBUM,
        Command.REMOVE_FROM_ALBUM,
        Command.SET_COVER,
        Command.ALWAYS_KEEP,
        Command.NEVER_SHOW,
        Command.NO_DECISION,
    ),
    QT_TRANSLATE_NOOP("Shortcuts", "Edit"): (
        Command.UNDO,
        Command.REDO,
        Command.COPY,
        Command.COPY_IMAGE,
        Command.COPY_PATH,
        Command.PASTE,
        Command.SELECT_ALL,
        Command.SELECT_NONE,
        Command.INVERT,
    ),
    QT_TRANSLATE_NOOP("Shortcuts", "View"): (
        Command.LARGER,
        Command.SMALLER,
        Command.USUAL_SIZE,
        Command.CROP,
        Command.COLLAPSE,
        Command.SHOW_SOURCES,
        Command.SHOW_INSPECTOR,
        Command.FULL_SCREEN,
        Command.SLIDESHOW,
    ),
    QT_TRANSLATE_NOOP("Shortcuts", "Go"): (
        Command.SEARCH,
        Command.BACK,
        Command.ALL_PHOTOS,
        Command.DUPLICATES,
        Command.PROBLEMS,
    ),
    QT_TRANSLATE_NOOP("Shortcuts", "Library"): (
        Command.FOLDERS,
        Command.MODEL,
        Command.KEEP_MODEL,
        Command.PAUSE,
    ),
}
"""The menu bar's order, but for what is looked for together."""
_REST = QT_TRANSLATE_NOOP("Shortcuts", "Help")
_VIEWS = QT_TRANSLATE_NOOP("Shortcuts", "In the grid and the viewer")

Lines = list[tuple[str, str]]


def groups(*, native: bool = True) -> list[tuple[str, Lines]]:
    """Each group's title with what its commands do and their keys; commands without keys are left out.

    `native` spells the keys as this system does, else as the table has them.
    """
    homes = {command: title for title, commands in _MENUS.items() for command in commands}
    made: dict[str, Lines] = {title: [] for title in (*_MENUS, _REST)}
    for shortcut in SHORTCUTS:
        if shortcut.keys:
            home = made[homes.get(shortcut.command, _REST)]
            home.append((plain(shortcut.label), _spelt(shortcut.keys, native)))
    views = [(_translated(what), _spelt((keys,), native)) for what, keys in KEYS_OF_VIEWS]
    made[_VIEWS] = views
    return [(_translated(title), lines) for title, lines in made.items() if lines]


def plain(label: str) -> str:
    """A menu's text without its mnemonic, and without the dots of a dialog to come."""
    # Where a language's own words hold no Latin letter, the mnemonic stands behind them: "文件(&F)".
    text = _MNEMONIC_BEHIND.sub("", label)
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def page() -> str:
    """`docs/keys.md`."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield "# Keyboard shortcuts"
    yield ""
    yield "Made from the table in `photoclip/ui/actions/shortcuts.py` by `python docs/make_keys.py`."
    yield "On macOS, Ctrl is the Command key."
    for title, lines in groups(native=False):
        yield ""
        yield f"## {title}"
        yield ""
        yield "| what | keys |"
        yield "|---|---|"
        for what, keys in lines:
            yield f"| {what} | {keys} |"


def _spelt(keys: tuple[str, ...], native: bool) -> str:
    if native:
        form = QKeySequence.SequenceFormat.NativeText
        return " / ".join(QKeySequence(one).toString(form) for one in keys)
    return ", ".join(f"`{one}`" for one in keys)


def _translated(text: str) -> str:
    return QCoreApplication.translate("Shortcuts", text)
