"""Very many very small photos."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

_IN_A_FOLDER = 500


def tiny_png(mark: int) -> bytes:
    """A photo of 16 pixels whose colours are the bytes of its number, so that no two are the same."""
    pixels = mark.to_bytes(4, "big") * 12
    rows = b"".join(b"\0" + pixels[start : start + 12] for start in range(0, 48, 12))
    header = struct.pack(">IIBBBBB", 4, 4, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def write_many(folder: Path, count: int) -> None:
    """Write photos into subfolders of 500."""
    for mark in range(count):
        part = folder / f"{mark // _IN_A_FOLDER:04}"
        if mark % _IN_A_FOLDER == 0:
            part.mkdir(parents=True)
        (part / f"{mark:06}.png").write_bytes(tiny_png(mark))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
