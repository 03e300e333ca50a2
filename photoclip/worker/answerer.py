"""The answering thread: reads only, so that questions never wait for indexing."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from photoclip.domain.pipeline import Decoder
from photoclip.domain.query import Query
from photoclip.errors import PhotoclipError
from photoclip.library.answering import Answers, Steps
from photoclip.library.explaining import Explainer
from photoclip.library.layout import Answered
from photoclip.library.workshop import Workshop
from photoclip.worker.background import Background
from photoclip.worker.explaining import Explaining
from photoclip.worker.messages import Answer, Event, Question, QuestionFailed, QuestionProgress
from photoclip.worker.reading import Reading
from photoclip.worker.requests import Kind, Requests
from photoclip.worker.searchers import Searchers
from photoclip.worker.single import SingleDecoder
from photoclip.worker.turn import Turn

_log = logging.getLogger(__name__)
_WARM_AFTER_SECONDS = 1.0
_TELL_SECONDS = 0.2
_WRONG = "The search went wrong inside photoclip; the log has the details."


@dataclass
class _InHand:
    """The question that is being answered, and when its progress was told last."""

    question: Question
    steps: Steps
    told: float


@dataclass(frozen=True, slots=True)
class _Desk:
    """What the thread works with; all of it over its own catalog."""

    answers: Answers
    reading: Reading
    searchers: Searchers
    explaining: Explaining


class Answerer(Background):
    """Answers the newest question and loads what the window shows. Public methods return at once."""

    def __init__(
        self, workshop: Workshop, publish: Callable[[Event], None], opened: threading.Event, turn: Turn
    ) -> None:
        """`opened` is set when there is a catalog to read; `turn` is taken while a question is answered."""
        super().__init__("photoclip-answerer")
        self._workshop = workshop
        self._publish = publish
        self._opened = opened
        self._turn = turn
        self._requests = Requests()
        self._decoder = SingleDecoder(workshop.new_single_decoder)
        self._in_hand: _InHand | None = None
        self._warming: threading.Thread | None = None

    def ask(self, question: Question) -> None:
        with self._change:
            self._requests.ask(question)
            self._change.notify_all()

    def load_rows(self, photo_ids: Sequence[int]) -> None:
        with self._change:
            self._requests.rows.extend(photo_ids)
            self._note(Kind.ROWS)

    def load_facts(self, photo_ids: Sequence[int]) -> None:
        with self._change:
            self._requests.facts = tuple(photo_ids)
            self._note(Kind.FACTS)

    def load_similar(self, photo_id: int, limit: int) -> None:
        with self._change:
            self._requests.similar = (photo_id, limit)
            self._note(Kind.SIMILAR)

    def explain(self, photo_id: int, query: Query) -> None:
        with self._change:
            self._requests.explain = (photo_id, query)
            self._note(Kind.EXPLAIN)

    def load_sources(self) -> None:
        with self._change:
            self._note(Kind.SOURCES)

    def load_problems(self) -> None:
        with self._change:
            self._note(Kind.PROBLEMS)

    def close(self) -> None:
        with self._change:
            self._closed = True
            self._change.notify_all()
        self._decoder.close()
        super().close()
        if self._warming is not None:
            self._warming.join()  # Python must not end in the middle of an import of torch

    def _note(self, kind: Kind) -> None:
        self._requests.note(kind)
        self._change.notify_all()

    # --- the thread

    def _run(self) -> None:
        self._opened.wait()
        try:
            catalog = self._workshop.open_catalog(False)
        except PhotoclipError:
            return  # the keeper has said why
        with contextlib.closing(catalog):
            searchers = Searchers(self._workshop, catalog)
            shop = self._workshop

            def decoder() -> Decoder:
                desk.explaining.begin_again()
                return self._decoder.get()

            answers = Answers(catalog, searchers.of, decoder, shop.sketches, shop.gazetteer)
            explainer = Explainer(
                catalog, searchers.current, answers.understood, self._decoder.get, shop.thumbnails
            )
            reading = Reading(shop, catalog, searchers, self._publish)
            desk = _Desk(answers, reading, searchers, Explaining(explainer, self._publish))
            while (task := self._next(desk)) is not None:
                task()
            self._drop()
            desk.explaining.drop()

    def _next(self, desk: _Desk) -> Callable[[], None] | None:
        """What is to be done now; waits for it. None when the thread is to end."""
        with self._change:
            if desk.explaining.in_hand and not self._has_work():
                return desk.explaining.go_on
            if not self._has_work() and not self._change.wait_for(self._has_work, self._nap()):
                return lambda: self._tidy(desk)
            return None if self._closed else self._task(desk)

    def _has_work(self) -> bool:
        return self._closed or bool(self._requests) or self._in_hand is not None

    def _nap(self) -> float | None:
        return _WARM_AFTER_SECONDS if self._warming is None else self._decoder.seconds_left()

    def _tidy(self, desk: _Desk) -> None:
        """Nobody has asked for a while."""
        if self._warming is not None:
            self._decoder.let_go()
            return
        # Load the model while nobody waits, so that the first words are answered at once; beside
        # this thread, so that rows and facts do not wait for it.
        anything = desk.answers.any_photos()
        self._warming = threading.Thread(
            target=self._warm_up, args=(desk.searchers, anything), name="photoclip-warming", daemon=True
        )
        self._warming.start()

    def _warm_up(self, searchers: Searchers, anything: bool) -> None:
        try:
            self._workshop.gazetteer.find("")  # reads its files
            if anything:
                searchers.encoder(self._workshop.load_settings().model)
        except Exception as fault:  # noqa: BLE001 - whatever it is, the first question will meet it and say so
            _log.info("the model could not be loaded ahead: %s", fault)

    def _task(self, desk: _Desk) -> Callable[[], None]:
        """What comes next. The question in hand waits for all that is quick, and goes for a newer one."""
        requests, reading = self._requests, desk.reading
        kind = requests.take()
        if kind is None:
            return self._go_on
        if kind in (Kind.QUICK_QUESTION, Kind.QUESTION):
            question = requests.question
            return lambda: self._begin(desk.answers, question)
        rows = requests.take_rows() if kind is Kind.ROWS else []
        facts, similar, explain = requests.facts, requests.similar, requests.explain
        tasks: dict[Kind, Callable[[], None]] = {
            Kind.ROWS: lambda: reading.rows(rows),
            Kind.FACTS: lambda: reading.facts(facts),
            Kind.SOURCES: reading.sources,
            Kind.PROBLEMS: reading.problems,
            Kind.SIMILAR: lambda: reading.similar(*similar),
            Kind.EXPLAIN: lambda: desk.explaining.begin(*explain),
        }
        return lambda: _safely(kind, tasks[kind])

    def _begin(self, answers: Answers, question: Question) -> None:
        self._drop()
        steps = answers.answer(question.query, question.arrangement, question.model_id)
        self._in_hand = _InHand(question, steps, time.monotonic())
        # Comparing a whole library takes long; only what comes before it keeps the others waiting.
        with self._turn.taken():
            self._go_on()

    def _drop(self) -> None:
        if self._in_hand is not None:
            self._in_hand.steps.close()
            self._in_hand = None

    def _go_on(self) -> None:
        """One step of the question in hand."""
        work = self._in_hand
        assert work is not None  # noqa: S101 - there is nothing else to do
        question_id = work.question.question_id
        try:
            progress = next(work.steps)
        except StopIteration as end:
            self._in_hand = None
            self._publish(_as_answer(question_id, end.value))
        except PhotoclipError as fault:
            self._in_hand = None
            self._publish(QuestionFailed(question_id, str(fault)))
        except Exception:  # noqa: BLE001 - a bug must cost one answer, not the thread
            self._in_hand = None
            _log.exception("a question could not be answered")
            self._publish(QuestionFailed(question_id, _WRONG))
        else:
            now = time.monotonic()
            if progress is not None and now - work.told >= _TELL_SECONDS:
                work.told = now
                self._publish(QuestionProgress(question_id, *progress))


def _safely(kind: Kind, task: Callable[[], None]) -> None:
    try:
        task()
    except Exception:  # noqa: BLE001 - the window keeps what it shows, and the thread lives on
        _log.exception("%s could not be read", kind.name.lower())


def _as_answer(question_id: int, answered: Answered) -> Answer:
    return Answer(
        question_id,
        answered.photo_ids,
        answered.relevance,
        answered.message,
        answered.sections,
        answered.stacks,
        answered.asked,
        answered.matching,
    )
