"""Numbers, sizes and times as people say them. Text for the window is made here once."""

from __future__ import annotations

import os

from PySide6.QtCore import QCoreApplication, QLocale

from photoclip import paths


def locale() -> QLocale:
    """The user's locale; English where there is none, since "C" groups no digits."""
    own = QLocale()
    return QLocale(QLocale.Language.English) if own.language() == QLocale.Language.C else own


def number(value: int) -> str:
    return locale().toString(value)


def decimal(value: float, digits: int = 1) -> str:
    return locale().toString(value, "f", digits)


def percent(share: float) -> str:
    """A share in [0, 1] as "72 %"."""
    return QCoreApplication.translate("wording", "{number} %").format(number=round(share * 100))


def photos(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("wording", "1 photo")
    return QCoreApplication.translate("wording", "{number} photos").format(number=number(count))


def rate(per_second: float) -> str:
    """Photos per second, with a digit after the point only where it tells something."""
    digits = 0 if per_second >= 10 else 1
    return QCoreApplication.translate("wording", "{number} photos/s").format(
        number=decimal(per_second, digits)
    )


def time_left(seconds: float) -> str:
    """An honest guess: rounded the more, the further away it is."""
    if seconds < 50:
        return QCoreApplication.translate("wording", "less than a minute left")
    minutes = round(seconds / 60)
    if minutes <= 1:
        return QCoreApplication.translate("wording", "about a minute left")
    if minutes < 90:
        return QCoreApplication.translate("wording", "about {number} minutes left").format(number=minutes)
    hours = round(seconds / 3600)
    if hours < 48:
        return QCoreApplication.translate("wording", "about {number} hours left").format(number=hours)
    return QCoreApplication.translate("wording", "about {number} days left").format(
        number=round(seconds / 86400)
    )


def megabytes(size: float) -> str:
    """Megabytes (10^6 bytes) as "605 MB" or "1.7 GB"."""
    if size < 1000:
        return QCoreApplication.translate("wording", "{number} MB").format(number=number(round(size)))
    return QCoreApplication.translate("wording", "{number} GB").format(number=decimal(size / 1000))


def files(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("wording", "1 file")
    return QCoreApplication.translate("wording", "{number} files").format(number=number(count))


def place(path: str, most: int = 0) -> str:
    """A path fit to be shown, without its middle where it has more than `most` characters (0: any number)."""
    text = paths.display(os.fsencode(path))
    if not most or len(text) <= most:
        return text
    head = (most - 1) // 3
    return text[:head] + "…" + text[len(text) - (most - 1 - head) :]
