"""Thumbnails on disk, by content hash."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from photoclip import storage
from photoclip.domain.decoding import THUMBNAIL_PX
from photoclip.errors import StorageFault
from photoclip.paths import THUMBNAILS, private_dir
from photoclip.settings import DECLARED

JPEG_END = b"\xff\xd9"
"""How a whole JPEG ends, and a cut one does not: inside its data 0xFF is always followed by another byte."""

_NAMES = r"[0-9a-f]{32}\.jpg"
_OWN = re.compile(rf"{_NAMES}|\.{_NAMES}-[a-z0-9_]{{8}}")


class Thumbnails:
    """Implements `domain.pipeline.ThumbnailStore`: one JPEG per photo, in 256 folders.

    Those of another size than the usual one are in a folder beside, with the
    size in its name.

    Nothing here is flushed to the disk platter: a thumbnail lost to a power cut
    is made again, and `has` does not count the empty file that one can leave.
    Each file carries a seal (`storage.seal`) behind the end of its JPEG.
    """

    def __init__(self, directory: Path, px: int = THUMBNAIL_PX) -> None:
        self._usual = directory
        self._px = px
        self._directory = directory if px == THUMBNAIL_PX else directory.with_name(f"{directory.name}-{px}")
        self._place = str(self._directory)

    @property
    def px(self) -> int:
        return self._px

    def path(self, content_hash: bytes) -> str:
        """Where the thumbnail of a photo is, or would be."""
        name = content_hash.hex()
        return os.path.join(self._place, name[:2], f"{name}.jpg")

    def has(self, content_hash: bytes) -> bool:
        """Whether a thumbnail is there to be shown."""
        try:
            return os.stat(self.path(content_hash)).st_size > 0
        except OSError:
            return False

    def sound(self, content_hash: bytes) -> bool:
        """Whether a thumbnail is there and every byte of it as it was written."""
        try:
            data = Path(self.path(content_hash)).read_bytes()
        except OSError:
            return False
        return storage.unsealed(data, JPEG_END) is not None

    def drop(self, content_hash: bytes) -> None:
        """Remove a thumbnail, so that it is made again.

        Raises:
            StorageFault: the disk refused.
        """
        file = Path(self.path(content_hash))
        try:
            file.unlink(missing_ok=True)
        except OSError as fault:
            raise StorageFault(
                f"{file} cannot be removed ({fault.strerror}); mend the permissions."
            ) from fault

    def sweep(self) -> None:
        """Remove what a writer that was killed left behind, and thumbnails of another size.

        Only what bears the names that are given here: a library may lie among a
        user's own files. What the disk refuses to remove stays.
        """
        storage.sweep(_shelves(self._directory), _NAMES)
        for folder in _of_all_sizes(self._usual):
            if folder.name != self._directory.name:
                _clear(folder)

    def clear(self) -> None:
        """As `domain.pipeline.ThumbnailStore.clear`."""
        for folder in _of_all_sizes(self._usual):
            _clear(folder)

    def put(self, content_hash: bytes, data: bytes) -> None:
        """Write one thumbnail for this user alone, whole or not at all.

        Raises:
            StorageFault: the disk refused.
        """
        target = Path(self.path(content_hash))
        private_dir(target.parent.parent)
        private_dir(target.parent)
        storage.write(target, storage.seal(data), durable=False)


def shelves(place: Path) -> list[Path]:
    """The folders of thumbnails of any size that are in a place, or will be."""
    sizes = [f"-{px}" for px in DECLARED["thumbnail_px"].choices]
    return [place / f"{THUMBNAILS}{size}" for size in ("", *sizes)]


def _of_all_sizes(usual: Path) -> list[Path]:
    named = re.compile(rf"{re.escape(usual.name)}(?:-\d+)?")
    try:
        beside = list(usual.parent.iterdir())
    except OSError:
        return []
    return [
        folder
        for folder in beside
        if named.fullmatch(folder.name) and folder.is_dir() and not folder.is_symlink()
    ]


def _clear(directory: Path) -> None:
    for shelf in _shelves(directory):
        _empty(shelf)
    with contextlib.suppress(OSError):
        directory.rmdir()


def _shelves(directory: Path) -> Iterator[Path]:
    for number in range(256):
        shelf = directory / f"{number:02x}"
        if shelf.is_dir() and not shelf.is_symlink():
            yield shelf


def _empty(shelf: Path) -> None:
    with contextlib.suppress(OSError):
        for file in list(shelf.iterdir()):
            if _OWN.fullmatch(file.name):
                file.unlink()
        shelf.rmdir()
