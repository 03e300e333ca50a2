"""Writing small files whole or not at all, readable by this user alone."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from photoclip.errors import StorageFault


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
            f"{path} cannot be written ({fault.strerror or fault}); free some space or mend the permissions."
        ) from fault
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


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
