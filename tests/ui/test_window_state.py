"""What is remembered of the window, and that nothing in its file can do harm."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot
from ui.in_memory import InMemoryWorker

from photoclip.domain.query import Arrangement, Filters, Grouping, Order, Query
from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.main_window import MainWindow
from photoclip.ui.search.arrangements import Arrangements, view_of, view_text

Store = Callable[[], QSettings]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return lambda: QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


def opened(qtbot: QtBot, worker: InMemoryWorker, store: Store) -> MainWindow:
    window = MainWindow(worker, store=store())
    qtbot.addWidget(window)
    window.show()
    window.start()
    qtbot.waitUntil(window.flow.is_showing)
    return window


def test_a_view_comes_back_from_its_text() -> None:
    filters = Filters(folder=b"/photos/caf\xe9", album=3, label="beach, sea", favourite=True, rating=2)
    arrangement = Arrangement(Order.NAME, reverse=True, grouping=Grouping.FOLDER, collapse=True)
    query = Query(words="“dog” 100 %", filters=filters)
    assert view_of(view_text(query, arrangement)) == (query, arrangement)


def test_a_picture_from_outside_is_not_remembered() -> None:
    assert view_of(view_text(Query(image="/tmp/x.png"), Arrangement())) == (Query(), None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no json",
        "[]",
        "[" * 5000,
        '{"query": 5, "arrangement": []}',
        '{"query": {"words": 5, "similar": "x", "filters": {"album": true, "rating": "3", "folder": 7}}}',
        '{"query": {"filters": {"favourite": 1, "duplicates_of": 1.5}}}',
    ],
)
def test_a_damaged_view_is_that_of_all_photos(text: str) -> None:
    query, _ = view_of(text)
    assert query == Query()
    assert Arrangements(text).usual(Query()) == Arrangements().usual(Query())


def test_each_kind_of_view_keeps_its_own_arrangement() -> None:
    chosen = Arrangements()
    by_name = Arrangement(Order.NAME)
    chosen.remember(Query(filters=Filters(folder=b"/photos")), by_name)
    again = Arrangements(chosen.text())
    assert again.usual(Query()) == by_name
    assert again.usual(Query(words="dog")) == Arrangement()
    chosen.remember(Query(filters=Filters(smart=1)), Arrangement())
    assert chosen.usual(Query()) == by_name
    assert again.usual(Query(filters=Filters(album=1))) == Arrangement(Order.ALBUM)


def test_the_last_view_and_the_parts_come_back(qtbot: QtBot, worker: InMemoryWorker, store: Store) -> None:
    first = opened(qtbot, worker, store)
    first.resize(1200, 700)
    first.commands[Command.SHOW_INSPECTOR].trigger()
    assert not first.inspector.isVisible()
    first.flow.choose(Query(words="dog"))
    first.flow.arrange(Arrangement(Order.NAME))
    first.selection.recent_albums = [3, 1]
    first.close()
    second = opened(qtbot, worker, store)
    assert worker.asked[-1].query == Query(words="dog")
    assert worker.asked[-1].arrangement == Arrangement(Order.NAME)
    assert second.search.text() == "dog"
    assert not second.inspector.isVisible()
    assert second.sources.isVisible()
    assert second.selection.recent_albums == [3, 1]


@pytest.mark.parametrize("value", ["", "x", "@ByteArray(x)", "1, 2", "@Invalid()", "{]"])
def test_a_file_full_of_nonsense_opens_a_window_all_the_same(
    qtbot: QtBot, worker: InMemoryWorker, store: Store, tmp_path: Path, value: str
) -> None:
    keys = ("geometry", "tile", "filled", "panes", "sources", "inspector", "arrangements", "view")
    lines = [f"{key}={value}" for key in (*keys, "source-list", "recent-albums")]
    (tmp_path / "window.ini").write_text("\n".join(["[General]", *lines]), encoding="utf-8")
    window = opened(qtbot, worker, store)
    assert window.model.rowCount() == 24


def test_a_file_that_is_deleted_meanwhile_is_no_loss(
    qtbot: QtBot, worker: InMemoryWorker, store: Store, tmp_path: Path
) -> None:
    window = opened(qtbot, worker, store)
    (tmp_path / "window.ini").unlink(missing_ok=True)
    window.close()
    assert json.loads(window.flow.arrangements.text())
    assert not (tmp_path / "window.ini.lock").exists()
