"""Everything that the use cases need of the world, joined by `bootstrap`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from photoclip.domain.catalog import Catalog
from photoclip.domain.errands import ModelSpeed
from photoclip.domain.gazetteer import Gazetteer
from photoclip.domain.indexes import Backgrounds, Indexes
from photoclip.domain.machine import Bin, Drives, Power
from photoclip.domain.models import ModelCard, ModelKey
from photoclip.domain.photos import Problem
from photoclip.domain.pipeline import Decoder, Encoder, PhotoCopier, Sketches, ThumbnailStore
from photoclip.domain.safekeeping import Safekeeping
from photoclip.domain.scanning import FolderScanner
from photoclip.settings import Settings

Progress = Callable[[int, int], None]
"""Bytes fetched so far, and bytes in all (0 where unknown)."""


class Watch(Protocol):
    """Live watching of folders; what it calls is a hint to look again."""

    def start(self) -> None: ...

    def watch(self, folder: bytes) -> str:
        """Watch a folder; a sentence with the remedy where the system cannot, else "".

        Watching a folder again costs nothing, and takes it up anew where it went and came back.
        """
        ...

    def verify(self, folder: bytes, folders: int) -> str:
        """Whether the system really watches the `folders` folders at and below `folder` that a scan entered.

        Where it watches fewer (its limit is reached), live watching of this
        folder ends and a sentence with the remedy is returned, else "".
        """
        ...

    def is_live(self, folder: bytes) -> bool: ...

    def leave(self, folder: bytes) -> None:
        """Watch a folder no more."""
        ...

    def close(self) -> None: ...


class ModelShelf(Protocol):
    """The models that can be named, and the encoders that are loaded. Safe from any thread."""

    def cards(self) -> Sequence[ModelCard]: ...

    def find(self, name: str) -> ModelCard:
        """The card of an id, a size, or a folder with a local checkpoint.

        Raises:
            BadInput: there is no such model; the nearest names are said.
        """
        ...

    def lasting_name(self, name: str) -> str:
        """The name of a model to remember in the settings."""
        ...

    def key(self, name: str) -> ModelKey | None:
        """Which weights these are, without loading them; None while they are not on this machine."""
        ...

    def encoder(self, name: str, device: str, progress: Progress) -> Encoder:
        """The loaded model, fetched first where needed; loaded once.

        Raises:
            ModelUnavailable: the weights are not here and cannot be fetched.
            ModelRejected: the checkpoint is not whole.
        """
        ...

    def measure(self, name: str, device: str, check: Callable[[], None]) -> ModelSpeed:
        """Photos per second of a model on this machine, without fetching it; remembered.

        `check` is called every few seconds at least, and may raise to end it.

        Raises:
            BadInput: there is no such model or device.
            ModelUnavailable: it cannot run here.
        """
        ...


@dataclass(frozen=True, slots=True)
class Workshop:
    """One library's parts. Factories are for what belongs to one thread."""

    open_catalog: Callable[[bool], Catalog]
    """Opens the catalog, to write if True."""
    new_decoder: Callable[[], Decoder]
    new_single_decoder: Callable[[], Decoder]
    """One process, for one file at a time that somebody waits for."""
    new_copier: Callable[[Callable[[], Decoder]], PhotoCopier]
    """Takes what gives the decoder to copy with, called when a copy first needs one."""
    new_indexes: Callable[[], Indexes]
    new_watch: Callable[[Callable[[bytes], None]], Watch]
    """Takes what is to be called with the watched folder in which something changed."""
    new_scanner: Callable[[], FolderScanner]
    """Made anew for each look, with the ignore rules as they are set then."""
    drives: Drives
    power: Power
    bin: Bin
    thumbnails: ThumbnailStore
    sketches: Sketches
    follow_settings: Callable[[], str]
    """Brings what lives as long as the library in line with the settings; a sentence where it cannot."""
    backgrounds: Backgrounds
    captions: Sequence[str]
    gazetteer: Gazetteer
    models: ModelShelf
    load_settings: Callable[[], Settings]
    update_settings: Callable[[Callable[[Settings], Settings]], None]
    """Saves what the function makes of the settings; two threads never undo each other's change."""
    safekeeping: Safekeeping
    fingerprint: Callable[[bytes], bytes | Problem]
    """The content hash of a file as it lies on the disk now, or why it cannot be told."""
