"""Answering a question about a library: filters, words, albums, duplicates and bursts in one."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.catalog import Catalog, Found
from photoclip.domain.changes import AlbumKind
from photoclip.domain.hits import Hit
from photoclip.domain.pipeline import Decoder, Sketches
from photoclip.domain.query import Arrangement, Filters, Order, Query, Section
from photoclip.errors import BadInput
from photoclip.library import bursts, duplicates, layout
from photoclip.library.bursts import Bursts
from photoclip.library.duplicates import NearDuplicates
from photoclip.library.likeness import Likeness
from photoclip.library.outside import OutsidePictures
from photoclip.library.searching import Searcher

Ids = NDArray[np.int64]
Progress = tuple[int, int] | None
"""Comparisons done and in all, or None while there is nothing to tell."""
_MOST_KEPT = 8
_PLAIN = {"smart": None, "duplicates": False, "duplicates_of": None, "burst_of": None}
"""The filters that are decided here; the catalog decides the others."""


@dataclass(frozen=True, eq=False)
class Answered:
    """As `worker.messages.Answer`, without its question."""

    photo_ids: Ids
    relevance: NDArray[np.float32] | None = None
    sections: tuple[Section, ...] = ()
    stacks: NDArray[np.int32] | None = None


@dataclass(frozen=True, eq=False)
class _Ranked:
    """Photos with their relevance, best first."""

    photo_ids: Ids
    relevance: NDArray[np.float32]


Steps = Generator[Progress, None, Answered]


class Answers:
    """Answers questions about one library. Belongs to the catalog's thread.

    What was found out is kept until another connection writes to the catalog.
    """

    def __init__(
        self,
        catalog: Catalog,
        searcher: Callable[[], Searcher],
        decoder: Callable[[], Decoder],
        sketches: Sketches,
    ) -> None:
        """`searcher` is of the serving model, `decoder` for pictures from outside of the library."""
        self._catalog = catalog
        self._searcher = searcher
        self._outside = OutsidePictures(decoder)
        self._sketches = sketches
        self._version = -1
        self._found: dict[tuple[Filters, Arrangement], Found] = {}
        self._bursts: tuple[object, Bursts] | None = None
        self._near: tuple[object, NearDuplicates] | None = None

    def answer(self, query: Query, arrangement: Arrangement) -> Steps:
        """The photos that answer a query, laid out as asked.

        It can be closed at each step; what was compared by then is compared again.

        Raises:
            BadInput: the query cannot be answered as it stands.
        """
        filters = query.filters
        plain = self.find(filters, arrangement)
        allowed = yield from self._allowed(query, plain, ())
        ranked: _Ranked | None = None
        if query.ranks:
            ranked = yield from self._rank(query, allowed)
        elif filters.smart is not None:
            ranked = yield from self._smart(filters.smart, ())
        if ranked is not None and not query.ranks:
            ranked = _restricted(ranked, allowed)
        if ranked is not None and arrangement.order is Order.RELEVANCE:
            answer = Answered(ranked.photo_ids, ranked.relevance)
        else:
            answer = self._in_order(plain, allowed, ranked)
        if filters.duplicates and not query.ranks:
            return (yield from self._in_groups(answer))
        alone = filters.duplicates or filters.duplicates_of is not None or filters.burst_of is not None
        if arrangement.collapse and not alone:
            return self._collapsed(answer)
        return answer

    def find(self, filters: Filters, arrangement: Arrangement) -> Found:
        """As `domain.catalog.Photos.find`, once for each state of the catalog."""
        version = self._catalog.version()
        if version != self._version:
            self._version = version
            self._found.clear()
        # What changes nothing about what the catalog finds must not make it look again.
        known = replace(filters, **_PLAIN), replace(arrangement, collapse=False)  # type: ignore[arg-type]
        found = self._found.pop(known, None)
        if found is None:
            self._refuse_gone(filters)
            found = self._catalog.photos.find(*known)
        self._found[known] = found
        if len(self._found) > _MOST_KEPT:
            self._found.pop(next(iter(self._found)))
        return found

    def _refuse_gone(self, filters: Filters) -> None:
        wanted = filters.album
        if wanted is None:
            return
        albums = {album.album_id for album in self._catalog.albums.all() if album.kind is AlbumKind.HAND}
        if wanted not in albums:
            raise BadInput("This album is not there any more; choose another one.")

    # --- which photos

    def _allowed(
        self, query: Query, plain: Found, within: tuple[int, ...]
    ) -> Generator[Progress, None, Ids | None]:
        """Sorted ids of the photos that all filters let through; None where there are no filters."""
        filters = query.filters
        if filters == Filters():
            return None
        allowed = np.sort(plain.photo_ids)
        if filters.smart is not None:
            smart = yield from self._smart_ids(filters.smart, within)
            allowed = np.intersect1d(allowed, smart)
        if filters.burst_of is not None:
            allowed = np.intersect1d(allowed, self._find_bursts().around(filters.burst_of))
        if filters.duplicates_of is not None:
            near = yield from self._near_duplicates()
            allowed = np.intersect1d(allowed, _group_around(near, filters.duplicates_of))
        if filters.duplicates:
            near = yield from self._near_duplicates()
            several = np.isin(allowed, self._catalog.photos.in_many_places())
            allowed = allowed[several | (near.groups_of(allowed) >= 0)]
        return allowed

    def _rank(self, query: Query, allowed: Ids | None) -> Generator[Progress, None, _Ranked]:
        searcher = self._searcher()
        if query.similar:
            hits = searcher.similar_to(query.similar[0], allowed=allowed)
        elif query.image:
            vector = yield from self._outside.vector(searcher.encoder(), query.image)
            hits = searcher.similar(vector, allowed=allowed)
        else:
            hits = searcher.words(query.words, allowed=allowed)
        return _ranked(hits)

    def _smart(self, album_id: int, within: tuple[int, ...]) -> Generator[Progress, None, _Ranked | None]:
        """A smart album by the relevance of its own query, photos to keep first; None where it has none."""
        query, _ = self._saved(album_id, within)
        if not query.ranks:
            return None
        plain = self.find(query.filters, Arrangement())
        allowed = yield from self._allowed(query, plain, (*within, album_id))
        ranked = yield from self._rank(query, allowed)
        keep, never = self._decisions(album_id)
        rest = ~np.isin(ranked.photo_ids, np.concatenate([keep, never]))
        return _Ranked(
            np.concatenate([keep, ranked.photo_ids[rest]]),
            np.concatenate([np.full(len(keep), np.nan, np.float32), ranked.relevance[rest]]),
        )

    def _smart_ids(self, album_id: int, within: tuple[int, ...]) -> Generator[Progress, None, Ids]:
        query, _ = self._saved(album_id, within)
        ranked = yield from self._smart(album_id, within)
        if ranked is not None:
            return np.sort(ranked.photo_ids)
        plain = self.find(query.filters, Arrangement())
        allowed = yield from self._allowed(query, plain, (*within, album_id))
        keep, never = self._decisions(album_id)
        return np.setdiff1d(np.union1d(plain.photo_ids if allowed is None else allowed, keep), never)

    def _saved(self, album_id: int, within: tuple[int, ...]) -> tuple[Query, Arrangement]:
        if album_id in within:
            raise BadInput("This smart album asks for itself; change what it looks for.")
        return self._catalog.albums.saved(album_id)

    def _decisions(self, album_id: int) -> tuple[Ids, Ids]:
        """The photos to keep always, of those in sight newest first, and those never to show."""
        decisions = self._catalog.albums.decisions(album_id)
        kept = np.array([photo_id for photo_id, keep in decisions.items() if keep], np.int64)
        never = np.array([photo_id for photo_id, keep in decisions.items() if not keep], np.int64)
        if not len(kept):
            return kept, never
        in_sight = self.find(Filters(), Arrangement()).photo_ids
        return in_sight[np.isin(in_sight, kept)], never

    # --- how they are laid out

    def _in_order(self, plain: Found, allowed: Ids | None, ranked: _Ranked | None) -> Answered:
        """In the order of the catalog, which knows every order but relevance."""
        chosen = allowed if ranked is None else ranked.photo_ids
        if chosen is None:
            return Answered(plain.photo_ids, None, tuple(plain.sections))
        kept = np.isin(plain.photo_ids, chosen)
        ids = plain.photo_ids[kept]
        relevance = None if ranked is None else layout.looked_up(ids, ranked.photo_ids, ranked.relevance)
        return Answered(ids, relevance, layout.sections_of_kept(plain.sections, kept))

    def _in_groups(self, answer: Answered) -> Steps:
        near = yield from self._near_duplicates()
        order, sections = layout.by_group(near.groups_of(answer.photo_ids))
        relevance = None if answer.relevance is None else answer.relevance[order]
        return Answered(answer.photo_ids[order], relevance, sections)

    def _collapsed(self, answer: Answered) -> Answered:
        stacks = bursts.stack(answer.photo_ids, self._find_bursts())
        kept = np.zeros(len(answer.photo_ids), np.bool_)
        kept[stacks.places] = True
        relevance = None if answer.relevance is None else answer.relevance[stacks.places]
        sections = layout.sections_of_kept(answer.sections, kept)
        return Answered(stacks.photo_ids, relevance, sections, stacks.counts)

    # --- what is kept

    def _find_bursts(self) -> Bursts:
        key = self._searcher().key()
        if key is None:
            return bursts.NONE
        state = (key, self._catalog.version())
        if self._bursts is None or self._bursts[0] != state:
            found = bursts.find_bursts(self._catalog.photos.shots(), self._catalog.vectors.of(key))
            self._bursts = (state, found)
        return self._bursts[1]

    def _near_duplicates(self) -> Generator[Progress, None, NearDuplicates]:
        key = self._searcher().key()
        if key is None:
            return duplicates.NONE
        vectors, in_sight = self._catalog.vectors.of(key), self._catalog.vectors.searchable(key)
        known = self._near[1] if self._near is not None and self._near[0] == key else duplicates.NONE
        if not np.array_equal(np.sort(known.photo_ids), in_sight):
            likeness = Likeness(self._catalog.photos, self._sketches)
            known = yield from duplicates.near_duplicates(vectors, in_sight, likeness.same, known)
            self._near = (key, known)
        return known


def _ranked(hits: list[Hit]) -> _Ranked:
    return _Ranked(
        np.array([hit.photo_id for hit in hits], np.int64),
        np.array([hit.relevance for hit in hits], np.float32),
    )


def _restricted(ranked: _Ranked, allowed: Ids | None) -> _Ranked:
    if allowed is None:
        return ranked
    kept = np.isin(ranked.photo_ids, allowed)
    return _Ranked(ranked.photo_ids[kept], ranked.relevance[kept])


def _group_around(near: NearDuplicates, photo_id: int) -> Ids:
    (group,) = near.groups_of(np.array([photo_id], np.int64))
    if group < 0:
        return np.array([photo_id], np.int64)
    members: Ids = near.photo_ids[near.groups == group]
    return members
