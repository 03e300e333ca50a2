"""The record of a library: files, photos, vectors, tags and albums. `photoclip.catalog` implements it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.browsing import AlbumInfo, FilePlace, LabelCount, ProblemFile, Tag
from photoclip.domain.changes import AlbumKind, AlbumRecord
from photoclip.domain.indexes import StoredVectors
from photoclip.domain.models import EncoderReport, ModelKey
from photoclip.domain.photo_record import ExportedFile as ExportedFile
from photoclip.domain.photo_record import Found as Found
from photoclip.domain.photo_record import Photos as Photos
from photoclip.domain.photo_record import Shots as Shots
from photoclip.domain.photos import FoundFile, Problem
from photoclip.domain.query import Arrangement, Query
from photoclip.domain.safekeeping import Backup, Watch


@dataclass(frozen=True, slots=True)
class PendingFile:
    """A file that still needs work for a model.

    `content_hash` is None while its content has to be looked at. `photo_id` is
    the photo that the file is tied to, or was until it changed; None where it
    never was.
    """

    file_id: int
    path: bytes
    content_hash: bytes | None
    photo_id: int | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a library one model can find: files = searchable + problems + waiting."""

    files: int
    searchable: int
    problems: int
    waiting: int


@dataclass(frozen=True, slots=True)
class WatchedFolder:
    """A folder that the user pointed at.

    `drive_id` is the drive that it lay on when it was last seen and `inside`
    its path below that drive's mount point; both are empty where the drive has
    no lasting name. `offline` says that it was not to be found at the last look.
    """

    path: bytes
    drive_id: str = ""
    inside: bytes = b""
    offline: bool = False


class Folders(Protocol):
    """The folders that the user pointed at. None lies inside another."""

    def add(self, path: bytes) -> None:
        """Remember a folder; one inside a remembered folder adds nothing, one around others replaces them."""
        ...

    def remove(self, path: bytes) -> None:
        """Watch a folder no more; its files are out of sight, and nothing of them is forgotten."""
        ...

    def move(self, old: bytes, new: bytes) -> None:
        """A folder is somewhere else now, with all that is in it."""
        ...

    def record_drive(self, path: bytes, drive_id: str, inside: bytes) -> None: ...

    def record_offline(self, path: bytes, offline: bool) -> None: ...

    def all(self) -> list[WatchedFolder]: ...


@dataclass(frozen=True, slots=True)
class Absence:
    """Files in sight below a folder that a walk did not see.

    `total` counts the files in sight before, `gone` those not seen, `vanished`
    those of them whose content was not seen anywhere else either.
    """

    total: int
    gone: int
    vanished: int


class Files(Protocol):
    """The places where photos were seen. A file that is gone is marked, never forgotten."""

    def begin_walk(self) -> None:
        """Nothing is seen yet."""
        ...

    def record_seen(self, files: Sequence[FoundFile]) -> int:
        """Files that a walk found; returns how many are new or changed.

        Those wait until `settle` has seen their content; one that was known
        stays what it was. A file that is the same to the system (device, inode,
        size and time) as a known one needs no look.
        """
        ...

    def record_unreadable(self, path: bytes, problem: Problem) -> None:
        """A folder or file that could not even be listed, counted as one file."""
        ...

    def keep_below(self, path: bytes) -> None:
        """What is known at and below this path counts as seen: the walk could not tell."""
        ...

    def absence(self, folder: bytes, ignored: Callable[[bytes], bool]) -> Absence:
        """What the walk of this folder did not see; `ignored` files do not count as vanished."""
        ...

    def record_absence(self, *, vanished: bool) -> None:
        """Mark what the last `absence` found as missing; those that vanished only if said so."""
        ...

    def record_problem(self, file_id: int, problem: Problem) -> None: ...

    def settle(self, file_id: int, content_hash: bytes) -> int | None:
        """Tie a file to the photo of this content; its id, or None when there is no such photo yet."""
        ...

    def recognisable(self, before: int | None, limit: int) -> list[PendingFile]:
        """Files whose content is probably known, since they or another of their size and time have a photo.

        Newest first, by descending id below `before`.
        """
        ...

    def pending(self, key: ModelKey, before: int | None, limit: int) -> list[PendingFile]:
        """Files that need work for this model, newest first: by descending id below `before`."""
        ...

    def count_recognisable(self) -> int: ...

    def count_pending(self, key: ModelKey) -> int: ...

    def count_below(self, folder: bytes) -> int:
        """How many files are in sight in a folder."""
        ...

    def coverage(self, key: ModelKey | None) -> Coverage: ...

    def not_searchable(self, key: ModelKey | None) -> Iterator[tuple[bytes, str]]:
        """Path and reason of every file in sight that cannot be found by search, by path."""
        ...

    def problems(self) -> list[ProblemFile]:
        """Every file in sight that is not searchable for a reason of its own, by path."""
        ...

    def ignore(self, file_ids: Sequence[int], ignored: bool) -> list[int]:
        """A person does not want to hear of these problems, or does again; the files that this changed."""
        ...

    def retry(self, file_ids: Sequence[int] | None) -> None:
        """Files with a problem (all of them if None) wait again, as if they had never been tried."""
        ...

    def places_of(self, photo_ids: Sequence[int]) -> dict[int, list[FilePlace]]:
        """Where photos are in sight, by path."""
        ...

    def of_photos(self) -> Iterator[tuple[int, bytes]]:
        """Photo and path of every file in sight whose photo is known, photo by photo."""
        ...

    def in_sight(self) -> Iterator[tuple[bytes, int, int, bytes | None]]:
        """Path, size, time (ns) and content hash (None while unknown) of every file in sight, by path."""
        ...


class Tags(Protocol):
    def add(self, photo_id: int, tag: Tag) -> None:
        """Label a photo; the same label from the same source is replaced."""
        ...

    def remove(self, photo_ids: Sequence[int], label: str, source: str) -> list[int]:
        """Take a label off; the photos that had it from this source."""
        ...

    def labels(self) -> list[LabelCount]:
        """Every label that a photo in sight has, by name."""
        ...

    def of_photos(self, photo_ids: Sequence[int]) -> dict[int, list[Tag]]:
        """The tags of photos that have any, by label and source."""
        ...


@dataclass(frozen=True, slots=True)
class AlbumPlace:
    """Where a photo is in an album by hand; `groups` are those around the album, the outermost first."""

    album: str
    position: int
    album_id: int
    groups: Sequence[str] = ()


class Marks(Protocol):
    """Stars and favourites."""

    def of_photos(self, photo_ids: Sequence[int]) -> dict[int, tuple[int, bool]]:
        """Rating and favourite of photos that have either."""
        ...

    def rate(self, photo_ids: Sequence[int], rating: int) -> None: ...

    def favour(self, photo_ids: Sequence[int], favourite: bool) -> None: ...


class Albums(Protocol):
    """Albums by hand, smart albums and groups. What `domain.changes` says of them holds here."""

    def all(self) -> list[AlbumInfo]:
        """Parents before what is in them, siblings in order."""
        ...

    def saved(self, album_id: int) -> tuple[Query, Arrangement]:
        """What a smart album asks for.

        Raises:
            BadInput: there is no such album any more.
        """
        ...

    def decisions(self, album_id: int) -> dict[int, bool]:
        """Photos that a person always keeps in a smart album, or never wants to see there."""
        ...

    def photos(self, album_id: int) -> list[int]:
        """The photos of an album by hand, in order, whether in sight or not."""
        ...

    def record(self, album_id: int) -> AlbumRecord | None:
        """An album with everything that belongs to it, as it is stored; None where it is gone."""
        ...

    def children(self, parent: int | None) -> list[int]:
        """What is in a group, or at the top, in order."""
        ...

    def smart(self, name: str) -> list[int]:
        """The smart albums that are called so, whatever their case and the group they are in."""
        ...

    def named(self, name: str, parent: int | None) -> int | None:
        """The album or group of this name in a group, or at the top."""
        ...

    def make(
        self,
        name: str,
        kind: AlbumKind,
        parent: int | None,
        asked: tuple[Query, Arrangement] | None = None,
    ) -> int:
        """The id of a new album or group at the end of its parent."""
        ...

    def put_back(self, record: AlbumRecord) -> None:
        """An album just as it was, under its id; photos that are no longer known are left out.

        Raises:
            BadInput: what it asks for cannot be read.
        """
        ...

    def delete(self, album_id: int) -> None:
        """Forget an album, or a group with nothing in it."""
        ...

    def rename(self, album_id: int, name: str) -> None: ...

    def place(self, parent: int | None, album_ids: Sequence[int]) -> None:
        """Just these are in a group, or at the top, in this order."""
        ...

    def set_cover(self, album_id: int, photo_id: int | None) -> None: ...

    def save(self, album_id: int, query: Query, arrangement: Arrangement) -> None:
        """What a smart album asks for from now on."""
        ...

    def put_photos(self, album_id: int, photo_ids: Sequence[int]) -> None:
        """Just these photos, which are known, are in an album by hand, in this order."""
        ...

    def decide(self, album_id: int, photo_ids: Sequence[int], keep: bool | None) -> None:
        """Always keep known photos in a smart album, never show them there, or leave it to the query."""
        ...

    def add(self, album: str, photo_ids: Sequence[int]) -> None:
        """Put photos at the end of an album at the top, made where there is none; those in it stay."""
        ...

    def of_photos(self, photo_ids: Sequence[int]) -> dict[int, list[AlbumPlace]]:
        """Where photos are in albums, by the album's name."""
        ...


@dataclass(frozen=True, slots=True)
class Purged:
    """What was forgotten, or would be. `content_hashes` are those of the photos."""

    files: int
    content_hashes: Sequence[bytes]


class Vectors(Protocol):
    """Unit vectors by photo and model, as float16 with a checksum."""

    def add(self, photo_id: int, key: ModelKey, vector: NDArray[np.float32]) -> None: ...

    def has(self, photo_id: int, key: ModelKey) -> bool: ...

    def get(self, photo_id: int, key: ModelKey) -> NDArray[np.float32] | None:
        """float32 (dimensions,), or None when there is none that is sound."""
        ...

    def searchable(self, key: ModelKey) -> NDArray[np.int64]:
        """Sorted ids of photos in sight that have a vector of this model."""
        ...

    def of(self, key: ModelKey) -> StoredVectors: ...

    def damaged(self, key: ModelKey) -> list[int]:
        """Photo ids whose stored vector does not match its checksum, or is no unit vector of this model."""
        ...

    def drop(self, photo_ids: Sequence[int], key: ModelKey) -> None: ...


class Models(Protocol):
    """Which weights have made vectors here."""

    def record(self, key: ModelKey, dimensions: int, report: EncoderReport) -> None:
        """Remember that these weights are in use now, and how they run."""
        ...

    def forget(self, key: ModelKey) -> None:
        """Forget these weights and every vector that they made."""
        ...

    def all(self) -> list[ModelKey]:
        """Every model that was ever recorded and not forgotten, the last used first."""
        ...

    def newest(self, model_id: str) -> ModelKey | None:
        """The weights under this model id that were last recorded."""
        ...

    def dimensions(self, key: ModelKey) -> int: ...

    def report(self, key: ModelKey) -> EncoderReport | None: ...


class Catalog(Protocol):
    """The record of a library. It belongs to the thread that opened it.

    All of it raises `StorageFault` when the disk refuses and `CatalogDamaged`
    when SQLite cannot read its file.
    """

    @property
    def folders(self) -> Folders: ...
    @property
    def files(self) -> Files: ...
    @property
    def photos(self) -> Photos: ...
    @property
    def vectors(self) -> Vectors: ...
    @property
    def models(self) -> Models: ...
    @property
    def tags(self) -> Tags: ...
    @property
    def albums(self) -> Albums: ...
    @property
    def marks(self) -> Marks: ...

    def place(self) -> bytes | None:
        """Where the library lay when it was last written to; None where that was never noted."""
        ...

    def record_place(self, place: bytes) -> None: ...

    def purge(self, *, forget: bool) -> Purged:
        """Count the files that are missing and the photos that have none in sight; if told so, forget them.

        With a photo go its vectors, its tags and marks, and its places in albums.
        """
        ...

    def transaction(self) -> AbstractContextManager[None]:
        """All writes inside happen together or not at all."""
        ...

    def version(self) -> int:
        """A number that changes whenever another connection has written."""
        ...

    def faults(self) -> list[str]:
        """What is wrong with the file, its tables and its rows, a sentence each; raises nothing."""
        ...

    def mend_rows(self) -> list[str]:
        """Set right what can be in rows that are not what was written; what that costs, a sentence each."""
        ...

    def backup_due(self) -> bool:
        """Whether the newest backup is older than a day, and something has changed since."""
        ...

    def back_up(self, watch: Watch) -> Backup:
        """Make a dated copy in the library's folder, and let go of old ones; outside of a transaction.

        `watch` may raise to stop it, which leaves nothing behind.

        Raises:
            CatalogDamaged: it is not sound; the older backups stay.
            StorageFault: the disk refused; the older backups stay.
        """
        ...

    def close(self) -> None: ...
