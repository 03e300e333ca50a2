"""Walking a folder: the truth about what is there (live events are only hints)."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from photoclip.domain.photos import FoundFile, Problem, ProblemKind
from photoclip.domain.scanning import Listing
from photoclip.watching.ignore import Ignored

SETTLE_SECONDS = 2.0
"""A file that changed less than this ago, or by a clock that is this far ahead, is still being written."""
LONGEST_LISTING = 1000
_LARGEST = 2**63 - 1
_Identity = tuple[int, int]


class Scanner:
    """Implements `domain.scanning.FolderScanner`. Safe from any thread; each scan stands by itself."""

    def __init__(
        self,
        excluded: Iterable[bytes] = (),
        patterns: Iterable[str] = (),
        follow_links: bool = False,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """
        Args:
            excluded: folders that are never entered by whatever path, such as the library's own.
            patterns: what the user wants passed over; `watching.ignore` says how they are read.
            follow_links: follow symbolic links to files and folders. No folder is entered twice.
            clock: seconds since 1970.
        """
        self._excluded = tuple(excluded)
        self._ignored = Ignored(patterns)
        self._follow_links = follow_links
        self._clock = clock

    def scan(self, root: bytes) -> Iterator[Listing] | None:
        try:
            seen = os.stat(root)
            os.scandir(root).close()
        except OSError:
            return None
        closed = {identity for path in self._excluded if (identity := _identity(path))}
        walk = _Walk(root, (seen.st_dev, seen.st_ino), closed, self._ignored, self._follow_links, self._clock)
        return walk.listings()

    def ignores(self, root: bytes, path: bytes) -> bool:
        start = os.path.join(root, b"")
        return path.startswith(start) and self._ignored.anywhere(path[len(start) :])


class _Walk:
    """One scan. All that it keeps are the folders that it has still to enter.

    With links followed it keeps the identity of each folder entered, too, and
    enters what only a link leads to last: a folder is then seen at its own
    place rather than by a link to it, in whatever order the system lists them.
    """

    def __init__(
        self,
        root: bytes,
        identity: _Identity,
        closed: set[_Identity],
        ignored: Ignored,
        follow_links: bool,
        clock: Callable[[], float],
    ) -> None:
        self._root = root
        self._identity = identity
        self._start = len(os.path.join(root, b""))
        self._closed = closed
        self._ignored = ignored
        self._follow_links = follow_links
        self._clock = clock
        self._waiting = [root]
        self._links: list[bytes] = []
        self._unreadable: list[tuple[bytes, Problem]] = []

    def listings(self) -> Iterator[Listing]:
        last = self._root
        while folder := self._next():
            try:
                for listing in self._list(folder):
                    yield listing
                    last = folder
            except (FileNotFoundError, NotADirectoryError):
                if _identity(self._root) != self._identity:
                    break
            except OSError as fault:
                self._unreadable.append((folder, _cannot(fault, folder=True)))
        if _identity(self._root) != self._identity:
            # Its drive was unplugged, and everything looked gone from then on.
            reason = "The folder went away while it was looked at; plug in its drive and look again."
            self._unreadable.append((self._root, Problem(ProblemKind.UNREADABLE, reason)))
        if self._unreadable:
            yield Listing(last, (), self._taken())

    def _next(self) -> bytes | None:
        while waiting := self._waiting or self._links:
            folder = waiting.pop()
            if not self._follow_links:
                return folder
            identity = _identity(folder)
            if identity not in self._closed:
                self._closed |= {identity} if identity else set()
                return folder
        return None

    def _list(self, folder: bytes) -> Iterator[Listing]:
        """The files of one folder, part by part; its folders wait from then on, the first by name on top."""
        below = len(self._waiting)
        is_first = True
        with os.scandir(folder) as entries:
            while (part := list(islice(entries, LONGEST_LISTING))) or is_first:
                files: list[FoundFile] = []
                unsettled: list[bytes] = []
                for entry in sorted(part, key=lambda entry: entry.name):
                    try:
                        self._take(entry, files, unsettled)
                    except FileNotFoundError:
                        continue  # it went away between the listing and the look
                    except OSError as fault:
                        self._unreadable.append((entry.path, _cannot(fault)))
                yield Listing(folder, files, self._taken(), unsettled)
                is_first = False
        self._waiting[below:] = sorted(self._waiting[below:], reverse=True)

    def _take(self, entry: os.DirEntry[bytes], files: list[FoundFile], unsettled: list[bytes]) -> None:
        is_link = _is_link(entry)
        if is_link and not self._follow_links:
            return
        below = entry.path[self._start :]
        if entry.is_dir():
            if not self._ignored.folder(below) and _identity(entry.path) not in self._closed:
                (self._links if is_link else self._waiting).append(entry.path)
        elif entry.is_file() and not self._ignored.file(below):
            # DirEntry.stat has no inode on Windows; os.stat has.
            seen = entry.stat() if os.name != "nt" else os.stat(entry.path)
            if not stat.S_ISREG(seen.st_mode):
                return
            if abs(self._clock() - seen.st_mtime) < SETTLE_SECONDS:
                unsettled.append(entry.path)
                return
            numbers = (seen.st_size, seen.st_mtime_ns, seen.st_ino, seen.st_dev)
            files.append(FoundFile(entry.path, *map(_signed, numbers)))

    def _taken(self) -> list[tuple[bytes, Problem]]:
        """What could not be read since the last listing; folders among it were not entered, so gave none."""
        taken, self._unreadable = self._unreadable, []
        return taken


def _is_link(entry: os.DirEntry[bytes]) -> bool:
    if sys.platform == "win32":
        # A junction is a link to a folder that is_symlink does not count before Python 3.12.
        tag = entry.stat(follow_symlinks=False).st_reparse_tag
        return entry.is_symlink() or tag == stat.IO_REPARSE_TAG_MOUNT_POINT
    return entry.is_symlink()


def _identity(path: bytes) -> _Identity | None:
    try:
        seen = os.stat(path)
    except OSError:
        return None
    return seen.st_dev, seen.st_ino


def _signed(number: int) -> int:
    """Within 64 bits with a sign, as SQLite keeps it; inodes may be larger, and times as far off as 2300."""
    return number if -_LARGEST <= number <= _LARGEST else number % _LARGEST


def _cannot(fault: OSError, *, folder: bool = False) -> Problem:
    reason = f"The file cannot be read ({fault.strerror}); mend its permissions."
    if folder:
        reason = f"The folder cannot be read ({fault.strerror}); mend its permissions."
    return Problem(ProblemKind.UNREADABLE, reason)
