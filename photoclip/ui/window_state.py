"""What the window remembers from one day to the next: its place, its parts, and what was shown."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow

from photoclip.ui.grid.photo_grid import USUAL_TILE


class WindowState:
    """Kept in an ini file that can be deleted or damaged at any time; None keeps nothing."""

    def __init__(self, store: QSettings | None) -> None:
        self._store = store

    def tile(self) -> int:
        return self.number("tile", USUAL_TILE)

    def filled(self) -> bool:
        return bool(self.number("filled", 1))

    def restore(self, window: QMainWindow) -> None:
        """Put the window where it was; a first one is given a size that fits most screens."""
        geometry = self.data("geometry")
        if geometry is None or not window.restoreGeometry(geometry):
            room = window.screen().availableSize()
            window.resize(min(1280, room.width() - 80), min(820, room.height() - 80))

    def save(self, values: dict[str, QByteArray | int | str]) -> None:
        if self._store is None:
            return
        for key, value in values.items():
            self._store.setValue(key, value)
        self._store.sync()

    def number(self, key: str, usual: int) -> int:
        try:
            return int(str(self._value(key)))
        except ValueError:
            return usual

    def text(self, key: str) -> str:
        value = self._value(key)
        # A comma makes a list of a value that was written by hand.
        return value if isinstance(value, str) else ""

    def data(self, key: str) -> QByteArray | None:
        value = self._value(key)
        return value if isinstance(value, QByteArray) else None

    def _value(self, key: str) -> object:
        return self._store.value(key) if self._store is not None else None
