"""When a watched folder is looked at again."""

from __future__ import annotations

from photoclip.domain.catalog import WatchedFolder
from photoclip.worker.schedule import (
    LIVE_SECONDS,
    OFFLINE_SECONDS,
    SETTLE_SECONDS,
    TIMED_SECONDS,
    Look,
    Schedule,
)

A, B = WatchedFolder(b"/a"), WatchedFolder(b"/b")


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def looked(clock: Clock, look: Look) -> Schedule:
    """Both folders were looked at, the first with this outcome."""
    schedule = Schedule(clock)
    schedule.take_due([A, B])
    schedule.looked_at(A.path, look)
    schedule.looked_at(B.path, Look(0.1, live=True, offline=False, unsettled=False))
    return schedule


def test_at_the_start_everything_is_looked_at() -> None:
    schedule = Schedule(Clock())
    assert schedule.seconds_left() == 0.0
    assert schedule.take_due([A, B]) == [A, B]


def test_a_hint_is_answered_at_once_and_for_its_folder_alone() -> None:
    schedule = looked(Clock(), Look(0.1, live=True, offline=False, unsettled=False))
    schedule.hint(A.path)
    assert schedule.seconds_left() == 0.0
    assert schedule.take_due([A, B]) == [A]
    assert not schedule.hinted


def test_how_long_until_the_next_look_depends_on_what_the_last_one_found() -> None:
    for look, wait in (
        (Look(0.1, live=True, offline=False, unsettled=False), LIVE_SECONDS),
        (Look(0.1, live=False, offline=False, unsettled=False), TIMED_SECONDS),
        (Look(30.0, live=False, offline=False, unsettled=False), 600.0),
        (Look(0.1, live=True, offline=True, unsettled=False), OFFLINE_SECONDS),
        (Look(0.01, live=True, offline=False, unsettled=True), SETTLE_SECONDS),
    ):
        clock = Clock()
        schedule = looked(clock, look)
        assert schedule.seconds_left() == wait
        clock.now += wait
        assert A in schedule.take_due([A, B])


def test_a_walk_that_failed_is_not_repeated_at_once() -> None:
    clock = Clock()
    schedule = looked(clock, Look(0.1, live=False, offline=False, unsettled=False))
    clock.now += TIMED_SECONDS
    assert schedule.take_due([A]) == [A]
    assert schedule.seconds_left() == TIMED_SECONDS


def test_a_file_that_never_settles_does_not_have_a_slow_drive_walked_without_end() -> None:
    schedule = looked(Clock(), Look(30.0, live=False, offline=False, unsettled=True))
    assert schedule.seconds_left() == 600.0


def test_a_folder_that_is_watched_no_more_is_forgotten() -> None:
    schedule = looked(Clock(), Look(0.1, live=True, offline=True, unsettled=False))
    schedule.keep([B.path])
    assert schedule.seconds_left() == LIVE_SECONDS
