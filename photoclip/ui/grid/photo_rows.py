"""Rows of photos that are wanted all at once, loaded or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Slot

from photoclip.domain.photos import PhotoRow
from photoclip.worker.messages import RowsLoaded

MOST = 5000
"""Photos whose rows are fetched for one act; a clipboard with more paths serves nobody."""
PATIENCE_MS = 1500
"""Photos that are gone never come; after this long, the others are acted on."""

Then = Callable[[list[PhotoRow]], None]


class PhotoRows(QObject):
    """Fetches rows for whoever needs more than the one photo that is current.

    The newest wish counts: a selection that was copied a moment ago is of no
    interest once another one is copied.
    """

    def __init__(self, load: Callable[[Sequence[int]], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._load = load
        self._wanted: tuple[int, ...] = ()
        self._here: dict[int, PhotoRow] = {}
        self._then: Then | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._finish)

    def fetch(self, photo_ids: Sequence[int], then: Then) -> None:
        """Call `then` with the rows of these photos, in order and without those that are gone."""
        self._wanted = tuple(photo_ids[:MOST])
        self._here = {}
        self._then = then
        self._patience.start()
        self._load(self._wanted)

    @Slot(object)
    def take_rows(self, loaded: RowsLoaded) -> None:
        if self._then is None:
            return
        wanted = set(self._wanted)
        self._here.update({r.photo.photo_id: r.photo for r in loaded.rows if r.photo.photo_id in wanted})
        if len(self._here) == len(wanted):
            self._finish()

    @Slot()
    def _finish(self) -> None:
        self._patience.stop()
        then, self._then = self._then, None
        if then is not None and self._here:
            then([self._here[photo_id] for photo_id in self._wanted if photo_id in self._here])
