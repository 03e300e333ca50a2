"""Making the catalog agree with a folder: what came, what changed, what is gone."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from photoclip.domain.photos import FoundFile
from photoclip.domain.ports import Catalog, FolderScanner, KnownFile, Scan
from photoclip.library.events import Scanned, Scanning


def reconcile(
    catalog: Catalog, scanner: FolderScanner, folder: bytes, watch: Callable[[int], None]
) -> Iterator[Scanning | Scanned]:
    """Walk a folder and record the difference in one transaction.

    A file whose size, time and inode are as before is not looked at again,
    unless it could not be read. What is gone is marked, never forgotten, and
    nothing is marked when the folder itself is gone or empty: that is what an
    unplugged drive looks like. `watch` is called now and then with the number of
    files seen so far; it may raise to stop the walk.
    """
    yield Scanning(folder, 0)
    scan = scanner.scan(folder, watch)
    known = catalog.files.known_below(folder)
    if scan is None or (
        not scan.files and not scan.unreadable and any(not k.missing for k in known.values())
    ):
        yield Scanned(folder, 0, offline=True)
        return
    yield Scanning(folder, len(scan.files))
    yield _record(catalog, folder, scan, known)


def _record(catalog: Catalog, folder: bytes, scan: Scan, known: dict[bytes, KnownFile]) -> Scanned:
    fresh: list[FoundFile] = []
    back: list[int] = []
    for file in scan.files:
        before = known.pop(file.path, None)
        if before is None or _changed(before, file):
            fresh.append(file)
        elif before.missing:
            back.append(before.file_id)
    for path, _ in scan.unreadable:
        known.pop(path, None)
    hidden = {folder for folder, _ in scan.unreadable}
    gone = [k.file_id for path, k in known.items() if not k.missing and not _inside(path, hidden)]
    with catalog.transaction():
        catalog.files.record_found(fresh)
        catalog.files.record_back(back)
        catalog.files.record_missing(gone)
        for path, problem in scan.unreadable:
            catalog.files.record_unreadable(path, problem)
    return Scanned(folder, len(scan.files), new=len(fresh), missing=len(gone))


def _changed(before: KnownFile, now: FoundFile) -> bool:
    if before.problem is not None and before.problem.retried_each_scan:
        return True
    # Inequality, never "newer": restored and copied files carry old times.
    return (before.size, before.mtime_ns, before.inode) != (now.size, now.mtime_ns, now.inode)


def _inside(path: bytes, folders: set[bytes]) -> bool:
    """Whether a path lies in a folder that could not be listed, where absence proves nothing."""
    while folders and (parent := os.path.dirname(path)) != path:
        if parent in folders:
            return True
        path = parent
    return False
