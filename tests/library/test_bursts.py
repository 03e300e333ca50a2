"""Bursts: by time and likeness, and the best shot of each."""

from __future__ import annotations

import numpy as np
from library.remembered import Stored, near
from support import unit_vectors

from photoclip.domain.catalog import Shots
from photoclip.library.bursts import NONE, Bursts, find_bursts, stack


def shots(seconds: list[int], merit: list[float] | None = None) -> Shots:
    ids = np.arange(1, len(seconds) + 1, dtype=np.int64)
    return Shots(ids, np.array(seconds, np.int64), np.array(merit or [0.0] * len(seconds), np.float32))


def alike(count: int) -> Stored:
    first = unit_vectors(1, 32)[0]
    return Stored(np.stack([near(first, seed) for seed in range(count)]))


def members(found: Bursts) -> list[list[int]]:
    numbers = dict.fromkeys(found.bursts.tolist())
    return [found.photo_ids[found.bursts == number].tolist() for number in numbers]


def test_shots_of_one_scene_at_most_two_seconds_apart_are_a_burst() -> None:
    found = find_bursts(shots([0, 2, 4, 7, 100, 100]), alike(6))
    assert members(found) == [[1, 2, 3], [5, 6]]


def test_another_scene_in_the_same_second_is_no_burst() -> None:
    stored = alike(4)
    stored.vectors[2:] = -stored.vectors[2:]
    assert members(find_bursts(shots([0, 0, 0, 0]), stored)) == [[1, 2], [3, 4]]


def test_without_vectors_there_is_no_burst() -> None:
    stored = alike(3)
    stored.ids[1] = 99
    assert find_bursts(shots([0, 1, 2]), stored) is NONE
    assert find_bursts(shots([]), stored) is NONE


def test_the_best_shot_stands_for_its_burst_at_the_place_of_the_first() -> None:
    found = find_bursts(shots([0, 1, 2, 50], [1.0, 3.0, 2.0, 0.0]), alike(4))
    stacks = stack(np.array([4, 3, 1, 2], np.int64), found)
    assert stacks.photo_ids.tolist() == [4, 2]
    assert stacks.places.tolist() == [0, 1]
    assert stacks.counts.tolist() == [1, 3]


def test_only_the_photos_of_the_answer_are_stacked() -> None:
    found = find_bursts(shots([0, 1, 2], [1.0, 3.0, 2.0]), alike(3))
    stacks = stack(np.array([1, 3], np.int64), found)
    assert stacks.photo_ids.tolist() == [3]
    assert stacks.counts.tolist() == [2]
    assert stack(np.empty(0, np.int64), found).photo_ids.tolist() == []
    assert stack(np.array([7, 8], np.int64), NONE).photo_ids.tolist() == [7, 8]


def test_the_burst_around_a_photo() -> None:
    found = find_bursts(shots([0, 1, 50]), alike(3))
    assert found.around(2).tolist() == [1, 2]
    assert found.around(3).tolist() == [3]
