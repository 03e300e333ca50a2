"""A thread that waits for work, and can be told to end."""

from __future__ import annotations

import threading


class Background:
    """The life of one of the worker's threads; what it does is `_run` of the subclass."""

    def __init__(self, name: str) -> None:
        self._change = threading.Condition()
        """Guards what other threads hand over, and wakes the thread."""
        self._closed = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """Tell the thread to end and wait for it."""
        with self._change:
            self._closed = True
            self._change.notify_all()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        raise NotImplementedError
