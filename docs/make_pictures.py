#!/usr/bin/env python3
"""Make the pictures in docs/images from the running program: every view, light, dark and in Chinese.

    .venv/bin/python docs/make_pictures.py [LOOK …] [VIEW …]

Needs what `installers/from_source.py try` sets up, and a font with Chinese
letters (on Debian: apt-get install fonts-noto-cjk). Works without a screen, and
in a folder of its own: no library, setting or photo of yours is touched.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

DOCS = Path(__file__).resolve().parent
HOME = Path(tempfile.gettempdir()) / "photoclip-pictures"
"""A place of one name, since some pictures show paths."""
LOOKS = (("light", "light", "en"), ("dark", "dark", "en"), ("zh", "light", "zh_CN"))
"""Folder below docs/images, theme, language."""

# Before anything is imported that looks for the user's own folders.
for _name in [name for name in os.environ if name.startswith(("XDG_", "PHOTOCLIP_", "QT_SCALE"))]:
    del os.environ[_name]
os.environ.update(HOME=str(HOME), QT_QPA_PLATFORM="offscreen", TZ="UTC", LC_ALL="C.UTF-8", HF_HUB_OFFLINE="1")
time.tzset()
sys.path[:0] = [str(DOCS), str(DOCS.parent / "installers")]

import from_source  # noqa: E402
import picture_views  # noqa: E402
import sample_photos  # noqa: E402
import search_views  # noqa: E402
from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop  # noqa: E402
from PySide6.QtGui import QFontDatabase, QImage  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from photoclip import bootstrap, own_files  # noqa: E402
from photoclip.settings import Settings  # noqa: E402
from photoclip.ui import language, theme  # noqa: E402
from photoclip.ui.app import make_application, window_file  # noqa: E402
from photoclip.ui.main_window import MainWindow  # noqa: E402
from photoclip.ui.preferences.settings_store import SettingsInMemory  # noqa: E402
from photoclip.worker.messages import Activity, SourcesLoaded, WorkerState  # noqa: E402
from photoclip.worker.worker import Worker  # noqa: E402

_LIMIT_MS = 120_000
_QUALITY = 85
_TILE = 150
_STILL_MS = 450
_RESTLESS_MS = 5_000
"""A view that never rests (work that goes on) is taken after this long."""


def main() -> None:
    """Prepare the photos, then go through all views once for each look."""
    looks = [look for look in LOOKS if look[0] in sys.argv] or LOOKS
    wanted = set(sys.argv[1:]) - {look for look, *_ in LOOKS}
    shutil.rmtree(HOME, ignore_errors=True)
    samples = from_source.sample_album()
    sample_photos.make_pictures_folder(samples, HOME / "Pictures")
    sample_photos.make_card(samples, HOME / "Card")
    app = make_application(sys.argv[:1])
    app.setCursorFlashTime(0)
    if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        raise SystemExit("There is no font with Chinese letters; on Debian: apt-get install fonts-noto-cjk")
    with bootstrap.writing(HOME / "library") as workshop, bootstrap.writing(HOME / "new") as bare:
        for look, colours, speech in looks:
            for shop, place, views in (
                (bare, "new", picture_views.OF_NEW_LIBRARY),
                (workshop, "library", picture_views.OF_LIBRARY | search_views.OF_LIBRARY),
            ):
                if wanted and wanted.isdisjoint(views):
                    continue
                stage = Stage(app, look, colours, speech, Worker(shop), HOME / place)
                for name, view in views.items():
                    if not wanted or name in wanted or name in picture_views.ALWAYS:
                        stage.dismiss_messages()
                        view(stage)
                stage.close()
    sizes = [file.stat().st_size for file in (DOCS / "images").rglob("*.webp")]
    print(f"{len(sizes)} pictures, {sum(sizes) / 1e6:.1f} MB")


class Stage:
    """A window in one look, and what it takes to photograph it."""

    def __init__(
        self, app: QApplication, look: str, colours: str, speech: str, worker: Worker, library: Path
    ) -> None:
        self.look, self.home = look, HOME
        language.apply(speech)
        theme.apply(app, colours)
        settings = Settings(theme=colours, language=speech)
        self.worker = worker
        self.states: list[WorkerState] = []
        self.window = MainWindow(
            worker,
            settings=SettingsInMemory(settings),
            everything=own_files.everything(library, "", window_file()),
        )
        self.window.bridge.state_changed.connect(self.states.append)
        told: list[SourcesLoaded] = []
        self.window.bridge.sources_loaded.connect(told.append)
        self.window.painted.connect(self.window.start)
        self.window.resize(1100, 720)
        self.window.grid.set_tile(_TILE)
        self.window.show()
        self.wait(lambda: self.is_idle() and self.window.flow.is_showing() and bool(told))

    def is_idle(self) -> bool:
        """A worker that has nothing to do from the start tells of no state."""
        return not self.states or self.states[-1].activity is Activity.IDLE

    def wait(self, done: Callable[[], bool], milliseconds: int = _LIMIT_MS) -> None:
        """Let the program live until something holds."""
        deadline = QDeadlineTimer(milliseconds)
        while not done():
            if deadline.hasExpired():
                raise SystemExit("the window did not get there in time")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 30)

    def settle(self, grab: Callable[[], QImage] | None = None) -> QImage:
        """Until nothing on the screen changes any more; what is seen then."""
        take = grab or (lambda: self.window.grab().toImage())
        limit, before = QDeadlineTimer(_RESTLESS_MS), QImage()
        while True:
            self.wait(QDeadlineTimer(_STILL_MS).hasExpired)
            now = take()
            if now == before or limit.hasExpired():
                return now
            before = now

    def keep(self, name: str, grab: Callable[[], QImage] | None = None) -> None:
        """Write a picture of the window, or of what `grab` gives."""
        picture = self.settle(grab)
        file = DOCS / "images" / self.look / f"{name}.webp"
        file.parent.mkdir(parents=True, exist_ok=True)
        if not picture.save(str(file), quality=_QUALITY):
            raise SystemExit(f"{file} cannot be written")

    def dismiss_messages(self) -> None:
        """What was said before belongs to another picture."""
        messages = self.window.view.messages
        while messages.isVisible():
            messages.drop()

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


if __name__ == "__main__":
    main()
