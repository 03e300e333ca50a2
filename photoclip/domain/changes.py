"""What a person changes in a library. Each change, once made, gives the one that takes it back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from photoclip.domain.query import Arrangement, Query

Ids = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MarkPhotos:
    """`rating` is 0 to 5 stars; None leaves rating or favourite as they are."""

    photo_ids: Ids
    rating: int | None = None
    favourite: bool | None = None


@dataclass(frozen=True, slots=True)
class TagPhotos:
    """Put a label on photos in the name of a person, or with `tagged` False take that person's label off.

    `made_at` is when the label was given, in seconds since 1970; None is now.
    """

    photo_ids: Ids
    label: str
    tagged: bool = True
    made_at: float | None = None


class AlbumKind(StrEnum):
    HAND = "hand"
    SMART = "smart"
    GROUP = "group"
    """Holds albums and other groups, no photos."""


@dataclass(frozen=True, slots=True)
class MakeAlbum:
    """A new album or group at the end of its parent; names are unique within a parent.

    `photo_ids` are for an album by hand, `query` and `arrangement` for a smart one.
    """

    name: str
    kind: AlbumKind = AlbumKind.HAND
    parent: int | None = None
    photo_ids: Ids = ()
    query: Query | None = None
    arrangement: Arrangement = Arrangement()


@dataclass(frozen=True, slots=True)
class DeleteAlbum:
    """With a group goes all that is in it. Photos stay where they are."""

    album_id: int


@dataclass(frozen=True, slots=True)
class AlbumRecord:
    """An album with everything that belongs to it, to be put back under its old id."""

    album_id: int
    name: str
    kind: AlbumKind
    parent: int | None
    position: int
    created_at: float
    cover: int | None
    query: str
    photos: tuple[tuple[int, int], ...]
    """Photo id and position."""
    decisions: tuple[tuple[int, bool], ...]
    """Photo id, and whether a person always keeps or never shows it."""


@dataclass(frozen=True, slots=True)
class RestoreAlbums:
    """Take a `DeleteAlbum` back; parents come before what is in them."""

    albums: tuple[AlbumRecord, ...]


@dataclass(frozen=True, slots=True)
class RenameAlbum:
    album_id: int
    name: str


@dataclass(frozen=True, slots=True)
class MoveAlbum:
    """Into another group (None: the top) before the sibling that is at `position` now; -1 is the end."""

    album_id: int
    parent: int | None
    position: int = -1


@dataclass(frozen=True, slots=True)
class SetCover:
    """None: the first photo is the cover."""

    album_id: int
    photo_id: int | None


@dataclass(frozen=True, slots=True)
class SaveQuery:
    """What a smart album asks for."""

    album_id: int
    query: Query
    arrangement: Arrangement = Arrangement()


@dataclass(frozen=True, slots=True)
class AddToAlbum:
    """At the end; photos that are in it stay where they are."""

    album_id: int
    photo_ids: Ids


@dataclass(frozen=True, slots=True)
class RemoveFromAlbum:
    album_id: int
    photo_ids: Ids


@dataclass(frozen=True, slots=True)
class ArrangeAlbum:
    """Just these photos, in this order; others that are out of sight stay with their neighbours."""

    album_id: int
    photo_ids: Ids


@dataclass(frozen=True, slots=True)
class DecideInAlbum:
    """In a smart album: always keep (True), never show (False), or leave it to the query (None)."""

    album_id: int
    photo_ids: Ids
    keep: bool | None


@dataclass(frozen=True, slots=True)
class IgnoreProblems:
    """Files that a person does not want to hear of any more, or again."""

    file_ids: Ids
    ignored: bool = True


@dataclass(frozen=True, slots=True)
class Several:
    """One after the other, together or not at all."""

    changes: tuple[Change, ...]


Change = (
    MarkPhotos
    | TagPhotos
    | MakeAlbum
    | DeleteAlbum
    | RestoreAlbums
    | RenameAlbum
    | MoveAlbum
    | SetCover
    | SaveQuery
    | AddToAlbum
    | RemoveFromAlbum
    | ArrangeAlbum
    | DecideInAlbum
    | IgnoreProblems
    | Several
)
