"""From what is looked for to photos in order: candidates, relevance, what a person liked, the cut-off."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from photoclip.library import feedback, relevance
from photoclip.library.feedback import Marked
from photoclip.library.relevance import Scale
from photoclip.library.view import Allowed, Ids, Matrix, View

MOST_BELOW = 60
"""The nearest photos that are shown where nothing matches."""
_AROUND = 500
_AROUND_MARKS = 2000
"""Candidates that are looked at closely even where fewer are above the cut-off."""


def _none() -> Ids:
    return np.empty(0, np.int64)


@dataclass(frozen=True, eq=False, slots=True)
class Wanted:
    """What is looked for: each of `scales` has to be in a photo, none of `unwanted`.

    `liked` and `disliked` are photos of which a person has said so; photos in
    `left_out` (sorted) are no answer.
    """

    scales: tuple[Scale, ...]
    unwanted: tuple[Scale, ...] = ()
    liked: Ids = field(default_factory=_none)
    disliked: Ids = field(default_factory=_none)
    left_out: Ids = field(default_factory=_none)


@dataclass(frozen=True, eq=False, slots=True)
class Ranked:
    """Photos with their relevance, best first; the first `matching` are above the cut-off."""

    photo_ids: Ids
    relevance: NDArray[np.float32]
    matching: int


NOTHING = Ranked(_none(), np.empty(0, np.float32), 0)


def rank(view: View, wanted: Wanted, allowed: Allowed, wrong_share: float) -> Ranked:
    """All photos above the cut-off; where there are none, the nearest ones below it."""
    least = relevance.least_shown(wrong_share, len(wanted.scales))
    rarest = wanted.scales[0]
    if len(wanted.scales) > 1:
        rarest = min(wanted.scales, key=lambda scale: _likely(view, scale, least))
    marks = _marks(view, wanted)
    ids, products = _candidates(view, rarest, least, allowed, _AROUND_MARKS if len(marks) else _AROUND)
    if len(marks):
        ids = _with_marks(view, wanted, marks, ids, allowed)
        judged = _refined(view, wanted, marks, ids, judge(view, wanted, ids))
    else:
        judged = judge(view, wanted, ids, rarest, products)
    ranked = in_order(ids, judged, wanted)
    answer = _with_liked(ranked, relevance.shown(ranked.relevance, wrong_share), wanted)
    if answer.matching:
        return answer
    if len(ranked.photo_ids) >= MOST_BELOW:
        return Ranked(ranked.photo_ids[:MOST_BELOW], ranked.relevance[:MOST_BELOW], 0)
    return nearest(view, wanted, allowed, MOST_BELOW)


def _candidates(view: View, scale: Scale, least: float, allowed: Allowed, around: int) -> tuple[Ids, Matrix]:
    """All photos that may be above the cut-off, and about `around` in any case, found by one look at all.

    What the nearest are is known as soon as it turns out that nothing is above.
    """
    inside = view.within(allowed)
    share = around / max(1, len(view.searchable) if inside is None else len(inside))
    lowest = float("-inf")
    if share < 1.0:
        lowest = min(scale.least(least), float(np.quantile(view.sample() @ scale.direction, 1.0 - share)))
    return view.index.above(scale.direction, lowest, inside)


def nearest(view: View, wanted: Wanted, allowed: Allowed, limit: int) -> Ranked:
    """The photos nearest to what is looked for, however far; none of them counts as matching."""
    # What is left out, or unwanted, makes room for others.
    room = limit + len(wanted.left_out) + len(wanted.disliked) + (limit if len(wanted.scales) > 1 else 0)
    found = [view.nearest(scale.direction, room, allowed) for scale in wanted.scales]
    ids = found[0] if len(found) == 1 else np.unique(np.concatenate(found))
    ranked = in_order(ids, judge(view, wanted, ids), wanted)
    return Ranked(ranked.photo_ids[:limit], ranked.relevance[:limit], 0)


def judge(
    view: View, wanted: Wanted, ids: Ids, known: Scale | None = None, products: Matrix | None = None
) -> Matrix:
    """The relevance of photos, float32 (n,), NaN for those that have no vector.

    `products` are those of the scale `known`, where they have been computed.
    """
    scales = [*wanted.scales, *wanted.unwanted]
    asked = [scale for scale in scales if products is None or scale is not known]
    found = {id(known): products} if products is not None else {}
    if asked:
        rows = view.index.products(np.stack([scale.direction for scale in asked]), ids)
        found.update({id(scale): row for scale, row in zip(asked, rows, strict=True)})
    parts = [scale.relevance(found[id(scale)]) for scale in wanted.scales]
    judged = parts[0] if len(parts) == 1 else relevance.both(parts)
    for scale in wanted.unwanted:
        judged = relevance.minus(judged, scale.relevance(found[id(scale)]))
    return judged


def _likely(view: View, scale: Scale, least: float) -> int:
    return int(np.count_nonzero(view.sample() @ scale.direction >= scale.least(least)))


def in_order(ids: Ids, judged: Matrix, wanted: Wanted) -> Ranked:
    """Photos by their relevance, of equal ones the nearer first, without those that are no answer.

    `ids` are in the order of their products, which still differ where the relevance is as good as 1.
    """
    out = np.concatenate([wanted.left_out, wanted.disliked])
    if len(out):
        kept = ~np.isin(ids, out)
        ids, judged = ids[kept], judged[kept]
    order = np.argsort(-judged, kind="stable")
    return Ranked(ids[order], judged[order], 0)


def _with_liked(ranked: Ranked, shown: int, wanted: Wanted) -> Ranked:
    """What is above the cut-off, and below it what a person likes all the same."""
    kept = np.flatnonzero(np.isin(ranked.photo_ids[shown:], wanted.liked)) + shown
    places = np.concatenate([np.arange(shown), kept])
    return Ranked(ranked.photo_ids[places], ranked.relevance[places], len(places))


# --- what a person has marked


def _marks(view: View, wanted: Wanted) -> Ids:
    """What is marked, in sight and has a sound vector."""
    marked = np.concatenate([wanted.liked, wanted.disliked])
    return view.vectors(marked[np.isin(marked, view.searchable)])[0] if len(marked) else marked


def _with_marks(view: View, wanted: Wanted, marks: Ids, ids: Ids, allowed: Allowed) -> Ids:
    """Candidates for moving the query: those near to it, those near to what is liked, and the marks."""
    found = [ids, marks if allowed is None else marks[np.isin(marks, allowed)]]
    _, liked = view.vectors(np.intersect1d(marks, wanted.liked))
    if len(liked):
        found.append(view.nearest(liked.mean(axis=0), _AROUND_MARKS, allowed))
    return np.unique(np.concatenate(found))


def _refined(view: View, wanted: Wanted, marks: Ids, ids: Ids, judged: Matrix) -> Matrix:
    marks, vectors = view.vectors(marks[np.isin(marks, ids)])
    if not len(marks):
        return judged
    centred = vectors - view.sample().mean(axis=0)
    centred /= np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), np.float32(1e-6))
    products = view.index.products(centred, ids)
    return feedback.refined(
        judged, Marked(products, np.isin(marks, wanted.liked), np.searchsorted(ids, marks))
    )
