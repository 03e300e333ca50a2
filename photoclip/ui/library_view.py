"""Everything between toolbar and status line: questions, messages, the grid, and the viewer over it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from photoclip.domain.photos import PhotoRow
from photoclip.ui.browser import Browser
from photoclip.ui.icons import Icons
from photoclip.ui.message_bar import MessageBar
from photoclip.ui.missing_bar import MissingBar
from photoclip.ui.photo_grid import PhotoGrid
from photoclip.ui.photo_model import PhotoModel
from photoclip.ui.viewer import Viewer


class LibraryView(QWidget):
    """Knows whether one photo or many are on screen, and which of them is current."""

    current_changed = Signal()
    """Another photo, or none, is current; or its row was loaded."""

    def __init__(
        self, model: PhotoModel, grid: PhotoGrid, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self.grid = grid
        self.messages = MessageBar(icons)
        self.missing = MissingBar()
        self.browser = Browser(grid, icons)
        self.viewer = Viewer(model, icons)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.browser)
        self.stack.addWidget(self.viewer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.missing)
        column.addWidget(self.messages)
        column.addWidget(self.stack, 1)
        grid.opened.connect(self.open_row)
        self.viewer.left.connect(self.close_viewer)
        self.viewer.stepped.connect(self._follow)
        grid.selectionModel().currentChanged.connect(self._changed)
        model.dataChanged.connect(self._changed)
        model.modelReset.connect(self._changed)

    def current_photo(self) -> PhotoRow | None:
        """The photo that commands are about: the one in the viewer, else the current one of the grid."""
        if self.shows_viewer():
            return self.viewer.photo
        index = self.grid.currentIndex()
        return self._model.photo(index.row()) if index.isValid() else None

    def shows_viewer(self) -> bool:
        return self.stack.currentWidget() is self.viewer

    @Slot(int)
    def open_row(self, row: int) -> None:
        self.viewer.show_row(row)
        self.stack.setCurrentWidget(self.viewer)
        self.current_changed.emit()

    @Slot()
    def open_current(self) -> None:
        index = self.grid.currentIndex()
        if index.isValid() and not self.shows_viewer():
            self.open_row(index.row())

    @Slot()
    def close_viewer(self) -> None:
        if self.shows_viewer():
            focused = QApplication.focusWidget()
            had_focus = focused is not None and (focused is self.viewer or self.viewer.isAncestorOf(focused))
            self.stack.setCurrentWidget(self.browser)
            self.viewer.close_photo()
            if had_focus:
                self.grid.setFocus()
            self.current_changed.emit()

    @Slot(int)
    def _follow(self, row: int) -> None:
        """The grid goes along, so that leaving the viewer ends at the photo last seen."""
        self.grid.setCurrentIndex(self._model.index(row))

    @Slot()
    def _changed(self) -> None:
        self.current_changed.emit()
