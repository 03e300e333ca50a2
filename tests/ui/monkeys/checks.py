"""What has to hold whenever the window over a real library has come to rest."""

from __future__ import annotations

import ctypes
import gc
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from faults import census
from PySide6.QtCore import QEventLoop, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from photoclip.catalog.connection import FILE_NAME
from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.main_window import MainWindow
from photoclip.ui.session import Session
from photoclip.worker.messages import Activity, Answer, Question, Trouble, WorkerState

_DECISIONS = {
    "marks": "photo_id, rating, favourite",
    "albums": "id, name, kind, parent, position, cover, query",
    "album_photos": "album_id, photo_id, position",
    "album_decisions": "album_id, photo_id, keep",
    "tags": "photo_id, label, source",
}
_AT_REST = (Activity.IDLE, Activity.FAILED)
_OWN_QUESTION = 1_000_000_000
_REST_SECONDS = 25.0


def wait(milliseconds: int) -> None:
    """Let the window live for a moment, in a loop as the program runs it."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


@dataclass(frozen=True, slots=True)
class Widgets:
    all: int
    top: int
    windows: int


class Following(QObject):
    """Notes what the worker tells, whichever window is open."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._window: MainWindow | None = None
        self.state = WorkerState(Activity.IDLE)
        self.answer: Answer | None = None
        self.fresh: Answer | None = None
        self.troubles: list[str] = []

    def follow(self) -> None:
        """Listen to the window that is open now."""
        window = self._session.window
        if window is not self._window:
            self._window = window
            window.bridge.state_changed.connect(self._take_state)
            window.bridge.answered.connect(self._take_answer)
            window.bridge.trouble.connect(self._take_trouble)

    @Slot(object)
    def _take_state(self, state: WorkerState) -> None:
        self.state = state

    @Slot(object)
    def _take_answer(self, answer: Answer) -> None:
        if answer.question_id >= _OWN_QUESTION:
            self.fresh = answer
        else:
            self.answer = answer

    @Slot(object)
    def _take_trouble(self, trouble: Trouble) -> None:
        self.troubles.append(trouble.message)


class Checks:
    """Raises AssertionError where something does not hold."""

    def __init__(self, session: Session, library: Path, hand_is_needed: Callable[[], bool]) -> None:
        self._session = session
        self._catalog = library / FILE_NAME
        self._hand_is_needed = hand_is_needed
        self._asked = _OWN_QUESTION
        self.following = Following(session)

    @property
    def window(self) -> MainWindow:
        self.following.follow()
        return self._session.window

    def rest(self) -> None:
        """Wait until dialogs are closed, changes and errands made, and the worker has nothing to do."""
        deadline = time.monotonic() + _REST_SECONDS
        quiet = 0
        while quiet < 4:
            assert time.monotonic() < deadline, f"no rest: {self._busy()}"
            wait(40)
            quiet = 0 if self._busy() else quiet + 1

    def _busy(self) -> str:
        window = self.window
        state = self.following.state
        if state.paused:
            window.worker.resume()
        for line in _lines(window):
            if line._paused:
                window.worker.pause_errand(line._id, False)
        reasons = {
            "a dialog or menu is open": self._hand_is_needed(),
            "a change is on its way": window.changes._moving is not None or bool(window.changes._waiting),
            "a question is asked": not window.flow.is_showing() or _asks(window),
            "errands run": any(not line._finished for line in _lines(window)),
            f"the worker is {state.activity}": state.activity not in _AT_REST or state.paused,
        }
        return ", ".join(reason for reason, holds in reasons.items() if holds)

    def rows(self) -> None:
        """The rows are those that the worker answers with, and each is of the photo at its place."""
        window = self.window
        ids = window.model.ids
        for row in range(0, len(ids), max(1, len(ids) // 50)):
            photo = window.model.photo(row)
            assert photo is None or photo.photo_id == ids[row], f"row {row} shows photo {photo.photo_id}"
        question = window.questions.current
        if question.query.ranks:
            return
        fresh = self._ask(question)
        assert np.array_equal(fresh.photo_ids, window.model.ids), (
            f"{len(fresh.photo_ids)} photos are the answer to {question}, {len(ids)} are shown"
        )

    def _ask(self, like: Question) -> Answer:
        self._asked += 1
        self.following.fresh = None
        self.window.worker.ask(Question(self._asked, like.query, like.arrangement))
        deadline = time.monotonic() + _REST_SECONDS
        while self.following.fresh is None:
            assert time.monotonic() < deadline, f"no answer to {like}"
            wait(20)
        return self.following.fresh

    def undo(self) -> str:
        """All undone and made again leaves the catalog as it was. Returns what was compared."""
        window = self.window
        stack = window.changes.stack
        steps, before, told = stack.index(), self.decisions(), len(self.following.troubles)
        for _ in range(steps):
            window.commands[Command.UNDO].trigger()
        self.rest()
        for _ in range(steps):
            window.commands[Command.REDO].trigger()
        self.rest()
        if len(self.following.troubles) > told or stack.index() != steps:
            return f"{steps} steps, not all of which could be taken back"
        after = self.decisions()
        for table, rows in before.items():
            differ = rows ^ after[table]
            assert not differ, f"{steps} steps undone and made again: {table} differs in {differ}"
        return f"{steps} steps"

    def decisions(self) -> dict[str, set[tuple[object, ...]]]:
        """What people decided, as the catalog has it."""
        with closing(sqlite3.connect(f"file:{self._catalog}?mode=ro", uri=True)) as catalog:
            return {
                table: set(catalog.execute(f"SELECT {columns} FROM {table}").fetchall())
                for table, columns in _DECISIONS.items()
            }

    def widgets(self) -> Widgets:
        gc.collect()
        wait(0)
        tops = QApplication.topLevelWidgets()
        # Of one that was replaced nothing may stay, its Python part included: it holds all its pictures.
        windows = sum(isinstance(known, MainWindow) for known in gc.get_objects())
        return Widgets(len(QApplication.allWidgets()), len(tops), windows)

    def census(self, folders: int) -> census.Sample:
        gc.collect()
        if sys.platform == "linux":
            # What is free goes back to the system, else memory is also how its pieces happen to lie.
            ctypes.CDLL(None).malloc_trim(0)
        return census.sample(folders)


def _asks(window: MainWindow) -> bool:
    questions = window.questions
    return questions._waiting or questions._outdated or questions._throttle.isActive()


def _lines(window: MainWindow) -> list:  # type: ignore[type-arg]
    return [line for line in window.errand_bar.children() if hasattr(line, "_finished") and line.isVisible()]
