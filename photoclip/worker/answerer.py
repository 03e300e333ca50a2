"""The answering thread: reads only, so that questions never wait for indexing."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence

import numpy as np

from photoclip.domain.catalog import Catalog
from photoclip.domain.hits import Hit
from photoclip.domain.pipeline import Encoder
from photoclip.errors import PhotoclipError
from photoclip.library import keeping
from photoclip.library.searching import Searcher
from photoclip.library.workshop import Workshop
from photoclip.settings import Settings
from photoclip.worker.background import Background
from photoclip.worker.messages import (
    Answer,
    Event,
    GridRow,
    Question,
    QuestionFailed,
    RowsLoaded,
)
from photoclip.worker.turn import Turn

_log = logging.getLogger(__name__)
_WARM_AFTER_SECONDS = 1.0


class Answerer(Background):
    """Answers the newest question and loads rows. Public methods return at once."""

    def __init__(
        self, workshop: Workshop, publish: Callable[[Event], None], opened: threading.Event, turn: Turn
    ) -> None:
        """`opened` is set when there is a catalog to read; `turn` is taken while a question is answered."""
        super().__init__("photoclip-answerer")
        self._workshop = workshop
        self._publish = publish
        self._opened = opened
        self._turn = turn
        self._question: Question | None = None
        self._rows: list[int] = []
        self._warm = False
        self._searcher: tuple[str, Searcher] | None = None

    def ask(self, question: Question) -> None:
        with self._change:
            self._question = question
            self._change.notify_all()

    def load_rows(self, photo_ids: Sequence[int]) -> None:
        with self._change:
            self._rows.extend(photo_ids)
            self._change.notify_all()

    # --- the thread

    def _run(self) -> None:
        self._opened.wait()
        try:
            catalog = self._workshop.open_catalog(False)
        except PhotoclipError:
            return  # the keeper has said why
        try:
            while (work := self._next(catalog)) is not None:
                question, rows = work
                # Rows first: they are quick, and what the user looks at.
                if rows:
                    self._load_rows(catalog, rows)
                if question is not None:
                    self._answer_safely(catalog, question)
        finally:
            catalog.close()

    def _next(self, catalog: Catalog) -> tuple[Question | None, list[int]] | None:
        with self._change:
            something = self._change.wait_for(self._has_work, None if self._warm else _WARM_AFTER_SECONDS)
        if not something:
            self._warm_up(catalog)
        with self._change:
            self._change.wait_for(self._has_work)
            if self._closed:
                return None
            work = self._question, self._rows
            self._question, self._rows = None, []
            return work

    def _has_work(self) -> bool:
        return self._closed or self._question is not None or bool(self._rows)

    def _warm_up(self, catalog: Catalog) -> None:
        """Load the model while nobody waits, so that the first words are answered at once."""
        self._warm = True
        try:
            if len(catalog.photos.in_sight()):
                self._encoder(self._workshop.load_settings())
        except Exception as fault:  # noqa: BLE001 - whatever it is, the first question will meet it and say so
            _log.info("the model could not be loaded ahead: %s", fault)

    def _load_rows(self, catalog: Catalog, photo_ids: list[int]) -> None:
        try:
            rows = catalog.photos.rows(photo_ids)
        except Exception:  # noqa: BLE001 - the grid keeps its empty tiles, and the thread lives on
            _log.exception("rows could not be read")
            return
        place = self._workshop.thumbnails.path
        self._publish(RowsLoaded([GridRow(row, place(row.content_hash)) for row in rows]))

    def _answer_safely(self, catalog: Catalog, question: Question) -> None:
        try:
            with self._turn.taken():
                answer = self._answer(catalog, question)
            self._publish(answer)
        except PhotoclipError as fault:
            self._publish(QuestionFailed(question.question_id, str(fault)))
        except Exception:  # noqa: BLE001 - a bug must cost one answer, not the thread
            _log.exception("a question could not be answered")
            self._publish(
                QuestionFailed(
                    question.question_id, "The search went wrong inside photoclip; the log has the details."
                )
            )

    def _answer(self, catalog: Catalog, question: Question) -> Answer:
        query = question.query
        if not query.ranks:
            return Answer(question.question_id, catalog.photos.in_sight(), None)
        searcher = self._searcher_for(catalog)
        hits = searcher.words(query.words) if query.similar is None else searcher.similar_to(query.similar)
        return _as_answer(question, hits)

    def _searcher_for(self, catalog: Catalog) -> Searcher:
        settings = self._workshop.load_settings()
        if self._searcher is None or self._searcher[0] != settings.model:
            shop = self._workshop
            card = keeping.serving_card(shop)
            indexes = shop.new_indexes()
            searcher = Searcher(
                catalog, indexes, card, lambda: self._encoder(settings), shop.captions, shop.backgrounds
            )
            self._searcher = (settings.model, searcher)
        return self._searcher[1]

    def _encoder(self, settings: Settings) -> Encoder:
        return self._workshop.models.encoder(settings.model, settings.device, lambda done, total: None)


def _as_answer(question: Question, hits: list[Hit]) -> Answer:
    ids = np.array([hit.photo_id for hit in hits], np.int64)
    relevance = np.array([hit.relevance for hit in hits], np.float32)
    return Answer(question.question_id, ids, relevance)
