"""The owner of question ids: asks, knows what is current, and drops stale answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from photoclip.domain.query import Arrangement, Query
from photoclip.worker.messages import Answer, Question, QuestionFailed

SLOW_ANSWER_MS = 200
"""An answer that takes longer is shown as being worked on; a quicker one would only flicker."""
REFRESH_MS = 1000
"""The shortest time between two quiet repetitions while the library changes."""


class Questions(QObject):
    """Asks one question at a time on behalf of the whole window.

    A repetition of the current question (`refresh_soon`) waits while an answer
    is outstanding: the worker replaces a waiting question by a newer one, and
    a refresh must never push out what the user has just asked.
    """

    answered = Signal(object, object)
    """The current question and its answer."""
    refreshed = Signal(object, object)
    """The same, for a repetition that the user did not ask for."""
    failed = Signal(object, str)
    busy_changed = Signal(bool)

    def __init__(self, ask: Callable[[Question], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._current = Question(0)
        self._waiting = False
        self._quiet = False
        self._busy = False
        self._outdated = False
        self._stopped = False
        self._slow = QTimer(self, singleShot=True, interval=SLOW_ANSWER_MS)
        self._slow.timeout.connect(self._say_busy)
        self._throttle = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._throttle.timeout.connect(self._refresh_if_due)

    @property
    def current(self) -> Question:
        """What is shown now, or will be as soon as its answer comes."""
        return self._current

    def put(self, query: Query, arrangement: Arrangement | None = None) -> None:
        """Ask something else, or the same in another arrangement; without one, laid out as before."""
        laid_out = arrangement or self._current.arrangement
        self._put(Question(self._current.question_id + 1, query, laid_out))

    def refresh_soon(self) -> None:
        """Repeat the current question quietly, at most once in `REFRESH_MS`."""
        self._outdated = True
        self._refresh_if_due()

    def stop(self) -> None:
        """Ask nothing more: the worker is closing."""
        self._stopped = True

    @Slot(object)
    def take_answer(self, answer: Answer) -> None:
        if answer.question_id != self._current.question_id:
            return
        quiet = self._finish()
        (self.refreshed if quiet else self.answered).emit(self._current, answer)
        self._refresh_if_due()

    @Slot(object)
    def take_failure(self, failure: QuestionFailed) -> None:
        if failure.question_id != self._current.question_id:
            return
        if not self._finish():
            self.failed.emit(self._current, failure.message)

    def _put(self, question: Question, *, quiet: bool = False) -> None:
        if self._stopped:
            return
        self._current = question
        self._waiting = True
        self._quiet = quiet
        if not quiet:
            self._outdated = False
            self._slow.start()
        self._ask(question)

    def _finish(self) -> bool:
        """Note that the answer is here; returns whether its question was a quiet one."""
        self._waiting = False
        self._slow.stop()
        if self._busy:
            self._busy = False
            self.busy_changed.emit(False)
        return self._quiet

    @Slot()
    def _refresh_if_due(self) -> None:
        if self._outdated and not self._waiting and not self._throttle.isActive():
            self._outdated = False
            self._throttle.start()
            self._put(replace(self._current, question_id=self._current.question_id + 1), quiet=True)

    @Slot()
    def _say_busy(self) -> None:
        self._busy = True
        self.busy_changed.emit(True)
