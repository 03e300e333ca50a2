import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from ui.in_memory import CARDS, card

from photoclip.domain.errands import ModelSpeed
from photoclip.ui.preferences.first_run import FirstRun
from photoclip.worker.messages import ModelInUse


@pytest.fixture
def pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's folder of pictures, which is not there yet."""
    folder = tmp_path / "Pictures"
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(folder))
    return folder


def page(qtbot: QtBot) -> FirstRun:
    made = FirstRun(CARDS)
    qtbot.addWidget(made)
    made.resize(1000, 900)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def dropped(first: FirstRun, *names: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(os.fspath(name)) for name in names])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    first.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, left, none))


def test_the_systems_pictures_are_proposed_and_enter_starts(qtbot: QtBot, pictures: Path) -> None:
    pictures.mkdir()
    first = page(qtbot)
    assert first.folders() == [str(pictures)]
    with qtbot.waitSignal(first.started) as started:
        first.start.click()
    assert started.args == [[str(pictures)], "starter"]


def test_an_empty_list_says_what_belongs_in_it(qtbot: QtBot, pictures: Path) -> None:
    first = page(qtbot)
    empty = first.list.grab().toImage()
    first.list.set_hint("")
    assert first.list.grab().toImage() != empty
    assert first.list.hint() == ""


def test_without_any_folder_there_is_nothing_to_start_with(qtbot: QtBot, pictures: Path) -> None:
    first = page(qtbot)
    assert first.folders() == []
    assert not first.start.isEnabled()
    assert first.plan.text() == "Choose at least one folder."
    first.add_folders(["/photos"])
    assert first.start.isEnabled()
    first.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not first.start.isEnabled()


def test_the_home_folder_is_not_proposed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(Path.home()))
    assert page(qtbot).folders() == []


def test_folders_are_chosen_dropped_and_removed(
    qtbot: QtBot, pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = page(qtbot)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    first.add.click()
    photo = tmp_path / "2019" / "a.jpg"
    photo.parent.mkdir()
    photo.write_bytes(b"")
    dropped(first, tmp_path, photo)
    assert first.folders() == [str(tmp_path), str(photo.parent)], "a photo stands for its folder"
    first.list.setFocus()
    first.list.setCurrentRow(0)
    qtbot.keyClick(first.list, Qt.Key.Key_Delete)
    assert first.folders() == [str(photo.parent)]


def test_a_better_model_comes_after_the_starter(qtbot: QtBot, pictures: Path) -> None:
    first = page(qtbot)
    first.add_folders(["/photos"])
    assert "answers at once" in first.plan.text()
    first.cards.buttons["vit-b-32"].click()
    assert "The starter answers at once, while “CLIP ViT-B/32” is made ready" in first.plan.text()
    assert "605 MB download" in first.plan.text()
    with qtbot.waitSignal(first.started) as started:
        first.start.click()
    assert started.args == [["/photos"], "vit-b-32"]


def test_speeds_come_in_as_they_are_measured(qtbot: QtBot, pictures: Path) -> None:
    first = page(qtbot)
    asked: list[str] = []
    first.measure_wanted.connect(asked.append)
    first.cards.measure.click()
    assert asked[0] == "starter"
    first.take_speed(ModelSpeed("vit-b-32", 9.44, "cuda", "float16"))
    assert first.cards.speed_words("vit-b-32") == "9.4 photos/s on the NVIDIA graphics card"


def test_only_recommended_models_are_offered_and_the_choice_outlives_new_cards(
    qtbot: QtBot, pictures: Path
) -> None:
    first = page(qtbot)
    first.cards.buttons["vit-l-14"].click()
    first.take_models([*CARDS, card("other", "Other")], ModelInUse(CARDS[0], None))
    assert "other" not in first.cards.buttons
    chosen = first.cards.selected()
    assert chosen is not None
    assert chosen.id == "vit-l-14"


def test_odd_names_are_shown_and_told_as_they_are(qtbot: QtBot, pictures: Path) -> None:
    first = page(qtbot)
    odd = os.fsdecode(b"/photos/<b>\xe9\n")
    first.add_folders([odd])
    assert "\n" not in first.list.item(0).text()
    assert first.folders() == [odd]


def test_start_and_measure_are_in_sight_without_scrolling(qtbot: QtBot, pictures: Path) -> None:
    first = page(qtbot)
    first.resize(1100, 640)
    for button in (first.start, first.cards.measure):
        qtbot.waitUntil(lambda button=button: not button.visibleRegion().isEmpty())
        assert button.visibleRegion().boundingRect() == button.rect()
    assert first.start.mapTo(first, QPoint()).y() > first.viewport().geometry().bottom()
