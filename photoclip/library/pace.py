"""How fast work goes, and how long the rest will take."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

_WINDOW_SECONDS = 30.0
_FIRST_SECONDS = 1.0


class Pace:
    """Items per second over the last half minute. Time spent paused does not count."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._marks: deque[tuple[float, int]] = deque()
        self._skipped = 0.0

    def mark(self, done: int) -> None:
        """Note how many items are done by now."""
        now = self._clock() - self._skipped
        self._marks.append((now, done))
        while len(self._marks) > 2 and now - self._marks[1][0] > _WINDOW_SECONDS:
            self._marks.popleft()

    def skip(self, seconds: float) -> None:
        """Leave out a pause."""
        self._skipped += seconds

    def rate(self) -> float | None:
        """Items per second, or None while less than a second was measured."""
        if len(self._marks) < 2:
            return None
        (start, first), (end, last) = self._marks[0], self._marks[-1]
        if end - start < _FIRST_SECONDS or last <= first:
            return None
        return (last - first) / (end - start)

    def seconds_left(self, remaining: int) -> float | None:
        rate = self.rate()
        return None if rate is None else remaining / rate
