"""Spans of days: years, months, seasons, weeks, decades and holidays, seen from a day.

Seasons are those of the northern half of the earth: winter is from December to
February and belongs to the year in which it begins.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from photoclip.domain.asked import Dates

FIRST_YEAR = 1900
"""Numbers below are no years in plain words; the explicit key takes any."""

SEASONS = {"spring": (3, 4, 5), "summer": (6, 7, 8), "autumn": (9, 10, 11), "winter": (12, 1, 2)}

_DAY = timedelta(days=1)


def span(first: date, last: date) -> Dates:
    """From the earlier to the later of two days."""
    first, last = min(first, last), max(first, last)
    return Dates(first.isoformat(), last.isoformat())


def year(number: int) -> Dates:
    return span(date(number, 1, 1), date(number, 12, 31))


def month(year_number: int, number: int) -> Dates:
    return span(date(year_number, number, 1), month_end(year_number, number))


def month_end(year_number: int, number: int) -> date:
    if (year_number, number) == (date.max.year, 12):
        return date.max
    return date(year_number + number // 12, number % 12 + 1, 1) - _DAY


def day(year_number: int, month_number: int, number: int) -> Dates:
    it = date(year_number, month_number, number)
    return span(it, it)


def season(year_number: int, months: tuple[int, ...]) -> Dates:
    last_year = year_number + 1 if months[-1] < months[0] else year_number
    return span(date(year_number, months[0], 1), month_end(last_year, months[-1]))


def decade(first_year: int) -> Dates:
    return span(date(first_year, 1, 1), date(first_year + 9, 12, 31))


def decade_of(two_digits: int, today: date) -> Dates:
    """`the 90s`: the latest one that has begun."""
    century = today.year // 100 * 100
    first = century + two_digits
    return decade(first if first <= today.year else first - 100)


def months_before(today: date, number: int) -> tuple[int, int]:
    """The year and the month so many months ago."""
    index = today.year * 12 + today.month - 1 - number
    return index // 12, index % 12 + 1


def ago(today: date, number: int, unit: str) -> Dates:
    """The day, week, month or year so long ago. ValueError or OverflowError before the year 1."""
    if unit == "day":
        it = today - timedelta(days=number)
        return span(it, it)
    if unit == "week":
        monday = today - timedelta(days=today.weekday() + 7 * number)
        return span(monday, monday + timedelta(days=6))
    if unit == "weekend":
        saturday = today - timedelta(days=today.weekday() - 5 + 7 * number)
        return span(saturday, saturday + _DAY)
    if unit == "month":
        return month(*months_before(today, number))
    return year(today.year - number)


def past(today: date, number: int, unit: str) -> Dates:
    """The last so many days, weeks, months or years, today included."""
    if unit in ("day", "week"):
        return span(today - timedelta(days=number * (7 if unit == "week" else 1)), today)
    year_number, month_number = months_before(today, number * (12 if unit == "year" else 1))
    last = month_end(year_number, month_number).day
    return span(date(year_number, month_number, min(today.day, last)), today)


def latest_over(of_year: Callable[[int], Dates], today: date) -> Dates:
    """The latest one that has ended before today."""
    return next(d for d in map(of_year, range(today.year, today.year - 3, -1)) if d.until < today.isoformat())


def latest_begun(of_year: Callable[[int], Dates], today: date) -> Dates:
    """The latest one that has begun."""
    return next(
        d for d in map(of_year, range(today.year, today.year - 3, -1)) if d.since <= today.isoformat()
    )


def before(dates: Dates) -> Dates:
    return Dates(until=(date.fromisoformat(dates.since) - _DAY).isoformat())


def after(dates: Dates) -> Dates:
    return Dates(since=(date.fromisoformat(dates.until) + _DAY).isoformat())


def between(one: Dates, other: Dates) -> Dates | None:
    """From the first day of one to the last of the other, in whichever order; bare months wrap around."""
    if one.months and other.months:
        first, last = one.months[0], other.months[-1]
        return Dates(months=tuple((first - 1 + i) % 12 + 1 for i in range((last - first) % 12 + 1)))
    if one.months and not other.months:  # between June and August 2019
        last_year = int(other.until[:4])
        one = month(last_year if one.months[0] <= int(other.until[5:7]) else last_year - 1, one.months[0])
    if one.months or other.months or not (one.since and one.until and other.since and other.until):
        return None
    return Dates(min(one.since, other.since), max(one.until, other.until))


HOLIDAYS: dict[str, tuple[tuple[int, int], int]] = {
    "christmas": ((12, 24), 3),
    "christmas eve": ((12, 24), 1),
    "christmas day": ((12, 25), 1),
    "boxing day": ((12, 26), 1),
    "new year": ((12, 31), 2),
    "new year eve": ((12, 31), 1),
    "halloween": ((10, 31), 1),
    "valentine day": ((2, 14), 1),
    "national day": ((10, 1), 7),
    "labour day": ((5, 1), 5),
    "new year day": ((1, 1), 1),
}
"""On which day each begins, and how many days it lasts. National and labour day are China's."""

# The first day of the Chinese year; the same as the package lunardate 0.3.0 computes.
_LUNAR = """
1990-01-27 1991-02-15 1992-02-04 1993-01-23 1994-02-10 1995-01-31 1996-02-19 1997-02-07 1998-01-28 1999-02-16
2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-18 2008-02-07 2009-01-26
2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05
2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13
2030-02-03
"""
SPRING_FESTIVALS = {int(text[:4]): date.fromisoformat(text) for text in _LUNAR.split()}


def holiday(name: str, year_number: int) -> Dates:
    """A holiday of a year; ValueError where it is not known."""
    if name == "spring festival":
        if year_number not in SPRING_FESTIVALS:
            raise ValueError(year_number)
        first = SPRING_FESTIVALS[year_number]
        return span(first - _DAY, first + 6 * _DAY)
    (month_number, day_number), length = HOLIDAYS[name]
    first = date(year_number, month_number, day_number)
    return span(first, first + (length - 1) * _DAY)
