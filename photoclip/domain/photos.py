"""Photos and files: a photo is its content, a file is a place where it was seen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

CONTENT_HASH_BYTES = 16
"""Length of a content hash: BLAKE2b with a 128-bit digest over all bytes of the file."""


class ProblemKind(StrEnum):
    """Why a file is not searchable."""

    NOT_A_PHOTO = "not a photo"
    EMPTY = "empty"
    DAMAGED = "damaged"
    UNSUPPORTED = "unsupported"
    TOO_LARGE = "too large"
    UNREADABLE = "unreadable"
    TIMED_OUT = "timed out"
    CRASHED = "crashed"

    @property
    def retried_each_scan(self) -> bool:
        """Whether the cause lies outside the file, so that an unchanged file is tried again."""
        return self is ProblemKind.UNREADABLE


@dataclass(frozen=True, slots=True)
class Problem:
    """A recorded failure: its kind, and one sentence for people."""

    kind: ProblemKind
    reason: str


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A regular file as a scan saw it.

    `path` is absolute, in the system's own bytes; the numbers fit into 64 bits with a sign.
    """

    path: bytes
    size: int
    mtime_ns: int
    inode: int
    device: int


@dataclass(frozen=True, slots=True)
class PhotoDetails:
    """What a decode tells about a photo.

    `width` and `height` are in pixels, upright (after EXIF orientation).
    `format` is Pillow's name ("JPEG") or "RAW". `taken_at` is local time as
    "YYYY-MM-DDTHH:MM:SS" from EXIF. `latitude` and `longitude` are in degrees
    (WGS 84), north and east positive. `exposure` is in seconds, `focal_length`
    in millimetres. `live` says that the camera took it as a live or motion
    photo. `caption` is what a person or a program wrote into the file: titles
    and descriptions, a line each. `sharpness` is the variance of the Laplacian
    of the grey thumbnail, to compare shots of one scene. None or "" where
    nothing was written that makes sense.
    """

    width: int
    height: int
    format: str
    taken_at: str | None
    camera: str = ""
    lens: str = ""
    latitude: float | None = None
    longitude: float | None = None
    exposure: float | None = None
    f_number: float | None = None
    iso: int | None = None
    focal_length: float | None = None
    live: bool = False
    caption: str = ""
    sharpness: float | None = None


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """A photo as a grid shows it: one of the places where it is, and what to draw.

    `still_of_live` is a live photo whose video is not beside it. `offline`: all
    its files are on drives that are away. `problem` says why its file cannot
    be read now, "" where it can.
    """

    photo_id: int
    content_hash: bytes
    path: bytes
    width: int
    height: int
    taken_at: str | None
    rating: int = 0
    favourite: bool = False
    still_of_live: bool = False
    offline: bool = False
    problem: str = ""
