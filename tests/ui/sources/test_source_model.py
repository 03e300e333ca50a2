from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from photoclip.domain.browsing import AlbumInfo, FolderNode, LabelCount, Sources
from photoclip.domain.changes import (
    AddToAlbum,
    AlbumKind,
    Change,
    MarkPhotos,
    MoveAlbum,
    RenameAlbum,
    TagPhotos,
)
from photoclip.ui.grid.drag import PHOTOS_TYPE
from photoclip.ui.sources.source_model import SourceModel
from photoclip.ui.sources.source_nodes import ALBUMS, FAVOURITES, FOLDERS, LABELS, SMART

SUMMER = FolderNode(b"/pictures/summer", "summer", 3)
SOURCES = Sources(
    9,
    2,
    1,
    0,
    [FolderNode(b"/pictures", "pictures", 9, watched=True, children=[SUMMER])],
    [
        AlbumInfo(1, "Trips", AlbumKind.GROUP),
        AlbumInfo(2, "Norway", AlbumKind.HAND, 1, 4),
        AlbumInfo(3, "Far", AlbumKind.GROUP, 1),
        AlbumInfo(4, "Family", AlbumKind.HAND, None, 2),
        AlbumInfo(5, "Dogs", AlbumKind.SMART),
    ],
    [LabelCount("dog", 3)],
)
Wanted = list[tuple[Change, str]]


@pytest.fixture
def model(qtbot: QtBot) -> SourceModel:
    model = SourceModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.take(SOURCES)
    return model


@pytest.fixture
def wanted(model: SourceModel) -> Wanted:
    changes: Wanted = []
    model.change_wanted.connect(lambda change, text: changes.append((change, text)))
    return changes


@pytest.fixture
def drop(model: SourceModel) -> Callable[..., bool]:
    """Drops data on an entry, or before one of its children, if that is allowed."""

    def dropped(key: str, data: QMimeData, row: int = -1) -> bool:
        parent = at(model, key)
        action = Qt.DropAction.CopyAction
        return model.canDropMimeData(data, action, row, 0, parent) and model.dropMimeData(
            data, action, row, 0, parent
        )

    return dropped


def at(model: SourceModel, key: str) -> QModelIndex:
    node = model.find(key)
    return model.index_of(node) if node is not None else QModelIndex()


def names(model: SourceModel, key: str = "") -> list[str]:
    parent = at(model, key)
    return [model.index(row, 0, parent).data() for row in range(model.rowCount(parent))]


def photos(raw: bytes = b"[7, 8]") -> QMimeData:
    data = QMimeData()
    data.setData(PHOTOS_TYPE, raw)
    return data


def album(model: SourceModel, album_id: int) -> QMimeData:
    return model.mimeData([at(model, f"album:{album_id}")])


def test_before_the_library_is_read_nothing_is_said_of_what_it_holds(qtbot: QtBot) -> None:
    model = SourceModel()
    tops = [model.index(row, 0) for row in range(model.rowCount())]
    assert [top.data() for top in tops][:3] == ["All photos", "Recently added", "Favourites"]
    assert [model.node(top).count for top in tops] == [None] * len(tops)
    assert all(model.rowCount(top) == 0 for top in tops)
    model.take(Sources())
    assert model.node(model.index(0, 0)).count == 0
    folders = model.find(FOLDERS)
    assert folders is not None
    assert model.index(0, 0, model.index_of(folders)).data() == "No folders yet: + adds one"


def test_places_come_first_then_sections_with_smart_albums_of_their_own(model: SourceModel) -> None:
    top = ["All photos", "Recently added", "Favourites", "Duplicates"]
    assert names(model) == [*top, "Folders", "Albums", "Smart albums", "Labels"]
    assert names(model, ALBUMS) == ["Trips", "Family"]
    assert names(model, "album:1") == ["Norway", "Far"]
    assert names(model, SMART) == ["Dogs"]
    assert names(model, LABELS) == ["dog"]


def test_problems_are_listed_only_while_there_are_some(model: SourceModel) -> None:
    model.take(replace(SOURCES, problems=4))
    assert names(model)[-1] == "Problems"
    assert model.index(8, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Problems, 4 files"
    model.take(SOURCES)
    assert names(model)[-1] == "Labels"


def test_rows_that_stay_are_kept_when_others_come_go_and_move(model: SourceModel) -> None:
    norway = QPersistentModelIndex(at(model, "album:2"))
    family = QPersistentModelIndex(at(model, "album:4"))
    albums = [
        AlbumInfo(6, "New", AlbumKind.HAND, None, 0),
        AlbumInfo(4, "Families", AlbumKind.HAND, None, 3),
        AlbumInfo(1, "Trips", AlbumKind.GROUP),
        AlbumInfo(7, "Sweden", AlbumKind.HAND, 1, 1),
        AlbumInfo(2, "Norway", AlbumKind.HAND, 1, 4),
    ]
    model.take(replace(SOURCES, albums=albums, labels=[]))
    assert names(model, ALBUMS) == ["New", "Families", "Trips"]
    assert names(model, "album:1") == ["Sweden", "Norway"]
    assert (family.row(), family.data()) == (1, "Families")
    assert (norway.row(), norway.data()) == (1, "Norway")
    assert names(model, SMART) == ["None yet: + keeps a search"]
    model.take(SOURCES)
    assert names(model, ALBUMS) == ["Trips", "Family"]


def test_an_update_without_news_tells_the_views_nothing(qtbot: QtBot, model: SourceModel) -> None:
    told: list[str] = []
    model.dataChanged.connect(lambda *_: told.append("data"))
    model.rowsInserted.connect(lambda *_: told.append("in"))
    model.rowsRemoved.connect(lambda *_: told.append("out"))
    model.modelReset.connect(lambda: told.append("reset"))
    model.take(replace(SOURCES))
    assert told == []


def test_folders_nested_deeper_than_python_calls_are_shown(model: SourceModel) -> None:
    folder = FolderNode(b"/x" * 1500, "x", 1)
    for depth in range(1499, 0, -1):
        folder = FolderNode(b"/x" * depth, "x", 1, children=[folder])
    model.take(replace(SOURCES, folders=[folder]))
    assert model.find("folder:" + quote(b"/x" * 1500)) is not None
    model.take(SOURCES)
    assert names(model, "section:folders") == ["pictures"]


def test_a_name_that_is_no_text_and_one_with_markup_are_shown_as_they_are(model: SourceModel) -> None:
    odd = FolderNode(b"/p/\xff<b>", "\udcff<b>", 1, offline=True)
    model.take(replace(SOURCES, folders=[odd], labels=[LabelCount("a\u202eb\n<i>", 1)]))
    index = model.index(0, 0, at(model, "section:folders"))
    assert "<b>" in index.data()
    assert "&lt;b&gt; is not there now" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert names(model, LABELS) == ["a b <i>"]


@pytest.mark.parametrize(
    ("key", "change"),
    [
        ("album:4", AddToAlbum(4, (7, 8))),
        (FAVOURITES, MarkPhotos((7, 8), favourite=True)),
        ("label:dog", TagPhotos((7, 8), "dog")),
    ],
)
def test_photos_dropped_on_an_entry_become_what_it_stands_for(
    wanted: Wanted, drop: Callable[..., bool], key: str, change: Change
) -> None:
    assert drop(key, photos())
    assert [made for made, _ in wanted] == [change]


@pytest.mark.parametrize("key", ["all", "recent", "album:5", "folder:/pictures", LABELS, "section:folders"])
def test_photos_are_not_taken_where_they_would_mean_nothing(
    wanted: Wanted, drop: Callable[..., bool], key: str
) -> None:
    assert not drop(key, photos())
    assert wanted == []


def test_photos_dropped_among_albums_or_beside_all_make_a_new_one(
    model: SourceModel, drop: Callable[..., bool]
) -> None:
    asked: list[tuple[object, object]] = []
    model.album_wanted.connect(lambda ids, parent: asked.append((ids, parent)))
    assert drop(ALBUMS, photos(b"[7, 8, 7]"))
    assert drop("", photos())
    assert drop("album:1", photos())
    assert asked == [((7, 8), None), ((7, 8), None), ((7, 8), 1)]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"7",
        b"{}",
        b"[]",
        b"[-1]",
        b"[1.5]",
        b"[true]",
        b'["1"]',
        b"[" * 100_000,
        b"[9223372036854775808]",
    ],
)
def test_what_only_claims_to_be_photos_is_not_taken(drop: Callable[..., bool], raw: bytes) -> None:
    assert not drop("album:4", photos(raw))


def test_an_album_is_moved_into_a_group_and_among_its_siblings(
    model: SourceModel, wanted: Wanted, drop: Callable[..., bool]
) -> None:
    assert drop("album:1", album(model, 4))
    assert drop(ALBUMS, album(model, 4), row=0)
    assert drop("album:1", album(model, 3), row=0)
    assert drop(ALBUMS, album(model, 2))
    moves = [MoveAlbum(4, 1), MoveAlbum(4, None, 0), MoveAlbum(3, 1, 0), MoveAlbum(2, None)]
    assert [change for change, _ in wanted] == moves
    assert wanted[0][1] == "Move album"


def test_a_group_is_never_moved_into_itself(model: SourceModel, drop: Callable[..., bool]) -> None:
    assert not drop("album:1", album(model, 1))
    assert not drop("album:3", album(model, 1))
    assert not drop("album:4", album(model, 2))
    assert not drop("label:dog", album(model, 2))


def test_a_new_name_is_a_change_and_a_taken_or_empty_one_is_refused(
    model: SourceModel, wanted: Wanted
) -> None:
    refused: list[str] = []
    model.refused.connect(refused.append)
    family = at(model, "album:4")
    assert model.setData(family, "  My\nfamily ")
    assert wanted == [(RenameAlbum(4, "My family"), "Rename album")]
    assert not model.setData(family, "trips")
    assert not model.setData(family, " ")
    assert refused == ["There is one of this name here already.", "Give it a name."]
    assert not model.setData(family, "Family")
    assert len(wanted) == 1
    assert len(refused) == 2


def test_thousands_of_folders_and_hundreds_of_albums_are_taken_and_brought_up_to_date(
    model: SourceModel,
) -> None:
    folders = [FolderNode(f"/p/{n}".encode(), str(n), n) for n in range(2000)]
    albums = [AlbumInfo(n, f"Album {n}", AlbumKind.HAND, None, n) for n in range(1, 501)]
    model.take(Sources(folders=folders, albums=albums))
    assert model.rowCount(at(model, "section:folders")) == 2000
    model.take(Sources(folders=folders[1:1000] + folders[1001:], albums=albums[::-1]))
    assert names(model, ALBUMS)[0] == "Album 500"
    assert model.rowCount(at(model, "section:folders")) == 1998
