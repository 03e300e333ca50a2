"""Which photos a query lets through, and which of them match: words, pictures, filters, smart albums."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.asked import Asked, Condition, Hint, HintKind
from photoclip.domain.catalog import Catalog
from photoclip.domain.query import Filters, Query
from photoclip.errors import BadInput
from photoclip.library import languages, layout, ranking
from photoclip.library.exact_text import ExactTexts
from photoclip.library.kept import Ids, Kept, Progress
from photoclip.library.outside import OutsidePictures
from photoclip.library.ranking import Ranked, Wanted
from photoclip.library.searching import Searcher
from photoclip.library.understanding import Understanding, Understood
from photoclip.library.wanting import Wanting
from photoclip.library.written import Written

Choosing = Generator[Progress, None, "Choice"]
NO_MATCH = "No good match. These photos are the nearest; other words or a looser search may find more."
NOTHING_READ = "No photo can be searched by what is in it yet; wait until the model has read some."


@dataclass(frozen=True, eq=False, slots=True)
class Choice:
    """The photos that a query lets through, and how they are ranked where they are.

    `allowed` are sorted ids, None for all; `first` are those that carry what is
    written, best first, None where nothing written is asked for beside a meaning.
    """

    understood: Understood
    filters: Filters
    allowed: Ids | None
    ranked: Ranked | None = None
    first: Ranked | None = None
    message: str = ""
    direction: NDArray[np.float32] | None = None


class Chooser:
    """Chooses the photos of one library. Belongs to the catalog's thread."""

    def __init__(
        self,
        catalog: Catalog,
        kept: Kept,
        searcher: Callable[[str], Searcher],
        outside: OutsidePictures,
        understanding: Understanding,
    ) -> None:
        self._catalog = catalog
        self._kept = kept
        self._searcher = searcher
        self._understanding = understanding
        self._texts = ExactTexts(catalog)
        self._written = Written(catalog, kept, self._texts)
        self._wanting = Wanting(catalog, outside)

    def understood(self, words: str) -> Understood:
        """What words ask of this library."""
        return self._understanding.of(words, self._exists)

    def choose(
        self,
        query: Query,
        within: tuple[int, ...] = (),
        model_id: str = "",
        pictures: Sequence[str] = (),
        cut: bool = True,
    ) -> Choosing:
        """The photos of a query; `within` are the smart albums that it is the query of.

        `pictures` are more files to be like; without `cut` every photo has its place.

        Raises:
            BadInput: the query cannot be answered as it stands.
        """
        understood = self.understood(query.words) if query.words.strip() else Understood()
        conditions = (*query.filters.conditions, *understood.conditions)
        filters = replace(query.filters, conditions=conditions)
        if understood.missing:
            return Choice(understood, filters, np.empty(0, np.int64), message=understood.missing)
        allowed = yield from self._allowed(filters, understood, within)
        asked = understood.asked
        unwanted = bool(asked.unwanted) or any(shift.weight < 0 for shift in asked.shifts)
        ranks = bool(asked.meanings) or any(shift.weight > 0 for shift in asked.shifts)
        if ranks or unwanted:
            asked = _with_language(asked, self._searcher(model_id))
            understood = replace(understood, asked=asked)
        ranks = ranks or bool(query.similar or query.image or pictures or asked.likenesses)
        allowed = self._narrowed(allowed, asked, () if ranks else query.disliked, quoted_alone=not ranks)
        if unwanted and not ranks:
            allowed = yield from self._without(query, asked, allowed, model_id)
        if not ranks:
            ranked = None
            if filters.smart is not None:
                ranked = yield from self._smart(filters.smart, within)
                ranked = None if ranked is None else layout.restricted(ranked, allowed)
            return Choice(understood, filters, allowed, ranked)
        choice = Choice(understood, filters, allowed)
        return (yield from self._ranked(query, choice, self._searcher(model_id), pictures, cut))

    def _ranked(
        self, query: Query, choice: Choice, searcher: Searcher, pictures: Sequence[str], cut: bool
    ) -> Choosing:
        asked, allowed = choice.understood.asked, choice.allowed
        written = self._written.ids(asked, allowed)
        view = searcher.view()
        if view is None:
            first = None if written is None else Ranked(written, np.full(len(written), np.nan, np.float32), 0)
            return replace(choice, ranked=ranking.NOTHING, first=first, message=NOTHING_READ)
        wanted = yield from self._wanting.wanted(searcher, view, query, asked, pictures)
        choice = replace(choice, direction=wanted.scales[0].direction)
        if not cut:
            everything = ranking.nearest(view, wanted, allowed, len(view.searchable))
            return replace(choice, ranked=replace(everything, matching=len(everything.photo_ids)))
        ranked = ranking.rank(view, wanted, allowed, query.wrong_share)
        first = None
        if written is not None:
            judged = ranking.judge(view, wanted, written)
            first = ranking.in_order(written, judged, wanted)
        below = len(ranked.photo_ids) > ranked.matching == 0 and (first is None or not len(first.photo_ids))
        return replace(choice, ranked=ranked, first=first, message=NO_MATCH if below else "")

    def _without(
        self, query: Query, asked: Asked, allowed: Ids | None, model_id: str
    ) -> Generator[Progress, None, Ids | None]:
        """All photos but those that show what is not wanted."""
        searcher = self._searcher(model_id)
        view = searcher.view()
        if view is None:
            return allowed
        wanted = yield from self._wanting.wanted(searcher, view, query, asked)
        allowed = self._kept.find_sorted(Filters()) if allowed is None else allowed
        for scale in wanted.unwanted:
            ranked = ranking.rank(view, Wanted((scale,)), allowed, query.wrong_share)
            allowed = allowed[~np.isin(allowed, ranked.photo_ids[: ranked.matching])]
        return allowed

    def _allowed(
        self, filters: Filters, understood: Understood, within: tuple[int, ...]
    ) -> Generator[Progress, None, Ids | None]:
        """Sorted ids of the photos that all filters let through; None where there are no filters."""
        if filters == Filters() and not understood.smart and not understood.not_smart:
            return None
        allowed = self._kept.find_sorted(filters)
        wanted = [(filters.smart,)] if filters.smart is not None else []
        for names in (*wanted, *understood.smart):
            inside = yield from self._any_smart(names, within)
            allowed = allowed[np.isin(allowed, inside)]
        for names in understood.not_smart:
            inside = yield from self._any_smart(names, within)
            allowed = allowed[~np.isin(allowed, inside)]
        if filters.burst_of is not None:
            allowed = np.intersect1d(allowed, self._kept.bursts().around(filters.burst_of))
        if filters.duplicates_of is not None:
            same = yield from self._kept.duplicates_of(filters.duplicates_of)
            allowed = np.intersect1d(allowed, same)
        if filters.duplicates:
            near = yield from self._kept.near_duplicates()
            several = np.isin(allowed, self._catalog.photos.in_many_places())
            allowed = allowed[several | (near.groups_of(allowed) >= 0)]
        return allowed

    def _narrowed(
        self, allowed: Ids | None, asked: Asked, disliked: Sequence[int], *, quoted_alone: bool
    ) -> Ids | None:
        """Without what is disliked or carries an excluded text; with a quoted text where it stands alone."""
        wanted = [exact.text for exact in asked.exact if not exact.excluded]
        unwanted = [self._texts.carrying(exact.text) for exact in asked.exact if exact.excluded]
        if disliked:
            unwanted.append(np.array(disliked, np.int64))
        if unwanted or (wanted and quoted_alone):
            allowed = self._kept.find_sorted(Filters()) if allowed is None else allowed
        if allowed is not None and wanted and quoted_alone:
            allowed = allowed[np.isin(allowed, self._texts.carrying_all(wanted))]
        if allowed is not None and unwanted:
            allowed = allowed[~np.isin(allowed, np.concatenate(unwanted))]
        return allowed

    def _exists(self, condition: Condition) -> bool:
        return bool(len(self._kept.find(Filters(conditions=(condition,))).photo_ids))

    # --- smart albums

    def _smart(self, album_id: int, within: tuple[int, ...]) -> Generator[Progress, None, Ranked | None]:
        """A smart album by the relevance of its own query, photos to keep first; None where it has none."""
        choice = yield from self._saved(album_id, within)
        if choice.ranked is None:
            return None
        keep, never = self._decisions(album_id)
        ranked = layout.matching_of(choice.ranked, choice.first)
        rest = ~np.isin(ranked.photo_ids, np.concatenate([keep, never]))
        ids = np.concatenate([keep, ranked.photo_ids[rest]])
        kept = np.full(len(keep), np.nan, np.float32)
        return Ranked(ids, np.concatenate([kept, ranked.relevance[rest]]), len(ids))

    def _any_smart(self, album_ids: Sequence[int], within: tuple[int, ...]) -> Generator[Progress, None, Ids]:
        """The photos of any of these smart albums, sorted."""
        found: list[Ids] = []
        for album_id in album_ids:
            ranked = yield from self._smart(album_id, within)
            if ranked is not None:
                found.append(ranked.photo_ids)
                continue
            choice = yield from self._saved(album_id, within)
            inside = self._kept.find_sorted(choice.filters) if choice.allowed is None else choice.allowed
            keep, never = self._decisions(album_id)
            found.append(np.setdiff1d(np.union1d(inside, keep), never))
        return np.unique(np.concatenate(found))

    def _saved(self, album_id: int, within: tuple[int, ...]) -> Choosing:
        if album_id in within:
            raise BadInput("This smart album asks for itself; change what it looks for.")
        query, _ = self._catalog.albums.saved(album_id)
        return (yield from self.choose(query, (*within, album_id)))

    def _decisions(self, album_id: int) -> tuple[Ids, Ids]:
        """The photos to keep always, of those in sight newest first, and those never to show."""
        decisions = self._catalog.albums.decisions(album_id)
        kept = np.array([photo_id for photo_id, keep in decisions.items() if keep], np.int64)
        never = np.array([photo_id for photo_id, keep in decisions.items() if not keep], np.int64)
        if not len(kept):
            return kept, never
        in_sight = self._kept.find(Filters()).photo_ids
        return in_sight[np.isin(in_sight, kept)], never


def _with_language(asked: Asked, searcher: Searcher) -> Asked:
    """With a hint where a model that reads English is asked in another language."""
    if searcher.card.languages != "English":
        return asked
    texts = (*asked.meanings, *asked.unwanted, *(shift.text for shift in asked.shifts))
    foreign = [text for text in texts if languages.is_foreign(text)]
    if not foreign:
        return asked
    return replace(asked, hints=(*asked.hints, Hint(HintKind.LANGUAGE, foreign[0])))
