"""Shows why the photo in the viewer is here: asks, waits, and follows from photo to photo."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from photoclip.domain.query import Query
from photoclip.ui.viewer.heat_overlay import HeatOverlay
from photoclip.ui.viewer.why_panel import WhyPanel
from photoclip.worker.messages import Explained

SLOW_MS = 200
"""An explanation that takes longer is said to be on its way; a quicker one would only flicker."""


class Why(QObject):
    """Knows whether explanations are shown, and of which photo and query the next one is."""

    wanted = Signal(object)
    """The id of a photo to explain; `ask` is to be called for it with the query that is shown."""

    def __init__(self, heat: HeatOverlay, panel: WhyPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heat = heat
        self._panel = panel
        self._photo_id = -1
        self._asked: tuple[int, Query] | None = None
        self.shown = False
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow.timeout.connect(self._say_reading)

    def show_photo(self, photo_id: int) -> None:
        """Another photo is on the canvas, -1 for none."""
        self._photo_id = photo_id
        if photo_id < 0:
            self.hide()
        elif self.shown:
            self._ask()

    @Slot()
    def toggle(self) -> None:
        if self.shown:
            self.hide()
        elif self._photo_id >= 0:
            self.shown = True
            self._ask()

    @Slot()
    def hide(self) -> None:
        self.shown = False
        self._asked = None
        self._slow.stop()
        self._heat.show_heat(None)
        self._panel.hide()

    def expect(self, query: Query) -> bool:
        """Whether the photo is to be explained for this query; where it has no words, that is said."""
        if not query.words.strip():
            self._asked = None
            self._slow.stop()
            self._panel.show_note(
                self.tr("There are no words to explain; search for something in words first.")
            )
            self._panel.show()
            return False
        self._asked = (self._photo_id, query)
        return True

    @Slot(object)
    def take(self, explained: Explained) -> None:
        if (explained.photo_id, explained.query) != self._asked:
            return
        self._asked = None
        self._slow.stop()
        self._heat.show_heat(explained.heat)
        self._panel.show_explained(explained)
        self._panel.show()

    def _ask(self) -> None:
        self._heat.show_heat(None)
        self._slow.start()
        self.wanted.emit(self._photo_id)

    @Slot()
    def _say_reading(self) -> None:
        self._panel.show_note(self.tr("Reading the photo…"))
        self._panel.show()
