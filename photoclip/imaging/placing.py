"""New files in a folder of other files: whole or not at all, and never over another."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
from collections.abc import Iterator
from typing import BinaryIO

from photoclip.errors import StorageFault
from photoclip.paths import display
from photoclip.storage import remedy

_MOST_NAME = 255
"""Bytes of a name on nearly every file system."""
_MOST_UTF8 = 4
"""Bytes of one character."""
_MOST_NUMBERS = 100_000

# File systems without hard links (FAT, some of the network) say one of these.
_NO_LINKS = frozenset(
    {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EACCES}
)
_BAD_NAME = frozenset({errno.EINVAL, errno.EILSEQ})
# What FAT and Windows refuse in a name; bytes that are no UTF-8 they refuse as well.
_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f\ufffd]')


class Placed:
    """A file that is being written, and what it is to be called."""

    def __init__(self, stream: BinaryIO, name: bytes) -> None:
        self.stream = stream
        self.name = name
        self.times_ns: tuple[int, int] | None = None
        self.path = b""
        """Where it is; known when the block has ended."""


@contextlib.contextmanager
def placing(folder: bytes, name: bytes) -> Iterator[Placed]:
    """A file to write that gets this name in this folder when the block ends well, or the name with a number.

    Its content is on the disk before it has the name. Whatever goes wrong,
    nothing of it is left. Any `OSError` in the block counts as one of the
    target: what is read from elsewhere has to catch its own.

    Raises:
        StorageFault: the target refused.
    """
    temporary = os.path.join(folder, b".photoclip-" + secrets.token_hex(8).encode() + b".part")
    try:
        try:
            with open(temporary, "xb") as stream:  # noqa: PTH123 - a path in bytes
                placed = Placed(stream, name)
                yield placed
                stream.flush()
                os.fsync(stream.fileno())
            if placed.times_ns is not None:
                os.utime(temporary, ns=placed.times_ns)
            placed.path = _name(temporary, folder, placed.name)
        finally:
            with contextlib.suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108 - a path in bytes
    except OSError as fault:
        raise StorageFault(
            f"Nothing can be written to {display(folder)} ({fault.strerror or fault}); {remedy(fault)}."
        ) from fault


def _name(temporary: bytes, folder: bytes, name: bytes) -> bytes:
    try:
        return _first_free(temporary, folder, name)
    except OSError as fault:
        if fault.errno not in _BAD_NAME:
            raise
        plain = _REFUSED.sub("_", name.decode("utf-8", "replace")).rstrip(" .")
        return _first_free(temporary, folder, os.fsencode(plain))


def _first_free(temporary: bytes, folder: bytes, name: bytes) -> bytes:
    for number in range(1, _MOST_NUMBERS):
        target = os.path.join(folder, _numbered(name, number))
        try:
            _move(temporary, target)
        except FileExistsError:
            continue
        return target
    raise FileExistsError(errno.EEXIST, "too many files of this name")


def _numbered(name: bytes, number: int) -> bytes:
    stem, suffix = os.path.splitext(name)
    ending = (b" (%d)" % number if number > 1 else b"") + suffix
    room = max(1, _MOST_NAME - len(ending))
    for _ in range(_MOST_UTF8 - 1):
        if len(stem) > room > 1 and stem[room] & 0xC0 == 0x80:
            room -= 1  # within a character
    return stem[:room] + ending


def _move(temporary: bytes, target: bytes) -> None:
    """Give a file its name, unless another has it.

    Raises:
        FileExistsError: another has.
    """
    if os.name == "nt":
        os.rename(temporary, target)  # noqa: PTH104 - which overwrites nothing on Windows
        return
    try:
        os.link(temporary, target)
        return
    except OSError as fault:
        if fault.errno not in _NO_LINKS:
            raise
    # The name is taken by an empty file first, which nobody else can then make.
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    try:
        os.replace(temporary, target)  # noqa: PTH105 - a path in bytes
    except OSError:
        os.unlink(target)  # noqa: PTH108
        raise
