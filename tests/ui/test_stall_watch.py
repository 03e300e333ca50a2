import logging
import time

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from photoclip.ui.stall_watch import StallWatch, watch_and_log


def stand_still(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


def test_a_loop_that_stands_still_is_seen_with_what_held_it_up(qtbot: QtBot) -> None:
    watch = StallWatch()
    watch.start()
    QTimer.singleShot(0, lambda: stand_still(0.15))
    qtbot.waitUntil(lambda: any("stand_still" in stall.stack for stall in watch.stalls))
    assert watch.longest >= 0.15
    watch.stop()
    watch.forget()
    assert not watch.stalls
    assert watch.longest == 0


def test_what_is_seen_goes_to_the_log(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    parent = QObject()
    with caplog.at_level(logging.WARNING):
        watch = watch_and_log(parent)
        with qtbot.waitSignal(watch.stalled):
            QTimer.singleShot(0, lambda: stand_still(0.15))
    watch.stop()
    assert "stood still" in caplog.text
    caplog.clear()


def test_the_watch_ends_with_the_window(qtbot: QtBot) -> None:
    parent = QObject()
    watch = watch_and_log(parent)
    thread = watch._thread
    assert thread is not None
    parent.deleteLater()
    qtbot.waitUntil(lambda: not thread.is_alive())
