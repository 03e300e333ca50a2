"""What is known of photos, in words: dates, sizes, exposure, place."""

from __future__ import annotations

import re
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from photoclip.domain.photos import PhotoDetails
from photoclip.ui import wording

_NO_BREAK = "\N{NO-BREAK SPACE}"
_WEEKDAY = re.compile(r"[,،]?\s*d{3,4}[,،]?\s*")
_DAY = re.compile(r"'[^']*'|d+")


def _moment(text: str | None) -> QDateTime | None:
    """A date of a camera; None where it is none."""
    try:
        at = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return QDateTime(at.year, at.month, at.day, at.hour, at.minute, at.second)


def taken(text: str | None) -> str:
    """ "2024-05-17T18:39:00" as "Friday, 17 May 2024, 18:39"; "" where there is no date."""
    at = _moment(text)
    if at is None:
        return ""
    locale = wording.locale()
    day = locale.toString(at.date(), QLocale.FormatType.LongFormat)
    time = locale.toString(at.time(), QLocale.FormatType.ShortFormat)
    return QCoreApplication.translate("facts", "{day}, {time}").format(day=day, time=time)


def dates(first: str | None, last: str | None) -> str:
    """From the first day to the last as "11 – 18 May 2024"; one day with its weekday as well."""
    days = [at.date() for at in (_moment(first), _moment(last)) if at is not None]
    locale = wording.locale()
    if not days:
        return ""
    if days[0] == days[-1]:
        return locale.toString(days[0], QLocale.FormatType.LongFormat)
    form = _WEEKDAY.sub("", locale.dateFormat(QLocale.FormatType.LongFormat))
    begin, end = days
    if (begin.year(), begin.month()) == (end.year(), end.month()):
        both = f"{locale.toString(begin.day())} – {locale.toString(end.day())}"
        # Both days stand where the language has the day; what it quotes are its own words.
        return locale.toString(begin, _DAY.sub(lambda m: m[0] if m[0][0] == "'" else f"'{both}'", form))
    text = QCoreApplication.translate("facts", "{first} to {last}")
    return text.format(first=locale.toString(begin, form), last=locale.toString(end, form))


def _whole(text: str) -> str:
    """A value that is never broken between its number and its unit."""
    return text.replace(" ", _NO_BREAK)


def size(count: int) -> str:
    """Bytes as "3.4 MB"."""
    form = QLocale.DataSizeFormat.DataSizeSIFormat
    return _whole(wording.locale().formattedDataSize(max(0, count), 1, form))


def dimensions(width: int, height: int) -> str:
    """ "6000 × 4000 · 24.0 MP"; of tiny pictures the sides alone."""
    if width * height < 50_000:
        return _whole(f"{width} × {height}")
    megapixels = wording.decimal(width * height / 1e6)
    text = QCoreApplication.translate("facts", "{width} × {height} · {megapixels} MP")
    return _joined(text.format(width=width, height=height, megapixels=megapixels).split(" · "))


def exposure(details: PhotoDetails) -> str:
    """ "1/250 s · f/2.8 · ISO 400 · 35 mm", without what the camera did not write."""
    parts = []
    if details.exposure is not None and details.exposure > 0:
        parts.append(QCoreApplication.translate("facts", "{time} s").format(time=_time(details.exposure)))
    if details.f_number is not None:
        parts.append(f"f/{details.f_number:.3g}")
    if details.iso is not None:
        parts.append(f"ISO {details.iso}")
    if details.focal_length is not None:
        text = QCoreApplication.translate("facts", "{length} mm")
        parts.append(text.format(length=f"{details.focal_length:.4g}"))
    return _joined(parts)


def _joined(values: list[str]) -> str:
    """Values with dots between them, to be broken behind a dot only."""
    return f"{_NO_BREAK}· ".join(map(_whole, values))


def _time(seconds: float) -> str:
    """Short times as photographers say them: a fraction of a second."""
    return f"{seconds:.3g}" if seconds >= 0.3 else f"1/{round(1 / max(seconds, 1e-6))}"


def place(latitude: float | None, longitude: float | None, name: str = "") -> str:
    """ "Paris, France · 48.8584° N, 2.2945° E"; about ten metres."""
    if latitude is None or longitude is None:
        return ""
    north = QCoreApplication.translate("facts", "N") if latitude >= 0 else _south()
    east = QCoreApplication.translate("facts", "E") if longitude >= 0 else _west()
    point = f"{_whole(f'{abs(latitude):.4f}° {north}')}, {_whole(f'{abs(longitude):.4f}° {east}')}"
    return f"{name}{_NO_BREAK}· {_whole(point)}" if name else point


def _south() -> str:
    return QCoreApplication.translate("facts", "S")


def _west() -> str:
    return QCoreApplication.translate("facts", "W")
