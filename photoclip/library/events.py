"""What long work tells while it runs."""

from __future__ import annotations

from dataclasses import dataclass

from photoclip.domain.catalog import Coverage


@dataclass(frozen=True, slots=True)
class Scanning:
    """A folder is being walked; `files` were seen so far."""

    folder: bytes
    files: int


@dataclass(frozen=True, slots=True)
class Scanned:
    """A folder was walked and the catalog knows what is in it.

    An `offline` folder is not there, or looks empty as an unplugged drive
    does; nothing about it was changed. `another_drive` says that one is mounted
    in its place. `folders` were entered. `unsettled`
    files are still being written and have to be looked at again. `asked` of
    the `total` files that were in sight have vanished at once: they stay in
    sight until a person says that it is right.
    """

    folder: bytes
    files: int
    folders: int = 0
    new: int = 0
    missing: int = 0
    unsettled: int = 0
    asked: int = 0
    total: int = 0
    offline: bool = False
    another_drive: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """A folder was found at another place, with its drive or with the library."""

    old: bytes
    new: bytes


@dataclass(frozen=True, slots=True)
class Indexing:
    """Files were finished and committed.

    `failed` of the `done` files cannot be searched. `rate` is in photos per
    second over the last half minute, `seconds_left` the time to the end at
    that rate; None until measured.
    """

    done: int
    total: int
    failed: int
    rate: float | None
    seconds_left: float | None


@dataclass(frozen=True, slots=True)
class Describing:
    """Details that an older program read are read anew; of `done` of the `total` photos so far."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Indexed:
    """All that could be done is done."""

    coverage: Coverage


LibraryEvent = Scanning | Scanned | Moved | Indexing | Describing | Indexed
