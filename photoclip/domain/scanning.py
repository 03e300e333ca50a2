"""Walking through folders: what a scan sees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from photoclip.domain.photos import FoundFile, Problem


@dataclass(frozen=True, slots=True)
class Listing:
    """A part of what a walk saw: some files of one folder.

    `unreadable` are folders and files that could not be looked into.
    `unsettled` are the paths of files that are still being written; they are in neither.
    """

    folder: bytes
    files: Sequence[FoundFile]
    unreadable: Sequence[tuple[bytes, Problem]] = ()
    unsettled: Sequence[bytes] = ()


class FolderScanner(Protocol):
    def scan(self, root: bytes) -> Iterator[Listing] | None:
        """Every file below `root` that a user would want seen, in parts of bounded size.

        None when the root is not there or cannot be listed. Every folder that
        was entered gives at least one listing, so that folders can be counted.
        """
        ...

    def ignores(self, root: bytes, path: bytes) -> bool:
        """Whether a scan of `root` would pass this path over by its name, whatever is there."""
        ...
