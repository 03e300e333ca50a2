"""A viewer over a worker in memory, as the main window joins them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.in_memory import InMemoryWorker

from photoclip.domain.photos import PhotoRow
from photoclip.ui.grid.photo_model import PhotoModel
from photoclip.ui.grid.thumbnails import Thumbnails
from photoclip.ui.grid.tiles import TileSpec
from photoclip.ui.icons import Icons
from photoclip.ui.viewer.viewer import Viewer
from photoclip.worker.messages import Answer, Event, FactsLoaded, GridRow, PictureLoaded, RowsLoaded


def grid_row(
    photo_id: int, path: Path | bytes, width: int, height: int, thumbnail: Path | str = "/nowhere"
) -> GridRow:
    content = photo_id.to_bytes(16, "big")
    return GridRow(PhotoRow(photo_id, content, os.fsencode(path), width, height, None), str(thumbnail))


class Viewing:
    """Model, worker and viewer; the viewer is on screen and 800 x 600 large."""

    def __init__(self, qtbot: QtBot, rows: Sequence[GridRow]) -> None:
        self.qtbot = qtbot
        self.worker = InMemoryWorker(rows)
        self.pictures_asked: list[bytes] = []
        self.thumbnails = Thumbnails(TileSpec(64, 1.0, False))
        self.model = PhotoModel(self.worker.load_rows, self.thumbnails)
        self.icons = Icons(QApplication.palette())
        self.viewer = Viewer(self.model, self.icons, self._load_picture)
        self.viewer.facts_wanted.connect(self._load_facts)
        self.worker.start(self._take)
        qtbot.addWidget(self.viewer)
        self.viewer.resize(800, 600)
        with qtbot.waitExposed(self.viewer):
            self.viewer.show()
        self.answer([row.photo.photo_id for row in rows])

    def answer(self, photo_ids: Sequence[int]) -> None:
        self.model.show(Answer(1, np.array(photo_ids, np.int64), None))

    def open(self, row: int) -> Viewer:
        """Show a row and wait until its picture is as good as it gets."""
        self.viewer.show_row(row)
        self.wait_loaded()
        return self.viewer

    def wait_loaded(self) -> None:
        self.qtbot.waitUntil(self.viewer.presenter.is_loaded)

    def close(self) -> None:
        self.viewer.close_loading()
        self.thumbnails.close()

    def _load_picture(self, ticket: int, path: bytes, box: tuple[int, int] | None) -> None:
        self.pictures_asked.append(path)
        self.worker.load_picture(ticket, path, box)

    def _load_facts(self, photo_id: int) -> None:
        self.worker.load_facts([photo_id])

    def _take(self, event: Event) -> None:
        if isinstance(event, RowsLoaded):
            self.model.take_rows(event)
        elif isinstance(event, PictureLoaded):
            self.viewer.take_picture(event)
        elif isinstance(event, FactsLoaded):
            self.viewer.take_facts(event)
