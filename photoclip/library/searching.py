"""Searching: words or a photo in, photos in order out."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.hits import Hit
from photoclip.domain.models import ModelCard, ModelKey
from photoclip.domain.ports import Backgrounds, Catalog, Encoder, Indexes, VectorIndex
from photoclip.errors import BadInput
from photoclip.library import relevance
from photoclip.library.relevance import Matrix

MOST_HITS = 2000
"""Photos that one answer may hold: candidates beyond are never looked at."""
MOST_CHARACTERS = 2000


@dataclass(frozen=True, slots=True)
class _Ready:
    """The index of one state of the catalog."""

    version: int
    index: VectorIndex
    allowed: NDArray[np.int64] | None
    searchable: NDArray[np.int64]


class Searcher:
    """Answers questions about one library with one model. Belongs to the catalog's thread."""

    def __init__(
        self,
        catalog: Catalog,
        indexes: Indexes,
        card: ModelCard,
        encoder: Callable[[], Encoder],
        captions: Sequence[str],
        backgrounds: Backgrounds,
    ) -> None:
        """`encoder` gives the serving model, that of `card`, and is called when a question first needs it."""
        self._catalog = catalog
        self._indexes = indexes
        self._card = card
        self._encoder = encoder
        self._captions = captions
        self._backgrounds = backgrounds
        self._banks: dict[ModelKey, Matrix] = {}
        self._states: dict[ModelKey, _Ready] = {}

    def words(self, text: str, *, limit: int | None = None, cut: bool = True) -> list[Hit]:
        """Photos that match words, best first; all above the cut-off unless `limit` says fewer.

        Raises:
            BadInput: the text holds nothing to search for, far too much, or a language
                that the model does not read.
        """
        query = clean(text)
        if self._card.languages == "English" and not _has_latin(query):
            raise BadInput(
                f"The model {self._card.title} reads English only; ask in English, "
                "or choose a model for other languages with --model multilingual."
            )
        encoder = self._encoder()
        if encoder.key != self._key() and self._key() is not None:
            raise BadInput(
                f"The weights of {self._card.title} have changed since the library was indexed; "
                "run photoclip index to embed the photos with them."
            )
        vector = encoder.encode_texts([query])[0]
        return self._hits(vector, relevance.of_words, relevance.WORDS_CUT if cut else 0.0, limit)

    def similar(
        self,
        vector: NDArray[np.float32],
        *,
        limit: int | None = None,
        cut: bool = True,
        leave_out: int | None = None,
    ) -> list[Hit]:
        """Photos like the one with this unit vector, best first, without the photo `leave_out`."""

        def judge(scores: Matrix, photos: Matrix, bank: Matrix) -> Matrix:
            return relevance.of_photo(vector, photos, bank)

        hits = self._hits(vector, judge, relevance.SIMILAR_CUT if cut else 0.0, limit and limit + 1)
        return [hit for hit in hits if hit.photo_id != leave_out][:limit]

    def similar_to(self, photo_id: int, *, limit: int | None = None, cut: bool = True) -> list[Hit]:
        """Photos like one of the library, best first, without itself.

        Raises:
            BadInput: that photo has no vector of this model.
        """
        key = self._key()
        vector = self._catalog.vectors.get(photo_id, key) if key else None
        if vector is None:
            raise BadInput("This photo is not searchable yet; wait until it is indexed.")
        return self.similar(vector, limit=limit, cut=cut, leave_out=photo_id)

    def _key(self) -> ModelKey | None:
        return self._catalog.models.newest(self._card.id)

    def _hits(
        self,
        vector: Matrix,
        judge: Callable[[Matrix, Matrix, Matrix], Matrix],
        cut: float,
        limit: int | None,
    ) -> list[Hit]:
        key = self._key()
        ready = self._ready(key) if key else None
        if key is None or ready is None or not len(ready.searchable):
            return []
        ids, scores = ready.index.search(vector, min(limit or MOST_HITS, MOST_HITS), ready.allowed)
        photos = self._vectors_of(key, ids)
        judged = judge(scores, photos, self._bank(key))
        return [
            Hit(int(i), float(s), float(r)) for i, s, r in zip(ids, scores, judged, strict=True) if r >= cut
        ]

    def _vectors_of(self, key: ModelKey, ids: NDArray[np.int64]) -> Matrix:
        stored = self._catalog.vectors.of(key).of_photos(ids)
        order = np.argsort(stored.photo_ids)
        place = order[np.searchsorted(stored.photo_ids, ids, sorter=order)]
        vectors: Matrix = stored.vectors[place].astype(np.float32)
        return vectors

    def _bank(self, key: ModelKey) -> Matrix:
        bank = self._banks.get(key)
        if bank is None:
            bank = self._backgrounds.get(key, self._captions)
        if bank is None:
            bank = relevance.background(self._encoder(), self._captions, self._backgrounds)
        self._banks[key] = bank
        return bank

    def _ready(self, key: ModelKey) -> _Ready:
        """The index as of now; made again only when another connection has written."""
        version = self._catalog.version()
        ready = self._states.get(key)
        if ready is None or ready.version != version:
            vectors = self._catalog.vectors.of(key)
            index = self._indexes.open(key, self._catalog.models.dimensions(key), vectors)
            searchable = self._catalog.vectors.searchable(key)
            everything = len(searchable) == len(index)
            ready = _Ready(version, index, None if everything else searchable, searchable)
            self._states[key] = ready
        return ready


def clean(text: str) -> str:
    """A query as the text encoder gets it: spaces tidied, one line, bounded.

    Raises:
        BadInput: nothing is left to search for, or the text is far too long.
    """
    query = " ".join(text.split())
    if not any(c.isalnum() for c in query):
        raise BadInput("There is nothing to search for; type a few words, such as: a dog on a beach.")
    if len(query) > MOST_CHARACTERS:
        raise BadInput(
            f"The query has {len(query):,} characters and at most {MOST_CHARACTERS:,} are read; shorten it."
        )
    return query


def _has_latin(query: str) -> bool:
    return any(c.isalpha() and unicodedata.name(c, "").startswith("LATIN") for c in query)
