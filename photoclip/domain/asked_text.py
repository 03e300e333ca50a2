"""The text of a query with one of its terms taken out or turned into words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from photoclip.domain.asked import Term

_AND_BEFORE = re.compile(r"(?:^|\s)AND\s*$")
_AND_AFTER = re.compile(r"^\s*AND(?:\s|$)")


def without(text: str, term: Term, among: Sequence[Term] = ()) -> str:
    """The text without what a term was read from.

    `among` are all terms of the text: the words of a meaning may stand on both
    sides of a condition, which stays. Without them the whole span goes.
    """
    kept = sorted(
        (t.start, t.end) for t in among if t != term and term.start <= t.start and t.end <= term.end
    )
    pieces = [text[: term.start]]
    at = term.start
    for start, end in kept:
        if start >= at:
            pieces.append(text[start:end])
            at = end
    left, right = " ".join(p.strip() for p in pieces if p.strip()), text[term.end :].strip()
    if _AND_AFTER.match(right) and (not left or _AND_BEFORE.search(left)):
        right = _AND_AFTER.sub("", right).strip()
    if not right:
        left = _AND_BEFORE.sub("", left).strip()
    return f"{left} {right}".strip()


def as_words(text: str, term: Term) -> str:
    """The text with a guessed term read as plain words, by a backslash before each of them."""
    words = " ".join(f"\\{word}" for word in text[term.start : term.end].split())
    pieces = (text[: term.start].strip(), words, text[term.end :].strip())
    return " ".join(piece for piece in pieces if piece)
