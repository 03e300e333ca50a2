"""Where watched folders are: on which drive, and where that drive or the library is now."""

from __future__ import annotations

import ntpath
import os
import posixpath
from types import ModuleType

from photoclip.domain.catalog import Catalog, WatchedFolder
from photoclip.domain.machine import Drives


def locate(catalog: Catalog, drives: Drives, folder: WatchedFolder) -> bytes | None:
    """Where a watched folder is now, or None while its drive is away.

    A folder counts as there only on the drive that it was on before: another
    drive at the same mount point is not it. Where its drive is mounted
    elsewhere, the folder moves there in the catalog, with all its files.
    """
    untold = False
    if os.path.isdir(folder.path):
        drive = drives.of(folder.path)
        if not folder.drive_id or drive.drive_id == folder.drive_id:
            if drive.drive_id and not folder.drive_id:
                inside = os.path.relpath(os.path.realpath(folder.path), drive.mount)
                catalog.folders.record_drive(folder.path, drive.drive_id, inside)
            return folder.path
        untold = not drive.drive_id
    mount = drives.find(folder.drive_id) if folder.drive_id else None
    found = None if mount is None else os.path.normpath(os.path.join(mount, folder.inside))
    if found is None or not os.path.isdir(found):
        # A drive whose id cannot be told just now is no other drive, unless its own is found elsewhere.
        return folder.path if untold else None
    if os.path.realpath(folder.path) == found:
        return folder.path  # the drive has another name by now, such as a marker
    move(catalog, folder.path, found, folder)
    return found


def follow_library(catalog: Catalog, place: bytes) -> None:
    """Find the folders beside a library again after it was moved, or its drive mounted elsewhere.

    A folder that is still where it was stays there. `place` is where the
    library is now.
    """
    before = catalog.place()
    if before == place:
        return
    if before is not None:
        for folder in catalog.folders.all():
            beside = _beside(folder.path, before, place)
            if beside is not None and not os.path.isdir(folder.path) and os.path.isdir(beside):
                move(catalog, folder.path, beside, folder)
    catalog.record_place(place)


def move(catalog: Catalog, old: bytes, new: bytes, folder: WatchedFolder) -> None:
    with catalog.transaction():
        catalog.folders.move(old, new)
        if folder.drive_id:
            catalog.folders.record_drive(new, folder.drive_id, folder.inside)


def same_place(catalog: Catalog, path: bytes) -> bytes | None:
    """The watched folder that this path is or lies in under another spelling, or None.

    Case, Unicode normal forms and links give one folder many names.
    """
    known = {_identity(folder.path): folder.path for folder in catalog.folders.all()}
    known.pop(None, None)
    parent = os.path.realpath(path)
    while True:
        if (found := known.get(_identity(parent))) is not None:
            return found
        if (above := os.path.dirname(parent)) == parent:
            return None
        parent = above


def _identity(path: bytes) -> tuple[int, int] | None:
    try:
        seen = os.stat(path)
    except OSError:
        return None
    return seen.st_dev, seen.st_ino


def _beside(folder: bytes, library_before: bytes, library_now: bytes) -> bytes | None:
    """Where a folder is as seen from the library, at the library's new place; None on another drive."""
    system: ModuleType = posixpath if library_before.startswith(b"/") else ntpath
    try:
        steps = system.relpath(folder, library_before)
    except ValueError:
        return None
    parts = steps.split(system.sep.encode())
    return os.path.normpath(os.path.join(library_now, *parts))
