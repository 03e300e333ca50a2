"""Leads from what the user asks to what the grid shows, and back again."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from photoclip.domain.query import Query
from photoclip.ui.browser import Browser
from photoclip.ui.pages import Situation, page_for, page_for_failure
from photoclip.ui.photo_grid import Place
from photoclip.ui.photo_model import PhotoModel
from photoclip.ui.questions import Questions
from photoclip.ui.search_bar import SearchBar
from photoclip.worker.messages import (
    Activity,
    Answer,
    LibraryChanged,
    Question,
    WorkerState,
)


class SearchFlow(QObject):
    """Owns which list is on screen. The grid changes only when an answer is here."""

    showing = Signal()
    """Another list than before is shown now."""

    def __init__(
        self,
        questions: Questions,
        model: PhotoModel,
        browser: Browser,
        bar: SearchBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._questions = questions
        self._model = model
        self._browser = browser
        self._bar = bar
        self._shown: Question | None = None
        self._message = ""
        self._failure = ""
        self._similar_name = ""
        self._words_before = ""
        self._left: dict[Query, Place] = {}
        self._situation = Situation(folders=None, activity=Activity.IDLE, coverage=None)
        bar.searched.connect(self.search)
        bar.left_empty.connect(self.back)
        browser.header.chip.closed.connect(self.back)
        browser.grid.left.connect(self.back)
        questions.answered.connect(self._show)
        questions.refreshed.connect(self._refresh)
        questions.failed.connect(self._fail)
        questions.busy_changed.connect(bar.set_busy)

    def is_showing(self) -> bool:
        """Whether any answer has been shown yet."""
        return self._shown is not None

    # --- what the user does

    @Slot(str)
    def search(self, text: str) -> None:
        """Show the photos that match words; all photos for no words."""
        self._remember_place()
        self._questions.put(Query(words=text))

    @Slot(int, str)
    def find_similar(self, photo_id: int, name: str) -> None:
        self._remember_place()
        if self._questions.current.query.similar is None:
            self._words_before = self._bar.words()
        self._similar_name = name
        self._bar.put("")
        self._questions.put(Query(similar=photo_id))

    @Slot()
    def show_all(self) -> None:
        """Back to all photos, whatever was asked before."""
        self._bar.put("")
        self.search("")

    @Slot()
    def back(self) -> None:
        """One step back: from similar photos to where they were asked from, from words to all photos."""
        current = self._questions.current.query
        if current.similar is not None:
            self._bar.put(self._words_before)
            self.search(self._words_before)
        elif current.words:
            self.show_all()

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

    @Slot(object, object)
    def _show(self, question: Question, answer: Answer, failure: str = "") -> None:
        self._shown = question
        self._failure = failure
        self._message = answer.message
        self._model.show(answer.photo_ids, answer.relevance)
        self._say_what_is_shown()
        place = self._left.pop(question.query, None)
        if not question.query.ranks:
            self._left.clear()
        if place is not None:
            self._browser.grid.go_to(place)
        self.showing.emit()

    @Slot(object, object)
    def _refresh(self, question: Question, answer: Answer) -> None:
        self._shown = question
        self._failure = ""
        self._message = answer.message
        with self._browser.grid.keeping_place():
            self._model.refresh(answer.photo_ids, answer.relevance)
        self._say_what_is_shown()

    @Slot(object, str)
    def _fail(self, question: Question, message: str) -> None:
        self._show(question, Answer(question.question_id, np.empty(0, np.int64), None), failure=message)

    # --- what is on screen

    def _remember_place(self) -> None:
        place = self._browser.grid.place()
        if self._shown is not None and place is not None:
            self._left[self._shown.query] = place

    def _say_what_is_shown(self) -> None:
        header = self._browser.header
        count = len(self._model.ids)
        query = self._shown.query if self._shown is not None else Query()
        if query.similar is not None:
            header.show_similar(self._similar_name)
        elif query.words:
            header.show_title(self.tr("“{words}”").format(words=query.words))
        else:
            header.show_title(self.tr("All photos") if count else "")
        header.show_count(count or None)
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
