"""The covers of albums, as small as the icons that they stand for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QPixmap

from photoclip.domain.browsing import Sources
from photoclip.ui.grid.thumbnails import Thumbnails
from photoclip.worker.messages import GridRow, RowsLoaded


class AlbumCovers(QObject):
    """Knows which photos are covers, and has their tiles made as they are drawn."""

    rows_wanted = Signal(object)
    """The ids of photos whose rows are needed, as a tuple."""
    changed = Signal()
    """A cover can be drawn now, or in another way."""

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._rows: dict[int, GridRow | None] = {}
        thumbnails.ready.connect(self._take_tile)

    @Slot(object)
    def take_sources(self, sources: Sources) -> None:
        covers = {album.cover for album in sources.albums if album.cover is not None}
        new = tuple(sorted(covers - self._rows.keys()))
        self._rows = {photo_id: self._rows.get(photo_id) for photo_id in covers}
        if new:
            self.rows_wanted.emit(new)

    @Slot(object)
    def take_rows(self, loaded: RowsLoaded) -> None:
        here = {row.photo.photo_id: row for row in loaded.rows if row.photo.photo_id in self._rows}
        if here:
            self._rows.update(here)
            self.changed.emit()

    def pixmap(self, photo_id: int | None) -> QPixmap | None:
        """The tile of a cover; None where there is none, or none yet."""
        row = self._rows.get(photo_id) if photo_id is not None else None
        if row is None:
            return None
        return self._thumbnails.pixmap(row.photo.content_hash, row.thumbnail)

    @Slot(object)
    def _take_tile(self, content_hash: bytes) -> None:
        if any(row is not None and row.photo.content_hash == content_hash for row in self._rows.values()):
            self.changed.emit()
