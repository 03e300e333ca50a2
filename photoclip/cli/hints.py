"""What a query was understood as, for people and for programs."""

from __future__ import annotations

from dataclasses import replace

from photoclip.domain.asked import Asked, Condition, Hint, HintKind, Meaning, Term
from photoclip.domain.gazetteer import Place
from photoclip.library.parsing import printed

_SAID = {
    HintKind.COUNTING: "Models cannot count: photos with any number of these are shown.",
    HintKind.NEGATION: 'Models pass over "no" and "without"; put a minus before the word, as in -people.',
    HintKind.SIDES: "Models cannot tell left from right: photos with both sides are shown.",
    HintKind.READING: "Models hardly read text in photos; put it in quotes to look for it in names and tags.",
    HintKind.UNKNOWN_KEY: "{written} was left as words, as there is no such key.",
    HintKind.BAD_VALUE: "{written} was left as words, as it cannot be read.",
    HintKind.UNKNOWN_NAME: "Nothing here is called {written}.",
    HintKind.PLACE_AS_WORD: "No photo was taken near {written}, so that it was taken for a plain word.",
    HintKind.TOO_LONG: "The query is very long: the model reads its beginning only.",
}


def sentence(hint: Hint, model: str) -> str:
    """A hint in one sentence; `model` is the title of the model that was asked."""
    if hint.kind is HintKind.LANGUAGE:
        return (
            f"The model {model} reads English only; choose the model size multilingual for other languages."
        )
    said = _SAID[hint.kind].format(written=_shown(hint.written))
    if not hint.suggestion:
        return said
    if hint.kind is HintKind.BAD_VALUE:
        return f"{said} It is written as in {_shown(hint.suggestion)}."
    return f"{said} Did you mean {_shown(hint.suggestion)}?"


def understood(asked: Asked | None) -> list[str]:
    """The parts of a query: words as they are, the others as they could have been typed."""
    return [_shown(_written(term)) for term in asked.terms] if asked is not None else []


def _written(term: Term) -> str:
    match term.part:
        case Meaning(text, excluded):
            return f"-({text})" if excluded else text
        case Condition(value=Place(name, more=more)) as condition if more:
            # Forty circles say less than the name that they were found by.
            return printed(Asked((replace(term, part=replace(condition, value=name)),)))
        case _:
            return printed(Asked((term,)))


def _shown(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)
