"""Dates in plain words of either language."""

from __future__ import annotations

from datetime import date

from photoclip.library.parsing import dates_chinese, dates_english
from photoclip.library.parsing.runs import NEGATING, Claim, Run


def dates_in(run: Run, today: date) -> list[Claim]:
    """Every date that a run of words names, with what leads to it and the punctuation after it."""
    words = [word.lower for word in run]
    claims: list[Claim] = []
    at = 0
    while at < len(run):
        found = dates_english.phrase(words, at, today)
        if found:
            wanted = at == 0 or words[at - 1] not in NEGATING
            if wanted and _apart(words, at, found[1]):
                claims.append(Claim(run[at].start, run[found[1] - 1].end, found[0]))
            at = found[1]
            continue
        if dates_chinese.CJK.search(run[at].text):
            start = run[at].start
            claims += [
                Claim(start + first, start + last, dates)
                for first, last, dates in dates_chinese.dates_in(run[at].text, today)
            ]
        at += 1
    return claims


def _apart(words: list[str], start: int, end: int) -> bool:
    """Whether a number is a year and not how many there are of something: 2000 people."""
    following = words[end] if end < len(words) else ""
    return not (end - start == 1 and words[start].isdigit() and following in ("people", "pixels", "px"))
