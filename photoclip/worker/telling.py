"""What the keeper tells: its state, how the library changed, which model runs."""

from __future__ import annotations

import dataclasses
import os
import time
from collections.abc import Callable

from photoclip.domain.catalog import Catalog
from photoclip.library.events import Describing, Indexed, Indexing, LibraryEvent, Moved, Scanned, Scanning
from photoclip.library.workshop import Workshop
from photoclip.worker.folder_watch import FolderWatch
from photoclip.worker.messages import Activity, Event, LibraryChanged, ModelInUse, Trouble, WorkerState

_CHANGED_EVERY_SECONDS = 1.0
_DESCRIBED_EVERY = 100


class Teller:
    """Publishes events, none of them more often than it is worth. `state` is what was told last."""

    def __init__(self, workshop: Workshop, folders: FolderWatch, publish: Callable[[Event], None]) -> None:
        self._workshop = workshop
        self._folders = folders
        self._publish = publish
        self._told_change = 0.0
        self._failure = ""
        self._paused = False
        self.state = WorkerState(Activity.IDLE)

    def show(self, catalog: Catalog, event: LibraryEvent) -> None:
        """Tell one step of long work."""
        match event:
            case Scanning():
                self._folders.take(event)
                self.tell(WorkerState(Activity.SCANNING, done=event.files, message=os.fsdecode(event.folder)))
            case Scanned() | Moved():
                self._folders.take(event)
            case Indexing():
                read = event.done, event.total, event.rate, event.seconds_left
                if self.tell(WorkerState(Activity.INDEXING, False, *read)):
                    self.change(catalog)
            case Describing():
                if event.done % _DESCRIBED_EVERY == 1 or event.done == event.total:
                    self.tell(WorkerState(Activity.INDEXING, done=event.done, total=event.total))
            case Indexed():
                self.change(catalog, force=True)

    def tell(self, state: WorkerState) -> bool:
        """What is done now, paused or not as before; whether that is news."""
        state = dataclasses.replace(state, paused=self._paused)
        if state == self.state:
            return False
        self.state = state
        self._publish(state)
        return True

    def tell_paused(self, paused: bool) -> None:
        """Called from any thread."""
        self._paused = paused
        self.state = dataclasses.replace(self.state, paused=paused, waits_for="")
        self._publish(self.state)

    def trouble(self, message: str) -> None:
        self._publish(Trouble(message))

    def fail(self, message: str) -> None:
        """The work stopped; the reason is said once, however often it is tried again."""
        self.tell(WorkerState(Activity.FAILED, message=message))
        if message != self._failure:
            self.trouble(message)
        self._failure = message

    def succeed(self) -> None:
        """The work was done; the next failure is news."""
        self._failure = ""

    def repeat(self) -> None:
        """Somebody new listens. Called from any thread."""
        self._publish(self.state)

    @property
    def told_library(self) -> bool:
        """Whether anything has been said of the library yet."""
        return self._told_change > 0

    def change(self, catalog: Catalog, *, force: bool = False) -> bool:
        """Tell the coverage, a count over all files, no more often than it is cheap; whether it was told."""
        now = time.monotonic()
        if not force and now < self._told_change:
            return False
        card = self._workshop.models.find(self._workshop.load_settings().model)
        coverage = catalog.files.coverage(catalog.models.newest(card.id))
        self._publish(LibraryChanged(coverage, self._folders.states(catalog)))
        self._told_change = time.monotonic() + max(_CHANGED_EVERY_SECONDS, 20 * (time.monotonic() - now))
        return True

    def model(self, catalog: Catalog) -> None:
        settings = self._workshop.load_settings()
        card = self._workshop.models.find(settings.model)
        key = catalog.models.newest(card.id)
        upcoming = self._workshop.models.find(settings.next_model) if settings.next_model else None
        report = catalog.models.report(key) if key else None
        ready = tuple(dict.fromkeys(known.model_id for known in catalog.models.all()))
        self._publish(ModelInUse(card, report, upcoming, ready))
