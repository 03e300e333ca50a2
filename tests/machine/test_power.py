"""What feeds the machine."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from photoclip.domain.machine import PowerState
from photoclip.machine.power import Power


class Battery(NamedTuple):
    percent: float
    power_plugged: bool | None


def power(tmp_path: Path, battery: Callable[[], Any] = lambda: None) -> Power:
    return Power(battery, tmp_path / "platform_profile")


@pytest.mark.parametrize(
    ("battery", "expected"),
    [(None, False), (Battery(80, True), False), (Battery(80, None), False), (Battery(80, False), True)],
)
def test_only_a_battery_that_is_surely_not_charged_counts(
    tmp_path: Path, battery: Battery | None, expected: bool
) -> None:
    assert power(tmp_path, lambda: battery).state() == PowerState(on_battery=expected)


@pytest.mark.parametrize("fault", [OSError, ValueError, AttributeError, NotImplementedError, RuntimeError])
def test_where_it_cannot_be_known_the_machine_is_plugged_in(tmp_path: Path, fault: type[Exception]) -> None:
    def battery() -> None:
        raise fault

    assert power(tmp_path, battery).state() == PowerState()


def test_a_warning_about_the_battery_does_not_escape(tmp_path: Path) -> None:
    def battery() -> None:
        warnings.warn("half a battery", RuntimeWarning, stacklevel=1)

    assert power(tmp_path, battery).state() == PowerState()


def test_the_low_power_profile_of_linux_is_seen_as_it_is_chosen(tmp_path: Path) -> None:
    asked = power(tmp_path)
    profile = tmp_path / "platform_profile"
    assert not asked.state().saving
    for name, saving in (("balanced\n", False), ("low-power\n", True), ("performance\n", False)):
        profile.write_text(name)
        assert asked.state().saving is saving
    profile.write_bytes(b"\xff\xff")
    assert not asked.state().saving


def test_macos_is_asked_at_most_every_half_minute(tmp_path: Path) -> None:
    words = ["System-wide power settings:\n lowpowermode         1\n sleep  1\n", " lowpowermode 0\n"]
    now = [0.0]
    asked = Power(lambda: None, tmp_path / "none", lambda: words.pop(0), lambda: now[0])
    assert asked.state().saving
    now[0] = 29.0
    assert asked.state().saving
    now[0] = 30.0
    assert not asked.state().saving
    assert not words


def test_this_machine_tells_without_a_fault() -> None:
    assert isinstance(Power().state(), PowerState)
