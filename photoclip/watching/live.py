"""Live watching: a hint that something below a folder changed, once it has gone quiet."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

_QUIET_SECONDS = 2.0
_LONGEST_ROUNDS = 15
_log = logging.getLogger(__name__)
_CHANGES = frozenset({"created", "modified", "moved", "deleted", "closed"})


class LiveWatch:
    """Calls back when a watched folder has changed and then been quiet for two seconds.

    Events are hints only: the system may drop them, so whoever is called looks
    at the folder again as a whole. A storm of events costs one flag, and a
    folder that never goes quiet is reported every half minute.
    """

    def __init__(self, changed: Callable[[], None]) -> None:
        """`changed` is called on a thread of this object's own."""
        self._changed = changed
        self._observer = Observer()
        self._watched: set[bytes] = set()
        self._hinted = threading.Event()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="photoclip-watch", daemon=True)

    def start(self) -> None:
        self._observer.start()
        self._thread.start()

    def watch(self, folder: bytes) -> str:
        """Watch a folder and all below it; a sentence where the system cannot, else ""."""
        if folder in self._watched:
            return ""
        try:
            self._observer.schedule(_Handler(self._hinted.set), os.fsdecode(folder), recursive=True)
        except OSError as fault:
            _log.warning("live watching is off for one folder: %s", fault.strerror)
            return (
                "Changes in a folder cannot be watched live "
                f"({fault.strerror}); it is looked at again at each start and with Rescan."
            )
        self._watched.add(folder)
        return ""

    def close(self) -> None:
        self._stopped.set()
        self._hinted.set()
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while True:
            self._hinted.wait()
            for _ in range(_LONGEST_ROUNDS):
                self._hinted.clear()
                if self._stopped.wait(_QUIET_SECONDS):
                    return
                if not self._hinted.is_set():
                    break
            self._changed()


class _Handler(FileSystemEventHandler):
    def __init__(self, hint: Callable[[], None]) -> None:
        self._hint = hint

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in _CHANGES and not (event.is_directory and event.event_type == "modified"):
            self._hint()
