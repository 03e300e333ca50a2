"""Leads from what the user asks to what the grid shows, and back again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from photoclip.domain.asked import Hint
from photoclip.domain.query import Arrangement, Filters, Query
from photoclip.ui.grid.browser import Browser
from photoclip.ui.grid.photo_model import PhotoModel
from photoclip.ui.search import hint_words, query_steps
from photoclip.ui.search.arrangements import Arrangements
from photoclip.ui.search.history import History, View
from photoclip.ui.search.questions import Questions
from photoclip.ui.search.search_bar import SearchBar
from photoclip.ui.search.shown_answer import ShownAnswer
from photoclip.ui.sources.source_names import SourceNames
from photoclip.worker.messages import (
    Activity,
    Answer,
    LibraryChanged,
    Question,
    QuestionProgress,
    WorkerState,
)


class SearchFlow(QObject):
    """Owns which list is on screen. The grid changes only when an answer is here."""

    showing = Signal()
    """Another list than before is shown now."""
    asked = Signal(object)
    """The query that is shown now, or will be as soon as its answer comes."""
    bare = Signal(bool)
    """Whether there is no folder in the library, and nothing that could be shown."""

    def __init__(
        self,
        questions: Questions,
        model: PhotoModel,
        browser: Browser,
        bar: SearchBar,
        names: SourceNames,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._questions = questions
        self._model = model
        self._browser = browser
        self._bar = bar
        self._names = names
        self._history = History()
        self._returning: View | None = None
        self._keeping = False
        self.shown = ShownAnswer(model, browser, names, self)
        self.shown.bare.connect(self.bare)
        self.arrangements = Arrangements()
        bar.searched.connect(self.search)
        bar.left_empty.connect(self.escape)
        browser.grid.left.connect(self.escape)
        browser.header.arrangement_chosen.connect(self.arrange)
        browser.header.strictness.chosen.connect(self.be_strict)
        questions.answered.connect(self._show)
        questions.refreshed.connect(self.shown.refresh)
        questions.failed.connect(self._fail)
        questions.busy_changed.connect(bar.set_busy)
        names.changed.connect(self._follow_sources)

    def is_showing(self) -> bool:
        """Whether any answer has been shown yet."""
        return self.shown.question is not None

    def query(self) -> Query:
        return self._questions.current.query

    def arrangement(self) -> Arrangement:
        return self._questions.current.arrangement

    def filters(self) -> Filters:
        return self.query().filters

    def can_go_back(self) -> bool:
        return bool(self._history) or self.query() != Query()

    def view(self) -> View:
        """What is shown, and where in it one is."""
        current = self._questions.current
        here = self._browser.grid.place() if self.shown.is_of(current.query) else None
        return View(current.query, current.arrangement, here)

    # --- what the user does

    def open(self, view: View) -> None:
        """Show a view without a way back from it: the first one of a window."""
        self._jump(view)

    @Slot(str)
    def search(self, text: str) -> None:
        """Show the photos that match words, among those that the filters let through.

        Words that come to a likeness move it: this, but at night.
        """
        query = self.query()
        wanted = query_steps.worded(query, text)
        if not text:
            self._stop_searching(wanted)
        elif query.words:
            self._put(wanted, self.arrangements.usual(wanted))  # typing on is one search, not many
        else:
            self._go(wanted)

    @Slot(object)
    def mend(self, hint: Hint) -> None:
        """Search for the better writing that a hint suggests."""
        text = hint_words.mended(self._bar.words(), hint)
        self._bar.put(text)
        self.search(text)

    @Slot(object, object)
    def choose(self, query: Query, arrangement: Arrangement | None = None) -> None:
        """Show a source, whatever was searched for before."""
        self._bar.put(query.words)
        self._go(query, arrangement)

    @Slot(int, str)
    def find_similar(self, photo_id: int, name: str) -> None:
        self._names.remember_photo(photo_id, name)
        self.choose(Query(similar=(photo_id,)))

    @Slot(int, str)
    def find_duplicates(self, photo_id: int, name: str) -> None:
        self._names.remember_photo(photo_id, name)
        self.choose(Query(filters=Filters(duplicates_of=photo_id)))

    @Slot(str)
    @Slot(str, str)
    def find_like_picture(self, path: str, name: str = "") -> None:
        """Show what looks like a picture file outside the library."""
        if name:
            self._names.remember_picture(path, name)
        self.choose(Query(image=path))

    @Slot(object)
    def take_off(self, remaining: Query) -> None:
        """A part of the query was taken off; this is what is left of it.

        A photo or picture that was all that was asked for: without it one is back where one came from.
        """
        query = self.query()
        if query_steps.likeness_differs(query, remaining) and not remaining.words:
            self.back()
        elif remaining.words != query.words:
            self._bar.put(remaining.words)
            self.search(remaining.words)
        elif (remaining.liked, remaining.disliked) != (query.liked, query.disliked):
            self._put(remaining, self.arrangement(), keeping=True)
        elif self._history.leads_to(remaining):
            self.back()
        else:
            self._go(remaining)

    def judge(self, photo_ids: Sequence[int], *, liked: bool) -> None:
        """Photos are what one looks for, or are not; the list is asked for again and one stays in it."""
        query = self.query()
        if query.ranks and photo_ids:
            judged = query_steps.judged(query, photo_ids, liked=liked)
            self._model.show_judgement(judged.liked, judged.disliked)
            self._put(judged, self.arrangement(), keeping=True)

    @Slot(float)
    def be_strict(self, wrong_share: float) -> None:
        """Show as many photos as bring this share of wrong ones, from now on."""
        self.arrangements.wrong_share = wrong_share
        if self.query().ranks:
            self._put(self.query(), self.arrangement(), keeping=True)

    @Slot(object)
    def arrange(self, arrangement: Arrangement) -> None:
        """Lay the same list out in another way, and others of its kind from now on."""
        if arrangement != self.arrangement():
            self.arrangements.remember(self.query(), arrangement)
            self._put(self.query(), arrangement)

    @Slot(bool)
    def collapse(self, on: bool) -> None:
        self.arrange(replace(self.arrangement(), collapse=on))

    @Slot()
    def show_all(self) -> None:
        """To all photos, whatever was asked before."""
        self.choose(Query())

    @Slot()
    def back(self) -> None:
        """To the view before this one that is still there, at the place where one was in it."""
        while self._history:
            view = self._history.pop()
            if not self._is_gone(view.query.filters):
                self._jump(view)
                return
        if self.query() != Query():
            self._jump(View(Query(), self.arrangements.usual(Query())))

    @Slot()
    def escape(self) -> None:
        """One step back; from all photos there is nowhere to go."""
        if self.query() != Query():
            self.back()

    # --- what the worker says

    @Slot(object)
    def take_library(self, changed: LibraryChanged) -> None:
        # The order of a search under someone's eyes is left alone; an empty list may only get better.
        if not self.query().ranks or not len(self._model.ids):
            self._questions.refresh_soon()
        self.shown.take_coverage(len(changed.folders), changed.coverage)

    @Slot(object)
    def take_state(self, state: WorkerState) -> None:
        if self.shown.take_activity(state.activity) and state.activity is Activity.IDLE:
            # All that could come has come, so the list on screen is brought up to date once.
            self._questions.refresh_soon()

    @Slot(object)
    def take_progress(self, progress: QuestionProgress) -> None:
        if progress.question_id == self._questions.current.question_id:
            self.shown.take_progress(progress)

    # --- asking

    def _stop_searching(self, query: Query) -> None:
        if self._history.leads_to(query):
            self.back()
        elif query != self.query():
            self._put(query, self.arrangements.usual(query))

    def _go(self, query: Query, arrangement: Arrangement | None = None) -> None:
        settled = query_steps.settled(query, self.arrangements.wrong_share)
        if self.is_showing() and settled != self.query():
            self._history.push(self.view())
        self._put(settled, arrangement or self.arrangements.usual(settled))

    def _jump(self, view: View) -> None:
        self._bar.put(view.query.words)
        self._put(view.query, view.arrangement, view)

    def _put(
        self, query: Query, arrangement: Arrangement, returning: View | None = None, *, keeping: bool = False
    ) -> None:
        """Ask; the answer is shown at the place that one is `returning` to, or `keeping` that one is at."""
        self._returning = returning
        self._keeping = keeping
        settled = query_steps.settled(query, self.arrangements.wrong_share)
        self._bar.show_likeness(query_steps.has_likeness(settled))
        self._questions.put(settled, arrangement)
        self.asked.emit(settled)

    # --- showing

    @Slot(object, object)
    def _show(self, question: Question, answer: Answer) -> None:
        if self._keeping:
            self._keeping = False
            self.shown.refresh(question, answer)
            return
        self.shown.show(question, answer)
        view, self._returning = self._returning, None
        if view is not None and view.place is not None:
            self._browser.grid.go_to(view.place)
        self.showing.emit()

    @Slot(object, str)
    def _fail(self, question: Question, message: str) -> None:
        self._keeping = False
        nothing = Answer(question.question_id, np.empty(0, np.int64), None)
        self.shown.show(question, nothing, failure=message)
        self.showing.emit()

    @Slot()
    def _follow_sources(self) -> None:
        """Names may be other ones by now; an album that was deleted is left."""
        if self._is_gone(self.filters()):
            self.show_all()
        else:
            self.shown.say()

    def _is_gone(self, filters: Filters) -> bool:
        """Whether these are the photos of an album that was deleted."""
        return any(not self._names.has_album(album) for album in (filters.album, filters.smart) if album)
