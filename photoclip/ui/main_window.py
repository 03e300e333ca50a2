"""The window: makes the parts, lays them out, and lives and ends with them."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from photoclip import paths
from photoclip.errors import PhotoclipError
from photoclip.own_files import Stored
from photoclip.settings import Settings
from photoclip.ui import joining, theme
from photoclip.ui.actions.bin_question import BinQuestion
from photoclip.ui.actions.clipboard import Clipboard
from photoclip.ui.actions.commands import Commands
from photoclip.ui.actions.desktop import Desktop
from photoclip.ui.actions.dialogs import Dialogs
from photoclip.ui.actions.errand_bar import ErrandBar
from photoclip.ui.actions.errands import Errands
from photoclip.ui.actions.export_memory import ExportMemory
from photoclip.ui.actions.photo_actions import PhotoActions
from photoclip.ui.actions.pickers import Pickers
from photoclip.ui.actions.selection_actions import SelectionActions
from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.actions.undo import Changes
from photoclip.ui.actions.window_deeds import WindowDeeds
from photoclip.ui.bridge import Bridge
from photoclip.ui.comparing.comparison import Comparison
from photoclip.ui.comparing.turns import Turns
from photoclip.ui.folder_drop import FolderDrop
from photoclip.ui.grid.photo_grid import USUAL_TILE, PhotoGrid
from photoclip.ui.grid.photo_model import PhotoModel
from photoclip.ui.grid.photo_rows import PhotoRows
from photoclip.ui.grid.thumbnails import Thumbnails
from photoclip.ui.grid.tiles import TileSpec
from photoclip.ui.grid.wanted_thumbnails import WantedThumbnails
from photoclip.ui.icons import Icons
from photoclip.ui.inspector.inspector import Inspector
from photoclip.ui.library_view import LibraryView
from photoclip.ui.message_bar import Remedy
from photoclip.ui.panes import Panes
from photoclip.ui.pause_switch import PauseSwitch
from photoclip.ui.port import PhotoWorker
from photoclip.ui.preferences.first_screen import FirstScreen
from photoclip.ui.preferences.model_change import ModelChange
from photoclip.ui.preferences.model_choice import ModelChoice
from photoclip.ui.preferences.preferences_link import PreferencesLink
from photoclip.ui.preferences.settings_store import SettingsInMemory, SettingsStore
from photoclip.ui.screen import Screen
from photoclip.ui.search.arrangements import Arrangements, view_of, view_text
from photoclip.ui.search.history import View
from photoclip.ui.search.navigation import Navigation
from photoclip.ui.search.questions import Questions
from photoclip.ui.search.search_bar import SearchBar
from photoclip.ui.search.search_flow import SearchFlow
from photoclip.ui.sources.album_covers import AlbumCovers
from photoclip.ui.sources.source_list import SourceList
from photoclip.ui.sources.source_names import SourceNames
from photoclip.ui.status_bar import StatusBar
from photoclip.ui.top_bar import TopBar
from photoclip.ui.viewer.viewer import Viewer
from photoclip.ui.window_state import WindowState


class MainWindow(QMainWindow):
    """photoclip's window over one worker. The worker starts once the window has been painted."""

    painted = Signal()
    """The window is on the screen for the first time."""
    closing = Signal()
    replacement_wanted = Signal()
    """What was chosen shows only in a new window: another language."""
    forget_wanted = Signal()
    """The window has closed for good: all that photoclip stored is to be deleted."""

    def __init__(
        self,
        worker: PhotoWorker,
        *,
        settings: SettingsStore | None = None,
        store: QSettings | None = None,
        desktop: Desktop | None = None,
        view: View | None = None,
        everything: Sequence[Stored] = (),
    ) -> None:
        """`view` is what the window opens with, else what it showed last.

        `everything` is what photoclip stores, for the page about it in the preferences.
        """
        super().__init__()
        self.worker = worker
        self.settings = settings or SettingsInMemory()
        self.everything = everything
        self._state = WindowState(store)
        self._first_view = view
        self._closed = False
        self._was_painted = False
        self.desktop = desktop or Desktop(self)
        chosen = self._settings_now()
        self._make_views(worker, chosen)
        self._make_actors(worker)
        self._lay_out(chosen)
        self._restore()
        joining.join(self)

    # --- making

    def _make_views(self, worker: PhotoWorker, chosen: Settings) -> None:
        self.icons = Icons(self.palette(), self)
        self.bridge = Bridge(self)
        self.names = SourceNames(self)
        self.turns = Turns(worker.ask, self)
        self.questions = Questions(self.turns.ask, self)
        spec = TileSpec(USUAL_TILE, self.devicePixelRatioF(), True)
        self.thumbnails = Thumbnails(spec, self, chosen.thumbnail_memory_mb * 1_000_000)
        self.model = PhotoModel(worker.load_rows, self.thumbnails, self)
        self.grid = PhotoGrid(self.model, self._state.tile())
        self.wanted = WantedThumbnails(worker.want_thumbnails, self.grid, self.model, self.thumbnails, self)
        self.viewer = Viewer(self.model, self.icons, worker.load_picture)
        self.view = LibraryView(self.model, self.grid, self.viewer, self.icons)
        self.sources = SourceList(self.icons)
        self.covers = AlbumCovers(self.thumbnails, self)
        self.sources.tree.show_covers(self.covers)
        self.inspector = Inspector(self.icons, self.thumbnails)
        self.panes = Panes(self.sources, self.view, self.inspector)
        self.search = SearchBar(self.icons)
        self.status = StatusBar(self.icons)
        self.errand_bar = ErrandBar(self.icons)

    def _make_actors(self, worker: PhotoWorker) -> None:
        self.flow = SearchFlow(self.questions, self.model, self.view.browser, self.search, self.names, self)
        self.errands = Errands(worker.run, self)
        self.changes = Changes(worker.change, self.errands.run, self)
        self.errands.join(self.changes)
        self.photo_actions = PhotoActions(self.view.current_photo, self.desktop, self)
        self.selection = SelectionActions(self.view, self.flow.filters, self.names, self)
        self.pickers = Pickers(self.selection, self.names, self.view, self)
        self.clipboard = Clipboard(worker.load_picture, self)
        self.rows = PhotoRows(worker.load_rows, self)
        self.bin_question = BinQuestion(self)
        self.commands = Commands(self, self.icons)
        self.pause = PauseSwitch(worker, self.commands[Command.PAUSE], self)
        self.model_change = ModelChange(worker, self.commands[Command.KEEP_MODEL], self)
        self.dialogs = Dialogs(worker, ExportMemory(self._state), self)
        self.drop = FolderDrop(self)
        self.deeds = WindowDeeds(self)
        self.going = Navigation(self)
        self.first_screen = FirstScreen(self)
        self.model_choice = ModelChoice(self)
        self.comparison = Comparison(self, self.commands[Command.COMPARE_MODELS])
        self.preferences = PreferencesLink(self)

    def _lay_out(self, chosen: Settings) -> None:
        self.setWindowTitle("photoclip")
        self.setMinimumSize(560, 420)
        self.commands.fill(self.menuBar(), chosen.theme)
        self.top_bar = TopBar(self.search, self.commands)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.panes, 1)
        column.addWidget(self.errand_bar)
        self.setCentralWidget(middle)
        holder = self.statusBar()
        holder.setSizeGripEnabled(False)
        holder.addWidget(self.status, 1)
        bars = (self.menuBar(), self.top_bar, holder)
        self.screen_use = Screen(self, bars, self.panes, self.view.messages)
        for before, after in (
            (self.search, self.sources),
            (self.sources, self.grid),
            (self.grid, self.inspector),
        ):
            QWidget.setTabOrder(before, after)

    # --- what is remembered

    def _restore(self) -> None:
        state = self._state
        state.restore(self)
        self.flow.arrangements = Arrangements(state.text("arrangements"))
        self.commands[Command.CROP].setChecked(state.filled())
        self.grid.set_filled(state.filled())
        self.panes.restore(
            state.data("panes"),
            sources=bool(state.number("sources", 1)),
            inspector=bool(state.number("inspector", 1)),
        )
        self.sources.restore(_texts_of(state.text("source-list")))
        albums = state.text("recent-albums").split()
        self.selection.recent_albums = [int(album) for album in albums if album.isascii() and album.isdigit()]

    def save_state(self) -> None:
        """Keep what the next window is to look like."""
        view = self.flow.view()
        sources, inspector = self.panes.wants()
        self._state.save(
            {
                "geometry": self.saveGeometry(),
                "tile": self.grid.tile,
                "filled": int(self.commands[Command.CROP].isChecked()),
                "panes": self.panes.saveState(),
                "sources": int(sources),
                "inspector": int(inspector),
                "arrangements": self.flow.arrangements.text(),
                "view": view_text(view.query, view.arrangement),
                "source-list": json.dumps(self.sources.state()),
                "recent-albums": " ".join(map(str, self.selection.recent_albums)),
            }
        )

    def _settings_now(self) -> Settings:
        try:
            return self.settings.load()
        except PhotoclipError:
            return Settings()

    # --- life

    def start(self) -> None:
        """Start the worker and ask for what was shown last; called once the window is on the screen."""
        self.worker.start(self.bridge.publish)
        view = self._first_view
        if view is None:
            query, arrangement = view_of(self._state.text("view"))
            view = View(query, arrangement or self.flow.arrangements.usual(query))
        self.flow.open(view)
        self.deeds.count_soon()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # The children are painted in this same pass, and shown at its end.
            QTimer.singleShot(0, self.painted.emit)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.icons.recolour(self.palette())
        elif event.type() == QEvent.Type.WindowStateChange:
            self.screen_use.follow()
            self.viewer.set_full_screen(self.isFullScreen())
            self.commands[Command.FULL_SCREEN].setChecked(self.isFullScreen())

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if self.let_go():
            self.worker.close()

    def let_go(self) -> bool:
        """End the window and leave the worker running for another one; False where it has ended before."""
        if self._closed:
            return False
        self._closed = True
        self.closing.emit()
        self.save_state()
        self.bridge.shut()
        self.questions.stop()
        self.model.stop()
        self.wanted.stop()
        self.changes.stop()
        self.deeds.stop()
        # The worker may take a moment to commit what is in hand; the screen need not wait.
        self.hide()
        self.thumbnails.close()
        self.viewer.close_loading()
        self.inspector.close_loader()
        self.clipboard.close()
        return True

    @Slot()
    def come_forward(self) -> None:
        """Show the window to a user who started photoclip again, as far as the system allows."""
        if self._closed:
            return
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        # Where the system keeps windows from taking the focus, the entry in its task bar says so.
        QApplication.alert(self)

    def tell_of_crash(self, report: Path) -> None:
        """Say that the run before ended unexpectedly, and where its report is."""
        text = self.tr(
            "photoclip ended unexpectedly last time; the report is in {place} and nothing was sent anywhere."
        )
        place = paths.display(os.fsencode(report))
        remedy = Remedy(self.tr("Show the log"), self.deeds.show_log)
        self.view.messages.say(text.format(place=place), remedy)

    @Slot()
    def forget(self) -> None:
        """Close, and have all that photoclip stored deleted afterwards."""
        self.close()
        self.forget_wanted.emit()

    @Slot(str)
    def show_theme(self, name: str) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, name)
        self.commands.check_theme(name)

    @Slot(str)
    def set_theme(self, name: str) -> None:
        """Show a theme, and from the next start on."""
        self.show_theme(name)
        try:
            self.settings.update(lambda now: replace(now, theme=name))
        except PhotoclipError as fault:
            self.view.messages.say(str(fault))


def _texts_of(text: str) -> dict[str, list[str]]:
    """Lists of texts by name; whatever else was in the file is passed over."""
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    lists = raw.items() if isinstance(raw, dict) else ()
    return {
        name: value
        for name, value in lists
        if isinstance(value, list) and all(isinstance(v, str) for v in value)
    }
