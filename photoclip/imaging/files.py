"""Opening and hashing: ordinary files only, without ever waiting for one."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from photoclip.domain.photos import CONTENT_HASH_BYTES, Problem, ProblemKind
from photoclip.imaging.problems import Rejected, unreadable

MAX_FILE_BYTES = 1 << 30
"""The largest file that is read: about ten times the largest RAW file of any camera."""

_CHUNK_BYTES = 1 << 20

# O_NONBLOCK lets a named pipe be opened without a writer, O_NOFOLLOW refuses a
# link to /dev/zero; neither exists on Windows, which has neither trap.
_OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
)


@contextmanager
def open_photo(path: bytes) -> Iterator[BinaryIO]:
    """An ordinary file for reading, with a check that it stayed the same meanwhile.

    Without that check the hash could belong to other bytes than the picture.

    Raises:
        Rejected: not an ordinary file, not to be opened, empty, or changed while it was read.
    """
    with _open_regular(path) as file:
        before = os.fstat(file.fileno())
        if before.st_size == 0:
            raise Rejected(ProblemKind.EMPTY, "The file is empty.")
        yield file
        after = os.fstat(file.fileno())
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            raise Rejected(
                ProblemKind.UNREADABLE,
                "The file changed while it was being read; it is tried again at the next scan.",
            )


def _open_regular(path: bytes) -> BinaryIO:
    try:
        descriptor = os.open(path, _OPEN_FLAGS)
    except OSError as fault:
        if fault.errno == errno.ELOOP:
            raise Rejected(
                ProblemKind.NOT_A_PHOTO, "This is a link; photoclip reads photos where they really are."
            ) from fault
        raise unreadable(fault) from fault
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise Rejected(ProblemKind.NOT_A_PHOTO, "This is not an ordinary file.")
    return os.fdopen(descriptor, "rb")


def check_file_size(file: BinaryIO) -> None:
    """Refuse a file that no camera makes, before any of it is hashed.

    Raises:
        Rejected: above `MAX_FILE_BYTES`.
    """
    size = os.fstat(file.fileno()).st_size
    if size > MAX_FILE_BYTES:
        raise Rejected(
            ProblemKind.TOO_LARGE,
            f"The file has {size / (1 << 30):.1f} GB; photoclip reads up to {MAX_FILE_BYTES >> 30} GB.",
        )


def content_hash(file: BinaryIO) -> bytes:
    """BLAKE2b with a 128-bit digest over all bytes; the file is left at its start."""
    file.seek(0)
    digest = hashlib.blake2b(digest_size=CONTENT_HASH_BYTES)
    while chunk := file.read(_CHUNK_BYTES):
        digest.update(chunk)
    file.seek(0)
    return digest.digest()


def fingerprint(path: bytes) -> bytes | Problem:
    """The content hash of a file as it lies on the disk now, or why it cannot be told."""
    try:
        with open_photo(path) as file:
            check_file_size(file)
            return content_hash(file)
    except Rejected as rejected:
        return rejected.problem
    except OSError as fault:
        return unreadable(fault).problem
