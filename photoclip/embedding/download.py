"""One file from the hub, continued where the last attempt ended.

huggingface_hub 2 writes each attempt to a new temporary file and deletes it when
the connection breaks for good, so that a gigabyte starts from zero
(`_download_to_tmp_and_move`). Here the part stays, under a name that says which
content it belongs to.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from time import sleep
from typing import Any, BinaryIO

from photoclip.embedding import hub
from photoclip.embedding.hub import RemoteFile
from photoclip.errors import ModelRejected, StorageFault

_STALLED_S = 30.0
_ATTEMPTS = 5
_PAUSE_S = 2.0


def part_of(target: Path, remote: RemoteFile) -> Path:
    """Where the unfinished file is kept."""
    return target.with_name(f"{target.name}.{(remote.checksum or remote.commit)[:12]}.part")


@contextlib.contextmanager
def disk(path: Path) -> Iterator[None]:
    """Tell faults of the disk from those of the network; both are OSError.

    Raises:
        StorageFault: `path` cannot be written.
    """
    try:
        yield
    except OSError as fault:
        raise StorageFault(
            f"{path} cannot be written ({fault.strerror}); free some space, "
            "or name another folder with PHOTOCLIP_MODELS."
        ) from fault


def download(remote: RemoteFile, target: Path, received: Callable[[int], None]) -> None:
    """Fetch `remote` into `target`, whole and verified.

    `received` is called with the bytes on disk so far, and may raise to stop;
    what has arrived is kept. A broken connection is taken up again at once, then
    after growing pauses, until five attempts in a row brought nothing.

    Raises:
        Exception: one of `hub.faults()`, when the connection stays broken.
        StorageFault: the disk refuses.
        ModelRejected: the bytes are not those that the hub announced; they are deleted.
    """
    part = part_of(target, remote)
    with disk(part):
        part.touch(mode=0o600)
    idle = 0
    while (before := part.stat().st_size) < remote.size:
        try:
            _continue(remote, part, received)
        except hub.faults() as fault:
            idle = 0 if part.stat().st_size > before else idle + 1
            if idle >= _ATTEMPTS or _is_final(fault):
                raise
            sleep(_PAUSE_S * idle)
    if not remote.is_right(part):
        part.unlink()
        raise ModelRejected(
            f"{remote.url} did not give the file that was announced (its checksum differs), so it was "
            "deleted; try again, or name another mirror with HF_ENDPOINT."
        )
    with disk(target):
        part.replace(target)


def _continue(remote: RemoteFile, part: Path, received: Callable[[int], None]) -> None:
    start = part.stat().st_size
    headers = {"Accept-Encoding": "identity"}
    if start:
        headers["Range"] = f"bytes={start}-"
    with hub.session().stream("GET", remote.url, headers=headers, timeout=_STALLED_S) as response:
        response.raise_for_status()
        with part.open("r+b") as file:
            # 206 goes on from `start`; 200 sends everything again, which a server may do.
            file.seek(start if response.status_code == 206 else 0)
            file.truncate()
            _write(response, file, remote, received)


def _write(response: Any, file: BinaryIO, remote: RemoteFile, received: Callable[[int], None]) -> None:
    received(file.tell())
    try:
        for chunk in response.iter_raw():
            if file.tell() + len(chunk) > remote.size:
                raise ConnectionError(f"{remote.url} sends more than the {remote.size} bytes it announced")
            with disk(Path(file.name)):
                file.write(chunk)
            received(file.tell())
    finally:
        with disk(Path(file.name)):
            file.flush()
            os.fsync(file.fileno())


def _is_final(fault: Exception) -> bool:
    """Answers that do not change by asking again: not there, not allowed."""
    response = getattr(fault, "response", None)
    return response is not None and 400 <= response.status_code < 500 and response.status_code != 429
