"""Places in plain words: `in Paris`, `Paris at night`, 在巴黎, 巴黎附近."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from photoclip.domain.gazetteer import Gazetteer, Place
from photoclip.library.parsing.common_words import NEVER, PEOPLE, WORDS
from photoclip.library.parsing.dates_chinese import CJK
from photoclip.library.parsing.runs import NEGATING, Claim, Word

LEADS = frozenset({"in", "near", "at", "around", "from", "outside"})
"""The words before a name that make it a place."""

_ARTICLES = frozenset({"a", "an", "the"})
_CHINESE_LEAD = re.compile(r"[在于去]")
_CHINESE_TAIL = re.compile(r"(?:附近|周边)?(?:拍摄|拍)?的?")
_BINDING = re.compile(r"附近|周边|拍|的")
_BINDING_COUNTRIES = re.compile(r"附近|周边|拍")
"""Not 日本 alone and not 日本的, which says what a thing is rather than where."""
_AFTER = re.compile(r"(?:['’]s)?[,;.!?)]*")
_MOST_QUESTIONS = 40
_LONGEST_NAME = 60
_WELL_KNOWN_KM = 6.0
"""A name without a preposition counts for a place of this radius, some 100,000 people, not for a village."""
_LONGEST_CHINESE_NAME = 8
_NO_CITY_KM = 50.0
"""Cities are less wide."""


class Limited:
    """A gazetteer that is asked so often and no more: a hostile text may have a thousand capitals."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._left = _MOST_QUESTIONS

    def find(self, name: str) -> Place | None:
        return _tidy(self._gazetteer.find(name)) if self._counted() else None

    def beginning(self, text: str) -> tuple[Place, int] | None:
        found = self._gazetteer.beginning(text) if self._counted() else None
        place = _tidy(found[0]) if found else None
        return (place, found[1]) if found and place else None

    def nearest(self, latitude: float, longitude: float) -> Place | None:
        return self._gazetteer.nearest(latitude, longitude) if self._counted() else None

    def _counted(self) -> bool:
        self._left -= 1
        return self._left >= 0


def _tidy(place: Place | None) -> Place | None:
    """Its name as it can be written between quotes and read again."""
    return replace(place, name=" ".join(place.name.split())) if place else None


def _is_country(place: Place) -> bool:
    """Its name stands for itself, without a country behind it. Nobody means a country by its name alone."""
    return "," not in place.name and place.radius_km > _NO_CITY_KM


def places_in(text: str, words: Sequence[Word], gazetteer: Gazetteer) -> list[Claim]:
    """Every place that words of a text name, with what leads to it."""
    claims: list[Claim] = []
    end = 0
    for i, word in enumerate(words):
        if word.start < end:
            continue
        if CJK.search(word.text):
            found = _chinese(text, word, gazetteer)
        else:
            found = _led(text, words, i, gazetteer) or _alone(text, words, i, gazetteer)
        if i == 0 or words[i - 1].lower not in NEGATING:
            claims += found
        end = found[-1].end if found else end
    return claims


def _led(text: str, words: Sequence[Word], at: int, gazetteer: Gazetteer) -> list[Claim]:
    if words[at].lower not in LEADS or at + 1 >= len(words):
        return []
    name = words[at + 1]
    found = _beginning(text, name, words[-1].end, gazetteer)
    if not found:
        return []
    place, written = found
    lower = written.lower()
    doubtful = lower in WORDS or lower.startswith("the ") or len(lower) < 4
    if lower in NEVER or (written.islower() and doubtful and not _is_country(place)):
        return []
    return [Claim(words[at].start, _ended(text, name.first + len(written)), place)]


def _alone(text: str, words: Sequence[Word], at: int, gazetteer: Gazetteer) -> list[Claim]:
    """A name with a capital and without a preposition, unless it is a word or rather a person."""
    word = words[at]
    if at > 0 and words[at - 1].lower in _ARTICLES:
        return []  # the Boston subway
    if not word.text[word.first - word.start :][:1].isupper():
        return []
    found = _beginning(text, word, words[-1].end, gazetteer)
    if not found:
        return []
    place, written = found
    if (
        place.radius_km < _WELL_KNOWN_KM
        or _is_country(place)
        or len(written) < 4
        or written.lower() in WORDS | NEVER | PEOPLE
        or not written.split()[-1][0].isupper()
    ):
        return []
    return [Claim(word.start, _ended(text, word.first + len(written)), place)]


def _beginning(text: str, word: Word, end: int, gazetteer: Gazetteer) -> tuple[Place, str] | None:
    found = gazetteer.beginning(text[word.first : min(end, word.first + _LONGEST_NAME)])
    if not found or found[1] <= 0:
        return None
    written = text[word.first : word.first + found[1]].rstrip()
    after = text[word.first + len(written) : word.first + len(written) + 1]
    # "Paris-themed" is no place, "Paris," is one.
    return (found[0], written) if written and (not after or after.isspace() or after in ",;.!?)'’") else None


def _ended(text: str, end: int) -> int:
    """With the punctuation that follows."""
    found = _AFTER.match(text, end)
    return found.end() if found else end


def _chinese(text: str, word: Word, gazetteer: Gazetteer) -> list[Claim]:
    """在X, X附近, X的 and X alone, within what is written without spaces."""
    claims: list[Claim] = []
    at = word.start
    for lead in _CHINESE_LEAD.finditer(text, word.start, word.end):
        name_end = _chinese_name(text, lead.end(), word.end, gazetteer)
        if lead.start() >= at and name_end:
            tail = _CHINESE_TAIL.match(text, name_end[1], word.end)
            at = tail.end() if tail else name_end[1]
            claims.append(Claim(lead.start(), at, name_end[0]))
    first = _chinese_name(text, word.start, word.end, gazetteer)
    if first and (not claims or claims[0].start >= first[1]):
        bound = _is_bound(first[0], text, first[1], word.end)
        tail = _CHINESE_TAIL.match(text, first[1], word.end)
        if bound:
            claims.insert(0, Claim(word.start, tail.end() if tail else first[1], first[0]))
    return claims


def _is_bound(place: Place, text: str, at: int, end: int) -> bool:
    """Whether what follows a name in Chinese makes it a place."""
    if _is_country(place):
        return bool(_BINDING_COUNTRIES.match(text, at, end))
    return at == end or bool(_BINDING.match(text, at, end))


def _chinese_name(text: str, start: int, end: int, gazetteer: Gazetteer) -> tuple[Place, int] | None:
    if end - start < 2 or not CJK.match(text, start):
        return None
    found = gazetteer.beginning(text[start : min(end, start + _LONGEST_CHINESE_NAME)])
    if not found or found[1] < 2:
        return None
    place, after = found[0], start + found[1]
    # 日本东京: the city, which is in the country.
    within = _chinese_name(text, after, end, gazetteer) if _is_country(place) else None
    return within or (place, after)
