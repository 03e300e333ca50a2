"""Photos per second and time left, on a clock that the test turns."""

from __future__ import annotations

import pytest

from photoclip.library.pace import Pace


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_rate_and_time_left_come_from_the_last_half_minute() -> None:
    clock = Clock()
    pace = Pace(clock)
    for second in range(100):
        clock.now = float(second)
        pace.mark(second * (1 if second < 50 else 10))
    assert pace.rate() == pytest.approx(10.0)
    assert pace.seconds_left(100) == pytest.approx(10.0)


def test_a_pause_does_not_slow_the_rate() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.mark(0)
    clock.now = 1000.0
    pace.skip(998.0)
    pace.mark(8)
    assert pace.rate() == pytest.approx(4.0)


def test_nothing_is_claimed_before_it_was_measured() -> None:
    pace = Pace(Clock())
    pace.mark(0)
    assert pace.rate() is None
    assert pace.seconds_left(5) is None
