"""Hints of the parser in one sentence each, with the way out. No widgets."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from photoclip.domain.asked import Hint, HintKind
from photoclip.domain.models import ModelCard
from photoclip.ui.search.asked_words import quoted, tidy

LIMITS = frozenset((HintKind.COUNTING, HintKind.NEGATION, HintKind.SIDES, HintKind.READING))
"""What models of this kind are poor at: worth being said once, and a nuisance from then on."""
_RANK = (
    HintKind.UNKNOWN_KEY,
    HintKind.BAD_VALUE,
    HintKind.UNKNOWN_NAME,
    HintKind.LANGUAGE,
    HintKind.TOO_LONG,
    HintKind.PLACE_AS_WORD,
)


def rank(hint: Hint) -> int:
    """What changes the answer most comes first."""
    return _RANK.index(hint.kind) if hint.kind in _RANK else len(_RANK)


def sentence(hint: Hint, model: ModelCard | None) -> str:
    if hint.kind is HintKind.LANGUAGE:
        return _language(model)
    text = _limit(hint.kind) or _of_text(hint)
    return text.format(written=quoted(hint.written), suggestion=quoted(hint.suggestion))


def _language(model: ModelCard | None) -> str:
    translate = QCoreApplication.translate
    if model is None:
        return translate("hints", "The model hardly understands this language.")
    text = translate("hints", "The model {model} reads {languages} only.")
    return text.format(model=model.title, languages=model.languages)


def _limit(kind: HintKind) -> str:
    translate = QCoreApplication.translate
    return {
        HintKind.COUNTING: translate(
            "hints", "Models cannot count: photos with any number of these are shown."
        ),
        HintKind.NEGATION: translate(
            "hints",
            "Models pass over “no” and “without”. Put a minus before it instead, as in -people.",
        ),
        HintKind.SIDES: translate(
            "hints", "Models cannot tell left from right: photos with both sides are shown."
        ),
        HintKind.READING: translate(
            "hints",
            "Models hardly read text in photos. Put it in quotes to look for it in names and descriptions.",
        ),
    }.get(kind, "")


def _of_text(hint: Hint) -> str:
    translate = QCoreApplication.translate
    if hint.kind is HintKind.UNKNOWN_KEY:
        return translate("hints", "{written} was left as words: there is no such key.")
    if hint.kind is HintKind.BAD_VALUE:
        if hint.suggestion:
            return translate("hints", "{written} was left as words; write it as in {suggestion}.")
        return translate("hints", "{written} was not understood, so it was left as words.")
    if hint.kind is HintKind.UNKNOWN_NAME:
        return translate("hints", "Nothing here is called {written}.")
    if hint.kind is HintKind.PLACE_AS_WORD:
        return translate("hints", "No photo was taken there: {written} was taken for plain words.")
    return translate("hints", "The query is very long: the model reads only its beginning.")


def offer(hint: Hint) -> str:
    """What the button of a hint says; "" where there is nothing to press."""
    if hint.kind is HintKind.LANGUAGE:
        return QCoreApplication.translate("hints", "Choose a model that reads other languages")
    if not hint.suggestion or hint.kind is HintKind.BAD_VALUE:
        return ""  # what is suggested for a value is an example of one
    return QCoreApplication.translate("hints", "Search for {suggestion}").format(
        suggestion=tidy(hint.suggestion)
    )


def mended(text: str, hint: Hint) -> str:
    """The text with the better writing that a hint suggests; as it is where that part is gone from it."""
    return re.sub(re.escape(hint.written), lambda _: hint.suggestion, text, count=1, flags=re.IGNORECASE)
