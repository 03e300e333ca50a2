"""What a camera can have written: the same limits for who reads a file, and for who believes the reader."""

from __future__ import annotations

import contextlib
import math

MOST_TEXT = 100
"""Characters of a camera's or a lens's name."""
MOST_CAPTION = 4_000
"""Characters of all that was written into a photo."""
_JOINERS = "\u200c\u200d"
"""They are not to be seen, but some scripts and most emoji are another without them."""

EXPOSURE = (1e-7, 100_000.0)
"""Seconds: from the fastest electronic shutter to a day and a bit."""
F_NUMBER = (0.1, 10_000.0)
"""Telescopes and pinholes included."""
FOCAL_LENGTH = (0.1, 100_000.0)
"""Millimetres."""
ISO = (1, 20_000_000)


def within(value: float, limits: tuple[float, float]) -> bool:
    """Whether a number is finite and one that makes sense."""
    return math.isfinite(value) and limits[0] <= value <= limits[1]


def is_place(latitude: float, longitude: float) -> bool:
    """Whether degrees are a place; 0, 0 is what devices write that do not know where they are."""
    sound = within(latitude, (-90.0, 90.0)) and within(longitude, (-180.0, 180.0))
    return sound and (latitude, longitude) != (0.0, 0.0)


def is_text(text: str) -> bool:
    """Whether a name can be shown and stored as it is."""
    return len(text) <= MOST_TEXT and text.isprintable() and text == text.strip()


def is_caption(text: str) -> bool:
    """Whether lines can be shown and stored as they are."""
    lines = text.split("\n") if text else []
    return len(text) <= MOST_CAPTION and all(line and [line] == tidy_lines(line) for line in lines)


def tidy_lines(text: str) -> list[str]:
    """The lines of a text that say anything, without control characters and idle spaces."""
    found = []
    for line in text.splitlines():
        shown = "".join(c if c.isprintable() or c in _JOINERS else " " for c in line)
        found.append(" ".join(shown.split()))
    return [line for line in found if line]


def tidy(value: object) -> str:
    """A name as cameras write them, for people: one line, no control characters, not too long."""
    if isinstance(value, bytes):
        value = value.decode("latin-1")
    if not isinstance(value, str):
        return ""
    text = value[: 8 * MOST_TEXT].split("\0", 1)[0]
    with contextlib.suppress(UnicodeError):
        text = text.encode("latin-1").decode(
            "utf-8"
        )  # Pillow reads every text as Latin-1, also the many in UTF-8
    shown = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(shown.split())[:MOST_TEXT].strip()
