"""Long work that a person asked for: what every piece of it can be asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from photoclip.domain.errands import Outcome


class Job(Protocol):
    """One errand at work. It can be stopped between two steps; what is done stays."""

    def steps(self) -> Iterator[tuple[int, int]]:
        """Do it, telling what is done of how much before each item and at the end."""
        ...

    def outcome(self, *, cancelled: bool = False) -> Outcome:
        """What came of it so far."""
        ...
