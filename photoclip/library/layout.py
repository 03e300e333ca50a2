"""How an answer is laid out: what comes first, and where its groups begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.asked import Asked
from photoclip.domain.query import Section, SectionKind
from photoclip.library import bursts
from photoclip.library.bursts import Bursts
from photoclip.library.ranking import Ranked


@dataclass(frozen=True, eq=False)
class Answered:
    """As `worker.messages.Answer`, without its question.

    `direction` is the first thing that was looked for, as a unit vector, None where nothing was ranked.
    """

    photo_ids: NDArray[np.int64]
    relevance: NDArray[np.float32] | None = None
    sections: tuple[Section, ...] = ()
    stacks: NDArray[np.int32] | None = None
    asked: Asked | None = None
    matching: int | None = None
    message: str = ""
    direction: NDArray[np.float32] | None = None


def by_relevance(ranked: Ranked, first: Ranked | None) -> Answered:
    """What carries the written text, if any was asked for, then what matches, else the nearest below."""
    if first is not None:
        joined = matching_of(ranked, first)
        starts = {SectionKind.WRITTEN: 0, SectionKind.MATCHES: len(first.photo_ids)}
        ends = (len(first.photo_ids), len(joined.photo_ids))
        sections = [
            Section(kind, "", start)
            for (kind, start), end in zip(starts.items(), ends, strict=True)
            if end > start
        ]
        if sections:
            return Answered(joined.photo_ids, joined.relevance, tuple(sections))
    if ranked.matching == len(ranked.photo_ids):
        return Answered(ranked.photo_ids, ranked.relevance)
    below = (Section(SectionKind.BELOW, "", ranked.matching),)
    return Answered(ranked.photo_ids, ranked.relevance, below, matching=ranked.matching)


def matching_of(ranked: Ranked, first: Ranked | None = None) -> Ranked:
    """What is above the cut-off alone, after what carries the written text."""
    ids, relevance = ranked.photo_ids[: ranked.matching], ranked.relevance[: ranked.matching]
    if first is not None:
        rest = ~np.isin(ids, first.photo_ids)
        ids = np.concatenate([first.photo_ids, ids[rest]])
        relevance = np.concatenate([first.relevance, relevance[rest]])
    return Ranked(ids, relevance, len(ids))


def restricted(ranked: Ranked, allowed: NDArray[np.int64] | None) -> Ranked:
    """What is above the cut-off and allowed."""
    ranked = matching_of(ranked)
    if allowed is None:
        return ranked
    kept = np.isin(ranked.photo_ids, allowed)
    return Ranked(ranked.photo_ids[kept], ranked.relevance[kept], int(kept.sum()))


def collapsed(answer: Answered, known: Bursts) -> Answered:
    """Only the best shot of each burst."""
    stacks = bursts.stack(answer.photo_ids, known)
    kept = np.zeros(len(answer.photo_ids), np.bool_)
    kept[stacks.places] = True
    relevance = None if answer.relevance is None else answer.relevance[stacks.places]
    sections = sections_of_kept(answer.sections, kept)
    matching = None if answer.matching is None else int(kept[: answer.matching].sum())
    return Answered(stacks.photo_ids, relevance, sections, stacks.counts, matching=matching)


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
