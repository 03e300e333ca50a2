import os
import subprocess
import sys
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from ui.in_memory import InMemoryWorker

from photoclip import paths
from photoclip.domain.changes import DeleteAlbum, MakeAlbum
from photoclip.domain.errands import MoveToBin
from photoclip.domain.query import Filters, Query
from photoclip.errors import StorageFault
from photoclip.settings import Settings
from photoclip.ui import theme
from photoclip.ui.actions import desktop
from photoclip.ui.actions.desktop import Desktop
from photoclip.ui.actions.shortcuts import SHORTCUTS, Command
from photoclip.ui.help_dialogs import ShortcutsDialog
from photoclip.ui.main_window import MainWindow
from photoclip.ui.port import PhotoWorker
from photoclip.ui.preferences.preferences import PreferencesDialog
from photoclip.ui.preferences.settings_store import SettingsInMemory
from photoclip.ui.session import Session
from photoclip.worker.worker import Worker

Opener = Callable[[InMemoryWorker], MainWindow]


def test_the_worker_keeps_the_promise_that_the_window_relies_on() -> None:
    promised = [name for name in vars(PhotoWorker) if not name.startswith("_")]
    assert len(promised) == 27
    for name in promised:
        assert callable(getattr(Worker, name))
        assert callable(getattr(InMemoryWorker, name))


def test_the_worker_starts_after_the_first_paint(qtbot: QtBot, worker: InMemoryWorker) -> None:
    window = MainWindow(worker)
    qtbot.addWidget(window)
    window.painted.connect(window.start)
    with qtbot.waitSignal(window.painted):
        window.show()
        assert not worker.calls
    qtbot.waitUntil(lambda: worker.calls == ["start"])


def test_closing_the_window_closes_the_worker_once(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    window.close()
    window.close()
    assert worker.calls.count("close") == 1


def test_a_window_that_was_never_started_closes_too(qtbot: QtBot, worker: InMemoryWorker) -> None:
    window = MainWindow(worker)
    qtbot.addWidget(window)
    window.show()
    window.close()
    assert worker.calls == ["close"]


def test_trouble_is_shown_in_one_quiet_line(qtbot: QtBot, window: MainWindow, worker: InMemoryWorker) -> None:
    messages = window.view.messages
    assert messages.isHidden()
    for text in ("A drive is gone.", "The disk is full.", "A drive is gone."):
        worker.say(text)
    qtbot.waitUntil(messages.isVisible)
    qtbot.waitUntil(lambda: messages.text() == "A drive is gone.")
    qtbot.mouseClick(messages.dismiss, Qt.MouseButton.LeftButton)
    assert messages.text() == "The disk is full."
    qtbot.mouseClick(messages.dismiss, Qt.MouseButton.LeftButton)
    assert messages.isHidden()


def test_add_folder_asks_the_system_for_one(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/photos/of mine")
    window.commands[Command.ADD_FOLDER].trigger()
    assert worker.calls[-1] == "add_folder /photos/of mine"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    window.commands[Command.ADD_FOLDER].trigger()
    assert worker.calls.count("add_folder ") == 0


def drag(window: MainWindow, mime: QMimeData) -> bool:
    """Bring a drag over the window and let go; returns whether it was welcome."""
    copy, left, no = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    try:
        enter = QDragEnterEvent(QPointF(50, 50), copy, mime, left, no)
    except TypeError:  # PySide6 before 6.12 knows whole points only
        enter = QDragEnterEvent(QPoint(50, 50), copy, mime, left, no)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        assert window.drop.veil.isVisible()
        QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), copy, mime, left, no))
        assert not window.drop.veil.isVisible()
    return enter.isAccepted()


def test_a_folder_dropped_on_the_window_is_added(window: MainWindow, worker: InMemoryWorker) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/photos/holiday in März")])
    assert drag(window, mime)
    assert worker.calls[-1] == "add_folder /photos/holiday in März"


def test_what_is_not_a_local_file_is_not_welcome(window: MainWindow) -> None:
    text, web = QMimeData(), QMimeData()
    text.setText("words")
    web.setUrls([QUrl("https://example.org/photo.jpg")])
    assert not drag(window, text)
    assert not drag(window, web)


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX only")
def test_names_that_are_not_utf8_survive_the_way_through_urls() -> None:
    path = b"/photos/caf\xe9 100%.jpg"
    assert os.fsencode(desktop.local_path(desktop.file_url(path))) == path


def test_light_and_dark_can_be_switched(qtbot: QtBot, window: MainWindow, qapp: QApplication) -> None:
    chosen: list[str] = []
    window.commands.theme_chosen.connect(chosen.append)
    light, dark = window.commands.themes.actions()[1:]
    try:
        dark.trigger()
        qtbot.waitUntil(lambda: theme.is_dark(window.palette()))
        assert window.grid.viewport().palette().color(QPalette.ColorRole.Base).lightness() < 80
        icon = window.commands[Command.ADD_FOLDER].icon().pixmap(20, 20).toImage()
        shades = [icon.pixelColor(x, y) for x in range(20) for y in range(20)]
        assert max(shade.lightness() for shade in shades if shade.alpha() > 200) > 180
        light.trigger()
        qtbot.waitUntil(lambda: not theme.is_dark(window.palette()))
        assert chosen == ["dark", "light"]
    finally:
        theme.apply(qapp, "system")


def test_the_chosen_theme_is_remembered_in_the_settings(
    qtbot: QtBot, worker: InMemoryWorker, qapp: QApplication
) -> None:
    settings = SettingsInMemory()
    window = MainWindow(worker, settings=settings)
    qtbot.addWidget(window)
    try:
        window.set_theme("dark")
    finally:
        theme.apply(qapp, "system")
    assert settings.load().theme == "dark"


def test_tab_goes_from_the_search_to_the_photos(qtbot: QtBot, window: MainWindow) -> None:
    window.commands[Command.SEARCH].trigger()
    assert window.search.hasFocus()
    seen: list[QWidget | None] = []
    for _ in range(9):
        qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        seen.append(window.focusWidget())
    order = [
        widget
        for widget in seen
        if widget in (window.view.browser.header.slider, window.grid, window.status.pause)
    ]
    assert order[:3] == [window.view.browser.header.slider, window.grid, window.status.pause]


def test_every_control_has_a_name_for_a_screen_reader(window: MainWindow) -> None:
    for control in (window.search, window.grid, window.status.pause, window.view.viewer.next):
        assert control.accessibleName()


def test_no_two_commands_share_a_key() -> None:
    keys = [keys for shortcut in SHORTCUTS for keys in shortcut.keys]
    assert len(keys) == len(set(keys))


def test_the_help_lists_every_key(qtbot: QtBot, window: MainWindow) -> None:
    window.commands[Command.HELP].trigger()
    dialog = window.findChild(ShortcutsDialog)
    assert dialog is not None
    shown = {label.text() for label in dialog.findChildren(QWidget) if hasattr(label, "text")}
    assert "Find similar" in shown
    assert "Ctrl+E" in shown
    dialog.close()


def test_a_theme_that_cannot_be_remembered_is_said(
    qtbot: QtBot, worker: InMemoryWorker, qapp: QApplication
) -> None:
    class FullDisk(SettingsInMemory):
        def update(self, change: Callable[[Settings], Settings]) -> None:
            raise StorageFault("The disk is full.")

    window = MainWindow(worker, settings=FullDisk())
    qtbot.addWidget(window)
    window.set_theme("system")
    assert window.view.messages.text() == "The disk is full."


class RecordingDesktop(Desktop):
    def __init__(self, *, works: bool = True) -> None:
        super().__init__()
        self.opened: list[bytes] = []
        self._works = works

    def open_file(self, path: bytes) -> bool:
        self.opened.append(path)
        return self._works

    def open_folder(self, path: bytes) -> bool:
        self.opened.append(path)
        return self._works

    def show_in_folder(self, path: bytes) -> bool:
        self.opened.append(path)
        return self._works


@pytest.mark.parametrize("works", [True, False])
def test_a_photo_opens_elsewhere_or_it_is_said_that_it_does_not(
    qtbot: QtBot, worker: InMemoryWorker, works: bool
) -> None:
    elsewhere = RecordingDesktop(works=works)
    window = MainWindow(worker, desktop=elsewhere)
    qtbot.addWidget(window)
    window.show()
    window.start()
    qtbot.waitUntil(lambda: window.model.rowCount() > 0)
    assert not window.commands[Command.OPEN_OUTSIDE].isEnabled(), "no photo is current yet"
    window.grid.setCurrentIndex(window.model.index(0))
    qtbot.waitUntil(window.commands[Command.OPEN_OUTSIDE].isEnabled)
    window.commands[Command.OPEN_OUTSIDE].trigger()
    window.commands[Command.SHOW_IN_FOLDER].trigger()
    window.commands[Command.COPY_PATH].trigger()
    path = worker.rows[1].photo.path
    assert elsewhere.opened == [path, path]
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == os.fsdecode(path))
    assert bool(window.view.messages.text()) is not works


def test_the_window_comes_back_as_it_was(qtbot: QtBot, worker: InMemoryWorker, tmp_path: Path) -> None:
    file = str(tmp_path / "window.ini")

    def store() -> QSettings:
        return QSettings(file, QSettings.Format.IniFormat)

    first = MainWindow(worker, store=store())
    qtbot.addWidget(first)
    first.show()
    first.resize(700, 500)
    first.grid.set_tile(250)
    first.close()
    second = MainWindow(worker, store=store())
    qtbot.addWidget(second)
    assert second.size() == first.size()
    assert second.grid.tile == 250
    assert second.view.browser.header.slider.value() == 250


def test_a_damaged_memory_of_the_window_does_no_harm(
    qtbot: QtBot, worker: InMemoryWorker, tmp_path: Path
) -> None:
    (tmp_path / "window.ini").write_text("[General]\ntile=many\ngeometry=@ByteArray(x)\n", encoding="utf-8")
    store = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(worker, store=store)
    qtbot.addWidget(window)
    assert window.grid.tile > 0


def test_the_window_loads_no_torch_and_none_of_the_adapters() -> None:
    code = (
        "import sys, photoclip.ui.app\n"
        "heavy = {'torch', 'open_clip', 'PIL', 'sqlite3', 'hnswlib', 'watchdog'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


@pytest.mark.parametrize("works", [True, False])
def test_the_log_is_one_click_away(qtbot: QtBot, worker: InMemoryWorker, works: bool) -> None:
    elsewhere = RecordingDesktop(works=works)
    window = MainWindow(worker, desktop=elsewhere)
    qtbot.addWidget(window)
    window.commands[Command.LOG].trigger()
    assert elsewhere.opened == [os.fsencode(paths.logs_dir())]
    assert (str(paths.logs_dir()) in window.view.messages.text()) is not works


def test_a_crash_is_told_of_with_the_way_to_its_report(
    qtbot: QtBot, worker: InMemoryWorker, tmp_path: Path
) -> None:
    elsewhere = RecordingDesktop()
    window = MainWindow(worker, desktop=elsewhere)
    qtbot.addWidget(window)
    messages = window.view.messages
    window.tell_of_crash(tmp_path / "crash-1.log")
    assert messages.text() == (
        f"photoclip ended unexpectedly last time; the report is in {tmp_path / 'crash-1.log'} "
        "and nothing was sent anywhere."
    )
    messages.say("A drive is gone.")
    assert messages.remedy.isHidden()
    messages.drop()
    messages.remedy.click()
    assert elsewhere.opened == [os.fsencode(paths.logs_dir())]
    assert messages.isHidden()


def test_a_storm_of_messages_is_bounded(qtbot: QtBot, window: MainWindow, worker: InMemoryWorker) -> None:
    for number in range(500):
        worker.say(f"Trouble {number}.")
    messages = window.view.messages
    qtbot.waitUntil(lambda: messages.text() == "Trouble 499.")
    seen = 0
    while messages.text():
        seen += 1
        messages.drop()
    assert seen == 20


def drop_picture(window: MainWindow, file: str) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(file)])
    assert drag(window, mime)


def test_a_picture_dropped_on_the_window_is_searched_by(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    with qtbot.waitSignal(window.flow.showing):
        drop_picture(window, "/elsewhere/cat.jpg")
    assert worker.asked[-1].query == Query(image="/elsewhere/cat.jpg")
    assert window.view.chips.texts() == ["Similar to cat.jpg"]


def test_where_it_gets_narrow_the_inspector_goes_first_and_then_the_sources(
    qtbot: QtBot, window: MainWindow
) -> None:
    def parts() -> tuple[bool, bool]:
        return window.sources.isVisible(), window.inspector.isVisible()

    for width, shown in ((1400, (True, True)), (760, (True, False)), (560, (False, False))):
        window.resize(width, 600)
        qtbot.waitUntil(lambda shown=shown: parts() == shown)
        assert window.commands[Command.SHOW_SOURCES].isChecked() is shown[0]
        assert window.commands[Command.SHOW_INSPECTOR].isChecked() is shown[1]
    window.resize(1400, 600)
    qtbot.waitUntil(lambda: parts() == (True, True))


def test_a_part_that_is_asked_for_is_shown_in_a_narrow_window_too(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(760, 600)
    qtbot.waitUntil(lambda: not window.inspector.isVisible())
    window.commands[Command.SHOW_INSPECTOR].trigger()
    assert window.inspector.isVisible()
    assert not window.sources.isVisible()
    window.commands[Command.SHOW_SOURCES].trigger()
    assert window.sources.isVisible()


def test_a_single_photo_has_the_whole_of_a_full_screen(qtbot: QtBot, window: MainWindow) -> None:
    window.view.open_row(0)
    window.commands[Command.FULL_SCREEN].trigger()
    qtbot.waitUntil(window.isFullScreen)
    around = (window.menuBar(), window.top_bar, window.statusBar(), window.sources, window.inspector)
    qtbot.waitUntil(lambda: not any(part.isVisible() for part in around))
    window.viewer.left.emit()
    qtbot.waitUntil(lambda: not window.isFullScreen())
    qtbot.waitUntil(lambda: window.menuBar().isVisible() and window.top_bar.isVisible())


def test_f6_goes_round_the_parts_of_the_window(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1400, 600)
    window.search.setFocus()
    seen = []
    for _ in range(4):
        window.commands[Command.NEXT_PART].trigger()
        focused = window.focusWidget()
        assert focused is not None
        parts = (window.sources, window.grid, window.inspector, window.search)
        seen += [part for part in parts if part is focused or part.isAncestorOf(focused)]
    assert seen == [window.sources, window.grid, window.inspector, window.search]


def test_a_first_run_is_one_page_and_starting_leads_to_the_photos(
    qtbot: QtBot, empty_worker: InMemoryWorker, open_window: Opener
) -> None:
    window = open_window(empty_worker)
    qtbot.waitUntil(lambda: window.first_screen.page is not None)
    page = window.first_screen.page
    assert page is not None
    assert page.isVisible()
    assert not window.inspector.isVisible()
    empty_worker.holding_errands = True
    page.cards.measure.click()
    page.started.emit(["/photos"], "vit-b-32")
    measured = [f"cancel {errand_id}" for errand_id, _ in empty_worker.errands]
    assert set(measured) <= set(empty_worker.calls), "nothing is measured behind a page that is gone"
    assert empty_worker.calls[-2:] == ["add_folder /photos", "choose_model vit-b-32"]
    qtbot.waitUntil(lambda: window.view.browser.isVisible())
    qtbot.waitUntil(lambda: window.sources.isVisible())


def test_an_album_that_is_deleted_while_it_is_shown_is_left(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    worker.change(1, MakeAlbum("Pets", photo_ids=(2, 3)))
    qtbot.waitUntil(lambda: window.names.has_album(1))
    with qtbot.waitSignal(window.questions.answered):
        window.flow.choose(Query(filters=Filters(album=1)))
    window.changes.change(DeleteAlbum(1), "Delete")
    qtbot.waitUntil(lambda: window.model.rowCount() == 24)
    assert title(window) == "All photos"


def title(window: MainWindow) -> str:
    return window.view.browser.header.title()


def test_another_window_takes_the_place_of_one_over_the_same_worker(
    qtbot: QtBot, worker: InMemoryWorker
) -> None:
    session = Session(worker, SettingsInMemory(), None)
    first = session.window
    first.show()
    first.start()
    qtbot.waitUntil(first.flow.is_showing)
    with qtbot.waitSignal(first.questions.answered):
        first.flow.choose(Query(words="dog"))
    first.replacement_wanted.emit()
    qtbot.waitUntil(lambda: session.window is not first)
    second = session.window
    qtbot.addWidget(second)
    qtbot.waitUntil(second.flow.is_showing)
    assert worker.calls.count("close") == 0
    assert title(second) == "“dog”"
    assert second.search.text() == "dog"
    session.close()
    assert worker.calls.count("close") == 1


def test_errands_of_a_new_window_are_not_mixed_up_with_those_that_still_run(
    qtbot: QtBot, worker: InMemoryWorker
) -> None:
    session = Session(worker, SettingsInMemory(), None)
    worker.holding_errands = True
    session.window.start()
    session.window.errands.run(MoveToBin((1,)))
    session.replace_window()
    qtbot.addWidget(session.window)
    session.window.errands.run(MoveToBin((2,)))
    assert [errand_id for errand_id, _ in worker.errands] == [1, 2]


def test_of_a_window_that_was_replaced_nothing_stays(qtbot: QtBot, worker: InMemoryWorker) -> None:
    session = Session(worker, SettingsInMemory(), None)
    session.window.show()
    session.window.start()
    qtbot.waitUntil(session.window.flow.is_showing)
    first = weakref.ref(session.window)
    session.replace_window()
    qtbot.addWidget(session.window)
    qtbot.waitUntil(lambda: first() is None)


def test_deleting_everything_comes_after_the_window_has_closed(qtbot: QtBot, worker: InMemoryWorker) -> None:
    session = Session(worker, SettingsInMemory(), None)
    qtbot.addWidget(session.window)
    session.window.show()
    assert not session.forgets
    session.window.forget()
    assert worker.calls == ["close"]
    assert session.forgets


def test_preferences_open_and_apply(qtbot: QtBot, window: MainWindow, worker: InMemoryWorker) -> None:
    window.commands[Command.PREFERENCES].trigger()
    dialog = window.findChild(PreferencesDialog)
    assert dialog is not None
    with qtbot.waitSignal(window.replacement_wanted):
        dialog.language_chosen.emit("en")
    dialog.close()
