"""The machine: its drives and what feeds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from photoclip.domain.errands import BinnedFile


@dataclass(frozen=True, slots=True)
class Drive:
    """Where a folder lies. `drive_id` is the drive's own and lasting name, empty where it has none.

    `mount` is where it is mounted now. `remote` drives change unseen by this
    machine, `removable` ones come and go.
    """

    drive_id: str
    mount: bytes
    remote: bool = False
    removable: bool = False


class Drives(Protocol):
    """The drives of this machine, as they are mounted now."""

    def of(self, path: bytes) -> Drive:
        """The drive that holds a path, or would hold it were it there."""
        ...

    def is_remote(self, path: bytes) -> bool:
        """As `of`, without asking for the drive's lasting name, which may run a program."""
        ...

    def find(self, drive_id: str) -> bytes | None:
        """Where the drive with this id is mounted now, or None."""
        ...


@dataclass(frozen=True, slots=True)
class PowerState:
    """`saving` is the system's low-power mode, chosen by the user or by a low battery."""

    on_battery: bool = False
    saving: bool = False


class Power(Protocol):
    def state(self) -> PowerState:
        """What feeds the machine now; plugged in where that cannot be known. Quick enough for each second."""
        ...


class Bin(Protocol):
    """The system's bin."""

    def put(self, path: bytes) -> BinnedFile:
        """Move one file to the bin.

        Raises:
            StorageFault: the system refused; the file is where it was.
        """
        ...

    def put_back(self, file: BinnedFile) -> None:
        """Move a file from the bin to where it was.

        Raises:
            StorageFault: it is not in the bin any more, or another file took its place.
        """
        ...
