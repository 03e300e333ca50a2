"""The writing thread: keeps the library current, one job after the other."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable, Generator, Iterator, Sequence

from photoclip.domain.catalog import Catalog
from photoclip.domain.changes import Change
from photoclip.domain.pipeline import Decoder
from photoclip.errors import ModelRejected, ModelUnavailable, PhotoclipError
from photoclip.library import describing, keeping
from photoclip.library.events import LibraryEvent
from photoclip.library.thumbnailing import Wanted
from photoclip.library.workshop import Workshop
from photoclip.worker.adjusting import Adjusting
from photoclip.worker.background import Background
from photoclip.worker.backing_up import BackingUp
from photoclip.worker.gate import Gate, Interrupted
from photoclip.worker.looking import Looking
from photoclip.worker.messages import Activity, Event, WorkerState
from photoclip.worker.quick import TELL_SECONDS, Quick
from photoclip.worker.resting import Resting
from photoclip.worker.telling import Teller
from photoclip.worker.turn import Turn
from photoclip.worker.upkeep import Upkeep

_log = logging.getLogger(__name__)
_TICK_SECONDS = 30.0
"""How often drives, the clock and a failed work are looked at while nothing else happens."""


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
        self._jobs: list[Callable[[Catalog], None]] = []
        self._wanted = Wanted()
        self._looking = Looking(workshop, publish, self._change)
        self._teller = Teller(workshop, self._looking.folders, publish)
        self._quick = Quick(self._teller, publish, changed)
        self._adjusting = Adjusting(workshop)
        self._resting = Resting(workshop.power, lambda: workshop.load_settings().on_battery)
        self._gate = Gate(
            self._change, turn, self._resting, self._quick, self._wanted, self._teller,
            self._is_interrupted, lambda: self._do_quick(self._catalog),
        )  # fmt: skip
        self._backing_up = BackingUp(self._teller, self._quick, self._check)
        self._upkeep = Upkeep(workshop, self._teller, self._wanted, self._follow, self._check)
        self._retry = False
        self._described = False
        self._next_checks = 0.0
        self.opened = threading.Event()
        """Set once the catalog exists, or cannot be opened."""

    # --- called from any thread

    def add_folder(self, path: str) -> None:
        self._submit(lambda catalog: self._add_folder(catalog, os.fsencode(path)))

    def remove_folder(self, path: str) -> None:
        self._submit(lambda catalog: self._remove_folder(catalog, os.fsencode(path)))

    def accept_missing(self, folder: str) -> None:
        self._submit(lambda catalog: self._looking.accept_missing(os.fsencode(folder)))

    def choose_model(self, name: str) -> None:
        self._submit(lambda catalog: self._upkeep.choose(catalog, name))

    def cancel_model_change(self) -> None:
        self._submit(self._upkeep.cancel_change)

    def drop_model(self, name: str) -> None:
        self._submit(lambda catalog: self._upkeep.drop(catalog, name))

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
        self._looking.expect_gone(path)

    def files_changed(self, paths: Sequence[bytes]) -> None:
        """Files came or went by photoclip's own doing."""
        self._do_soon(lambda catalog: self._looking.hint_around(catalog, paths))

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

    def _set_paused(self, paused: bool) -> None:
        with self._change:
            self._gate.paused = paused
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
        self._catalog = catalog
        self._looking.start()
        try:
            while self._wait_for_work(catalog):
                self._work_safely(catalog)
            # What a person changed a moment before the end is not lost.
            self._do_quick(catalog)
        finally:
            self._looking.close()
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
                self._looking.check_the_machine()
                if self._retry:
                    self._retry = False
                    self._looking.schedule.hint_all()
            if self._has_work():
                return True

    def _has_work(self) -> bool:
        due = self._looking.schedule.seconds_left() == 0.0
        waiting = bool(self._jobs) or bool(len(self._wanted)) or self._backing_up.unfinished
        return self._closed or due or waiting

    def _nap(self) -> float:
        if self._quick.untold:
            return TELL_SECONDS
        left = self._looking.schedule.seconds_left()
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
        self._backing_up.unfinished = False
        try:
            self._work(catalog)
            self._teller.succeed()
        except Interrupted:
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
        if not self._teller.told_library:
            # Before a model is loaded, which takes seconds: a window has to know whether there is anything.
            self._teller.change(catalog, force=True)
        self._make_wanted(catalog, decoder)
        if self._looking.look(catalog, self._check, self._follow):
            self._wanted.try_again()
            self._teller.change(catalog, force=True)
        lacking = self._upkeep.make_current(catalog, decoder)
        self._backing_up.make(catalog)
        self._describe(catalog, decoder)
        if lacking is not None:
            raise lacking
        self._teller.tell(WorkerState(Activity.IDLE))

    def _describe(self, catalog: Catalog, decoder: Decoder) -> None:
        if not self._described:
            self._follow(catalog, describing.describe_old(catalog, decoder))
            self._described = True

    def _next_job(self) -> Callable[[Catalog], None] | None:
        with self._change:
            return self._jobs.pop(0) if self._jobs else None

    def _make_wanted(self, catalog: Catalog, decoder: Decoder) -> None:
        if not len(self._wanted):
            return
        # Not held up by a pause: it is what somebody is looking at, and little.
        for _ in keeping.make_wanted(self._workshop, catalog, decoder, self._wanted):
            self._do_quick(catalog)
            if self._closed:
                raise Interrupted
        self._teller.change(catalog, force=True)

    def _follow(self, catalog: Catalog, events: Iterator[LibraryEvent]) -> None:
        try:
            for event in events:
                self._teller.show(catalog, event)
                self._check(0)
        finally:
            if isinstance(events, Generator):
                events.close()

    def _check(self, _: int) -> None:
        """Between two items: stop for something newer or the end, wait while paused or on battery."""
        waited = self._gate.pass_through()
        self._upkeep.pace.skip(waited)
        self._looking.folders.skip(waited)

    def _is_interrupted(self) -> bool:
        return self._closed or bool(self._jobs) or self._looking.wanted

    # --- jobs

    def _start_afresh(self) -> None:
        """A person asks for a new look: what was given up is tried again."""
        self._upkeep.forgive()
        self._looking.schedule.hint_all()

    def _add_folder(self, catalog: Catalog, path: bytes) -> None:
        if told := self._looking.add(catalog, path):
            self._teller.trouble(told)

    def _remove_folder(self, catalog: Catalog, path: bytes) -> None:
        self._looking.remove(catalog, path)
        self._teller.change(catalog, force=True)

    def _adjust(self, catalog: Catalog) -> None:
        """Take the settings as they are now; what they do not touch goes on as it is."""
        need = self._adjusting.follow()
        if need.trouble:
            self._teller.trouble(need.trouble)
        if need.watch:
            self._looking.watch_anew()
        if need.thumbnails:
            self._upkeep.check_again()
            self._wanted.try_again()
            self._teller.change(catalog, force=True)
        if need.model:
            self._upkeep.load_again()

    def _repeat(self, catalog: Catalog) -> None:
        self._teller.model(catalog)
        self._teller.change(catalog, force=True)
        self._looking.folders.repeat()
