"""Shows the first run while the library has no folder, and does what is chosen there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from photoclip.ui import said
from photoclip.ui.preferences.first_run import FirstRun
from photoclip.ui.preferences.measuring import Measuring
from photoclip.worker.messages import ModelInUse

if TYPE_CHECKING:
    from photoclip.ui.main_window import MainWindow


class FirstScreen(QObject):
    """The page is made when it is needed, which in most libraries is never."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._use: ModelInUse | None = None
        self._measuring: Measuring | None = None
        self.page: FirstRun | None = None
        window.flow.bare.connect(self.show)
        window.bridge.model_changed.connect(self.take_model)

    @Slot(object)
    def take_model(self, use: ModelInUse) -> None:
        self._use = use

    @Slot(bool)
    def show(self, bare: bool) -> None:
        if bare and self.page is None:
            self.page = self._make()
        self._window.view.set_home(self.page if bare else None)

    def _make(self) -> FirstRun:
        window = self._window
        page = FirstRun([said.card(card) for card in window.worker.models()])
        page.started.connect(self._start)
        self._measuring = Measuring(window, page)
        return page

    @Slot(object, str)
    def _start(self, folders: Sequence[str], model_id: str) -> None:
        if self._measuring is not None:
            self._measuring.stop()
        for folder in folders:
            self._window.worker.add_folder(folder)
        if model_id and (self._use is None or model_id != self._use.card.id):
            self._window.worker.choose_model(model_id)
