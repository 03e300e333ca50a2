"""Words that stand beside one another, and what is taken out of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from photoclip.domain.asked import Dates
from photoclip.domain.gazetteer import Place

NEGATING = frozenset({"not", "no", "without", "except", "excluding", "never", "non"})
"""What follows these is not wanted, so that it is no date and no place of what is looked for."""

_BEFORE = "(['‘“"
_AFTER = ",;.!?)]'’”"


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands; a `literal` one is never part of a date or a place."""

    start: int
    end: int
    text: str
    literal: bool = False

    @property
    def lower(self) -> str:
        """In small letters, without what stands around it."""
        bare = self.text.lower().lstrip(_BEFORE if self.text[:2].lower() != "'9" else "(").rstrip(_AFTER)
        owner = bare.removesuffix("'s").removesuffix("’s")
        return bare if owner.isdigit() else owner  # 1980's

    @property
    def first(self) -> int:
        """Where its letters begin."""
        return self.start + len(self.text) - len(self.text.lstrip(_BEFORE))


@dataclass(frozen=True, slots=True)
class Claim:
    """Characters of a text that were understood: a date, a place, or words that are not wanted."""

    start: int
    end: int
    said: Dates | Place | str


Run = Sequence[Word]


def cut(run: Run, claims: Iterable[Claim]) -> list[Run]:
    """What is left of a run, in pieces; a word is cut where a claim begins or ends within it."""
    pieces: list[list[Word]] = [[]]
    words = deque(run)
    for claim in sorted(claims, key=lambda c: c.start):
        while words and words[0].start < claim.end:
            word = words.popleft()
            if before := _part(word, word.start, min(word.end, claim.start)):
                pieces[-1].append(before)
            if after := _part(word, max(word.start, claim.end), word.end):
                words.appendleft(after)
        pieces.append([])
    pieces[-1] += words
    return [piece for piece in pieces if piece]


def _part(word: Word, start: int, end: int) -> Word | None:
    text = word.text[max(0, start - word.start) : max(0, end - word.start)]
    return Word(start, end, text, word.literal) if text else None
