"""Undo and redo: in order, one at a time, and honest when a step fails."""

from pytestqt.qtbot import QtBot
from ui.in_memory import InMemoryWorker

from photoclip.domain.changes import Change, MarkPhotos, RenameAlbum, Several
from photoclip.domain.errands import Binned, BinnedFile, Errand, MoveToBin, Outcome, PutBack, Restored
from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.actions.undo import Changes
from photoclip.ui.main_window import MainWindow
from photoclip.worker.messages import Changed, ChangeFailed, ErrandDone


class Catalog:
    """Notes what was asked of it; answers when a test says so."""

    def __init__(self) -> None:
        self.sent: list[tuple[int, Change]] = []
        self.run_: list[Errand] = []
        self.changes = Changes(self.send, self.run)

    def send(self, change_id: int, change: Change) -> None:
        self.sent.append((change_id, change))

    def run(self, errand: Errand) -> int:
        self.run_.append(errand)
        return len(self.run_)

    def agree(self, inverse: Change) -> None:
        self.changes.take_changed(Changed(self.sent[-1][0], inverse))

    def refuse(self, why: str) -> None:
        self.changes.take_failed(ChangeFailed(self.sent[-1][0], why))

    def asked(self) -> list[Change]:
        return [change for _, change in self.sent]

    def texts(self) -> list[str]:
        stack = self.changes.stack
        return [stack.text(number) for number in range(stack.count())]


HERE, THERE = RenameAlbum(1, "here"), RenameAlbum(1, "there")


def test_undo_sends_the_inverse_and_redo_the_inverse_of_that(qtbot: QtBot) -> None:
    catalog = Catalog()
    catalog.changes.change(THERE, "Rename")
    catalog.agree(HERE)
    catalog.changes.undo()
    catalog.agree(THERE)
    catalog.changes.redo()
    catalog.agree(HERE)
    assert catalog.asked() == [THERE, HERE, THERE]
    assert catalog.changes.stack.canUndo()
    assert not catalog.changes.stack.canRedo()


def test_what_is_asked_for_while_an_inverse_is_awaited_waits_its_turn(qtbot: QtBot) -> None:
    catalog = Catalog()
    catalog.changes.change(THERE, "first")
    catalog.changes.undo()
    catalog.changes.redo()
    catalog.changes.change(RenameAlbum(2, "x"), "second")
    assert catalog.asked() == [THERE]
    catalog.agree(HERE)
    assert catalog.asked() == [THERE, HERE]
    catalog.agree(THERE)
    catalog.agree(HERE)
    assert catalog.asked() == [THERE, HERE, THERE, RenameAlbum(2, "x")]
    catalog.agree(RenameAlbum(2, "y"))
    assert catalog.texts() == ["first", "second"]


def test_a_change_that_fails_is_said_and_leaves_nothing_to_undo(qtbot: QtBot) -> None:
    catalog = Catalog()
    with qtbot.waitSignals([catalog.changes.trouble, catalog.changes.refused]):
        catalog.changes.change(THERE, "Rename")
        catalog.refuse("There is one of that name.")
    assert catalog.texts() == []
    assert catalog.asked() == [THERE]


def test_an_undo_that_fails_drops_its_step_and_those_after_it(qtbot: QtBot) -> None:
    catalog = Catalog()
    for name in ("one", "two", "three"):
        catalog.changes.change(RenameAlbum(1, name), name)
        catalog.agree(HERE)
    catalog.changes.undo()
    catalog.agree(THERE)
    catalog.changes.undo()
    catalog.refuse("It is gone.")
    assert catalog.texts() == ["one"]
    assert catalog.changes.stack.canUndo()
    assert not catalog.changes.stack.canRedo()


def test_a_redo_that_fails_drops_its_step_and_those_after_it(qtbot: QtBot) -> None:
    catalog = Catalog()
    for name in ("one", "two", "three"):
        catalog.changes.change(RenameAlbum(1, name), name)
        catalog.agree(HERE)
    for _ in range(2):
        catalog.changes.undo()
        catalog.agree(THERE)
    catalog.changes.redo()
    catalog.refuse("It is gone.")
    assert catalog.texts() == ["one"]
    catalog.changes.undo()
    assert catalog.asked()[-1] == HERE


def test_a_late_answer_to_another_change_is_passed_over(qtbot: QtBot) -> None:
    catalog = Catalog()
    catalog.changes.change(THERE, "Rename")
    catalog.changes.take_changed(Changed(99, HERE))
    catalog.changes.undo()
    assert catalog.asked() == [THERE]


def test_photos_in_the_bin_are_put_back_by_undo_and_binned_again_by_redo(qtbot: QtBot) -> None:
    catalog = Catalog()
    file = BinnedFile(b"/photos/a.jpg", b"/bin/a.jpg")
    catalog.changes.add_binned(MoveToBin((1,)), Binned((file, BinnedFile(b"/b", b""))), "Move to the bin")
    assert catalog.run_ == []
    catalog.changes.undo()
    assert catalog.run_ == [PutBack((file,))]
    catalog.changes.take_done(ErrandDone(1, PutBack((file,)), Outcome(Restored(1))))
    catalog.changes.redo()
    assert catalog.run_[-1] == MoveToBin((1,))
    moved = BinnedFile(b"/photos/a.jpg", b"/bin/a.2.jpg")
    catalog.changes.take_done(ErrandDone(2, MoveToBin((1,)), Outcome(Binned((moved,)))))
    catalog.changes.undo()
    assert catalog.run_[-1] == PutBack((moved,)), "as it lies in the bin now"


def test_marks_are_shown_before_the_catalog_has_them(qtbot: QtBot) -> None:
    catalog = Catalog()
    shown: list[MarkPhotos] = []
    catalog.changes.marked.connect(shown.append)
    catalog.changes.change(MarkPhotos((1,), rating=3), "Rate")
    assert shown == [MarkPhotos((1,), rating=3)]
    catalog.agree(Several((MarkPhotos((1,), rating=0),)))
    catalog.changes.undo()
    assert shown[1:] == [MarkPhotos((1,), rating=0)]


# --- in the window


def rating(window: MainWindow, row: int) -> int:
    photo = window.model.photo(row)
    assert photo is not None
    return photo.rating


def choose(qtbot: QtBot, window: MainWindow, row: int) -> None:
    qtbot.waitUntil(lambda: window.model.photo(row) is not None)
    window.grid.setCurrentIndex(window.model.index(row))
    qtbot.waitUntil(lambda: window.commands[Command.RATE_3].isEnabled())


def test_a_rating_is_undone_and_redone_from_the_menu(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    undo, redo = window.commands[Command.UNDO], window.commands[Command.REDO]
    assert not undo.isEnabled()
    choose(qtbot, window, 2)
    window.commands[Command.RATE_3].trigger()
    assert rating(window, 2) == 3, "at once"
    qtbot.waitUntil(lambda: worker.rows[3].photo.rating == 3)
    assert undo.isEnabled()
    assert undo.text() == "&Undo: Give 1 photo 3 stars"
    undo.trigger()
    qtbot.waitUntil(lambda: worker.rows[3].photo.rating == 0)
    qtbot.waitUntil(lambda: rating(window, 2) == 0)
    qtbot.waitUntil(redo.isEnabled)
    redo.trigger()
    qtbot.waitUntil(lambda: worker.rows[3].photo.rating == 3)
    qtbot.waitUntil(lambda: rating(window, 2) == 3)


def test_a_mark_that_was_refused_is_set_right(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    choose(qtbot, window, 2)

    def refuse(change_id: int, change: Change) -> None:
        worker.publish(ChangeFailed(change_id, "The disk is full."))

    window.changes._send = refuse
    window.commands[Command.RATE_3].trigger()
    assert rating(window, 2) == 3
    qtbot.waitUntil(lambda: window.view.messages.text() == "The disk is full.")
    qtbot.waitUntil(lambda: rating(window, 2) == 0)
    assert not window.commands[Command.UNDO].isEnabled()


def test_an_undo_in_a_row_of_quick_keys_takes_back_one_change_each(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    choose(qtbot, window, 2)
    for stars in (Command.RATE_1, Command.RATE_2, Command.RATE_3):
        window.commands[stars].trigger()
    for _ in range(3):
        window.commands[Command.UNDO].trigger()
    qtbot.waitUntil(lambda: worker.rows[3].photo.rating == 0 and not window.changes.stack.canUndo())
    assert [getattr(change, "rating", None) for change in worker.changes[:3]] == [1, 2, 3]
