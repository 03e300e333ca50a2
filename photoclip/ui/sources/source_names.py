"""What albums, folders and photos are called, as far as the window has been told."""

from __future__ import annotations

import os
from collections import OrderedDict
from pathlib import PurePath

from PySide6.QtCore import QObject, Signal, Slot

from photoclip import paths
from photoclip.domain.browsing import AlbumInfo, Sources
from photoclip.domain.changes import AlbumKind
from photoclip.worker.messages import SourcesLoaded

_PHOTOS_KEPT = 500


class SourceNames(QObject):
    """Knows the last `Sources`, and the names of photos that were asked about."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sources = Sources()
        self._told = False
        self._albums: dict[int, AlbumInfo] = {}
        self._pictures: dict[str, str] = {}
        self._photos: OrderedDict[int, str] = OrderedDict()

    @Slot(object)
    def take_sources(self, loaded: SourcesLoaded) -> None:
        self.sources = loaded.sources
        self._told = True
        self._albums = {album.album_id: album for album in loaded.sources.albums}
        self.changed.emit()

    def remember_photo(self, photo_id: int, name: str) -> None:
        self._photos[photo_id] = name
        self._photos.move_to_end(photo_id)
        if len(self._photos) > _PHOTOS_KEPT:
            self._photos.popitem(last=False)

    def photo(self, photo_id: int) -> str:
        return self._photos.get(photo_id) or self.tr("this photo")

    def remember_picture(self, path: str, name: str) -> None:
        self._pictures[path] = name

    def picture(self, path: str) -> str:
        """The name of a picture file, which may be one of the window's own making."""
        return self._pictures.get(path) or paths.display(os.fsencode(PurePath(path).name))

    def album(self, album_id: int) -> str:
        """An album's name, with the groups that it is in before it."""
        if not self._told:
            return "…"
        names: list[str] = []
        at: int | None = album_id
        while at is not None and at in self._albums and len(names) < len(self._albums):
            names.append(self._albums[at].name)
            at = self._albums[at].parent
        return " / ".join(reversed(names)) or self.tr("an album that is gone")

    def has_album(self, album_id: int) -> bool:
        return album_id in self._albums

    def ranks(self, album_id: int | None) -> bool:
        """Whether it is a smart album whose photos have a relevance."""
        album = None if album_id is None else self._albums.get(album_id)
        return album is not None and album.query is not None and album.query.ranks

    def albums_by_hand(self) -> list[int]:
        return [key for key, album in self._albums.items() if album.kind is AlbumKind.HAND]

    def labels(self) -> list[str]:
        return [label.label for label in self.sources.labels]

    def folder(self, path: bytes) -> str:
        """The last part of a folder's path, fit to be shown."""
        name = PurePath(os.fsdecode(path)).name
        return paths.display(os.fsencode(name) if name else path)
