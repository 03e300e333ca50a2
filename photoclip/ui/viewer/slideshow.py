"""Says when the next photo of a slideshow is due; waits for pictures that are not ready."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

INTERVALS = (2, 4, 8)
"""Seconds among which people choose."""
USUAL_INTERVAL = 4
PATIENCE_MS = 10_000
"""A photo that is not ready so long after its time is shown as far as it is."""


class Slideshow(QObject):
    """Runs, pauses and ends; `advance` comes once per photo."""

    advance = Signal()
    changed = Signal()
    """It began, ended, paused, went on, or has another interval."""

    def __init__(self, parent: QObject | None = None, patience_ms: int = PATIENCE_MS) -> None:
        super().__init__(parent)
        self.seconds = USUAL_INTERVAL
        self.running = False
        self.paused = False
        self._ready = False
        self._due = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._time_is_up)
        self._patience = QTimer(self, singleShot=True, interval=patience_ms)
        self._patience.timeout.connect(self._go_on)

    def start(self) -> None:
        self.running, self.paused = True, False
        self.photo_shown()
        self.changed.emit()

    @Slot()
    def stop(self) -> None:
        if self.running:
            self.running = self.paused = False
            self._hold()
            self.changed.emit()

    def toggle_pause(self) -> None:
        if self.running:
            self.paused = not self.paused
            if self.paused:
                self._hold()
            else:
                self._timer.start(self.seconds * 1000)
            self.changed.emit()

    def set_seconds(self, seconds: int) -> None:
        self.seconds = seconds
        if self._timer.isActive():
            self._timer.start(seconds * 1000)
        self.changed.emit()

    def photo_shown(self) -> None:
        """Another photo is seen, for whatever reason: its time begins now."""
        self._hold()
        self._ready = False
        if self.running and not self.paused:
            self._timer.start(self.seconds * 1000)

    def set_ready(self, ready: bool) -> None:
        """Whether the next photo can be shown at once."""
        self._ready = ready
        if ready and self._due:
            self._go_on()

    def _hold(self) -> None:
        self._timer.stop()
        self._patience.stop()
        self._due = False

    def _time_is_up(self) -> None:
        self._due = True
        if self._ready:
            self._go_on()
        else:
            self._patience.start()

    def _go_on(self) -> None:
        self._hold()
        self.advance.emit()
