"""Every command of the window with its keys: the one table that menus, tooltips and help are made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark a text for translation where it is used. PySide6's own one returns an untyped object."""
    return text


class Command(StrEnum):
    ADD_FOLDER = "add-folder"
    RESCAN = "rescan"
    QUIT = "quit"
    SEARCH = "search"
    ALL_PHOTOS = "all-photos"
    OPEN = "open"
    SIMILAR = "similar"
    OPEN_OUTSIDE = "open-outside"
    SHOW_IN_FOLDER = "show-in-folder"
    COPY_PATH = "copy-path"
    LARGER = "larger"
    SMALLER = "smaller"
    USUAL_SIZE = "usual-size"
    CROP = "crop"
    FOLDERS = "folders"
    MODEL = "model"
    KEEP_MODEL = "keep-model"
    PAUSE = "pause"
    HELP = "help"
    LOG = "log"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One command: its text as menus show it, and its keys (empty where it has none)."""

    command: Command
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""

    @property
    def label(self) -> str:
        return QCoreApplication.translate("Shortcuts", self.text)

    def sequences(self) -> list[QKeySequence]:
        return [QKeySequence(keys) for keys in self.keys]

    def shown_keys(self) -> str:
        native = QKeySequence.SequenceFormat.NativeText
        return " / ".join(sequence.toString(native) for sequence in self.sequences())


SHORTCUTS: tuple[Shortcut, ...] = (
    Shortcut(Command.ADD_FOLDER, QT_TRANSLATE_NOOP("Shortcuts", "&Add folder…"), ("Ctrl+N",), "add-folder"),
    Shortcut(Command.RESCAN, QT_TRANSLATE_NOOP("Shortcuts", "&Rescan folders"), ("F5",)),
    Shortcut(Command.QUIT, QT_TRANSLATE_NOOP("Shortcuts", "&Quit"), ("Ctrl+Q",)),
    Shortcut(Command.SEARCH, QT_TRANSLATE_NOOP("Shortcuts", "&Search"), ("Ctrl+F",), "search"),
    Shortcut(Command.ALL_PHOTOS, QT_TRANSLATE_NOOP("Shortcuts", "Show &all photos"), ("Alt+Home",)),
    Shortcut(Command.OPEN, QT_TRANSLATE_NOOP("Shortcuts", "&Open")),
    Shortcut(Command.SIMILAR, QT_TRANSLATE_NOOP("Shortcuts", "&Find similar"), ("Ctrl+E",), "similar"),
    Shortcut(
        Command.OPEN_OUTSIDE,
        QT_TRANSLATE_NOOP("Shortcuts", "Open in &default program"),
        ("Ctrl+O",),
        "open",
    ),
    Shortcut(
        Command.SHOW_IN_FOLDER, QT_TRANSLATE_NOOP("Shortcuts", "Show in file &manager"), ("Ctrl+R",), "folder"
    ),
    Shortcut(Command.COPY_PATH, QT_TRANSLATE_NOOP("Shortcuts", "&Copy path"), ("Ctrl+Shift+C",)),
    Shortcut(Command.LARGER, QT_TRANSLATE_NOOP("Shortcuts", "&Larger tiles"), ("Ctrl++", "Ctrl+=")),
    Shortcut(Command.SMALLER, QT_TRANSLATE_NOOP("Shortcuts", "S&maller tiles"), ("Ctrl+-",)),
    Shortcut(Command.USUAL_SIZE, QT_TRANSLATE_NOOP("Shortcuts", "&Usual tile size"), ("Ctrl+0",)),
    Shortcut(Command.CROP, QT_TRANSLATE_NOOP("Shortcuts", "&Fill square tiles"), ("Ctrl+T",)),
    Shortcut(Command.FOLDERS, QT_TRANSLATE_NOOP("Shortcuts", "&Folders…"), ("Ctrl+Shift+F",)),
    Shortcut(Command.MODEL, QT_TRANSLATE_NOOP("Shortcuts", "&Model…"), ("Ctrl+Shift+M",)),
    Shortcut(Command.KEEP_MODEL, QT_TRANSLATE_NOOP("Shortcuts", "&Stop changing the model")),
    Shortcut(Command.PAUSE, QT_TRANSLATE_NOOP("Shortcuts", "&Pause indexing"), ("Ctrl+P",)),
    Shortcut(Command.HELP, QT_TRANSLATE_NOOP("Shortcuts", "&Keyboard shortcuts"), ("F1", "?")),
    Shortcut(Command.LOG, QT_TRANSLATE_NOOP("Shortcuts", "Show the &log")),
    Shortcut(Command.ABOUT, QT_TRANSLATE_NOOP("Shortcuts", "&About photoclip")),
)

KEYS_OF_VIEWS: tuple[tuple[str, str], ...] = (
    (QT_TRANSLATE_NOOP("Shortcuts", "Open the photo"), "Return"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Back, or end the search"), "Esc"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Previous photo"), "Left"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Next photo"), "Right"),
)
"""Keys that the views handle themselves; listed for the help dialog."""
