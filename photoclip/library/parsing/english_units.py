"""Days, months, years, seasons and holidays in English words, seen from a day: `June 2019`, `last summer`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from photoclip.domain.asked import Dates
from photoclip.library.parsing import days

Found = tuple[Dates, int]
"""What was read, and the number of the word after it."""

_IN_ORDER = "january february march april may june july august september october november december"
_NAMES = _IN_ORDER.split()
MONTHS = {
    **{name: i for i, name in enumerate(_NAMES, 1)},
    **{name[:3]: i for i, name in enumerate(_NAMES, 1)},
    "sept": 9,
}
SEASONS = {**days.SEASONS, "fall": days.SEASONS["autumn"]}
_ONE_TO_TWELVE = "one two three four five six seven eight nine ten eleven twelve"
NUMBERS = {name: i for i, name in enumerate(_ONE_TO_TWELVE.split(), 1)} | {"a": 1, "an": 1}
_UNITS = {unit + ending: unit for unit in ("day", "week", "weekend", "month", "year") for ending in ("", "s")}
_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip
_LAST = frozenset({"last", "past", "previous"})
_CONNECTIVES = frozenset(["", "in", "at", "on", "with", "and", "or", "near", "from", "by", "of", "to"])
_HOLIDAYS = {
    "christmas": "christmas", "xmas": "christmas", "christmas eve": "christmas eve",
    "christmas day": "christmas day", "boxing day": "boxing day", "new year": "new year",
    "new year eve": "new year eve", "new year day": "new year day", "new years eve": "new year eve",
    "halloween": "halloween", "valentine day": "valentine day", "valentines day": "valentine day",
    "chinese new year": "spring festival", "lunar new year": "spring festival",
    "spring festival": "spring festival",
}  # fmt: skip

ANCHORS = (
    frozenset(MONTHS) | frozenset(SEASONS) | _LAST | frozenset(_DECADES)
    | {"this", "ago", "today", "yesterday", "christmas", "xmas", "new", "halloween", "boxing", "valentine",
       "valentines", "chinese", "lunar"}
)  # fmt: skip
"""Every date has one of these words, or one with a digit in it."""

_YEAR = re.compile(r"[12][0-9]{3}")
_DAY = re.compile(r"([0-3]?[0-9])(?:st|nd|rd|th)?")
_ISO = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})(?:\2([0-9]{1,2}))?")
_GERMAN = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_YEARS = re.compile(r"([12][0-9]{3})(?:-|–|\.\.)([12][0-9]{3})")
_DECADE = re.compile(r"['’]?((?:1[89]|20)?[0-9]0)['’]?s")


def unit(words: Sequence[str], at: int, today: date, *, loose: bool = False) -> Found | None:
    """A day, month, year and the like without what leads to it; `loose`: a bare month or season counts."""
    if word_at(words, at) == "the" and at + 1 < len(words):
        at += 1
    if at >= len(words):
        return None
    for read in _READERS:
        try:
            found = read(words, at, today)
        except (ValueError, OverflowError, StopIteration):
            continue  # June 31st
        if found:
            return found
    return _bare(words, at, today) if loose else None


def _bare(words: Sequence[str], at: int, today: date) -> Found | None:
    if number := MONTHS.get(words[at]):
        return Dates(months=(number,)), at + 1
    # "in winter clothes" is no time of the year.
    if (months := SEASONS.get(words[at])) and word_at(words, at + 1) in _CONNECTIVES:
        return Dates(months=months), at + 1
    return None


def _single(words: Sequence[str], at: int, today: date) -> Found | None:
    word = words[at]
    if _YEAR.fullmatch(word):
        return (days.year(int(word)), at + 1) if _likely(int(word), today) else None
    if found := _YEARS.fullmatch(word):
        first, last = sorted((int(found[1]), int(found[2])))
        likely = _likely(first, today) and _likely(last, today)
        return (days.span(date(first, 1, 1), date(last, 12, 31)), at + 1) if likely else None
    found = _DECADE.fullmatch(word)
    if found or word in _DECADES:
        number = int(found[1]) if found else _DECADES[word]
        if number < 100:
            led = at > 0 and words[at - 1] in ("the", "in", "from")
            return (days.decade_of(number, today), at + 1) if led or word[0] in "'’" else None
        return (days.decade(number), at + 1) if number <= today.year else None
    dates = iso(word)
    return (dates, at + 1) if dates and _likely(int(dates.since[:4]), today) else None


def iso(text: str) -> Dates | None:
    """`2019-06-12`, `2019/6`, `12.06.2019`. ValueError where there is no such day."""
    if found := _GERMAN.fullmatch(text):
        return days.day(int(found[3]), int(found[2]), int(found[1]))
    found = _ISO.fullmatch(text)
    if not found:
        return None
    if found[4]:
        return days.day(int(found[1]), int(found[3]), int(found[4]))
    return days.month(int(found[1]), int(found[3])) if found[2] != "." else None


def _month_first(words: Sequence[str], at: int, today: date) -> Found | None:
    """June 2019, June of 2019, June 12, 2019, June 12."""
    number = MONTHS.get(words[at])
    if not number or (at > 0 and _DAY.fullmatch(words[at - 1])):
        return None  # 31 June 2019
    after = at + 2 if word_at(words, at + 1) == "of" else at + 1
    if year := _year(words, after, today):
        return days.month(year, number), after + 1
    if found := _DAY.fullmatch(word_at(words, at + 1)):
        return _dated(words, at + 2, today, number, int(found[1]))
    return None


def _day_first(words: Sequence[str], at: int, today: date) -> Found | None:
    """12 June 2019, 12th of June, 2019, 12 June."""
    found = _DAY.fullmatch(words[at])
    after = at + 2 if word_at(words, at + 1) == "of" else at + 1
    number = MONTHS.get(word_at(words, after))
    return _dated(words, after + 1, today, number, int(found[1])) if found and number else None


def _dated(words: Sequence[str], at: int, today: date, month: int, day: int) -> Found:
    """With the year that follows, else the latest such day."""
    if year := _year(words, at, today):
        return days.day(year, month, day), at + 1
    year = today.year if date(today.year, month, day) <= today else today.year - 1
    return days.day(year, month, day), at


def _named(words: Sequence[str], at: int) -> tuple[Callable[[int], Dates], int] | None:
    """A season or a holiday: what it is in a year, and the number of the word after it."""
    if months := SEASONS.get(word_at(words, at)):
        return (lambda year: days.season(year, months)), at + 1
    for count in (3, 2, 1):
        if name := _HOLIDAYS.get(" ".join(words[at : at + count])):
            return (lambda year, name=name: days.holiday(name, year)), min(at + count, len(words))
    return None


def _of_a_year(words: Sequence[str], at: int, today: date) -> Found | None:
    """summer 2018, summer of 2018, Christmas 2020."""
    named = _named(words, at)
    if not named:
        return None
    after = named[1] + 1 if word_at(words, named[1]) in ("of", "in") else named[1]
    year = _year(words, after, today)
    return (named[0](year), after + 1) if year else None


def recurring(
    words: Sequence[str],
    at: int,
    today: date,
    latest: Callable[[Callable[[int], Dates], date], Dates],
) -> Found | None:
    """A season, a holiday or a month of no year: the latest one."""
    number = MONTHS.get(word_at(words, at))
    named = ((lambda year: days.month(year, number)), at + 1) if number else _named(words, at)
    try:
        return (latest(named[0], today), named[1]) if named else None
    except (ValueError, OverflowError, StopIteration):
        return None


def _relative(words: Sequence[str], at: int, today: date) -> Found | None:
    """today, yesterday, last week, this year, last summer, the last 3 days."""
    word, following = words[at], word_at(words, at + 1)
    if word in ("today", "yesterday"):
        return days.ago(today, int(word == "yesterday"), "day"), at + 1
    if list(words[at : at + 3]) == ["day", "before", "yesterday"]:
        return days.ago(today, 2, "day"), at + 3
    if word not in _LAST and word != "this":
        return None
    if following in ("week", "weekend", "month", "year"):
        return days.ago(today, int(word != "this"), following), at + 2
    if found := recurring(words, at + 1, today, days.latest_begun if word == "this" else days.latest_over):
        return found
    count, measure = _count(following), _UNITS.get(word_at(words, at + 2), "weekend")
    return (days.past(today, count, measure), at + 3) if count and measure != "weekend" else None


def _ago(words: Sequence[str], at: int, today: date) -> Found | None:
    count, measure = _count(words[at]), _UNITS.get(word_at(words, at + 1))
    if not count or not measure or word_at(words, at + 2) != "ago":
        return None
    return days.ago(today, count, measure), at + 3


def _count(word: str) -> int:
    return NUMBERS.get(word, int(word) if word.isascii() and word.isdigit() and len(word) <= 4 else 0)


def _year(words: Sequence[str], at: int, today: date) -> int:
    word = word_at(words, at)
    return int(word) if _YEAR.fullmatch(word) and _likely(int(word), today) else 0


def _likely(year: int, today: date) -> bool:
    return days.FIRST_YEAR <= year <= today.year


def word_at(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""


_READERS = (_of_a_year, _month_first, _day_first, _ago, _relative, _single)
