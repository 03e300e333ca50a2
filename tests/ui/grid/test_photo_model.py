from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from ui.in_memory import HugeWorker, InMemoryWorker

from photoclip.domain.photos import PhotoRow
from photoclip.domain.query import Section, SectionKind
from photoclip.ui.actions import desktop
from photoclip.ui.grid import drag
from photoclip.ui.grid.photo_model import (
    BLOCK,
    MISSING_ROLE,
    PHOTO_ROLE,
    PIXMAP_ROLE,
    RELEVANCE_ROLE,
    STACK_ROLE,
    TILE_ROLE,
    PhotoModel,
)
from photoclip.ui.grid.row_store import RowStore
from photoclip.ui.grid.thumbnails import Thumbnails
from photoclip.ui.grid.tiles import TileSpec
from photoclip.worker.messages import Answer, Event, GridRow, RowsLoaded


@pytest.fixture
def model(qtbot: QtBot, worker: InMemoryWorker) -> PhotoModel:
    return joined(worker)


def joined(worker: InMemoryWorker) -> PhotoModel:
    thumbnails = Thumbnails(TileSpec(64, 1.0, True))
    model = PhotoModel(worker.load_rows, thumbnails)
    thumbnails.setParent(model)

    def publish(event: Event) -> None:
        if isinstance(event, RowsLoaded):
            model.take_rows(event)

    worker.start(publish)
    return model


def ids(*values: int) -> np.ndarray:
    return np.array(values, np.int64)


def answer(photo_ids: np.ndarray, relevance: np.ndarray | None = None, **more: Any) -> Answer:
    return Answer(1, photo_ids, relevance, **more)


def test_qt_s_own_tester_is_content(qtbot: QtBot, model: PhotoModel) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.show(answer(ids(3, 1, 2), np.array([0.9, 0.5, 0.1], np.float32)))
    qtbot.waitUntil(lambda: model.index(0).data() == "IMG_0003.jpg")
    model.refresh(answer(ids(1, 2, 4), stacks=np.array([1, 3, 1], np.int32)))
    model.patch([1, 2, 99], rating=4)
    model.show(answer(ids()))
    model.show(answer(ids(5)))


def test_a_row_is_empty_until_it_was_loaded_and_then_has_everything(qtbot: QtBot, model: PhotoModel) -> None:
    model.show(answer(ids(2, 5), np.array([0.9, 0.41], np.float32)))
    index = model.index(1)
    assert index.data() is None
    with qtbot.waitSignal(model.dataChanged):
        pass
    assert index.data() == "IMG_0005.jpg"
    assert isinstance(index.data(PHOTO_ROLE), PhotoRow)
    assert index.data(RELEVANCE_ROLE) == pytest.approx(0.41)
    assert "41 %" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "IMG_0005.jpg" in tip
    assert "96 × 64" in tip
    qtbot.waitUntil(lambda: index.data(PIXMAP_ROLE) is not None)
    assert index.data(PIXMAP_ROLE).width() == 64


def test_a_file_name_never_passes_for_markup(qtbot: QtBot, worker: InMemoryWorker) -> None:
    photo = PhotoRow(1, b"h" * 16, b"/photos/<img src=x>\xff.jpg", 1, 1, None)
    worker.rows = {1: GridRow(photo, "/nowhere")}
    model = joined(worker)
    model.show(answer(ids(1)))
    qtbot.waitUntil(lambda: model.index(0).data() is not None)
    assert "<img" not in model.index(0).data(Qt.ItemDataRole.ToolTipRole)


def test_rows_are_asked_for_in_one_block_around_what_is_looked_at(
    qtbot: QtBot, huge_worker: HugeWorker
) -> None:
    model = joined(huge_worker)
    model.show(answer(np.arange(1, 100_001, dtype=np.int64)))
    for row in range(50_000, 50_040):
        model.index(row).data()
    qtbot.waitUntil(lambda: bool(huge_worker.rows_asked))
    start = 50_000 // BLOCK * BLOCK
    assert huge_worker.rows_asked == [list(range(start + 1, start + BLOCK + 1))]


def test_a_row_is_asked_for_once_even_if_the_photo_is_gone(
    qtbot: QtBot, model: PhotoModel, worker: InMemoryWorker
) -> None:
    model.show(answer(ids(1, 99)))
    qtbot.waitUntil(lambda: model.index(0).data() is not None)
    for _ in range(3):
        assert model.index(1).data() is None
        qtbot.wait(5)
    assert worker.rows_asked == [[1, 99]]


def test_rows_of_an_older_list_that_come_late_change_nothing(
    qtbot: QtBot, model: PhotoModel, rows: list[GridRow]
) -> None:
    model.show(answer(ids(1, 2)))
    model.show(answer(ids(3)))
    with qtbot.assertNotEmitted(model.dataChanged):
        model.take_rows(RowsLoaded(rows[:2]))
    assert model.rowCount() == 1


def test_a_photo_is_found_by_its_id(model: PhotoModel) -> None:
    model.show(answer(ids(30, 10, 20)))
    assert [model.row_of(photo_id) for photo_id in (10, 20, 30, 40, 5)] == [1, 2, 0, -1, -1]


def test_a_refresh_without_news_keeps_the_list_and_asks_for_rows_anew(
    qtbot: QtBot, model: PhotoModel, worker: InMemoryWorker
) -> None:
    model.show(answer(ids(1, 2)))
    qtbot.waitUntil(lambda: model.index(0).data() is not None)
    with qtbot.assertNotEmitted(model.modelReset):
        model.refresh(answer(ids(1, 2)))
    assert model.index(0).data() == "IMG_0001.jpg", "what was known serves until the news are here"
    qtbot.waitUntil(lambda: len(worker.rows_asked) == 2)


def test_a_thumbnail_that_is_not_there_yet_is_tried_again_after_a_refresh(
    qtbot: QtBot, model: PhotoModel, rows: list[GridRow]
) -> None:
    thumbnail = Path(rows[0].thumbnail)
    later = thumbnail.rename(thumbnail.with_suffix(".later"))
    model.show(answer(ids(1)))
    index = model.index(0)
    qtbot.waitUntil(lambda: index.data(PIXMAP_ROLE) is None and index.data(MISSING_ROLE))
    later.rename(thumbnail)
    model.refresh(answer(ids(1)))
    qtbot.waitUntil(lambda: index.data(PIXMAP_ROLE) is not None)
    assert not index.data(MISSING_ROLE)


def test_nothing_is_said_about_rows_that_do_not_exist(model: PhotoModel) -> None:
    model.show(answer(ids(1)))
    assert model.data(QModelIndex(), PHOTO_ROLE) is None
    assert model.rowCount(model.index(0)) == 0


def test_the_store_drops_the_rows_looked_at_longest_ago(rows: list[GridRow]) -> None:
    store = RowStore(capacity=3)
    store.put(rows[:3])
    store.get(1)
    store.put(rows[3:4])
    assert len(store) == 3
    assert store.get(1) is not None
    assert store.get(2) is None
    assert store.needs(2)
    assert store.photo_with(rows[1].photo.content_hash) is None


def test_in_a_fast_scroll_only_the_last_rows_are_asked_for() -> None:
    store = RowStore()
    store.want(range(10_000))
    taken = store.take_wanted()
    assert len(taken) == 512
    assert taken[-1] == 9_999
    assert store.take_wanted() == []
    assert store.needs(0)


def test_a_photo_that_a_person_put_in_a_smart_album_has_no_relevance(model: PhotoModel) -> None:
    model.show(answer(ids(1, 2), np.array([0.5, np.nan], np.float32)))
    assert model.index(0).data(RELEVANCE_ROLE) == 0.5
    assert model.index(1).data(RELEVANCE_ROLE) is None


def test_marks_show_at_once_and_only_where_something_changed(
    qtbot: QtBot, model: PhotoModel, worker: InMemoryWorker
) -> None:
    model.show(answer(ids(4, 5, 6)))
    qtbot.waitUntil(lambda: model.index(2).data() is not None)
    with qtbot.waitSignal(model.dataChanged) as caught:
        model.patch([5, 77], rating=3, favourite=True)
    assert [index.row() for index in caught.args[:2]] == [1, 1]
    photo = model.index(1).data(PHOTO_ROLE)
    assert (photo.rating, photo.favourite) == (3, True)
    assert "3 stars" in model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    model.patch([5], rating=0)
    assert model.index(1).data(PHOTO_ROLE).favourite, "what is not said is left alone"
    with qtbot.assertNotEmitted(model.dataChanged):
        model.patch([5], rating=0)
    model.refresh(answer(ids(4, 5, 6)))
    qtbot.waitUntil(lambda: not model.index(1).data(PHOTO_ROLE).favourite)


def test_a_refresh_in_other_groups_or_stacks_is_another_list(qtbot: QtBot, model: PhotoModel) -> None:
    sections = [Section(SectionKind.DAY, "2024-05-06", 0)]
    model.show(answer(ids(1, 2), sections=sections))
    with qtbot.assertNotEmitted(model.modelReset):
        model.refresh(answer(ids(1, 2), sections=list(sections)))
    with qtbot.waitSignal(model.modelReset):
        model.refresh(answer(ids(1, 2), sections=sections, stacks=np.array([1, 4], np.int32)))
    assert model.index(1).data(STACK_ROLE) == 4
    with qtbot.waitSignal(model.modelReset):
        model.refresh(answer(ids(1, 2)))
    assert model.index(1).data(STACK_ROLE) == 1


def test_dragged_photos_are_ids_and_the_files_within_reach(
    qtbot: QtBot, worker: InMemoryWorker, rows: list[GridRow]
) -> None:
    worker.rows[2] = replace(rows[1], photo=replace(rows[1].photo, offline=True))
    worker.rows[3] = replace(rows[2], photo=replace(rows[2].photo, path=b"/photos/caf\xe9.jpg"))
    model = joined(worker)
    model.show(answer(ids(1, 2, 3)))
    qtbot.waitUntil(lambda: model.index(0).data() is not None)
    mime = model.mimeData([model.index(row) for row in range(3)])
    assert drag.photo_ids(mime) == (1, 2, 3)
    assert [desktop.local_path(url) for url in mime.urls()] == [
        desktop.local_path(desktop.file_url(rows[0].photo.path)),
        "/photos/caf\udce9.jpg",
    ]
    assert model.supportedDragActions() == Qt.DropAction.CopyAction, "nothing may be moved away"


def test_a_photo_whose_drive_is_away_is_grey(
    qtbot: QtBot, worker: InMemoryWorker, rows: list[GridRow]
) -> None:
    worker.rows[2] = replace(rows[1], photo=replace(rows[1].photo, offline=True))
    model = joined(worker)
    model.show(answer(ids(1, 2)))
    tiles = [model.index(row) for row in range(2)]
    qtbot.waitUntil(lambda: all(tile.data(PIXMAP_ROLE) is not None for tile in tiles))
    colours = [tile.data(PIXMAP_ROLE).toImage().pixelColor(20, 20) for tile in tiles]
    assert colours[0].saturation() > 0
    assert colours[1].saturation() == 0


def test_photos_that_were_never_loaded_are_dragged_as_ids_alone(model: PhotoModel) -> None:
    model.show(answer(ids(1, 2)))
    mime = model.mime_of([1, 2])
    assert drag.photo_ids(mime) == (1, 2)
    assert not mime.hasUrls()


@pytest.mark.parametrize(
    "data",
    [b"", b"[", b"{}", b'["1"]', b"[1.5]", b"[true]", b"[-1]", b"[9223372036854775808]", b"[" * 100_000],
)
def test_a_drag_that_only_calls_itself_photos_has_none(data: bytes) -> None:
    mime = QMimeData()
    mime.setData(drag.PHOTOS_TYPE, data)
    assert drag.photo_ids(mime) == ()


def test_what_badges_show_is_said_in_words_too(
    qtbot: QtBot, worker: InMemoryWorker, rows: list[GridRow]
) -> None:
    photo = replace(
        rows[0].photo, problem="The file <b> is damaged.", offline=True, still_of_live=True, favourite=True
    )
    worker.rows = {1: replace(rows[0], photo=photo)}
    model = joined(worker)
    model.show(answer(ids(1)))
    qtbot.waitUntil(lambda: model.index(0).data() is not None)
    tip = model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "The file &lt;b&gt; is damaged." in tip
    assert "drive" in tip
    assert "live photo" in tip
    assert "favourite" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert model.index(0).data(TILE_ROLE).photo == photo
