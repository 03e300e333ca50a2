"""Tells the worker which thumbnails a person is waiting for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Slot

from photoclip.ui.grid.photo_model import MISSING_ROLE, PhotoModel
from photoclip.ui.grid.thumbnails import Thumbnails
from photoclip.ui.grid.tile_view import TileView

SETTLE_MS = 150
"""A fast scroll passes many photos; only where it comes to rest is anything asked for."""
MOST = 300


class WantedThumbnails(QObject):
    """Reports photos in view that have no thumbnail, each once while it is in view, or until `ask_again`."""

    def __init__(
        self,
        want: Callable[[Sequence[int]], None],
        grid: TileView,
        model: PhotoModel,
        thumbnails: Thumbnails,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._want = want
        self._grid = grid
        self._model = model
        self._told: set[int] = set()
        self._stopped = False
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._tell)
        thumbnails.ready.connect(self._look_soon)
        grid.verticalScrollBar().valueChanged.connect(self._look_soon)
        model.modelReset.connect(self._look_soon)

    def stop(self) -> None:
        """Ask for nothing more: the worker is closing."""
        self._stopped = True

    @Slot()
    def ask_again(self) -> None:
        """The library changed: a file that could not be read may be there now.

        The worker knows what it has tried since it last looked at the folders,
        so a photo that cannot be read does not keep it busy.
        """
        self._told.clear()
        self._settle.start()

    @Slot()
    def _look_soon(self) -> None:
        # Not connected straight away: the scroll bar's value would be taken for milliseconds.
        self._settle.start()

    @Slot()
    def _tell(self) -> None:
        if self._stopped or not self._grid.isVisible():
            return
        ids = self._model.ids
        rows = self._grid.rows_on_screen()
        self._told &= {int(ids[row]) for row in rows}
        lacking = [int(ids[row]) for row in rows if self._model.index(row).data(MISSING_ROLE)]
        if set(lacking) - self._told:
            self._told.update(lacking)
            self._want(lacking[:MOST])
