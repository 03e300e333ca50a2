"""What is being done for a person right now: one line for each errand, with pause and cancel."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QVBoxLayout, QWidget

from photoclip.domain.errands import (
    Binned,
    Errand,
    ExportAlbum,
    Exported,
    ExportPhotos,
    MeasureModel,
    MoveToBin,
    PutBack,
    Restored,
)
from photoclip.ui import wording
from photoclip.ui.eliding_label import ElidingLabel
from photoclip.ui.icons import Icons
from photoclip.worker.messages import ErrandDone, ErrandState

_DONE_S = 8.0
"""How long the result of an errand stays; with something to undo, three times as long."""


class ErrandBar(QWidget):
    """Hidden while nothing is done. `undo_wanted` carries the errand that takes a finished one back."""

    cancel_wanted = Signal(int)
    pause_wanted = Signal(int, bool)
    undo_wanted = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._lines: dict[int, _Line] = {}
        self._spare: list[_Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._sweep = QTimer(self, interval=1000)
        self._sweep.timeout.connect(self._drop_old)
        self.hide()

    def lines(self) -> list[str]:
        """What is shown, for people who read it aloud and for tests."""
        return [line.text.text() for line in self._lines.values()]

    def line(self, errand_id: int) -> _Line | None:
        return self._lines.get(errand_id)

    @Slot(object)
    def take_state(self, state: ErrandState) -> None:
        if isinstance(state.errand, MeasureModel):
            return  # shown where it was asked for
        self._line(state.errand_id).show_state(state)

    @Slot(object)
    def take_done(self, done: ErrandDone) -> None:
        known = done.errand_id in self._lines
        result = done.outcome.result
        if done.outcome.cancelled and known:
            self._remove(done.errand_id)
        elif isinstance(result, Exported | Binned | Restored) or (known and done.outcome.faults):
            self._drop_results()
            self._line(done.errand_id).show_done(done)
            self._sweep.start()
        elif known:
            self._remove(done.errand_id)

    def _line(self, errand_id: int) -> _Line:
        line = self._lines.get(errand_id)
        if line is None:
            # Lines are used again: their buttons stay dressed in the book of icons.
            line = self._spare.pop() if self._spare else self._new_line()
            line.begin(errand_id)
            self._lines[errand_id] = line
            self._column.addWidget(line)
            line.show()
        self.show()
        return line

    def _new_line(self) -> _Line:
        line = _Line(self._icons)
        line.cancelled.connect(self.cancel_wanted)
        line.paused.connect(self.pause_wanted)
        line.undone.connect(self._undo)
        line.closed.connect(self._remove)
        return line

    @Slot(int)
    def _remove(self, errand_id: int) -> None:
        line = self._lines.pop(errand_id, None)
        if line is not None:
            line.hide()
            self._column.removeWidget(line)
            self._spare.append(line)
        self.setVisible(bool(self._lines))

    @Slot(int, object)
    def _undo(self, errand_id: int, errand: Errand) -> None:
        self._remove(errand_id)
        self.undo_wanted.emit(errand)

    def _drop_results(self) -> None:
        """A result makes way for the next one, which may have undone it; what went wrong stays."""
        for errand_id, line in list(self._lines.items()):
            if line.ends_at is not None:
                self._remove(errand_id)

    @Slot()
    def _drop_old(self) -> None:
        now = time.monotonic()
        for errand_id, line in list(self._lines.items()):
            if line.ends_at is not None and now > line.ends_at and not line.underMouse():
                self._remove(errand_id)
        if not any(line.ends_at is not None for line in self._lines.values()):
            self._sweep.stop()


class _Line(QWidget):
    cancelled = Signal(int)
    paused = Signal(int, bool)
    undone = Signal(int, object)
    closed = Signal(int)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._id = 0
        self._icons = icons
        self._paused = False
        self._finished = False
        self._inverse: Errand | None = None
        self.ends_at: float | None = None
        self.text = ElidingLabel()
        self.left = ElidingLabel(quiet=True)
        self.progress = QProgressBar(textVisible=False)
        self.progress.setFixedSize(self.fontMetrics().averageCharWidth() * 22, 6)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.pause = QToolButton(autoRaise=True)
        self.cancel = QToolButton(autoRaise=True)
        self.undo = QToolButton()
        self.undo.setText(self.tr("Undo"))
        icons.dress(self.cancel, "close")
        self.pause.clicked.connect(self._pause)
        self.cancel.clicked.connect(self._cancel)
        self.undo.clicked.connect(self._undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 6, 3)
        row.setSpacing(10)
        row.addWidget(self.text, 1)
        row.addWidget(self.left)
        for widget in (self.progress, self.undo, self.pause, self.cancel):
            row.addWidget(widget)

    def begin(self, errand_id: int) -> None:
        """Stand for another errand."""
        self._id, self._paused, self._finished = errand_id, False, False
        self._inverse, self.ends_at = None, None
        self.text.set_text("")
        self.left.set_text("")
        self.undo.hide()
        self.cancel.setEnabled(True)
        self._name(self.cancel, self.tr("Cancel"))
        self.pause.show()
        self.progress.show()
        self.progress.setRange(0, 0)
        self._show_pause()

    def show_state(self, state: ErrandState) -> None:
        self.text.set_text(_doing(state.errand))
        counted = self.tr("{done} of {total}").format(
            done=wording.number(state.done), total=wording.number(state.total)
        )
        parts = [counted] if state.total > 1 else []
        if state.paused:
            parts.append(self.tr("paused"))
        elif state.seconds_left is not None:
            parts.append(wording.time_left(state.seconds_left))
        self.left.set_text(" · ".join(parts))
        self.progress.setRange(0, state.total)
        self.progress.setValue(state.done)
        self._paused = state.paused
        self._show_pause()

    def show_done(self, done: ErrandDone) -> None:
        outcome = done.outcome
        self.progress.hide()
        self.pause.hide()
        faults = [fault for fault in outcome.faults if fault]
        self.text.set_text(_said(done), "\n".join(faults[:30]))
        more = self.tr("{number} more").format(number=wording.number(len(faults) - 1))
        self.left.set_text(more if len(faults) > 1 else "")
        self.cancel.setEnabled(True)
        self._name(self.cancel, self.tr("Close"))
        if isinstance(outcome.result, Binned):
            back = tuple(file for file in outcome.result.files if file.place)
            self._inverse = PutBack(back) if back else None
        self.undo.setVisible(self._inverse is not None)
        stay = _DONE_S * (3 if self._inverse is not None else 1)
        # What went wrong stays until it was read.
        self.ends_at = None if faults else time.monotonic() + stay
        self._finished = True

    def _show_pause(self) -> None:
        self._icons.dress(self.pause, "resume" if self._paused else "pause")
        self._name(self.pause, self.tr("Go on") if self._paused else self.tr("Pause"))

    def _name(self, button: QToolButton, name: str) -> None:
        button.setToolTip(name)
        button.setAccessibleName(name)

    @Slot()
    def _pause(self) -> None:
        self.paused.emit(self._id, not self._paused)

    @Slot()
    def _cancel(self) -> None:
        if self._finished:
            self.closed.emit(self._id)
        else:
            self.cancel.setEnabled(False)
            self.cancelled.emit(self._id)

    @Slot()
    def _undo(self) -> None:
        self.undone.emit(self._id, self._inverse)


def _doing(errand: Errand) -> str:
    if isinstance(errand, ExportPhotos):
        return QCoreApplication.translate("errands", "Copying {photos} to {folder}").format(
            photos=wording.photos(len(errand.photo_ids)), folder=wording.place(errand.folder, 60)
        )
    if isinstance(errand, ExportAlbum):
        return QCoreApplication.translate("errands", "Copying an album to {folder}").format(
            folder=wording.place(errand.folder, 60)
        )
    if isinstance(errand, MoveToBin):
        return QCoreApplication.translate("errands", "Moving {photos} to the bin").format(
            photos=wording.photos(len(errand.photo_ids))
        )
    if isinstance(errand, PutBack):
        return QCoreApplication.translate("errands", "Putting {files} back").format(
            files=wording.files(len(errand.files))
        )
    return QCoreApplication.translate("errands", "Measuring a model")


def _said(done: ErrandDone) -> str:
    result, faults = done.outcome.result, [fault for fault in done.outcome.faults if fault]
    parts = []
    if isinstance(result, Exported) and (result.copies or not faults):
        parts.append(
            QCoreApplication.translate("errands", "Copied {photos} to {folder}.").format(
                photos=wording.photos(result.copies), folder=wording.place(result.folder, 60)
            )
        )
    elif isinstance(result, Binned) and (result.files or not faults):
        parts.append(
            QCoreApplication.translate("errands", "Moved {files} to the bin.").format(
                files=wording.files(len(result.files))
            )
        )
    elif isinstance(result, Restored) and (result.files or not faults):
        parts.append(
            QCoreApplication.translate("errands", "Put {files} back.").format(
                files=wording.files(result.files)
            )
        )
    return " ".join([*parts, *faults[:1]])
