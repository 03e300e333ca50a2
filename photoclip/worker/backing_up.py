"""The daily backup of the catalog, made beside all other work."""

from __future__ import annotations

import time
from collections.abc import Callable

from photoclip.domain.catalog import Catalog
from photoclip.errors import PhotoclipError
from photoclip.worker.gate import Interrupted
from photoclip.worker.quick import Quick
from photoclip.worker.telling import Teller

_AGAIN_SECONDS = 3600.0


class BackingUp:
    """Makes a backup when one is due. Belongs to the keeper's thread."""

    def __init__(self, teller: Teller, quick: Quick, check: Callable[[int], None]) -> None:
        """`check` stops or waits between two steps."""
        self._teller = teller
        self._quick = quick
        self._check = check
        self._next = 0.0
        self.unfinished = False
        """Whether one was broken off, and is to be made anew as soon as it can be."""

    def make(self, catalog: Catalog) -> None:
        """A backup that cannot be made is said, and no reason to do nothing else."""
        if time.monotonic() < self._next or not catalog.backup_due():
            return
        self._next = time.monotonic() + _AGAIN_SECONDS
        try:
            catalog.back_up(lambda done, total: self._check_between())
        except Interrupted:
            self._next = 0.0
            self.unfinished = True
            raise
        except PhotoclipError as fault:
            self._teller.trouble(str(fault))

    def _check_between(self) -> None:
        """In the midst of a copy nothing is written: it is made anew after what a person waits for."""
        if len(self._quick):
            raise Interrupted
        self._check(0)
