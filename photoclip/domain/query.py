"""What is asked of a library, and in which order and groups the answer is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from photoclip.domain.asked import Condition


@dataclass(frozen=True, slots=True)
class Filters:
    """Which photos may answer; every one that is set has to hold. The defaults ask for nothing.

    `folder` is a path: photos at or below it. `album` is the id of an album by
    hand, `smart` that of a smart album, whose own query then has to hold too
    (or a person has said that the photo belongs to it). `rating` is the least
    number of stars. `since` and `until` are dates taken, "YYYY-MM-DD", both
    included. `added_days`: came into the library within so many days.
    `duplicates`: photos that have an exact or a near duplicate.
    `duplicates_of` and `burst_of` are photo ids: the photo itself with its
    duplicates, or with those of its burst. `conditions` are those that words
    were understood as, and never a source's own.
    """

    folder: bytes = b""
    album: int | None = None
    smart: int | None = None
    label: str = ""
    favourite: bool = False
    rating: int = 0
    since: str = ""
    until: str = ""
    added_days: int = 0
    duplicates: bool = False
    duplicates_of: int | None = None
    burst_of: int | None = None
    conditions: tuple[Condition, ...] = ()


USUAL_WRONG_SHARE = 0.3
"""Of ten photos that are shown, three may be expected to be wrong ones."""

Crop = tuple[float, float, float, float]
"""Left, top, right and bottom of a part of an upright picture, as shares of its sides in [0, 1]."""


@dataclass(frozen=True, slots=True)
class Query:
    """Photos that match words, photos of the library (`similar`, their ids) or a picture file outside of it.

    `words` are as they were typed, with everything in them that
    `library.parsing` understands. With a likeness, they move what is looked
    for (`this, but at night`). Without any of the three, all photos that the
    filters let through answer. `crop` is the part that counts of the only
    photo in `similar`, or of `image`, a path.

    `liked` and `disliked` are ids of photos of which a person has said so for
    this query. `wrong_share`, in (0, 1), is the share of wrong photos that the
    answer may be expected to hold: small is strict, large is loose.
    """

    words: str = ""
    similar: tuple[int, ...] = ()
    image: str = ""
    crop: Crop | None = None
    liked: tuple[int, ...] = ()
    disliked: tuple[int, ...] = ()
    wrong_share: float = USUAL_WRONG_SHARE
    filters: Filters = Filters()

    @property
    def ranks(self) -> bool:
        """Whether its answer may have a relevance; words that are conditions alone give none."""
        return bool(self.words or self.similar or self.image)


class Order(StrEnum):
    """`RELEVANCE` is by date where a query has none. Each but relevance may be turned around."""

    RELEVANCE = "relevance"
    DATE = "date"
    NAME = "name"
    SIZE = "size"
    RATING = "rating"
    ALBUM = "album"
    """As a person put them in the album of the filters; by date where there is none."""


class Grouping(StrEnum):
    NONE = "none"
    DAY = "day"
    MONTH = "month"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How an answer is laid out.

    Without `reverse`, dates go from the newest, names from A, sizes and
    ratings from the largest. Groups follow one another in the order of their
    key, and the photos of a group in `order`; photos ranked by relevance are
    not grouped. With `collapse` only the best shot of each burst is shown.
    """

    order: Order = Order.RELEVANCE
    reverse: bool = False
    grouping: Grouping = Grouping.NONE
    collapse: bool = False


class SectionKind(StrEnum):
    DAY = "day"
    MONTH = "month"
    FOLDER = "folder"
    EXACT = "exact duplicates"
    NEAR = "near duplicates"
    WRITTEN = "written"
    """Photos that carry a quoted text; those that only match in meaning follow under `MATCHES`."""
    MATCHES = "matches"
    BELOW = "below"
    """The nearest photos below the cut-off, where nothing matches well enough."""


@dataclass(frozen=True, slots=True)
class Section:
    """A group of an answer: it begins at place `start` and ends where the next one begins.

    `key` is "2024-05-06" for a day, "2024-05" for a month, a path fit to be
    shown for a folder, and empty for duplicates.
    """

    kind: SectionKind
    key: str
    start: int
