"""Why a photo answers a query: where its words are met, which of them count, what else let it in."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass

import numpy as np

from photoclip import paths
from photoclip.domain.asked import Asked, Condition, Exact, Part
from photoclip.domain.catalog import Catalog
from photoclip.domain.decoding import THUMBNAIL_PX, DecodeRequest
from photoclip.domain.photos import PhotoRow, Problem
from photoclip.domain.pipeline import Decoder, ThumbnailStore
from photoclip.domain.query import Arrangement, Filters, Query
from photoclip.errors import BadInput
from photoclip.library import heat, relevance
from photoclip.library.exact_text import ExactTexts
from photoclip.library.heat import Matrix
from photoclip.library.recognising import SERIALS
from photoclip.library.searching import Searcher
from photoclip.library.understanding import Understood

_WAIT_SECONDS = 0.1
_BOX = (2 * THUMBNAIL_PX, 2 * THUMBNAIL_PX)
_MOST_WORDS = 24
NO_WORDS = "There are no words to explain here; search for something in words first."


@dataclass(frozen=True, eq=False, slots=True)
class Explanation:
    """As `worker.messages.Explained`, without what was asked."""

    heat: Matrix | None = None
    words: tuple[tuple[str, float], ...] = ()
    let_in: tuple[Part, ...] = ()
    relevance: float | None = None
    problem: str = ""


Steps = Generator[None, None, Explanation]


class Explainer:
    """Explains the photos of one library. Belongs to the catalog's thread."""

    def __init__(
        self,
        catalog: Catalog,
        searcher: Callable[[], Searcher],
        understood: Callable[[str], Understood],
        decoder: Callable[[], Decoder],
        thumbnails: ThumbnailStore,
    ) -> None:
        """`searcher` is of the serving model, `understood` reads the words of a query."""
        self._catalog = catalog
        self._searcher = searcher
        self._understood = understood
        self._decoder = decoder
        self._thumbnails = thumbnails
        self._texts = ExactTexts(catalog)

    def explain(self, photo_id: int, query: Query) -> Steps:
        """Why a photo answers a query; yields between steps, at each of which it can be closed.

        Raises:
            BadInput: the photo is not there, or not searchable.
            ModelUnavailable, ModelRejected: there is no model to ask.
        """
        understood = self._understood(query.words) if query.words.strip() else Understood()
        asked = understood.asked
        conditions = (*query.filters.conditions, *understood.conditions)
        let_in: tuple[Part, ...] = (
            *(condition for condition in conditions if self._meets(photo_id, condition)),
            *(exact for exact in asked.exact if self._carries(photo_id, exact)),
        )
        texts = _texts(asked)
        if not texts:
            return Explanation(let_in=let_in, problem="" if let_in else NO_WORDS)
        rows = self._catalog.photos.rows([photo_id])
        if not rows:
            raise BadInput("This photo is not in the library any more; look at another one.")
        searcher = self._searcher()
        vectors, photo = searcher.texts(texts), searcher.photo(photo_id)
        bank = searcher.bank(searcher.encoder().key)
        yield
        explanation = Explanation(
            words=_shares(searcher, photo, bank, texts),
            let_in=let_in,
            relevance=_judged(searcher, asked, photo) if _by_words_alone(query) else None,
        )
        try:
            picture = yield from self._picture(rows[0])
        except BadInput as fault:
            return dataclasses.replace(explanation, problem=str(fault))
        found = yield from heat.looked_at(picture, searcher.encoder(), vectors, bank)
        problem = "" if found is not None else _no_places(searcher.card.title)
        return dataclasses.replace(explanation, heat=found, problem=problem)

    def _meets(self, photo_id: int, condition: Condition) -> bool:
        found = self._catalog.photos.find(Filters(conditions=(condition,)), Arrangement())
        return photo_id in found.photo_ids

    def _carries(self, photo_id: int, exact: Exact) -> bool:
        return (photo_id in self._texts.carrying(exact.text)) is not exact.excluded

    def _picture(self, row: PhotoRow) -> Generator[None, None, heat.Pixels]:
        """The photo, from its thumbnail where that is large enough: it is upright, near, and soon read."""
        thumbnails, path = self._thumbnails, row.path
        small = [os.fsencode(thumbnails.path(row.content_hash))] if thumbnails.has(row.content_hash) else []
        sources = [*small, path] if thumbnails.px >= THUMBNAIL_PX else [path, *small]
        problem: Problem | None = None
        for source in sources:
            found = yield from self._decoded(source)
            if not isinstance(found, Problem):
                return found
            problem = found
        reason = "" if problem is None else problem.reason
        raise BadInput(f"{paths.display(path)} cannot be looked at: {reason}")

    def _decoded(self, path: bytes) -> Generator[None, None, heat.Pixels | Problem]:
        decoder = self._decoder()
        request = DecodeRequest(path, picture=_BOX, serial=next(SERIALS))
        decoder.submit(request)
        while (result := decoder.next_result(_WAIT_SECONDS)) is None or result.request != request:
            yield  # nothing yet, or the answer to something that was left
        if isinstance(result.outcome, Problem):
            return result.outcome
        assert result.outcome.picture is not None  # noqa: S101 - it was asked for
        return result.outcome.picture


def _texts(asked: Asked) -> list[str]:
    """What is to be in the photo, in words."""
    return [*asked.meanings, *(shift.text for shift in asked.shifts if shift.weight > 0)]


def _by_words_alone(query: Query) -> bool:
    """Whether nothing but words ranks the photos; a photo's relevance for the words is what the list says."""
    return not (query.similar or query.image or query.liked or query.disliked)


def _judged(searcher: Searcher, asked: Asked, photo: Matrix) -> float | None:
    """The relevance of a photo for words alone; None where a likeness is asked for besides."""
    view = searcher.view()
    if view is None or asked.shifts or asked.likenesses or not asked.meanings:
        return None
    calibration = searcher.calibration(view)

    def of(texts: Sequence[str]) -> list[Matrix]:
        scales = [calibration.of_words(vector) for vector in searcher.texts(texts)]
        return [scale.relevance(np.array([photo @ scale.direction], np.float32)) for scale in scales]

    judged = relevance.both(of(asked.meanings))
    for unwanted in of(asked.unwanted) if asked.unwanted else []:
        judged = relevance.minus(judged, unwanted)
    return float(judged[0])


def _shares(
    searcher: Searcher, photo: Matrix, bank: Matrix, texts: Sequence[str]
) -> tuple[tuple[str, float], ...]:
    """Each word with the part of the likeness that goes when it is taken out.

    The likeness is by how much the cosine exceeds that of the background captions.
    """
    base = float((bank @ photo).mean())
    words = [text.split()[:_MOST_WORDS] for text in texts]
    variants = [[" ".join([*own[:i], *own[i + 1 :]]) for i in range(len(own))] for own in words]
    asked = [*texts, *(variant for own in variants for variant in own if variant)]
    likeness = {
        text: float(vector @ photo) - base for text, vector in zip(asked, searcher.texts(asked), strict=True)
    }
    whole = sum(max(likeness[text], 0.0) for text in texts)
    return tuple(
        (word, _share(likeness[text], likeness.get(variant, 0.0), whole))
        for text, own, without in zip(texts, words, variants, strict=True)
        for word, variant in zip(own, without, strict=True)
    )


def _share(full: float, without: float, whole: float) -> float:
    if full <= 0.0 or whole <= 0.0:
        return 0.0
    return max(-1.0, min(1.0, (full - without) / whole))


def _no_places(title: str) -> str:
    return f"{title} cannot say where in a photo it sees something; choose another model to see it."
