"""Searching: words or a photo in, photos in order out."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.catalog import Catalog
from photoclip.domain.hits import Hit
from photoclip.domain.indexes import Backgrounds, Indexes, VectorIndex
from photoclip.domain.models import ModelCard, ModelKey
from photoclip.domain.pipeline import Encoder
from photoclip.errors import BadInput
from photoclip.library import relevance
from photoclip.library.relevance import Matrix

MOST_HITS = 2000
"""Photos that one answer may hold: candidates beyond are never looked at."""
MOST_CHARACTERS = 2000
_SAMPLE = 1000
Allowed = NDArray[np.int64] | None
"""The photos that may be found; all when None."""


@dataclass(frozen=True, eq=False)
class _Ready:
    """The index of one state of the catalog."""

    key: ModelKey
    version: int
    index: VectorIndex
    searchable: NDArray[np.int64]

    def search(self, vector: Matrix, limit: int | None, chosen: Allowed) -> tuple[NDArray[np.int64], Matrix]:
        """The nearest photos in sight, best first, of the chosen ones if any are named."""
        allowed = None if len(self.searchable) == len(self.index) else self.searchable
        if chosen is not None:
            allowed = np.intersect1d(self.searchable, chosen)
        return self.index.search(vector, min(limit or MOST_HITS, MOST_HITS), allowed)


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
        self._state: _Ready | None = None
        self._nulls: dict[_Ready, relevance.Null] = {}

    def words(
        self, text: str, *, limit: int | None = None, cut: bool = True, allowed: Allowed = None
    ) -> list[Hit]:
        """Photos that match words, best first; all above the cut-off unless `limit` says fewer.

        Raises:
            BadInput: the text holds nothing to search for, far too much, or a language
                that the model does not read.
        """
        query = clean(text)
        if self._card.languages == "English" and _is_foreign(query):
            raise BadInput(
                f"The model {self._card.title} reads English only; ask in English, "
                "or choose the model size multilingual."
            )
        vector = self.encoder().encode_texts([query])[0]
        ready = self._ready()
        if ready is None:
            return []
        ids, scores = ready.search(vector, limit, allowed)
        judged = relevance.of_words(scores, self._null(ready))
        return _hits(ids, scores, judged, relevance.WORDS_CUT if cut else 0.0)

    def encoder(self) -> Encoder:
        """The model whose vectors are searched, loaded.

        Raises:
            BadInput: its weights are others than those that made the vectors.
        """
        encoder = self._encoder()
        key = self.key()
        if key is not None and encoder.key != key:
            raise BadInput(
                f"The weights of {self._card.title} have changed since the library was indexed; "
                "index it again to embed the photos with them."
            )
        return encoder

    def similar(
        self,
        vector: Matrix,
        *,
        limit: int | None = None,
        cut: bool = True,
        leave_out: int | None = None,
        allowed: Allowed = None,
    ) -> list[Hit]:
        """Photos like the one with this unit vector, best first, without the photo `leave_out`."""
        ready = self._ready()
        if ready is None:
            return []
        ids, scores = ready.search(vector, None if limit is None else limit + 1, allowed)
        judged = relevance.of_photo(scores, ready.index.sample(_SAMPLE) @ vector)
        hits = _hits(ids, scores, judged, relevance.SIMILAR_CUT if cut else 0.0)
        return [hit for hit in hits if hit.photo_id != leave_out][:limit]

    def similar_to(
        self, photo_id: int, *, limit: int | None = None, cut: bool = True, allowed: Allowed = None
    ) -> list[Hit]:
        """Photos like one of the library, best first, without itself.

        Raises:
            BadInput: that photo has no vector of this model.
        """
        key = self.key()
        vector = self._catalog.vectors.get(photo_id, key) if key else None
        if vector is None:
            raise BadInput("This photo is not searchable yet; wait until it is indexed.")
        return self.similar(vector, limit=limit, cut=cut, leave_out=photo_id, allowed=allowed)

    def key(self) -> ModelKey | None:
        """The weights whose vectors are searched; None where there are no vectors yet."""
        return self._catalog.models.newest(self._card.id)

    def _null(self, ready: _Ready) -> relevance.Null:
        known = self._nulls.get(ready)
        if known is None:
            bank = self._backgrounds.get(ready.key, self._captions)
            if bank is None:
                bank = relevance.background(self.encoder(), self._captions, self._backgrounds)
            self._nulls = {ready: (known := relevance.null(ready.index.sample(_SAMPLE), bank))}
        return known

    def _ready(self) -> _Ready | None:
        """The index as of now, made again when another connection has written; None if nothing is in it."""
        key = self.key()
        if key is None:
            return None
        version = self._catalog.version()
        ready = self._state
        if ready is None or (ready.key, ready.version) != (key, version):
            index = self._indexes.open(
                key, self._catalog.models.dimensions(key), self._catalog.vectors.of(key)
            )
            ready = self._state = _Ready(key, version, index, self._catalog.vectors.searchable(key))
        return ready if len(ready.searchable) else None


def _hits(ids: NDArray[np.int64], scores: Matrix, judged: Matrix, cut: float) -> list[Hit]:
    return [Hit(int(i), float(s), float(r)) for i, s, r in zip(ids, scores, judged, strict=True) if r >= cut]


def clean(text: str) -> str:
    """A query as the text encoder gets it: spaces tidied, one line, bounded.

    Raises:
        BadInput: nothing is left to search for, or the text is far too long.
    """
    # What a terminal hands over need not be text; no tokenizer takes the rest.
    query = " ".join(text.encode("utf-8", "ignore").decode("utf-8").split())
    if not any(c.isalnum() for c in query):
        raise BadInput("There is nothing to search for; type a few words, such as: a dog on a beach.")
    if len(query) > MOST_CHARACTERS:
        raise BadInput(
            f"The query has {len(query):,} characters and at most {MOST_CHARACTERS:,} are read; shorten it."
        )
    return query


def _is_foreign(query: str) -> bool:
    """Whether all letters of a query are of another script than English is written in."""
    letters = [c for c in query if c.isalpha()]
    return bool(letters) and not any(unicodedata.name(c, "").startswith("LATIN") for c in letters)
