"""Dates behind `date:`, and written so that they are read as the same ones."""

from __future__ import annotations

import re
from datetime import date

from photoclip.domain.asked import Dates
from photoclip.library.parsing import dates_chinese, dates_english, days, english_units

_MONTH_NAMES = {number: name for name, number in reversed(english_units.MONTHS.items())}
_YEAR = re.compile(r"[0-9]{4}")
_SIGNED = re.compile(r"(>=|<=|>|<|≥|≤)\s*(.+)")
_SIGNS = {">=": "since", "≥": "since", ">": "after", "<=": "until", "≤": "until", "<": "before"}
_JOINED = re.compile(r"(?<=[a-z])[-_](?=[a-z0-9])")


def parsed(written: str, today: date) -> Dates | None:
    """`2019`, `2019-06..2019-08`, `2019..`, `last-week`, `june,july`; None if it is no date."""
    parts = [part.strip() for part in written.lower().split(",")]
    months = tuple(english_units.MONTHS[part] for part in parts[1:] if part in english_units.MONTHS)
    if len(parts) == 1 or len(months) < len(parts) - 1:
        return _plain(written.lower(), today)
    first = _plain(parts[0], today)
    if first is None:
        return None
    return Dates(first.since, first.until, first.months + months)


def bounded(bound: str, written: str, today: date) -> Dates | None:
    """`before:2010` and the like."""
    dates = parsed(written, today)
    return dates_english.bounded(bound, dates) if dates else None


def _plain(written: str, today: date) -> Dates | None:
    if ".." in written:
        first, _, last = written.partition("..")
        return _between(first.strip(), last.strip(), today)
    if found := _SIGNED.fullmatch(written):
        return bounded(_SIGNS[found[1]], found[2], today)
    return _one(written, today)


def _between(first: str, last: str, today: date) -> Dates | None:
    since = _one(first, today) if first else None
    until = _one(last, today) if last else None
    if (first and not since) or (last and not until):
        return None
    if since and until:
        return days.between(since, until)
    if since:
        return Dates(since=since.since) if since.since else None
    return Dates(until=until.until) if until and until.until else None


def _one(written: str, today: date) -> Dates | None:
    try:
        if _YEAR.fullmatch(written):
            return days.year(int(written))
        if dates := english_units.iso(written):
            return dates
    except ValueError:
        return None
    words = _JOINED.sub(" ", written).replace(",", " ").split()
    if not words:
        return None
    found = dates_english.phrase(words, 0, today) or english_units.unit(words, 0, today, loose=True)
    if found and found[1] == len(words):
        return found[0]
    return dates_chinese.whole(written, today)


def printed(dates: Dates) -> str:
    """As `parsed` reads it: a year, a month, a day, a range, months."""
    months = ",".join(_MONTH_NAMES[number] for number in dates.months)
    season = next((name for name, of in days.SEASONS.items() if of == dates.months), "")
    if not dates.since and not dates.until:
        return season or months
    span = _span(dates.since, dates.until)
    return f"{span},{months}" if months else span


def _span(since: str, until: str) -> str:
    if since and until:
        first = date.fromisoformat(since)
        if since == until:
            return since
        if days.year(first.year) == Dates(since, until):
            return since[:4]
        if days.month(first.year, first.month) == Dates(since, until):
            return since[:7]
    return f"{since}..{until}"
