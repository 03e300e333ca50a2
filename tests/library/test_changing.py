"""What a person changes: each change can be taken back to the last row, and what cannot be is refused."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photoclip.catalog.catalog import Catalog
from photoclip.catalog.connection import FILE_NAME
from photoclip.domain.browsing import Tag
from photoclip.domain.changes import (
    AddToAlbum,
    AlbumKind,
    ArrangeAlbum,
    Change,
    DecideInAlbum,
    DeleteAlbum,
    IgnoreProblems,
    MakeAlbum,
    MarkPhotos,
    MoveAlbum,
    RemoveFromAlbum,
    RenameAlbum,
    RestoreAlbums,
    SaveQuery,
    SetCover,
    Several,
    TagPhotos,
)
from photoclip.domain.models import ModelKey
from photoclip.domain.photos import FoundFile, PhotoDetails, Problem, ProblemKind
from photoclip.domain.query import Arrangement, Filters, Order, Query
from photoclip.errors import BadInput
from photoclip.library.changing import apply

PHOTOS = 6
UNSEEN = 6
"""The last photo has no file in sight."""
KEY = ModelKey("colours", "0" * 64)


def fill(catalog: Catalog) -> None:
    """Six photos, the last of which is missing, and two files with problems."""
    catalog.files.begin_walk()
    paths = [b"/photos/%d.jpg" % number for number in range(1, PHOTOS + 3)]
    catalog.files.record_seen([FoundFile(path, 10, 1, 1, 1) for path in paths])
    for file in reversed(catalog.files.pending(KEY, None, 100)):
        if file.file_id > PHOTOS:
            catalog.files.record_problem(file.file_id, Problem(ProblemKind.DAMAGED, "It ends early."))
            continue
        content_hash = file.file_id.to_bytes(16, "big")
        catalog.photos.add(content_hash, PhotoDetails(40, 30, "JPEG", None))
        catalog.files.settle(file.file_id, content_hash)
    catalog.files.begin_walk()
    kept = [path for number, path in enumerate(paths, 1) if number != UNSEEN]
    catalog.files.record_seen([FoundFile(path, 10, 1, 1, 1) for path in kept])
    catalog.files.absence(b"/photos", lambda path: False)
    catalog.files.record_absence(vanished=True)


@pytest.fixture
def filled(catalog: Catalog) -> Catalog:
    fill(catalog)
    return catalog


def make(catalog: Catalog, change: MakeAlbum) -> int:
    back = apply(catalog, change)
    assert isinstance(back, DeleteAlbum)
    return back.album_id


def state(catalog: Catalog) -> dict[str, list[tuple[object, ...]]]:
    """Every row that a person's changes may touch."""
    ask = catalog._connection.rows
    return {
        "marks": list(ask("SELECT * FROM marks ORDER BY 1")),
        "tags": list(ask("SELECT * FROM tags ORDER BY 1, 2, 3")),
        "albums": list(ask("SELECT * FROM albums ORDER BY 1")),
        "album_photos": list(ask("SELECT * FROM album_photos ORDER BY 1, 2")),
        "album_decisions": list(ask("SELECT * FROM album_decisions ORDER BY 1, 2")),
        "files": list(ask("SELECT * FROM files ORDER BY 1")),
    }


names = st.sampled_from(["Summer", "Winter", "Trips", "Family", "été"])
albums = st.integers(1, 7)
parents = st.none() | albums
photo_ids = st.lists(st.integers(1, PHOTOS + 1), max_size=4).map(tuple)
queries = st.builds(Query, words=st.sampled_from(["", "a dog"]), filters=st.builds(Filters, rating=albums))
single = st.one_of(
    st.builds(
        MarkPhotos, photo_ids, rating=st.none() | st.integers(0, 5), favourite=st.none() | st.booleans()
    ),
    st.builds(TagPhotos, photo_ids, label=names, tagged=st.booleans()),
    st.builds(MakeAlbum, names, kind=st.just(AlbumKind.HAND), parent=parents, photo_ids=photo_ids),
    st.builds(MakeAlbum, names, kind=st.just(AlbumKind.GROUP), parent=parents),
    st.builds(MakeAlbum, names, kind=st.just(AlbumKind.SMART), parent=parents, query=queries),
    st.builds(DeleteAlbum, albums),
    st.builds(RenameAlbum, albums, names),
    st.builds(MoveAlbum, albums, parents, position=st.integers(-1, 4)),
    st.builds(SetCover, albums, st.none() | st.integers(1, PHOTOS + 1)),
    st.builds(SaveQuery, albums, queries),
    st.builds(AddToAlbum, albums, photo_ids),
    st.builds(RemoveFromAlbum, albums, photo_ids),
    st.builds(ArrangeAlbum, albums, photo_ids),
    st.builds(DecideInAlbum, albums, photo_ids, keep=st.none() | st.booleans()),
    st.builds(IgnoreProblems, st.just((1, 7, 8, 99)), ignored=st.booleans()),
)
groups_first = st.just(
    [
        MakeAlbum("Trips", AlbumKind.GROUP),
        MakeAlbum("Rome", parent=1, photo_ids=(1, 6, 3)),
        MakeAlbum("Dogs", AlbumKind.SMART, parent=1, query=Query("a dog")),
        MakeAlbum("Winter", photo_ids=(2,)),
    ]
)
changes = st.builds(
    lambda first, rest: [*first, *rest],
    groups_first,
    st.lists(single | st.builds(Several, st.lists(single, max_size=3).map(tuple)), max_size=12),
)


@given(changes)
@settings(max_examples=60, deadline=None)
def test_taking_changes_back_one_by_one_restores_every_row(wanted: list[Change]) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(Catalog(Path(folder) / "library", writing=True)) as catalog,
    ):
        fill(catalog)
        done: list[tuple[dict[str, list[tuple[object, ...]]], Change]] = []
        for change in wanted:
            before = state(catalog)
            try:
                done.append((before, apply(catalog, change)))
            except BadInput:
                assert state(catalog) == before
        assert catalog.faults() == []
        for before, back in reversed(done):
            again = apply(catalog, back)
            assert state(catalog) == before
            # And what was taken back can be done again.
            apply(catalog, apply(catalog, again))
            assert state(catalog) == before
        assert catalog.faults() == []


def test_stars_and_favourites_of_several_photos_come_back_each_to_its_own(filled: Catalog) -> None:
    apply(filled, MarkPhotos((1,), rating=5))
    apply(filled, MarkPhotos((2,), favourite=True))
    back = apply(filled, MarkPhotos((1, 2, 3, 99), rating=3))
    assert filled.marks.of_photos([1, 2, 3, 99]) == {1: (3, False), 2: (3, True), 3: (3, False)}
    apply(filled, back)
    assert filled.marks.of_photos([1, 2, 3]) == {1: (5, False), 2: (0, True)}


def test_a_label_that_a_model_gave_stays_when_a_person_takes_it_off(filled: Catalog) -> None:
    filled.tags.add(1, Tag("dog", "things@starter", 0.5, 1.0))
    apply(filled, TagPhotos((1, 2), " dog "))
    apply(filled, TagPhotos((1, 2), "dog", tagged=False))
    assert {photo: [tag.source for tag in tags] for photo, tags in filled.tags.of_photos([1, 2]).items()} == {
        1: ["things@starter"]
    }


def test_a_group_goes_with_all_in_it_and_comes_back_under_its_id(filled: Catalog) -> None:
    group = make(filled, MakeAlbum("Trips", AlbumKind.GROUP))
    inner = make(filled, MakeAlbum("Italy", AlbumKind.GROUP, parent=group))
    hand = make(filled, MakeAlbum("Rome", parent=inner, photo_ids=(3, 1)))
    smart = make(filled, MakeAlbum("Dogs", AlbumKind.SMART, parent=inner, query=Query("a dog")))
    apply(filled, DecideInAlbum(smart, (2,), keep=False))
    back = apply(filled, DeleteAlbum(group))
    assert filled.albums.all() == []
    assert isinstance(back, RestoreAlbums)
    assert apply(filled, back) == DeleteAlbum(group)
    assert [album.album_id for album in filled.albums.all()] == [group, inner, hand, smart]
    assert filled.albums.photos(hand) == [3, 1]
    assert filled.albums.decisions(smart) == {2: False}
    assert filled.albums.saved(smart) == (Query("a dog"), Arrangement())


def test_the_id_of_a_deleted_album_is_never_given_to_another(filled: Catalog) -> None:
    first = make(filled, MakeAlbum("Summer"))
    apply(filled, DeleteAlbum(first))
    assert make(filled, MakeAlbum("Winter")) != first


def test_an_album_moves_before_the_one_that_is_at_the_place(filled: Catalog) -> None:
    first, second, third = (make(filled, MakeAlbum(name)) for name in ("1", "2", "3"))
    apply(filled, MoveAlbum(third, None, 0))
    assert filled.albums.children(None) == [third, first, second]
    apply(filled, MoveAlbum(third, None, 2))
    assert filled.albums.children(None) == [first, third, second]
    back = apply(filled, MoveAlbum(first, None))
    assert filled.albums.children(None) == [third, second, first]
    apply(filled, back)
    assert filled.albums.children(None) == [first, third, second]


def test_photos_that_nobody_sees_keep_their_neighbours_when_an_album_is_put_in_order(
    filled: Catalog,
) -> None:
    album = make(filled, MakeAlbum("Summer", photo_ids=(1, 2, UNSEEN, 3)))
    apply(filled, ArrangeAlbum(album, (3, 2, 1)))
    assert filled.albums.photos(album) == [3, 2, UNSEEN, 1]


def test_a_saved_search_is_replaced_and_comes_back(filled: Catalog) -> None:
    smart = make(filled, MakeAlbum("Dogs", AlbumKind.SMART, query=Query("a dog")))
    back = apply(filled, SaveQuery(smart, Query("a cat"), Arrangement(Order.NAME)))
    assert filled.albums.saved(smart) == (Query("a cat"), Arrangement(Order.NAME))
    assert back == SaveQuery(smart, Query("a dog"), Arrangement())


@pytest.fixture
def three(filled: Catalog) -> Catalog:
    """A group (1) with an album by hand (2), and a smart album (3)."""
    make(filled, MakeAlbum("Trips", AlbumKind.GROUP))
    make(filled, MakeAlbum("Rome", parent=1))
    make(filled, MakeAlbum("Dogs", AlbumKind.SMART, query=Query("a dog")))
    return filled


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (RenameAlbum(99, "x"), "not there any more"),
        (AddToAlbum(99, (1,)), "not there any more"),
        (DeleteAlbum(99), "not there any more"),
        (MakeAlbum("x", parent=99), "not there any more"),
        (MakeAlbum(" \t"), "is empty"),
        (MakeAlbum("x" * 201), "shorten it"),
        (MakeAlbum("a\x1bb"), "cannot be shown"),
        (RenameAlbum(2, "a\nb"), "cannot be shown"),
        (RenameAlbum(2, "\udcff"), "cannot be shown"),
        (TagPhotos((1,), ""), "name is empty"),
        (TagPhotos((1,), "a\u2028b"), "cannot be shown"),
        (MakeAlbum("Dogs"), "choose another name"),
        (MakeAlbum(" Rome ", parent=1), "choose another name"),
        (RenameAlbum(3, "Trips"), "choose another name"),
        (MoveAlbum(1, 1), "into itself"),
        (MakeAlbum("x", parent=2), "is no group"),
        (MoveAlbum(3, 2), "is no group"),
        (AddToAlbum(1, (1,)), "is a group"),
        (MakeAlbum("x", AlbumKind.GROUP, photo_ids=(1,)), "is a group"),
        (AddToAlbum(3, (1,)), "is a smart album"),
        (ArrangeAlbum(3, (1,)), "is a smart album"),
        (MakeAlbum("x", AlbumKind.SMART), "search first"),
        (SaveQuery(2, Query("x")), "no smart album"),
        (DecideInAlbum(2, (1,), keep=True), "no smart album"),
        (MarkPhotos((1,), rating=6), "0 to 5 stars"),
        (MarkPhotos((1,), rating=-1), "0 to 5 stars"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(three: Catalog, change: Change, why: str) -> None:
    before = state(three)
    with pytest.raises(BadInput, match=why):
        apply(three, Several((MarkPhotos((1, 2), favourite=True), change)))
    assert state(three) == before


def test_a_group_is_not_moved_into_one_that_is_in_it(three: Catalog) -> None:
    inner = make(three, MakeAlbum("Italy", AlbumKind.GROUP, parent=1))
    with pytest.raises(BadInput, match="into itself"):
        apply(three, MoveAlbum(1, inner))


def test_siblings_may_not_share_a_name_but_cousins_may(three: Catalog) -> None:
    other = make(three, MakeAlbum("Rome"))
    with pytest.raises(BadInput, match="choose another name"):
        apply(three, MoveAlbum(other, 1))


def test_a_damaged_saved_search_is_told_of_in_a_sentence(three: Catalog, library: Path) -> None:
    with closing(sqlite3.connect(library / FILE_NAME)) as sqlite:
        sqlite.execute("UPDATE albums SET query = '{\"words\": 7}' WHERE id = 3")
        sqlite.commit()
    assert [album.query for album in three.albums.all()] == [None, None, None]
    with pytest.raises(BadInput, match="make it anew"):
        three.albums.saved(3)
    with pytest.raises(BadInput, match="not there any more"):
        three.albums.saved(2)
