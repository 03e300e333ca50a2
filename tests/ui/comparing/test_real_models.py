"""Two models, and a part of a photo, over a real library: real files, catalog, worker and search."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from support import age, colour_workshop, draw

from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.comparing.compare_dialog import CompareDialog
from photoclip.ui.main_window import MainWindow
from photoclip.ui.preferences.preferences import PreferencesDialog
from photoclip.worker.worker import Worker

COLOURS = ("red", "green", "blue", "yellow")
Until = Callable[[Callable[[], bool]], None]


@pytest.fixture
def until(qtbot: QtBot) -> Until:
    return lambda met: qtbot.waitUntil(met, timeout=20_000)


@pytest.fixture
def real(qtbot: QtBot, until: Until, tmp_path: Path, library: Path) -> Iterator[MainWindow]:
    """Four photos in four colours, and one that is red on the left and blue on the right."""
    photos = tmp_path / "photos"
    for number, colour in enumerate(COLOURS):
        draw(photos / f"{colour}.png", colour, number)
    both = Image.new("RGB", (320, 240), (255, 0, 0))
    both.paste((0, 0, 255), (160, 0, 320, 240))
    both.save(photos / "two-coloured.png")
    age(photos / "two-coloured.png")
    window = MainWindow(Worker(colour_workshop(library)))
    qtbot.addWidget(window)
    window.resize(1200, 700)
    window.show()
    window.start()
    window.worker.add_folder(str(photos))
    until(lambda: window.status.coverage.text() == "5 searchable")
    until(lambda: window.model.rowCount() == 5)
    yield window
    window.close()


def names(window: MainWindow) -> list[str]:
    photos = [window.model.photo(row) for row in range(window.model.rowCount())]
    return [Path(os.fsdecode(photo.path)).stem for photo in photos if photo is not None]


def test_a_part_of_a_photo_finds_what_is_like_that_part(real: MainWindow, until: Until) -> None:
    until(lambda: len(names(real)) == 5)
    real.view.open_row(names(real).index("two-coloured"))
    until(lambda: real.viewer.photo is not None)
    real.viewer.crop_box.chosen.emit((0.5, 0.0, 1.0, 1.0))
    until(lambda: names(real)[:1] == ["blue"])
    assert real.view.chips.texts() == ["Similar to a part of two-coloured.png"]
    real.flow.back()
    until(lambda: len(names(real)) == 5)
    real.view.open_row(names(real).index("two-coloured"))
    until(lambda: real.viewer.photo is not None)
    real.viewer.crop_box.chosen.emit((0.0, 0.0, 0.5, 1.0))
    until(lambda: names(real)[:1] == ["red"])


def test_two_models_are_compared_exchanged_and_one_is_forgotten(
    qtbot: QtBot, real: MainWindow, until: Until
) -> None:
    compare = real.commands[Command.COMPARE_MODELS]
    assert not compare.isEnabled()
    real.worker.choose_model("colours-2")
    until(compare.isEnabled)
    compare.trigger()
    dialog = real.findChild(CompareDialog)
    assert isinstance(dialog, CompareDialog)
    dialog.search.setText("red")
    dialog.ask()
    serving, other = dialog.columns
    assert (serving.card.id, other.card.id) == ("colours-2", "colours")
    until(lambda: "0 of them only here" in other.found.text())
    assert len(other.photos.ids) > 0
    assert other.photos.ids.tolist() == serving.photos.ids.tolist()
    other.use.click()
    until(lambda: other.use.text() == "In use")
    dialog.reject()
    real.commands[Command.PREFERENCES].trigger()
    preferences = real.findChild(PreferencesDialog)
    assert isinstance(preferences, PreferencesDialog)
    until(lambda: list(preferences.model.others.lines) == ["colours-2"])
    preferences.model.others.lines["colours-2"].forget.click()
    box = preferences.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "up to 5 photos" in box.informativeText()
    box.accept()
    until(lambda: preferences.model.others.isHidden())
    until(lambda: not compare.isEnabled())
    preferences.reject()
