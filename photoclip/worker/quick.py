"""Small writes that a person waits for: made between two items of the work in hand, in order."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable

from photoclip.domain.catalog import Catalog
from photoclip.domain.changes import Change
from photoclip.errors import PhotoclipError
from photoclip.library import changing
from photoclip.worker.messages import Changed, ChangeFailed, Event
from photoclip.worker.telling import Teller

_log = logging.getLogger(__name__)
TELL_SECONDS = 0.2
"""How soon it is tried again to tell of a change that could not be told at once."""
_Job = Callable[[Catalog], None]


class Quick:
    """What waits is added from any thread; the rest belongs to the keeper's thread."""

    def __init__(self, teller: Teller, publish: Callable[[Event], None], changed: Callable[[], None]) -> None:
        """`changed` is called after changes, as often as the library is told to have changed."""
        self._teller = teller
        self._publish = publish
        self._changed = changed
        self._jobs: deque[_Job] = deque()
        self.untold = False
        """Whether there are changes that LibraryChanged has not followed yet."""

    def __len__(self) -> int:
        return len(self._jobs)

    def add(self, job: _Job) -> None:
        self._jobs.append(job)

    def add_change(self, change_id: int, change: Change) -> None:
        self.add(lambda catalog: self._apply(catalog, change_id, change))

    def do(self, catalog: Catalog) -> None:
        """Do all that waits; outside of a transaction."""
        while self._jobs:
            self._jobs.popleft()(catalog)
        if self.untold and self._teller.change(catalog):
            self.untold = False
            self._changed()

    def _apply(self, catalog: Catalog, change_id: int, change: Change) -> None:
        try:
            inverse = changing.apply(catalog, change)
        except PhotoclipError as fault:
            self._publish(ChangeFailed(change_id, str(fault)))
        except Exception:  # noqa: BLE001 - a bug must cost one change, not the thread
            _log.exception("a change could not be made")
            self._publish(
                ChangeFailed(change_id, "The change went wrong inside photoclip; the log has the details.")
            )
        else:
            self._publish(Changed(change_id, inverse))
            self.untold = True
