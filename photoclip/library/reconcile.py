"""Making the catalog agree with a folder: what came, what changed, what is gone."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator

from photoclip.domain.catalog import Absence, Catalog
from photoclip.domain.scanning import FolderScanner, Listing
from photoclip.library.events import Scanned, Scanning

MISSING_SHARE = 0.2
"""Above this share of a folder's files missing at once, a person is asked (TRAPS: a drive half mounted)."""
_MISSING_FEW = 5
"""Fewer are not worth a question: what is missing keeps all that is known of it anyway."""


def reconcile(
    catalog: Catalog,
    scanner: FolderScanner,
    folder: bytes,
    watch: Callable[[int], None],
    *,
    accept_missing: bool = False,
    binned: Collection[bytes] = (),
) -> Iterator[Scanning | Scanned]:
    """Walk a folder and record the difference, in steps of bounded size.

    A file whose size, time and inode are as before is not looked at again,
    unless it could not be read. What is gone is marked, never forgotten.
    Nothing is marked when the folder itself is gone or empty, which is what an
    unplugged drive looks like, nor when very many files vanished at once,
    unless a person said that it is right (`accept_missing`, or of single files
    `binned`). `watch` is called now and then with the number of files seen so
    far; it may raise to stop the walk, and what was recorded until then stays.
    """
    yield Scanning(folder, 0)
    listings = scanner.scan(folder)
    if listings is None:
        yield Scanned(folder, 0, offline=True)
        return
    walk = _Walk(catalog, folder)
    for listing in listings:
        walk.take(listing)
        watch(walk.files)
    yield Scanning(folder, walk.files)
    absence = catalog.files.absence(folder, lambda path: path in binned or scanner.ignores(folder, path))
    if walk.is_empty and absence.gone and not (absence.vanished == 0 and _any_below(folder, binned)):
        yield Scanned(folder, 0, offline=True)
        return
    asked = 0 if accept_missing else _question(absence)
    with catalog.transaction():
        catalog.files.record_absence(vanished=not asked)
    yield Scanned(
        folder,
        walk.files,
        folders=walk.folders,
        new=walk.new,
        missing=absence.gone - asked,
        unsettled=walk.unsettled,
        asked=asked,
        total=absence.total,
    )


def _any_below(folder: bytes, paths: Collection[bytes]) -> bool:
    start = os.path.join(folder, b"")
    return any(path.startswith(start) for path in paths)


class _Walk:
    """What was recorded of one walk."""

    def __init__(self, catalog: Catalog, root: bytes) -> None:
        self._catalog = catalog
        self._root = root
        self._last = b""
        self.files = 0
        self.folders = 0
        self.new = 0
        self.unsettled = 0
        self.is_empty = True
        catalog.files.begin_walk()

    def take(self, listing: Listing) -> None:
        files = self._catalog.files
        with self._catalog.transaction():
            self.new += files.record_seen(listing.files)
            for path, problem in listing.unreadable:
                if path != self._root:  # a drive that goes away during the walk is no file
                    files.record_unreadable(path, problem)
                # Where nothing can be listed, absence proves nothing.
                files.keep_below(path)
            for path in listing.unsettled:
                files.keep_below(path)
        self.files += len(listing.files)
        self.unsettled += len(listing.unsettled)
        self.folders += listing.folder != self._last
        self._last = listing.folder
        if listing.files or listing.unreadable or listing.unsettled:
            self.is_empty = False


def _question(absence: Absence) -> int:
    """How many vanished files a person has to be asked about."""
    many = absence.vanished >= _MISSING_FEW and absence.vanished > MISSING_SHARE * absence.total
    return absence.vanished if many else 0
