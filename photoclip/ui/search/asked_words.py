"""The parts of a query as chips name them, in plain words. No widgets."""

from __future__ import annotations

import os
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from photoclip import paths
from photoclip.domain.asked import (
    Asked,
    Condition,
    Dates,
    Exact,
    Key,
    Likeness,
    Meaning,
    Part,
    Shape,
    Shift,
    Stars,
    Trait,
    Value,
)
from photoclip.domain.gazetteer import Place
from photoclip.ui import wording
from photoclip.ui.search import date_words
from photoclip.ui.sources.source_nodes import plain

_LONGEST = 60


def words_of(part: Part) -> str:
    """What a part asks for, fit for a chip."""
    if isinstance(part, Condition):
        return _negated(_condition(part), part.excluded)
    if isinstance(part, Exact):
        return _negated(quoted(part.text), part.excluded)
    if isinstance(part, Meaning):
        return _negated(tidy(part.text), part.excluded)
    if isinstance(part, Shift):
        return _shift(part)
    return _likeness(part)


def all_of(asked: Asked) -> str:
    """All parts in one line."""
    return " · ".join(words_of(part) for part in asked.parts)


def quoted(text: str) -> str:
    return QCoreApplication.translate("asked", "“{text}”").format(text=tidy(text))


def tidy(text: str) -> str:
    """A text of unknown origin in one line of bearable length."""
    line = " ".join(plain(text).split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _negated(text: str, excluded: bool) -> str:
    return QCoreApplication.translate("asked", "not {what}").format(what=text) if excluded else text


def _shift(shift: Shift) -> str:
    """`at night +1`, with the sign that a minus has in print."""
    digits = 0 if shift.weight == round(shift.weight) else 1
    amount = wording.decimal(abs(shift.weight), digits)
    text = QCoreApplication.translate("asked", "{words} {sign}{amount}")
    return text.format(
        words=tidy(shift.text), sign="+" if shift.weight >= 0 else "\N{MINUS SIGN}", amount=amount
    )


def _likeness(likeness: Likeness) -> str:
    name = paths.display(os.fsencode(PurePath(likeness.path).name))
    return QCoreApplication.translate("asked", "Similar to {name}").format(name=tidy(name))


def _condition(condition: Condition) -> str:
    value: Value = condition.value
    if isinstance(value, Dates):
        return date_words.words_of(value)
    if isinstance(value, Stars):
        return _stars(value)
    if isinstance(value, Place):
        text = QCoreApplication.translate("asked", "near {place}")
        if value.more:  # as wide as a country
            text = QCoreApplication.translate("asked", "in {place}")
        return text.format(place=tidy(value.name))
    if isinstance(value, Trait):
        return _trait(value)
    if isinstance(value, Shape):
        return _shape(value)
    return _named(condition.key, tidy(value.upper() if condition.key is Key.TYPE else value))


def _named(key: Key, name: str) -> str:
    translate = QCoreApplication.translate
    text = {
        Key.FOLDER: translate("asked", "Folder: {name}"),
        Key.CAMERA: translate("asked", "Camera: {name}"),
        Key.LENS: translate("asked", "Lens: {name}"),
        Key.TYPE: translate("asked", "Type: {name}"),
        Key.TAG: translate("asked", "Tag: {name}"),
        Key.ALBUM: translate("asked", "Album: {name}"),
        Key.NEAR: translate("asked", "near {name}"),
    }.get(key, "{name}")
    return text.format(name=name)


def _stars(stars: Stars) -> str:
    translate = QCoreApplication.translate
    if stars.most <= 0:
        return translate("asked", "no stars")
    if stars.least == stars.most:
        text = translate("asked", "★ {least}")
    elif stars.most >= 5:
        text = translate("asked", "★ {least} or more")
    elif stars.least <= 0:
        text = translate("asked", "★ {most} or fewer")
    else:
        text = translate("asked", "★ {least} to {most}")
    return text.format(least=wording.number(stars.least), most=wording.number(stars.most))


def _trait(trait: Trait) -> str:
    return {
        Trait.FAVOURITE: QCoreApplication.translate("asked", "favourite"),
        Trait.UNTAGGED: QCoreApplication.translate("asked", "untagged"),
        Trait.GPS: QCoreApplication.translate("asked", "with a known place"),
    }[trait]


def _shape(shape: Shape) -> str:
    return {
        Shape.PORTRAIT: QCoreApplication.translate("asked", "portrait format"),
        Shape.LANDSCAPE: QCoreApplication.translate("asked", "landscape format"),
        Shape.SQUARE: QCoreApplication.translate("asked", "square"),
    }[shape]
