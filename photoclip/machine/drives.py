"""Which drive a folder lies on, and where a drive is mounted now."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from photoclip.domain.machine import Drive
from photoclip.machine.marker import read_marker
from photoclip.machine.mounts import Mount, is_removable, mounts
from photoclip.machine.volumes import volume_id

_MOST_FOLDERS = 1000


class Drives:
    """Implements `domain.machine.Drives`. Safe from any thread: what is kept can be asked for again.

    A drive's marker comes before the id of its volume. It lies at the mount
    point, or in the folder that is watched; that folder counts as the drive
    then, and is found again at any mount point or right below one.
    """

    def __init__(
        self,
        mounts: Callable[[], Sequence[Mount]] = mounts,
        by_uuid: Path = Path("/dev/disk/by-uuid"),
        blocks: Path = Path("/sys/class/block"),
    ) -> None:
        self._mounts = mounts
        self._by_uuid = by_uuid
        self._blocks = blocks
        self._volumes: dict[Mount, str] = {}
        self._found: dict[str, bytes | None] = {}
        self._seen: tuple[Mount, ...] = ()

    def of(self, path: bytes) -> Drive:
        real = _real(path)
        mount = _holding(self._table(), real)
        at_mount = read_marker(mount.point)
        marker = at_mount or read_marker(real)
        remote = mount.is_remote
        return Drive(
            f"marker:{marker}" if marker else self._volume(mount),
            real if marker and not at_mount else mount.point,
            remote,
            not remote and is_removable(mount, self._blocks),
        )

    def is_remote(self, path: bytes) -> bool:
        return _holding(self._table(), _real(path)).is_remote

    def find(self, drive_id: str) -> bytes | None:
        table = self._table()
        found = self._found
        if drive_id not in found:
            found[drive_id] = self._look_for(drive_id, table)
        return found[drive_id]

    def _look_for(self, drive_id: str, table: Sequence[Mount]) -> bytes | None:
        kind, _, name = drive_id.partition(":")
        of_users = [mount for mount in table if not mount.is_system]
        if kind == "marker":
            places = [mount.point for mount in of_users]
            below = (folder for place in places for folder in _folders(place))
            return next((place for place in (*places, *below) if name and read_marker(place) == name), None)
        return next((mount.point for mount in of_users if name and self._volume(mount) == drive_id), None)

    def _table(self) -> tuple[Mount, ...]:
        """What is mounted now. Where that is as before, so is all that was found out about it."""
        table = tuple(self._mounts())
        if table != self._seen:
            self._volumes, self._found = {}, {}
            self._seen = table
        return table

    def _volume(self, mount: Mount) -> str:
        volumes = self._volumes
        if not volumes.get(mount):
            # An id that cannot be told just now (the system is slow to learn it) is asked for again.
            volumes[mount] = "" if mount.is_remote else volume_id(mount, self._by_uuid)
        return volumes[mount]


def _real(path: bytes) -> bytes:
    # On Windows a letter would become the server's name, which is in no list of mounts.
    return os.path.realpath(path) if os.name != "nt" else os.path.abspath(path)


def _holding(table: Sequence[Mount], path: bytes) -> Mount:
    """The mount with the longest path above this one; of two at one place, the later covers the earlier."""
    wanted = _slashed(path)
    best: Mount | None = None
    for mount in table:
        fits = wanted.startswith(_slashed(mount.point))
        if fits and (best is None or len(_slashed(mount.point)) >= len(_slashed(best.point))):
            best = mount
    if best is not None:
        return best
    drive = os.path.splitdrive(path)[0]
    return Mount("", os.path.join(drive, os.sep.encode()), "")


def _slashed(path: bytes) -> bytes:
    return os.path.join(os.path.normcase(path), b"")


def _folders(place: bytes) -> Iterator[bytes]:
    try:
        with os.scandir(place) as entries:
            yield from (entry.path for entry in islice(entries, _MOST_FOLDERS) if entry.is_dir())
    except OSError:
        return
