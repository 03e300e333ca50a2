"""The explanation in hand: it goes on while nothing else is asked, and gives way to a newer one."""

from __future__ import annotations

import logging
from collections.abc import Callable

from photoclip.domain.query import Query
from photoclip.errors import PhotoclipError
from photoclip.library.explaining import Explainer, Steps
from photoclip.worker.messages import Event, Explained

_log = logging.getLogger(__name__)
_WRONG = "This could not be explained because of a fault inside photoclip; the log has the details."


class Explaining:
    """Explains one photo at a time, in steps, and publishes. Belongs to the catalog's thread."""

    def __init__(self, explainer: Explainer, publish: Callable[[Event], None]) -> None:
        self._explainer = explainer
        self._publish = publish
        self._asked: tuple[int, Query] = (0, Query())
        self._steps: Steps | None = None

    @property
    def in_hand(self) -> bool:
        return self._steps is not None

    def begin(self, photo_id: int, query: Query) -> None:
        self.drop()
        self._asked = (photo_id, query)
        self._steps = self._explainer.explain(photo_id, query)

    def begin_again(self) -> None:
        """Somebody else has taken the decoder, and passes over what was decoded for the one in hand."""
        if self.in_hand:
            self.begin(*self._asked)

    def drop(self) -> None:
        if self._steps is not None:
            self._steps.close()
            self._steps = None

    def go_on(self) -> None:
        """One step."""
        if self._steps is None:
            return
        try:
            next(self._steps)
        except StopIteration as end:
            found = end.value
            self._end(
                Explained(
                    *self._asked,
                    heat=found.heat,
                    words=found.words,
                    let_in=found.let_in,
                    relevance=found.relevance,
                    problem=found.problem,
                )
            )
        except PhotoclipError as fault:
            self._end(Explained(*self._asked, problem=str(fault)))
        except Exception:  # noqa: BLE001 - a bug must cost one explanation, not the thread
            _log.exception("a photo could not be explained")
            self._end(Explained(*self._asked, problem=_WRONG))

    def _end(self, explained: Explained) -> None:
        self._steps = None
        self._publish(explained)
