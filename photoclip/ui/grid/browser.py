"""The part of the window that shows an answer: its header over the grid, or a page in the grid's place."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from photoclip.ui.grid.photo_grid import PhotoGrid
from photoclip.ui.grid.result_header import ResultHeader
from photoclip.ui.icons import Icons
from photoclip.ui.search.message_page import MessagePage
from photoclip.ui.search.no_match import NoMatch
from photoclip.ui.search.pages import PageText


class Browser(QWidget):
    """Grid and message page share one place; the header is over both."""

    def __init__(self, grid: PhotoGrid, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = grid
        self.header = ResultHeader(icons, grid.tile)
        self.no_match = NoMatch()
        self.page = MessagePage()
        self.stack = QStackedWidget()
        self.stack.addWidget(grid)
        self.stack.addWidget(self.page)
        self.header.tile_chosen.connect(grid.set_tile)
        grid.tile_changed.connect(self.header.set_tile)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.no_match)
        column.addWidget(self.stack, 1)

    def show_page(self, page: PageText | None, over: PageText | None = None) -> None:
        """Show a page, or the grid when there is none to show; `over` is said over the grid."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.stack.isAncestorOf(focused)
        if page is not None:
            self.page.show_page(page)
        self.no_match.show_page(over if page is None else None)
        self.header.show_sizes(page is None)
        self.header.setVisible(page is None or bool(self.header.title()))
        self.stack.setCurrentWidget(self.grid if page is None else self.page)
        if had_focus:
            (self.grid if page is None else self.page.button).setFocus()

    def shows_page(self) -> bool:
        return self.stack.currentWidget() is self.page
