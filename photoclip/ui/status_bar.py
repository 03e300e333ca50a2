"""The line at the foot of the window: what happens, how far it is, what runs where."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from photoclip.domain.catalog import Coverage
from photoclip.ui import progress_text
from photoclip.ui.eliding_label import ElidingLabel
from photoclip.ui.icons import Icons
from photoclip.worker.messages import Activity, LibraryChanged, ModelInUse, WorkerState

_MODEL_ROOM = 130
_NOTE_ROOM = 180
"""Pixels below which a shortened text says nothing any more."""


class StatusBar(QWidget):
    """Shows the last `WorkerState`, `LibraryChanged` and `ModelInUse`; `pause` is the button beside them."""

    def __init__(self, icon_book: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icon_book
        self._state = WorkerState(Activity.IDLE)
        self._coverage: Coverage | None = None
        self.pause = QToolButton(autoRaise=True)
        self.progress = QProgressBar(textVisible=False)
        self.progress.setFixedSize(120, 6)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.activity = ElidingLabel()
        self.coverage = ElidingLabel(quiet=True)
        self.model = ElidingLabel(quiet=True)
        self.note = ElidingLabel()
        self.warning = QToolButton(autoRaise=True)
        self.warning.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        icon_book.dress(self.warning, "warning")
        self._lay_out()
        self.show_state(self._state)
        self.show_model(None)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 2, 12, 2)
        row.setSpacing(8)
        row.addWidget(self.pause)
        row.addWidget(self.progress)
        row.addWidget(self.activity)
        row.addStretch(1)
        row.addWidget(self.warning)
        row.addWidget(self.note)
        row.addSpacing(8)
        row.addWidget(self.coverage)
        row.addSpacing(8)
        row.addWidget(self.model)

    @Slot(object)
    def show_state(self, state: WorkerState) -> None:
        self._state = state
        self._show_activity()
        share = progress_text.share_done(state)
        working = progress_text.is_working(state)
        # A bar of unknown length would go on running to and fro while nothing happens.
        still = state.paused or progress_text.waits(state)
        self.progress.setVisible(working and not (still and share is None))
        if share is None:
            self.progress.setRange(0, 0)
        else:
            self.progress.setRange(0, 1000)
            self.progress.setValue(round(share * 1000))
        self._show_pause()

    @Slot(object)
    def show_library(self, changed: LibraryChanged) -> None:
        self._coverage = changed.coverage
        self.coverage.set_text(
            progress_text.coverage_text(self._coverage), progress_text.coverage_hint(self._coverage)
        )
        self._show_activity()

    @Slot(object)
    def show_model(self, use: ModelInUse | None) -> None:
        self.model.set_text(progress_text.model_text(use))
        note = use.report.note if use is not None and use.report is not None else ""
        self.note.set_text(note, note)
        self._fit()
        self.warning.setVisible(bool(note))
        self.warning.setToolTip(note)
        self.warning.setAccessibleName(note)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show_activity(self) -> None:
        self.activity.set_text(
            progress_text.activity_text(self._state, self._coverage), progress_text.activity_hint(self._state)
        )
        self._fit()

    def _fit(self) -> None:
        """Where the window is narrow, shorten the note (its sign stays), then the model, then coverage."""
        room = self.width() - self.pause.sizeHint().width() - 60
        if not self.warning.isHidden():
            room -= self.warning.sizeHint().width() + 8
        if not self.progress.isHidden():
            room -= self.progress.width() + 8
        room -= self.activity.sizeHint().width()
        room -= self.coverage.sizeHint().width() + 16
        self.coverage.setVisible(room >= 0)
        self.model.setVisible(room >= min(_MODEL_ROOM, self.model.sizeHint().width()))
        self.model.setMaximumWidth(max(0, room))
        room -= self.model.sizeHint().width() + 16
        self.note.setMaximumWidth(max(0, room))
        self.note.setVisible(bool(self.note.text()) and room >= min(_NOTE_ROOM, self.note.sizeHint().width()))

    def _show_pause(self) -> None:
        paused, waits = self._state.paused, progress_text.waits(self._state)
        self._icons.dress(self.pause, "resume" if paused or waits else "pause")
        if waits:
            words = self.tr("Go on anyway")
        else:
            words = self.tr("Resume indexing") if paused else self.tr("Pause indexing")
        self.pause.setToolTip(words)
        self.pause.setAccessibleName(words)
