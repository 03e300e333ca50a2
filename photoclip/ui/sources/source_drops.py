"""What it means to drop photos or an album at a place of the source list."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QCoreApplication, QMimeData

from photoclip.domain.browsing import AlbumInfo, Sources
from photoclip.domain.changes import AddToAlbum, AlbumKind, Change, MarkPhotos, MoveAlbum, TagPhotos
from photoclip.ui.grid.drag import PHOTOS_TYPE, photo_ids
from photoclip.ui.sources.source_nodes import ALBUMS, FAVOURITES, SMART, Kind, Node

ALBUM_MIME = "application/x-photoclip-album"
TYPES = (PHOTOS_TYPE, ALBUM_MIME)


@dataclass(frozen=True, slots=True)
class NewAlbum:
    """Photos for an album that has to be given a name first."""

    photo_ids: tuple[int, ...]
    parent: int | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A change, and its name for undo."""

    change: Change
    text: str


def carry(node: Node) -> QMimeData:
    data = QMimeData()
    if node.album is not None:
        data.setData(ALBUM_MIME, QByteArray(str(node.album.album_id).encode()))
    return data


def meaning(node: Node, row: int, data: QMimeData, sources: Sources) -> NewAlbum | Wanted | None:
    """What a drop on `node` (row -1), or before its child `row`, asks for; None where it is not allowed."""
    if ids := tuple(dict.fromkeys(photo_ids(data))):
        return _of_photos(node, row, ids)
    moved = _album(data, sources)
    return _of_album(node, row, moved, sources) if moved is not None else None


def _of_photos(node: Node, row: int, ids: tuple[int, ...]) -> NewAlbum | Wanted | None:
    album = node.album
    if node.parent is None or node.key == ALBUMS or node.key == f"hint:{ALBUMS}":
        # Below the last row, or among the albums: there is room for a new one.
        return NewAlbum(ids, None) if node.parent is not None or row == -1 else None
    if album is not None and album.kind is AlbumKind.GROUP:
        return NewAlbum(ids, album.album_id)
    if row != -1:
        return None
    if album is not None and album.kind is AlbumKind.HAND:
        text = QCoreApplication.translate("Sources", "Add to album")
        return Wanted(AddToAlbum(album.album_id, ids), text)
    if node.key == FAVOURITES:
        return Wanted(
            MarkPhotos(ids, favourite=True), QCoreApplication.translate("Sources", "Mark as favourite")
        )
    if node.kind is Kind.LABEL and node.query is not None:
        text = QCoreApplication.translate("Sources", "Add tag")
        return Wanted(TagPhotos(ids, node.query.filters.label), text)
    return None


def _album(data: QMimeData, sources: Sources) -> AlbumInfo | None:
    raw = bytes(data.data(ALBUM_MIME).data())[:20]
    return next((album for album in sources.albums if str(album.album_id).encode() == raw), None)


def _of_album(node: Node, row: int, moved: AlbumInfo, sources: Sources) -> Wanted | None:
    target = node.album
    if target is not None and target.kind is AlbumKind.GROUP:
        if _within(target, moved, sources):
            return None
        parent: int | None = target.album_id
    elif node.key in (ALBUMS, SMART):
        if row != -1 and (moved.kind is AlbumKind.SMART) != (node.key == SMART):
            return None
        parent = None
    else:
        return None
    before = _album_at(node, row)
    if before is not None and before.album_id == moved.album_id:
        return None
    return move(moved, parent, before, sources)


def _album_at(node: Node, row: int) -> AlbumInfo | None:
    return node.children[row].album if 0 <= row < len(node.children) else None


def move(moved: AlbumInfo, parent: int | None, before: AlbumInfo | None, sources: Sources) -> Wanted:
    """Put an album before one of its new siblings, or at their end."""
    siblings = [album.album_id for album in sources.albums if album.parent == parent]
    place = siblings.index(before.album_id) if before is not None else -1
    text = (
        QCoreApplication.translate("Sources", "Move group")
        if moved.kind is AlbumKind.GROUP
        else QCoreApplication.translate("Sources", "Move album")
    )
    return Wanted(MoveAlbum(moved.album_id, parent, place), text)


def _within(group: AlbumInfo, moved: AlbumInfo, sources: Sources) -> bool:
    """Whether a group is what is moved, or lies in it."""
    parents = {album.album_id: album.parent for album in sources.albums}
    at: int | None = group.album_id
    for _ in parents:
        if at == moved.album_id:
            return True
        at = parents.get(at) if at is not None else None
    return False
