"""Whether words are in a language that a model which reads English does not read."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SURE = 2
_SCRIPTS = ("LATIN", "FULLWIDTH LATIN")

# Small and common words of languages that are written in Latin letters. Those that English or the
# names of places and people have too (die, am, war, de, la, el, van) stand in `_HALF` and never
# suffice alone.
_WHOLE = {
    "German": (
        "kinder katzen frau auto berge schnee und mit auf dem der das ein eine einen einer nicht "
        "beim zum zur vom im unter hund katze strand"
    ),
    "French": "enfant neige montagne avec dans une des les du et sous chien chat plage enfants au aux",
    "Spanish": "nieve noche con una los las unos del perro gato playa en niños por y",
    "Italian": "neve notte con il gli una nella sulla della delle spiaggia cane gatto degli e nel",
    "Portuguese": "neve noite com uma os um na praia cachorro gato crianças da dos das",
    "Dutch": "sneeuw kinderen met een het op strand hond kat niet bij voor aan",
    "Polish": "z na w i pies kot plaży się przy",
    "Turkish": "ve ile bir köpek kedi için plajda",
    "Swedish": "och med en ett på hund katt stranden",
    "Danish": "og med en et på hund kat stranden",
}
_HALF = {
    "German": "die am an in von war wie so",
    "French": "le la sur à de un en",
    "Spanish": "el la un de sobre a",
    "Italian": "la le un di in su lo",
    "Portuguese": "o a de em ao no",
    "Dutch": "de van in is",
    "Polish": "do",
    "Turkish": "da de",
    "Swedish": "i av den",
    "Danish": "i af den",
}
_ENGLISH = (
    "a an the and of in on at with by to for from is are my our his her their no not under over near "
    "into this that some two three people dog cat beach man woman"
)
_ENGLISH_SET = frozenset(_ENGLISH.split())
_WHOLE_SETS = {language: frozenset(words.split()) for language, words in _WHOLE.items()}
_HALF_SETS = {language: frozenset(words.split()) for language, words in _HALF.items()}


def is_foreign(text: str) -> bool:
    """Whether words are not English, as far as can be said for certain.

    Letters of another script than Latin are; of Latin letters, the small words
    of one other language have to be there, and no English ones beside them.
    """
    words = [word.casefold() for word in _WORD.findall(unicodedata.normalize("NFKC", text))]
    letters = [letter for word in words for letter in word if letter.isalpha()]
    if not letters:
        return False
    other = sum(not unicodedata.name(letter, "").startswith(_SCRIPTS) for letter in letters)
    if other * 2 > len(letters):
        return True
    return _speaks_other(words)


def _speaks_other(words: list[str]) -> bool:
    """One small word may be a name's (`los angeles`, `costa del sol`); it takes two of one language."""
    said = set(words)
    for language, own in _WHOLE_SETS.items():
        shared = own | _HALF_SETS[language]
        spoken = len(said & shared)
        if said & own and spoken >= _SURE and spoken > len(said & _ENGLISH_SET - shared):
            return True
    return False
