"""What a person likes and dislikes of an answer, as far as it helps.

After Rocchio, "Relevance feedback in information retrieval", 1971: the query
moves towards what is liked and away from what is disliked. Scores are linear
in the query, so that moving it adds to the scores what each photo has in
common with those marked. How far it moves is tried in a few steps, each
marked photo being judged by the others alone, and the step is kept that raises the
liked ones and lowers the disliked ones most; none where no step does.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
STRENGTHS = (0.25, 0.5, 1.0)
_DISLIKED_SHARE = 0.5
"""What is disliked counts less, as it is only one of many ways to be wrong."""
_FAR = 1e-6


@dataclass(frozen=True, eq=False, slots=True)
class Marked:
    """The products of photos with those that are marked, float32 (k, n), and which rows are liked, bool (k,).

    `places` int64 (k,) is where each marked photo stands among the n.
    """

    products: Matrix
    liked: NDArray[np.bool_]
    places: NDArray[np.int64]


def refined(relevance: Matrix, marked: Marked) -> Matrix:
    """The relevance of photos, float32 (n,), once the query has moved as far as it helps.

    The photos change places; the relevances of the places stay, so that an
    answer promises no more than it did. Without a step that helps nothing changes.
    """
    base = _spread(np.log(np.clip(relevance, _FAR, 1 - _FAR) / (1 - np.clip(relevance, _FAR, 1 - _FAR))))
    best, gain = 0.0, 0.0
    for strength in STRENGTHS if len(marked.places) > 1 else STRENGTHS[:1]:
        if (gained := _gain(base, marked, strength)) > gain + 1e-9:
            best, gain = strength, gained
    if not best:
        return relevance
    moved = base + best * _spread(_common(marked, np.ones(len(marked.liked), np.bool_)))
    refined = np.empty_like(relevance)
    refined[np.argsort(-moved, kind="stable")] = -np.sort(-relevance)
    return refined


def _gain(base: Matrix, marked: Marked, strength: float) -> float:
    """By how much the places of what is marked improve, in doublings; less than 0 where any one suffers."""
    gained = 0.0
    for row, place in enumerate(marked.places):
        others = np.arange(len(marked.liked)) != row
        if not others.any():
            others[:] = True  # a single mark can only speak for itself, and is given the least step
        moved = base + strength * _spread(_common(marked, others))
        rise = float(np.log2(_rank(base, place) / _rank(moved, place)))
        rise = rise if marked.liked[row] else -rise
        if rise < 0:
            return -1.0
        gained += rise
    return gained


def _rank(scores: Matrix, place: np.int64) -> float:
    return float(1 + np.count_nonzero(scores > scores[place]))


def _common(marked: Marked, counted: NDArray[np.bool_]) -> Matrix:
    common = np.zeros(marked.products.shape[1], np.float32)
    for liked, weight in ((True, 1.0), (False, -_DISLIKED_SHARE)):
        rows = counted & (marked.liked == liked)
        if rows.any():
            common += weight * marked.products[rows].mean(axis=0)
    return common


def _spread(scores: Matrix) -> Matrix:
    """Scores whose mean is 0 and whose deviation is 1."""
    spread: Matrix = (scores - scores.mean()) / max(float(scores.std()), 1e-6)
    return spread.astype(np.float32)
