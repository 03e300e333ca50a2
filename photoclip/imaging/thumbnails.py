"""Thumbnails on disk, by content hash."""

from __future__ import annotations

from pathlib import Path

from photoclip import storage
from photoclip.errors import StorageFault
from photoclip.paths import private_dir

JPEG_END = b"\xff\xd9"
"""How a whole JPEG ends, and a cut one does not: inside its data 0xFF is always followed by another byte."""


class Thumbnails:
    """Implements `domain.pipeline.ThumbnailStore`: one JPEG per photo, in 256 folders.

    Nothing here is flushed to the disk platter: a thumbnail lost to a power cut
    is made again, and `has` does not count the empty file that one can leave.
    Each file carries a seal (`storage.seal`) behind the end of its JPEG.
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

    def put(self, content_hash: bytes, data: bytes) -> None:
        """Write one thumbnail for this user alone, whole or not at all.

        Raises:
            StorageFault: the disk refused.
        """
        target = Path(self.path(content_hash))
        private_dir(target.parent.parent)
        private_dir(target.parent)
        storage.write(target, storage.seal(data), durable=False)
