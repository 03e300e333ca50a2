"""Undo and redo of everything that changes the catalog, one step at a time and in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from photoclip.domain.changes import Change, MarkPhotos, Several
from photoclip.domain.errands import Binned, Errand, ErrandResult, MoveToBin, PutBack
from photoclip.worker.messages import Changed, ChangeFailed, ErrandDone

_LIMIT = 500

Step = Change | Errand
"""What a command does, or takes back."""


class Changes(QObject):
    """Sends changes to the worker, and knows how to take them back.

    One step is on its way at a time; what is asked for meanwhile waits its
    turn, because a step can be taken back only once its inverse is known.
    """

    trouble = Signal(str)
    marked = Signal(object)
    """A `MarkPhotos` that was asked for: it may be shown at once."""
    refused = Signal()
    """A step was not made: what was shown of it beforehand is wrong."""

    def __init__(
        self,
        send: Callable[[int, Change], None],
        run: Callable[[Errand], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._send = send
        self._run = run
        self._last_id = 0
        self._waiting: deque[Callable[[], None]] = deque()
        self._moving: _Command | None = None
        self._change_id: int | None = None
        self._errand_id: int | None = None
        self._done = False
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(_LIMIT)

    def number_on(self, before: Changes) -> None:
        """A change of the window before this one may still be on its way; no number means two of them."""
        self._last_id = before._last_id

    # --- what the user does

    @Slot(object, str)
    def change(self, change: Change, text: str) -> None:
        """Make a change, known as `text` in the menu from then on."""
        self._show_marks(change)
        self._queue(partial(self._push, change, text))

    @Slot()
    def undo(self) -> None:
        self._queue(self._undo)

    @Slot()
    def redo(self) -> None:
        self._queue(self._redo)

    def add_binned(self, errand: MoveToBin, binned: Binned, text: str) -> None:
        """Photos lie in the bin: putting them back is what undo does."""
        back = PutBack(tuple(file for file in binned.files if file.place))
        self._queue(partial(self._push_done, errand, back, text))

    @Slot(object)
    def take_back(self, errand: Errand) -> None:
        """Run an errand that takes another one back: as undo, where that was the last thing done."""
        top = self.stack.command(self.stack.index() - 1)
        if isinstance(top, _Command) and top.back == errand:
            self.undo()
        else:
            self._run(errand)

    def stop(self) -> None:
        """The window closes: nobody is to hear of the stack's end."""
        self._waiting.clear()
        self.stack.blockSignals(True)

    def is_own(self, errand_id: int) -> bool:
        """Whether this errand is a step of undo or redo."""
        return errand_id == self._errand_id

    # --- what the worker says

    @Slot(object)
    def take_changed(self, changed: Changed) -> None:
        if changed.change_id == self._change_id:
            self._settle(changed.inverse)

    @Slot(object)
    def take_failed(self, failed: ChangeFailed) -> None:
        if failed.change_id == self._change_id:
            self.trouble.emit(failed.message)
            self._drop()

    @Slot(object)
    def take_done(self, done: ErrandDone) -> None:
        if done.errand_id != self._errand_id:
            return
        if done.outcome.result is None:
            self._drop()
        else:
            self._settle(_inverse(done.outcome.result, self._moving))

    # --- the stack

    def _queue(self, step: Callable[[], None]) -> None:
        self._waiting.append(step)
        self._go_on()

    def _go_on(self) -> None:
        while self._waiting and self._moving is None:
            self._waiting.popleft()()

    def _push(self, change: Change, text: str) -> None:
        self.stack.push(_Command(self._start, text, change, None))

    def _push_done(self, done: Step, back: Step, text: str) -> None:
        command = _Command(self._start, text, done, back)
        command.asleep = True
        self.stack.push(command)
        command.asleep = False

    def _undo(self) -> None:
        if self.stack.canUndo():
            self.stack.undo()

    def _redo(self) -> None:
        if self.stack.canRedo():
            self.stack.redo()

    def _start(self, command: _Command, *, forward: bool) -> None:
        step = command.forward if forward else command.back
        if step is None:
            return
        self._moving, self._done = command, forward
        if isinstance(step, MoveToBin | PutBack):
            self._errand_id = self._run(step)
        elif isinstance(step, Change):
            if command.sent:
                self._show_marks(step)
            command.sent = True
            self._last_id += 1
            self._change_id = self._last_id
            self._send(self._last_id, step)

    def _settle(self, inverse: Step | None) -> None:
        """The step was made, and `inverse` takes it back."""
        command = self._moving
        if command is not None and self._done:
            command.back = inverse
        elif command is not None:
            command.forward = inverse
        self._end()

    def _drop(self) -> None:
        """The step was not made: its command goes, and those that build on it."""
        command = self._moving
        if command is not None:
            command.asleep = True
            if self._done:
                command.setObsolete(True)
                self.stack.undo()
            # Pushing one that is obsolete adds nothing, and takes away all that could be redone.
            nothing = _Command(self._start, "", None, None)
            nothing.setObsolete(True)
            self.stack.push(nothing)
        self.refused.emit()
        self._end()

    def _end(self) -> None:
        self._moving = self._change_id = self._errand_id = None
        self._go_on()

    def _show_marks(self, change: Change) -> None:
        if isinstance(change, MarkPhotos):
            self.marked.emit(change)
        elif isinstance(change, Several):
            for part in change.changes:
                self._show_marks(part)


class _Command(QUndoCommand):
    """`forward` makes it, `back` takes it back; asleep, neither is started."""

    def __init__(
        self, start: Callable[..., None], text: str, forward: Step | None, back: Step | None
    ) -> None:
        super().__init__(text)
        self._start = start
        self.forward = forward
        self.back = back
        self.asleep = False
        self.sent = False

    def redo(self) -> None:
        if not self.asleep:
            self._start(self, forward=True)

    def undo(self) -> None:
        if not self.asleep:
            self._start(self, forward=False)


def _inverse(result: ErrandResult, command: _Command | None) -> Step | None:
    if isinstance(result, Binned):
        return PutBack(tuple(file for file in result.files if file.place))
    return command.forward if command is not None else None
