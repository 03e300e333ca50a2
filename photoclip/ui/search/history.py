"""The views that one came through, each with the place where one was in it."""

from __future__ import annotations

from dataclasses import dataclass

from photoclip.domain.query import Arrangement, Query
from photoclip.ui.grid.photo_grid import Place

_KEPT = 100


@dataclass(frozen=True, slots=True)
class View:
    """A list that was on screen, and where in it; `place` None is its top."""

    query: Query
    arrangement: Arrangement
    place: Place | None = None


class History:
    """What `Back` leads through, the newest last."""

    def __init__(self) -> None:
        self._views: list[View] = []

    def __bool__(self) -> bool:
        return bool(self._views)

    def push(self, view: View) -> None:
        if self._views and self._views[-1].query == view.query:
            self._views.pop()
        self._views.append(view)
        del self._views[:-_KEPT]

    def pop(self) -> View:
        return self._views.pop()

    def leads_to(self, query: Query) -> bool:
        """Whether one step back ends at this query."""
        return bool(self._views) and self._views[-1].query == query
