"""Names that a person gives to albums and labels."""

from __future__ import annotations

import unicodedata

from photoclip.errors import BadInput

MOST_CHARACTERS = 200
_UNPRINTABLE = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Control characters, halves of characters, line and paragraph ends."""


def checked(name: str) -> str:
    """A name as it is kept: without spaces around it.

    Raises:
        BadInput: it is empty, too long, or holds what cannot be shown.
    """
    name = name.strip()
    if not name:
        raise BadInput("The name is empty; type one.")
    if len(name) > MOST_CHARACTERS:
        raise BadInput(f"The name is longer than {MOST_CHARACTERS} characters; shorten it.")
    if any(unicodedata.category(character) in _UNPRINTABLE for character in name):
        raise BadInput("The name holds characters that cannot be shown; type it anew.")
    return name
