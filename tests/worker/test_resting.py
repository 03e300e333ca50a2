"""On battery and in low-power mode the worker does as the user chose."""

from __future__ import annotations

from photoclip.domain.machine import PowerState
from photoclip.worker.resting import ASK_SECONDS, Resting


class Machine:
    """A machine whose power and clock a test sets."""

    def __init__(self, **state: bool) -> None:
        self.now = PowerState(**state)
        self.clock = 0.0

    def state(self) -> PowerState:
        return self.now

    def change(self, **state: bool) -> None:
        self.now = PowerState(**state)
        self.clock += ASK_SECONDS


def resting(machine: Machine, choice: str) -> Resting:
    return Resting(machine, lambda: choice, lambda: machine.clock)


def test_on_the_mains_nothing_rests() -> None:
    for choice in ("continue", "slow", "pause"):
        rest = resting(Machine(), choice)
        assert (rest.waits_for(), rest.breath(1.0)) == ("", 0.0)


def test_on_battery_the_choice_decides() -> None:
    machine = Machine(on_battery=True)
    assert resting(machine, "continue").breath(1.0) == 0.0
    assert resting(machine, "slow").breath(1.0) == 1.0
    assert resting(machine, "slow").waits_for() == ""
    assert resting(machine, "pause").waits_for() == "the mains"


def test_low_power_mode_counts_as_well() -> None:
    assert "low-power" in resting(Machine(saving=True), "pause").waits_for()


def test_resuming_on_the_mains_is_no_word_about_the_battery() -> None:
    machine = Machine()
    rest = resting(machine, "pause")
    rest.go_on()
    machine.change(on_battery=True)
    assert rest.waits_for() == "the mains"


def test_work_goes_on_when_the_machine_is_plugged_in() -> None:
    machine = Machine(on_battery=True)
    rest = resting(machine, "pause")
    assert rest.waits_for()
    machine.change()
    assert rest.waits_for() == ""


def test_a_person_who_says_go_on_is_obeyed_until_the_mains_were_there() -> None:
    machine = Machine(on_battery=True)
    rest = resting(machine, "pause")
    assert rest.waits_for()
    rest.go_on()
    assert rest.waits_for() == ""
    machine.change()
    assert rest.waits_for() == ""
    machine.change(on_battery=True)
    assert rest.waits_for() == "the mains"
