"""Photos in order."""

from __future__ import annotations

import math

import numpy as np
import pytest

from photoclip.index.ranking import at_least, best

IDS = np.array([9, 2, 5, 7, 1], np.int64)
SCORES = np.array([0.5, 0.5, 0.9, math.nan, 0.5], np.float32)


@pytest.mark.parametrize(
    ("lowest", "found"),
    [
        (0.9, [5]),
        (0.5, [5, 1, 2, 9]),
        (-math.inf, [5, 1, 2, 9]),
        (math.inf, []),
        (math.nan, []),
    ],
)
def test_equal_scores_are_in_the_order_of_the_photos_and_what_is_no_number_is_left_out(
    lowest: float, found: list[int]
) -> None:
    # A cut-off as float32 has it: 0.9 there is a little more than 0.9 here.
    assert at_least(IDS, SCORES, float(np.float32(lowest)))[0].tolist() == found


@pytest.mark.parametrize("limit", [-1, 0, 1, 3, 4, 99])
def test_the_best_are_cut_where_they_should_be(limit: int) -> None:
    whole = ~np.isnan(SCORES)
    assert best(IDS[whole], SCORES[whole], limit)[0].tolist() == [5, 1, 2, 9][: max(limit, 0)]
