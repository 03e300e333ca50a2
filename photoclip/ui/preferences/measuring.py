"""Has models measured for a page or a dialog, and stops when it is done with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from photoclip.domain.errands import MeasureModel
from photoclip.worker.messages import ErrandDone

if TYPE_CHECKING:
    from photoclip.ui.main_window import MainWindow
    from photoclip.ui.preferences.first_run import FirstRun
    from photoclip.ui.preferences.model_dialog import ModelDialog


class Measuring(QObject):
    """A measurement takes the processors for seconds: none goes on for a page that nobody sees."""

    def __init__(self, window: MainWindow, page: FirstRun | ModelDialog) -> None:
        super().__init__(page)
        self._window = window
        self._running: set[int] = set()
        page.measure_wanted.connect(self._measure)
        window.bridge.errand_done.connect(page.take_done)
        window.bridge.errand_done.connect(self._take_done)

    @Slot()
    def stop(self) -> None:
        """Let go of what was measured for the page, and of what waits to be."""
        while self._running:
            self._window.worker.cancel(self._running.pop())

    @Slot(str)
    def _measure(self, model_id: str) -> None:
        self._running.add(self._window.errands.run(MeasureModel(model_id)))

    @Slot(object)
    def _take_done(self, done: ErrandDone) -> None:
        self._running.discard(done.errand_id)
