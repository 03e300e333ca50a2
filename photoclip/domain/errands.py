"""Long work that a person asks for: copies, the bin, measuring a model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class CopyFormat(StrEnum):
    ORIGINAL = "original"
    """The file as it is, byte for byte, unless a size or less metadata is asked for."""
    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"


class CopyMetadata(StrEnum):
    KEEP = "keep"
    NO_PLACE = "no place"
    """All but where it was taken."""
    STRIP = "strip"


@dataclass(frozen=True, slots=True)
class CopyOptions:
    """How copies of photos are made.

    `longest_side` is in pixels, 0 for the photo's own; nothing is enlarged.
    `quality` is 1 to 100, for JPEG and WebP.
    """

    format: CopyFormat = CopyFormat.ORIGINAL
    longest_side: int = 0
    quality: int = 90
    metadata: CopyMetadata = CopyMetadata.KEEP


@dataclass(frozen=True, slots=True)
class ExportPhotos:
    """Copies of photos into a folder; a name that is taken gets a number, nothing is overwritten."""

    photo_ids: tuple[int, ...]
    folder: str
    options: CopyOptions = CopyOptions()


@dataclass(frozen=True, slots=True)
class ExportAlbum:
    """An album as a folder of its name inside `folder`; a group with a folder for each album in it."""

    album_id: int
    folder: str
    options: CopyOptions = CopyOptions()


@dataclass(frozen=True, slots=True)
class MoveToBin:
    """Every file of these photos that is in sight goes to the system's bin; ends in `Binned`."""

    photo_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BinnedFile:
    """`place` is where it lies in the bin; empty where the system does not tell, and nothing puts it back."""

    path: bytes
    place: bytes


@dataclass(frozen=True, slots=True)
class PutBack:
    """Files from the bin to where they were; what is there by now stays."""

    files: tuple[BinnedFile, ...]


@dataclass(frozen=True, slots=True)
class MeasureModel:
    """How many photos per second a model embeds on this machine, with weights that need not be here."""

    model_id: str


Errand = ExportPhotos | ExportAlbum | MoveToBin | PutBack | MeasureModel


@dataclass(frozen=True, slots=True)
class Exported:
    """How many copies were made, and where."""

    copies: int
    folder: str


@dataclass(frozen=True, slots=True)
class Binned:
    files: tuple[BinnedFile, ...]


@dataclass(frozen=True, slots=True)
class Restored:
    files: int


@dataclass(frozen=True, slots=True)
class ModelSpeed:
    """Photos per second through the image tower alone, on `device` at `precision`."""

    model_id: str
    photos_per_second: float
    device: str
    precision: str


ErrandResult = Exported | Binned | Restored | ModelSpeed


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an errand ended. `faults` are sentences, one for each thing that could not be done."""

    result: ErrandResult | None
    faults: Sequence[str] = ()
    cancelled: bool = False
