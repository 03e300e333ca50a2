"""The text of a query, cut into words, quotations, fields and operators."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from photoclip.library.parsing import keys
from photoclip.library.parsing.english_units import MONTHS

LEAST_WEIGHT, MOST_WEIGHT = 0.05, 4.0


class Kind(Enum):
    WORD = auto()
    LITERAL = auto()
    """A word that stays one, whatever it looks like."""
    PHRASE = auto()
    UNWANTED = auto()
    FIELD = auto()
    SHIFT = auto()
    AND = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """The characters from `start` to `end`; `text` is what they say, of a field its value."""

    kind: Kind
    start: int
    end: int
    text: str
    key: str = ""
    excluded: bool = False
    guessed: bool = False
    weight: float = 1.0


_UNFIT = re.compile(
    r'(?i)((?<!\S)(?:similar|like|相似)[:：](?:"(?:[^"]|"")*+"|\S*))|[\x00-\x1f\x7f-\x9f\ud800-\udfff]'
)
_UNFIT_IN_PATH = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udc7f\udd00-\udfff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")

_SPACE = re.compile(r"\s*")
_PHRASES = {
    '"': re.compile(r'"((?:[^"]|"")*+)"'),
    "“": re.compile(r"“([^”]*)”"),
    "「": re.compile(r"「([^」]*)」"),
    "『": re.compile(r"『([^』]*)』"),
}
_WORD = re.compile(r"[^\s“「『]+")
_RUN = re.compile(r"\S*")
_GROUP = re.compile(r"\(((?:[^()\\]|\\.)*+)\)")
_NOT = re.compile(r"NOT\s+|[-−](?=\S)")
_SHIFT = re.compile(r"([+\-−])\s+(?=\S)")
_AND = re.compile(r"AND(?!\S)")
_FIELD = re.compile(r"(~?)([^\W\d_]+)[:：]")
_OPERAND = re.compile(r"[^\W\d_][^\s“「『]*")
_WEIGHT = re.compile(r"[*×]([0-9]{1,6}(?:\.[0-9]{0,9})?|\.[0-9]{1,9})(?!\S)")
_RADIUS = re.compile(r"\s*,\s*[0-9.]+\s*(?:km|mi|m)\b")
_ESCAPED = re.compile(r"\\(.)")
_DASHES = frozenset("+-−–—")
_OPERATORS = frozenset({"AND", "NOT"})
_ARTICLES = frozenset({"a", "an", "the", "any"})
STOPS = ",;.!?，。；！？、"
VALUE_STOPS = STOPS.replace(".", "")
"""What ends a value and is none of it; "2019.." needs its dots."""


def is_idle(word: str) -> bool:
    """Whether a word is an operator with nothing to work on: half typed, it says nothing yet."""
    return word == "NOT" or _DASHES.issuperset(word)


def cleaned(text: str) -> str:
    """The text with spaces for what no word can hold, of the same length.

    A file's name may hold bytes that are no UTF-8; they stay in the path of `similar:`.
    """
    return _UNFIT.sub(lambda m: _UNFIT_IN_PATH.sub(" ", m[1]) if m[1] else " ", text)


def scan(text: str) -> list[Token]:
    """All tokens of a cleaned text, in order."""
    return _Scanner(text).tokens()


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._found: list[Token] = []
        self._unclosed: set[str] = set()

    def tokens(self) -> list[Token]:
        at = self._skip(0)
        while at < len(self._text):
            token = (
                self._literal(at)
                or self._negated(at)
                or self._shift(at)
                or self._conjunction(at)
                or self._quotation(at)
                or self._field(at)
            )
            if token is None and self._text[at] in _PHRASES:
                at = self._skip(at + 1)
                continue
            token = token or self._word(at)
            if token.text or token.kind is Kind.FIELD:
                self._found.append(token)
            at = self._skip(token.end)
        return self._found

    def _skip(self, at: int) -> int:
        found = _SPACE.match(self._text, at)
        return found.end() if found else at

    def _literal(self, at: int) -> Token | None:
        if self._text[at] != "\\":
            return None
        end = _end(_RUN, self._text, at)
        return Token(Kind.LITERAL, at, end, _plain(self._text[at + 1 : end]) or "\\")

    def _conjunction(self, at: int) -> Token | None:
        found = _AND.match(self._text, at)
        return Token(Kind.AND, at, found.end(), "AND") if found else None

    def _quotation(self, at: int) -> Token | None:
        found = self._phrase(at)
        return Token(Kind.PHRASE, at, found[1], found[0].strip()) if found else None

    def _negated(self, at: int) -> Token | None:
        found = _NOT.match(self._text, at)
        if not found or found.end() >= len(self._text):
            return None
        start = found.end()
        if phrase := self._phrase(start):
            return Token(Kind.PHRASE, at, phrase[1], phrase[0].strip(), excluded=True)
        if group := self._group(start):
            return Token(Kind.UNWANTED, at, group[1], group[0])
        if field := self._field(start):
            return Token(Kind.FIELD, at, field.end, field.text, field.key, True, field.guessed)
        # "-5" is a number.
        word = self._operand(start, _OPERAND if start - at == 1 else _WORD)
        if word and word[0] in _ARTICLES and (noun := self._operand(self._skip(word[1]), _OPERAND)):
            word = f"{word[0]} {noun[0]}", noun[1]
        if word and word[0].rstrip(STOPS):
            return Token(Kind.UNWANTED, at, word[1], word[0].rstrip(STOPS))
        return None

    def _shift(self, at: int) -> Token | None:
        found = _SHIFT.match(self._text, at)
        if not found:
            return None
        start = found.end()
        marked = self._phrase(start) or self._group(start)
        operand = marked or self._operand(start)
        if not operand or (not marked and (self._field(start) or operand[0].lower() in MONTHS)):
            return None  # June - August
        said, end = operand
        weight = _WEIGHT.match(self._text, end) if marked else _WEIGHT.search(self._text, start, end)
        if weight:
            said = said if marked else self._text[start : weight.start()]
            end = weight.end()
        size = min(max(float(weight[1]), LEAST_WEIGHT), MOST_WEIGHT) if weight else 1.0
        said = " ".join(_plain(said).split()) if marked else _plain(said).rstrip(STOPS)
        if not said:
            return None
        return Token(Kind.SHIFT, at, end, said, weight=size if found[1] == "+" else -size)

    def _field(self, at: int) -> Token | None:
        found = _FIELD.match(self._text, at)
        key = keys.NAMES.get(found[2].lower()) if found else None
        if not found or key is None:
            return None
        start, guessed = found.end(), bool(found[1])
        quoted = self._phrase(start, of_path=key == keys.SIMILAR)
        if not quoted:
            end = _end(_RUN, self._text, start)
            value = self._text[start:end].lstrip("".join(_PHRASES))
            return Token(Kind.FIELD, at, end, value, key, guessed=guessed)
        value, end = quoted
        if key == "near" and (radius := _RADIUS.match(self._text, end)):
            value, end = value + radius[0], radius.end()
        return Token(Kind.FIELD, at, end, value, key, guessed=guessed)

    def _word(self, at: int) -> Token:
        end = _end(_WORD, self._text, at)
        return Token(Kind.WORD, at, end, _plain(self._text[at:end]))

    def _phrase(self, at: int, of_path: bool = False) -> tuple[str, int] | None:
        mark = self._text[at : at + 1]
        if mark not in _PHRASES or mark in self._unclosed:
            return None
        found = _PHRASES[mark].match(self._text, at)
        if not found:
            self._unclosed.add(mark)
            return None
        said = found[1].replace('""', '"') if mark == '"' else found[1]
        return said if of_path else _SURROGATE.sub(" ", said), found.end()

    def _group(self, at: int) -> tuple[str, int] | None:
        found = _GROUP.match(self._text, at)
        said = " ".join(_plain(_ESCAPED.sub(r"\1", found[1])).split()) if found else ""
        return (said, found.end()) if found and said else None

    def _operand(self, at: int, pattern: re.Pattern[str] = _OPERAND) -> tuple[str, int] | None:
        found = pattern.match(self._text, at)
        if not found or found[0] in _OPERATORS:
            return None
        return _plain(found[0]), found.end()


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _plain(text: str) -> str:
    return _SURROGATE.sub("", text)
