"""A drive's own mark: a small file that gives it a name that lasts."""

from __future__ import annotations

import os
import re
import stat

MARKER = b".photoclip-drive"
_LONGEST = 200
_SOUND = re.compile(rb"[A-Za-z0-9-]{8,64}")


def read_marker(folder: bytes) -> str:
    """The id in a folder's marker, or "" where there is none that is sound. Drives come from anywhere."""
    # A pipe of this name would otherwise hold up whoever opens it, and a link would lead off the drive.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
    try:
        opened = os.open(os.path.join(folder, MARKER), flags)
    except (OSError, ValueError):
        return ""
    try:
        if not stat.S_ISREG(os.fstat(opened).st_mode):
            return ""
        text = os.read(opened, _LONGEST).removeprefix(b"\xef\xbb\xbf").strip()
    except OSError:
        return ""
    finally:
        os.close(opened)
    return text.decode("ascii") if _SOUND.fullmatch(text) else ""
