"""The views that one came through, each with the place where one was in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from photoclip.domain.query import USUAL_WRONG_SHARE, Arrangement, Query
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
        """Whether one step back ends at this query, however strict it was and whatever was judged in it."""
        return bool(self._views) and _plain(self._views[-1].query) == _plain(query)


def _plain(query: Query) -> Query:
    return replace(query, wrong_share=USUAL_WRONG_SHARE, liked=(), disliked=())
