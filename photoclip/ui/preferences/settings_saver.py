"""Saves settings apart from the window, and tells when each is saved or why it is not."""

from __future__ import annotations

import dataclasses
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue

from PySide6.QtCore import QObject, Qt, Signal, Slot

from photoclip.errors import PhotoclipError
from photoclip.ui.preferences.settings_store import SettingsStore


class SettingsSaver(QObject):
    """Saves one change after the other apart from the window: a disk may take its time."""

    saved = Signal(str, object)
    failed = Signal(str, str)
    _arrived = Signal()

    def __init__(self, store: SettingsStore, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._thread: ThreadPoolExecutor | None = None
        self._results: SimpleQueue[tuple[str, object, str]] = SimpleQueue()
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @Slot(str, object)
    def save(self, name: str, value: object) -> None:
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, "settings")
        self._thread.submit(self._save, name, value)

    def finish(self) -> None:
        """Wait for what is being saved, and tell of it."""
        if self._thread is not None:
            self._thread.shutdown()
            self._thread = None
        self._deliver()

    def _save(self, name: str, value: object) -> None:
        fault = ""
        try:
            self._store.update(lambda now: dataclasses.replace(now, **{name: value}))  # type: ignore[arg-type]
        except PhotoclipError as refused:
            fault = str(refused)
        self._results.put((name, value, fault))
        self._arrived.emit()

    @Slot()
    def _deliver(self) -> None:
        while not self._results.empty():
            name, value, fault = self._results.get()
            if fault:
                self.failed.emit(name, fault)
            else:
                self.saved.emit(name, value)
