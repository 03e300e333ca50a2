"""Whose turn it is: a person's question goes before the work in the background."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Turn:
    """The answerer takes it while it answers; the keeper lets it pass between two items."""

    def __init__(self) -> None:
        self._free = threading.Event()
        self._free.set()

    @contextmanager
    def taken(self) -> Iterator[None]:
        self._free.clear()
        try:
            yield
        finally:
            self._free.set()

    def let_pass(self, longest: float) -> None:
        """Wait until nobody is being answered, `longest` seconds at most."""
        self._free.wait(longest)
