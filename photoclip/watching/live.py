"""Live watching: a hint that something below a folder changed, once it has gone quiet."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from photoclip.watching.ignore import skip_file, skip_folder

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

    def __init__(self, changed: Callable[[], None], ignored: Iterable[bytes] = ()) -> None:
        """`changed` is called on a thread of its own; what happens in `ignored` folders is no hint."""
        self._changed = changed
        self._ignored = [os.fsdecode(folder) for folder in ignored]
        self._observer = Observer()
        self._watched: dict[bytes, tuple[ObservedWatch, tuple[int, int]]] = {}
        self._hinted = threading.Event()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="photoclip-watch", daemon=True)

    def start(self) -> None:
        self._observer.start()
        self._thread.start()

    def watch(self, folder: bytes) -> str:
        """Watch a folder and all below it; a sentence where the system cannot, else ""."""
        try:
            seen = os.stat(folder)
            identity = seen.st_dev, seen.st_ino
            if folder in self._watched:
                watch, known = self._watched[folder]
                if known == identity:
                    return ""
                # The folder went and came back; what was watched is not there any more.
                self._observer.unschedule(watch)
            handler = _Handler(self._hinted.set, os.fsdecode(folder), self._ignored)
            watch = self._observer.schedule(handler, os.fsdecode(folder), recursive=True)
        except OSError as fault:
            self._watched.pop(folder, None)
            _log.warning("live watching is off for one folder: %s", fault.strerror)
            return (
                "Changes in a folder cannot be watched live "
                f"({fault.strerror}); it is looked at again at each start and with Rescan."
            )
        self._watched[folder] = watch, identity
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
    def __init__(self, hint: Callable[[], None], root: str, ignored: Sequence[str]) -> None:
        self._hint = hint
        self._root = root
        self._ignored = ignored

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in _CHANGES or (event.is_directory and event.event_type == "modified"):
            return
        if not all(self._is_ignored(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path):
            self._hint()

    def _is_ignored(self, path: str) -> bool:
        """Whether a scan would not look at this place, or it is the program's own."""
        if any(path == folder or path.startswith(folder + os.sep) for folder in self._ignored):
            return True
        *folders, name = Path(os.path.relpath(path, self._root)).parts
        return any(skip_folder(os.fsencode(part)) for part in folders) or skip_file(os.fsencode(name))
