"""The window's tests: offscreen, over a worker in memory, and what Qt warns about fails."""

from __future__ import annotations

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot
from ui.in_memory import HugeWorker, InMemoryWorker, make_rows

from photoclip.ui.main_window import MainWindow
from photoclip.worker.messages import GridRow

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What Qt warns about fails the test that made it warn."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            # Said by the offscreen platform; no window manager is there to care.
            item.add_marker(
                pytest.mark.qt_log_ignore("propagateSizeHints", "support raise", "grabbing the keyboard")
            )


@pytest.fixture(autouse=True)
def _widgets_end_in_their_own_thread() -> Iterator[None]:
    """Python's collector would delete what a test left behind in the thread in which it happens to run."""
    gc.disable()
    yield
    # After qtbot, which only asks for the end of its widgets.
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.fixture
def rows(tmp_path: Path) -> list[GridRow]:
    return make_rows(tmp_path, 24)


@pytest.fixture
def worker(rows: list[GridRow]) -> InMemoryWorker:
    """Twenty-four photos: the even ones show a dog, every third a cat."""
    captions = {n: " ".join(w for w, by in (("dog", 2), ("cat", 3)) if n % by == 0) for n in range(1, 25)}
    return InMemoryWorker(rows, captions)


@pytest.fixture
def empty_worker() -> InMemoryWorker:
    return InMemoryWorker()


@pytest.fixture
def huge_worker(rows: list[GridRow]) -> HugeWorker:
    return HugeWorker(100_000, rows[0])


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Callable[[InMemoryWorker], MainWindow]]:
    """Opens a window over a worker, on the screen and started."""
    # qtbot alone would let it be collected at the end of the test, in the middle of a slot of its own.
    windows: list[MainWindow] = []

    def opened(worker: InMemoryWorker) -> MainWindow:
        window = MainWindow(worker)
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(900, 600)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.start()
        qtbot.waitUntil(lambda: window.flow.is_showing())
        return window

    yield opened
    windows.clear()


@pytest.fixture
def window(worker: InMemoryWorker, open_window: Callable[[InMemoryWorker], MainWindow]) -> MainWindow:
    return open_window(worker)
