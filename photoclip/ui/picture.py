"""Reading a picture file off the GUI thread: bytes in Python, pixels in Qt.

`QImageReader.read` lets other threads run while it decodes; `QImage.fromData`,
`QImage.scaled` and `QImage.convertToFormat` do not (PySide6 6.12: a 24-megapixel
`fromData` stops the GUI thread for 160 ms). So all scaling is asked of the reader.
"""

from __future__ import annotations

import os
import stat

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

MAX_FILE_BYTES = 400_000_000

_MAGIC: tuple[tuple[bytes, int, str], ...] = (
    (b"\xff\xd8\xff", 0, "jpeg"),
    (b"\x89PNG\r\n\x1a\n", 0, "png"),
    (b"GIF8", 0, "gif"),
    (b"WEBP", 8, "webp"),
    (b"BM", 0, "bmp"),
)
_TURNED = QImageIOHandler.Transformation.TransformationRotate90


def read_file(path: bytes | str) -> bytes:
    """All bytes of a regular file.

    Python opens it, because Qt cannot open names that are not UTF-8. A file
    that has become a pipe or a device since it was indexed is refused, not waited for.

    Raises:
        OSError: gone, not readable, not a regular file, or over `MAX_FILE_BYTES`.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as stream:
        status = os.fstat(stream.fileno())
        if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_FILE_BYTES:
            raise OSError("not a regular file of a size that can be shown")
        return stream.read(MAX_FILE_BYTES)


def readable_format(data: bytes) -> str | None:
    """Which of the formats left to Qt this is, by its first bytes; None for any other.

    Deciding it here keeps hostile files away from Qt's other decoders (SVG,
    PDF, TIFF), and RAW files, which are TIFF inside, from passing for their
    tiny embedded preview.
    """
    for magic, offset, name in _MAGIC:
        if data[offset : offset + len(magic)] == magic:
            return name
    return None


class Picture:
    """One picture in memory, ready to be decoded at the size it is needed in."""

    def __init__(self, data: bytes) -> None:
        name = readable_format(data)
        # The reader refers to both without owning them.
        self._bytes = QByteArray(data)
        self._buffer = QBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._reader = QImageReader(self._buffer, QByteArray((name or "none").encode()))
        self._reader.setAutoDetectImageFormat(False)
        self._reader.setAutoTransform(True)
        self.readable = name is not None and self._reader.canRead()

    @property
    def _sideways(self) -> bool:
        return bool(self._reader.transformation().value & _TURNED.value)

    def size(self) -> QSize:
        """Width and height, upright."""
        size = self._reader.size()
        return size.transposed() if self._sideways else size

    def read(self) -> QImage:
        """As it is; a null image when it is damaged."""
        return self._reader.read()

    def read_within(self, box: QSize) -> QImage:
        """Shrunk to fit into `box` device pixels, never enlarged."""
        size = self.size()
        if size.isValid() and (size.width() > box.width() or size.height() > box.height()):
            self._scale_to(size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio))
        return self._reader.read()

    def read_square(self, side: int) -> QImage:
        """The middle of the picture as a square of `side` device pixels."""
        size = self.size()
        if size.isValid():
            cover = size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
            self._scale_to(cover)
            across, down = cover.width() - side, cover.height() - side
            if self._sideways:
                across, down = down, across
            self._reader.setScaledClipRect(QRect(across // 2, down // 2, side, side))
        return self._reader.read()

    def _scale_to(self, upright: QSize) -> None:
        # The reader scales first and turns afterwards.
        upright = upright.expandedTo(QSize(1, 1))
        self._reader.setScaledSize(upright.transposed() if self._sideways else upright)
