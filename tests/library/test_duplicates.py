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


def same(one: int, other: int, cosine: float) -> bool:
    """A judge who trusts the vectors."""
    return cosine >= 0.98


def found_in(stored: Stored, ids: np.ndarray, known: NearDuplicates = NONE) -> tuple[NearDuplicates, Told]:
    return finish(near_duplicates(stored, ids, same, known))


def planted(count: int) -> Stored:
    """Random photos of which the last two are near the first, and one is another one's double."""
    vectors = unit_vectors(count, 32)
    vectors[-1] = near(vectors[0], 1)
    vectors[-2] = near(vectors[0], 2)
    vectors[count // 2] = vectors[count // 2 - 1]
    return Stored(vectors)


def expected(count: int) -> set[frozenset[int]]:
    return {frozenset({1, count - 1, count}), frozenset({count // 2, count // 2 + 1})}


def test_groups_are_found_within_and_across_blocks() -> None:
    for count in (12, 1500, 2300):
        stored = planted(count)
        found, told = found_in(stored, stored.ids)
        assert groups(found) == expected(count)
        assert told[-1] == (count * (count - 1) // 2,) * 2
        assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_photos_that_came_later_are_compared_with_all_and_only_they() -> None:
    stored = planted(2300)
    first, _ = found_in(stored, stored.ids[:2290])
    assert groups(first) == {frozenset({1150, 1151})}
    found, told = found_in(stored, stored.ids, first)
    assert groups(found) == expected(2300)
    assert told[-1][1] < 10 * 2300


def test_what_is_known_is_kept_and_not_compared_again() -> None:
    stored = planted(40)
    first, _ = found_in(stored, stored.ids)
    again, told = found_in(stored, stored.ids, first)
    assert groups(again) == expected(40)
    assert told[-1][0] == 0


def test_a_photo_that_is_gone_leaves_its_group_as_it_is() -> None:
    stored = planted(40)
    first, _ = found_in(stored, stored.ids)
    without, told = found_in(stored, stored.ids[:-1], first)
    assert groups(without) == {frozenset({1, 39}), frozenset({20, 21})}
    assert told[-1][0] == 0


def test_a_group_whose_first_photo_is_gone_is_looked_at_anew() -> None:
    stored = planted(40)
    first, _ = found_in(stored, stored.ids)
    without, _ = found_in(stored, stored.ids[1:], first)
    assert groups(without) == groups(found_in(stored, stored.ids[1:])[0])
    assert frozenset({20, 21}) in groups(without)


def test_a_series_of_small_steps_does_not_become_one_group() -> None:
    vectors = [unit_vectors(1, 32)[0]]
    for seed in range(30):
        vectors.append(near(vectors[-1], 100 + seed))
    stored = Stored(np.stack(vectors))
    found, _ = found_in(stored, stored.ids)
    for group in groups(found):
        ids = np.array(sorted(group)) - 1
        assert (stored.vectors[ids].astype(float) @ stored.vectors[ids[0]].astype(float) > 0.97).all()
    assert len(groups(found)) > 1


def test_of_many_that_are_alike_only_those_that_look_the_same_are_joined() -> None:
    stored = Stored(np.repeat(unit_vectors(1, 16), 60, axis=0))
    steps = near_duplicates(stored, stored.ids, lambda one, other, cosine: one % 5 == other % 5)
    found, _ = finish(steps)
    assert groups(found) == {frozenset(range(first, 61, 5)) for first in range(1, 6)}


def test_thousands_of_equal_photos_are_one_group() -> None:
    stored = Stored(np.repeat(unit_vectors(1, 16), 3000, axis=0))
    found, _ = found_in(stored, stored.ids)
    assert groups(found) == {frozenset(range(1, 3001))}


def test_it_can_be_closed_between_blocks() -> None:
    stored = planted(2300)
    steps = near_duplicates(stored, stored.ids, same)
    next(steps)
    steps.close()
    assert list(steps) == []


def test_a_photo_without_a_vector_has_no_duplicate() -> None:
    stored = planted(12)
    found, _ = found_in(stored, np.array([*stored.ids, 99]))
    assert found.groups_of(np.array([99])).tolist() == [-1]
    assert NONE.groups_of(np.array([1, 2])).tolist() == [-1, -1]
