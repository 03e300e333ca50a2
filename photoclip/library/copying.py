"""Copies of photos and albums in a folder outside of the library."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from photoclip import paths, storage
from photoclip.domain.browsing import AlbumInfo, FilePlace
from photoclip.domain.catalog import Catalog
from photoclip.domain.changes import AlbumKind
from photoclip.domain.errands import CopyOptions, ExportAlbum, Exported, ExportPhotos, Outcome
from photoclip.domain.pipeline import PhotoCopier
from photoclip.errors import BadInput, StorageFault

_NOT_IN_NAMES = '<>:"/\\|?*'
_MOST_BYTES = 200
"""Of a folder's name: file systems take 255, and a number may have to follow."""
_RESERVED = {"con", "prn", "aux", "nul", *(f"{kind}{n}" for kind in ("com", "lpt") for n in range(10))}
PhotosOf = Callable[[int], Sequence[int]]
"""The photos of an album, by hand or smart, in order."""


@dataclass(frozen=True, slots=True)
class _Folder:
    """What goes into one folder, by its name inside `folder`; "" for `folder` itself."""

    name: str
    photo_ids: Sequence[int]
    children: Sequence[_Folder] = ()

    def count(self) -> int:
        return len(self.photo_ids) + sum(child.count() for child in self.children)


class Exporting:
    """Copies photos into a folder, and albums into folders of their names."""

    def __init__(
        self,
        catalog: Catalog,
        copier: PhotoCopier,
        errand: ExportPhotos | ExportAlbum,
        photos_of: PhotosOf,
    ) -> None:
        self._catalog = catalog
        self._copier = copier
        self._errand = errand
        self._photos_of = photos_of
        self._copies = 0
        self._done = 0
        self._total = 0
        self._place = os.fsencode(errand.folder)
        self._faults: list[str] = []

    def steps(self) -> Iterator[tuple[int, int]]:
        yield 0, 0
        try:
            if not os.path.isdir(self._place):
                raise StorageFault(f"{paths.display(self._place)} is not there; choose another folder.")
            tree = self._tree()
            self._total = tree.count()
            if tree.name:
                self._place = _made(self._place, tree.name)
            yield from self._fill(self._place, tree)
        except (StorageFault, BadInput) as fault:
            # The target takes no more, so each further photo would fail alike.
            self._faults.append(str(fault))
            if left := self._total - self._done:
                self._faults.append(f"Photos that were not copied: {left:,}.")
        yield self._done, self._total

    def outcome(self, *, cancelled: bool = False) -> Outcome:
        return Outcome(Exported(self._copies, os.fsdecode(self._place)), tuple(self._faults), cancelled)

    def _tree(self) -> _Folder:
        errand = self._errand
        if isinstance(errand, ExportPhotos):
            return _Folder("", tuple(dict.fromkeys(errand.photo_ids)))
        albums = self._catalog.albums.all()
        for album in albums:
            if album.album_id == errand.album_id:
                return self._branch(album, albums)
        raise BadInput("This album is not there any more; choose another one.")

    def _branch(self, album: AlbumInfo, albums: Sequence[AlbumInfo]) -> _Folder:
        name = safe_name(album.name)
        if album.kind is not AlbumKind.GROUP:
            return _Folder(name, self._photos_of(album.album_id))
        inside = [other for other in albums if other.parent == album.album_id]
        return _Folder(name, (), [self._branch(child, albums) for child in inside])

    def _fill(self, place: bytes, folder: _Folder) -> Iterator[tuple[int, int]]:
        for photo_id in folder.photo_ids:
            yield self._done, self._total
            self._copy(photo_id, place)
            self._done += 1
        for child in folder.children:
            yield from self._fill(_made(place, child.name), child)

    def _copy(self, photo_id: int, folder: bytes) -> None:
        places = self._catalog.files.places_of([photo_id]).get(photo_id, [])
        fault = _why_not(places)
        for place in places:
            if place.offline:
                continue
            try:
                self._copier.copy(place.path, folder, self._options())
            except BadInput as refused:
                fault = str(refused)  # another file of it may do
            else:
                self._copies += 1
                return
        self._faults.append(fault)

    def _options(self) -> CopyOptions:
        return self._errand.options


def safe_name(name: str) -> str:
    """An album's name as that of a folder that every system can have."""
    kept = "".join(" " if c in _NOT_IN_NAMES or not c.isprintable() else c for c in name)
    short = " ".join(kept.split()).encode("utf-8", "replace")[:_MOST_BYTES].decode("utf-8", "ignore")
    tidy = short.strip(" .")
    if not tidy:
        return "album"
    stem, dot, rest = tidy.partition(".")
    # Windows looks at what stands before the first dot.
    return f"{stem}_{dot}{rest}" if stem.strip().lower() in _RESERVED else tidy


def _made(folder: bytes, name: str) -> bytes:
    """A new folder of this name, with a number where it is taken."""
    number = 1
    while True:
        place = os.path.join(folder, os.fsencode(name if number == 1 else f"{name} ({number})"))
        try:
            Path(os.fsdecode(place)).mkdir()
        except FileExistsError:
            number += 1
        except OSError as fault:
            raise StorageFault(
                f"The folder {paths.display(place)} cannot be made ({fault.strerror}); "
                f"{storage.remedy(fault)}."
            ) from fault
        else:
            return place


def _why_not(places: Sequence[FilePlace]) -> str:
    if not places:
        return "A photo is not in the library any more and was not copied."
    return f"{paths.display(places[0].path)} is on a drive that is away; connect it and copy it again."
