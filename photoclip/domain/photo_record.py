"""Photos by content, as the catalog tells of them. `photoclip.catalog` implements it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.browsing import SelectionFacts
from photoclip.domain.photos import PhotoDetails, PhotoRow
from photoclip.domain.query import Arrangement, Filters, Section


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file with its photo; the photo's fields are None where its content is not known."""

    path: bytes
    size: int
    mtime_ns: int
    missing_since: float | None
    problem_kind: str | None
    problem_reason: str | None
    photo_id: int | None
    content_hash: bytes | None
    width: int | None
    height: int | None
    format: str | None
    taken_at: str | None
    added_at: float | None
    camera: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Photos int64 (n,) in the order asked for, and the groups that they fall into."""

    photo_ids: NDArray[np.int64]
    sections: Sequence[Section] = ()


@dataclass(frozen=True, slots=True)
class Shots:
    """Photos with a date taken, by it: ids int64 (n,), seconds int64 (n,), how good each is float32 (n,).

    Of two shots of one scene the better one is the favourite, the one with more
    stars, the sharper one, in this order; `merit` is a number that says so.
    """

    photo_ids: NDArray[np.int64]
    seconds: NDArray[np.int64]
    merit: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class KnownNames:
    """What photos can be asked for by name, each by its letters; folders from the watched ones down."""

    cameras: Sequence[str] = ()
    lenses: Sequence[str] = ()
    formats: Sequence[str] = ()
    folders: Sequence[str] = ()


class Photos(Protocol):
    """Photos by content."""

    def find(self, filters: Filters, arrangement: Arrangement) -> Found:
        """Photos in sight that the filters let through, laid out as asked.

        `smart`, `duplicates`, `duplicates_of` and `burst_of` are not decided
        here, nor is `collapse`; relevance is by date. Of a photo with several
        files in sight one is enough for a condition, and keeps it from passing
        an excluded one.
        """
        ...

    def matching(self, filters: Filters) -> NDArray[np.int64]:
        """The photos that `find` finds, by ascending id: much quicker, where no order is wanted."""
        ...

    def texts(self) -> Sequence[tuple[int, str]]:
        """Every photo in sight with all that is written on it, as it is written, a line each.

        The names of its files and of their folders (from the watched ones
        down), its tags, the albums by hand that it is in, and its caption.
        """
        ...

    def names(self) -> KnownNames:
        """The cameras, lenses, formats and folders that there are."""
        ...

    def shots(self) -> Shots:
        """Photos in sight that a camera dated."""
        ...

    def in_many_places(self) -> NDArray[np.int64]:
        """Photos with more than one file in sight: exact duplicates."""
        ...

    def details(self, photo_id: int) -> PhotoDetails | None: ...

    def undescribed(self, before: int | None, limit: int) -> list[tuple[int, bytes]]:
        """Photos in sight whose details an older program read, with one of their paths; by descending id."""
        ...

    def count_undescribed(self) -> int:
        """How many photos in sight an older program described."""
        ...

    def describe(self, photo_id: int, details: PhotoDetails) -> None:
        """Record what was read anew; `sharpness` None leaves what is known."""
        ...

    def add(self, content_hash: bytes, details: PhotoDetails) -> int:
        """The id of the photo with this content, new or known."""
        ...

    def known(self, photo_ids: Sequence[int]) -> list[int]:
        """Those of these ids that are photos, each once, in their order."""
        ...

    def id_of(self, content_hash: bytes) -> int | None: ...

    def rows(self, photo_ids: Sequence[int]) -> list[PhotoRow]:
        """Rows in the order asked for; photos with no file in sight are left out."""
        ...

    def together(self, photo_ids: Sequence[int]) -> SelectionFacts:
        """What those of these photos that are in sight have in common."""
        ...

    def in_sight(self) -> NDArray[np.int64]:
        """Photos with a file in sight, newest first by date taken, else by file time."""
        ...

    def places(self) -> Iterator[tuple[bytes, bytes]]:
        """Content hash and one path of every photo in sight, newest first."""
        ...

    def taken_at(self, photo_id: int) -> str | None: ...

    def carry_over(self, old: int, new: int) -> None:
        """Give a photo what persons said of the one that it was made from.

        That is their tags and marks, its places in albums and as a cover, and
        what was decided of it in smart albums.
        """
        ...

    def exported(self) -> Iterator[ExportedFile]:
        """Every file, by the first path of its photo (in sight, if any), content hash and path."""
        ...
