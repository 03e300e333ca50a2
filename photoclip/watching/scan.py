"""Walking a folder: the truth about what is there (live events are only hints)."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable

from photoclip.domain.photos import FoundFile, Problem, ProblemKind
from photoclip.domain.ports import Scan
from photoclip.watching.ignore import skip_file, skip_folder

_LARGEST = 2**63 - 1


class Scanner:
    """Implements `domain.ports.FolderScanner`. Symbolic links are not followed, so nothing can loop."""

    def __init__(self, excluded: Iterable[bytes] = ()) -> None:
        """`excluded` are folders that are never entered by whatever path, such as the library's own."""
        self._excluded = tuple(excluded)
        self._closed: frozenset[tuple[int, int]] = frozenset()

    def scan(self, root: bytes, watch: Callable[[int], None]) -> Scan | None:
        files: list[FoundFile] = []
        unreadable: list[tuple[bytes, Problem]] = []
        waiting = [root]
        self._closed = frozenset(identity for path in self._excluded if (identity := _identity(path)))
        while waiting:
            folder = waiting.pop()
            try:
                self._list(folder, waiting, files, unreadable)
            except OSError as fault:
                if folder == root:
                    return None
                unreadable.append((folder, _cannot("folder", fault)))
            watch(len(files))
        return Scan(files, unreadable)

    def _list(
        self,
        folder: bytes,
        waiting: list[bytes],
        files: list[FoundFile],
        unreadable: list[tuple[bytes, Problem]],
    ) -> None:
        with os.scandir(folder) as entries:
            for entry in entries:
                try:
                    self._take(entry, waiting, files)
                except FileNotFoundError:
                    continue  # it went away between the listing and the look
                except OSError as fault:
                    unreadable.append((entry.path, _cannot("file", fault)))

    def _take(self, entry: os.DirEntry[bytes], waiting: list[bytes], files: list[FoundFile]) -> None:
        if entry.is_dir(follow_symlinks=False):
            if not skip_folder(entry.name) and _identity(entry.path) not in self._closed:
                waiting.append(entry.path)
        elif entry.is_file(follow_symlinks=False) and not skip_file(entry.name):
            # DirEntry.stat has no inode on Windows; os.stat has.
            seen = entry.stat(follow_symlinks=False) if os.name != "nt" else os.stat(entry.path)
            if stat.S_ISREG(seen.st_mode):
                numbers = (seen.st_size, seen.st_mtime_ns, seen.st_ino, seen.st_dev)
                files.append(FoundFile(entry.path, *map(_signed, numbers)))


def _identity(path: bytes) -> tuple[int, int] | None:
    try:
        seen = os.stat(path)
    except OSError:
        return None
    return seen.st_dev, seen.st_ino


def _signed(number: int) -> int:
    """Within 64 bits with a sign, as SQLite keeps it; inodes may be larger, and times as far off as 2300."""
    return number if -_LARGEST <= number <= _LARGEST else number % _LARGEST


def _cannot(what: str, fault: OSError) -> Problem:
    return Problem(
        ProblemKind.UNREADABLE, f"The {what} cannot be read ({fault.strerror}); mend its permissions."
    )
