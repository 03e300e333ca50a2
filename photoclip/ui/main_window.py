"""The window: joins the parts, and holds none of their work."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from photoclip import paths
from photoclip.domain.query import Query
from photoclip.errors import PhotoclipError
from photoclip.ui import theme
from photoclip.ui.bridge import Bridge
from photoclip.ui.commands import Commands
from photoclip.ui.desktop import Desktop
from photoclip.ui.dialogs import Dialogs
from photoclip.ui.folder_drop import FolderDrop
from photoclip.ui.icons import Icons
from photoclip.ui.library_view import LibraryView
from photoclip.ui.message_bar import Remedy
from photoclip.ui.model_change import ModelChange
from photoclip.ui.pause_switch import PauseSwitch
from photoclip.ui.photo_actions import PhotoActions
from photoclip.ui.photo_grid import USUAL_TILE, PhotoGrid
from photoclip.ui.photo_model import PhotoModel
from photoclip.ui.port import PhotoWorker
from photoclip.ui.questions import Questions
from photoclip.ui.search_bar import SearchBar
from photoclip.ui.search_flow import SearchFlow
from photoclip.ui.shortcuts import Command
from photoclip.ui.status_bar import StatusBar
from photoclip.ui.thumbnails import Thumbnails
from photoclip.ui.tiles import TileSpec
from photoclip.ui.top_bar import TopBar
from photoclip.ui.wanted_thumbnails import WantedThumbnails
from photoclip.ui.window_state import WindowState
from photoclip.worker.messages import Trouble


class MainWindow(QMainWindow):
    """photoclip's window over one worker. The worker starts once the window has been painted."""

    painted = Signal()
    """The window is on the screen for the first time."""
    closing = Signal()

    def __init__(
        self,
        worker: PhotoWorker,
        *,
        theme_name: str = "system",
        remember_theme: Callable[[str], None] | None = None,
        store: QSettings | None = None,
        desktop: Desktop | None = None,
    ) -> None:
        super().__init__()
        self._worker = worker
        self._remember_theme = remember_theme
        self._state = WindowState(store)
        self._closed = False
        self._was_painted = False
        self._desktop = desktop or Desktop(self)
        self._make_parts(worker, self._desktop)
        self._lay_out(theme_name)
        self._join_parts()
        self._join_worker()
        self._join_commands()

    # --- making

    def _make_parts(self, worker: PhotoWorker, desktop: Desktop) -> None:
        self.icons = Icons(self.palette(), self)
        self.bridge = Bridge(self)
        self.questions = Questions(worker.ask, self)
        self.thumbnails = Thumbnails(TileSpec(USUAL_TILE, self.devicePixelRatioF(), True), self)
        self.model = PhotoModel(worker.load_rows, self.thumbnails, self)
        self.grid = PhotoGrid(self.model, self._state.tile())
        self.wanted = WantedThumbnails(worker.want_thumbnails, self.grid, self.model, self.thumbnails, self)
        self.view = LibraryView(self.model, self.grid, self.icons)
        self.search = SearchBar(self.icons)
        self.status = StatusBar(self.icons)
        self.flow = SearchFlow(self.questions, self.model, self.view.browser, self.search, self)
        self.photo_actions = PhotoActions(self.view.current_photo, desktop, self)
        self.commands = Commands(self, self.icons)
        self.pause = PauseSwitch(worker, self.commands[Command.PAUSE], self)
        self.model_change = ModelChange(worker, self.commands[Command.KEEP_MODEL], self)
        self.dialogs = Dialogs(worker, self)
        self.drop = FolderDrop(self)

    def _lay_out(self, theme_name: str) -> None:
        self.setWindowTitle("photoclip")
        self.setMinimumSize(560, 420)
        self.commands.fill(self.menuBar(), theme_name)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(TopBar(self.search, self.commands))
        column.addWidget(self.view, 1)
        self.setCentralWidget(middle)
        holder = self.statusBar()
        holder.setSizeGripEnabled(False)
        holder.addWidget(self.status, 1)
        self._state.restore(self)
        self.commands[Command.CROP].setChecked(self._state.filled())
        self.grid.set_filled(self._state.filled())
        self.commands.enable_for_photo(False)

    def _join_parts(self) -> None:
        worker = self._worker
        self.grid.spec_changed.connect(self.thumbnails.set_spec)
        self.grid.typed.connect(self._type_into_search)
        self.grid.customContextMenuRequested.connect(self._show_photo_menu)
        self.search.left_down.connect(self._go_to_photos)
        self.flow.showing.connect(self.view.close_viewer)
        self.view.current_changed.connect(self._note_current)
        self.view.browser.page.wanted.connect(self._run)
        self.photo_actions.similar_wanted.connect(self.flow.find_similar)
        self.photo_actions.trouble.connect(self.view.messages.say)
        self.drop.dropped.connect(self.add_folders)
        self.status.pause.clicked.connect(self.pause.toggle)
        self.dialogs.folder_chosen.connect(worker.add_folder)
        self.view.missing.accepted.connect(worker.accept_missing)

    def _join_worker(self) -> None:
        bridge = self.bridge
        bridge.answered.connect(self.questions.take_answer)
        bridge.question_failed.connect(self.questions.take_failure)
        bridge.rows_loaded.connect(self.model.take_rows)
        bridge.state_changed.connect(self.status.show_state)
        bridge.state_changed.connect(self.flow.take_state)
        bridge.state_changed.connect(self.pause.take_state)
        bridge.state_changed.connect(self.model_change.take_state)
        bridge.library_changed.connect(self.status.show_library)
        bridge.library_changed.connect(self.flow.take_library)
        bridge.library_changed.connect(self.dialogs.take_library)
        bridge.library_changed.connect(self._look_for_thumbnails)
        bridge.many_missing.connect(self.view.missing.ask)
        bridge.model_changed.connect(self.status.show_model)
        bridge.model_changed.connect(self.dialogs.take_model)
        bridge.model_changed.connect(self.model_change.take_model)
        bridge.trouble.connect(self._say_trouble)

    def _join_commands(self) -> None:
        photo, grid, dialogs = self.photo_actions, self.grid, self.dialogs
        handlers: dict[Command, Callable[[], object]] = {
            Command.ADD_FOLDER: dialogs.choose_folder,
            Command.RESCAN: self._worker.rescan,
            Command.QUIT: self.close,
            Command.SEARCH: self._go_to_search,
            Command.ALL_PHOTOS: self._show_all,
            Command.OPEN: self.view.open_current,
            Command.SIMILAR: photo.find_similar,
            Command.OPEN_OUTSIDE: photo.open_outside,
            Command.SHOW_IN_FOLDER: photo.show_in_folder,
            Command.COPY_PATH: photo.copy_path,
            Command.LARGER: grid.make_larger,
            Command.SMALLER: grid.make_smaller,
            Command.USUAL_SIZE: grid.make_usual,
            Command.FOLDERS: dialogs.show_folders,
            Command.MODEL: dialogs.choose_model,
            Command.HELP: dialogs.show_shortcuts,
            Command.LOG: self.show_log,
            Command.ABOUT: dialogs.show_about,
        }
        for command, handler in handlers.items():
            self.commands[command].triggered.connect(handler)
        self.commands[Command.CROP].toggled.connect(grid.set_filled)
        self.commands.theme_chosen.connect(self.set_theme)

    # --- life

    def start(self) -> None:
        """Start the worker and ask for all photos; called once the window is on the screen."""
        self._worker.start(self.bridge.publish)
        self.questions.put(Query())

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

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if self._closed:
            return
        self._closed = True
        self.closing.emit()
        self._state.save(self, self.grid.tile, self.commands[Command.CROP].isChecked())
        self.bridge.shut()
        self.questions.stop()
        self.model.stop()
        self.wanted.stop()
        # The worker may take a moment to commit what is in hand; the screen need not wait.
        self.hide()
        self.thumbnails.close()
        self.view.viewer.loader.close()
        self._worker.close()

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
        self.view.messages.say(text.format(place=place), Remedy(self.tr("Show the log"), self.show_log))

    # --- what the user does

    @Slot()
    def show_log(self) -> None:
        """Open the folder of logs and crash reports in the file manager."""
        folder = os.fsencode(paths.logs_dir())
        if not self._desktop.open_folder(folder):
            text = self.tr("No file manager opened; the log is in {place}.")
            self.view.messages.say(text.format(place=paths.display(folder)))

    @Slot(list)
    def add_folders(self, folders: list[str]) -> None:
        for path in folders:
            self._worker.add_folder(path)

    @Slot(str)
    def set_theme(self, name: str) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, name)
        if self._remember_theme is not None:
            try:
                self._remember_theme(name)
            except PhotoclipError as fault:
                self.view.messages.say(str(fault))

    @Slot(object)
    def _run(self, command: Command) -> None:
        self.commands[command].trigger()

    @Slot()
    def _go_to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    @Slot()
    def _go_to_photos(self) -> None:
        if self.view.shows_viewer():
            self.view.viewer.setFocus()
        elif self.view.browser.shows_page():
            self.view.browser.page.button.setFocus()
        else:
            self.grid.setFocus()

    @Slot(str)
    def _type_into_search(self, text: str) -> None:
        self.search.setFocus()
        self.search.insert(text)

    def _show_all(self) -> None:
        self.view.close_viewer()
        self.flow.show_all()

    @Slot(QPoint)
    def _show_photo_menu(self, where: QPoint) -> None:
        if self.view.current_photo() is not None:
            self.commands.photo_menu().popup(self.grid.viewport().mapToGlobal(where))

    # --- what happened

    @Slot()
    def _look_for_thumbnails(self) -> None:
        self.thumbnails.try_missing_again()
        self.wanted.ask_again()
        self.grid.viewport().update()

    @Slot()
    def _note_current(self) -> None:
        self.commands.enable_for_photo(self.view.current_photo() is not None)

    @Slot(object)
    def _say_trouble(self, trouble: Trouble) -> None:
        self.view.messages.say(trouble.message)
