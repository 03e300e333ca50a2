"""What a user would not want to see among photos: fixed rules, and the user's own patterns."""

from __future__ import annotations

import fnmatch
import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

_FOLDERS = frozenset(
    name.encode()
    for name in (
        "@eadir",  # Synology thumbnails
        "#recycle",
        "#snapshot",
        "$recycle.bin",
        "system volume information",
        "lost+found",
        "__macosx",
        "node_modules",
        "__pycache__",
        "site-packages",
        "lightroom previews",
    )
)
_FOLDER_ENDINGS = (b".lrdata", b".lrcat-data", b".photoslibrary-journal", b".app")
_FILES = frozenset(name.encode() for name in ("thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r"))

_Match = Callable[[str], object]
_SEPARATOR = os.sep.encode()


class Ignored:
    """Which files and folders below a watched folder are passed over.

    Besides the fixed rules, a pattern names what to pass over, in fnmatch's
    way (`*`, `?`, `[a-z]`) and whatever the case:

    - without "/", every file or folder of that name: `*.tmp`, `Rejects`;
    - with "/", a place below the watched folder: `2019/raw/*`. There `*` stays
      within one name, and a part that is `**` stands for any number of folders;
    - with a "/" at its end, folders only: `raw/`, `2019/*/raw/`.

    Paths are the system's bytes below the watched folder, with its separator.
    """

    def __init__(self, patterns: Iterable[str] = ()) -> None:
        names: dict[bool, list[str]] = {False: [], True: []}
        places: dict[bool, list[Sequence[_Match | None]]] = {False: [], True: []}
        for pattern in map(_plain, patterns):
            parts = [part for part in pattern.split("/") if part]
            for folders in (True,) if pattern.endswith("/") else (True, False):
                if "/" in pattern.rstrip("/"):
                    places[folders].append([None if part == "**" else _match(part) for part in parts])
                elif parts:
                    names[folders].append(parts[0])
        # One expression for all names: a scan asks for each of a million files.
        self._names = {kind: _match(*wanted) if wanted else None for kind, wanted in names.items()}
        self._places = places

    def folder(self, below: bytes) -> bool:
        """Whether a folder is passed over, and with it all that it holds."""
        return skip_folder(below.rpartition(_SEPARATOR)[2]) or self._is_chosen(below, True)

    def file(self, below: bytes) -> bool:
        return skip_file(below.rpartition(_SEPARATOR)[2]) or self._is_chosen(below, False)

    def anywhere(self, below: bytes) -> bool:
        """Whether a file is passed over by its own name or with a folder that it lies in."""
        ends = (at for at, letter in enumerate(below) if letter == _SEPARATOR[0])
        return any(self.folder(below[:end]) for end in ends) or self.file(below)

    def _is_chosen(self, below: bytes, is_folder: bool) -> bool:
        name, places = self._names[is_folder], self._places[is_folder]
        if name is None and not places:
            return False
        parts = _plain(os.fsdecode(below).replace(os.sep, "/")).split("/")
        if name is not None and name(parts[-1]):
            return True
        return any(_leads_to(place, parts) for place in places)


def skip_folder(name: bytes) -> bool:
    """Hidden folders, caches, bins and program folders, by name."""
    lower = name.lower()
    return name.startswith(b".") or lower in _FOLDERS or lower.endswith(_FOLDER_ENDINGS)


def skip_file(name: bytes) -> bool:
    """AppleDouble shadows (`._IMG.jpg`) and the droppings of file managers, by name."""
    return name.startswith((b"._", b".DS_Store")) or name.lower() in _FILES


def _plain(text: str) -> str:
    """One spelling for what looks the same: some systems take names apart into letters and accents."""
    return unicodedata.normalize("NFC", text).casefold()


def _match(*names: str) -> _Match:
    """What tells whether a name is one of these. fnmatch's expressions never go back over a `*`."""
    return re.compile("|".join(map(fnmatch.translate, names))).match


def _leads_to(place: Sequence[_Match | None], parts: Sequence[str]) -> bool:
    """Whether the parts of a path fit a pattern, None standing for `**`; in time of their product."""
    # fits[n]: the parts so far fit the first n of the pattern.
    fits = [True, *(False for _ in place)]
    for n, wanted in enumerate(place):
        fits[n + 1] = fits[n] and wanted is None and n + 1 < len(place)
    for part in parts:
        before, fits = fits, [False]
        for n, wanted in enumerate(place):
            if wanted is None:
                last = n + 1 == len(place)
                fits.append(before[n] or before[n + 1] or (fits[n] and not last))
            else:
                fits.append(before[n] and bool(wanted(part)))
    return fits[-1]
