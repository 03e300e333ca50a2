"""The names of the folders that files are in, as the library shows them."""

from __future__ import annotations

import os
from collections.abc import Iterable

from photoclip.catalog.connection import Connection
from photoclip.domain.folding import folded
from photoclip.domain.paths import below, separator_of


class FolderNames:
    """Names from the watched folder down: where a person keeps it (`/home/anna`) says nothing of a photo."""

    def __init__(self, connection: Connection) -> None:
        roots = [path for (path,) in connection.rows("SELECT path FROM folders")]
        self._roots = sorted(roots, key=len, reverse=True)

    def of(self, folder: bytes) -> list[str]:
        """The names of a folder and those around it, the outermost first."""
        separator = separator_of(folder)
        start = next((_above(root, separator) for root in self._roots if _is_in(folder, root)), b"")
        return [os.fsdecode(name) for name in folder[len(start) :].split(separator) if name]


def folder_of(path: bytes) -> bytes:
    """The folder that a file is in; of a file at the top that is the root without its separator."""
    # Most paths tell by their first byte, and this is asked of every file.
    return path.rpartition(b"/" if path.startswith(b"/") else separator_of(path))[0]


def photos_in(connection: Connection, text: str) -> list[int]:
    """Photos with a file in sight in a folder that is called so, or below one of this path."""
    names, wanted = FolderNames(connection), folded(text.replace("\\", "/"))
    is_path = wanted.startswith("/") or wanted[1:3] == ":/"
    known: dict[bytes, bool] = {}
    found = []
    for photo_id, path in connection.rows(
        "SELECT photo_id, path FROM files WHERE missing_since IS NULL AND photo_id IS NOT NULL"
    ):
        folder = folder_of(path)
        if (matches := known.get(folder)) is None:
            whole = [os.fsdecode(folder.replace(b"\\", b"/"))] if is_path else names.of(folder)
            matches = known[folder] = _matches(whole, wanted, is_path=is_path)
        if matches:
            found.append(photo_id)
    return found


def _matches(names: Iterable[str], wanted: str, *, is_path: bool) -> bool:
    place = folded("/".join(names))
    if is_path:
        return f"{place}/".startswith(f"{wanted.rstrip('/')}/")
    return bool(wanted.strip("/")) and wanted.strip("/") in place


def _is_in(folder: bytes, root: bytes) -> bool:
    return folder == root or folder.startswith(below(root)[0])


def _above(root: bytes, separator: bytes) -> bytes:
    return root.rstrip(separator).rpartition(separator)[0]
