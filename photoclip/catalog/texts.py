"""What is written on and around photos: their names, folders, tags, albums and captions."""

from __future__ import annotations

import os
from collections.abc import Iterator

from photoclip.catalog.connection import Connection
from photoclip.catalog.folder_names import FolderNames, folder_of
from photoclip.domain.photo_record import KnownNames

_OF_PHOTOS = (
    "SELECT photo_id, label FROM tags ORDER BY photo_id, label",
    "SELECT photo_id, name FROM album_photos JOIN albums ON albums.id = album_id WHERE kind = 'hand' "
    "ORDER BY photo_id, name",
    "SELECT id, caption FROM photos WHERE caption <> ''",
)


def of_photos(connection: Connection) -> list[tuple[int, str]]:
    """As `domain.photo_record.Photos.texts`."""
    names = FolderNames(connection)
    shown: dict[bytes, str] = {}
    found: dict[int, list[str]] = {}
    for photo_id, path in _files(connection):
        folder = folder_of(path)
        if (place := shown.get(folder)) is None:
            place = shown[folder] = "\n".join(names.of(folder))
        found.setdefault(photo_id, []).append(f"{os.fsdecode(path[len(folder) + 1 :])}\n{place}")
    for statement in _OF_PHOTOS:
        for photo_id, text in connection.rows(statement):
            if texts := found.get(photo_id):
                texts.append(text)
    return [(photo_id, "\n".join(texts)) for photo_id, texts in found.items()]


def known(connection: Connection) -> KnownNames:
    """As `domain.photo_record.Photos.names`."""
    names = FolderNames(connection)
    folders = {folder_of(path) for _, path in _files(connection)}
    return KnownNames(
        cameras=_sorted(connection.rows("SELECT DISTINCT camera FROM photos WHERE camera <> ''")),
        lenses=_sorted(connection.rows("SELECT DISTINCT lens FROM photos WHERE lens <> ''")),
        formats=_sorted(connection.rows("SELECT DISTINCT format FROM photos")),
        folders=_sorted((name,) for name in {name for folder in folders for name in names.of(folder)}),
    )


def _files(connection: Connection) -> Iterator[tuple[int, bytes]]:
    """Photo and path of every file in sight, photo by photo."""
    return connection.rows(
        "SELECT photo_id, path FROM files WHERE missing_since IS NULL AND photo_id IS NOT NULL "
        "ORDER BY photo_id"
    )


def _sorted(rows: Iterator[tuple[str]]) -> tuple[str, ...]:
    return tuple(sorted((name for (name,) in rows), key=lambda name: (name.casefold(), name)))
