"""Answers: filters, words, smart albums, duplicates and bursts, and every mix of them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from library.conftest import finish
from PIL import Image
from support import COLOURS, age, draw

from photoclip.domain.catalog import Catalog
from photoclip.domain.changes import (
    AddToAlbum,
    AlbumKind,
    Change,
    DecideInAlbum,
    DeleteAlbum,
    MakeAlbum,
    MarkPhotos,
    SaveQuery,
    TagPhotos,
)
from photoclip.domain.query import Arrangement, Filters, Grouping, Order, Query, SectionKind
from photoclip.errors import BadInput
from photoclip.library import changing
from photoclip.library.layout import Answered

NAMES = sorted(COLOURS)


class Asker:
    """Asks about a library of one photo per colour, and names the photos."""

    def __init__(self, home, reader: Catalog) -> None:
        self.home = home
        self.reader = reader
        self.searcher = home.searcher(reader)
        self.answers = home.answers(reader, self.searcher)

    def ask(self, query: Query, arrangement: Arrangement = Arrangement(), *, cut: bool = True) -> Answered:
        return finish(self.answers.answer(query, arrangement, cut=cut))

    def names(self, answer: Answered) -> list[str]:
        rows = {row.photo_id: row for row in self.reader.photos.rows(answer.photo_ids.tolist())}
        return [Path(os.fsdecode(rows[key].path)).stem for key in answer.photo_ids.tolist()]

    def found(self, query: Query, arrangement: Arrangement = Arrangement()) -> list[str]:
        """Names of the photos above the cut-off, or of all where nothing is ranked."""
        answer = self.ask(query, arrangement)
        return self.names(answer)[: answer.matching]

    def id(self, name: str) -> int:
        everything = self.ask(Query())
        return int(everything.photo_ids[self.names(everything).index(name)])

    def ids(self, *names: str) -> tuple[int, ...]:
        return tuple(self.id(name) for name in names)

    def change(self, change: Change) -> Change:
        return changing.apply(self.home.catalog, change)

    def make(self, album: MakeAlbum) -> int:
        undo = self.change(album)
        assert isinstance(undo, DeleteAlbum)
        return undo.album_id


@pytest.fixture
def asker(home) -> Iterator[Asker]:
    for mark, colour in enumerate(NAMES):
        draw(home.photos / f"{colour}.png", colour, mark)
    home.keep_up()
    with closing(home.workshop.open_catalog(False)) as reader:
        yield Asker(home, reader)


BY_NAME = Arrangement(Order.NAME)


def test_without_words_all_answer_in_the_order_asked_for(asker: Asker) -> None:
    assert asker.found(Query(), BY_NAME) == NAMES
    assert asker.found(Query(), Arrangement(Order.NAME, reverse=True)) == NAMES[::-1]
    assert asker.ask(Query()).relevance is None


def test_words_search_only_what_the_filters_let_through(asker: Asker) -> None:
    assert asker.found(Query("red"))[0] == "red"
    asker.change(MarkPhotos(asker.ids("yellow", "blue"), rating=4))
    filters = Filters(rating=3)
    assert set(asker.found(Query("red", filters=filters))) <= {"yellow", "blue"}
    assert asker.found(Query("blue", filters=filters))[0] == "blue"


def test_a_match_far_down_the_whole_library_is_found_inside_a_filter(home, asker: Asker) -> None:
    for mark in range(20, 30):
        draw(home.photos / f"red-{mark}.png", "red", mark)
    draw(home.photos / "sub" / "reddest.png", "red", 99)
    home.keep_up()
    folder = os.fsencode(home.photos / "sub")
    assert asker.found(Query("red", filters=Filters(folder=folder))) == ["reddest"]


def test_another_order_sorts_the_hits_and_keeps_their_relevance(asker: Asker) -> None:
    asker.change(MarkPhotos(asker.ids("red"), rating=5))
    best = asker.ask(Query("red yellow"))
    sorted_by_name = asker.ask(Query("red yellow"), BY_NAME)
    names = asker.names(best)
    assert asker.names(sorted_by_name) == sorted(names)
    assert best.relevance is not None
    assert sorted_by_name.relevance is not None
    expected = dict(zip(names, best.relevance.tolist(), strict=True))
    assert dict(zip(sorted(names), sorted_by_name.relevance.tolist(), strict=True)) == expected


def test_groups_are_made_of_unranked_and_of_sorted_answers_alone(home, asker: Asker) -> None:
    draw(home.photos / "sub" / "reddish.png", "red", 50)
    home.keep_up()
    by_folder = Arrangement(Order.NAME, grouping=Grouping.FOLDER)
    everything = asker.ask(Query(), by_folder)
    assert [section.start for section in everything.sections] == [0, len(NAMES)]
    hits = asker.ask(Query("red"), by_folder)
    assert asker.names(hits)[-1] == "reddish"
    assert [section.start for section in hits.sections] == [0, len(hits.photo_ids) - 1]
    assert asker.ask(Query("red"), replace(by_folder, order=Order.RELEVANCE)).sections == ()


def test_an_album_by_hand_keeps_its_order_and_one_that_is_gone_is_said(asker: Asker) -> None:
    album = asker.make(MakeAlbum("Trip"))
    asker.change(AddToAlbum(album, asker.ids("yellow", "black", "red")))
    query = Query(filters=Filters(album=album))
    assert asker.found(query, Arrangement(Order.ALBUM)) == ["yellow", "black", "red"]
    asker.change(DeleteAlbum(album))
    with pytest.raises(BadInput, match="album is not there"):
        asker.ask(query)


def smart(asker: Asker, query: Query, name: str = "Smart") -> int:
    return asker.make(MakeAlbum(name, AlbumKind.SMART, query=query))


def test_a_smart_album_is_its_query_with_what_a_person_decided(asker: Asker) -> None:
    album = smart(asker, Query("red"))
    inside = asker.found(Query("red"))
    query = Query(filters=Filters(smart=album))
    assert asker.found(query) == inside
    asker.change(DecideInAlbum(album, asker.ids("red"), keep=False))
    asker.change(DecideInAlbum(album, asker.ids("blue"), keep=True))
    answer = asker.ask(query)
    assert asker.names(answer) == ["blue", *(name for name in inside if name not in ("red", "blue"))]
    assert answer.relevance is not None
    assert np.isnan(answer.relevance).tolist() == [True] + [False] * (len(answer.photo_ids) - 1)
    assert asker.found(query, BY_NAME) == sorted(asker.names(answer))


def test_a_smart_album_works_inside_words_and_other_filters(asker: Asker) -> None:
    album = smart(asker, Query(filters=Filters(rating=2)))
    asker.change(MarkPhotos(asker.ids("green", "blue"), rating=3))
    asker.change(DecideInAlbum(album, asker.ids("white"), keep=True))
    query = Query(filters=Filters(smart=album))
    assert sorted(asker.found(query)) == ["blue", "green", "white"]
    assert asker.ask(query).relevance is None
    assert asker.found(replace(query, words="green"))[0] == "green"
    asker.change(TagPhotos(asker.ids("white", "red"), "bright"))
    assert asker.found(Query(filters=Filters(smart=album, label="bright"))) == ["white"]


def test_a_smart_album_may_build_on_another_but_not_on_itself(asker: Asker) -> None:
    inner = smart(asker, Query(filters=Filters(rating=1)), "Inner")
    outer = smart(asker, Query(filters=Filters(smart=inner, favourite=True)), "Outer")
    asker.change(MarkPhotos(asker.ids("green", "blue"), rating=3))
    asker.change(MarkPhotos(asker.ids("green", "red"), favourite=True))
    assert asker.found(Query(filters=Filters(smart=outer))) == ["green"]
    asker.change(SaveQuery(inner, Query(filters=Filters(smart=outer))))
    with pytest.raises(BadInput, match="asks for itself"):
        asker.ask(Query(filters=Filters(smart=outer)))
    asker.change(DeleteAlbum(inner))
    with pytest.raises(BadInput):
        asker.ask(Query(filters=Filters(smart=outer)))


def test_duplicates_come_in_groups_exact_ones_first(home, asker: Asker) -> None:
    shutil.copy2(home.photos / "green.png", home.photos / "green-copy.png")
    for number in range(2):
        draw(home.photos / f"red-{number}.png", "red", number + 70)
    draw(home.photos / "blue-2.png", "blue", 80)
    home.keep_up()
    answer = asker.ask(Query(filters=Filters(duplicates=True)))
    starts = [(section.kind, section.start) for section in answer.sections]
    assert starts == [(SectionKind.EXACT, 0), (SectionKind.NEAR, 1), (SectionKind.NEAR, 4)]
    names = asker.names(answer)
    assert names[0].startswith("green")
    assert sorted(names[1:4]) == ["red", "red-0", "red-1"]
    assert sorted(names[4:]) == ["blue", "blue-2"]
    of_red = Query(filters=Filters(duplicates_of=asker.id("red")))
    assert sorted(asker.found(of_red)) == ["red", "red-0", "red-1"]
    of_white = Query(filters=Filters(duplicates_of=asker.id("white")))
    assert asker.found(of_white) == ["white"]
    ranked = asker.ask(Query("blue", filters=Filters(duplicates=True)))
    assert ranked.sections == ()
    assert set(asker.names(ranked)[:2]) == {"blue", "blue-2"}


def take(path: Path, colour: str, second: int, mark: int) -> None:
    path.parent.mkdir(exist_ok=True)
    image = Image.new("RGB", (320 + mark, 240), COLOURS[colour])
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = f"2024:05:06 07:08:{second:02}"
    image.save(path, exif=exif)
    age(path)


def test_a_burst_is_collapsed_to_its_best_shot_and_opened_again(home, asker: Asker) -> None:
    for number in range(3):
        take(home.photos / f"shot-{number}.jpg", "red", 10 + number, number)
    take(home.photos / "later.jpg", "red", 40, 9)
    home.keep_up()
    asker.change(MarkPhotos(asker.ids("shot-1"), favourite=True))
    answer = asker.ask(Query(), replace(BY_NAME, collapse=True))
    assert asker.names(answer) == sorted([*NAMES, "later", "shot-1"])
    assert answer.stacks is not None
    assert dict(zip(asker.names(answer), answer.stacks.tolist(), strict=True))["shot-1"] == 3
    assert answer.stacks.sum() == len(NAMES) + 4
    burst = Query(filters=Filters(burst_of=asker.id("shot-2")))
    assert asker.found(burst, replace(BY_NAME, collapse=True)) == ["shot-0", "shot-1", "shot-2"]
    ranked = asker.ask(Query("red"), Arrangement(collapse=True))
    assert ranked.relevance is not None
    assert len(ranked.relevance) == len(ranked.photo_ids)


def test_a_picture_from_outside_is_searched_like_a_photo(home, asker: Asker, tmp_path: Path) -> None:
    outside = draw(tmp_path / "outside \udcff.png", "blue", 300)
    assert asker.found(Query(image=str(outside)))[0] == "blue"


def test_a_file_that_is_no_picture_is_said_in_a_sentence(asker: Asker, tmp_path: Path) -> None:
    (tmp_path / "text.jpg").write_text("no picture")
    with pytest.raises(BadInput, match="cannot be searched by"):
        asker.ask(Query(image=str(tmp_path / "text.jpg")))
    with pytest.raises(BadInput, match="not there"):
        asker.ask(Query(image=str(tmp_path / "nowhere.jpg")))


def test_the_catalog_is_asked_again_only_when_it_has_changed(asker: Asker, monkeypatch) -> None:
    asked = []
    find = asker.reader.photos.find
    monkeypatch.setattr(asker.reader.photos, "find", lambda *what: asked.append(what) or find(*what))
    for _ in range(3):
        asker.ask(Query(), BY_NAME)
        asker.ask(Query("red"), BY_NAME)
    assert len(asked) == 1
    red = asker.id("red")
    before = len(asked)
    asker.change(MarkPhotos((red,), rating=1))
    asker.ask(Query(), BY_NAME)
    assert len(asked) == before + 1


def test_a_library_without_a_model_has_neither_duplicates_nor_bursts(home) -> None:
    draw(home.photos / "red.png", "red")
    home.scan()
    with closing(home.workshop.open_catalog(False)) as reader:
        asker = Asker(home, reader)
        assert asker.found(Query(filters=Filters(duplicates=True))) == []
        assert asker.found(Query(), Arrangement(collapse=True)) == []
