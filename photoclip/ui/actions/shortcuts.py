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
    NEW_ALBUM = "new-album"
    NEW_SMART_ALBUM = "new-smart-album"
    NEW_GROUP = "new-group"
    EXPORT = "export"
    PREFERENCES = "preferences"
    QUIT = "quit"
    UNDO = "undo"
    REDO = "redo"
    COPY = "copy"
    COPY_IMAGE = "copy-image"
    COPY_PATH = "copy-path"
    PASTE = "paste"
    SELECT_ALL = "select-all"
    SELECT_NONE = "select-none"
    INVERT = "invert"
    OPEN = "open"
    SIMILAR = "similar"
    PART = "part"
    WHY = "why"
    LIKE = "like"
    DISLIKE = "dislike"
    DUPLICATES_OF = "duplicates-of"
    OPEN_OUTSIDE = "open-outside"
    SHOW_IN_FOLDER = "show-in-folder"
    FAVOURITE = "favourite"
    RATE_0 = "rate-0"
    RATE_1 = "rate-1"
    RATE_2 = "rate-2"
    RATE_3 = "rate-3"
    RATE_4 = "rate-4"
    RATE_5 = "rate-5"
    ADD_TO_ALBUM = "add-to-album"
    REMOVE_FROM_ALBUM = "remove-from-album"
    SET_COVER = "set-cover"
    ALWAYS_KEEP = "always-keep"
    NEVER_SHOW = "never-show"
    NO_DECISION = "no-decision"
    ADD_TAG = "add-tag"
    TRASH = "trash"
    SEARCH = "search"
    SYNTAX = "syntax"
    BACK = "back"
    NEXT_PART = "next-part"
    ALL_PHOTOS = "all-photos"
    LARGER = "larger"
    SMALLER = "smaller"
    USUAL_SIZE = "usual-size"
    CROP = "crop"
    COLLAPSE = "collapse"
    SHOW_SOURCES = "show-sources"
    SHOW_INSPECTOR = "show-inspector"
    FULL_SCREEN = "full-screen"
    SLIDESHOW = "slideshow"
    DUPLICATES = "duplicates"
    PROBLEMS = "problems"
    FOLDERS = "folders"
    MODEL = "model"
    KEEP_MODEL = "keep-model"
    COMPARE_MODELS = "compare-models"
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
    Shortcut(Command.NEW_ALBUM, QT_TRANSLATE_NOOP("Shortcuts", "New &album…"), ("Ctrl+Shift+N",), "album"),
    Shortcut(
        Command.NEW_SMART_ALBUM,
        QT_TRANSLATE_NOOP("Shortcuts", "New &smart album from this view…"),
        ("Ctrl+Alt+N",),
        "smart-album",
    ),
    Shortcut(Command.NEW_GROUP, QT_TRANSLATE_NOOP("Shortcuts", "New &group of albums…")),
    Shortcut(Command.EXPORT, QT_TRANSLATE_NOOP("Shortcuts", "&Export copies…"), ("Ctrl+Shift+E",), "export"),
    Shortcut(Command.PREFERENCES, QT_TRANSLATE_NOOP("Shortcuts", "&Preferences…"), ("Ctrl+,",), "settings"),
    Shortcut(Command.QUIT, QT_TRANSLATE_NOOP("Shortcuts", "&Quit"), ("Ctrl+Q",)),
    Shortcut(Command.UNDO, QT_TRANSLATE_NOOP("Shortcuts", "&Undo"), ("Ctrl+Z",), "undo"),
    Shortcut(
        Command.REDO,
        QT_TRANSLATE_NOOP("Shortcuts", "&Redo"),
        (
            "Ctrl+Shift+Z",
            "Ctrl+Y",
        ),
        "redo",
    ),
    Shortcut(Command.COPY, QT_TRANSLATE_NOOP("Shortcuts", "&Copy"), ("Ctrl+C",)),
    Shortcut(Command.COPY_IMAGE, QT_TRANSLATE_NOOP("Shortcuts", "Copy p&icture")),
    Shortcut(Command.COPY_PATH, QT_TRANSLATE_NOOP("Shortcuts", "Copy &path"), ("Ctrl+Shift+C",)),
    Shortcut(
        Command.PASTE, QT_TRANSLATE_NOOP("Shortcuts", "&Search by the picture in the clipboard"), ("Ctrl+V",)
    ),
    Shortcut(Command.SELECT_ALL, QT_TRANSLATE_NOOP("Shortcuts", "Select &all"), ("Ctrl+A",)),
    Shortcut(Command.SELECT_NONE, QT_TRANSLATE_NOOP("Shortcuts", "Select &none"), ("Ctrl+Shift+A",)),
    Shortcut(Command.INVERT, QT_TRANSLATE_NOOP("Shortcuts", "In&vert the selection")),
    Shortcut(Command.OPEN, QT_TRANSLATE_NOOP("Shortcuts", "&Open")),
    Shortcut(Command.SIMILAR, QT_TRANSLATE_NOOP("Shortcuts", "&Find similar"), ("Ctrl+E",), "similar"),
    Shortcut(Command.PART, QT_TRANSLATE_NOOP("Shortcuts", "Find by &a part…"), ("Ctrl+D",), "part"),
    Shortcut(Command.LIKE, QT_TRANSLATE_NOOP("Shortcuts", "More li&ke this"), ("Alt+Up",), "thumb-up"),
    Shortcut(Command.DISLIKE, QT_TRANSLATE_NOOP("Shortcuts", "&Less like this"), ("Alt+Down",), "thumb-down"),
    Shortcut(Command.WHY, QT_TRANSLATE_NOOP("Shortcuts", "&Why is this photo here?"), ("Ctrl+J",), "why"),
    Shortcut(Command.DUPLICATES_OF, QT_TRANSLATE_NOOP("Shortcuts", "Show its du&plicates")),
    Shortcut(
        Command.OPEN_OUTSIDE, QT_TRANSLATE_NOOP("Shortcuts", "Open in &default program"), ("Ctrl+O",), "open"
    ),
    Shortcut(
        Command.SHOW_IN_FOLDER, QT_TRANSLATE_NOOP("Shortcuts", "Show in file &manager"), ("Ctrl+R",), "folder"
    ),
    Shortcut(Command.FAVOURITE, QT_TRANSLATE_NOOP("Shortcuts", "Favo&urite"), (".",), "heart"),
    Shortcut(Command.RATE_0, QT_TRANSLATE_NOOP("Shortcuts", "&No stars"), ("0",)),
    Shortcut(Command.RATE_1, QT_TRANSLATE_NOOP("Shortcuts", "&1 star"), ("1",)),
    Shortcut(Command.RATE_2, QT_TRANSLATE_NOOP("Shortcuts", "&2 stars"), ("2",)),
    Shortcut(Command.RATE_3, QT_TRANSLATE_NOOP("Shortcuts", "&3 stars"), ("3",)),
    Shortcut(Command.RATE_4, QT_TRANSLATE_NOOP("Shortcuts", "&4 stars"), ("4",)),
    Shortcut(Command.RATE_5, QT_TRANSLATE_NOOP("Shortcuts", "&5 stars"), ("5",)),
    Shortcut(Command.ADD_TO_ALBUM, QT_TRANSLATE_NOOP("Shortcuts", "Add to a&lbum…"), ("Ctrl+L",), "album"),
    Shortcut(
        Command.REMOVE_FROM_ALBUM,
        QT_TRANSLATE_NOOP("Shortcuts", "&Remove from this album"),
        ("Ctrl+Backspace",),
    ),
    Shortcut(Command.SET_COVER, QT_TRANSLATE_NOOP("Shortcuts", "Use as &cover of this album")),
    Shortcut(Command.ALWAYS_KEEP, QT_TRANSLATE_NOOP("Shortcuts", "Always &keep in this smart album")),
    Shortcut(Command.NEVER_SHOW, QT_TRANSLATE_NOOP("Shortcuts", "Ne&ver show in this smart album")),
    Shortcut(Command.NO_DECISION, QT_TRANSLATE_NOOP("Shortcuts", "Leave to the smar&t album")),
    Shortcut(Command.ADD_TAG, QT_TRANSLATE_NOOP("Shortcuts", "Add &tag…"), ("Ctrl+G",), "label"),
    Shortcut(Command.TRASH, QT_TRANSLATE_NOOP("Shortcuts", "Move to the &bin…"), ("Del",), "bin"),
    Shortcut(Command.SEARCH, QT_TRANSLATE_NOOP("Shortcuts", "&Search"), ("Ctrl+F",), "search"),
    Shortcut(Command.SYNTAX, QT_TRANSLATE_NOOP("Shortcuts", "&What can be typed"), ("Shift+F1",), "question"),
    Shortcut(Command.BACK, QT_TRANSLATE_NOOP("Shortcuts", "&Back"), ("Alt+Left",), "back"),
    Shortcut(Command.NEXT_PART, QT_TRANSLATE_NOOP("Shortcuts", "&Next part of the window"), ("F6",)),
    Shortcut(Command.ALL_PHOTOS, QT_TRANSLATE_NOOP("Shortcuts", "Show &all photos"), ("Alt+Home",)),
    Shortcut(
        Command.LARGER,
        QT_TRANSLATE_NOOP("Shortcuts", "&Larger tiles"),
        (
            "Ctrl++",
            "Ctrl+=",
        ),
    ),
    Shortcut(Command.SMALLER, QT_TRANSLATE_NOOP("Shortcuts", "S&maller tiles"), ("Ctrl+-",)),
    Shortcut(Command.USUAL_SIZE, QT_TRANSLATE_NOOP("Shortcuts", "&Usual tile size"), ("Ctrl+0",)),
    Shortcut(Command.CROP, QT_TRANSLATE_NOOP("Shortcuts", "&Fill square tiles"), ("Ctrl+T",)),
    Shortcut(
        Command.COLLAPSE,
        QT_TRANSLATE_NOOP("Shortcuts", "&Best shot of each burst only"),
        ("Ctrl+B",),
        "burst",
    ),
    Shortcut(
        Command.SHOW_SOURCES, QT_TRANSLATE_NOOP("Shortcuts", "Show the s&ource list"), ("F9",), "sidebar"
    ),
    Shortcut(
        Command.SHOW_INSPECTOR, QT_TRANSLATE_NOOP("Shortcuts", "Show the &inspector"), ("Ctrl+I",), "info"
    ),
    Shortcut(Command.FULL_SCREEN, QT_TRANSLATE_NOOP("Shortcuts", "Full &screen"), ("F11",)),
    Shortcut(Command.SLIDESHOW, QT_TRANSLATE_NOOP("Shortcuts", "Sli&deshow"), ("Shift+F11",), "play"),
    Shortcut(
        Command.DUPLICATES, QT_TRANSLATE_NOOP("Shortcuts", "&Duplicates"), ("Ctrl+Shift+D",), "duplicates"
    ),
    Shortcut(Command.PROBLEMS, QT_TRANSLATE_NOOP("Shortcuts", "&Problems"), ("Ctrl+Shift+P",), "warning"),
    Shortcut(Command.FOLDERS, QT_TRANSLATE_NOOP("Shortcuts", "&Folders…"), ("Ctrl+Shift+F",)),
    Shortcut(Command.MODEL, QT_TRANSLATE_NOOP("Shortcuts", "&Model…"), ("Ctrl+Shift+M",)),
    Shortcut(Command.KEEP_MODEL, QT_TRANSLATE_NOOP("Shortcuts", "&Stop changing the model")),
    Shortcut(Command.COMPARE_MODELS, QT_TRANSLATE_NOOP("Shortcuts", "&Compare models…")),
    Shortcut(Command.PAUSE, QT_TRANSLATE_NOOP("Shortcuts", "&Pause indexing"), ("Ctrl+P",)),
    Shortcut(
        Command.HELP,
        QT_TRANSLATE_NOOP("Shortcuts", "&Keyboard shortcuts"),
        (
            "F1",
            "?",
        ),
    ),
    Shortcut(Command.LOG, QT_TRANSLATE_NOOP("Shortcuts", "Show the &log")),
    Shortcut(Command.ABOUT, QT_TRANSLATE_NOOP("Shortcuts", "&About photoclip")),
)

KEYS_OF_VIEWS: tuple[tuple[str, str], ...] = (
    (QT_TRANSLATE_NOOP("Shortcuts", "Open the photo"), "Return"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Back, or end the search"), "Esc"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Previous photo"), "Left"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Next photo"), "Right"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Choose more photos"), "Shift+Right"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Choose the photo, or not"), "Ctrl+Space"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Album: move the photos back"), "Ctrl+Shift+Left"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Album: move the photos on"), "Ctrl+Shift+Right"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Viewer: first photo"), "Home"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Viewer: last photo"), "End"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Viewer: the whole photo, or 100 %"), "Z"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Viewer: zoom in"), "+"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Viewer: zoom out"), "-"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Viewer: turn the view to the right"), "R"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Viewer: turn the view to the left"), "Shift+R"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Viewer: full screen"), "F"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Viewer: about this photo"), "I"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Viewer: filmstrip"), "T"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Viewer: next photo, or pause the slideshow"), "Space"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Part of a photo: move the box"), "Right"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Part of a photo: size the box"), "Shift+Right"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Part of a photo: search for it"), "Return"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Sources: rename an album"), "F2"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Sources: delete an album"), "Del"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Sources: a new one of this kind"), "Ins"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Problems: open the file"), "Return"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Problems: try again"), "Ctrl+Return"),
    (QT_TRANSLATE_NOOP("Shortcuts", "Problems: ignore"), "Del"),
)
"""Keys that the views handle themselves; listed for the help dialog."""
