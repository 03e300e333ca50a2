"""What the use cases need from the world. The adapters implement these; `bootstrap` joins them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.decoding import DecodeRequest, DecodeResult, Preprocess
from photoclip.domain.models import EncoderReport, ModelKey
from photoclip.domain.photos import FoundFile, PhotoDetails, PhotoRow, Problem, ProblemKind


class Decoder(Protocol):
    """Decodes files apart from this process, several at once, each within limits.

    Not thread-safe: one thread submits and collects.
    """

    @property
    def capacity(self) -> int:
        """How many requests keep every decoding process busy."""
        ...

    def submit(self, request: DecodeRequest) -> None:
        """Queue a request; never blocks."""
        ...

    def next_result(self, timeout: float | None) -> DecodeResult | None:
        """The next finished request in any order, or None after `timeout` seconds."""
        ...

    def close(self) -> None:
        """End the decoding processes; requests still queued are dropped."""
        ...


class Encoder(Protocol):
    """The two towers of one model. All vectors are float32 of unit length.

    Both methods may be called from several threads at once.
    """

    @property
    def key(self) -> ModelKey: ...

    @property
    def dimensions(self) -> int: ...

    @property
    def preprocess(self) -> Preprocess: ...

    @property
    def logit_scale(self) -> float:
        """The learned scale of cosines (1 / temperature), already exponentiated."""
        ...

    @property
    def batch_size(self) -> int:
        """Photos per batch that suit the device."""
        ...

    def report(self) -> EncoderReport: ...

    def encode_images(self, pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
        """uint8 RGB (n, height, width, 3), as `preprocess` asks, to (n, dimensions)."""
        ...

    def encode_texts(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Texts to (n, dimensions); the last queries are cached."""
        ...


class ThumbnailStore(Protocol):
    """Thumbnails on disk by content hash; all of it can be made again."""

    def path(self, content_hash: bytes) -> str: ...

    def has(self, content_hash: bytes) -> bool: ...

    def put(self, content_hash: bytes, data: bytes) -> None:
        """Write one thumbnail, whole or not at all.

        Raises:
            StorageFault: the disk refused.
        """
        ...


@dataclass(frozen=True, slots=True)
class Scan:
    """What a walk of one folder saw. `unreadable` are folders and files that could not be looked into."""

    files: Sequence[FoundFile]
    unreadable: Sequence[tuple[bytes, Problem]]


class FolderScanner(Protocol):
    def scan(self, root: bytes, watch: Callable[[int], None]) -> Scan | None:
        """Every file below `root` that a user would want seen, or None when the root is not there.

        `watch` is called now and then with the number of files seen so far; it
        may raise to stop the walk.
        """
        ...


@dataclass(frozen=True, slots=True)
class VectorRows:
    """Vectors as stored: row ids int64 (n,), photo ids int64 (n,), float16 (n, dimensions)."""

    rows: NDArray[np.int64]
    photo_ids: NDArray[np.int64]
    vectors: NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class VectorKeys:
    """Which vectors are stored, without them: int64 (n,) each, by ascending row.

    Equal vectors have equal digests.
    """

    rows: NDArray[np.int64]
    photo_ids: NDArray[np.int64]
    digests: NDArray[np.int64]


class StoredVectors(Protocol):
    """The vectors of one model in the catalog, in the order in which they were stored."""

    def after(self, row: int, limit: int) -> VectorRows:
        """At most `limit` vectors stored after `row` (0 for the first); damaged ones are left out."""
        ...

    def of_photos(self, photo_ids: NDArray[np.int64]) -> VectorRows:
        """The vectors of these photos; damaged ones are left out."""
        ...

    def keys(self) -> VectorKeys: ...

    def count(self, last_row: int | None = None) -> int:
        """How many vectors are stored, up to and including `last_row` if given."""
        ...


class VectorIndex(Protocol):
    """The vectors of one model, ready to be searched."""

    def search(
        self, query: NDArray[np.float32], limit: int, allowed: NDArray[np.int64] | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """The photos nearest to a unit vector.

        Args:
            query: float32 (dimensions,).
            limit: how many photos at most.
            allowed: sorted photo ids to choose from; all when None.

        Returns:
            int64 photo ids and float32 cosines, best first.
        """
        ...

    def sample(self, size: int) -> NDArray[np.float32]:
        """At most `size` vectors of the library, drawn evenly, as float32 (n, dimensions)."""
        ...

    def __len__(self) -> int: ...


class Indexes(Protocol):
    """The index of each model, kept on disk beside the catalog."""

    def open(self, key: ModelKey, dimensions: int, vectors: StoredVectors) -> VectorIndex:
        """The index of a model, current with `vectors`; a missing or damaged file does no harm."""
        ...

    def save(self, key: ModelKey, dimensions: int, vectors: StoredVectors) -> Iterator[int]:
        """Bring the file on disk up to date: new vectors are added, a bad file is made again.

        Tells how many vectors were added so far; closing it between two leaves the old file.

        Raises:
            StorageFault: the disk refused; the old file is still there.
        """
        ...

    def faults(self, key: ModelKey, dimensions: int, vectors: StoredVectors) -> list[str]:
        """What is wrong with the file on disk, a sentence each; empty when it is sound and current enough."""
        ...


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file as the catalog remembers it."""

    file_id: int
    size: int
    mtime_ns: int
    inode: int
    device: int
    problem: ProblemKind | None
    missing: bool


@dataclass(frozen=True, slots=True)
class PendingFile:
    """A file that still needs work for a model.

    `content_hash` is None while its content has to be looked at; `probably_known`
    says that this file, or one of the same size and time, is tied to a photo, so
    that hashing may be all it takes.
    """

    file_id: int
    path: bytes
    content_hash: bytes | None
    probably_known: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a library one model can find: files = searchable + problems + waiting."""

    files: int
    searchable: int
    problems: int
    waiting: int


class Folders(Protocol):
    """The folders that the user pointed at. None lies inside another."""

    def add(self, path: bytes) -> None:
        """Remember a folder; one inside a remembered folder adds nothing, one around others replaces them."""
        ...

    def all(self) -> list[bytes]: ...


class Files(Protocol):
    """The places where photos were seen. A file that is gone is marked, never forgotten."""

    def known_below(self, folder: bytes) -> dict[bytes, KnownFile]: ...

    def record_found(self, files: Sequence[FoundFile]) -> None:
        """Insert or update files that are new or changed.

        Until `settle` has seen their content they wait; one that was known stays what it was.
        """
        ...

    def record_back(self, file_ids: Sequence[int]) -> None:
        """Files that were missing are in sight again, unchanged."""
        ...

    def record_missing(self, file_ids: Sequence[int]) -> None: ...

    def record_problem(self, file_id: int, problem: Problem) -> None: ...

    def record_unreadable(self, path: bytes, problem: Problem) -> None:
        """A folder or file that could not even be listed, counted as one file."""
        ...

    def settle(self, file_id: int, content_hash: bytes) -> int | None:
        """Tie a file to the photo of this content; its id, or None when there is no such photo yet."""
        ...

    def pending(self, key: ModelKey, after: int, limit: int) -> list[PendingFile]:
        """Files that need work for this model, by ascending id above `after`."""
        ...

    def count_pending(self, key: ModelKey) -> int: ...

    def coverage(self, key: ModelKey | None) -> Coverage: ...

    def not_searchable(self, key: ModelKey | None) -> Iterator[tuple[bytes, str]]:
        """Path and reason of every file in sight that cannot be found by search, by path."""
        ...


class Photos(Protocol):
    """Photos by content."""

    def add(self, content_hash: bytes, details: PhotoDetails) -> int:
        """The id of the photo with this content, new or known."""
        ...

    def id_of(self, content_hash: bytes) -> int | None: ...

    def rows(self, photo_ids: Sequence[int]) -> list[PhotoRow]:
        """Rows in the order asked for; photos with no file in sight are left out."""
        ...

    def in_sight(self) -> NDArray[np.int64]:
        """Photos with a file in sight, newest first by date taken, else by file time."""
        ...

    def places(self) -> Iterator[tuple[bytes, bytes]]:
        """Content hash and one path of every photo in sight."""
        ...


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
        """Photo ids whose stored vector does not match its checksum."""
        ...

    def drop(self, photo_ids: Sequence[int], key: ModelKey) -> None: ...


class Models(Protocol):
    """Which weights have made vectors here."""

    def record(self, key: ModelKey, dimensions: int, report: EncoderReport) -> None:
        """Remember that these weights are in use now, and how they run."""
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

    def transaction(self) -> AbstractContextManager[None]:
        """All writes inside happen together or not at all."""
        ...

    def version(self) -> int:
        """A number that changes whenever another connection has written."""
        ...

    def faults(self) -> list[str]:
        """What SQLite finds wrong with its file, a sentence each."""
        ...

    def close(self) -> None: ...


class Backgrounds(Protocol):
    """The background captions as vectors of each model, kept because making them takes seconds."""

    def get(self, key: ModelKey, captions: Sequence[str]) -> NDArray[np.float32] | None:
        """float32 (len(captions), dimensions), or None when they are not kept for just these captions."""
        ...

    def put(self, key: ModelKey, captions: Sequence[str], vectors: NDArray[np.float32]) -> None:
        """Keep them; a disk that refuses costs time at the next start and nothing else."""
        ...
