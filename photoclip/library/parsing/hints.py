"""What a person should know about the words of a query: what the model is poor at, and keys that are none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from photoclip.domain.asked import Hint, HintKind
from photoclip.library.parsing import keys
from photoclip.library.parsing.english_units import ANCHORS

_NUMBERS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_MEASURES = (
    "days|weeks|months|years|hours|minutes|seconds|times|miles|meters|metres|feet|inches|degrees|stars|oclock"
)
_COUNTING = re.compile(
    rf"(?i)\b(?:{_NUMBERS}|[2-9]|[1-9][0-9])\s+(?:[a-z]+\s+)?(?!(?:{_MEASURES})\b)"
    r"(?:[a-z]+[a-rt-z]s|people|persons|men|women|children|mice|sheep|geese|fish)\b"
    r"|(?:[2-9]|[1-9][0-9]|[两兩三四五六七八九十])(?:只|隻|个|個|位|条|匹|头|辆|朵|棵|座|名)"
)
_SIDES = re.compile(
    r"(?i)\b(?:left|right) (?:side )?of\b|\bon (?:the|its|his|her|my) (?:left|right)\b"
    r"|\b(?:above|below|beneath)\b|\bon top of\b|\bupside down\b|[左右][边邊侧側面]|[上下]方"
)
_READING = re.compile(
    r"(?i)\b(?:that|which) (?:says?|reads?)\b"
    r"|\b(?:text|sign|shirt|banner|label|board|card|letters) (?:reading|saying)\b"
    r"|\b(?:with|has|having) the (?:words?|text)\b|\bthe words?\b|\bwritten on\b|\bsaying\b"
    r"|写着|寫著|写有|字样"
)
_NEGATION = re.compile(
    r"(?i)\b(?:no|not|without|except(?:ing)?(?: for)?|excluding|never)\s+"
    r"(?:any\s+|an?\s+|the\s+|in\s+)?([^\W\d_][\w-]*)"
    r"|(?:不要|不含|除了|没有|沒有|不是)([^的\s，,。、]{1,8})"
)
_LITTLE_WORDS = frozenset(
    ["in", "on", "at", "of", "from", "for", "to", "with", "very", "so", "too", "only", "just"]
)
_KEY = re.compile(r"-?([A-Za-z]{2,20}):(?!/)(\S+)")


def of_words(text: str) -> Iterator[Hint]:
    """What the model is poor at, once each."""
    for kind, pattern in (
        (HintKind.COUNTING, _COUNTING),
        (HintKind.SIDES, _SIDES),
        (HintKind.READING, _READING),
    ):
        if found := pattern.search(text):
            yield Hint(kind, found[0])
    if found := _NEGATION.search(text):
        what = found[1] or found[2]
        yield Hint(
            HintKind.NEGATION, found[0], f"-{what}" if what.lower() not in _LITTLE_WORDS | ANCHORS else ""
        )


def of_word(word: str) -> Hint | None:
    """A word that was probably meant as a key and a value."""
    found = _KEY.fullmatch(word)
    if not found or found[1].lower() in keys.NAMES or not keys.looks_like_a_key(found[1]):
        return None
    key = keys.nearest(found[1])
    return Hint(HintKind.UNKNOWN_KEY, word, f"{key}:{found[2]}" if key else "")


def once_each(hints: Iterable[Hint]) -> tuple[Hint, ...]:
    """The first of each kind about the model, and every other one once."""
    kept: dict[object, Hint] = {}
    poor = (HintKind.COUNTING, HintKind.SIDES, HintKind.READING, HintKind.NEGATION)
    for hint in hints:
        kept.setdefault(hint.kind if hint.kind in poor else hint, hint)
    return tuple(kept.values())
