"""The thread for long work that a person asks for: copies, the bin, measuring a model."""

from __future__ import annotations

import dataclasses
import logging
import threading
import time
from collections.abc import Callable

from photoclip.domain.errands import Errand, Outcome
from photoclip.errors import PhotoclipError
from photoclip.library.jobs import Job, Stopped
from photoclip.library.pace import Pace
from photoclip.library.workshop import Workshop
from photoclip.worker.background import Background
from photoclip.worker.jobs import Jobs, Places
from photoclip.worker.messages import ErrandDone, ErrandState, Event

_log = logging.getLogger(__name__)
_IDLE_SECONDS = 60.0
_TELL_SECONDS = 0.1
_WRONG = "Something went wrong inside photoclip; what was done is kept, the log has the details."


class Errands(Background):
    """Runs one errand after the other. Public methods return at once and are safe from any thread."""

    def __init__(
        self, workshop: Workshop, publish: Callable[[Event], None], opened: threading.Event, places: Places
    ) -> None:
        """`opened` is set when there is a catalog to read; `places` hears of files that come and go."""
        super().__init__("photoclip-errands")
        self._publish = publish
        self._opened = opened
        self._jobs = Jobs(workshop, places, lambda: self._is_cancelled(self._current))
        self._current = 0
        self._queue: list[tuple[int, Errand]] = []
        self._paused: set[int] = set()
        self._cancelled: set[int] = set()
        self._told = 0.0

    def run(self, errand_id: int, errand: Errand) -> None:
        with self._change:
            self._queue.append((errand_id, errand))
            self._change.notify_all()

    def cancel(self, errand_id: int) -> None:
        with self._change:
            left = [(number, errand) for number, errand in self._queue if number == errand_id]
            self._queue = [(number, errand) for number, errand in self._queue if number != errand_id]
            if not left:
                self._cancelled.add(errand_id)
            self._change.notify_all()
        for number, errand in left:
            self._publish(ErrandDone(number, errand, Outcome(None, cancelled=True)))

    def pause(self, errand_id: int, paused: bool) -> None:
        with self._change:
            (self._paused.add if paused else self._paused.discard)(errand_id)
            self._change.notify_all()

    def close(self) -> None:
        with self._change:
            self._closed = True
            self._change.notify_all()
        self._jobs.interrupt()
        super().close()

    # --- the thread

    def _run(self) -> None:
        self._opened.wait()
        try:
            while (wanted := self._next()) is not None:
                outcome = self._work_safely(*wanted)
                if not self._closed:
                    self._publish(ErrandDone(*wanted, outcome))
        finally:
            self._jobs.let_go()

    def _next(self) -> tuple[int, Errand] | None:
        with self._change:
            idle = not self._change.wait_for(self._has_work, _IDLE_SECONDS)
        if idle:
            self._jobs.let_go()
        with self._change:
            self._change.wait_for(self._has_work)
            if self._closed:
                return None
            errand_id, errand = self._queue.pop(0)
            self._cancelled.clear()
            self._current = errand_id
            return errand_id, errand

    def _has_work(self) -> bool:
        return self._closed or bool(self._queue)

    def _work_safely(self, errand_id: int, errand: Errand) -> Outcome:
        try:
            return self._work(ErrandState(errand_id, errand), self._jobs.job(errand))
        except PhotoclipError as fault:
            return Outcome(None, (str(fault),))
        except Exception:  # noqa: BLE001 - a bug must cost one errand, not the thread
            _log.exception("an errand stumbled")
            return Outcome(None, (_WRONG,))

    def _work(self, state: ErrandState, job: Job) -> Outcome:
        pace = Pace()
        try:
            for done, total in job.steps():
                pace.mark(done)
                left = pace.seconds_left(total - done) if total else None
                state = dataclasses.replace(state, done=done, total=total, seconds_left=left)
                self._tell(state)
                if not self._may_go_on(state, pace):
                    return job.outcome(cancelled=True)
        except Stopped:
            return job.outcome(cancelled=True)
        return job.outcome()

    def _tell(self, state: ErrandState) -> None:
        now = time.monotonic()
        if state.done in (0, state.total) or now - self._told >= _TELL_SECONDS:
            self._told = now
            self._publish(state)

    def _may_go_on(self, state: ErrandState, pace: Pace) -> bool:
        """Wait while the errand is paused; whether it is to go on then."""
        number = state.errand_id
        if number in self._paused:
            started = time.monotonic()
            self._publish(dataclasses.replace(state, paused=True))
            with self._change:
                self._change.wait_for(lambda: number not in self._paused or self._is_cancelled(number))
            pace.skip(time.monotonic() - started)
            self._publish(state)
        return not self._is_cancelled(number)

    def _is_cancelled(self, errand_id: int) -> bool:
        return self._closed or errand_id in self._cancelled
