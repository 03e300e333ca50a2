"""Measures, and prints, how steadily a hundred thousand photos in memory scroll. Run with `-s -m measure`."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot
from ui.in_memory import HugeWorker, InMemoryWorker

from photoclip.ui.grid.scroll_bench import ScrollBench
from photoclip.ui.main_window import MainWindow

Opener = Callable[[InMemoryWorker], MainWindow]


@pytest.mark.measure
@pytest.mark.timeout(120)
def test_the_stalls_while_a_hundred_thousand_photos_are_scrolled(
    qtbot: QtBot, huge_worker: HugeWorker, open_window: Opener
) -> None:
    window = open_window(huge_worker)
    bench = ScrollBench(window, time.monotonic())
    with qtbot.waitSignal(bench.done, timeout=100_000):
        bench.start()
    figures = bench.figures()
    print(f"\nwheel {figures.wheel}\ndrag {figures.drag}\nlongest stall {figures.longest_stall:.0f} ms")
    for stall in figures.stalls:
        print(f"{1e3 * stall.seconds:.0f} ms, {1e3 * stall.spent:.0f} of them ours, at:\n{stall.stack}")
    bar = window.grid.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
