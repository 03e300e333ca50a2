"""A query that was understood, written so that it is understood as the same parts."""

from __future__ import annotations

import re

from photoclip.domain.asked import (
    Asked,
    Condition,
    Dates,
    Exact,
    Likeness,
    Meaning,
    Part,
    Shift,
    Stars,
)
from photoclip.domain.gazetteer import Place
from photoclip.library.parsing import english_units, places
from photoclip.library.parsing.date_values import printed as printed_dates
from photoclip.library.parsing.unwanted import WITHOUT
from photoclip.library.parsing.values import COORDINATES_RADIUS_KM, written_point

_GENERAL = """
photo photos picture pictures image images pic pics all any every show me find my the a an some of from in
照片 图片 相片 的 所有 我的
"""
GENERAL = frozenset(_GENERAL.split())
"""Words that ask for photos and say nothing of what is in them."""

_SPECIAL = english_units.ANCHORS | places.LEADS | GENERAL | {WITHOUT}
_PLAIN_WORD = re.compile(r"([a-zß-öø-ÿ]+(?:[-'’][a-zß-öø-ÿ]+)*)[,;.!?]?")
_BRACKETS, _BACKSLASHED = re.compile(r"([()\\])"), r"\\\1"
_PLAIN_VALUE = re.compile(r"[\w/.][\w/.@+-]*")


def printed(asked: Asked) -> str:
    """A text that `parse` reads as the same parts, whatever the day is and without a gazetteer."""
    texts: list[str] = []
    meant = False
    for part in asked.parts:
        if isinstance(part, Meaning) and not part.excluded:
            texts += ["AND"] * meant
            meant = True
        texts.append(printed_part(part))
    return " ".join(texts)


def printed_part(part: Part) -> str:
    match part:
        case Meaning(text, excluded):
            if excluded:
                return f"-{text}" if text.isalpha() else f"-({_BRACKETS.sub(_BACKSLASHED, text)})"
            return " ".join(escaped(word) for word in text.split())
        case Exact(text, excluded):
            return f"{'-' * excluded}{_quoted(text)}"
        case Shift(text, weight):
            size = "" if abs(weight) == 1 else f"*{abs(weight)}"
            return f"{'+' if weight > 0 else '-'} {_quoted(text)}{size}"
        case Likeness(path):
            return f"similar:{_value(path)}"
        case Condition():
            return _condition(part)


def escaped(word: str) -> str:
    """A word, with a backslash where it could be taken for something else."""
    plain = _PLAIN_WORD.fullmatch(word)
    special = not plain or plain[1].removesuffix("'s").removesuffix("’s") in _SPECIAL
    return f"\\{word}" if special else word


def _condition(condition: Condition) -> str:
    signs = "-" * condition.excluded + "~" * condition.guessed
    match condition.value:
        case Dates():
            value = printed_dates(condition.value)
        case Stars(least, most):
            value = str(least) if least == most else f">={least}" if most == 5 else f"{least}..{most}"
        case Place():
            value = _quoted(_place(condition.value))
        case str(text):  # of an enumeration too
            value = _value(str(text))
    return f"{signs}{condition.key}:{value}"


def _place(place: Place) -> str:
    """With its point and its width, so that no list of places is needed to read it."""
    text = f"{place.latitude},{place.longitude}"
    more = "".join(f";{o.latitude},{o.longitude},{o.radius_km}km" for o in place.more)
    unnamed = place.name == written_point(place.latitude, place.longitude)
    if unnamed and not more and place.radius_km == COORDINATES_RADIUS_KM:
        return text
    return f"{text},{place.radius_km}km{more}" + ("" if unnamed else f",{place.name}")


def _value(text: str) -> str:
    return text if _PLAIN_VALUE.fullmatch(text) else _quoted(text)


def _quoted(text: str) -> str:
    return '"{}"'.format(text.replace('"', '""'))
