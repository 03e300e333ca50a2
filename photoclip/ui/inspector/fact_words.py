"""What is known of photos, in words: dates, sizes, exposure, place."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from photoclip.domain.photos import PhotoDetails
from photoclip.ui import wording


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
    """From the first day to the last; one day where they are the same."""
    locale = wording.locale()
    days = [
        locale.toString(at.date(), QLocale.FormatType.ShortFormat)
        for at in (_moment(first), _moment(last))
        if at is not None
    ]
    if len(set(days)) == 2:
        return QCoreApplication.translate("facts", "{first} to {last}").format(first=days[0], last=days[1])
    return days[0] if days else ""


def size(count: int) -> str:
    """Bytes as "3.4 MB"."""
    return wording.locale().formattedDataSize(max(0, count), 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def dimensions(width: int, height: int) -> str:
    """ "6000 × 4000 · 24.0 MP"; of tiny pictures the sides alone."""
    if width * height < 50_000:
        return f"{width} × {height}"
    megapixels = wording.decimal(width * height / 1e6)
    text = QCoreApplication.translate("facts", "{width} × {height} · {megapixels} MP")
    return text.format(width=width, height=height, megapixels=megapixels)


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
    return " · ".join(parts)


def _time(seconds: float) -> str:
    """Short times as photographers say them: a fraction of a second."""
    return f"{seconds:.3g}" if seconds >= 0.3 else f"1/{round(1 / max(seconds, 1e-6))}"


def place(latitude: float | None, longitude: float | None) -> str:
    """ "48.8584° N, 2.2945° E"; about ten metres."""
    if latitude is None or longitude is None:
        return ""
    north = QCoreApplication.translate("facts", "N") if latitude >= 0 else _south()
    east = QCoreApplication.translate("facts", "E") if longitude >= 0 else _west()
    return f"{abs(latitude):.4f}° {north}, {abs(longitude):.4f}° {east}"


def _south() -> str:
    return QCoreApplication.translate("facts", "S")


def _west() -> str:
    return QCoreApplication.translate("facts", "W")
