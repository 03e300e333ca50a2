"""Texts are compared whatever their case and however their accents are stored."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoclip.domain.folding import folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Été", "E\u0301TE\u0301"),
        ("Straße", "STRASSE"),
        ("a\u00a0 b", " A b\n"),
        ("İ", "i\u0307"),
        ("北京", "北京"),
    ],
)
def test_the_same_text_is_the_same_folded(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_accents_make_a_difference() -> None:
    assert folded("été") != folded("ete")


@given(st.text(st.characters(categories=None)))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)
