"""What is done with photos: albums, tags, copies and the bin, as a person does it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from ui.in_memory import InMemoryWorker
from ui.test_main_window import RecordingDesktop

from photoclip.domain.changes import AddToAlbum, AlbumKind, ArrangeAlbum, MakeAlbum, MarkPhotos, TagPhotos
from photoclip.domain.errands import (
    Binned,
    BinnedFile,
    CopyOptions,
    Exported,
    ExportPhotos,
    MoveToBin,
    Outcome,
    PutBack,
)
from photoclip.domain.query import Filters, Query
from photoclip.ui.actions.album_picker import PickPopup
from photoclip.ui.actions.export_dialog import ExportDialog
from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.main_window import MainWindow


def choose(qtbot: QtBot, window: MainWindow, *rows: int) -> None:
    qtbot.waitUntil(lambda: all(window.model.photo(row) is not None for row in rows))
    window.grid.setCurrentIndex(window.model.index(rows[0]))
    window.grid.select_ids(window.model.ids[list(rows)])
    qtbot.waitUntil(lambda: window.commands[Command.ADD_TO_ALBUM].isEnabled())


def popup() -> PickPopup:
    found = QApplication.activePopupWidget()
    assert isinstance(found, PickPopup)
    return found


def question() -> QMessageBox:
    found = QApplication.activeModalWidget()
    assert isinstance(found, QMessageBox)
    return found


def test_photos_go_to_an_album_by_typing_a_part_of_its_name(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    for number, name in enumerate(("Holiday", "Family", "Work"), 1):
        worker.change(number, MakeAlbum(name))
    qtbot.waitUntil(lambda: len(window.names.albums_by_hand()) == 3)
    choose(qtbot, window, 1, 3)
    window.commands[Command.ADD_TO_ALBUM].trigger()
    assert popup().texts() == ["Holiday", "Family", "Work", "New album…"]
    qtbot.keyClicks(popup().field, "fam")
    assert popup().texts() == ["Family", "New album “fam”"]
    qtbot.keyClick(popup().field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: worker.changes[-1] == AddToAlbum(2, (2, 4)))
    window.commands[Command.ADD_TO_ALBUM].trigger()
    assert popup().texts()[0] == "Family", "the one used last comes first"
    qtbot.keyClick(popup().field, Qt.Key.Key_Down)
    qtbot.keyClick(popup().field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: worker.changes[-1] == AddToAlbum(1, (2, 4)))


def test_a_name_that_is_new_makes_an_album_of_the_photos(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    choose(qtbot, window, 0)
    window.commands[Command.ADD_TO_ALBUM].trigger()
    qtbot.keyClicks(popup().field, "Sea & {sun}")
    assert popup().texts() == ["New album “Sea & {sun}”"]
    qtbot.keyClick(popup().field, Qt.Key.Key_Return)
    assert worker.changes[-1] == MakeAlbum("Sea & {sun}", photo_ids=(1,))


def test_a_tag_is_picked_or_made(qtbot: QtBot, window: MainWindow, worker: InMemoryWorker) -> None:
    worker.change(1, TagPhotos((5,), "beach"))
    qtbot.waitUntil(lambda: window.names.labels() == ["beach"])
    choose(qtbot, window, 0)
    window.commands[Command.ADD_TAG].trigger()
    qtbot.keyClicks(popup().field, "BEA")
    qtbot.keyClick(popup().field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: worker.changes[-1] == TagPhotos((1,), "beach"))
    window.commands[Command.ADD_TAG].trigger()
    qtbot.keyClicks(popup().field, "sunset")
    qtbot.mouseClick(popup().list.viewport(), Qt.MouseButton.LeftButton, pos=popup().list.rect().center() / 4)
    qtbot.waitUntil(lambda: worker.changes[-1] == TagPhotos((1,), "sunset"))


def test_the_bin_asks_first_and_undo_puts_back(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    worker.holding_errands = True
    choose(qtbot, window, 0, 1)
    window.commands[Command.TRASH].trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    assert question().text() == "Move 2 photos to the system's bin?"
    question().button(QMessageBox.StandardButton.Cancel).click()
    assert worker.errands == []
    window.commands[Command.TRASH].trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    question().defaultButton().click()
    assert worker.errands == [(1, MoveToBin((1, 2)))]
    qtbot.waitUntil(window.errand_bar.isVisible)
    files = tuple(BinnedFile(f"/photos/{n}".encode(), f"/bin/{n}".encode()) for n in (1, 2))
    worker.finish(1, Outcome(Binned(files)))
    undo = window.commands[Command.UNDO]
    qtbot.waitUntil(undo.isEnabled)
    assert undo.text() == "&Undo: Move 2 photos to the bin"
    undo.trigger()
    assert worker.errands[-1] == (2, PutBack(files))


def test_what_only_the_system_can_restore_is_said_and_not_offered_for_undo(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    worker.holding_errands = True
    window.errands.run(MoveToBin((1,)))
    worker.finish(1, Outcome(Binned((BinnedFile(b"/photos/1", b""),))))
    qtbot.waitUntil(lambda: "open the system's bin to restore" in window.view.messages.text())
    assert not window.commands[Command.UNDO].isEnabled()


def test_copies_are_exported_and_what_failed_is_counted(
    qtbot: QtBot, worker: InMemoryWorker, tmp_path: Path
) -> None:
    elsewhere = RecordingDesktop()
    window = MainWindow(worker, desktop=elsewhere)
    qtbot.addWidget(window)
    window.show()
    window.start()
    qtbot.waitUntil(lambda: window.model.rowCount() > 0)
    worker.holding_errands = True
    choose(qtbot, window, 0, 1)
    window.commands[Command.EXPORT].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    dialog.place.setText(str(tmp_path))
    dialog.export.click()
    assert worker.errands == [(1, ExportPhotos((1, 2), str(tmp_path), CopyOptions()))]
    faults = [f"{number}.jpg cannot be read." for number in range(5)]
    worker.finish(1, Outcome(Exported(1, str(tmp_path)), faults))
    messages = window.view.messages
    qtbot.waitUntil(lambda: bool(messages.text()))
    assert messages.text().splitlines()[1:] == [*faults[:3], "And 2 more."]
    assert messages.sign() == "warning"
    messages.remedy.click()
    assert elsewhere.opened == [str(tmp_path).encode()]
    worker.finish(1, Outcome(Exported(2, str(tmp_path))))
    qtbot.waitUntil(lambda: messages.text().startswith("2 photos copied"))
    assert messages.sign() == "info", "nothing is wrong"


def test_photos_are_moved_within_their_album(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    worker.change(1, MakeAlbum("Pets", photo_ids=(2, 3, 4, 5)))
    assert not window.grid.rearrangeable
    with qtbot.waitSignal(window.questions.answered):
        window.flow.choose(Query(filters=Filters(album=1)))
    assert window.grid.rearrangeable
    window.grid.rearranged.emit((2, 5), 2)
    assert worker.changes[-1] == ArrangeAlbum(1, (3, 2, 5, 4))
    with qtbot.waitSignal(window.questions.answered):
        window.flow.choose(Query(words="dog", filters=Filters(album=1)))
    assert not window.grid.rearrangeable, "what is not shown would be lost"


def test_duplicates_of_a_photo_and_a_burst_are_lists_of_their_own(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    choose(qtbot, window, 2)
    with qtbot.waitSignal(window.questions.answered):
        window.commands[Command.DUPLICATES_OF].trigger()
    assert worker.asked[-1].query == Query(filters=Filters(duplicates_of=3))
    assert window.view.browser.header.title() == "Duplicates of IMG_0003.jpg"
    with qtbot.waitSignal(window.questions.answered):
        window.grid.stack_opened.emit(3)
    assert worker.asked[-1].query == Query(filters=Filters(burst_of=3))


def test_the_favourites_follow_what_is_marked(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    worker.change(1, MarkPhotos((2, 3), favourite=True))
    with qtbot.waitSignal(window.questions.answered):
        window.flow.choose(Query(filters=Filters(favourite=True)))
    choose(qtbot, window, 0)
    qtbot.waitUntil(window.commands[Command.FAVOURITE].isChecked)
    window.commands[Command.FAVOURITE].trigger()
    qtbot.waitUntil(lambda: window.model.ids.tolist() == [3], timeout=3000)
    window.commands[Command.UNDO].trigger()
    qtbot.waitUntil(lambda: window.model.ids.tolist() == [2, 3], timeout=3000)


def test_a_photo_that_is_deleted_while_it_is_open_gives_way_to_the_next(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    window.view.open_row(2)
    qtbot.waitUntil(lambda: window.viewer.photo is not None)
    del worker.rows[3]
    worker.publish_library()
    qtbot.waitUntil(lambda: window.view.photo_ids() == (4,), timeout=3000)
    worker.rows.clear()
    worker.publish_library()
    qtbot.waitUntil(lambda: not window.view.shows_viewer(), timeout=3000)


def test_a_smart_album_keeps_the_view(qtbot: QtBot, window: MainWindow, worker: InMemoryWorker) -> None:
    worker.change(1, MakeAlbum("Dogs", AlbumKind.SMART, query=Query(words="dog")))
    seen: list[object] = []
    window.sources.new_smart_album = lambda *view: seen.append(view)  # type: ignore[method-assign]
    with qtbot.waitSignal(window.questions.answered):
        window.flow.choose(Query(words="dog"))
    window.commands[Command.NEW_SMART_ALBUM].trigger()
    assert seen == [(Query(words="dog"), window.flow.arrangement())]
