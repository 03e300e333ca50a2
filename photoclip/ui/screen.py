"""What stays on a full screen: everything around the grid, nothing around a single photo."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QMainWindow, QWidget

from photoclip.ui.message_bar import MessageBar
from photoclip.ui.panes import Panes


class Screen(QObject):
    """Shows and hides the bars as the window fills the screen and the viewer comes and goes."""

    def __init__(
        self, window: QMainWindow, bars: Sequence[QWidget], panes: Panes, messages: MessageBar
    ) -> None:
        super().__init__(window)
        self._window = window
        self._bars = bars
        self._panes = panes
        self._messages = messages
        self._photo_alone = False
        self._went_for_photo = False
        self._first_run = False

    @Slot()
    def toggle(self) -> None:
        self.fill(not self._window.isFullScreen())

    @Slot(bool)
    def fill(self, full: bool) -> None:
        self._went_for_photo = full and self._photo_alone
        states = self._window.windowState()
        whole = Qt.WindowState.WindowFullScreen
        self._window.setWindowState(states | whole if full else states & ~whole)
        self.follow()

    def take_viewer(self, shown: bool) -> None:
        """The viewer is, or is no longer, what the window shows."""
        self._photo_alone = shown
        if not shown and self._went_for_photo and self._window.isFullScreen():
            self.fill(False)
        else:
            self.follow()

    @Slot(bool)
    def take_first_run(self, shown: bool) -> None:
        """Nothing can be chosen or looked at before there is a first folder."""
        if shown != self._first_run:
            self._first_run = shown
            self.follow()

    def follow(self) -> None:
        """Bring the bars in line with the window."""
        alone = self._photo_alone and self._window.isFullScreen()
        for bar in self._bars:
            bar.setVisible(not alone)
        self._messages.hold_back(alone)
        self._panes.show_alone(alone or self._first_run)
