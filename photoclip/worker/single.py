"""A decoder of one process that is made on first use and let go after a while."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from photoclip.domain.pipeline import Decoder
from photoclip.errors import EnvironmentFault

IDLE_SECONDS = 60.0


class SingleDecoder:
    """Belongs to one thread, but for `close`, which wakes that thread from waiting for a result."""

    def __init__(self, make: Callable[[], Decoder]) -> None:
        self._make = make
        self._guard = threading.Lock()
        self._closed = False
        self._decoder: Decoder | None = None
        self._used = 0.0

    def get(self) -> Decoder:
        """The decoder.

        Raises:
            EnvironmentFault: the program is being closed.
        """
        with self._guard:
            if self._closed:
                raise EnvironmentFault("photoclip is being closed; try again when it is open.")
            if self._decoder is None:
                self._decoder = self._make()
            self._used = time.monotonic()
            return self._decoder

    def seconds_left(self) -> float | None:
        """Until it has been idle for long enough to be let go; None where there is none."""
        if self._decoder is None:
            return None
        return max(0.0, self._used + IDLE_SECONDS - time.monotonic())

    def let_go(self) -> None:
        """End its process; another one is made when it is needed."""
        with self._guard:
            decoder, self._decoder = self._decoder, None
        if decoder is not None:
            decoder.close()

    def close(self) -> None:
        """Let go for good."""
        with self._guard:
            self._closed = True
        self.let_go()
