"""Everything that the use cases need of the world, joined by `bootstrap`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from photoclip.domain.models import ModelCard, ModelKey
from photoclip.domain.ports import (
    Backgrounds,
    Catalog,
    Decoder,
    Encoder,
    FolderScanner,
    Indexes,
    ThumbnailStore,
)
from photoclip.settings import Settings

Progress = Callable[[int, int], None]
"""Bytes fetched so far, and bytes in all (0 where unknown)."""


class Watch(Protocol):
    """Live watching of folders; what it calls is a hint to look again."""

    def start(self) -> None: ...

    def watch(self, folder: bytes) -> str:
        """Watch a folder; a sentence where the system cannot, else ""."""
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


@dataclass(frozen=True, slots=True)
class Workshop:
    """One library's parts. Factories are for what belongs to one thread."""

    open_catalog: Callable[[bool], Catalog]
    """Opens the catalog, to write if True."""
    new_decoder: Callable[[], Decoder]
    new_indexes: Callable[[], Indexes]
    new_watch: Callable[[Callable[[], None]], Watch]
    scanner: FolderScanner
    thumbnails: ThumbnailStore
    backgrounds: Backgrounds
    captions: Sequence[str]
    models: ModelShelf
    load_settings: Callable[[], Settings]
    update_settings: Callable[[Callable[[Settings], Settings]], None]
    """Saves what the function makes of the settings; two threads never undo each other's change."""
