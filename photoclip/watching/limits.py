"""What the system lets a program watch. Only Linux has limits that fail in silence (inotify(7))."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

_LIMIT = Path("/proc/sys/fs/inotify/max_user_watches")
_LEAST_ADVISED = 524_288
_MEANWHILE = "the folder is looked at every few minutes instead"


def instances() -> set[str]:
    """The file descriptors of this process that are inotify instances; empty on other systems."""
    if sys.platform != "linux":
        return set()
    found = set()
    for number in os.listdir("/proc/self/fd"):
        try:
            if str(Path(f"/proc/self/fd/{number}").readlink()) in ("anon_inode:inotify", "inotify"):
                found.add(number)
        except OSError:
            continue  # closed since it was listed
    return found


def watches(instance: str) -> Iterator[str]:
    """A line for each folder that an inotify instance really watches, whatever the program believes."""
    try:
        with Path(f"/proc/self/fdinfo/{instance}").open() as lines:
            yield from (line for line in lines if line.startswith("inotify wd:"))
    except OSError:
        return  # closed meanwhile


def instance_of(folder_inode: int, candidates: set[str]) -> str:
    """The instance that watches this folder, or "". Another thread may have made one just now, too."""
    marked = f" ino:{folder_inode:x} "
    if len(candidates) <= 1:
        return next(iter(candidates), "")
    return next((one for one in sorted(candidates) if any(marked in line for line in watches(one))), "")


def count_watches(instance: str, at_most: int | None = None) -> int:
    return sum(1 for _ in islice(watches(instance), at_most))


def watches_allowed() -> int:
    """The system's limit of folders watched by one user; 0 where there is none to be read."""
    try:
        return int(_LIMIT.read_text())
    except (OSError, ValueError):
        return 0


def is_exhausted() -> bool:
    """Whether this user can watch not one folder more: past that, watches are missing without an error."""
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    instance = libc.inotify_init1(os.O_CLOEXEC | os.O_NONBLOCK)
    if instance < 0:
        return False
    try:
        in_delete_self = 0x400
        return (
            libc.inotify_add_watch(instance, b"/", in_delete_self) < 0 and ctypes.get_errno() == errno.ENOSPC
        )
    finally:
        os.close(instance)


def too_few(watched: int, folders: int, exhausted: bool) -> str:
    """The sentence for a folder of which only a part is watched."""
    part = f"Only {watched:,} of the {folders:,} folders in here are watched live"
    if not exhausted:
        return f"{part}, as with links to folders; {_MEANWHILE}."
    if watched >= folders:
        part = "Not every new folder in here can be watched live"
    return f"{part} ({_raise_watches(folders)}); {_MEANWHILE}."


def refused(fault: OSError, folders: int = 0) -> str:
    """The sentence for a folder that cannot be watched at all."""
    remedy = str(fault.strerror)
    if sys.platform == "linux" and fault.errno == errno.ENOSPC:
        remedy = _raise_watches(folders)
    elif sys.platform == "linux" and fault.errno == errno.EMFILE:
        remedy = "the system's limit is reached; raise it with sudo sysctl fs.inotify.max_user_instances=1024"
    elif fault.errno in (errno.ENFILE, errno.EMFILE):
        remedy = "too many files are open on this machine; close some programs"
    return f"Changes in a folder cannot be watched live ({remedy}); {_MEANWHILE}."


def _raise_watches(folders: int) -> str:
    advised = max(_LEAST_ADVISED, 2 * watches_allowed(), 4 * folders)
    return f"the system's limit is reached; raise it with sudo sysctl fs.inotify.max_user_watches={advised}"
