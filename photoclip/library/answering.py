"""Answering a question about a library: what was chosen, laid out as asked."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from photoclip.domain.catalog import Catalog
from photoclip.domain.gazetteer import Gazetteer
from photoclip.domain.pipeline import Decoder, Sketches
from photoclip.domain.query import Arrangement, Filters, Order, Query
from photoclip.library import layout
from photoclip.library.choosing import Choice, Chooser
from photoclip.library.kept import Kept, Progress
from photoclip.library.layout import Answered
from photoclip.library.outside import OutsidePictures
from photoclip.library.ranking import Ranked
from photoclip.library.searching import Searcher
from photoclip.library.understanding import Understanding, Understood

Steps = Generator[Progress, None, Answered]
NOTHING_MEETS = "No photo meets all of this; take a part of it away."


class Answers:
    """Answers questions about one library. Belongs to the catalog's thread.

    What was found out is kept until another connection writes to the catalog.
    """

    def __init__(
        self,
        catalog: Catalog,
        searcher: Callable[[str], Searcher],
        decoder: Callable[[], Decoder],
        sketches: Sketches,
        gazetteer: Gazetteer | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        """`searcher` is of a model by its id, "" for the serving one; `decoder` is for files to be like."""
        self._kept = Kept(catalog, lambda: searcher(""), sketches)
        understanding = Understanding(catalog, gazetteer, today)
        self._chooser = Chooser(catalog, self._kept, searcher, OutsidePictures(decoder), understanding)

    def answer(
        self,
        query: Query,
        arrangement: Arrangement,
        model_id: str = "",
        *,
        pictures: Sequence[str] = (),
        cut: bool = True,
    ) -> Steps:
        """The photos that answer a query, laid out as asked.

        `pictures` are more files to be like; without `cut` every photo has its
        place. It can be closed at each step; what was compared by then is compared again.

        Raises:
            BadInput: the query cannot be answered as it stands.
        """
        choice = yield from self._chooser.choose(query, (), model_id, pictures, cut)
        filters = query.filters
        answer = self._laid_out(choice, arrangement)
        if filters.duplicates and (choice.ranked is None or not query.ranks):
            answer = yield from self._in_groups(answer)
        alone = filters.duplicates or filters.duplicates_of is not None or filters.burst_of is not None
        if arrangement.collapse and not alone:
            answer = layout.collapsed(answer, self._kept.bursts())
        asked = choice.understood.asked if query.words else None
        message = choice.message or (
            "" if len(answer.photo_ids) or not query.words.strip() else NOTHING_MEETS
        )
        return replace(answer, asked=asked, message=message, direction=choice.direction)

    def understood(self, words: str) -> Understood:
        """What words ask of this library."""
        return self._chooser.understood(words)

    def any_photos(self) -> bool:
        """Whether any photo is in sight."""
        return bool(len(self._kept.find(Filters()).photo_ids))

    # --- how they are laid out

    def _laid_out(self, choice: Choice, arrangement: Arrangement) -> Answered:
        ranked = choice.ranked
        if ranked is None:
            return self._in_order(choice, arrangement, None)
        matching = layout.matching_of(ranked, choice.first)
        if arrangement.order is Order.RELEVANCE or not len(matching.photo_ids):
            return layout.by_relevance(ranked, choice.first)
        return self._in_order(choice, arrangement, matching)

    def _in_order(self, choice: Choice, arrangement: Arrangement, ranked: Ranked | None) -> Answered:
        """In the order of the catalog, which knows every order but relevance."""
        plain = self._kept.find(choice.filters, arrangement)
        chosen = choice.allowed if ranked is None else ranked.photo_ids
        if chosen is None:
            return Answered(plain.photo_ids, None, tuple(plain.sections))
        kept = np.isin(plain.photo_ids, chosen)
        ids = plain.photo_ids[kept]
        relevance = None if ranked is None else layout.looked_up(ids, ranked.photo_ids, ranked.relevance)
        return Answered(ids, relevance, layout.sections_of_kept(plain.sections, kept))

    def _in_groups(self, answer: Answered) -> Steps:
        near = yield from self._kept.near_duplicates()
        order, sections = layout.by_group(near.groups_of(answer.photo_ids))
        relevance = None if answer.relevance is None else answer.relevance[order]
        return Answered(answer.photo_ids[order], relevance, sections)
