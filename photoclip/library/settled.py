"""Thumbnails of the size and in the place that the settings say now."""

from __future__ import annotations

import contextlib
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
        """`usual` is the library, for where no other place is set or that one is of no use."""
        self._usual = usual
        self._make = make
        self._load_settings = load_settings
        self._state = (usual, Settings().thumbnail_px)
        self._store = make(usual / paths.THUMBNAILS, Settings().thumbnail_px)
        self._left: dict[Path, ThumbnailStore] = {}
        """What was used before, in other places."""
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
            self._left[self._state[0]] = self._store
            self._state = (folder, chosen.thumbnail_px)
            self._store = self._make(folder / paths.THUMBNAILS, chosen.thumbnail_px)
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
        """As `ThumbnailStore.sweep`; what was put into places that are not set any more goes too."""
        self._store.sweep()
        with contextlib.suppress(EnvironmentFault):
            used = {self._state[0], Path(self._load_settings().thumbnails_dir)}
            for folder in self._left.keys() - used:
                self._left.pop(folder).clear()

    def clear(self) -> None:
        self._store.clear()

    def put(self, content_hash: bytes, data: bytes) -> None:
        self._store.put(content_hash, data)


def _is_writable(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=paths.private_dir(folder)):
            return True
    except (OSError, EnvironmentFault):
        return False
