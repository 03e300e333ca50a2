"""Writing small files whole or not at all, readable by this user alone."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from photoclip.errors import StorageFault

_REMEDIES = {
    errno.ENOSPC: "free some space",
    errno.EDQUOT: "free some space",
    errno.EROFS: "it lies on a drive that is read-only",
    errno.EACCES: "mend the permissions",
    errno.EPERM: "mend the permissions",
    errno.ENOENT: "check that the folder is there",
    errno.ENOTDIR: "check that the folder is there",
    errno.EIO: "check the drive",
}
_SEAL_MAGIC = b"\0seal-1\0"
_SEAL_DIGEST = 16


@contextlib.contextmanager
def replacing(path: Path, *, durable: bool = True) -> Iterator[Path]:
    """A temporary file beside `path` that takes its place when the block ends well.

    Whatever goes wrong, the old file is still there and no temporary is left.
    With `durable` the content reaches the disk before the name does, so that a
    power cut leaves the old file or the new one; leave it off for what can be
    made again.

    Raises:
        StorageFault: the disk refused.
    """
    temporary: Path | None = None
    try:
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
        os.close(descriptor)
        temporary = Path(name)
        yield temporary
        if durable:
            with temporary.open("rb+") as stream:
                os.fsync(stream.fileno())
        temporary.replace(path)
    except OSError as fault:
        raise StorageFault(
            f"{path} cannot be written ({fault.strerror or fault}); {remedy(fault)}."
        ) from fault
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def remedy(fault: OSError) -> str:
    """What a person can do about a write that failed."""
    return _REMEDIES.get(fault.errno or 0, "free some space or mend the permissions")


def sweep(folders: Iterable[Path], names: str) -> None:
    """Remove what a program that was killed left of `replacing`; only for the one writer of a place.

    `names` is a regular expression for the names of the files that were to be
    replaced. Nothing else is touched: a library may lie among a user's own files.
    """
    left = re.compile(rf"\.(?:{names})-[a-z0-9_]{{8}}")
    for folder in folders:
        with contextlib.suppress(OSError):
            for file in list(folder.iterdir()):
                if left.fullmatch(file.name) and file.is_file():
                    file.unlink()


def write(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Write `data` to `path`, whole or not at all.

    Raises:
        StorageFault: the disk refused; the old file is still there.
    """
    with replacing(path, durable=durable) as temporary, temporary.open("wb") as stream:
        write_all(stream, data)


def write_all(stream: BinaryIO, data: bytes) -> None:
    """Write everything or raise: a short write on a full disk is an error, not a result."""
    if stream.write(data) != len(data):
        raise OSError("the disk took only a part")


def seal(data: bytes) -> bytes:
    """`data` with a short trailer by which any later damage shows; decoders of JPEG do not mind it."""
    return data + _SEAL_MAGIC + _digest(data)


def unsealed(data: bytes, old_ending: bytes = b"") -> bytes | None:
    """What was sealed, or None where it is not what it was then.

    What ends in `old_ending`, if that is given, was written whole before there
    were seals, and is taken as it is.
    """
    end = len(data) - _SEAL_DIGEST
    body = data[: end - len(_SEAL_MAGIC)]
    if end >= len(_SEAL_MAGIC) and data == body + _SEAL_MAGIC + _digest(body):
        return body
    return data if old_ending and data.endswith(old_ending) else None


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_SEAL_DIGEST).digest()
