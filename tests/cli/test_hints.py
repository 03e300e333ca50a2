"""What a query was understood as, in the words of the command line."""

from __future__ import annotations

from photoclip.cli.hints import understood
from photoclip.domain.asked import Asked, Condition, Key, Meaning, Part, Term
from photoclip.domain.gazetteer import Circle, Place

PARIS = Place("Paris, France", 48.85, 2.35, 15.0)
ITALY = Place("Italy", 43.5, 11.9, 350.0, (Circle(39.2, 16.7, 287.0), Circle(38.1, 13.4, 20.0)))
OREGON = Place("Oregon, United States", 44.0, -120.0, 300.0, (Circle(45.0, -123.0, 40.0),))


def understood_parts(*parts: Part) -> list[str]:
    return understood(Asked(tuple(Term(number, number + 1, part) for number, part in enumerate(parts))))


def test_a_city_is_told_with_its_point() -> None:
    told = understood_parts(Meaning("beach"), Condition(Key.NEAR, PARIS, guessed=True))
    assert told == ["beach", '~near:"48.85,2.35,15.0km,Paris, France"']


def test_a_country_is_told_by_its_name_and_not_by_its_circles() -> None:
    assert understood_parts(Condition(Key.NEAR, ITALY, guessed=True)) == ["~near:Italy"]
    assert understood_parts(Condition(Key.NEAR, OREGON, excluded=True)) == ['-near:"Oregon, United States"']
