"""Why a file cannot be shown: from whatever a decoder raised to one sentence for people."""

from __future__ import annotations

import errno
import os

from PIL import UnidentifiedImageError

from photoclip.domain.photos import Problem, ProblemKind

ENDS_EARLY = Problem(
    ProblemKind.DAMAGED, "The file ends early; it may have been cut off while it was copied or saved."
)
UNINTELLIGIBLE = Problem(
    ProblemKind.DAMAGED, "The file begins like a photo, but what follows makes no sense; it is damaged."
)
TOO_MUCH_MEMORY = Problem(
    ProblemKind.TOO_LARGE, "Reading this file takes more memory than photoclip gives to one photo."
)
UNKNOWN_VARIANT = Problem(
    ProblemKind.UNSUPPORTED, "The file uses a variant of its format that photoclip cannot read."
)

# How the decoders word the two causes that are worth telling apart from plain
# damage; Pillow, libheif, libavif and LibRaw have no error classes for them.
_ENDING = (
    "truncated",
    "not enough",
    "unexpected end",
    "end of file",
    "eof",
    "buffer is not large enough",
    "not processed",
    "failed to read",
    "input/output error",  # LibRaw, past the end of what it was given
)
_VARIANT = ("unsupported", "not supported", "unknown codec", "cannot handle", "unknown raw mode")

_UNREADABLE = {
    errno.ENOENT: "The file is no longer there.",
    errno.ENOTDIR: "The file is no longer there.",
    errno.EACCES: "photoclip is not allowed to read this file; check its permissions.",
    errno.EPERM: "photoclip is not allowed to read this file; check its permissions.",
    errno.EIO: "The drive reported an error while this file was read; check the drive and its cable.",
    errno.ENXIO: "The drive that holds this file is not answering; check that it is connected.",
    errno.ENODEV: "The drive that holds this file is not answering; check that it is connected.",
    errno.ESTALE: "The network drive that holds this file is not answering; check that it is connected.",
    errno.ETIMEDOUT: "The network drive that holds this file is not answering; check that it is connected.",
    errno.ENOTCONN: "The network drive that holds this file is not answering; check that it is connected.",
}


class Rejected(Exception):
    """Carries a problem out of the depth of a decode; it never leaves `imaging`."""

    def __init__(self, kind: ProblemKind, reason: str) -> None:
        super().__init__(reason)
        self.problem = Problem(kind, reason)


def unreadable(fault: OSError) -> Rejected:
    """The problem of a file that the system would not open."""
    if fault.errno in _UNREADABLE:
        reason = _UNREADABLE[fault.errno]
    else:
        cause = os.strerror(fault.errno) if fault.errno else "no cause given"
        reason = f"The system could not read this file ({cause}); it is tried again at the next scan."
    return Rejected(ProblemKind.UNREADABLE, reason)


def explain(error: Exception) -> Problem:
    """The problem behind anything that a decoder raised."""
    if isinstance(error, Rejected):
        return error.problem
    if isinstance(error, MemoryError):
        return TOO_MUCH_MEMORY
    if isinstance(error, UnidentifiedImageError):
        return UNINTELLIGIBLE
    # Pillow's own OSErrors carry no number. Others can be its doing as well: a
    # forged offset is EINVAL in seek, so only those that tell of a drive count.
    if isinstance(error, OSError) and error.errno in _UNREADABLE:
        return unreadable(error).problem
    words = str(error).lower()
    if isinstance(error, EOFError) or any(sign in words for sign in _ENDING):
        return ENDS_EARLY
    if isinstance(error, NotImplementedError) or any(sign in words for sign in _VARIANT):
        return UNKNOWN_VARIANT
    return UNINTELLIGIBLE
