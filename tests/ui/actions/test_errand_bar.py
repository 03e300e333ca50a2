import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from photoclip.domain.errands import (
    Binned,
    BinnedFile,
    Exported,
    ExportPhotos,
    MeasureModel,
    ModelSpeed,
    MoveToBin,
    Outcome,
    PutBack,
    Restored,
)
from photoclip.ui.actions.errand_bar import ErrandBar
from photoclip.ui.icons import Icons
from photoclip.worker.messages import ErrandDone, ErrandState

COPY = ExportPhotos((1, 2, 3), "/copies")
BIN = MoveToBin((1, 2))


@pytest.fixture
def bar(qtbot: QtBot) -> ErrandBar:
    made = ErrandBar(Icons(QGuiApplication.palette()))
    qtbot.addWidget(made)
    return made


def test_it_is_hidden_while_nothing_is_done(bar: ErrandBar) -> None:
    assert bar.isHidden()
    bar.take_state(ErrandState(1, COPY, 1, 3, 70.0))
    assert not bar.isHidden()
    bar.take_done(ErrandDone(1, COPY, Outcome(None, cancelled=True)))
    assert bar.isHidden()


def test_a_line_tells_how_far_its_errand_is(bar: ErrandBar) -> None:
    bar.take_state(ErrandState(1, COPY, 1, 3, 70.0))
    line = bar.line(1)
    assert line is not None
    assert bar.lines() == ["Copying 3 photos to /copies"]
    assert line.left.text() == "1 of 3 · about a minute left"
    assert (line.progress.value(), line.progress.maximum()) == (1, 3)
    bar.take_state(ErrandState(1, COPY, 1, 3, 70.0, paused=True))
    assert line.left.text() == "1 of 3 · paused"
    assert line.pause.toolTip() == "Go on"


def test_errands_are_paused_and_cancelled_each_for_itself(bar: ErrandBar, qtbot: QtBot) -> None:
    bar.take_state(ErrandState(1, COPY, 0, 3))
    bar.take_state(ErrandState(2, BIN, 0, 2))
    first, second = bar.line(1), bar.line(2)
    assert first is not None
    assert second is not None
    with qtbot.waitSignal(bar.pause_wanted) as paused:
        second.pause.click()
    with qtbot.waitSignal(bar.cancel_wanted) as cancelled:
        first.cancel.click()
    assert (paused.args, cancelled.args) == ([2, True], [1])
    assert not first.cancel.isEnabled(), "it was heard"


def test_what_went_into_the_bin_can_be_taken_back(bar: ErrandBar, qtbot: QtBot) -> None:
    kept, lost = BinnedFile(b"/a", b"/bin/a"), BinnedFile(b"/b", b"")
    bar.take_done(ErrandDone(1, BIN, Outcome(Binned((kept, lost)))))
    assert bar.lines() == ["Moved 2 files to the bin."]
    line = bar.line(1)
    assert line is not None
    with qtbot.waitSignal(bar.undo_wanted) as undone:
        line.undo.click()
    assert undone.args == [PutBack((kept,))]
    assert bar.isHidden()


def test_where_nothing_can_be_put_back_no_undo_is_offered(bar: ErrandBar) -> None:
    bar.take_done(ErrandDone(1, BIN, Outcome(Binned((BinnedFile(b"/b", b""),)))))
    line = bar.line(1)
    assert line is not None
    assert line.undo.isHidden()


def test_what_failed_stays_until_it_is_closed(bar: ErrandBar) -> None:
    bar.take_state(ErrandState(1, COPY, 2, 3))
    outcome = Outcome(Exported(2, "/copies"), ("The disk is full; free some space.", "And another."))
    bar.take_done(ErrandDone(1, COPY, outcome))
    assert bar.lines() == ["Copied 2 photos to /copies. The disk is full; free some space."]
    line = bar.line(1)
    assert line is not None
    assert line.left.text() == "1 more"
    assert line.ends_at is None
    line.cancel.click()
    assert bar.isHidden()


def test_a_line_that_is_used_again_remembers_nothing(bar: ErrandBar) -> None:
    bar.take_done(ErrandDone(1, BIN, Outcome(Binned((BinnedFile(b"/a", b"/bin/a"),)))))
    line = bar.line(1)
    assert line is not None
    line.cancel.click()
    bar.take_state(ErrandState(2, COPY, 0, 3))
    again = bar.line(2)
    assert again is not None
    assert again.undo.isHidden()
    assert not again.progress.isHidden()
    assert again.cancel.toolTip() == "Cancel"


def test_a_result_makes_way_for_the_next_one_so_that_nothing_is_undone_twice(bar: ErrandBar) -> None:
    binned = BinnedFile(b"/a", b"/bin/a")
    bar.take_done(ErrandDone(1, BIN, Outcome(Binned((binned,)))))
    bar.take_done(ErrandDone(2, PutBack((binned,)), Outcome(Restored(1))))
    assert bar.lines() == ["Put 1 file back."]
    line = bar.line(2)
    assert line is not None
    assert line.undo.isHidden()


def test_measuring_a_model_is_shown_where_it_was_asked_for(bar: ErrandBar) -> None:
    errand = MeasureModel("starter")
    bar.take_state(ErrandState(1, errand, 0, 1))
    bar.take_done(ErrandDone(1, errand, Outcome(ModelSpeed("starter", 5.0, "cpu", "float32"))))
    assert bar.isHidden()
