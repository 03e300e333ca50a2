"""Lets a dialog ask beside the window, though the worker answers only the newest question."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from photoclip.worker.messages import Answer, Question, QuestionFailed


class Turns(QObject):
    """The window's questions go through at once; one from aside waits until none of them is outstanding.

    A newer question pushes an older one out of the worker unanswered. What was
    asked aside is therefore asked again after each answer to the window, until
    its own is here.
    """

    def __init__(self, ask: Callable[[Question], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._outstanding: int | None = None
        self._aside: Question | None = None

    def ask(self, question: Question) -> None:
        """The window's own question, which needs an answer before any other."""
        self._outstanding = question.question_id
        self._ask(question)

    def ask_aside(self, question: Question) -> None:
        """A question with an id below 0; it takes the place of one asked aside before."""
        self._aside = question
        self._send()

    def forget_aside(self) -> None:
        """Nobody waits for what was asked aside any more."""
        self._aside = None

    @Slot(object)
    def take_answer(self, answer: Answer | QuestionFailed) -> None:
        """Any answer or failure that the worker tells of."""
        if self._aside is not None and answer.question_id == self._aside.question_id:
            self._aside = None
        elif answer.question_id == self._outstanding:
            self._outstanding = None
            self._send()

    def _send(self) -> None:
        if self._aside is not None and self._outstanding is None:
            self._ask(self._aside)
