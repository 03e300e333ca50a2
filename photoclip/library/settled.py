"""Thumbnails of the size and in the place that the settings say now."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from photoclip import paths
from photoclip.domain.pipeline import ThumbnailStore
from photoclip.errors import EnvironmentFault
from photoclip.settings import Settings


class SettledThumbnails:
    """Implements `domain.pipeline.ThumbnailStore` by the store that was made last."""

    def __init__(
        self,
        usual: Path,
        make: Callable[[Path, int], ThumbnailStore],
        load_settings: Callable[[], Settings],
    ) -> None:
        """`usual` is the folder in the library, for where no other is set or that one is of no use."""
        self._usual = usual
        self._make = make
        self._load_settings = load_settings
        self._state = (usual, Settings().thumbnail_px)
        self._store = make(*self._state)
        self.follow()

    def follow(self) -> str:
        """Take size and place of the settings; a sentence where that place cannot be written to, else ""."""
        try:
            chosen = self._load_settings()
        except EnvironmentFault:
            return ""  # damaged settings are mended, or told, by whoever works with them
        folder = Path(chosen.thumbnails_dir) if chosen.thumbnails_dir else self._usual
        trouble = ""
        if chosen.thumbnails_dir and not _is_writable(folder):
            trouble = (
                f"The folder for thumbnails, {folder}, cannot be written to; the library's own is used "
                "until it can, or another one is chosen."
            )
            folder = self._usual
        if (folder, chosen.thumbnail_px) != self._state:
            self._state = (folder, chosen.thumbnail_px)
            self._store = self._make(*self._state)
        return trouble

    @property
    def px(self) -> int:
        return self._store.px

    def path(self, content_hash: bytes) -> str:
        return self._store.path(content_hash)

    def has(self, content_hash: bytes) -> bool:
        return self._store.has(content_hash)

    def sound(self, content_hash: bytes) -> bool:
        return self._store.sound(content_hash)

    def drop(self, content_hash: bytes) -> None:
        self._store.drop(content_hash)

    def sweep(self) -> None:
        self._store.sweep()

    def put(self, content_hash: bytes, data: bytes) -> None:
        self._store.put(content_hash, data)


def _is_writable(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=paths.private_dir(folder)):
            return True
    except (OSError, EnvironmentFault):
        return False
