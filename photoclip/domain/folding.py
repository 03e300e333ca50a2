"""Texts as they are compared: whatever their case, and however their accents are stored."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """Two texts that differ in case, in the width of spaces or in NFC and NFD alone are the same folded.

    What is no text in a name (a lone surrogate) stays as it is.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFD", text).casefold()
        return " ".join(unicodedata.normalize("NFC", text).split())
    return " ".join(text.casefold().split())
