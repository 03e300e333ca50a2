import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from photoclip.domain.errands import CopyFormat, CopyMetadata, CopyOptions
from photoclip.ui.actions.export_dialog import ExportDialog, result_words


def dialog(qtbot: QtBot, folder: Path | str = "", **more: object) -> ExportDialog:
    made = ExportDialog(12, folder=str(folder), **more)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_what_was_chosen_last_is_proposed_again(qtbot: QtBot, tmp_path: Path) -> None:
    options = CopyOptions(CopyFormat.WEBP, 1600, 70, CopyMetadata.STRIP)
    made = dialog(qtbot, tmp_path, options=options)
    assert made.folder() == str(tmp_path)
    assert made.options() == options
    assert made.side.isVisible()


def test_the_result_is_said_in_one_line_as_it_is_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    made = dialog(qtbot, tmp_path)
    assert made.summary.text() == "12 copies, the files as they are."
    assert not made.quality.isEnabled(), "a file that stays as it is has no quality to choose"
    made.format.setCurrentIndex(made.format.findData("jpeg"))
    made.sides.setCurrentIndex(made.sides.findData(2048))
    made.metadata.setCurrentIndex(made.metadata.findData("no place"))
    assert made.summary.text() == "12 copies as JPEG, at most 2048 pixels, without place."
    assert made.quality.isEnabled()
    assert not made.side.isVisible()


@pytest.mark.parametrize(
    ("count", "options", "words"),
    [
        (1, CopyOptions(CopyFormat.PNG), "1 copy as PNG."),
        (1234, CopyOptions(metadata=CopyMetadata.STRIP), "1,234 copies, without metadata."),
        (0, CopyOptions(longest_side=1024), "Copies, at most 1024 pixels."),
    ],
)
def test_results_in_words(qapp: object, count: int, options: CopyOptions, words: str) -> None:
    assert result_words(count, options) == words


@pytest.mark.parametrize(
    ("folder", "said"),
    [("", "Choose the folder"), ("copies", "the whole path"), ("/not/there", "no such folder")],
)
def test_a_folder_that_cannot_be_is_said_at_once(qtbot: QtBot, folder: str, said: str) -> None:
    made = dialog(qtbot, folder)
    assert said in made.fault.text()
    assert not made.export.isEnabled()


def test_a_folder_that_cannot_be_written_to_is_said(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    made = dialog(qtbot, tmp_path)
    assert "cannot be written to" in made.fault.text()
    assert not made.export.isEnabled()


def test_a_folder_is_chosen_and_the_dialog_accepted(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    made = dialog(qtbot)
    made.choose.click()
    assert made.fault.isHidden()
    with qtbot.waitSignal(made.accepted):
        made.export.click()


def test_a_folder_that_went_meanwhile_is_noticed(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    made = dialog(qtbot, folder)
    folder.rmdir()
    made.export.click()
    assert made.isVisible()
    assert "no such folder" in made.fault.text()


def test_a_long_path_shows_both_its_ends_until_it_is_typed_in(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "-".join(["long"] * 40)
    folder.mkdir()
    made = dialog(qtbot, folder)
    made.export.setFocus()
    qtbot.waitUntil(lambda: not made.place.hasFocus())
    assert "…" in made.place.shown()
    assert made.place.shown().startswith(str(tmp_path)[:8])
    assert made.place.shown().endswith("long")
    assert str(folder) in made.place.toolTip()
    assert made.folder() == str(folder)
    made.place.setFocus()
    qtbot.waitUntil(made.place.hasFocus)
    assert made.place.shown() == str(folder)
