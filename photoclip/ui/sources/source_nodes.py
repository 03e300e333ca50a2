"""The entries of the source list as a tree of plain objects, made from what the worker tells of a library."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote

from PySide6.QtCore import QCoreApplication

from photoclip import paths
from photoclip.domain.browsing import RECENT_DAYS, AlbumInfo, FolderNode, LabelCount, Sources
from photoclip.domain.changes import AlbumKind
from photoclip.domain.query import Arrangement, Filters, Order, Query


class Kind(StrEnum):
    PLACE = "place"
    SECTION = "section"
    HINT = "hint"
    """A quiet line in a section that has nothing else."""
    FOLDER = "folder"
    ALBUM = "album"
    LABEL = "label"
    PROBLEMS = "problems"


ALL, RECENT, FAVOURITES, DUPLICATES, PROBLEMS = "all", "recent", "favourites", "duplicates", "problems"
FOLDERS, ALBUMS, SMART, LABELS = "section:folders", "section:albums", "section:smart", "section:labels"
SECTIONS = (FOLDERS, ALBUMS, SMART, LABELS)


@dataclass(slots=True, eq=False)
class Node:
    """An entry. `key` is plain text that names it for good; `query` is what choosing it asks for."""

    key: str
    kind: Kind
    name: str
    icon: str = ""
    count: int | None = None
    offline: bool = False
    watched: bool = False
    path: bytes = b""
    album: AlbumInfo | None = None
    query: Query | None = None
    arrangement: Arrangement | None = None
    children: list[Node] = field(default_factory=list)
    parent: Node | None = None
    row: int = 0
    serial: int = 0

    def add(self, child: Node) -> Node:
        child.parent, child.row = self, len(self.children)
        self.children.append(child)
        return child

    def shown(self) -> tuple[object, ...]:
        """Everything that a person sees or gets from it; two entries that agree here are the same."""
        return (
            *(self.name, self.icon, self.count, self.offline, self.watched, self.album),
            *(self.query, self.arrangement),
        )

    def become(self, other: Node) -> None:
        self.name, self.icon, self.count = other.name, other.icon, other.count
        self.offline, self.watched, self.album = other.offline, other.watched, other.album
        self.query, self.arrangement = other.query, other.arrangement

    def walk(self) -> Iterator[Node]:
        """Itself and all below it; folders may nest deeper than Python calls do."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += node.children


def folder_key(path: bytes) -> str:
    return f"folder:{quote(path)}"


def album_key(album_id: int) -> str:
    return f"album:{album_id}"


def label_key(label: str) -> str:
    return f"label:{quote(label, errors='replace')}"


def key_of(filters: Filters) -> str:
    """The entry that stands for these filters, the narrowest first; empty where there is none."""
    for key, given in (
        (album_key(filters.smart or 0), filters.smart is not None),
        (album_key(filters.album or 0), filters.album is not None),
        ("", filters.duplicates_of is not None or filters.burst_of is not None),
        (folder_key(filters.folder), bool(filters.folder)),
        (label_key(filters.label), bool(filters.label)),
        (FAVOURITES, filters.favourite),
        (DUPLICATES, filters.duplicates),
        (RECENT, bool(filters.added_days)),
    ):
        if given:
            return key
    return ALL


def folder_name(path: bytes) -> str:
    """The last part of a path, or all of it at the root of a drive."""
    return paths.display(os.fsencode(Path(os.fsdecode(path)).name)) or paths.display(path)


def tree(sources: Sources | None) -> Node:
    """The root over everything that the list shows; None while the library has not been read."""
    root = Node("", Kind.SECTION, "")
    if sources is None:
        _add_frame(root)
        return root
    for node in _places(sources):
        root.add(node)
    _add_folders(root.add(_section(FOLDERS)), sources.folders)
    _add_albums(root.add(_section(ALBUMS)), root.add(_section(SMART)), sources.albums)
    _add_labels(root.add(_section(LABELS)), sources.labels)
    for section in root.children[-len(SECTIONS) :]:
        if not section.children:
            section.add(Node(f"hint:{section.key}", Kind.HINT, _hint(section.key)))
    if sources.problems:
        name = QCoreApplication.translate("Sources", "Problems")
        root.add(Node(PROBLEMS, Kind.PROBLEMS, name, "warning", sources.problems))
    return root


def _add_frame(root: Node) -> None:
    """What is there in every library, without numbers: a 0 that soon is another one would be a lie."""
    for node in _places(Sources()):
        node.count = None
        root.add(node)
    for key in SECTIONS:
        root.add(_section(key))


def place_name(key: str) -> str:
    return {
        ALL: QCoreApplication.translate("Sources", "All photos"),
        RECENT: QCoreApplication.translate("Sources", "Recently added"),
        FAVOURITES: QCoreApplication.translate("Sources", "Favourites"),
        DUPLICATES: QCoreApplication.translate("Sources", "Duplicates"),
    }[key]


def _places(sources: Sources) -> Iterator[Node]:
    for key, icon, count, filters in (
        (ALL, "photo", sources.photos, Filters()),
        (RECENT, "clock", sources.recent, Filters(added_days=RECENT_DAYS)),
        (FAVOURITES, "heart", sources.favourites, Filters(favourite=True)),
        (DUPLICATES, "duplicates", None, Filters(duplicates=True)),
    ):
        yield Node(key, Kind.PLACE, place_name(key), icon, count, query=Query(filters=filters))


def _section(key: str) -> Node:
    names = {
        FOLDERS: QCoreApplication.translate("Sources", "Folders"),
        ALBUMS: QCoreApplication.translate("Sources", "Albums"),
        SMART: QCoreApplication.translate("Sources", "Smart albums"),
        LABELS: QCoreApplication.translate("Sources", "Labels"),
    }
    return Node(key, Kind.SECTION, names[key])


def _hint(section: str) -> str:
    return {
        FOLDERS: QCoreApplication.translate("Sources", "No folders yet: + adds one"),
        ALBUMS: QCoreApplication.translate("Sources", "No albums yet: + makes one"),
        SMART: QCoreApplication.translate("Sources", "None yet: + keeps a search"),
        LABELS: QCoreApplication.translate("Sources", "Tags of your photos come here"),
    }[section]


def _add_folders(section: Node, folders: Sequence[FolderNode]) -> None:
    waiting = [(section, folders)]
    known: set[bytes] = set()
    while waiting:
        parent, children = waiting.pop()
        for folder in children:
            if folder.path not in known:
                known.add(folder.path)
                waiting.append((parent.add(_folder(folder)), folder.children))


def _folder(folder: FolderNode) -> Node:
    return Node(
        folder_key(folder.path),
        Kind.FOLDER,
        paths.display(os.fsencode(folder.name)) or folder_name(folder.path),
        "folder",
        folder.photos,
        folder.offline,
        folder.watched,
        folder.path,
        query=Query(filters=Filters(folder=folder.path)),
    )


def _add_albums(by_hand: Node, smart: Node, albums: Sequence[AlbumInfo]) -> None:
    """Smart albums of the top have a section of their own; in a group they stand with the others."""
    groups: dict[int, Node] = {}
    known: set[int] = set()
    for album in albums:
        if album.album_id in known:
            continue
        known.add(album.album_id)
        top = smart if album.kind is AlbumKind.SMART else by_hand
        node = groups.get(album.parent or 0, top).add(_album(album))
        if album.kind is AlbumKind.GROUP:
            groups[album.album_id] = node


def _album(album: AlbumInfo) -> Node:
    icons = {AlbumKind.HAND: "album", AlbumKind.SMART: "smart-album", AlbumKind.GROUP: "group"}
    node = Node(album_key(album.album_id), Kind.ALBUM, plain(album.name), icons[album.kind], album.photos)
    node.album = album
    if album.kind is AlbumKind.HAND:
        node.query = Query(filters=Filters(album=album.album_id))
        node.arrangement = Arrangement(order=Order.ALBUM)
    elif album.kind is AlbumKind.SMART:
        node.query = Query(filters=Filters(smart=album.album_id))
        node.arrangement = album.arrangement
    return node


def _add_labels(section: Node, labels: Sequence[LabelCount]) -> None:
    known: set[str] = set()
    for count in labels:
        if (key := label_key(count.label)) not in known:
            known.add(key)
            query = Query(filters=Filters(label=count.label))
            node = Node(key, Kind.LABEL, plain(count.label), "label", count.photos, query=query)
            section.add(node)


def plain(text: str) -> str:
    """Text of unknown origin in one line: characters that steer or hide text are left out."""
    return "".join(c if c.isprintable() else " " for c in text.encode("utf-8", "replace").decode("utf-8"))
