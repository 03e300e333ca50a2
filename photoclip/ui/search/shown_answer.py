"""What the window says of the answer on screen: title, count, chips, hints, or a page in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from photoclip.domain.asked import Asked
from photoclip.domain.catalog import Coverage
from photoclip.domain.query import Query, Section, SectionKind
from photoclip.ui import wording
from photoclip.ui.grid.browser import Browser
from photoclip.ui.grid.photo_model import PhotoModel
from photoclip.ui.search import asked_words, query_parts
from photoclip.ui.search.pages import PageText, Situation, nearest, page_for, page_for_failure
from photoclip.ui.sources.source_names import SourceNames
from photoclip.worker.messages import Activity, Answer, Question, QuestionProgress


class ShownAnswer(QObject):
    """Knows the question whose answer is in the grid, and keeps all that is said of it true."""

    parts_changed = Signal(object)
    """What the query is narrowed down to, as a list of `query_parts.Part`."""
    asked_changed = Signal(object)
    """What was understood of its words, an `Asked` or None."""
    bare = Signal(bool)
    """Whether there is no folder in the library, and nothing that could be shown."""

    def __init__(
        self, model: PhotoModel, browser: Browser, names: SourceNames, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._browser = browser
        self._names = names
        self._answer = Answer(-1, model.ids, None)
        self._failure = ""
        self._situation = Situation(folders=None, activity=Activity.IDLE, coverage=None)
        self.question: Question | None = None
        """None until any answer has been shown."""

    def is_of(self, query: Query) -> bool:
        return self.question is not None and self.question.query == query

    def show(self, question: Question, answer: Answer, failure: str = "") -> None:
        """Another list of photos, from its top."""
        self._browser.header.show_progress("")
        self._take(question, answer, failure)
        self._model.show(self._answer)
        self.say()

    @Slot(object, object)
    def refresh(self, question: Question, answer: Answer) -> None:
        """The same list as it is by now; one stays where one is in it."""
        self._browser.header.show_progress("")
        self._take(question, answer, "")
        with self._browser.grid.keeping_place():
            self._model.refresh(self._answer)
        self.say()

    def _take(self, question: Question, answer: Answer, failure: str) -> None:
        self.question = question
        self._failure = failure
        self._answer = replace(answer, sections=_with_texts(answer.sections, answer.asked))
        self._model.show_judgement(question.query.liked, question.query.disliked)

    def take_coverage(self, folders: int, coverage: Coverage) -> None:
        self._situation = replace(self._situation, folders=folders, coverage=coverage)
        self._choose_page()

    def take_activity(self, activity: Activity) -> bool:
        """Whether the worker does something else now."""
        if activity is self._situation.activity:
            return False
        self._situation = replace(self._situation, activity=activity)
        self._choose_page()
        return True

    @Slot(object)
    def take_progress(self, progress: QuestionProgress) -> None:
        share = progress.done / progress.total if progress.total else 0.0
        text = self.tr("Comparing photos… {share}").format(share=wording.percent(min(1.0, share)))
        self._browser.header.show_progress(text)

    def say(self) -> None:
        """Tell everything anew; names may be other ones by now."""
        if self.question is None:
            return
        header, query, answer = self._browser.header, self.question.query, self._answer
        count = len(self._model.ids) if answer.matching is None else answer.matching
        all_of_nothing = query == Query() and not count
        header.show_title("" if all_of_nothing else query_parts.title(query, self._names, answer.asked))
        header.show_count(count or None)
        header.show_arrangement(
            self.question.arrangement,
            ranked=self._is_ranked() or self._names.ranks(query.filters.smart),
            album=query.filters.album is not None,
            fixed=query.filters.duplicates and not query.ranks,
        )
        rated = query.ranks and answer.relevance is not None
        header.show_strictness(query.wrong_share if rated else None)
        self.parts_changed.emit(query_parts.parts(query, self._names, answer.asked))
        self.asked_changed.emit(answer.asked)
        self._choose_page()

    def _is_ranked(self) -> bool:
        """Words that are conditions alone rank nothing."""
        assert self.question is not None  # noqa: S101 - asked for where there is one
        return self.question.query.ranks and (self._answer.relevance is not None or not len(self._model.ids))

    def _choose_page(self) -> None:
        question = self.question
        if question is None:
            return
        page, over = self._page(question), None
        if page is None and self._answer.matching == 0 and len(self._model.ids):
            over = nearest(question, self._situation)
        self._browser.show_page(page, over)
        self.bare.emit(page is not None and self._situation.folders == 0 and not question.query.ranks)

    def _page(self, question: Question) -> PageText | None:
        if len(self._model.ids):
            return None
        if self._failure:
            return page_for_failure(self._failure)
        return page_for(question, self._answer.message, self._situation, self._answer.asked)


def _with_texts(sections: Sequence[Section], asked: Asked | None) -> list[Section]:
    """The group of photos that carry a quoted text is told which one."""
    texts = [asked_words.quoted(exact.text) for exact in asked.exact if not exact.excluded] if asked else []
    told = ", ".join(texts)
    return [
        replace(section, key=told) if section.kind is SectionKind.WRITTEN and told else section
        for section in sections
    ]
