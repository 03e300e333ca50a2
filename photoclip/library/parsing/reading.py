"""From the text of a query to what is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from photoclip.domain.asked import (
    Asked,
    Condition,
    Dates,
    Exact,
    Hint,
    HintKind,
    Key,
    Meaning,
    Part,
    Shift,
    Term,
)
from photoclip.domain.gazetteer import Gazetteer
from photoclip.library.parsing import hints
from photoclip.library.parsing.dates import dates_in
from photoclip.library.parsing.places import Limited, places_in
from photoclip.library.parsing.printing import GENERAL, printed_part
from photoclip.library.parsing.runs import Claim, Run, Word, cut
from photoclip.library.parsing.tokens import Kind, Token, cleaned, is_idle, scan
from photoclip.library.parsing.unwanted import unwanted_in
from photoclip.library.parsing.values import understood

MOST_CHARACTERS = 2000


def parse(text: str, today: date, gazetteer: Gazetteer | None = None, *, guess_places: bool = True) -> Asked:
    """What a text asks for on a day; it never fails.

    Places need a `gazetteer`; with `guess_places` they are also found in plain
    words. Of a longer text the first 2,000 characters are read.
    """
    read = cleaned(text[:MOST_CHARACTERS])
    limited = Limited(gazetteer) if gazetteer else None
    reading = _Reading(read, today, limited, guess_places)
    terms = reading.terms()
    kept = _fitting(terms)
    found = [*reading.hints]
    for meaning in (t.part.text for t in kept if isinstance(t.part, Meaning) and not t.part.excluded):
        found += hints.of_words(meaning)
    if len(text) > MOST_CHARACTERS or kept != terms:
        found.append(Hint(HintKind.TOO_LONG))
    return Asked(kept, hints.once_each(found))


class _Reading:
    """One text being read; words gather to an operand until AND ends it."""

    def __init__(self, text: str, today: date, gazetteer: Limited | None, guess_places: bool) -> None:
        self._text = text
        self._today = today
        self._gazetteer = gazetteer
        self._guess_places = guess_places
        self.hints: list[Hint] = []
        self._terms: list[Term] = []
        self._run: list[Word] = []
        self._operand: list[Word] = []
        self._operands: list[list[Word]] = []

    def terms(self) -> tuple[Term, ...]:
        for token in scan(self._text):
            self._take(token)
        self._end_operand()
        self._terms += self._meanings()
        return tuple(sorted(self._terms, key=lambda term: (term.start, term.end)))

    def _take(self, token: Token) -> None:
        if token.kind in (Kind.WORD, Kind.LITERAL):
            self._run.append(Word(token.start, token.end, token.text, token.kind is Kind.LITERAL))
            if token.kind is Kind.WORD and (hint := hints.of_word(token.text)):
                self.hints.append(hint)
            return
        self._end_run()
        if token.kind is Kind.AND:
            self._end_operand()
        elif token.kind is Kind.FIELD:
            self._take_field(token)
        else:
            self._terms.append(Term(token.start, token.end, _part(token)))

    def _take_field(self, token: Token) -> None:
        found = understood(token, self._today, self._gazetteer)
        if not isinstance(found, Hint):
            self._terms.append(Term(token.start, token.end, found))
            return
        written = self._text[token.start : token.end]
        self.hints.append(replace(found, written=_legible(written)))
        at = token.start
        for word in written.split():
            at = self._text.index(word, at)
            if plain := _legible(word):
                self._operand.append(Word(at, at + len(word), plain, literal=True))
            at += len(word)

    def _end_operand(self) -> None:
        self._end_run()
        if self._operand:
            self._operands.append(self._operand)
        self._operand = []

    def _end_run(self) -> None:
        """Dates, places and exclusions are taken out of words that stand beside one another."""
        for run in _unescaped(self._run):
            if run[0].literal:
                self._operand += run
                continue
            rests = self._claim(run, dates_in(run, self._today))
            if self._gazetteer and self._guess_places:
                gazetteer = self._gazetteer
                rests = [
                    r for rest in rests for r in self._claim(rest, places_in(self._text, rest, gazetteer))
                ]
            rests = [r for rest in rests for r in self._claim(rest, unwanted_in(rest))]
            self._operand += [word for rest in rests for word in rest if not is_idle(word.text)]
        self._run = []

    def _claim(self, run: Run, claims: Sequence[Claim]) -> list[Run]:
        for claim in claims:
            part: Part
            if isinstance(claim.said, str):
                part = Meaning(claim.said, excluded=True)
            else:
                key = Key.DATE if isinstance(claim.said, Dates) else Key.NEAR
                part = Condition(key, claim.said, guessed=True)
            self._terms.append(Term(claim.start, claim.end, part))
        return cut(run, claims)

    def _meanings(self) -> Iterator[Term]:
        for words in self._operands:
            general = all(not word.literal and word.lower in GENERAL for word in words)
            # "photos from last summer" asks for nothing that a model could see.
            if general and (self._terms or len(self._operands) > 1):
                continue
            text = " ".join(word.text for word in words)
            yield Term(words[0].start, words[-1].end, Meaning(text))


def _unescaped(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Runs that are either read for what they say, or literal."""
    run: list[Word] = []
    for word in words:
        if run and run[-1].literal != word.literal:
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _part(token: Token) -> Part:
    if token.kind is Kind.PHRASE:
        return Exact(token.text, token.excluded)
    return Shift(token.text, token.weight) if token.kind is Kind.SHIFT else Meaning(token.text, excluded=True)


def _legible(text: str) -> str:
    return text.encode("utf-8", "ignore").decode()


def _fitting(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms that can be printed and read again; the words of a meaning that is too long are cut."""
    kept: list[Term] = []
    room = MOST_CHARACTERS
    for term in terms:
        size = len(printed_part(term.part)) + len(" AND ")
        if size > room:
            if isinstance(term.part, Meaning) and not term.part.excluded:
                kept += _cut(term, term.part.text.split(), room)
            break
        kept.append(term)
        room -= size
    return tuple(kept)


def _cut(term: Term, words: list[str], room: int) -> list[Term]:
    """As many words as there is room for, or the beginning of the first one."""
    text = " ".join(words)
    while text and len(printed_part(Meaning(text))) + len(" AND ") > room:
        words = words[: len(words) * 9 // 10]
        text = " ".join(words) or text[: len(text) * 9 // 10]
    return [replace(term, part=Meaning(text))] if text else []
