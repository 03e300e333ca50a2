"""Dates in English words with what leads to them: `taken in June 2019`, `from 2010 to 2012`, `since May`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from photoclip.domain.asked import Dates
from photoclip.library.parsing import days
from photoclip.library.parsing.english_units import Found, recurring, unit, word_at

_TAKEN = frozenset({"taken", "shot", "photographed", "dated", "made"})
_LOOSE = frozenset({"in", "during", "from", "every", "throughout"})
"""After these, a bare `May` is a month and a bare `fall` a season."""
_FIRM = frozenset({"on", "at", "of", "over"})
_TO = frozenset({"to", "until", "till", "through", "-", "–"})


def phrase(words: Sequence[str], at: int, today: date) -> Found | None:
    """The date that begins with a word, with what leads to it (`taken in`); words are in lower case."""
    start = at + 1 if words[at] in _TAKEN else at
    return (
        _bounded(words, start, today)
        or _led(words, start, today)
        or (unit(words, at, today) if start == at else None)
    )


def _led(words: Sequence[str], at: int, today: date) -> Found | None:
    lead = word_at(words, at)
    if lead not in _LOOSE | _FIRM:
        return None
    found = unit(words, at + 1, today, loose=lead in _LOOSE)
    if not found and lead in ("at", "over", "on"):
        after = at + 2 if word_at(words, at + 1) == "the" else at + 1
        found = recurring(words, after, today, days.latest_over)
    return found


def _bounded(words: Sequence[str], at: int, today: date) -> Found | None:
    lead = word_at(words, at)
    if lead in ("between", "from"):
        return _range(words, at + 1, today, frozenset({"and"}) if lead == "between" else _TO, loose=True)
    if lead in ("before", "after", "since", "until", "till"):
        found = unit(words, at + 1, today)
        if not found and lead == "since":
            found = recurring(words, at + 1, today, days.latest_begun)
        limited = bounded(lead, found[0]) if found else None
        return (limited, found[1]) if found and limited else None
    return _range(words, at, today, _TO, loose=False)


def bounded(bound: str, dates: Dates) -> Dates | None:
    """What lies before, after, since or until dates; None where they are of any year."""
    if not dates.since or not dates.until or dates.months:
        return None
    try:
        if bound == "before":
            return days.before(dates)
        if bound == "after":
            return days.after(dates)
    except OverflowError:
        return None
    return Dates(since=dates.since) if bound == "since" else Dates(until=dates.until)


def _range(
    words: Sequence[str], at: int, today: date, joints: frozenset[str], *, loose: bool
) -> Found | None:
    first = unit(words, at, today, loose=loose)
    if not first or word_at(words, first[1]) not in joints:
        return None
    last = unit(words, first[1] + 1, today, loose=loose)
    both = days.between(first[0], last[0]) if last else None
    return (both, last[1]) if last and both else None
