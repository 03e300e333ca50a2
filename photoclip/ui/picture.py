"""Reading a picture file off the GUI thread: bytes in Python, pixels in Qt.

`QImageReader.read` lets other threads run while it decodes; `QImage.fromData`,
`QImage.scaled` and `QImage.convertToFormat` do not (PySide6 6.12: a 24-megapixel
`fromData` stops the GUI thread for 160 ms). So all scaling is asked of the reader.
"""

from __future__ import annotations

import os
import stat
from typing import BinaryIO

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QTransform

MAX_FILE_BYTES = 400_000_000
WHOLE_PIXELS = 48_000_000
"""A picture of up to this many pixels is held at its own size (192 MB); Qt itself refuses over 256 MB."""
_HEAD_BYTES = 16

_MAGIC: tuple[tuple[bytes, int, str], ...] = (
    (b"\xff\xd8\xff", 0, "jpeg"),
    (b"\x89PNG\r\n\x1a\n", 0, "png"),
    (b"GIF8", 0, "gif"),
    (b"WEBP", 8, "webp"),
    (b"BM", 0, "bmp"),
)
_Turning = QImageIOHandler.Transformation
_DRAWN_AS_IT_IS = (QImage.Format.Format_RGB32, QImage.Format.Format_ARGB32_Premultiplied)
_ANIMATED = ("gif", "webp")
_ALIGNED = 8
"""Qt lets libjpeg shrink a clip by up to this factor where its edges are multiples of it."""


def read_file(path: bytes | str) -> bytes:
    """All bytes of a regular file.

    Python opens it, because Qt cannot open names that are not UTF-8. A file
    that has become a pipe or a device since it was indexed is refused, not waited for.

    Raises:
        OSError: gone, not readable, not a regular file, or over `MAX_FILE_BYTES`.
    """
    with _opened(path) as stream:
        return stream.read(MAX_FILE_BYTES)


def read_if_readable(path: bytes | str) -> bytes | None:
    """As `read_file`; None where Qt is not trusted with the format, and then only its head was read."""
    with _opened(path) as stream:
        head = stream.read(_HEAD_BYTES)
        return head + stream.read(MAX_FILE_BYTES) if readable_format(head) else None


def _opened(path: bytes | str) -> BinaryIO:
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    stream = os.fdopen(os.open(path, flags), "rb")
    status = os.fstat(stream.fileno())
    if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_FILE_BYTES:
        stream.close()
        raise OSError("not a regular file of a size that can be shown")
    return stream


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
        self._name = name or ""
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
        return bool(self._reader.transformation().value & _Turning.TransformationRotate90.value)

    @property
    def animated(self) -> bool:
        """Whether it has more than one frame; `read` gives them one by one."""
        return self._name in _ANIMATED and self._reader.supportsAnimation() and self._reader.imageCount() != 1

    @property
    def delay(self) -> int:
        """Milliseconds for which the frame read last is to be seen."""
        return self._reader.nextImageDelay()

    @property
    def loops(self) -> int:
        """How often the animation is to be repeated after the first time, -1 being without end."""
        return self._reader.loopCount()

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

    def read_region(self, region: QRect, shrink: int) -> tuple[QImage, QRect]:
        """A part of the upright picture at 1/`shrink` of its size, and which part that became.

        Only JPEG is decoded in parts. Of other formats it is the whole,
        shrunk where it would have more than `WHOLE_PIXELS`.
        """
        size = self.size()
        if self._name != "jpeg":
            return self.read_within(most_whole(size)), QRect(QPoint(), size)
        from_file = self._turning()
        in_file = from_file.inverted()[0].mapRect(region).intersected(QRect(QPoint(), self._reader.size()))
        clip = _aligned(in_file) if shrink > 1 else in_file
        self._reader.setClipRect(clip)
        if shrink > 1:
            self._reader.setScaledSize(QSize(clip.width() // shrink, clip.height() // shrink))
        return self._reader.read(), from_file.mapRect(clip)

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

    def _turning(self) -> QTransform:
        """From places in the file to places in the upright picture: mirrored first, then turned."""
        size, how = self._reader.size(), self._reader.transformation().value
        result = QTransform()
        if how & _Turning.TransformationMirror.value:
            result *= QTransform(-1, 0, 0, 1, size.width(), 0)
        if how & _Turning.TransformationFlip.value:
            result *= QTransform(1, 0, 0, -1, 0, size.height())
        return result * QTransform(0, 1, -1, 0, size.height(), 0) if self._sideways else result


def most_whole(size: QSize) -> QSize:
    """A picture of this size, or shrunk to the largest that is held whole."""
    pixels = size.width() * size.height()
    return size if pixels <= WHOLE_PIXELS else size * (WHOLE_PIXELS / pixels) ** 0.5


def drawable(image: QImage) -> QImage:
    """In a format that is painted without a conversion each time."""
    if image.isNull() or image.format() in _DRAWN_AS_IT_IS:
        return image
    alpha = image.hasAlphaChannel()
    return image.convertToFormat(_DRAWN_AS_IT_IS[1] if alpha else _DRAWN_AS_IT_IS[0])


def from_rgb(width: int, height: int, pixels: bytes) -> QImage:
    """A drawable picture of `width` x `height` RGB bytes; null where they are not that many.

    numpy lets other threads run while it copies, Qt's conversion does not.
    """
    if width < 1 or height < 1 or len(pixels) != width * height * 3:
        return QImage()
    image = QImage(width, height, QImage.Format.Format_RGB32)
    if image.isNull():
        return image
    target = np.frombuffer(image.bits(), np.uint32).reshape(height, width)
    source = np.frombuffer(pixels, np.uint8).reshape(height, width, 3)
    target[:] = 0xFF
    for channel in range(3):
        target <<= 8
        target |= source[:, :, channel]
    return image


def _aligned(clip: QRect) -> QRect:
    """The clip with edges at multiples of `_ALIGNED`: outwards at first, inwards at the far end."""
    left, top = clip.left() // _ALIGNED * _ALIGNED, clip.top() // _ALIGNED * _ALIGNED
    width = (clip.right() + 1 - left) // _ALIGNED * _ALIGNED
    height = (clip.bottom() + 1 - top) // _ALIGNED * _ALIGNED
    return QRect(left, top, max(width, 1), max(height, 1))
