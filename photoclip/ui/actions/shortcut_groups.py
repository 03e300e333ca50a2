"""The table of shortcuts in groups, as the help dialog and the documentation show it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from photoclip.ui.actions.menus import MENUS
from photoclip.ui.actions.shortcuts import KEYS_OF_VIEWS, QT_TRANSLATE_NOOP, SHORTCUTS

_MNEMONIC_BEHIND = re.compile(r"\s*\(&\w\)")
_VIEWS = QT_TRANSLATE_NOOP("Shortcuts", "In the grid and the viewer")

Lines = list[tuple[str, str]]


def groups(*, native: bool = True) -> list[tuple[str, Lines]]:
    """Each group's title with what its commands do and their keys; commands without keys are left out.

    `native` spells the keys as this system does, else as the table has them.
    """
    with_keys = {shortcut.command: shortcut for shortcut in SHORTCUTS if shortcut.keys}
    made: list[tuple[str, Lines]] = []
    for title, entries in MENUS.items():
        known = [with_keys[command] for command in entries if command in with_keys]
        lines = [(plain(one.label), _spelt(one.keys, native)) for one in known]
        made.append((plain(QCoreApplication.translate("menus", title)), lines))
    views = [(_translated(what), _spelt((keys,), native)) for what, keys in KEYS_OF_VIEWS]
    made.append((_translated(_VIEWS), views))
    return made


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
