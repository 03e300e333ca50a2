"""The change that takes another one back, where photos had different values before."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from photoclip.domain.changes import Change, Ids, Several

_Value = TypeVar("_Value", bound=Hashable)


def by_value(
    ids: Sequence[int], value_of: Callable[[int], _Value], change: Callable[[Ids, _Value], Change]
) -> Change:
    """One change for each value that some of these had."""
    groups: dict[_Value, list[int]] = {}
    for one in ids:
        groups.setdefault(value_of(one), []).append(one)
    changes = tuple(change(tuple(some), value) for value, some in groups.items())
    return changes[0] if len(changes) == 1 else Several(changes)
