"""Live watching: hints that something below a folder changed. The truth is a scan."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from photoclip.watching import limits
from photoclip.watching.hints import LONGEST_SECONDS, QUIET_SECONDS, Hints
from photoclip.watching.scan import Scanner

_log = logging.getLogger(__name__)
# What its threads say at their own end, or of a folder that is gone, is no error of the program.
logging.getLogger("watchdog").setLevel(logging.CRITICAL)

_CHANGES: list[type[FileSystemEvent]] = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileMovedEvent,
    # Linux tells when a file that was written is closed; each write besides would only fill the queue.
    FileClosedEvent if sys.platform == "linux" else FileModifiedEvent,
]


@dataclass(frozen=True, slots=True)
class _Live:
    observer: BaseObserver
    identity: tuple[int, int]
    instance: str
    """The file descriptor of its inotify instance; "" on other systems."""


@dataclass(frozen=True, slots=True)
class _Refusal:
    """Why a folder is not live. It is not tried again before the system's limit was raised."""

    sentence: str
    allowed: int


class LiveWatch:
    """Implements `library.workshop.Watch`.

    Each folder has an observer of its own, so that what the system watches can
    be counted by folder and a drive that goes takes nothing else with it.
    Events may be dropped by the system, so whoever is called looks at the
    folder again as a whole.
    """

    def __init__(
        self,
        changed: Callable[[bytes], None],
        ignored: Iterable[bytes] = (),
        ignores: Callable[[bytes, bytes], bool] | None = None,
        *,
        quiet: float = QUIET_SECONDS,
        longest: float = LONGEST_SECONDS,
    ) -> None:
        """
        Args:
            changed: called with the folder, on a thread of its own, once it has been quiet.
            ignored: folders in which nothing that happens is a hint.
            ignores: whether a path below a folder is passed over, as `FolderScanner.ignores` says it.
            quiet: seconds without an event that make a folder quiet.
            longest: seconds after which a folder that never goes quiet is told all the same.
        """
        self._hints = Hints(changed, quiet, longest)
        self._ignored = [os.path.realpath(folder) for folder in ignored]
        self._ignores = ignores or Scanner().ignores
        self._live: dict[bytes, _Live] = {}
        self._refused: dict[bytes, _Refusal] = {}
        self._lock = threading.RLock()

    def start(self) -> None:
        self._hints.start()

    def watch(self, folder: bytes) -> str:
        """Watch a folder and all below it; a sentence where the system cannot, else ""."""
        with self._lock:
            if self.is_live(folder):
                return ""
            self._end(folder)  # it went and came back: what was watched is not there any more
            refusal = self._refused.get(folder)
            if refusal and refusal.allowed == limits.watches_allowed():
                return refusal.sentence
            try:
                self._live[folder] = self._begin(folder)
            except OSError as fault:
                _log.warning("live watching is off for one folder: %s", fault.strerror)
                return limits.refused(fault)
            self._refused.pop(folder, None)
            return ""

    def verify(self, folder: bytes, folders: int) -> str:
        with self._lock:
            live = self._live.get(folder)
            if live is None or not live.instance:
                return self._refused[folder].sentence if folder in self._refused else ""
            exhausted = limits.is_exhausted()
            watched = limits.count_watches(live.instance)
            if watched < folders and not exhausted:
                # The limit may have been reached only for a while, or a folder came just now.
                self._end(folder)
                if fault := self.watch(folder):
                    return fault
                watched = limits.count_watches(self._live[folder].instance)
            if watched >= folders and not exhausted:
                return ""
            sentence = limits.too_few(watched, folders, exhausted)
            _log.warning("live watching is off for one folder: %d of %d folders watched", watched, folders)
            self._end(folder)
            self._refused[folder] = _Refusal(sentence, limits.watches_allowed())
            return sentence

    def is_live(self, folder: bytes) -> bool:
        live = self._live.get(folder)
        if live is None or not live.observer.is_alive() or live.identity != _identity(folder):
            return False
        # A drive that went and came back has the same numbers, but all watches went with it.
        return not live.instance or limits.count_watches(live.instance, at_most=1) > 0

    def leave(self, folder: bytes) -> None:
        with self._lock:
            self._end(folder)
            self._refused.pop(folder, None)

    def close(self) -> None:
        with self._lock:
            for folder in list(self._live):
                self._end(folder)
        self._hints.close()

    def _begin(self, folder: bytes) -> _Live:
        # A link to a folder would be watched itself, and not what it leads to.
        real = os.path.realpath(folder)
        identity = _identity(real)
        if identity is None:
            raise FileNotFoundError(2, "it is not there")
        before = limits.instances()
        observer = Observer()
        observer.start()
        try:
            handler = _Handler(lambda paths: self._hint(folder, real, paths))
            observer.schedule(handler, os.fsdecode(real), recursive=True, event_filter=_CHANGES)
        except OSError:
            observer.stop()
            observer.join()
            raise
        return _Live(observer, identity, limits.instance_of(identity[1], limits.instances() - before))

    def _end(self, folder: bytes) -> None:
        if live := self._live.pop(folder, None):
            live.observer.stop()
            live.observer.join()
        self._hints.drop(folder)

    def _hint(self, folder: bytes, real: bytes, paths: Iterable[bytes]) -> None:
        if not all(self._is_own(path) or self._ignores(real, path) for path in paths):
            self._hints.add(folder)

    def _is_own(self, path: bytes) -> bool:
        return any(path == own or path.startswith(os.path.join(own, b"")) for own in self._ignored)


class _Handler(FileSystemEventHandler):
    def __init__(self, hint: Callable[[Iterable[bytes]], None]) -> None:
        self._hint = hint

    def on_any_event(self, event: FileSystemEvent) -> None:
        self._hint([os.fsencode(path) for path in (event.src_path, event.dest_path) if path])


def _identity(path: bytes) -> tuple[int, int] | None:
    try:
        seen = os.stat(path)
    except OSError:
        return None
    return seen.st_dev, seen.st_ino
