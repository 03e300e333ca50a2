"""What was understood of a query, in short: `dog; date? 2019-01-01..2019-12-31; not people !counting`."""

from __future__ import annotations

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


def noted(asked: Asked) -> str:
    """The parts in order, and the hints; a question mark is for a guess."""
    parts = "; ".join(_part(part) for part in asked.parts)
    hints = (f"!{h.kind.value}" + f" {h.suggestion}" * bool(h.suggestion) for h in asked.hints)
    return " ".join([parts, *hints]).strip()


def _part(part: Part) -> str:
    match part:
        case Meaning(text, excluded):
            return f"not {text}" if excluded else f"'{text}'"
        case Exact(text, excluded):
            return f'not "{text}"' if excluded else f'"{text}"'
        case Shift(text, weight):
            return f"{weight:+g} {text}"
        case Likeness(path):
            return f"like {path}"
        case Condition(key, value, excluded, guessed):
            return f"{'not ' * excluded}{key}{'?' * guessed} {_value(value)}"


def _value(value: object) -> str:
    match value:
        case Dates(since, until, months):
            span = since if since == until else f"{since}..{until}"
            return " ".join([span, *(str(m) for m in months)]).strip()
        case Stars(least, most):
            return f"{least}..{most}"
        case Place(name, _, _, radius):
            return f"{name} {radius:g}km"
        case _:
            return str(value)
