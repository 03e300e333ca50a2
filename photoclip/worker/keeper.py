"""The writing thread: keeps the library current, one job after the other."""

from __future__ import annotations

import dataclasses
import logging
import os
import threading
import time
from collections.abc import Callable, Generator, Iterator

from photoclip import paths
from photoclip.domain.ports import Catalog, Decoder, Encoder
from photoclip.errors import ModelRejected, ModelUnavailable, PhotoclipError
from photoclip.library import keeping
from photoclip.library.events import Indexed, Indexing, LibraryEvent, Scanned, Scanning
from photoclip.library.pace import Pace
from photoclip.library.workshop import Workshop
from photoclip.worker.background import Background
from photoclip.worker.messages import Activity, Event, LibraryChanged, ModelInUse, Trouble, WorkerState

_log = logging.getLogger(__name__)
_CHANGED_EVERY_SECONDS = 1.0


class _Interrupted(Exception):
    """The work in hand is dropped for a newer job; what was committed stays."""


class Keeper(Background):
    """Owns the catalog's writing side. Public methods return at once and are safe from any thread."""

    def __init__(self, workshop: Workshop, publish: Callable[[Event], None]) -> None:
        super().__init__("photoclip-keeper")
        self._workshop = workshop
        self._publish = publish
        self._jobs: list[Callable[[Catalog], None]] = []
        self._look = True
        self._paused = False
        self._state = WorkerState(Activity.IDLE)
        self._told_change = 0.0
        self._checked: set[str] = set()
        self._pace = Pace()
        self.opened = threading.Event()
        """Set once the catalog exists, or cannot be opened."""

    # --- called from any thread

    def add_folder(self, path: str) -> None:
        self._submit(lambda catalog: self._add_folder(catalog, os.fsencode(path)))

    def choose_model(self, name: str) -> None:
        self._submit(lambda catalog: self._choose_model(name))

    def rescan(self) -> None:
        self._submit(lambda catalog: None)

    def pause(self) -> None:
        self._set_paused(True)

    def resume(self) -> None:
        self._set_paused(False)

    def _submit(self, job: Callable[[Catalog], None]) -> None:
        with self._change:
            self._jobs.append(job)
            self._look = True
            self._change.notify_all()

    def _set_paused(self, paused: bool) -> None:
        with self._change:
            self._paused = paused
            self._change.notify_all()
        self._tell(dataclasses.replace(self._state, paused=paused))

    # --- the thread

    def _run(self) -> None:
        try:
            catalog = self._workshop.open_catalog(True)
        except PhotoclipError as fault:
            self._fail(str(fault))
            return
        finally:
            self.opened.set()
        decoder = self._workshop.new_decoder()
        watch = self._workshop.new_watch(self.rescan)
        watch.start()
        try:
            while self._wait_for_work():
                self._work_safely(catalog, decoder, watch.watch)
        finally:
            watch.close()
            decoder.close()
            catalog.close()

    def _wait_for_work(self) -> bool:
        with self._change:
            self._change.wait_for(lambda: self._look or self._closed)
            self._look = False
            return not self._closed

    def _work_safely(self, catalog: Catalog, decoder: Decoder, watch: Callable[[bytes], str]) -> None:
        try:
            self._work(catalog, decoder, watch)
        except _Interrupted:
            pass
        except PhotoclipError as fault:
            self._fail(str(fault))
        except Exception:  # noqa: BLE001 - our own bugs must not end the thread that the window relies on
            _log.exception("the worker stumbled")
            self._fail(
                "Something went wrong inside photoclip; what was done is kept, the log has the details."
            )

    def _work(self, catalog: Catalog, decoder: Decoder, watch: Callable[[bytes], str]) -> None:
        while (job := self._next_job()) is not None:
            try:
                job(catalog)
            except PhotoclipError as fault:
                self._publish(Trouble(str(fault)))
        if trouble := keeping.leave_lost_model(self._workshop):
            self._publish(Trouble(trouble))
        self._tell_model(catalog)
        folders = catalog.folders.all()
        for folder in folders:
            if trouble := watch(folder):
                self._publish(Trouble(trouble))
        self._follow(catalog, keeping.look_at(self._workshop, catalog, folders, self._check))
        self._tell_change(catalog, force=True)
        faults: list[PhotoclipError] = []
        for name in self._models_wanted():
            try:
                self._make_current(catalog, decoder, name)
            except (ModelUnavailable, ModelRejected) as fault:
                faults.append(fault)  # another model may still be had
        if faults:
            raise faults[0]
        self._tell(WorkerState(Activity.IDLE, paused=self._paused))

    def _next_job(self) -> Callable[[Catalog], None] | None:
        with self._change:
            return self._jobs.pop(0) if self._jobs else None

    def _models_wanted(self) -> list[str]:
        settings = self._workshop.load_settings()
        return [name for name in (settings.model, settings.next_model) if name]

    def _make_current(self, catalog: Catalog, decoder: Decoder, name: str) -> None:
        key = self._workshop.models.key(name)
        thorough = name not in self._checked
        if key is None or not keeping.is_current(self._workshop, catalog, key, thorough=thorough):
            encoder = self._load_or_give_up(name)
            keeping.make_ready(self._workshop, catalog, name)
            self._pace = Pace()
            self._follow(catalog, keeping.make_current(self._workshop, catalog, decoder, encoder, self._pace))
        self._checked.add(name)
        keeping.let_serve(self._workshop, catalog, name)
        self._tell_model(catalog)
        self._tell_change(catalog, force=True)

    def _load_or_give_up(self, name: str) -> Encoder:
        """A model that cannot be had is not tried again at every change of a folder."""
        try:
            return self._load(name)
        except (ModelUnavailable, ModelRejected):
            self._workshop.update_settings(
                lambda now: dataclasses.replace(now, next_model="") if now.next_model == name else now
            )
            raise

    def _load(self, name: str) -> Encoder:
        card = self._workshop.models.find(name)
        self._tell(WorkerState(Activity.LOADING_MODEL, paused=self._paused, message=card.title))

        def progress(done: int, total: int) -> None:
            self._check(done)
            self._tell(WorkerState(Activity.DOWNLOADING, self._paused, done, total, message=card.title))

        device = self._workshop.load_settings().device
        return self._workshop.models.encoder(name, device, progress)

    def _follow(self, catalog: Catalog, events: Iterator[LibraryEvent]) -> None:
        try:
            for event in events:
                self._show(catalog, event)
                self._check(0)
        finally:
            if isinstance(events, Generator):
                events.close()

    def _check(self, _: int) -> None:
        """Between two items: stop for a newer job or the end, wait while paused."""
        with self._change:
            started = time.monotonic()
            self._change.wait_for(lambda: not self._paused or self._look or self._closed)
            self._pace.skip(time.monotonic() - started)
            if self._look or self._closed:
                raise _Interrupted

    # --- telling

    def _show(self, catalog: Catalog, event: LibraryEvent) -> None:
        if isinstance(event, Scanning):
            self._tell(
                WorkerState(Activity.SCANNING, self._paused, event.files, message=os.fsdecode(event.folder))
            )
        elif isinstance(event, Scanned) and event.offline:
            place = os.fsdecode(event.folder)
            self._publish(
                Trouble(f"The folder {place} is not there or empty; its photos stay in the library.")
            )
        elif isinstance(event, Indexing):
            state = WorkerState(
                Activity.INDEXING, self._paused, event.done, event.total, event.rate, event.seconds_left
            )
            if state != self._state:
                self._tell(state)
                self._tell_change(catalog)
        elif isinstance(event, Indexed):
            self._tell_change(catalog, force=True)

    def _tell(self, state: WorkerState) -> None:
        self._state = state
        self._publish(state)

    def _fail(self, message: str) -> None:
        self._tell(WorkerState(Activity.FAILED, self._paused, message=message))
        self._publish(Trouble(message))

    def _tell_change(self, catalog: Catalog, *, force: bool = False) -> None:
        """Coverage is a count over all files, so it is not told more often than it is cheap."""
        now = time.monotonic()
        if not force and now < self._told_change:
            return
        card = self._workshop.models.find(self._workshop.load_settings().model)
        coverage = catalog.files.coverage(catalog.models.newest(card.id))
        folders = [os.fsdecode(folder) for folder in catalog.folders.all()]
        self._publish(LibraryChanged(coverage, folders))
        self._told_change = time.monotonic() + max(_CHANGED_EVERY_SECONDS, 20 * (time.monotonic() - now))

    def _tell_model(self, catalog: Catalog) -> None:
        settings = self._workshop.load_settings()
        card = self._workshop.models.find(settings.model)
        key = catalog.models.newest(card.id)
        upcoming = self._workshop.models.find(settings.next_model) if settings.next_model else None
        self._publish(ModelInUse(card, catalog.models.report(key) if key else None, upcoming))

    # --- jobs

    def _add_folder(self, catalog: Catalog, path: bytes) -> None:
        if not os.path.isdir(path):
            self._publish(Trouble(f"{os.fsdecode(path)} is no folder that can be opened."))
            return
        catalog.folders.add(os.fsencode(paths.absolute(os.fsdecode(path))))

    def _choose_model(self, name: str) -> None:
        self._workshop.models.find(name)
        self._workshop.update_settings(
            lambda now: dataclasses.replace(now, next_model="" if name == now.model else name)
        )
