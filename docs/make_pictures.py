#!/usr/bin/env python3
"""Make the pictures in docs/ from the running program, on the album of free photos.

    .venv/bin/python docs/make_pictures.py

Needs what `installers/from_source.py try` sets up. Works without a screen.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
DOCS = Path(__file__).resolve().parent
sys.path.insert(0, str(DOCS.parent / "installers"))

import from_source  # noqa: E402
from PySide6.QtCore import QDeadlineTimer, QEventLoop  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from photoclip import bootstrap  # noqa: E402
from photoclip.ui import theme  # noqa: E402
from photoclip.ui.app import make_application  # noqa: E402
from photoclip.ui.main_window import MainWindow  # noqa: E402
from photoclip.worker.messages import Activity, WorkerState  # noqa: E402
from photoclip.worker.worker import Worker  # noqa: E402

_LIMIT_MS = 120_000


def main() -> None:
    """Open the window twice, light and dark, and keep what it shows."""
    album = from_source.sample_album()
    app = make_application(sys.argv[:1])
    with tempfile.TemporaryDirectory() as library, bootstrap.writing(Path(library)) as workshop:
        for name in ("light", "dark"):
            theme.apply(app, name)
            window = MainWindow(Worker(workshop), theme_name=name)
            window.painted.connect(window.start)
            window.resize(1100, 720)
            window.show()
            _show(window, album, name)
            window.close()
            window.deleteLater()


def _show(window: MainWindow, album: Path, name: str) -> None:
    states: list[WorkerState] = []
    window.bridge.state_changed.connect(states.append)
    window.drop.dropped.emit([str(album)])
    _wait(lambda: bool(states) and states[-1].activity is Activity.IDLE and window.model.rowCount() > 10)
    _keep(window, f"window-{name}")
    window.search.put("a cat")
    window.flow.search("a cat")
    _wait(lambda: 0 < window.model.rowCount() < 10)
    _keep(window, f"search-{name}")


def _wait(done: Callable[[], bool], milliseconds: int = _LIMIT_MS) -> None:
    deadline = QDeadlineTimer(milliseconds)
    while not done():
        if deadline.hasExpired():
            raise SystemExit("the window did not get there in time")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def _keep(window: MainWindow, name: str) -> None:
    settled = QDeadlineTimer(1500)  # thumbnails come from threads of their own
    _wait(settled.hasExpired)
    if not window.grab().save(str(DOCS / f"{name}.png")):
        raise SystemExit(f"docs/{name}.png cannot be written")


if __name__ == "__main__":
    main()
