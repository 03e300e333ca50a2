from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot
from ui.in_memory import InMemoryWorker

from photoclip.domain.errands import CopyFormat, CopyMetadata, CopyOptions, ExportAlbum, ExportPhotos
from photoclip.ui.actions.dialogs import Dialogs
from photoclip.ui.actions.export_dialog import ExportDialog
from photoclip.ui.actions.export_memory import ExportMemory
from photoclip.ui.main_window import MainWindow
from photoclip.ui.window_state import WindowState

OPTIONS = CopyOptions(CopyFormat.WEBP, 1600, 70, CopyMetadata.NO_PLACE)


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


def test_the_next_export_is_proposed_what_the_last_one_was(store: QSettings, tmp_path: Path) -> None:
    assert ExportMemory(WindowState(store)).last() == ("", CopyOptions())
    ExportMemory(WindowState(store)).keep(str(tmp_path), OPTIONS)
    assert ExportMemory(WindowState(store)).last() == (str(tmp_path), OPTIONS)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '["/x"]',
        '["/x", {}]',
        '["/x", 5]',
        '[5, {"format": "jpeg", "longest_side": 0, "quality": 90, "metadata": "keep"}]',
        '["/x", {"format": "bmp", "longest_side": 0, "quality": 90, "metadata": "keep"}]',
        '["/x", {"format": [], "longest_side": 0, "quality": 90, "metadata": "keep"}]',
        '["/x", {"format": "jpeg", "longest_side": -1, "quality": 90, "metadata": "keep"}]',
        '["/x", {"format": "jpeg", "longest_side": 0, "quality": 1e400, "metadata": "keep"}]',
    ],
)
def test_what_is_wrong_in_the_file_is_as_if_it_were_not_there(store: QSettings, text: str) -> None:
    store.setValue("export", text)
    assert ExportMemory(WindowState(store)).last() == ("", CopyOptions())


def test_exporting_twice_asks_the_folder_once(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    exports = ExportMemory(WindowState(None))
    dialogs = Dialogs(InMemoryWorker(), exports, window)
    with qtbot.waitSignal(dialogs.errand_wanted) as wanted:
        dialogs.export_photos((3, 4))
        first = asked(qtbot, window)
        assert not first.export.isEnabled()
        first.place.setText(str(tmp_path))
        first.format.setCurrentIndex(first.format.findData("png"))
        first.export.click()
    assert wanted.args == [ExportPhotos((3, 4), str(tmp_path), CopyOptions(CopyFormat.PNG))]
    qtbot.waitUntil(lambda: window.findChild(ExportDialog) is None)
    with qtbot.waitSignal(dialogs.errand_wanted) as again:
        dialogs.export_album(7, 2, "Pets")
        second = asked(qtbot, window)
        assert second.windowTitle() == "Export album"
        second.export.click()
    assert again.args == [ExportAlbum(7, str(tmp_path), CopyOptions(CopyFormat.PNG))]


def asked(qtbot: QtBot, window: MainWindow) -> ExportDialog:
    qtbot.waitUntil(lambda: window.findChild(ExportDialog) is not None)
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    return dialog
