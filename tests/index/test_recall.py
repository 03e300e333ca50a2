"""How much of the true answer an index gives, as it is measured."""

from __future__ import annotations

import math

import numpy as np
import pytest
from index.kept import Kept
from numpy.typing import NDArray
from support import unit_vectors

from photoclip.index.exact import ExactIndex
from photoclip.index.ranking import Answer
from photoclip.index.recall import measured

DIMENSIONS = 8


class Forgetful(ExactIndex):
    """An index that finds every other photo of an answer."""

    def search(
        self, query: NDArray[np.float32], limit: int, allowed: NDArray[np.int64] | None = None
    ) -> Answer:
        ids, scores = super().search(query, limit, allowed)
        return ids[::2], scores[::2]

    def above(
        self, query: NDArray[np.float32], lowest: float, allowed: NDArray[np.int64] | None = None
    ) -> Answer:
        ids, scores = super().above(query, lowest, allowed)
        return ids[::4], scores[::4]


def stored(count: int) -> Kept:
    kept = Kept(DIMENSIONS)
    for photo_id, vector in enumerate(unit_vectors(count, DIMENSIONS), 1):
        kept.add(photo_id, vector)
    return kept


@pytest.mark.parametrize("count", [1, 9, 400, 5000])
def test_an_index_that_misses_nothing_has_a_recall_of_one(count: int) -> None:
    kept, index = stored(count), ExactIndex(DIMENSIONS)
    index.follow(kept)
    recall = measured(index, kept, unit_vectors(5, DIMENSIONS, 9), in_use=True, above=True)
    assert (recall.share, recall.share_above, recall.queries, recall.in_use) == (1.0, 1.0, 5, True)


def test_what_is_missed_is_told() -> None:
    kept, index = stored(2000), Forgetful(DIMENSIONS)
    index.follow(kept)
    recall = measured(index, kept, unit_vectors(5, DIMENSIONS, 9), in_use=False, above=True)
    assert math.isclose(recall.share, 0.5)
    assert recall.share_above == pytest.approx(0.25, abs=0.01)


def test_cut_offs_are_measured_only_if_asked_for() -> None:
    kept, index = stored(20), ExactIndex(DIMENSIONS)
    index.follow(kept)
    assert measured(index, kept, unit_vectors(2, DIMENSIONS), in_use=False).share_above is None
    assert (
        measured(ExactIndex(DIMENSIONS), Kept(DIMENSIONS), unit_vectors(2, DIMENSIONS), in_use=True).share
        == 1
    )
