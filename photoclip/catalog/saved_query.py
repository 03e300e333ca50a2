"""What a smart album asks for, as JSON that outlives the program: only what differs from the defaults."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, replace

from photoclip.domain.query import Arrangement, Crop, Filters, Grouping, Order, Query
from photoclip.errors import BadInput

_WHOLE = 1 << 63
_MOST_IDS = 100_000
_Checks = dict[str, Callable[[object], object]]


def dumps(query: Query, arrangement: Arrangement) -> str:
    """ASCII only, so that names that are no text survive as surrogate escapes.

    Conditions are in the words that they were read from, and only those are saved.
    """
    asked = asdict(replace(query, filters=replace(query.filters, conditions=())))
    filters = _differing(asked.pop("filters"), asdict(Filters()))
    if "folder" in filters:
        filters["folder"] = query.filters.folder.decode("utf-8", "surrogateescape")
    saved = _differing(asked, asdict(Query()))
    layout = _differing(asdict(arrangement), asdict(Arrangement()))
    for name, value in (("filters", filters), ("arrangement", layout)):
        if value:
            saved[name] = value
    return json.dumps(saved, sort_keys=True)


def loads(text: str) -> tuple[Query, Arrangement]:
    """What was asked for.

    Raises:
        BadInput: it is damaged, or a newer photoclip has saved it.
    """
    try:
        saved = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise _damaged() from fault
    whole = _read(saved, _QUERY)
    filters = Filters(**_read(whole.pop("filters", {}), _FILTERS))  # type: ignore[arg-type]
    arrangement = Arrangement(**_read(whole.pop("arrangement", {}), _ARRANGEMENT))  # type: ignore[arg-type]
    return Query(filters=filters, **whole), arrangement  # type: ignore[arg-type]


def _differing(values: dict[str, object], defaults: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value != defaults[name]}


def _read(saved: object, checks: _Checks) -> dict[str, object]:
    if not isinstance(saved, dict):
        raise _damaged()
    if not saved.keys() <= checks.keys():
        raise BadInput(
            "This smart album was saved by a newer photoclip; update photoclip, or make the album anew."
        )
    return {name: checks[name](value) for name, value in saved.items()}


def _damaged() -> BadInput:
    return BadInput("What this smart album asks for is damaged; delete the album and make it anew.")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _damaged()
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise _damaged()
    return value


def _number(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not -_WHOLE <= value < _WHOLE:
        raise _damaged()
    return value


def _ids(value: object) -> tuple[int, ...]:
    """Ids; a program of version 4 saved the only one as a number of its own, None for none."""
    if value is None:
        return ()
    if not isinstance(value, list):
        return (_number(value),)
    if len(value) > _MOST_IDS:
        raise _damaged()
    return tuple(map(_number, value))


def _share(value: object) -> float:
    # A comparison takes whole numbers of any size, and no NaN passes it.
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise _damaged()
    return float(value)


def _crop(value: object) -> Crop | None:
    if value is None:
        return None
    if not isinstance(value, list) or len(value) != 4:
        raise _damaged()
    left, top, right, bottom = map(_share, value)
    if not (left < right and top < bottom):
        raise _damaged()
    return left, top, right, bottom


def _wrong_share(value: object) -> float:
    share = _share(value)
    if not 0 < share < 1:
        raise _damaged()
    return share


def _path(value: object) -> bytes:
    try:
        return _text(value).encode("utf-8", "surrogateescape")
    except UnicodeEncodeError as fault:
        raise _damaged() from fault


def _order(value: object) -> Order:
    try:
        return Order(_text(value))
    except ValueError as fault:
        raise _damaged() from fault


def _grouping(value: object) -> Grouping:
    try:
        return Grouping(_text(value))
    except ValueError as fault:
        raise _damaged() from fault


def _part(value: object) -> object:
    return value


_QUERY: _Checks = {
    "words": _text,
    "similar": _ids,
    "image": _text,
    "crop": _crop,
    "liked": _ids,
    "disliked": _ids,
    "wrong_share": _wrong_share,
    "filters": _part,
    "arrangement": _part,
}
_FILTERS: _Checks = {
    "folder": _path,
    "album": _number,
    "smart": _number,
    "label": _text,
    "favourite": _flag,
    "rating": _number,
    "since": _text,
    "until": _text,
    "added_days": _number,
    "duplicates": _flag,
    "duplicates_of": _number,
    "burst_of": _number,
}
_ARRANGEMENT: _Checks = {
    "order": _order,
    "reverse": _flag,
    "grouping": _grouping,
    "collapse": _flag,
}
