"""Long work that a person asked for: what every piece of it can be asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from photoclip.domain.errands import Outcome


class Stopped(Exception):
    """A job was stopped in the midst of a step; what was done before stays."""


class Job(Protocol):
    """One errand at work. It can be stopped between two steps; what is done stays."""

    def steps(self) -> Iterator[tuple[int, int]]:
        """Do it, telling what is done of how much before each item and at the end.

        Raises:
            Stopped: it was told to stop in the midst of a long step.
        """
        ...

    def outcome(self, *, cancelled: bool = False) -> Outcome:
        """What came of it so far."""
        ...
