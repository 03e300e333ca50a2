"""Vectors as they are stored, and the index over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.models import ModelKey


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
        """The photos whose vectors have the highest products with a query.

        Args:
            query: float32 (dimensions,), of any length.
            limit: how many photos at most.
            allowed: sorted photo ids to choose from; all when None.

        Returns:
            int64 photo ids and float32 products, best first.
        """
        ...

    def above(
        self, query: NDArray[np.float32], lowest: float, allowed: NDArray[np.int64] | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """All photos whose product with a vector of any length is at least `lowest`, as `search` does."""
        ...

    def products(self, queries: NDArray[np.float32], photo_ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """The products of vectors, float32 (k, dimensions), with photos, as float32 (k, len(photo_ids)).

        Exact; NaN for a photo that has no vector.
        """
        ...

    def sample(self, size: int) -> NDArray[np.float32]:
        """At most `size` vectors of the library, drawn evenly, as float32 (n, dimensions)."""
        ...

    def __len__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Recall:
    """The share of the true nearest `neighbours` that the approximate index finds, over `queries` searches.

    `share_above` is its share of all photos above a cut-off, None where that
    was not measured. `in_use` says whether searches use it: they look at every
    vector while that is quick enough.
    """

    share: float
    neighbours: int
    queries: int
    in_use: bool
    share_above: float | None = None


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

    def is_damaged(self, key: ModelKey, dimensions: int, vectors: StoredVectors) -> bool:
        """Whether there is something on disk that is of no use for these vectors."""
        ...

    def recall(
        self,
        key: ModelKey,
        dimensions: int,
        vectors: StoredVectors,
        queries: NDArray[np.float32] | None = None,
        *,
        above: bool = False,
    ) -> Recall | None:
        """How well the approximate index answers, measured; None where no sound one is on the disk.

        Asked are float32 (n, dimensions) `queries`, or some of the photos; also
        for all above a cut-off if `above`, which takes longer.
        """
        ...

    def drop(self, key: ModelKey) -> None:
        """Remove the file on disk, so that it is made again.

        Raises:
            StorageFault: the disk refused.
        """
        ...


class Backgrounds(Protocol):
    """The background captions as vectors of each model, kept because making them takes seconds."""

    def get(self, key: ModelKey, captions: Sequence[str]) -> NDArray[np.float32] | None:
        """float32 (len(captions), dimensions), or None when they are not kept for just these captions."""
        ...

    def put(self, key: ModelKey, captions: Sequence[str], vectors: NDArray[np.float32]) -> None:
        """Keep them; a disk that refuses costs time at the next start and nothing else."""
        ...
