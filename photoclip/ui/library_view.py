"""Everything between search field and status line: messages, chips, and the page that is on screen."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from photoclip.domain.photos import PhotoRow
from photoclip.ui.grid.browser import Browser
from photoclip.ui.grid.photo_grid import PhotoGrid
from photoclip.ui.grid.photo_model import PhotoModel
from photoclip.ui.icons import Icons
from photoclip.ui.message_bar import MessageBar
from photoclip.ui.missing_bar import MissingBar
from photoclip.ui.problems.problems_view import ProblemsView
from photoclip.ui.search.chips import ChipBar
from photoclip.ui.search.hint_line import HintLine
from photoclip.ui.viewer.viewer import Viewer


class LibraryView(QWidget):
    """Knows which page is on screen, and which photos commands are about there."""

    current_changed = Signal()
    """Other photos, or none, are chosen; or what is known of them changed."""
    page_changed = Signal()
    """Another of grid, viewer and problems is on screen."""

    def __init__(
        self,
        model: PhotoModel,
        grid: PhotoGrid,
        viewer: Viewer,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self.grid = grid
        self.messages = MessageBar(icons)
        self.missing = MissingBar()
        self.chips = ChipBar(icons)
        self.hints = HintLine(icons)
        self.browser = Browser(grid, icons)
        self.viewer = viewer
        self.problems = ProblemsView(icons)
        self.stack = QStackedWidget()
        self._home: QWidget = self.browser
        for page in (self.browser, self.viewer, self.problems):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.missing, self.messages, self.chips, self.hints):
            column.addWidget(part)
        column.addWidget(self.stack, 1)
        grid.opened.connect(self.open_row)
        self.viewer.left.connect(self.close_viewer)
        self.viewer.stepped.connect(self._follow)
        grid.selection_changed.connect(self._changed)
        grid.selectionModel().currentChanged.connect(self._changed)
        model.dataChanged.connect(self._changed)
        model.modelReset.connect(self._changed)

    # --- what commands are about

    def current_photo(self) -> PhotoRow | None:
        """The photo in the viewer, else the current one of the grid."""
        if self.shows_viewer():
            return self.viewer.photo
        index = self.grid.currentIndex()
        return self._model.photo(index.row()) if self.shows_grid() and index.isValid() else None

    def photo_ids(self) -> tuple[int, ...]:
        """The photo in the viewer, else those selected in the grid, in the order of the list."""
        if self.shows_viewer():
            photo = self.viewer.photo
            return (photo.photo_id,) if photo is not None else ()
        return self.grid.selected_ids() if self.shows_grid() else ()

    # --- pages

    def shows_viewer(self) -> bool:
        return self.stack.currentWidget() is self.viewer

    def shows_grid(self) -> bool:
        return self.stack.currentWidget() is self.browser and not self.browser.shows_page()

    def shows_problems(self) -> bool:
        return self.stack.currentWidget() is self.problems

    @Slot(int)
    def open_row(self, row: int) -> None:
        self.viewer.show_row(row)
        self._turn_to(self.viewer)

    @Slot()
    def open_current(self) -> None:
        index = self.grid.currentIndex()
        if index.isValid() and self.shows_grid():
            self.open_row(index.row())

    def open_photo(self, photo_id: int) -> bool:
        """Open a photo of the list; False where it is not in it."""
        row = self._model.row_of(photo_id)
        if row >= 0:
            self.open_row(row)
        return row >= 0

    @Slot()
    def close_viewer(self) -> None:
        if self.shows_viewer():
            self.show_photos()

    @Slot()
    def show_photos(self) -> None:
        """The grid, or the page in its place."""
        if self.stack.currentWidget() is not self._home:
            self._turn_to(self._home)

    def set_home(self, page: QWidget | None) -> None:
        """A page that takes the place of the grid (the first run), or None for the grid itself."""
        before, self._home = self._home, page or self.browser
        if self.stack.indexOf(self._home) < 0:
            self.stack.addWidget(self._home)
        if before is not self._home and self.stack.currentWidget() is before:
            self._turn_to(self._home)

    @Slot()
    def show_problems(self) -> None:
        self._turn_to(self.problems)

    def _turn_to(self, page: QWidget) -> None:
        before = self.stack.currentWidget()
        focused = QApplication.focusWidget()
        had_focus = (
            focused is not None and before is not None and (focused is before or before.isAncestorOf(focused))
        )
        self.chips.setVisible(page is self.browser and bool(self.chips.texts()))
        self.hints.hold_back(page is not self.browser)
        self.stack.setCurrentWidget(page)
        if before is self.viewer and page is not self.viewer:
            self.viewer.close_photo()
        if had_focus and page is self.browser:
            self.grid.setFocus()
        self.page_changed.emit()
        self.current_changed.emit()

    @Slot(object)
    def show_parts(self, parts: object) -> None:
        if isinstance(parts, list):
            self.chips.show_parts(parts)
            self.chips.setVisible(bool(parts) and self.stack.currentWidget() is self.browser)

    @Slot(int)
    def _follow(self, row: int) -> None:
        """The grid goes along, so that leaving the viewer ends at the photo last seen."""
        self.grid.setCurrentIndex(self._model.index(row))

    @Slot()
    def _changed(self) -> None:
        self.current_changed.emit()
