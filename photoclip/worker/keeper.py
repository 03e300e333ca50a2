"""The writing thread: keeps the library current, one job after the other."""

from __future__ import annotations

import dataclasses
import logging
import os
import threading
import time
from collections.abc import Callable, Generator, Iterator, Sequence

from photoclip import paths
from photoclip.domain.catalog import Catalog
from photoclip.domain.changes import Change
from photoclip.domain.pipeline import Decoder
from photoclip.errors import ModelRejected, ModelUnavailable, PhotoclipError
from photoclip.library import describing, keeping
from photoclip.library.events import Describing, Indexed, Indexing, LibraryEvent, Moved, Scanned, Scanning
from photoclip.library.thumbnailing import Wanted
from photoclip.library.workshop import Workshop
from photoclip.worker.adjusting import Adjusting
from photoclip.worker.background import Background
from photoclip.worker.folder_watch import FolderWatch
from photoclip.worker.messages import Activity, Event, WorkerState
from photoclip.worker.quick import TELL_SECONDS, Quick
from photoclip.worker.resting import ASK_SECONDS, Resting
from photoclip.worker.schedule import Schedule
from photoclip.worker.telling import Teller
from photoclip.worker.turn import Turn
from photoclip.worker.upkeep import Upkeep

_log = logging.getLogger(__name__)
_TICK_SECONDS = 30.0
"""How often drives, the clock and a failed work are looked at while nothing else happens."""
_WOKEN_SECONDS = 60.0
_BACKUP_AGAIN_SECONDS = 3600.0
_LONGEST_TURN = 2.0
_TELL_EVERY = 100


class _Interrupted(Exception):
    """The work in hand is dropped for something newer; what was committed stays."""


class Keeper(Background):
    """Owns the catalog's writing side. Public methods return at once and are safe from any thread."""

    def __init__(
        self,
        workshop: Workshop,
        publish: Callable[[Event], None],
        turn: Turn,
        changed: Callable[[], None],
    ) -> None:
        """`turn` is taken while a person's question is answered; `changed` is called after changes."""
        super().__init__("photoclip-keeper")
        self._workshop = workshop
        self._turn = turn
        self._jobs: list[Callable[[Catalog], None]] = []
        self._wanted = Wanted()
        self._schedule = Schedule()
        self._resting = Resting(workshop.power, lambda: workshop.load_settings().on_battery)
        self._watch = workshop.new_watch(self._hint)
        self._folders = FolderWatch(workshop, self._watch, self._schedule, publish)
        self._teller = Teller(workshop, self._folders, publish)
        self._quick = Quick(self._teller, publish, changed)
        self._adjusting = Adjusting(workshop)
        self._accepted: set[bytes] = set()
        self._binned: set[bytes] = set()
        self._paused = False
        self._walking = False
        self._retry = False
        self._unfinished = False
        self._described = False
        self._next_backup = 0.0
        self._next_checks = 0.0
        self._breathed = 0.0
        self._awake = _clock_difference()
        self._upkeep = Upkeep(workshop, self._teller, self._wanted, self._follow, self._check)
        self.opened = threading.Event()
        """Set once the catalog exists, or cannot be opened."""

    # --- called from any thread

    def add_folder(self, path: str) -> None:
        self._submit(lambda catalog: self._add_folder(catalog, os.fsencode(path)))

    def remove_folder(self, path: str) -> None:
        self._submit(lambda catalog: self._remove_folder(catalog, os.fsencode(path)))

    def accept_missing(self, folder: str) -> None:
        self._submit(lambda catalog: self._accept_missing(os.fsencode(folder)))

    def choose_model(self, name: str) -> None:
        self._submit(lambda catalog: self._upkeep.choose(catalog, name))

    def cancel_model_change(self) -> None:
        self._submit(self._upkeep.cancel_change)

    def rescan(self) -> None:
        self._submit(lambda catalog: self._start_afresh())

    def change(self, change_id: int, change: Change) -> None:
        with self._change:
            self._quick.add_change(change_id, change)
            self._change.notify_all()

    def retry(self, file_ids: Sequence[int] | None) -> None:
        self._submit(lambda catalog: self._upkeep.retry(catalog, file_ids))

    def settings_changed(self) -> None:
        self._submit(self._adjust)

    def expect_gone(self, path: bytes) -> None:
        """A file is about to go to the bin: nobody has to be asked about that."""
        self._binned.add(path)

    def files_changed(self, paths: Sequence[bytes]) -> None:
        """Files came or went by photoclip's own doing."""
        self._do_soon(lambda catalog: self._hint_around(catalog, paths))

    def repeat(self) -> None:
        """Tell everything anew: somebody new listens."""
        self._teller.repeat()
        self._do_soon(self._repeat)

    def want_thumbnails(self, photo_ids: Sequence[int]) -> None:
        self._wanted.add(photo_ids)
        with self._change:
            self._change.notify_all()

    def pause(self) -> None:
        self._set_paused(True)

    def resume(self) -> None:
        self._resting.go_on()
        self._set_paused(False)

    def _submit(self, job: Callable[[Catalog], None]) -> None:
        with self._change:
            self._jobs.append(job)
            self._change.notify_all()

    def _do_soon(self, job: Callable[[Catalog], None]) -> None:
        with self._change:
            self._quick.add(job)
            self._change.notify_all()

    def _hint(self, folder: bytes) -> None:
        with self._change:
            self._schedule.hint(folder)
            self._change.notify_all()

    def _set_paused(self, paused: bool) -> None:
        with self._change:
            self._paused = paused
            self._change.notify_all()
        self._teller.tell_paused(paused)

    # --- the thread

    def _run(self) -> None:
        try:
            catalog = self._workshop.open_catalog(True)
        except PhotoclipError as fault:
            self._teller.fail(str(fault))
            return
        finally:
            self.opened.set()
        try:
            if trouble := self._adjusting.begin():
                self._teller.trouble(trouble)
        except PhotoclipError as fault:  # settings that were damaged since the window opened
            self._teller.fail(str(fault))
            catalog.close()
            return
        self._watch.start()
        self._catalog = catalog
        try:
            while self._wait_for_work(catalog):
                self._work_safely(catalog)
        finally:
            self._watch.close()
            self._adjusting.end()
            catalog.close()

    def _wait_for_work(self, catalog: Catalog) -> bool:
        """Sleep until there is something to do; whether the thread is to go on."""
        while True:
            with self._change:
                self._change.wait_for(lambda: self._has_work() or len(self._quick), self._nap())
                if self._closed:
                    return False
            self._do_quick(catalog)
            if time.monotonic() >= self._next_checks:
                self._next_checks = time.monotonic() + _TICK_SECONDS
                self._check_the_machine()
            if self._has_work():
                return True

    def _check_the_machine(self) -> None:
        """What no event tells: drives that came or went, a fault that may be over, a night of sleep."""
        self._folders.look_for_drives()
        if self._retry:
            self._retry = False
            self._schedule.hint_all()
        if abs(_clock_difference() - self._awake) > _WOKEN_SECONDS:
            self._awake = _clock_difference()
            self._schedule.hint_all()

    def _has_work(self) -> bool:
        due = self._schedule.seconds_left() == 0.0
        return self._closed or bool(self._jobs) or due or bool(len(self._wanted)) or self._unfinished

    def _nap(self) -> float:
        if self._quick.untold:
            return TELL_SECONDS
        left = self._schedule.seconds_left()
        return _TICK_SECONDS if left is None else min(left, _TICK_SECONDS)

    def _do_quick(self, catalog: Catalog) -> None:
        """What a person waits for does not end the work in hand, and fails for itself."""
        try:
            self._quick.do(catalog)
        except PhotoclipError as fault:
            self._quick.untold = False  # else the same fault were met, and told, without end
            self._teller.trouble(str(fault))
        except Exception:  # noqa: BLE001 - as in `_work_safely`
            self._quick.untold = False
            _log.exception("something that a person waits for went wrong")

    def _work_safely(self, catalog: Catalog) -> None:
        self._unfinished = False
        try:
            self._work(catalog)
            self._teller.succeed()
        except _Interrupted:
            pass
        except (ModelUnavailable, ModelRejected) as fault:
            # Not tried again by itself: that might be a download that nobody asked for.
            self._teller.fail(str(fault))
        except PhotoclipError as fault:
            self._retry = True
            self._wanted.take()  # else they were tried again at once, and without end
            self._teller.fail(str(fault))
        except Exception:  # noqa: BLE001 - our own bugs must not end the thread that the window relies on
            self._retry = True
            self._wanted.take()
            _log.exception("the worker stumbled")
            self._teller.fail(
                "Something went wrong inside photoclip; what was done is kept, the log has the details."
            )

    def _do_jobs(self, catalog: Catalog) -> None:
        while (job := self._next_job()) is not None:
            try:
                job(catalog)
            except PhotoclipError as fault:
                self._teller.trouble(str(fault))

    def _work(self, catalog: Catalog) -> None:
        self._do_jobs(catalog)
        decoder = self._adjusting.decoder
        if trouble := keeping.leave_lost_model(self._workshop):
            self._teller.trouble(trouble)
        self._teller.model(catalog)
        self._make_wanted(catalog, decoder)
        self._look(catalog)
        lacking = self._upkeep.make_current(catalog, decoder)
        self._back_up(catalog)
        self._describe(catalog, decoder)
        if lacking is not None:
            raise lacking
        self._teller.tell(WorkerState(Activity.IDLE))

    def _back_up(self, catalog: Catalog) -> None:
        """A backup that cannot be made is said, and no reason to do nothing else."""
        if time.monotonic() < self._next_backup or not catalog.backup_due():
            return
        self._next_backup = time.monotonic() + _BACKUP_AGAIN_SECONDS
        try:
            catalog.back_up(lambda done, total: self._check_backup())
        except _Interrupted:
            self._next_backup = 0.0
            self._unfinished = True
            raise
        except PhotoclipError as fault:
            self._teller.trouble(str(fault))

    def _check_backup(self) -> None:
        """In the midst of a copy nothing is written: it is made anew after what a person waits for."""
        if len(self._quick):
            raise _Interrupted
        self._check(0)

    def _describe(self, catalog: Catalog, decoder: Decoder) -> None:
        if not self._described:
            self._follow(catalog, describing.describe_old(catalog, decoder))
            self._described = True

    def _next_job(self) -> Callable[[Catalog], None] | None:
        with self._change:
            return self._jobs.pop(0) if self._jobs else None

    def _look(self, catalog: Catalog) -> None:
        folders = catalog.folders.all()
        with self._change:
            self._schedule.keep(folder.path for folder in folders)
            due = self._schedule.take_due(folders)
        if not due:
            return
        # A walk is not broken off by hints: in a folder that never goes quiet it would never end.
        self._walking = True
        try:
            events = keeping.look_at(self._workshop, catalog, due, self._check, self._accepted, self._binned)
            self._follow(catalog, events)
            self._accepted.clear()
            self._wanted.try_again()
        except _Interrupted:
            self._schedule.hint_all()
            raise
        finally:
            self._walking = False
        self._teller.change(catalog, force=True)

    def _make_wanted(self, catalog: Catalog, decoder: Decoder) -> None:
        if not len(self._wanted):
            return
        # Not held up by a pause: it is what somebody is looking at, and little.
        for _ in keeping.make_wanted(self._workshop, catalog, decoder, self._wanted):
            self._do_quick(catalog)
            if self._closed:
                raise _Interrupted
        self._teller.change(catalog, force=True)

    def _follow(self, catalog: Catalog, events: Iterator[LibraryEvent]) -> None:
        try:
            for event in events:
                self._show(catalog, event)
                self._check(0)
        finally:
            if isinstance(events, Generator):
                events.close()

    def _check(self, _: int) -> None:
        """Between two items: stop for something newer or the end, wait while paused or on battery."""
        started = time.monotonic()
        self._turn.let_pass(_LONGEST_TURN)
        with self._change:
            breath = self._resting.breath(started - self._breathed)
            self._change.wait_for(lambda: self._is_interrupted() or len(self._quick), timeout=breath)
        stopped = time.monotonic()
        self._do_quick(self._catalog)
        while self._is_held():
            self._do_quick(self._catalog)
        self._breathed = time.monotonic()
        paused = self._breathed - stopped
        self._upkeep.pace.skip(paused)
        self._folders.skip(paused)
        if self._is_interrupted():
            raise _Interrupted

    def _is_held(self) -> bool:
        """Wait a while if the work is paused or rests; whether it was."""
        with self._change:
            if self._is_interrupted() or not (self._paused or self._rests()):
                return False
            if len(self._wanted):
                raise _Interrupted
            if not len(self._quick):
                longest = None if self._paused else ASK_SECONDS
                self._change.wait(TELL_SECONDS if self._quick.untold else longest)
            return True

    def _is_interrupted(self) -> bool:
        return self._closed or bool(self._jobs) or (self._schedule.hinted and not self._walking)

    def _rests(self) -> bool:
        """Whether the work waits for the mains, which is told when it changes."""
        waits_for = self._resting.waits_for()
        if waits_for != self._teller.state.waits_for:
            self._teller.tell(dataclasses.replace(self._teller.state, waits_for=waits_for))
        return bool(waits_for)

    # --- telling

    def _show(self, catalog: Catalog, event: LibraryEvent) -> None:
        if isinstance(event, Scanning | Scanned | Moved):
            self._folders.take(event)
        if isinstance(event, Scanning):
            self._teller.tell(
                WorkerState(Activity.SCANNING, done=event.files, message=os.fsdecode(event.folder))
            )
        elif isinstance(event, Indexing):
            state = WorkerState(
                Activity.INDEXING, False, event.done, event.total, event.rate, event.seconds_left
            )
            if self._teller.tell(state):
                self._teller.change(catalog)
        elif isinstance(event, Describing):
            if event.done % _TELL_EVERY == 0:
                self._teller.tell(WorkerState(Activity.INDEXING, done=event.done))
        elif isinstance(event, Indexed):
            self._teller.change(catalog, force=True)

    # --- jobs

    def _start_afresh(self) -> None:
        """A person asks for a new look: what was given up is tried again."""
        self._upkeep.forgive()
        self._schedule.hint_all()

    def _add_folder(self, catalog: Catalog, path: bytes) -> None:
        if not os.path.isdir(path):
            self._teller.trouble(f"{os.fsdecode(path)} is no folder that can be opened.")
            return
        place = os.fsencode(paths.absolute(os.fsdecode(path)))
        if told := keeping.add_folder(catalog, place):
            self._teller.trouble(told)
        self._schedule.hint_all()

    def _remove_folder(self, catalog: Catalog, path: bytes) -> None:
        catalog.folders.remove(path)
        self._folders.leave(path)
        self._teller.change(catalog, force=True)

    def _adjust(self, catalog: Catalog) -> None:
        """Take the settings as they are now; what they do not touch goes on as it is."""
        need = self._adjusting.follow()
        if need.trouble:
            self._teller.trouble(need.trouble)
        if need.watch:
            self._watch.close()
            self._watch = self._workshop.new_watch(self._hint)
            self._folders.use(self._watch)
            self._watch.start()
            self._schedule.hint_all()
        if need.thumbnails:
            self._upkeep.check_again()
            self._wanted.try_again()
            self._teller.change(catalog, force=True)
        if need.model:
            self._upkeep.load_again()

    def _hint_around(self, catalog: Catalog, paths: Sequence[bytes]) -> None:
        self._binned.difference_update(path for path in paths if os.path.lexists(path))
        for folder in catalog.folders.all():
            if any(path.startswith(os.path.join(folder.path, b"")) for path in paths):
                self._hint(folder.path)

    def _repeat(self, catalog: Catalog) -> None:
        self._teller.model(catalog)
        self._teller.change(catalog, force=True)
        self._folders.repeat()

    def _accept_missing(self, folder: bytes) -> None:
        self._accepted.add(folder)
        self._schedule.hint(folder)


def _clock_difference() -> float:
    """Grows when the machine sleeps: the monotonic clock stands still then, where it does."""
    return time.time() - time.monotonic()
