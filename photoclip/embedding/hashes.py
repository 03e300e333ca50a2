"""SHA-256 of weights, remembered by size and time, so that 4 GB are not read again at every start."""

from __future__ import annotations

import contextlib
import hashlib
import json
from pathlib import Path

from photoclip import paths, storage
from photoclip.errors import ModelUnavailable, StorageFault

_REMEMBERED_FROM = 64_000_000
"""Bytes; below that, hashing takes less than a tenth of a second."""
_hashed: dict[str, tuple[list[int], str]] = {}
"""What this process has hashed or read from the notes, by path: size and time, and the hash."""


def weights_sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal.

    Raises:
        ModelUnavailable: the file cannot be read.
    """
    try:
        name, stamp = str(path.resolve()), _stamp(path)
        # Asked for with every query, so that a file that changed is never taken for the old one.
        if (hashed := _hashed.get(name)) and hashed[0] == stamp:
            return hashed[1]
        known = _remembered().get(name)
        if known and known[:2] == stamp:
            _hashed[name] = stamp, str(known[2])
            return str(known[2])
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as fault:
        raise ModelUnavailable(f"{path} cannot be read ({fault.strerror}); check the drive.") from fault
    _hashed[name] = stamp, digest
    remember(path, digest)
    return digest


def remember(path: Path, digest: str) -> None:
    """Note the hash of a large file. A note that cannot be written only costs the time to hash again."""
    stamp = _stamp(path)
    if stamp[0] < _REMEMBERED_FROM:
        return
    notes = {name: note for name, note in _remembered().items() if Path(name).is_file()}
    notes[str(path.resolve())] = [*stamp, digest]
    with contextlib.suppress(OSError, StorageFault):
        paths.private_dir(paths.models_dir())
        storage.write(_notes(), json.dumps(notes).encode("ascii"), durable=False)


def _notes() -> Path:
    return paths.models_dir() / "hashes.json"


def _stamp(path: Path) -> list[int]:
    status = path.stat()
    return [status.st_size, status.st_mtime_ns]


def _remembered() -> dict[str, list[int | str]]:
    try:
        notes = json.loads(_notes().read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(notes, dict):
        return {}
    return {name: note for name, note in notes.items() if isinstance(note, list) and len(note) == 3}
