"""Paths as a catalog has them: the bytes of whichever system wrote them."""

from __future__ import annotations

import re

_WINDOWS_PATH = re.compile(rb"[A-Za-z]:\\|\\\\")


def below(folder: bytes) -> tuple[bytes, bytes]:
    """Bounds of all paths inside a folder: `low <= path < high`, compared as bytes."""
    separator = separator_of(folder)
    low = folder if folder.endswith(separator) else folder + separator
    return low, low[:-1] + bytes([low[-1] + 1])


def separator_of(folder: bytes) -> bytes:
    """What parts a path; a library may have been written on another system."""
    return b"\\" if _WINDOWS_PATH.match(folder) else b"/"
