"""Other languages than English: noticed where it is certain, and never in names and borrowed words."""

from __future__ import annotations

import pytest

from photoclip.library.languages import is_foreign


@pytest.mark.parametrize(
    "text",
    [
        "海滩上的狗", "собака на пляже", "كلب على الشاطئ", "개가 있는 해변", "σκύλος", "kinder und katzen",
        "ein hund am strand", "die frau am strand", "un chien sur la plage", "le chat avec les enfants",
        "perro en la playa", "un perro con una pelota", "cane sulla spiaggia", "cachorro na praia",
        "een hond op het strand", "pies na plaży", "bir köpek ve kedi", "en hund på stranden",
    ],
)  # fmt: skip
def test_another_language_is_noticed(text: str) -> None:
    assert is_foreign(text)


@pytest.mark.parametrize(
    "text",
    [
        "a dog in the snow", "café de paris", "la la land", "los angeles", "rio de janeiro", "El Capitan",
        "van gogh", "die hard", "en route", "crème brûlée", "les miserables", "pizza con carne", "chat",
        "costa del sol", "des moines", "côte d'azur", "war in the desert", "a man in a boat", "IMG_1234",
        "2019", "", "!?", "no em", "a sign that says 海", "et cetera", "van in de snow", "der",
    ],
)  # fmt: skip
def test_english_with_names_and_borrowed_words_is_english(text: str) -> None:
    assert not is_foreign(text)
