"""The one crossing from the worker's threads to the GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot

from photoclip.ui import said
from photoclip.worker.messages import (
    Answer,
    Changed,
    ChangeFailed,
    ErrandDone,
    ErrandState,
    Event,
    Explained,
    FactsLoaded,
    LibraryChanged,
    ManyMissing,
    ModelInUse,
    PictureLoaded,
    ProblemsLoaded,
    QuestionFailed,
    QuestionProgress,
    RowsLoaded,
    SimilarLoaded,
    SourcesLoaded,
    Trouble,
    WorkerState,
)


class Bridge(QObject):
    """Turns the worker's events into one signal per kind, emitted in the GUI thread.

    `publish` may be called from any thread. The connection is queued even when
    the caller is the GUI thread, so that no slot runs inside a call to the worker.
    """

    answered = Signal(object)
    question_failed = Signal(object)
    rows_loaded = Signal(object)
    state_changed = Signal(object)
    library_changed = Signal(object)
    many_missing = Signal(object)
    model_changed = Signal(object)
    trouble = Signal(object)
    question_progress = Signal(object)
    sources_loaded = Signal(object)
    facts_loaded = Signal(object)
    similar_loaded = Signal(object)
    explained = Signal(object)
    problems_loaded = Signal(object)
    picture_loaded = Signal(object)
    changed = Signal(object)
    change_failed = Signal(object)
    errand_moved = Signal(object)
    errand_done = Signal(object)

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = True
        self._routes = {
            Answer: self.answered,
            QuestionFailed: self.question_failed,
            RowsLoaded: self.rows_loaded,
            WorkerState: self.state_changed,
            LibraryChanged: self.library_changed,
            ManyMissing: self.many_missing,
            ModelInUse: self.model_changed,
            Trouble: self.trouble,
            QuestionProgress: self.question_progress,
            SourcesLoaded: self.sources_loaded,
            FactsLoaded: self.facts_loaded,
            SimilarLoaded: self.similar_loaded,
            Explained: self.explained,
            ProblemsLoaded: self.problems_loaded,
            PictureLoaded: self.picture_loaded,
            Changed: self.changed,
            ChangeFailed: self.change_failed,
            ErrandState: self.errand_moved,
            ErrandDone: self.errand_done,
        }
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def publish(self, event: Event) -> None:
        """Hand an event over; dropped once the window is closing."""
        if self._open:
            self._arrived.emit(event)

    def shut(self) -> None:
        """Let nothing more through, neither new events nor those already queued."""
        self._open = False

    @Slot(object)
    def _deliver(self, event: Event) -> None:
        if self._open:
            self._routes[type(event)].emit(said.event(event))
