"""What commands do that takes more than one part of the window."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Slot
from PySide6.QtGui import QAction

from photoclip import paths
from photoclip.domain.changes import ArrangeAlbum, Change, MarkPhotos
from photoclip.ui.actions.commands import Enabled
from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.message_bar import Remedy
from photoclip.worker.messages import LibraryChanged, SourcesLoaded, Trouble

if TYPE_CHECKING:
    from photoclip.ui.main_window import MainWindow

SIMILAR_SHOWN = 12
COUNT_MS = 700
"""While photos come in by the thousand, the source list is counted anew this often at most."""


class WindowDeeds(QObject):
    """Acts for the window, and keeps its commands in line with what they are about."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        # A selection of many photos tells of itself many times over.
        self._look = QTimer(self, singleShot=True, interval=0)
        self._look.timeout.connect(self.update_commands)
        self._count = QTimer(self, singleShot=True, interval=COUNT_MS)
        self._count.timeout.connect(self._load_sources)
        self._stopped = False

    def stop(self) -> None:
        """Ask for nothing more: the worker is closing."""
        self._stopped = True

    # --- photos

    @Slot()
    def export(self) -> None:
        self._window.dialogs.export_photos(self._window.view.photo_ids())

    @Slot(int)
    def export_album(self, album_id: int) -> None:
        albums = self._window.names.sources.albums
        album = next((album for album in albums if album.album_id == album_id), None)
        if album is not None:
            self._window.dialogs.export_album(album_id, album.photos or 0, album.name)

    @Slot()
    def trash(self) -> None:
        ids = self._window.view.photo_ids()
        if ids:
            self._window.rows.fetch(ids, partial(self._window.bin_question.ask, ids))

    @Slot()
    def copy(self) -> None:
        self._window.rows.fetch(self._window.view.photo_ids(), self._window.clipboard.copy_files)

    @Slot()
    def copy_picture(self) -> None:
        photo = self._window.view.current_photo()
        self._window.clipboard.copy_picture([photo] if photo is not None else [])

    @Slot()
    def copy_paths(self) -> None:
        self._window.rows.fetch(self._window.view.photo_ids(), self._window.clipboard.copy_paths)

    @Slot(object)
    def rate(self, action: QAction) -> None:
        self._window.selection.rate(int(action.data()))

    @Slot(object)
    def show_marks(self, change: MarkPhotos) -> None:
        """Marks are seen at once; the catalog has them a moment later."""
        self._window.model.patch(change.photo_ids, rating=change.rating, favourite=change.favourite)

    @Slot(object, str)
    def change(self, change: Change, text: str) -> None:
        self._window.changes.change(change, text)

    # --- albums

    @Slot()
    def new_album(self) -> None:
        """Of the selected photos, where several are; a single current one is no wish for an album of it."""
        ids = self._window.view.photo_ids()
        self._window.sources.new_album(ids if len(ids) > 1 else ())

    @Slot()
    def new_album_of_selection(self) -> None:
        self._window.sources.new_album(self._window.view.photo_ids())

    @Slot()
    def new_smart_album(self) -> None:
        self._window.sources.new_smart_album(self._window.flow.query(), self._window.flow.arrangement())

    @Slot(object, int)
    def rearrange(self, photo_ids: object, before: int) -> None:
        """Photos were dragged to another place of their album."""
        window, album = self._window, self._window.flow.filters().album
        if album is None or not isinstance(photo_ids, list | tuple):
            return
        ids, moved = window.model.ids.tolist(), set(photo_ids)
        order = [key for key in ids[:before] if key not in moved]
        order += [*photo_ids, *(key for key in ids[before:] if key not in moved)]
        window.changes.change(ArrangeAlbum(album, tuple(order)), self.tr("Arrange the album"))

    # --- the menu of photos

    @Slot(QPoint)
    def show_photo_menu(self, where: QPoint) -> None:
        self.update_commands()
        if self._window.view.photo_ids():
            self._window.commands.photo_menu().popup(self._window.grid.viewport().mapToGlobal(where))

    # --- the worker

    @Slot(list)
    def add_folders(self, folders: list[str]) -> None:
        for path in folders:
            self._window.worker.add_folder(path)

    @Slot(object)
    def load_facts(self, photo_ids: Sequence[int]) -> None:
        self._window.worker.load_facts(photo_ids)

    @Slot(object)
    def load_facts_of(self, photo_id: int) -> None:
        self._window.worker.load_facts((photo_id,))

    @Slot(int)
    def load_similar(self, photo_id: int) -> None:
        self._window.worker.load_similar(photo_id, SIMILAR_SHOWN)

    @Slot(object)
    def take_sources(self, loaded: SourcesLoaded) -> None:
        self._window.sources.take_sources(loaded.sources)
        self._window.covers.take_sources(loaded.sources)
        self._window.inspector.take_sources(loaded.sources)

    @Slot()
    def count_soon(self) -> None:
        """The library changed: folders and counts of the source list may be others by now."""
        if not self._count.isActive():
            self._count.start()

    @Slot()
    def _load_sources(self) -> None:
        if self._stopped:
            return
        if self._window.flow.is_showing():
            self._window.worker.load_sources()
        else:
            self._count.start()  # to count a large library would keep its first photos waiting

    @Slot()
    def look_for_thumbnails(self) -> None:
        self._window.thumbnails.try_missing_again()
        self._window.wanted.ask_again()
        self._window.grid.viewport().update()

    # --- what is said

    @Slot(object)
    def say_trouble(self, trouble: Trouble) -> None:
        self._window.view.messages.say(trouble.message, about=trouble.folder)

    @Slot(object)
    def take_library(self, changed: LibraryChanged) -> None:
        """A folder that is back needs no word that it is away."""
        for folder in changed.folders:
            if not folder.offline:
                self._window.view.messages.settle(folder.path)

    @Slot(str, str, bool)
    def say_end(self, text: str, folder: str, well: bool) -> None:
        remedy = None
        if folder:
            remedy = Remedy(self.tr("Show the folder"), partial(self.show_folder, os.fsencode(folder)))
        self._window.view.messages.say(text, remedy, good=well)

    @Slot()
    def show_log(self) -> None:
        """Open the folder of logs and crash reports in the file manager."""
        self.show_folder(os.fsencode(paths.logs_dir()))

    @Slot(object)
    def show_folder(self, folder: bytes) -> None:
        if not self._window.desktop.open_folder(folder):
            text = self.tr("No file manager opened; the folder is {place}.")
            self._window.view.messages.say(text.format(place=paths.display(folder)))

    @Slot(object)
    def show_file(self, path: bytes) -> None:
        if not self._window.desktop.show_in_folder(path):
            text = self.tr("No file manager answered; the file is {path}.")
            self._window.view.messages.say(text.format(path=paths.display(path)))

    @Slot(object)
    def open_file(self, path: bytes) -> None:
        if not self._window.desktop.open_file(path):
            text = self.tr("No program on this computer opens {path}.")
            self._window.view.messages.say(text.format(path=paths.display(path)))

    # --- why a photo is here

    @Slot()
    def show_why(self) -> None:
        """Of the photo in the viewer, else of the current one, which is opened."""
        self._window.view.open_current()
        if self._window.view.shows_viewer():
            self._window.viewer.why.toggle()

    @Slot(object)
    def explain(self, photo_id: int) -> None:
        query = self._window.flow.query()
        if self._window.viewer.why.expect(query):
            self._window.worker.explain(photo_id, query)

    # --- commands

    @Slot()
    def start_slideshow(self) -> None:
        """From the photo that is current, else from the first one."""
        view = self._window.view
        if not view.shows_viewer() and view.shows_grid():
            view.open_row(max(0, self._window.grid.currentIndex().row()))
        if view.shows_viewer():
            self._window.viewer.toggle_slideshow()

    @Slot(object)
    def run(self, command: Command) -> None:
        self._window.commands[command].trigger()

    @Slot(bool)
    def show_sources(self, shown: bool) -> None:
        self._window.panes.want(sources=shown)

    @Slot(bool)
    def show_inspector(self, shown: bool) -> None:
        self._window.panes.want(inspector=shown)

    @Slot()
    def look_soon(self) -> None:
        self._look.start()

    @Slot()
    def update_commands(self) -> None:
        window = self._window
        filters, photo, ids = window.flow.filters(), window.view.current_photo(), window.view.photo_ids()
        query = window.flow.query()
        window.commands.enable(
            Enabled(
                photos=len(ids),
                one=photo is not None,
                favourite=photo is not None and photo.favourite,
                album=filters.album is not None,
                smart=filters.smart is not None,
                listed=window.view.shows_grid(),
                ranked=query.ranks and window.model.ranked,
                liked=_are_among(ids, query.liked),
                disliked=_are_among(ids, query.disliked),
                back=window.flow.can_go_back() or window.view.shows_viewer() or window.view.shows_problems(),
            )
        )
        window.commands[Command.COLLAPSE].setChecked(window.flow.arrangement().collapse)
        window.inspector.be_quiet(window.view.shows_problems())
        window.inspector.show_photos(ids)


def _are_among(ids: tuple[int, ...], judged: tuple[int, ...]) -> bool:
    """Whether there are photos and all of them were judged so; all of a large library never are."""
    return 0 < len(ids) <= len(judged) and set(ids) <= set(judged)
