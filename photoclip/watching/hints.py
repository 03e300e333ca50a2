"""Hints gathered until a folder has gone quiet."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

QUIET_SECONDS = 2.0
LONGEST_SECONDS = 30.0


class Hints:
    """Says which folder changed, once nothing more happens in it, or after half a minute of unrest.

    A storm of events costs two times of day per folder.
    """

    def __init__(
        self, changed: Callable[[bytes], None], quiet: float = QUIET_SECONDS, longest: float = LONGEST_SECONDS
    ) -> None:
        """`changed` is called on a thread of its own, one folder after the other. Times are in seconds."""
        self._changed = changed
        self._quiet = quiet
        self._longest = longest
        self._times: dict[bytes, tuple[float, float]] = {}
        self._news = threading.Condition()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="photoclip-watch", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def add(self, folder: bytes) -> None:
        """Something happened in this folder just now."""
        now = time.monotonic()
        with self._news:
            first, _ = self._times.get(folder, (now, now))
            self._times[folder] = first, now
            # The thread wakes by itself when the first folder is due; a later event only moves that.
            if len(self._times) == 1 and first == now:
                self._news.notify()

    def drop(self, folder: bytes) -> None:
        with self._news:
            self._times.pop(folder, None)

    def close(self) -> None:
        with self._news:
            self._closed = True
            self._news.notify()
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join()

    def _run(self) -> None:
        while (folder := self._next()) is not None:
            self._changed(folder)

    def _next(self) -> bytes | None:
        """Wait for a folder that is due; None at the end."""
        with self._news:
            while not self._closed:
                due = {
                    folder: min(last + self._quiet, first + self._longest)
                    for folder, (first, last) in self._times.items()
                }
                folder = min(due, key=due.__getitem__, default=None)
                wait = None if folder is None else due[folder] - time.monotonic()
                if folder is not None and wait is not None and wait <= 0:
                    del self._times[folder]
                    return folder
                self._news.wait(wait)
            return None
