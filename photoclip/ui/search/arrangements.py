"""How lists of each kind are laid out until a person wants it otherwise, and views as text."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, fields, replace
from enum import StrEnum
from typing import Any

from photoclip.domain.query import USUAL_WRONG_SHARE, Arrangement, Crop, Filters, Grouping, Order, Query


class ViewKind(StrEnum):
    """Lists that people want laid out alike."""

    RANKED = "ranked"
    BROWSED = "browsed"
    ALBUM = "album"
    SMART = "smart album"
    DUPLICATES = "duplicates"


_USUAL = {
    ViewKind.RANKED: Arrangement(),
    ViewKind.BROWSED: Arrangement(Order.DATE, grouping=Grouping.DAY),
    ViewKind.ALBUM: Arrangement(Order.ALBUM),
    ViewKind.SMART: Arrangement(),
    ViewKind.DUPLICATES: Arrangement(),
}
_KINDS = {kind.value: kind for kind in ViewKind}
_ORDERS = {order.value: order for order in Order}
_GROUPINGS = {grouping.value: grouping for grouping in Grouping}


def kind_of(query: Query) -> ViewKind:
    if query.ranks:
        return ViewKind.RANKED
    if query.filters.duplicates or query.filters.duplicates_of is not None:
        return ViewKind.DUPLICATES
    if query.filters.smart is not None:
        return ViewKind.SMART
    return ViewKind.ALBUM if query.filters.album is not None else ViewKind.BROWSED


class Arrangements:
    """The arrangement of each kind of view, as chosen last, and how strict ranked ones are."""

    def __init__(self, text: str = "") -> None:
        self._chosen = dict(_USUAL)
        kept = _object(text)
        share = kept.get("wrong_share")
        self.wrong_share = share if isinstance(share, float) and 0 < share < 1 else USUAL_WRONG_SHARE
        for kind, raw in kept.items():
            if kind in _KINDS and isinstance(raw, dict):
                self._chosen[_KINDS[kind]] = _arrangement(raw, _USUAL[_KINDS[kind]])

    def usual(self, query: Query) -> Arrangement:
        return self._chosen[kind_of(query)]

    def remember(self, query: Query, arrangement: Arrangement) -> None:
        self._chosen[kind_of(query)] = arrangement

    def text(self) -> str:
        """To be handed to the constructor on another day."""
        chosen: dict[str, Any] = {kind: asdict(chosen) for kind, chosen in self._chosen.items()}
        return json.dumps(chosen | {"wrong_share": self.wrong_share})


def view_text(query: Query, arrangement: Arrangement) -> str:
    """A view as text. A picture from outside the library is left out: it may be gone by then.

    What is left is another list then, which is laid out as is usual for it.
    """
    filters = asdict(replace(query.filters, conditions=())) | {"folder": os.fsdecode(query.filters.folder)}
    kept = {name: getattr(query, name) for name in ("words", "similar", "crop", "liked", "disliked")}
    kept["filters"] = filters
    return json.dumps({"query": kept, "arrangement": {} if query.image else asdict(arrangement)})


def view_of(text: str) -> tuple[Query, Arrangement | None]:
    """What `view_text` made text of; all photos for anything else."""
    raw = _object(text)
    query = _dict(raw.get("query"))
    words, similar = query.get("words"), _ids(query.get("similar"))
    arrangement = _dict(raw.get("arrangement"))
    return Query(
        words=words if isinstance(words, str) else "",
        similar=similar,
        crop=_crop(query.get("crop")) if similar else None,
        liked=_ids(query.get("liked")),
        disliked=_ids(query.get("disliked")),
        filters=_filters(_dict(query.get("filters"))),
    ), _arrangement(arrangement, Arrangement()) if arrangement else None


def _ids(value: object) -> tuple[int, ...]:
    return tuple(one for one in value if type(one) is int) if isinstance(value, list) else ()


def _crop(value: object) -> Crop | None:
    if not isinstance(value, list) or len(value) != 4 or not all(isinstance(side, float) for side in value):
        return None
    left, top, right, bottom = value
    return (left, top, right, bottom) if 0 <= left < right <= 1 and 0 <= top < bottom <= 1 else None


_OPTIONAL = ("album", "smart", "duplicates_of", "burst_of")


def _filters(raw: dict[str, Any]) -> Filters:
    known: dict[str, Any] = {}
    for field in fields(Filters):
        value = raw.get(field.name)
        if field.name == "folder":
            if isinstance(value, str):
                known["folder"] = os.fsencode(value)
        elif type(value) is (int if field.name in _OPTIONAL else type(field.default)):
            known[field.name] = value
    return Filters(**known)


def _arrangement(raw: dict[str, Any], usual: Arrangement) -> Arrangement:
    order, grouping = raw.get("order"), raw.get("grouping")
    return Arrangement(
        order=_ORDERS.get(str(order), usual.order),
        reverse=raw.get("reverse") is True,
        grouping=_GROUPINGS.get(str(grouping), usual.grouping),
        collapse=raw.get("collapse") is True,
    )


def _object(text: str) -> dict[str, Any]:
    try:
        return _dict(json.loads(text))
    except (ValueError, RecursionError):
        return {}


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
