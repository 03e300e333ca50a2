"""What smart albums ask for survives as JSON; what is damaged or newer is told of in a sentence."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoclip.catalog import saved_query
from photoclip.domain.asked import Condition, Key
from photoclip.domain.query import Arrangement, Filters, Grouping, Order, Query
from photoclip.errors import BadInput

whole = st.integers(-(2**63), 2**63 - 1)
paths = st.binary(max_size=40).map(lambda name: name.decode("utf-8", "surrogateescape"))
filters = st.builds(
    Filters,
    folder=st.binary(max_size=40),
    album=st.none() | whole,
    smart=st.none() | whole,
    label=st.text(),
    favourite=st.booleans(),
    rating=whole,
    since=st.text(),
    until=st.text(),
    added_days=whole,
    duplicates=st.booleans(),
    duplicates_of=st.none() | whole,
    burst_of=st.none() | whole,
)
ids = st.lists(whole, max_size=5).map(tuple)
sides = st.tuples(st.floats(0, 1), st.floats(0, 1)).filter(lambda ends: ends[0] < ends[1])
crops = st.tuples(sides, sides).map(lambda box: (box[0][0], box[1][0], box[0][1], box[1][1]))
queries = st.builds(
    Query,
    words=st.text(),
    similar=ids,
    image=paths,
    crop=st.none() | crops,
    liked=ids,
    disliked=ids,
    wrong_share=st.floats(0, 1, exclude_min=True, exclude_max=True),
    filters=filters,
)
arrangements = st.builds(
    Arrangement,
    order=st.sampled_from(Order),
    reverse=st.booleans(),
    grouping=st.sampled_from(Grouping),
    collapse=st.booleans(),
)


@given(queries, arrangements)
def test_every_query_survives(query: Query, arrangement: Arrangement) -> None:
    text = saved_query.dumps(query, arrangement)
    assert text.isascii()
    assert saved_query.loads(text) == (query, arrangement)


def test_conditions_are_read_from_the_words_again_and_never_saved() -> None:
    asked = Query("tag:dog", filters=Filters(rating=3, conditions=(Condition(Key.TAG, "dog"),)))
    found, _ = saved_query.loads(saved_query.dumps(asked, Arrangement()))
    assert found == Query("tag:dog", filters=Filters(rating=3))


@pytest.mark.parametrize(("saved", "similar"), [("7", (7,)), ("null", ()), ("[7, 8]", (7, 8)), ("[]", ())])
def test_one_photo_as_older_programs_saved_it_is_read(saved: str, similar: tuple[int, ...]) -> None:
    assert saved_query.loads(f'{{"similar": {saved}}}') == (Query(similar=similar), Arrangement())


def test_a_query_that_asks_for_everything_is_saved_in_a_few_characters() -> None:
    assert saved_query.dumps(Query(), Arrangement()) == "{}"


@given(queries, arrangements, st.data())
def test_damage_is_told_of_or_without_effect(
    query: Query, arrangement: Arrangement, data: st.DataObject
) -> None:
    text = bytearray(saved_query.dumps(query, arrangement), "ascii")
    place = data.draw(st.integers(0, len(text) - 1))
    text[place] ^= 1 << data.draw(st.integers(0, 6))
    with contextlib.suppress(BadInput):
        saved_query.loads(text.decode("ascii"))


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists) | st.text())
def test_any_other_json_is_refused(value: object) -> None:
    with pytest.raises(BadInput, match="make it anew"):
        saved_query.loads(json.dumps(value))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[" * 100_000,
        '{"similar": ' + "9" * 10_000 + "}",
        '{"similar": true}',
        '{"similar": 1.0}',
        '{"similar": 9223372036854775808}',
        '{"similar": [1, "2"]}',
        '{"similar": [true]}',
        '{"liked": [[1]]}',
        '{"disliked": {"1": 2}}',
        '{"similar": [' + "1, " * 100_000 + "1]}",
        '{"crop": [0.5, 0, 0.5, 1]}',
        '{"crop": [0, 0.5, 1, 0.4]}',
        '{"crop": [0, 0, 1.5, 1]}',
        '{"crop": [-0.1, 0, 1, 1]}',
        '{"crop": [0, 0, 1]}',
        '{"crop": [0, 0, 1, "1"]}',
        '{"crop": [NaN, 0, 1, 1]}',
        '{"crop": [0, 0, true, 1]}',
        '{"wrong_share": 0}',
        '{"wrong_share": 1}',
        '{"wrong_share": NaN}',
        '{"wrong_share": Infinity}',
        '{"wrong_share": "0.5"}',
        '{"wrong_share": 1' + "0" * 400 + "}",
        '{"filters": []}',
        '{"filters": {"folder": "\\ud800"}}',
        '{"filters": {"favourite": 1}}',
        '{"crop": 0.5}',
        '{"arrangement": {"order": "by taste"}}',
        '{"arrangement": {"grouping": ["day"]}}',
    ],
)
def test_what_no_program_has_saved_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="make it anew"):
        saved_query.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        '{"mood": 1}',
        '{"filters": {"conditions": []}}',
        '{"filters": {"mood": 1}}',
        '{"arrangement": {"mood": 1}}',
    ],
)
def test_what_a_newer_program_has_saved_is_not_half_understood(text: str) -> None:
    with pytest.raises(BadInput, match="newer photoclip"):
        saved_query.loads(text)
