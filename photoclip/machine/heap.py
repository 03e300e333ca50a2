"""The C library's heap: as many threads as photoclip has must not each keep a heap of their own."""

from __future__ import annotations

import ctypes
import sys

_ARENA_MAX = -8
"""M_ARENA_MAX of glibc's malloc.h."""
_ARENAS = 2


def share() -> bool:
    """Let all threads share two heaps; whether this system has such a choice.

    glibc gives each new thread a heap of its own, up to eight for each
    processor. Pictures are decoded by one thread and let go by another, so
    that each of these heaps keeps what it once needed.
    """
    if sys.platform != "linux":
        return False
    try:
        return bool(ctypes.CDLL(None).mallopt(_ARENA_MAX, _ARENAS))
    except (OSError, AttributeError):  # another C library than glibc
        return False
