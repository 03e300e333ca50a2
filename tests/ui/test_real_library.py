"""The window over a real library: real files, catalog, worker and search."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support import colour_workshop, draw

from photoclip.domain.query import Filters, Query
from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.main_window import MainWindow
from photoclip.worker.worker import Worker

COLOURS = ("red", "green", "blue", "yellow")


@pytest.fixture
def real(qtbot: QtBot, tmp_path: Path, library: Path) -> Iterator[MainWindow]:
    """Four photos in four colours, all of them searchable."""
    for number, colour in enumerate(COLOURS):
        draw(tmp_path / "photos" / f"{colour}.png", colour, number)
    window = MainWindow(Worker(colour_workshop(library)))
    qtbot.addWidget(window)
    window.resize(1200, 700)
    window.show()
    window.start()
    window.worker.add_folder(str(tmp_path / "photos"))
    until = waiting(qtbot)
    until(lambda: window.model.rowCount() == 4)
    until(lambda: window.status.coverage.text() == "4 searchable")
    yield window
    window.close()


def waiting(qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    return lambda met: qtbot.waitUntil(met, timeout=20_000)


def choose(qtbot: QtBot, window: MainWindow, row: int) -> None:
    waiting(qtbot)(lambda: window.model.photo(row) is not None)
    window.grid.setCurrentIndex(window.model.index(row))
    waiting(qtbot)(window.commands[Command.RATE_5].isEnabled)


def names(window: MainWindow) -> list[str]:
    photos = [window.model.photo(row) for row in range(window.model.rowCount())]
    return [Path(photo.path.decode()).stem for photo in photos if photo is not None]


def test_words_find_colours_and_a_picture_finds_its_like(
    qtbot: QtBot, real: MainWindow, tmp_path: Path
) -> None:
    until = waiting(qtbot)
    qtbot.keyClicks(real.search, "red")
    until(lambda: names(real)[:1] == ["red"])
    outside = draw(tmp_path / "outside.png", "blue", 77)
    real.drop.image_dropped.emit(str(outside))
    until(lambda: names(real)[:1] == ["blue"])
    assert real.view.chips.texts() == ["Similar to outside.png"]


def test_marks_albums_and_tags_are_kept_and_taken_back(qtbot: QtBot, real: MainWindow) -> None:
    until = waiting(qtbot)
    choose(qtbot, real, 0)
    chosen = real.view.photo_ids()
    real.commands[Command.RATE_5].trigger()
    real.commands[Command.FAVOURITE].trigger()
    real.selection.tag("beach")
    real.selection.add_to_new_album("Best")
    until(lambda: [album.name for album in real.names.sources.albums] == ["Best"])
    assert real.names.labels() == ["beach"]
    assert real.names.sources.favourites == 1
    real.flow.choose(Query(filters=Filters(rating=5, favourite=True, label="beach")))
    until(lambda: tuple(real.model.ids.tolist()) == chosen)
    for _ in range(4):
        real.commands[Command.UNDO].trigger()
    until(lambda: real.names.sources.favourites == 0)
    assert not real.names.sources.albums
    assert not real.names.labels()
    until(lambda: real.model.rowCount() == 0)
    assert real.view.browser.page.title.text() == "No photo is all of this"


def test_a_folder_that_vanishes_leaves_a_window_that_works(
    qtbot: QtBot, real: MainWindow, tmp_path: Path
) -> None:
    until = waiting(qtbot)
    shutil.move(tmp_path / "photos", tmp_path / "elsewhere")
    real.commands[Command.RESCAN].trigger()
    until(lambda: any(folder.offline for folder in real.names.sources.folders))
    qtbot.keyClicks(real.search, "green")
    until(lambda: names(real)[:1] == ["green"])
