"""When each watched folder has to be looked at again."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from photoclip.domain.catalog import WatchedFolder

LIVE_SECONDS = 1800.0
"""Live events may get lost, so even a folder that is watched live is walked now and then."""
TIMED_SECONDS = 60.0
"""Between two looks at a folder whose changes the system does not tell: network drives, too many folders."""
OFFLINE_SECONDS = 15.0
"""Between two looks for a drive that is away."""
SETTLE_SECONDS = 2.0
"""After which files that were still being written are looked at again."""
_WALK_SHARE = 20
"""A walk that takes long is repeated seldom: no more than a twentieth of the time is spent walking."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at a folder found that decides about the next."""

    seconds: float
    live: bool
    offline: bool
    unsettled: bool


class Schedule:
    """Belongs to one thread but for `hint` and `hint_all`, which only note a wish."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._due: dict[bytes, float] = {}
        self._hints: set[bytes] = set()
        self._all = True

    def hint(self, folder: bytes) -> None:
        """Something changed in a folder."""
        self._hints.add(folder)

    def hint_all(self) -> None:
        self._all = True

    @property
    def hinted(self) -> bool:
        return self._all or bool(self._hints)

    def take_due(self, folders: Sequence[WatchedFolder]) -> list[WatchedFolder]:
        """The folders to look at now, in the order given; their hints are taken as answered."""
        everything, self._all = self._all, False
        hints, self._hints = self._hints, set()
        now = self._clock()
        taken = [
            folder
            for folder in folders
            if everything or folder.path in hints or self._due.get(folder.path, 0.0) <= now
        ]
        for folder in taken:
            # Until `looked_at` knows better: a walk that fails is not repeated at once, and without end.
            self._due[folder.path] = now + TIMED_SECONDS
        return taken

    def looked_at(self, folder: bytes, look: Look) -> None:
        """Note when the next look is due."""
        if look.unsettled:
            # A file that never settles (a webcam's) must not have a slow drive walked without end.
            wait = max(SETTLE_SECONDS, _WALK_SHARE * look.seconds)
        elif look.offline:
            wait = OFFLINE_SECONDS
        else:
            wait = max(LIVE_SECONDS if look.live else TIMED_SECONDS, _WALK_SHARE * look.seconds)
        self._due[folder] = self._clock() + wait

    def keep(self, folders: Iterable[bytes]) -> None:
        """Forget all folders but these."""
        self._due = {folder: due for folder, due in self._due.items() if folder in set(folders)}

    def seconds_left(self) -> float | None:
        """Until the next look is due, None where none is planned."""
        if self.hinted:
            return 0.0
        return max(0.0, min(self._due.values()) - self._clock()) if self._due else None
