"""Leads from what the user asks to what the grid shows, and back again."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from photoclip.domain.query import Arrangement, Filters, Query
from photoclip.ui import wording
from photoclip.ui.grid.browser import Browser
from photoclip.ui.grid.photo_model import PhotoModel
from photoclip.ui.search import query_parts
from photoclip.ui.search.arrangements import Arrangements
from photoclip.ui.search.history import History, View
from photoclip.ui.search.pages import Situation, page_for, page_for_failure
from photoclip.ui.search.questions import Questions
from photoclip.ui.search.search_bar import SearchBar
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
    parts_changed = Signal(object)
    """What the query is narrowed down to, as a list of `query_parts.Part`."""
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
        self._shown: Question | None = None
        self._message = ""
        self._failure = ""
        self._situation = Situation(folders=None, activity=Activity.IDLE, coverage=None)
        self.arrangements = Arrangements()
        bar.searched.connect(self.search)
        bar.left_empty.connect(self.escape)
        browser.grid.left.connect(self.escape)
        browser.header.arrangement_chosen.connect(self.arrange)
        questions.answered.connect(self._show)
        questions.refreshed.connect(self._refresh)
        questions.failed.connect(self._fail)
        questions.busy_changed.connect(bar.set_busy)
        names.changed.connect(self._follow_sources)

    def is_showing(self) -> bool:
        """Whether any answer has been shown yet."""
        return self._shown is not None

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
        here = self._shown is not None and self._shown.query == current.query
        return View(current.query, current.arrangement, self._browser.grid.place() if here else None)

    # --- what the user does

    def open(self, view: View) -> None:
        """Show a view without a way back from it: the first one of a window."""
        self._jump(view)

    @Slot(str)
    def search(self, text: str) -> None:
        """Show the photos that match words, among those that the filters let through."""
        query = self.query()
        if not text:
            self._stop_searching(replace(query, words=""))
            return
        wanted = replace(query, words=text, similar=(), image="", crop=None)
        if query.words and not (query.similar or query.image):
            self._put(wanted, self.arrangements.usual(wanted))  # typing on is one search, not many
        else:
            self._go(wanted)

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

        A photo or picture was all that was asked for: without it one is back where one came from.
        """
        query = self.query()
        likeness_ends = (query.similar, query.image) != (remaining.similar, remaining.image)
        if likeness_ends or self._history.leads_to(remaining):
            self.back()
        else:
            self._go(remaining)

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
        self._situation = replace(self._situation, folders=len(changed.folders), coverage=changed.coverage)
        # The order of a search under someone's eyes is left alone; an empty list may only get better.
        if not self._questions.current.query.ranks or not len(self._model.ids):
            self._questions.refresh_soon()
        self._choose_page()

    @Slot(object)
    def take_state(self, state: WorkerState) -> None:
        if state.activity != self._situation.activity:
            self._situation = replace(self._situation, activity=state.activity)
            self._choose_page()
            if state.activity is Activity.IDLE:
                # All that could come has come, so the list on screen is brought up to date once.
                self._questions.refresh_soon()

    @Slot(object)
    def take_progress(self, progress: QuestionProgress) -> None:
        if progress.question_id == self._questions.current.question_id:
            share = progress.done / progress.total if progress.total else 0.0
            text = self.tr("Comparing photos… {share}").format(share=wording.percent(min(1.0, share)))
            self._browser.header.show_progress(text)

    # --- asking

    def _stop_searching(self, query: Query) -> None:
        if self._history.leads_to(query):
            self.back()
        elif query != self.query():
            self._put(query, self.arrangements.usual(query))

    def _go(self, query: Query, arrangement: Arrangement | None = None) -> None:
        if self._shown is not None and query != self.query():
            self._history.push(self.view())
        self._put(query, arrangement or self.arrangements.usual(query))

    def _jump(self, view: View) -> None:
        self._bar.put(view.query.words)
        self._put(view.query, view.arrangement, view)

    def _put(self, query: Query, arrangement: Arrangement, returning: View | None = None) -> None:
        self._returning = returning
        self._questions.put(query, arrangement)
        self.asked.emit(query)

    # --- showing

    @Slot(object, object)
    def _show(self, question: Question, answer: Answer, failure: str = "") -> None:
        self._shown = question
        self._browser.header.show_progress("")
        self._failure = failure
        self._message = answer.message
        self._model.show(answer)
        self._say_what_is_shown()
        view, self._returning = self._returning, None
        if view is not None and view.place is not None:
            self._browser.grid.go_to(view.place)
        self.showing.emit()

    @Slot(object, object)
    def _refresh(self, question: Question, answer: Answer) -> None:
        self._shown = question
        self._failure = ""
        self._message = answer.message
        with self._browser.grid.keeping_place():
            self._model.refresh(answer)
        self._say_what_is_shown()

    @Slot(object, str)
    def _fail(self, question: Question, message: str) -> None:
        self._show(question, Answer(question.question_id, np.empty(0, np.int64), None), failure=message)

    @Slot()
    def _follow_sources(self) -> None:
        """Names may be other ones by now; an album that was deleted is left."""
        if self._is_gone(self.filters()):
            self.show_all()
        else:
            self._say_what_is_shown()

    def _is_gone(self, filters: Filters) -> bool:
        """Whether these are the photos of an album that was deleted."""
        return any(not self._names.has_album(album) for album in (filters.album, filters.smart) if album)

    def _say_what_is_shown(self) -> None:
        if self._shown is None:
            return
        header, query = self._browser.header, self._shown.query
        count = len(self._model.ids)
        all_of_nothing = query == Query() and not count
        header.show_title("" if all_of_nothing else query_parts.title(query, self._names))
        header.show_count(count or None)
        header.show_arrangement(
            self._shown.arrangement,
            ranked=query.ranks or self._names.ranks(query.filters.smart),
            album=query.filters.album is not None,
            fixed=query.filters.duplicates and not query.ranks,
        )
        self.parts_changed.emit(query_parts.parts(query, self._names))
        self._choose_page()

    def _choose_page(self) -> None:
        if self._shown is None:
            return
        if len(self._model.ids):
            page = None
        elif self._failure:
            page = page_for_failure(self._failure)
        else:
            page = page_for(self._shown, self._message, self._situation)
        self._browser.show_page(page)
        self.bare.emit(page is not None and self._situation.folders == 0 and not self._shown.query.ranks)
