"""Near duplicates: what is joined, what is not, and how it is broken off."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
from library.remembered import Stored, near
from support import unit_vectors

from photoclip.library.duplicates import NONE, NearDuplicates, near_duplicates

Told = list[tuple[int, int]]


def finish(steps: Generator[tuple[int, int], None, NearDuplicates]) -> tuple[NearDuplicates, Told]:
    told: Told = []
    while True:
        try:
            told.append(next(steps))
        except StopIteration as end:
            return end.value, told


def groups(found: NearDuplicates) -> set[frozenset[int]]:
    numbers = found.groups_of(np.sort(found.photo_ids)).tolist()
    by_number: dict[int, set[int]] = {}
    for photo_id, number in zip(np.sort(found.photo_ids).tolist(), numbers, strict=True):
        if number >= 0:
            by_number.setdefault(number, set()).add(photo_id)
    return {frozenset(group) for group in by_number.values()}


def planted(count: int) -> Stored:
    """Random photos of which the last is near the first, and the one before it near the last."""
    vectors = unit_vectors(count, 32)
    vectors[-1] = near(vectors[0], 1)
    vectors[-2] = near(vectors[-1], 2)
    vectors[count // 2] = vectors[count // 2 - 1]
    return Stored(vectors)


def expected(count: int) -> set[frozenset[int]]:
    return {frozenset({1, count - 1, count}), frozenset({count // 2, count // 2 + 1})}


def test_groups_are_found_within_and_across_blocks() -> None:
    for count in (12, 1500, 2300):
        stored = planted(count)
        found, told = finish(near_duplicates(stored, stored.ids))
        assert groups(found) == expected(count)
        assert told[-1] == (count * (count - 1) // 2,) * 2
        assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_photos_that_came_later_are_compared_with_all_and_only_they() -> None:
    stored = planted(2300)
    first, _ = finish(near_duplicates(stored, stored.ids[:2290]))
    assert groups(first) == {frozenset({1150, 1151})}
    found, told = finish(near_duplicates(stored, stored.ids, first))
    assert groups(found) == expected(2300)
    assert told[-1][1] < 10 * 2300


def test_what_is_known_is_kept_and_what_is_gone_takes_its_links_along() -> None:
    stored = planted(40)
    first, _ = finish(near_duplicates(stored, stored.ids))
    again, told = finish(near_duplicates(stored, stored.ids, first))
    assert groups(again) == expected(40)
    assert told[-1][0] == 0
    without, _ = finish(near_duplicates(stored, stored.ids[:-2], first))
    assert groups(without) == {frozenset({20, 21})}


def test_thousands_of_equal_photos_are_one_group() -> None:
    stored = Stored(np.repeat(unit_vectors(1, 16), 3000, axis=0))
    found, _ = finish(near_duplicates(stored, stored.ids))
    assert groups(found) == {frozenset(range(1, 3001))}


def test_it_can_be_closed_between_blocks() -> None:
    stored = planted(2300)
    steps = near_duplicates(stored, stored.ids)
    next(steps)
    steps.close()
    assert list(steps) == []


def test_a_photo_without_a_vector_has_no_duplicate() -> None:
    stored = planted(12)
    found, _ = finish(near_duplicates(stored, np.array([*stored.ids, 99])))
    assert found.groups_of(np.array([99])).tolist() == [-1]
    assert NONE.groups_of(np.array([1, 2])).tolist() == [-1, -1]
