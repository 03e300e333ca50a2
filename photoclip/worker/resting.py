"""When the worker rests of its own accord: on battery, and in the system's low-power mode."""

from __future__ import annotations

import time
from collections.abc import Callable

from photoclip.domain.machine import Power, PowerState

ASK_SECONDS = 5.0
_LONGEST_BREATH = 2.0


class Resting:
    """Follows the user's choice for `on_battery`: continue, slow or pause.

    A person who says "go on" is obeyed until the machine is on the mains again.
    """

    def __init__(
        self, power: Power, choice: Callable[[], str], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._power = power
        self._choice = choice
        self._clock = clock
        self._asked = -ASK_SECONDS
        self._state = PowerState()
        self._policy = "continue"
        self._overridden = False

    def go_on(self) -> None:
        """A person wants the work done, on battery too if that is what it runs on now."""
        self._state = self._power.state()
        self._overridden = self._state.on_battery or self._state.saving

    def waits_for(self) -> str:
        """What has to happen before the work goes on, in a few words; "" where nothing has to."""
        if self._how() != "pause":
            return ""
        return "the mains" if self._state.on_battery else "the end of low-power mode"

    def breath(self, worked: float) -> float:
        """Seconds to rest after so many of work: as many again where the work is to be slow."""
        return min(worked, _LONGEST_BREATH) if self._how() == "slow" else 0.0

    def _how(self) -> str:
        now = self._clock()
        if now - self._asked >= ASK_SECONDS:
            self._asked = now
            self._state = self._power.state()
            self._policy = self._choice()
            if not (self._state.on_battery or self._state.saving):
                self._overridden = False
        sparing = (self._state.on_battery or self._state.saving) and not self._overridden
        return self._policy if sparing else "continue"
