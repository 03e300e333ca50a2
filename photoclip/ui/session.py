"""The window that is open now: where it has to be made anew, another takes its place over the same worker."""

from __future__ import annotations

import gc
import logging
from collections.abc import Sequence

from PySide6.QtCore import QObject, QSettings, QTimer, Slot

from photoclip.errors import PhotoclipError
from photoclip.own_files import Stored
from photoclip.ui import language
from photoclip.ui.main_window import MainWindow
from photoclip.ui.port import PhotoWorker
from photoclip.ui.preferences.settings_store import SettingsStore
from photoclip.ui.search.history import View
from photoclip.ui.single import Door

_log = logging.getLogger(__name__)


class Session(QObject):
    """Owns the window. The worker goes on while one window follows another."""

    def __init__(
        self,
        worker: PhotoWorker,
        settings: SettingsStore,
        store: QSettings | None,
        everything: Sequence[Stored] = (),
    ) -> None:
        super().__init__()
        self.forgets = False
        """Whether all that photoclip stored is to be deleted now."""
        self._everything = everything
        self._worker = worker
        self._settings = settings
        self._store = store
        self._door: Door | None = None
        self._leaving: MainWindow | None = None
        self.window = self._open()

    def listen(self, door: str) -> None:
        """Come forward when photoclip is started on the same library again."""
        self._door = Door(door, self)
        self._door.rung.connect(self._come_forward)
        self.window.closing.connect(self._door.close)
        if not self._door.listens:
            _log.warning("a second start cannot bring this window forward")

    def close(self) -> bool:
        return self.window.close()

    @Slot()
    def replace_window(self) -> None:
        """The same view at the same place, in a new window that speaks the chosen language."""
        old = self.window
        try:
            language.apply(self._settings.load().language)
        except PhotoclipError as fault:
            old.view.messages.say(str(fault))
            return
        if self._door is not None:
            old.closing.disconnect(self._door.close)
        view, size, place = old.flow.view(), old.saveGeometry(), old.isFullScreen()
        old.let_go()
        new = self._open(view)
        new.errands.number_on(old.errands)
        new.changes.number_on(old.changes)
        new.restoreGeometry(size)
        if self._door is not None:
            new.closing.connect(self._door.close)
        new.painted.connect(new.start)
        self.window = new
        if place:
            new.showFullScreen()
        else:
            new.show()
        # Held until Qt has deleted it: Python would do so in whatever thread its garbage is collected.
        self._leaving = old
        old.destroyed.connect(self._forget_leaving)
        old.deleteLater()

    def _open(self, view: View | None = None) -> MainWindow:
        window = MainWindow(
            self._worker,
            settings=self._settings,
            store=self._store,
            view=view,
            everything=self._everything,
        )
        window.replacement_wanted.connect(self._replace_soon)
        window.forget_wanted.connect(self._forget)
        return window

    @Slot()
    def _forget_leaving(self) -> None:
        QTimer.singleShot(0, self._collect)

    @Slot()
    def _collect(self) -> None:
        """What is left of the old window, pictures among it, ends here and now, in the window's thread."""
        self._leaving = None
        gc.collect()

    @Slot()
    def _forget(self) -> None:
        self.forgets = True

    @Slot()
    def _replace_soon(self) -> None:
        # The wish comes from a dialog of the window that is to go.
        QTimer.singleShot(0, self.replace_window)

    @Slot()
    def _come_forward(self) -> None:
        self.window.come_forward()
