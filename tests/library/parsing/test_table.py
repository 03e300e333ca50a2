"""What queries of every kind mean."""

from __future__ import annotations

import pytest
from library.parsing.notation import noted
from library.parsing.table import TABLE
from library.parsing.world import TODAY, World

from photoclip.library.parsing import parse, printed

ROWS = [(text, meaning) for queries in TABLE.values() for text, meaning in queries.items()]


@pytest.mark.parametrize(("text", "meaning"), ROWS, ids=[ascii(text) for text, _ in ROWS])
def test_a_query_means(text: str, meaning: str) -> None:
    assert noted(parse(text, TODAY, World())) == meaning


@pytest.mark.parametrize("text", [text for text, _ in ROWS], ids=[ascii(text) for text, _ in ROWS])
def test_a_query_is_printed_so_that_it_needs_no_list_of_places(text: str) -> None:
    asked = parse(text, TODAY, World())
    assert parse(printed(asked), TODAY).parts == asked.parts


def test_the_table_holds_at_least_170_queries() -> None:
    assert len(ROWS) >= 170
