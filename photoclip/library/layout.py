"""Where the groups of an answer begin once some of its photos are left out, or put together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.query import Section, SectionKind


def sections_of_kept(sections: Sequence[Section], kept: NDArray[np.bool_]) -> tuple[Section, ...]:
    """The groups of the places that are kept, bool (n,); those that became empty are left out."""
    before = np.concatenate([[0], np.cumsum(kept)])
    ends = [section.start for section in sections[1:]] + [len(kept)]
    return tuple(
        Section(section.kind, section.key, int(before[section.start]))
        for section, end in zip(sections, ends, strict=False)
        if before[end] > before[section.start]
    )


def by_group(groups: NDArray[np.int64]) -> tuple[NDArray[np.int64], tuple[Section, ...]]:
    """The order of places that puts duplicates together, and where each group begins.

    `groups` int64 (n,) is the group of near duplicates of each place, -1 for a
    photo that is there several times and has none: those come first, as one
    group. The other groups follow, the largest first, of equal ones the one
    whose first photo came first.
    """
    own = np.arange(len(groups), dtype=np.int64)
    exact = own[groups < 0]
    near = own[groups >= 0]
    _, firsts, inverse, counts = np.unique(
        groups[near], return_index=True, return_inverse=True, return_counts=True
    )
    order = near[np.lexsort((near, firsts[inverse], -counts[inverse]))]
    sizes = counts[np.lexsort((firsts, -counts))]
    starts = len(exact) + np.concatenate([[0], np.cumsum(sizes)])[: len(sizes)]
    sections = [Section(SectionKind.EXACT, "", 0)] if len(exact) else []
    sections += [Section(SectionKind.NEAR, "", int(start)) for start in starts]
    return np.concatenate([exact, order]), tuple(sections)


def looked_up(
    photo_ids: NDArray[np.int64], known: NDArray[np.int64], values: NDArray[np.float32]
) -> NDArray[np.float32]:
    """The values of photos that are all among the known ones."""
    order = np.argsort(known)
    found: NDArray[np.float32] = values[order[np.searchsorted(known, photo_ids, sorter=order)]]
    return found
