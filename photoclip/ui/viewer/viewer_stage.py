"""The parts of the viewer in their places: bar, photo, info and filmstrip, and how full screen has them."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from photoclip.ui.grid.photo_model import PhotoModel
from photoclip.ui.icons import Icons
from photoclip.ui.viewer.crop_box import CropBox
from photoclip.ui.viewer.filmstrip import Filmstrip
from photoclip.ui.viewer.heat_overlay import HeatOverlay
from photoclip.ui.viewer.info_overlay import InfoOverlay
from photoclip.ui.viewer.photo_canvas import PhotoCanvas
from photoclip.ui.viewer.photo_note import PhotoNote
from photoclip.ui.viewer.viewer_bar import ViewerBar
from photoclip.ui.viewer.why_panel import WhyPanel

IDLE_MS = 2500
"""In full screen the bars go when the mouse has rested so long."""


class ViewerStage(QWidget):
    """In a window the photo lies between bar and filmstrip; in full screen it lies below them."""

    def __init__(self, model: PhotoModel, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = ViewerBar(icons)
        self.canvas = PhotoCanvas()
        self.strip = Filmstrip(model)
        self.heat = HeatOverlay(self.canvas)
        self.info = InfoOverlay(self.canvas)
        self.why_panel = WhyPanel(self.canvas)
        self.note = PhotoNote(self.canvas)
        self.crop_box = CropBox(self.canvas)
        self.full_screen = False
        self._strip_wanted = True
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.setRowStretch(1, 1)
        self._grid.addWidget(self.bar, 0, 0)
        self._grid.addWidget(self.strip, 2, 0)
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self._hide_bars)
        self.canvas.moved.connect(self._wake)
        self._arrange()

    def set_strip_shown(self, shown: bool) -> None:
        self._strip_wanted = shown
        self._arrange()

    def set_full_screen(self, full_screen: bool) -> None:
        self.full_screen = full_screen
        self.canvas.set_edge_to_edge(full_screen)
        self._arrange()

    @Slot()
    def _wake(self) -> None:
        if self.full_screen:
            self._show_bars(True)
            self._idle.start()

    @Slot()
    def _hide_bars(self) -> None:
        if (
            any(_in_use(part) for part in (self.bar, self.strip))
            or QApplication.activePopupWidget() is not None
        ):
            self._idle.start()
        elif self.full_screen:
            self._show_bars(False)
            self.canvas.hide_pointer()

    def _show_bars(self, shown: bool) -> None:
        self.bar.setVisible(shown)
        self.strip.setVisible(shown and self._strip_wanted)
        over = shown and self.full_screen
        for corner in (self.info, self.why_panel):
            corner.set_top(self.bar.sizeHint().height() if over else 0)
        self.note.set_bottom(self.strip.sizeHint().height() if over and self._strip_wanted else 0)

    def _arrange(self) -> None:
        self._grid.removeWidget(self.canvas)
        if self.full_screen:
            self._grid.addWidget(self.canvas, 0, 0, 3, 1)
            self._idle.start()
        else:
            self._grid.addWidget(self.canvas, 1, 0)
            self._idle.stop()
        self._show_bars(True)
        self.canvas.lower()


def _in_use(part: QWidget) -> bool:
    """Whether the pointer rests on it or the keyboard is in it."""
    focused = QApplication.focusWidget()
    below_pointer = part.rect().contains(part.mapFromGlobal(QCursor.pos()))
    return part.isVisible() and (below_pointer or (focused is not None and part.isAncestorOf(focused)))
