"""Asks two models the same, one after the other. No widgets."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from photoclip.domain.query import Query
from photoclip.ui.comparing.turns import Turns
from photoclip.worker.messages import Answer, Question, QuestionFailed

_IDS = count(-1, -1)
"""The window's own questions count up from 1."""


def matches(answer: Answer) -> NDArray[np.int64]:
    """The photos above the cut-off."""
    return answer.photo_ids if answer.matching is None else answer.photo_ids[: answer.matching]


class TwoAnswers(QObject):
    """Side 0 is asked first; a newer query lets go of what was asked before."""

    asking = Signal(int)
    """A side is being asked now."""
    answered = Signal(int, object)
    """A side and its answer."""
    failed = Signal(int, str)

    def __init__(self, turns: Turns, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._turns = turns
        self._query = Query()
        self._waiting: list[tuple[int, str]] = []
        self._current: tuple[int, int] | None = None

    def ask(self, query: Query, models: Sequence[str]) -> None:
        """`models` are the ids of the model on each side."""
        self._query = query
        self._waiting = list(enumerate(models))
        self._next()

    @Slot()
    def stop(self) -> None:
        self._waiting, self._current = [], None
        self._turns.forget_aside()

    @Slot(object)
    def take_answer(self, answer: Answer) -> None:
        """Any answer of the worker."""
        side = self._side_of(answer.question_id)
        if side is not None:
            self.answered.emit(side, answer)
            self._next()

    @Slot(object)
    def take_failure(self, failure: QuestionFailed) -> None:
        side = self._side_of(failure.question_id)
        if side is not None:
            self.failed.emit(side, failure.message)
            self._next()

    def _side_of(self, question_id: int) -> int | None:
        """The side whose answer this is; each answer counts once."""
        if self._current is None or self._current[0] != question_id:
            return None
        side = self._current[1]
        self._current = None
        return side

    def _next(self) -> None:
        if self._waiting:
            side, model_id = self._waiting.pop(0)
            self._current = (next(_IDS), side)
            self.asking.emit(side)
            self._turns.ask_aside(Question(self._current[0], self._query, model_id=model_id))
