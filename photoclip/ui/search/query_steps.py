"""What one step of a person makes of a query. No widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from photoclip.domain.query import USUAL_WRONG_SHARE, Query


def settled(query: Query, wrong_share: float) -> Query:
    """With the strictness that was chosen; a list that nothing ranks has none, and nothing judged."""
    if query.ranks:
        return replace(query, wrong_share=wrong_share)
    return replace(query, wrong_share=USUAL_WRONG_SHARE, crop=None, liked=(), disliked=())


def worded(query: Query, words: str) -> Query:
    """Other words among the same photos. What was judged was judged of another search."""
    return replace(query, words=words, liked=(), disliked=())


def judged(query: Query, photo_ids: Sequence[int], *, liked: bool) -> Query:
    """Photos are what one looks for, or are not; those that were said to be so already are taken back."""
    same, other = (query.liked, query.disliked) if liked else (query.disliked, query.liked)
    chosen = dict.fromkeys(photo_ids)
    if chosen and all(photo_id in same for photo_id in chosen):
        same = tuple(photo_id for photo_id in same if photo_id not in chosen)
    else:
        same = tuple(dict.fromkeys((*same, *chosen)))
        other = tuple(photo_id for photo_id in other if photo_id not in chosen)
    return replace(query, liked=same, disliked=other) if liked else replace(query, liked=other, disliked=same)


def has_likeness(query: Query) -> bool:
    return bool(query.similar or query.image)


def likeness_differs(query: Query, other: Query) -> bool:
    return (query.similar, query.image, query.crop) != (other.similar, other.image, other.crop)
