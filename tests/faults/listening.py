"""Waiting for a worker without keeping what it tells."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable

from photoclip.worker.messages import (
    Activity,
    Answer,
    Event,
    LibraryChanged,
    ManyMissing,
    ModelInUse,
    QuestionFailed,
    RowsLoaded,
    Trouble,
    WorkerState,
)

LIMIT_SECONDS = 120.0


class Listener:
    """Remembers the newest of what matters, and counts the rest."""

    def __init__(self) -> None:
        self._change = threading.Condition()
        self.counts: Counter[str] = Counter()
        self.troubles: Counter[str] = Counter()
        self.state = WorkerState(Activity.IDLE)
        self.library: LibraryChanged | None = None
        self.model: ModelInUse | None = None
        self._answered = -1
        self.answer: Answer | None = None
        self._asked: dict[str, int] = {}

    def __call__(self, event: Event) -> None:
        with self._change:
            self.counts[type(event).__name__] += 1
            if isinstance(event, WorkerState):
                self.state = event
            elif isinstance(event, LibraryChanged):
                self.library = event
            elif isinstance(event, ModelInUse):
                self.model = event
            elif isinstance(event, Answer):
                self.answer, self._answered = event, event.question_id
            elif isinstance(event, QuestionFailed):
                self.answer, self._answered = None, event.question_id
            elif isinstance(event, ManyMissing):
                self._asked[event.folder] = event.missing
            elif isinstance(event, Trouble):
                self.troubles[event.message] += 1
            self._change.notify_all()

    def take_question(self) -> str | None:
        """A folder of which the worker asks whether so much is really gone."""
        with self._change:
            for folder, missing in list(self._asked.items()):
                del self._asked[folder]
                if missing:
                    return folder
            return None

    def wait_for_answer(self, question_id: int) -> Answer | None:
        self.wait_until(lambda: self._answered == question_id, f"question {question_id} was not answered")
        return self.answer

    def wait_for_rows(self, before: int) -> None:
        self.wait_until(lambda: self.counts[RowsLoaded.__name__] > before, "no rows were loaded")

    def wait_for_model(self, name: str) -> None:
        self.wait_until(
            lambda: self.model is not None and self.model.card.id == name and self.model.upcoming is None,
            f"the model {name} did not take over",
        )

    def wait_while(self, seconds: float) -> None:
        """Until anything is told, or for so long."""
        with self._change:
            self._change.wait(seconds)

    def is_idle(self) -> bool:
        return self.state.activity is Activity.IDLE and not self.state.paused

    def wait_until(self, found: Callable[[], bool], what: str) -> None:
        """Until `found`, which is asked again whenever something was told; else `what` is the failure."""
        with self._change:
            assert self._change.wait_for(found, LIMIT_SECONDS), what
