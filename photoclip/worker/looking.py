"""Looking at the watched folders: when, with what, and what a person has said about them."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence

from photoclip import paths
from photoclip.domain.catalog import Catalog
from photoclip.library import keeping
from photoclip.library.events import LibraryEvent
from photoclip.library.workshop import Workshop
from photoclip.worker.folder_watch import FolderWatch
from photoclip.worker.gate import Interrupted
from photoclip.worker.messages import Event
from photoclip.worker.schedule import Schedule

_WOKEN_SECONDS = 60.0


class Looking:
    """Belongs to the keeper's thread, but for `hint` and `expect_gone`."""

    def __init__(
        self, workshop: Workshop, publish: Callable[[Event], None], change: threading.Condition
    ) -> None:
        """`change` guards what other threads hand over, and wakes the keeper."""
        self._workshop = workshop
        self._change = change
        self._watch = workshop.new_watch(self.hint)
        self._accepted: set[bytes] = set()
        self._binned: set[bytes] = set()
        self._walking = False
        self._awake = clock_difference()
        self.schedule = Schedule()
        self.folders = FolderWatch(workshop, self._watch, self.schedule, publish)

    @property
    def wanted(self) -> bool:
        """Whether something else is to be left for a look."""
        # A walk is not broken off by hints: in a folder that never goes quiet it would never end.
        return self.schedule.hinted and not self._walking

    def start(self) -> None:
        self._watch.start()

    def close(self) -> None:
        self._watch.close()

    def watch_anew(self) -> None:
        """What is to be watched and passed over was set anew."""
        self._watch.close()
        self._watch = self._workshop.new_watch(self.hint)
        self.folders.use(self._watch)
        self._watch.start()
        self.schedule.hint_all()

    def hint(self, folder: bytes) -> None:
        """Something changed in a folder."""
        with self._change:
            self.schedule.hint(folder)
            self._change.notify_all()

    def look(
        self,
        catalog: Catalog,
        check: Callable[[int], None],
        follow: Callable[[Catalog, Iterator[LibraryEvent]], None],
    ) -> bool:
        """Look at the folders that are due; whether there were any."""
        folders = catalog.folders.all()
        with self._change:
            self.schedule.keep(folder.path for folder in folders)
            due = self.schedule.take_due(folders)
        if not due:
            return False
        self._walking = True
        try:
            events = keeping.look_at(self._workshop, catalog, due, check, self._accepted, self._binned)
            follow(catalog, events)
            self._accepted.clear()
        except Interrupted:
            self.schedule.hint_all()
            raise
        finally:
            self._walking = False
        return True

    def check_the_machine(self) -> None:
        """What no event tells: drives that came or went, a night of sleep."""
        self.folders.look_for_drives()
        if abs(clock_difference() - self._awake) > _WOKEN_SECONDS:
            self._awake = clock_difference()
            self.schedule.hint_all()

    def add(self, catalog: Catalog, path: bytes) -> str:
        """Watch a folder from now on; a sentence where there is something to say about it."""
        if not os.path.isdir(path):
            return f"{paths.display(path)} is no folder that can be opened."
        place = os.fsencode(paths.absolute(os.fsdecode(path)))
        told = keeping.add_folder(catalog, place)
        self.schedule.hint_all()
        return told

    def remove(self, catalog: Catalog, path: bytes) -> None:
        catalog.folders.remove(path)
        self.folders.leave(path)

    def accept_missing(self, folder: bytes) -> None:
        self._accepted.add(folder)
        self.schedule.hint(folder)

    def expect_gone(self, path: bytes) -> None:
        """A file is about to go to the bin: nobody has to be asked about that."""
        self._binned.add(path)

    def hint_around(self, catalog: Catalog, changed: Sequence[bytes]) -> None:
        """Files came or went by photoclip's own doing."""
        self._binned.difference_update(path for path in changed if os.path.lexists(path))
        for folder in catalog.folders.all():
            if any(path.startswith(os.path.join(folder.path, b"")) for path in changed):
                self.hint(folder.path)


def clock_difference() -> float:
    """Grows when the machine sleeps: the monotonic clock stands still then, where it does."""
    return time.time() - time.monotonic()
