"""What the window shows of a library beside the photos: its sources, facts of photos, problems."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from photoclip.domain.changes import AlbumKind
from photoclip.domain.photos import PhotoDetails, PhotoRow, ProblemKind
from photoclip.domain.query import Arrangement, Query


@dataclass(frozen=True, slots=True)
class FolderNode:
    """A folder with photos at or below it. `photos` counts all of them; `offline` that its drive is away."""

    path: bytes
    name: str
    photos: int
    offline: bool = False
    watched: bool = False
    """One that the user pointed at; only the top ones are."""
    children: Sequence[FolderNode] = ()


@dataclass(frozen=True, slots=True)
class AlbumInfo:
    """An album or a group, by its place among its siblings.

    `photos` is None for what is not counted: groups and smart albums.
    `cover` is a photo id (the chosen one, else the first), None where there is
    none. `query` and `arrangement` are those of a smart album.
    """

    album_id: int
    name: str
    kind: AlbumKind
    parent: int | None = None
    photos: int | None = None
    cover: int | None = None
    query: Query | None = None
    arrangement: Arrangement = Arrangement()


@dataclass(frozen=True, slots=True)
class Tag:
    """A label on a photo.

    `source` says by whom: "person", or the label list and model that gave it
    with `score`. `made_at` is in seconds since 1970.
    """

    label: str
    source: str
    score: float | None
    made_at: float


@dataclass(frozen=True, slots=True)
class LabelCount:
    label: str
    photos: int


@dataclass(frozen=True, slots=True)
class Sources:
    """What the source list shows. `recent` counts photos of the last `RECENT_DAYS` days."""

    photos: int = 0
    recent: int = 0
    favourites: int = 0
    problems: int = 0
    folders: Sequence[FolderNode] = ()
    albums: Sequence[AlbumInfo] = ()
    """Groups and albums, parents before what is in them, siblings in order."""
    labels: Sequence[LabelCount] = ()


RECENT_DAYS = 30


@dataclass(frozen=True, slots=True)
class FilePlace:
    """One of the files of a photo. `size` in bytes; `problem` is the reason why it cannot be read, or ""."""

    path: bytes
    size: int
    mtime_ns: int
    offline: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """All that is known of one photo. `albums` are ids and names of albums by hand.

    `place` is the name of the place where it was taken, or "" where none is close to its coordinates.
    """

    photo: PhotoRow
    details: PhotoDetails
    files: Sequence[FilePlace]
    tags: Sequence[Tag]
    albums: Sequence[tuple[int, str]]
    place: str = ""


@dataclass(frozen=True, slots=True)
class SelectionFacts:
    """Several photos at once. What differs among them is None; `tags` are those that all of them have."""

    photos: int
    size: int
    rating: int | None
    favourite: bool | None
    first_taken: str | None
    last_taken: str | None
    tags: Sequence[str]


@dataclass(frozen=True, slots=True)
class ProblemFile:
    """A file that is not searchable. `size` in bytes."""

    file_id: int
    path: bytes
    size: int
    kind: ProblemKind
    reason: str
    ignored: bool = False
