"""Thumbnails on disk, by content hash."""

from __future__ import annotations

from pathlib import Path

from photoclip import storage
from photoclip.paths import private_dir


class Thumbnails:
    """Implements `domain.ports.ThumbnailStore`: one JPEG per photo, in 256 folders.

    Nothing here is flushed to the disk platter: a thumbnail lost to a power cut
    is made again, and `has` does not count the empty file that one can leave.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def path(self, content_hash: bytes) -> str:
        """Where the thumbnail of a photo is, or would be."""
        name = content_hash.hex()
        return str(self._directory / name[:2] / f"{name}.jpg")

    def has(self, content_hash: bytes) -> bool:
        """Whether a thumbnail is there to be shown."""
        try:
            return Path(self.path(content_hash)).stat().st_size > 0
        except OSError:
            return False

    def put(self, content_hash: bytes, data: bytes) -> None:
        """Write one thumbnail for this user alone, whole or not at all.

        Raises:
            StorageFault: the disk refused.
        """
        target = Path(self.path(content_hash))
        private_dir(target.parent.parent)
        private_dir(target.parent)
        storage.write(target, data, durable=False)
