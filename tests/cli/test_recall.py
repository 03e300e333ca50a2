"""`photoclip verify --recall`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from cli.conftest import Result


def test_it_says_what_the_index_finds_when_asked_by_photos_and_by_words(
    cli: Callable[..., Result], album: Path
) -> None:
    cli("index", album)
    told = cli("verify", "--recall")
    assert told.code == 0
    assert "100.0% of all above a cut-off (5 searches by photos)" in told.out
    assert "searches by words)" in told.out
    by_photos, by_words = json.loads(cli("verify", "--recall", "--json").out)["recall"]
    assert (by_photos["asked_by"], by_words["asked_by"]) == ("photos", "words")
    assert by_photos["share"] == by_photos["share_above"] == 1.0
    assert by_photos["in_use"] is False
    (plain,) = json.loads(cli("verify", "--json").out)["recall"]
    assert plain["share_above"] is None
