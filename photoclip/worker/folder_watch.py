"""The watched folders as the worker sees them: live or by time, there or away, and what to ask."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from photoclip import paths
from photoclip.domain.catalog import Catalog
from photoclip.library.events import Moved, Scanned, Scanning
from photoclip.library.workshop import Watch, Workshop
from photoclip.worker.messages import Event, FolderState, ManyMissing, Trouble
from photoclip.worker.schedule import Look, Schedule

_REMOTE = "It lies on a network drive and is looked at every few minutes."
_AWAY = "It is not there or empty; its photos stay in the library."
_REPLACED = "Another drive is mounted in its place; if it is the right one, add the folder again."


class FolderWatch:
    """Watches what is walked, and plans the next walk. Belongs to the keeper's thread."""

    def __init__(
        self, workshop: Workshop, watch: Watch, schedule: Schedule, publish: Callable[[Event], None]
    ) -> None:
        self._drives = workshop.drives
        self._watch = watch
        self._schedule = schedule
        self._publish = publish
        self._notes: dict[bytes, str] = {}
        self._asked: dict[bytes, tuple[int, int]] = {}
        self._seen_as: dict[bytes, tuple[int, int] | None] = {}
        self._started = 0.0

    def take(self, event: Scanning | Scanned | Moved) -> None:
        """Follow one step of a look."""
        if isinstance(event, Moved):
            self.leave(event.old)
            self._publish(Trouble(f"{paths.display(event.old)} is now found in {paths.display(event.new)}."))
        elif isinstance(event, Scanning):
            if not event.files:
                self._begin(event.folder)
        else:
            self._end(event)

    def use(self, watch: Watch) -> None:
        """Watch with another one from now on; each folder from its next look."""
        self._watch = watch

    def repeat(self) -> None:
        """Ask again what was asked and not answered: somebody new listens."""
        for folder, (missing, total) in self._asked.items():
            self._publish(ManyMissing(os.fsdecode(folder), missing, total))

    def skip(self, seconds: float) -> None:
        """A pause is no time spent walking."""
        self._started += seconds

    def leave(self, folder: bytes) -> None:
        """Watch a folder no more."""
        self._watch.leave(folder)
        for known in (self._notes, self._seen_as):
            known.pop(folder, None)
        if self._asked.pop(folder, None) is not None:
            self._publish(ManyMissing(os.fsdecode(folder), 0, 0))

    def states(self, catalog: Catalog) -> list[FolderState]:
        return [
            FolderState(
                os.fsdecode(folder.path),
                catalog.files.count_below(folder.path),
                folder.offline,
                self._notes.get(folder.path, ""),
            )
            for folder in catalog.folders.all()
        ]

    def look_for_drives(self) -> None:
        """Hint at folders that came, went or were replaced: that is no event of the file system."""
        for folder, before in self._seen_as.items():
            if before != _identity(folder):
                self._schedule.hint(folder)

    def _begin(self, folder: bytes) -> None:
        """Watch before the walk, so that nothing falls between the two."""
        self._started = time.monotonic()
        remote = self._drives.of(folder).remote
        self._note(folder, _REMOTE if remote else self._watch.watch(folder), tell=not remote)

    def _end(self, event: Scanned) -> None:
        folder = event.folder
        live = self._watch.is_live(folder)
        if event.offline:
            self._note_away(folder, another_drive=event.another_drive)
        elif live and (trouble := self._watch.verify(folder, event.folders)):
            live = False
            self._note(folder, trouble, tell=True)
        if live:
            self._seen_as[folder] = _identity(folder)
        else:
            self._seen_as.pop(folder, None)
        if not event.offline:
            self._ask(event)
        seconds = time.monotonic() - self._started
        self._schedule.looked_at(folder, Look(seconds, live, event.offline, event.unsettled > 0))

    def _note_away(self, folder: bytes, *, another_drive: bool) -> None:
        note, place = _REPLACED if another_drive else _AWAY, paths.display(folder)
        if note != self._notes.get(folder):
            told = f"{place} is not there or empty; its photos stay in the library."
            if another_drive:
                told = (
                    f"Another drive is mounted in the place of {place}; if it is the right one, add it again."
                )
            self._publish(Trouble(told, os.fsdecode(folder)))
        self._notes[folder] = note

    def _note(self, folder: bytes, note: str, *, tell: bool) -> None:
        if note and note != self._notes.get(folder) and tell:
            self._publish(Trouble(note))
        self._notes[folder] = note

    def _ask(self, event: Scanned) -> None:
        question = (event.asked, event.total)
        if event.asked and self._asked.get(event.folder) != question:
            self._asked[event.folder] = question
            self._publish(ManyMissing(os.fsdecode(event.folder), event.asked, event.total))
        elif not event.asked and self._asked.pop(event.folder, None) is not None:
            self._publish(ManyMissing(os.fsdecode(event.folder), 0, event.total))


def _identity(folder: bytes) -> tuple[int, int] | None:
    try:
        seen = os.stat(folder)
    except OSError:
        return None
    return seen.st_dev, seen.st_ino
