"""Between two items of the work in hand: what is more urgent is let in, and a pause is waited out."""

from __future__ import annotations

import dataclasses
import threading
import time
from collections.abc import Callable

from photoclip.library.thumbnailing import Wanted
from photoclip.worker.quick import TELL_SECONDS, Quick
from photoclip.worker.resting import ASK_SECONDS, Resting
from photoclip.worker.telling import Teller
from photoclip.worker.turn import Turn

_LONGEST_TURN = 2.0


class Interrupted(Exception):
    """The work in hand is dropped for something newer; what was committed stays."""


@dataclasses.dataclass
class Gate:
    """Belongs to the keeper's thread; `paused` is set from any thread, under `change`."""

    change: threading.Condition
    """Guards what other threads hand over, and wakes the keeper."""
    turn: Turn
    resting: Resting
    quick: Quick
    wanted: Wanted
    teller: Teller
    is_interrupted: Callable[[], bool]
    do_quick: Callable[[], None]
    paused: bool = False
    _left: float = 0.0

    def pass_through(self) -> float:
        """Let what is urgent go first, and wait while paused or resting; how many seconds that was.

        Raises:
            Interrupted: there is something newer to do, or the end has come.
        """
        arrived = time.monotonic()
        self.turn.let_pass(_LONGEST_TURN)
        with self.change:
            breath = self.resting.breath(arrived - self._left)
            self.change.wait_for(lambda: self.is_interrupted() or len(self.quick), timeout=breath)
        stopped = time.monotonic()
        self.do_quick()
        while self._is_held():
            self.do_quick()
        self._left = time.monotonic()
        if self.is_interrupted():
            raise Interrupted
        return self._left - stopped

    def _is_held(self) -> bool:
        """Wait a while if the work is paused or rests; whether it was."""
        with self.change:
            if self.is_interrupted() or not (self.paused or self._rests()):
                return False
            if len(self.wanted):
                raise Interrupted
            if not len(self.quick):
                longest = None if self.paused else ASK_SECONDS
                self.change.wait(TELL_SECONDS if self.quick.untold else longest)
            return True

    def _rests(self) -> bool:
        """Whether the work waits for the mains, which is told when it changes."""
        waits_for = self.resting.waits_for()
        if waits_for != self.teller.state.waits_for:
            self.teller.tell(dataclasses.replace(self.teller.state, waits_for=waits_for))
        return bool(waits_for)
