"""What stands behind the colon of a key."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from photoclip.domain.asked import (
    Condition,
    Dates,
    Hint,
    HintKind,
    Key,
    Likeness,
    Shape,
    Stars,
    Trait,
    Value,
)
from photoclip.domain.gazetteer import Circle, Gazetteer, Place
from photoclip.library.parsing import date_values, keys
from photoclip.library.parsing.tokens import VALUE_STOPS, Token

COORDINATES_RADIUS_KM = 10.0
_LEAST_RADIUS_KM, _MOST_RADIUS_KM = 0.05, 20_000.0
_MOST_CIRCLES = 60

_FORMATS_READ = "jpeg png webp gif tiff bmp avif heif jpeg2000 tga psd ppm ico raw"
_FORMATS = frozenset(_FORMATS_READ.split())
_OTHER_FORMATS = {
    "jpg": "jpeg",
    "jpe": "jpeg",
    "heic": "heif",
    "hif": "heif",
    "tif": "tiff",
    "jp2": "jpeg2000",
}
_RAW_FILES = frozenset(["cr2", "cr3", "crw", "nef", "nrw", "arw", "dng", "orf", "rw2", "raf", "pef", "srw"])
_TRAITS = {
    (Key.IS, "favourite"): Trait.FAVOURITE,
    (Key.IS, "favorite"): Trait.FAVOURITE,
    (Key.IS, "fav"): Trait.FAVOURITE,
    (Key.IS, "收藏"): Trait.FAVOURITE,
    (Key.IS, "untagged"): Trait.UNTAGGED,
    (Key.HAS, "gps"): Trait.GPS,
    (Key.HAS, "location"): Trait.GPS,
}
_SHAPES = {
    **dict.fromkeys(("portrait", "vertical", "tall", "竖"), Shape.PORTRAIT),
    **dict.fromkeys(("landscape", "horizontal", "wide", "横"), Shape.LANDSCAPE),
    **dict.fromkeys(("square", "方"), Shape.SQUARE),
}
_EXAMPLES = {
    "date": "date:2019-06",
    "before": "before:2019",
    "after": "after:2019",
    "since": "since:2019",
    "until": "until:2019",
    "rating": "rating:>=3",
    "is": "is:favourite",
    "has": "has:gps",
    "near": "near:48.85,2.35",
    "orientation": "orientation:portrait",
    "type": "type:jpeg",
}

_STARS = re.compile(
    r"(?:(>=|≥|<=|≤|>|<|=)?\s*([0-5])|([0-5])\s*(?:\.\.|-|–)\s*([0-5])|([0-5])\+|([★⭐]{1,5})️?)"
)
_NUMBER = r"[-+]?[0-9]{1,9}(?:\.[0-9]{0,20})?(?:e[-+]?[0-9]{1,3})?"
_RADIUS = rf"\s*({_NUMBER})\s*(km|mi|m)"
_AT = rf"\s*({_NUMBER})\s*,\s*({_NUMBER})"
_MORE = rf"\s*{_NUMBER}\s*,\s*{_NUMBER}\s*,\s*{_NUMBER}\s*(?:km|mi|m)"
_POINT = re.compile(rf"{_AT}(?:\s*,{_RADIUS}((?:\s*;{_MORE})*)(?:\s*,\s*(\S.*))?)?\s*")
_CIRCLE = re.compile(rf"{_AT}\s*,{_RADIUS}\s*")
_NAMED = re.compile(rf"(.*?\S)\s*,{_RADIUS}\s*")
_KM = {"km": 1.0, "mi": 1.609344, "m": 0.001}


def understood(token: Token, today: date, gazetteer: Gazetteer | None) -> Condition | Likeness | Hint:
    """What a field asks for, or what is wrong with it."""
    written = token.text.strip()
    if not written:
        return _bad(token)
    if token.key == keys.SIMILAR:
        return Likeness(token.text) if not token.excluded else _bad(token)
    if token.key in keys.BOUNDS:
        dates = date_values.bounded(token.key, written.rstrip(VALUE_STOPS), today)
        return Condition(Key.DATE, dates, token.excluded, token.guessed) if dates else _bad(token)
    key = Key(token.key)
    value = _READERS[key](written, today, gazetteer) if key in _READERS else written
    if value is None:
        unknown = key is Key.NEAR and not _POINT.fullmatch(written)
        return Hint(HintKind.UNKNOWN_NAME, written) if unknown else _bad(token)
    return Condition(key, value, token.excluded, token.guessed)


def _bad(token: Token) -> Hint:
    example = _EXAMPLES.get(token.key, "")
    if token.key == Key.TYPE and token.text.lower() in _RAW_FILES:
        example = "type:raw"
    return Hint(HintKind.BAD_VALUE, f"{token.key}:{token.text}", example)


def _dates(written: str, today: date, _gazetteer: Gazetteer | None) -> Dates | None:
    return date_values.parsed(written.rstrip(VALUE_STOPS), today)


def _stars(written: str, _today: date, _gazetteer: Gazetteer | None) -> Stars | None:
    found = _STARS.fullmatch(written.rstrip(VALUE_STOPS))
    if not found:
        return None
    sign, number, first, last, least, drawn = found.groups()
    if drawn:
        return Stars(len(drawn), len(drawn))
    if least:
        return Stars(int(least), 5)
    if first:
        return Stars(*sorted((int(first), int(last))))
    return _compared(sign, int(number))


def _compared(sign: str | None, number: int) -> Stars | None:
    least = number + 1 if sign == ">" else 0 if sign in ("<", "<=", "≤") else number
    most = number - 1 if sign == "<" else 5 if sign in (">", ">=", "≥") else number
    return Stars(least, most) if 0 <= least <= most <= 5 else None


def _format(written: str, _today: date, _gazetteer: Gazetteer | None) -> str | None:
    name = written.rstrip(VALUE_STOPS).lstrip(".*").lower()
    name = _OTHER_FORMATS.get(name, name)
    return name if name in _FORMATS else None


def _trait(key: Key) -> Callable[[str, date, Gazetteer | None], Trait | None]:
    return lambda written, _today, _gazetteer: _TRAITS.get((key, written.rstrip(VALUE_STOPS).lower()))


def _shape(written: str, _today: date, _gazetteer: Gazetteer | None) -> Shape | None:
    return _SHAPES.get(written.rstrip(VALUE_STOPS).lower())


def _place(written: str, _today: date, gazetteer: Gazetteer | None) -> Place | None:
    if point := _POINT.fullmatch(written):
        return _of_circles(point)
    if gazetteer is None:
        return None
    if named := _NAMED.fullmatch(written):
        place = gazetteer.find(named[1].strip())
        return _widened(place, float(named[2]) * _KM[named[3]]) if place else None
    return gazetteer.find(written.rstrip(VALUE_STOPS))


def _of_circles(point: re.Match[str]) -> Place | None:
    latitude, longitude = float(point[1]), float(point[2])
    radius = float(point[3]) * _KM[point[4]] if point[3] else COORDINATES_RADIUS_KM
    others = (_CIRCLE.fullmatch(one) for one in (point[5] or "").split(";")[1:])
    more = [Circle(float(o[1]), float(o[2]), _wide(float(o[3]) * _KM[o[4]])) for o in others if o]
    name = (point[6] or written_point(latitude, longitude)).strip()
    place = Place(name, latitude, longitude, _wide(radius), tuple(more[:_MOST_CIRCLES]))
    on_earth = all(abs(circle.latitude) <= 90 and abs(circle.longitude) <= 180 for circle in place.circles)
    return place if on_earth else None


def _widened(place: Place, kilometres: float) -> Place:
    """What is so close to a city's middle, or to a country."""
    if not place.more:
        return replace(place, radius_km=_wide(kilometres))
    more = tuple(replace(circle, radius_km=_wide(circle.radius_km + kilometres)) for circle in place.more)
    return replace(place, radius_km=_wide(place.radius_km + kilometres), more=more)


def _wide(radius_km: float) -> float:
    return min(max(radius_km, _LEAST_RADIUS_KM), _MOST_RADIUS_KM)


def written_point(latitude: float, longitude: float) -> str:
    return f"{latitude}, {longitude}"


_READERS: dict[Key, Callable[[str, date, Gazetteer | None], Value | None]] = {
    Key.DATE: _dates,
    Key.RATING: _stars,
    Key.TYPE: _format,
    Key.IS: _trait(Key.IS),
    Key.HAS: _trait(Key.HAS),
    Key.NEAR: _place,
    Key.ORIENTATION: _shape,
}
