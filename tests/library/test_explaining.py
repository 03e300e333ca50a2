from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from library.conftest import Home
from PIL import Image
from support import COLOURS, age

from photoclip.domain.asked import Condition, Exact, Key, Stars
from photoclip.domain.changes import MarkPhotos
from photoclip.domain.query import Filters, Query
from photoclip.errors import BadInput
from photoclip.library import changing
from photoclip.library.explaining import NO_WORDS, Explainer, Explanation

Explain = Callable[[int, Query], Explanation]


@pytest.fixture
def photo(home: Home) -> int:
    """A blue photo whose left third is red."""
    image = Image.new("RGB", (320, 240), COLOURS["blue"])
    image.paste(COLOURS["red"], (0, 0, 100, 240))
    image.save(home.photos / "boat.png")
    age(home.photos / "boat.png")
    home.keep_up()
    (photo_id,) = home.catalog.photos.in_sight().tolist()
    return int(photo_id)


@pytest.fixture
def explain(home: Home) -> Iterator[Explain]:
    with closing(home.workshop.open_catalog(False)) as reader:
        searcher = home.searcher(reader)
        answers = home.answers(reader, searcher)
        explainer = Explainer(
            reader, lambda: searcher, answers.understood, lambda: home.decoder, home.workshop.thumbnails
        )

        def explained(photo_id: int, query: Query) -> Explanation:
            steps = explainer.explain(photo_id, query)
            while True:
                try:
                    next(steps)
                except StopIteration as end:
                    found: Explanation = end.value
                    return found

        yield explained


def test_the_words_of_a_query_glow_where_the_photo_meets_them(photo: int, explain: Explain) -> None:
    found = explain(photo, Query("red"))
    assert found.problem == ""
    assert found.heat is not None
    height, width = found.heat.shape
    assert height / width == pytest.approx(0.75, abs=0.05)
    assert found.heat[:, : width // 4].mean() > 0.5
    assert found.heat[:, width // 2 :].max() < 0.3
    assert found.relevance is not None
    assert 0 <= found.relevance <= 1


@pytest.mark.parametrize("field", ["similar", "liked", "disliked"])
def test_no_relevance_is_told_where_more_than_words_ranks_the_photos(
    photo: int, explain: Explain, field: str
) -> None:
    found = explain(photo, dataclasses.replace(Query("red"), **{field: (photo,)}))
    assert found.relevance is None
    assert [word for word, _ in found.words] == ["red"]


def test_each_word_has_the_part_of_the_likeness_that_goes_without_it(photo: int, explain: Explain) -> None:
    (alone,) = explain(photo, Query("blue")).words
    assert alone == ("blue", pytest.approx(1.0))
    words = explain(photo, Query("really blue blue yellow")).words
    assert [word for word, _ in words] == ["really", "blue", "blue", "yellow"]
    really, blue, again, yellow = (share for _, share in words)
    assert really == pytest.approx(0, abs=1e-5)
    assert blue == again > 0.1
    assert yellow < 0


def test_several_meanings_share_the_likeness_and_excluded_ones_are_not_shown(
    photo: int, explain: Explain
) -> None:
    found = explain(photo, Query("blue AND red -yellow"))
    assert [word for word, _ in found.words] == ["blue", "red"]
    assert sum(share for _, share in found.words) <= 1.01
    assert found.heat is not None
    assert (found.heat > 0.3).mean() > 0.5


def test_what_let_the_photo_in_is_told_and_what_it_does_not_meet_is_not(
    home: Home, photo: int, explain: Explain
) -> None:
    changing.apply(home.catalog, MarkPhotos((photo,), rating=4))
    chip = Condition(Key.TYPE, "png")
    found = explain(
        photo, Query('blue "boat" -"car" rating:>=3 rating:5', filters=Filters(conditions=(chip,)))
    )
    assert found.let_in == (
        chip,
        Condition(Key.RATING, Stars(3, 5)),
        Exact("boat"),
        Exact("car", excluded=True),
    )


def test_conditions_alone_are_an_explanation_without_words(photo: int, explain: Explain) -> None:
    found = explain(photo, Query("type:png"))
    assert (found.let_in, found.words, found.heat, found.problem) == (
        (Condition(Key.TYPE, "png"),),
        (),
        None,
        "",
    )
    assert explain(photo, Query(similar=(photo,))).problem == NO_WORDS


def test_a_photo_whose_file_is_gone_is_explained_by_its_thumbnail(
    home: Home, photo: int, explain: Explain
) -> None:
    (home.photos / "boat.png").unlink()
    assert explain(photo, Query("red")).heat is not None
    (row,) = home.catalog.photos.rows([photo])
    home.workshop.thumbnails.drop(row.content_hash)
    found = explain(photo, Query("red"))
    assert found.heat is None
    assert "boat.png cannot be looked at" in found.problem
    assert [word for word, _ in found.words] == ["red"]


def test_a_model_without_places_says_so_and_explains_the_words(
    home: Home, photo: int, explain: Explain
) -> None:
    home.encoder.sees_places = False
    found = explain(photo, Query("red"))
    assert found.heat is None
    assert "choose another model" in found.problem
    assert found.words


def test_a_photo_that_is_not_in_the_library_is_refused(photo: int, explain: Explain) -> None:
    with pytest.raises(BadInput, match="not in the library any more"):
        explain(photo + 1000, Query("red"))


@pytest.mark.parametrize("words", ["", " ", '"', "\x00", "a" * 5000, "red " * 400, "-red", "红色 AND 🙂"])
def test_any_query_is_explained_without_a_fault(photo: int, explain: Explain, words: str) -> None:
    found = explain(photo, Query(words))
    assert len(found.words) <= 24 * 2
    assert all(-1 <= share <= 1 and np.isfinite(share) for _, share in found.words)


def test_the_photo_is_never_opened_to_be_written(home: Home, photo: int, explain: Explain) -> None:
    file = home.photos / "boat.png"
    before = Path(file).read_bytes(), os.stat(file).st_mtime_ns
    explain(photo, Query("red"))
    assert (Path(file).read_bytes(), os.stat(file).st_mtime_ns) == before
