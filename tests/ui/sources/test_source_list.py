import os
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMenu, QMessageBox
from pytestqt.qtbot import QtBot
from ui.in_memory import InMemoryWorker

from photoclip.domain.browsing import AlbumInfo, FolderNode, LabelCount, Sources
from photoclip.domain.changes import (
    AddToAlbum,
    AlbumKind,
    Change,
    DeleteAlbum,
    MakeAlbum,
    MoveAlbum,
    RenameAlbum,
)
from photoclip.domain.query import Arrangement, Filters, Order, Query
from photoclip.ui.grid.drag import PHOTOS_TYPE
from photoclip.ui.icons import Icons
from photoclip.ui.sources.album_dialogs import NewAlbumDialog
from photoclip.ui.sources.source_delegate import plus_rect
from photoclip.ui.sources.source_list import SourceList
from photoclip.ui.sources.source_nodes import ALBUMS, FOLDERS, LABELS, SMART

SAVED = Arrangement(order=Order.NAME)
SOURCES = Sources(
    9,
    2,
    1,
    3,
    [
        FolderNode(
            b"/pictures", "pictures", 9, watched=True, children=[FolderNode(b"/pictures/summer", "summer", 3)]
        ),
        FolderNode(b"/drive", "drive", 2, offline=True, watched=True),
    ],
    [
        AlbumInfo(1, "Trips", AlbumKind.GROUP),
        AlbumInfo(2, "Norway", AlbumKind.HAND, 1, 4),
        AlbumInfo(3, "Empty", AlbumKind.GROUP),
        AlbumInfo(4, "Family", AlbumKind.HAND, None, 2),
        AlbumInfo(5, "Dogs", AlbumKind.SMART, query=Query("dog"), arrangement=SAVED),
    ],
    [LabelCount("dog", 3), LabelCount("sea", 1)],
)


class Told:
    """What a source list told, in order."""

    def __init__(self, source_list: SourceList) -> None:
        self.chosen: list[tuple[Query, Arrangement | None]] = []
        self.changes: list[tuple[Change, str]] = []
        self.others: list[object] = []
        source_list.chosen.connect(lambda query, arrangement: self.chosen.append((query, arrangement)))
        source_list.change_wanted.connect(lambda change, text: self.changes.append((change, text)))
        source_list.problems_chosen.connect(lambda: self.others.append("problems"))
        source_list.folder_wanted.connect(lambda: self.others.append("folder wanted"))
        source_list.smart_album_wanted.connect(lambda: self.others.append("smart wanted"))
        source_list.folder_left.connect(self.others.append)
        source_list.folder_shown.connect(self.others.append)
        source_list.export_wanted.connect(self.others.append)


@pytest.fixture
def shown(qtbot: QtBot) -> SourceList:
    source_list = SourceList(Icons(QGuiApplication.palette()))
    qtbot.addWidget(source_list)
    source_list.take_sources(SOURCES)
    source_list.resize(260, 700)
    with qtbot.waitActive(source_list):
        source_list.show()
        source_list.activateWindow()
    source_list.setFocus()
    return source_list


@pytest.fixture
def told(shown: SourceList) -> Told:
    return Told(shown)


def at(shown: SourceList, key: str) -> QModelIndex:
    node = shown.model.find(key)
    assert node is not None, key
    return shown.model.index_of(node)


def click(qtbot: QtBot, shown: SourceList, key: str) -> None:
    where = shown.tree.visualRect(at(shown, key)).center()
    qtbot.mouseClick(shown.tree.viewport(), Qt.MouseButton.LeftButton, pos=where)


def go_to(shown: SourceList, key: str) -> None:
    shown.tree.setCurrentIndex(at(shown, key))


def selected(shown: SourceList) -> list[str]:
    return [index.data() for index in shown.tree.selectedIndexes()]


def entry(shown: SourceList, key: str, text: str) -> QAction:
    """An entry of the context menu."""
    found = [
        a
        for a in shown.menu_of(at(shown, key)).findChildren(QAction)
        if a.text().split("\t")[0].replace("&", "") == text
    ]
    assert found, text
    return found[0]


def dialog(qtbot: QtBot, shown: SourceList) -> NewAlbumDialog:
    qtbot.waitUntil(lambda: shown.findChild(NewAlbumDialog) is not None)
    found = shown.findChild(NewAlbumDialog)
    assert isinstance(found, NewAlbumDialog)
    return found


@pytest.mark.parametrize(
    ("key", "filters", "arrangement"),
    [
        ("all", Filters(), None),
        ("recent", Filters(added_days=30), None),
        ("favourites", Filters(favourite=True), None),
        ("duplicates", Filters(duplicates=True), None),
        ("folder:/pictures", Filters(folder=b"/pictures"), None),
        ("album:4", Filters(album=4), Arrangement(order=Order.ALBUM)),
        ("album:5", Filters(smart=5), SAVED),
        ("label:sea", Filters(label="sea"), None),
    ],
)
def test_a_click_on_an_entry_chooses_what_it_stands_for(
    qtbot: QtBot,
    shown: SourceList,
    told: Told,
    key: str,
    filters: Filters,
    arrangement: Arrangement | None,
) -> None:
    click(qtbot, shown, key)
    assert told.chosen == [(Query(filters=filters), arrangement)]
    click(qtbot, shown, key)
    assert len(told.chosen) == 2, "clicked again, it leads back to the whole of it"


def test_problems_are_chosen_like_the_others(qtbot: QtBot, shown: SourceList, told: Told) -> None:
    click(qtbot, shown, "problems")
    assert told.others == ["problems"]
    assert selected(shown) == ["Problems"]


def test_arrow_keys_choose_the_entry_where_they_come_to_rest(
    qtbot: QtBot, shown: SourceList, told: Told
) -> None:
    go_to(shown, "all")
    for _ in range(3):
        qtbot.keyClick(shown.tree, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: bool(told.chosen))
    assert told.chosen == [(Query(filters=Filters(duplicates=True)), None)]


def test_passing_a_heading_leaves_the_highlight_and_return_folds_it(
    qtbot: QtBot, shown: SourceList, told: Told
) -> None:
    shown.mark(Query(filters=Filters(duplicates=True)))
    qtbot.keyClick(shown.tree, Qt.Key.Key_Down)
    assert shown.tree.currentIndex() == at(shown, FOLDERS)
    assert selected(shown) == ["Duplicates"]
    qtbot.keyClick(shown.tree, Qt.Key.Key_Return)
    assert not shown.tree.isExpanded(at(shown, FOLDERS))
    click(qtbot, shown, FOLDERS)
    assert shown.tree.isExpanded(at(shown, FOLDERS))
    assert told.chosen == []


def test_marking_highlights_and_tells_nothing(shown: SourceList, told: Told) -> None:
    shown.mark(Query("dog", filters=Filters(album=4, rating=3)))
    assert selected(shown) == ["Family"]
    shown.mark(Query(filters=Filters(burst_of=3)))
    assert selected(shown) == []
    shown.mark(Query("dog"))
    assert selected(shown) == ["All photos"]
    assert told.chosen == []


def test_what_is_open_and_highlighted_outlives_an_update(qtbot: QtBot, shown: SourceList, told: Told) -> None:
    shown.tree.expand(at(shown, "folder:/pictures"))
    shown.tree.collapse(at(shown, LABELS))
    shown.mark(Query(filters=Filters(folder=b"/pictures/summer")))
    shown.take_sources(replace(SOURCES, folders=[], labels=[LabelCount("cat", 1)]))
    assert selected(shown) == []
    shown.take_sources(SOURCES)
    assert shown.tree.isExpanded(at(shown, "folder:/pictures"))
    assert not shown.tree.isExpanded(at(shown, LABELS))
    assert selected(shown) == ["summer"]
    assert told.chosen == []


def test_an_update_leaves_the_place_in_a_long_list(qtbot: QtBot, shown: SourceList) -> None:
    many = replace(SOURCES, labels=[LabelCount(f"label {n:03}", n) for n in range(300)])
    shown.take_sources(many)
    bar = shown.tree.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1000)
    bar.setValue(1000)
    most = bar.maximum()
    shown.take_sources(replace(many, photos=10, labels=[*many.labels, LabelCount("new", 1)]))
    qtbot.waitUntil(lambda: bar.maximum() > most)
    assert bar.value() == 1000


def test_what_was_open_is_open_at_the_next_start(qtbot: QtBot, shown: SourceList) -> None:
    shown.tree.expand(at(shown, "album:1"))
    shown.tree.collapse(at(shown, SMART))
    state = shown.state()
    again = SourceList(Icons(QGuiApplication.palette()))
    qtbot.addWidget(again)
    again.restore(state)
    again.take_sources(SOURCES)
    assert again.tree.isExpanded(at(again, "album:1"))
    assert not again.tree.isExpanded(at(again, SMART))
    assert again.tree.isExpanded(at(again, ALBUMS))
    again.restore({"open": "nonsense"})  # type: ignore[dict-item]
    assert again.tree.isExpanded(at(again, ALBUMS))


def test_names_for_chips_and_titles(shown: SourceList) -> None:
    name = shown.name_of
    assert name(Filters(album=2)) == "Norway"
    assert name(Filters(smart=5)) == "Dogs"
    assert name(Filters(favourite=True)) == "Favourites"
    assert name(Filters(added_days=30)) == "Recently added"
    assert name(Filters(folder=b"/pictures/summer")) == "summer"
    assert name(Filters(folder=b"/gone/\xffodd")) == "?odd"
    assert name(Filters(label="rare\u202e")) == "rare "
    assert name(Filters(duplicates_of=3)) == "Duplicates of one photo"
    assert name(Filters(burst_of=3)) == "One burst"
    assert name(Filters(album=99)) == "An album"
    assert name(Filters()) == "All photos"


def test_an_album_is_renamed_in_its_place(qtbot: QtBot, shown: SourceList, told: Told) -> None:
    go_to(shown, "album:4")
    qtbot.keyClick(shown.tree, Qt.Key.Key_F2)
    editor = shown.tree.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, "Relatives")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(told.changes))
    assert told.changes == [(RenameAlbum(4, "Relatives"), "Rename album")]


def test_deleting_an_album_does_not_ask_since_it_can_be_undone(
    qtbot: QtBot, shown: SourceList, told: Told
) -> None:
    go_to(shown, "album:4")
    qtbot.keyClick(shown.tree, Qt.Key.Key_Delete)
    go_to(shown, "album:3")
    qtbot.keyClick(shown.tree, Qt.Key.Key_Delete)
    assert told.changes == [(DeleteAlbum(4), "Delete album"), (DeleteAlbum(3), "Delete group")]


def test_the_keys_of_albums_come_before_those_of_the_window(
    qtbot: QtBot, shown: SourceList, told: Told
) -> None:
    to_the_bin = QAction(shown)
    to_the_bin.setShortcut(Qt.Key.Key_Delete)
    binned: list[bool] = []
    to_the_bin.triggered.connect(binned.append)
    shown.addAction(to_the_bin)
    go_to(shown, "album:4")
    qtbot.keyClick(shown.tree, Qt.Key.Key_Delete)
    go_to(shown, "label:dog")
    qtbot.keyClick(shown.tree, Qt.Key.Key_Delete)
    assert told.changes == [(DeleteAlbum(4), "Delete album")]
    assert binned == []


def test_an_album_that_is_gone_hands_its_highlight_to_no_other(shown: SourceList, told: Told) -> None:
    albums = [*SOURCES.albums, AlbumInfo(9, "Work", AlbumKind.HAND)]
    shown.take_sources(replace(SOURCES, albums=albums))
    shown.mark(Query(filters=Filters(album=4)))
    shown.take_sources(replace(SOURCES, albums=[album for album in albums if album.album_id != 4]))
    assert selected(shown) == []
    assert told.chosen == []


def test_an_update_does_not_pull_back_the_keys_on_their_way(
    qtbot: QtBot, shown: SourceList, told: Told
) -> None:
    shown.mark(Query())
    qtbot.keyClick(shown.tree, Qt.Key.Key_Down)
    shown.take_sources(replace(SOURCES, photos=10))
    assert selected(shown) == ["Recently added"]
    qtbot.waitUntil(lambda: len(told.chosen) == 1)


def test_a_group_that_holds_something_is_deleted_only_when_a_person_says_so(
    qtbot: QtBot, shown: SourceList, told: Told
) -> None:
    for answer in ("Cancel", "Delete"):
        entry(shown, "album:1", "Delete").trigger()
        assert told.changes == []
        box = shown.findChild(QMessageBox)
        assert isinstance(box, QMessageBox)
        assert "Trips" in box.text()
        next(b for b in box.buttons() if b.text().replace("&", "") == answer).click()
        qtbot.waitUntil(lambda: shown.findChild(QMessageBox) is None)
    assert told.changes == [(DeleteAlbum(1), "Delete group")]


def test_the_plus_of_a_heading_makes_something_by_mouse_and_by_key(
    qtbot: QtBot, shown: SourceList, told: Told
) -> None:
    tree = shown.tree
    room = plus_rect(tree.visualRect(at(shown, FOLDERS)), tree.layoutDirection(), tree.fontMetrics())
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=room.center())
    assert told.others == ["folder wanted"]
    assert tree.isExpanded(at(shown, FOLDERS))
    go_to(shown, "album:5")
    qtbot.keyClick(tree, Qt.Key.Key_Plus)
    assert told.others == ["folder wanted", "smart wanted"]
    tree.expand(at(shown, "album:1"))
    go_to(shown, "album:2")
    qtbot.keyClick(tree, Qt.Key.Key_Insert)
    dialog(qtbot, shown).create_button.click()
    assert told.changes == [(MakeAlbum("New album", parent=1), "New album")]


def test_the_keyboard_is_seen_on_the_entry_that_is_highlighted(shown: SourceList) -> None:
    shown.mark(Query())
    room = shown.tree.visualRect(at(shown, "all"))
    with_keys = shown.tree.viewport().grab(room).toImage()
    shown.tree.clearFocus()
    assert shown.tree.viewport().grab(room).toImage() != with_keys


def test_a_click_on_an_entry_counts_when_the_release_before_it_went_to_a_dialog(
    qtbot: QtBot, shown: SourceList, told: Told
) -> None:
    tree = shown.tree
    room = plus_rect(tree.visualRect(at(shown, FOLDERS)), tree.layoutDirection(), tree.fontMetrics())
    qtbot.mousePress(tree.viewport(), Qt.MouseButton.LeftButton, pos=room.center())
    entry_room = tree.visualRect(at(shown, "favourites"))
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=entry_room.center())
    assert told.others == []
    assert told.chosen == [(Query(filters=Filters(favourite=True)), None)]


def test_a_new_album_proposes_a_free_name_and_says_what_is_wrong_with_another(
    qtbot: QtBot, shown: SourceList, told: Told
) -> None:
    taken = [*SOURCES.albums, AlbumInfo(8, "New album", AlbumKind.HAND)]
    shown.take_sources(replace(SOURCES, albums=taken))
    shown.new_album((7, 8))
    asked = dialog(qtbot, shown)
    assert asked.name.text() == "New album 2"
    assert asked.holds.text() == "With 2 photos."
    asked.name.setText("FAMILY")
    assert asked.wrong.text() == "There is one of this name here already."
    assert not asked.create_button.isEnabled()
    asked.name.setText(" Sea  side ")
    assert asked.wrong.text() == ""
    qtbot.keyClick(asked.name, Qt.Key.Key_Return)
    assert told.changes == [(MakeAlbum("Sea side", photo_ids=(7, 8)), "New album")]


def test_a_new_smart_album_says_what_it_will_hold(qtbot: QtBot, shown: SourceList, told: Told) -> None:
    query = Query("red <b>dog</b>", filters=Filters(folder=b"/pictures", favourite=True, rating=3))
    shown.new_smart_album(query, SAVED)
    asked = dialog(qtbot, shown)
    assert asked.holds.text() == (
        "Holds photos that match “red <b>dog</b>”, in “pictures”, only favourites, "
        "with at least 3 stars, always up to date."
    )
    asked.create_button.click()
    made = MakeAlbum("Red <b>dog</b>", AlbumKind.SMART, query=query, arrangement=SAVED)
    assert told.changes == [(made, "New smart album")]


def test_the_menu_moves_albums_for_those_who_do_not_drag(shown: SourceList, told: Told) -> None:
    entry(shown, "album:4", "Move up").trigger()
    assert not entry(shown, "album:4", "Move down").isEnabled()
    entry(shown, "album:1", "Move down").trigger()
    entry(shown, "album:4", "Trips").trigger()
    entry(shown, "album:2", "No group").trigger()
    assert [change for change, _ in told.changes] == [
        MoveAlbum(4, None, 1),
        MoveAlbum(1, None, 2),
        MoveAlbum(4, 1),
        MoveAlbum(2, None),
    ]


def test_the_menus_offer_what_the_entry_is_for(qtbot: QtBot, shown: SourceList, told: Told) -> None:
    entry(shown, "album:4", "Export as a folder…").trigger()
    entry(shown, "folder:/pictures", "Show in file manager").trigger()
    assert not entry(shown, "folder:/drive", "Show in file manager").isEnabled()
    entry(shown, FOLDERS, "Add folder…").trigger()
    entry(shown, SMART, "New smart album from this view…").trigger()
    assert told.others == [4, b"/pictures", "folder wanted", "smart wanted"]
    assert shown.menu_of(at(shown, "label:dog")).isEmpty()
    inner = shown.menu_of(at(shown, "folder:/pictures/summer"))
    assert "Stop watching…" not in {action.text().replace("&", "") for action in inner.actions()}


def test_a_folder_is_left_only_when_a_person_says_so(qtbot: QtBot, shown: SourceList, told: Told) -> None:
    entry(shown, "folder:/drive", "Stop watching…").trigger()
    box = shown.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert told.others == []
    next(b for b in box.buttons() if "watching" in b.text()).click()
    assert told.others == [os.fsdecode(b"/drive")]


def test_the_right_button_shows_a_menu_and_goes_nowhere(qtbot: QtBot, shown: SourceList, told: Told) -> None:
    shown.mark(Query())
    where = shown.tree.visualRect(at(shown, "album:4")).center()
    qtbot.mouseClick(shown.tree.viewport(), Qt.MouseButton.RightButton, pos=where)
    assert selected(shown) == ["All photos"]
    assert told.chosen == []


@pytest.mark.qt_log_ignore("propagateSizeHints", "support raise", "grabbing the keyboard")
def test_the_menu_opens_where_it_was_asked_for(qtbot: QtBot, shown: SourceList) -> None:
    shown.tree.menu_wanted.emit(at(shown, "album:4"), QPoint(10, 10))
    (menu,) = shown.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    qtbot.waitUntil(menu.isVisible)
    menu.close()


def test_photos_dragged_from_the_grid_are_dropped_into_an_album(shown: SourceList, told: Told) -> None:
    data = QMimeData()
    data.setData(PHOTOS_TYPE, b"[3, 4]")
    where = shown.tree.visualRect(at(shown, "album:4")).center()
    copy, button, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(where), copy, data, button, key, QEvent.Type.Drop)
    for event in (
        QDragEnterEvent(where, copy, data, button, key),
        QDragMoveEvent(where, copy, data, button, key),
        drop,
    ):
        QGuiApplication.sendEvent(shown.tree.viewport(), event)
        assert event.isAccepted()
    assert told.changes == [(AddToAlbum(4, (3, 4)), "Add to album")]


def test_an_empty_library_says_what_to_do(shown: SourceList) -> None:
    shown.take_sources(Sources())
    hints = [at(shown, f"hint:{key}").data() for key in (FOLDERS, ALBUMS, SMART, LABELS)]
    assert hints[1] == "No albums yet: + makes one"
    assert not at(shown, f"hint:{ALBUMS}").flags() & Qt.ItemFlag.ItemIsSelectable
    assert all(hints)


def test_it_shows_what_a_worker_tells(shown: SourceList, worker: InMemoryWorker) -> None:
    worker.tags[1] = ["dog"]
    shown.take_sources(worker.sources())
    shown.mark(Query(filters=Filters(folder=b"/photos")))
    assert selected(shown) == ["photos"]
