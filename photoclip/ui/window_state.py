"""What the window remembers from one day to the next: its place, and the size of the tiles."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow

from photoclip.ui.photo_grid import USUAL_TILE


class WindowState:
    """Kept in an ini file that can be deleted at any time; None keeps nothing."""

    def __init__(self, store: QSettings | None) -> None:
        self._store = store

    def tile(self) -> int:
        return self._number("tile", USUAL_TILE)

    def filled(self) -> bool:
        return bool(self._number("filled", 1))

    def restore(self, window: QMainWindow) -> None:
        """Put the window where it was; a first one is given a size that fits most screens."""
        geometry = self._store.value("geometry") if self._store is not None else None
        if not isinstance(geometry, QByteArray) or not window.restoreGeometry(geometry):
            room = window.screen().availableSize()
            window.resize(min(1280, room.width() - 80), min(820, room.height() - 80))

    def save(self, window: QMainWindow, tile: int, filled: bool) -> None:
        if self._store is None:
            return
        self._store.setValue("geometry", window.saveGeometry())
        self._store.setValue("tile", tile)
        self._store.setValue("filled", int(filled))

    def _number(self, key: str, usual: int) -> int:
        value = self._store.value(key, usual) if self._store is not None else usual
        try:
            return int(str(value))
        except ValueError:
            return usual
