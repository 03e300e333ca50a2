"""What the menus hold: the one table that the menu bar and the lists of shortcuts are made of."""

from __future__ import annotations

from photoclip.ui.actions.shortcuts import QT_TRANSLATE_NOOP, Command

Entries = tuple[Command | None, ...]
"""None is a line between commands."""

STARS: Entries = (
    Command.RATE_0,
    Command.RATE_1,
    Command.RATE_2,
    Command.RATE_3,
    Command.RATE_4,
    Command.RATE_5,
)
OF_ALBUM: Entries = (Command.REMOVE_FROM_ALBUM, Command.SET_COVER)
OF_SMART: Entries = (Command.ALWAYS_KEEP, Command.NEVER_SHOW, Command.NO_DECISION)
OF_GRID: Entries = (Command.SELECT_ALL, Command.SELECT_NONE, Command.INVERT)
OF_RANKED: Entries = (Command.LIKE, Command.DISLIKE)
OF_PHOTO: Entries = (
    Command.OPEN,
    Command.SIMILAR,
    Command.PART,
    *OF_RANKED,
    Command.WHY,
    Command.DUPLICATES_OF,
    None,
    Command.OPEN_OUTSIDE,
    Command.SHOW_IN_FOLDER,
    None,
    Command.FAVOURITE,
    *STARS,
    Command.ADD_TAG,
)
VIEW = QT_TRANSLATE_NOOP("menus", "&View")

MENUS: dict[str, Entries] = {
    QT_TRANSLATE_NOOP("menus", "&File"): (
        Command.ADD_FOLDER,
        Command.RESCAN,
        None,
        Command.EXPORT,
        None,
        Command.PREFERENCES,
        None,
        Command.QUIT,
    ),
    QT_TRANSLATE_NOOP("menus", "&Edit"): (
        Command.UNDO,
        Command.REDO,
        None,
        Command.COPY,
        Command.COPY_IMAGE,
        Command.COPY_PATH,
        Command.PASTE,
        None,
        *OF_GRID,
    ),
    QT_TRANSLATE_NOOP("menus", "&Photo"): (*OF_PHOTO, None, Command.TRASH),
    QT_TRANSLATE_NOOP("menus", "&Album"): (
        Command.NEW_ALBUM,
        Command.NEW_SMART_ALBUM,
        Command.NEW_GROUP,
        None,
        Command.ADD_TO_ALBUM,
        *OF_ALBUM,
        None,
        *OF_SMART,
    ),
    VIEW: (
        Command.LARGER,
        Command.SMALLER,
        Command.USUAL_SIZE,
        Command.CROP,
        Command.COLLAPSE,
        None,
        Command.SHOW_SOURCES,
        Command.SHOW_INSPECTOR,
        Command.NEXT_PART,
        None,
        Command.FULL_SCREEN,
        Command.SLIDESHOW,
    ),
    QT_TRANSLATE_NOOP("menus", "&Go"): (
        Command.SEARCH,
        Command.SYNTAX,
        Command.BACK,
        None,
        Command.ALL_PHOTOS,
        Command.DUPLICATES,
        Command.PROBLEMS,
    ),
    QT_TRANSLATE_NOOP("menus", "&Library"): (
        Command.FOLDERS,
        None,
        Command.MODEL,
        Command.KEEP_MODEL,
        Command.COMPARE_MODELS,
        None,
        Command.PAUSE,
    ),
    QT_TRANSLATE_NOOP("menus", "&Help"): (Command.HELP, Command.LOG, None, Command.ABOUT),
}
"""Every command, by the title of its menu."""
