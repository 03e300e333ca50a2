"""Names of places as they are compared: without case, accents and marks between words."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ə": "e"}
)
"""Letters that have no accent to take away and that people still write as others."""
_ACCENTS = ((0x0300, 0x036F), (0x0483, 0x0489), (0x0591, 0x05BD), (0x0610, 0x061A), (0x064B, 0x065F))
"""Not the marks of Indian and Thai script, which are vowels."""
_SILENT = frozenset("'’‘`´ʻʼʽʾʿ.·\u200c\u200d\u200e\u200f")
_UNSPACED = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2E80, 0x9FFF), (0xF900, 0xFAFF))
_UNSPACED_BEYOND = 0x20000


@dataclass(frozen=True, slots=True)
class Folded:
    """`ends` tells for each folded character where the one that it is from ends in the original."""

    text: str
    ends: list[int]


def fold(name: str) -> Folded:
    """A name, or a text that begins with one."""
    letters: list[str] = []
    ends: list[int] = []
    for number, original in enumerate(name, 1):
        plain = _plain(original)
        if not plain and ends and not original.isspace() and _is_accent(original):
            ends[-1] = number  # an accent of its own belongs to the letter before it
        if plain == " " and (not letters or letters[-1] == " "):
            continue
        letters += plain
        ends += [number] * len(plain)
    if letters and letters[-1] == " ":
        del letters[-1], ends[-1]
    return Folded("".join(letters), ends)


def folded(name: str) -> str:
    """The folded name alone."""
    return fold(name).text


def is_apart(last: str, following: str) -> bool:
    """Whether a word may end between two letters: always in scripts without spaces between words."""
    return not (last.isalnum() and following.isalnum()) or _is_unspaced(last) or _is_unspaced(following)


def _plain(letter: str) -> str:
    if letter in _SILENT:
        return ""
    if letter.isspace() or unicodedata.category(letter) == "Pd" or letter in "_/・･":
        return " "
    if letter.isascii():
        return letter.lower()
    bare = "".join(part for part in unicodedata.normalize("NFKD", letter) if not _is_accent(part))
    return bare.casefold().translate(_LETTERS).strip()


def _is_accent(letter: str) -> bool:
    return any(first <= ord(letter) <= last for first, last in _ACCENTS)


def _is_unspaced(letter: str) -> bool:
    code = ord(letter)
    return code >= _UNSPACED_BEYOND or any(first <= code <= last for first, last in _UNSPACED)
