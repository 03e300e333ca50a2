from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from photoclip.ui.viewer.slideshow import INTERVALS, USUAL_INTERVAL, Slideshow


def hurried(patience_ms: int = 60_000) -> Slideshow:
    """A slideshow whose seconds are over at once."""
    show = Slideshow(patience_ms=patience_ms)
    show.seconds = 0
    return show


def test_people_choose_among_a_few_intervals() -> None:
    assert INTERVALS == (2, 4, 8)
    assert Slideshow().seconds == USUAL_INTERVAL


def test_it_goes_on_when_the_time_is_up_and_the_next_photo_ready(qtbot: QtBot) -> None:
    show = hurried()
    with qtbot.waitSignal(show.advance):
        show.start()
        show.set_ready(True)


def test_it_waits_for_a_photo_that_is_not_ready_rather_than_show_black(qtbot: QtBot) -> None:
    show, ready = hurried(), hurried()
    spy = QSignalSpy(show.advance)
    show.start()
    with qtbot.waitSignal(ready.advance):
        ready.start()
        ready.set_ready(True)
    assert spy.count() == 0
    show.set_ready(True)
    assert spy.count() == 1


def test_it_does_not_wait_for_ever(qtbot: QtBot) -> None:
    show = hurried(patience_ms=0)
    with qtbot.waitSignal(show.advance):
        show.start()


def test_a_pause_holds_it_and_ends_where_it_began(qtbot: QtBot) -> None:
    show = hurried()
    changes = QSignalSpy(show.changed)
    show.start()
    show.toggle_pause()
    spy = QSignalSpy(show.advance)
    show.set_ready(True)
    assert (show.running, show.paused, spy.count()) == (True, True, 0)
    with qtbot.waitSignal(show.advance):
        show.toggle_pause()
    assert changes.count() == 3


def test_after_its_end_nothing_comes(qtbot: QtBot) -> None:
    show, other = hurried(), hurried()
    spy = QSignalSpy(show.advance)
    show.start()
    show.stop()
    show.toggle_pause()
    with qtbot.waitSignal(other.advance):
        other.start()
        other.set_ready(True)
    assert spy.count() == 0
    assert not show.paused
