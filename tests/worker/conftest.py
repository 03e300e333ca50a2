"""A running worker over a library of drawn photos."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from support import colour_workshop

from photoclip.library.workshop import Workshop
from photoclip.worker.messages import Event
from photoclip.worker.worker import Worker

E = TypeVar("E")


class Listener:
    """Collects what a worker tells, and waits for what a test needs."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._change = threading.Condition()

    def __call__(self, event: Event) -> None:
        with self._change:
            self.events.append(event)
            self._change.notify_all()

    def wait_for(self, kind: type[E], accept: Callable[[E], bool] = lambda event: True) -> E:
        """The first event of this kind, told before or from now on, that `accept` likes."""

        def found() -> E | None:
            return next((e for e in self.events if isinstance(e, kind) and accept(e)), None)

        with self._change:
            assert self._change.wait_for(lambda: found() is not None, timeout=60), f"no {kind.__name__} came"
            event = found()
            assert event is not None
            return event

    def forget(self) -> None:
        with self._change:
            self.events.clear()


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    (tmp_path / "photos").mkdir()
    return tmp_path / "photos"


@pytest.fixture
def workshop(library: Path) -> Workshop:
    return colour_workshop(library)


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def worker(workshop: Workshop, listener: Listener) -> Iterator[Worker]:
    running = Worker(workshop)
    running.start(listener)
    yield running
    running.close()
