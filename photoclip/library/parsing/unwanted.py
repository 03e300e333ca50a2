"""What plain words say must not be in the photo: `without people`, 不要人."""

from __future__ import annotations

import re

from photoclip.library.parsing.runs import Claim, Run

WITHOUT = "without"
_ARTICLES = frozenset({"any", "a", "an", "the"})
_MOST_WORDS = 2
_CHINESE = re.compile(
    r"(?:不要|不含|不带|没有|沒有|除了)(?P<what>[^的，,。、\s]{1,8}?)(?:以外|之外)?(?:的|[，,。、]|$)"
)


def unwanted_in(run: Run) -> list[Claim]:
    """Claims whose text is not wanted.

    English only at the end of the run, where it is clear what belongs to it:
    `beach without people`, not `without people on a beach`.
    """
    claims = [
        Claim(word.start + found.start(), word.start + found.end(), found["what"])
        for word in run
        if not word.literal
        for found in _CHINESE.finditer(word.text)
    ]
    at = next((i for i, word in enumerate(run) if word.lower == WITHOUT and not word.literal), None)
    if at is None or claims:
        return claims
    what = [word.lower for word in run[at + 1 :]]
    while what and what[0] in _ARTICLES:
        what = what[1:]
    if 1 <= len(what) <= _MOST_WORDS and all(what):
        claims.append(Claim(run[at].start, run[-1].end, " ".join(what)))
    return claims
