"""Days, months and years of a query in words, in the user's own order of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate

from photoclip.domain.asked import Dates
from photoclip.ui import wording


def words_of(dates: Dates) -> str:
    """`June 2019`, `2019`, `3 June 2019 – 8 June 2019`, `from 2020`, `in May`, `in May, 2018 – 2020`."""
    days = _days(dates.since, dates.until)
    if not dates.months:
        return days or QCoreApplication.translate("dates", "any date")
    months = ", ".join(
        wording.locale().standaloneMonthName(month) for month in dates.months if 1 <= month <= 12
    )
    named = QCoreApplication.translate("dates", "in {months}").format(months=months)
    return f"{named}, {days}" if days else named


def _days(since: str, until: str) -> str:
    first, last = _date(since), _date(until)
    if first is None and last is None:
        return " – ".join(part for part in (since, until) if part)
    if last is None:
        return QCoreApplication.translate("dates", "from {day}").format(day=_beginning(first))
    if first is None:
        return QCoreApplication.translate("dates", "until {day}").format(day=_end(last))
    return _span(first, last)


def _span(first: QDate, last: QDate) -> str:
    if first == last:
        return _day(first)
    if _begins_month(first) and _ends_month(last):
        if first.month() == 1 and last.month() == 12:
            return _joined(str(first.year()), str(last.year()))
        return _joined(_month(first), _month(last))
    return _joined(_day(first), _day(last))


def _joined(first: str, last: str) -> str:
    return first if first == last else f"{first} – {last}"


def _beginning(day: QDate | None) -> str:
    if day is None:
        return ""
    if not _begins_month(day):
        return _day(day)
    return str(day.year()) if day.month() == 1 else _month(day)


def _end(day: QDate) -> str:
    if not _ends_month(day):
        return _day(day)
    return str(day.year()) if day.month() == 12 else _month(day)


def _begins_month(day: QDate) -> bool:
    return day.day() == 1


def _ends_month(day: QDate) -> bool:
    return day.day() == day.daysInMonth()


def _day(day: QDate) -> str:
    # The order of day, month and year, in Qt's own letters for them.
    return wording.locale().toString(day, QCoreApplication.translate("dates", "d MMMM yyyy"))


def _month(day: QDate) -> str:
    return wording.locale().toString(day, QCoreApplication.translate("sections", "MMMM yyyy"))


def _date(text: str) -> QDate | None:
    date = QDate.fromString(text, "yyyy-MM-dd")
    return date if date.isValid() else None
