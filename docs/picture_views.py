"""The views of which docs/make_pictures.py makes pictures: how each is reached, and how it is taken."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from photoclip.domain.changes import (
    AddToAlbum,
    AlbumKind,
    Change,
    DecideInAlbum,
    MakeAlbum,
    MarkPhotos,
    SetCover,
    TagPhotos,
)
from photoclip.domain.errands import CopyFormat, CopyOptions, ExportPhotos
from photoclip.domain.photos import PhotoRow
from photoclip.domain.query import Arrangement, Filters, Grouping, Order, Query
from photoclip.ui.actions.export_dialog import ExportDialog
from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.help_dialogs import ShortcutsDialog
from photoclip.ui.preferences.model_dialog import ModelDialog
from photoclip.ui.preferences.preferences import PAGES, PreferencesDialog
from photoclip.worker.messages import ErrandState

if TYPE_CHECKING:
    from make_pictures import Stage

Dialog = TypeVar("Dialog", bound=QDialog)
_BY_DAY = Arrangement(Order.DATE, grouping=Grouping.DAY)
_PLAIN = Arrangement(Order.DATE)
_BY_MONTH = Arrangement(Order.DATE, grouping=Grouping.MONTH)
_CATS = ("DSCF1052.jpg", "DSCF1027.jpg", "IMG_2261.jpg")


# --- what a person has done in this library


def prepare(stage: Stage) -> None:
    """The first time: read the folders, then mark, tag and put into albums as a person would."""
    window = stage.window
    if window.names.sources.albums:
        return
    window.drop.dropped.emit([str(stage.home / "Pictures"), str(stage.home / "Card")])
    stage.wait(lambda: stage.is_idle() and window.names.sources.photos > 30)
    show(stage, Query())
    _change(stage, MarkPhotos(ids_of(stage, "DSCF1043.jpg", "DSCF1052.jpg"), rating=5, favourite=True))
    _change(stage, MarkPhotos(ids_of(stage, "DSCF1048.jpg", "DSCF1024.jpg", "IMG_2262.jpg"), rating=4))
    _change(stage, MarkPhotos(ids_of(stage, "DSCF1041.jpg", "DSCF1030.jpg"), rating=3))
    _change(stage, MarkPhotos(ids_of(stage, "DSCF1060.jpg", "IMG_2261.jpg"), favourite=True))
    for label, names in (
        ("cat", _CATS),
        ("space", ("DSCF1043.jpg", "DSCF1048.jpg", "DSCF1060.jpg", "DSCF1030.jpg", "IMG_2265.jpg")),
        ("breakfast", ("DSCF1041.jpg", "DSCF1024.jpg", "IMG_2260.jpg")),
    ):
        _change(stage, TagPhotos(ids_of(stage, *names), label))
    _change(stage, MakeAlbum("Journeys", AlbumKind.GROUP))
    _change(stage, MakeAlbum("Houston", parent=_album_id(stage, "Journeys")))
    houston = _album_id(stage, "Houston")
    order = ("DSCF1048.jpg", "DSCF1043.jpg", "DSCF1060.jpg", "DSCF1026.jpg", "DSCF1030.jpg", "IMG_2264.jpg")
    _change(stage, AddToAlbum(houston, ids_of(stage, *order)))
    _change(stage, SetCover(houston, *ids_of(stage, "DSCF1043.jpg")))
    _change(
        stage,
        MakeAlbum("For the wall", photo_ids=ids_of(stage, "DSCF1052.jpg", "DSCF1041.jpg", "DSCF1055.jpg")),
    )
    _change(stage, MakeAlbum("Cats", AlbumKind.SMART, query=Query("a cat")))
    _change(stage, MakeAlbum("Four stars and more", AlbumKind.SMART, query=Query(filters=Filters(rating=4))))
    cats = _album_id(stage, "Cats")
    _change(stage, DecideInAlbum(cats, ids_of(stage, "IMG_2261.jpg"), True))
    _change(stage, DecideInAlbum(cats, ids_of(stage, "IMG_2271.jpg"), False))


def _change(stage: Stage, change: Change, text: str = "Prepare") -> None:
    stack = stage.window.changes.stack
    before = stack.index()
    stage.window.changes.change(change, text)
    stage.wait(lambda: stack.index() == before + 1)


def _album_id(stage: Stage, name: str) -> int:
    """An album of this name, as soon as the window knows of it."""
    names = stage.window.names
    stage.wait(lambda: any(album.name == name for album in names.sources.albums))
    return next(album.album_id for album in names.sources.albums if album.name == name)


def ids_of(stage: Stage, *names: str) -> tuple[int, ...]:
    """Photos of the list that is shown, by the names of their files."""
    window = stage.window
    found: list[list[PhotoRow]] = []
    window.rows.fetch(tuple(window.model.ids.tolist()), found.append)
    stage.wait(lambda: bool(found))
    known = {PurePath(os.fsdecode(row.path)).name: row.photo_id for row in found[0]}
    return tuple(known[name] for name in names)


# --- getting there


def show(
    stage: Stage, query: Query, arrangement: Arrangement | None = None, *, inspector: bool = False
) -> None:
    """A list from its beginning, with nothing selected."""
    window = stage.window
    window.view.show_photos()
    window.panes.want(sources=True, inspector=inspector)
    window.flow.choose(query, arrangement)
    window.grid.select_none()
    window.grid.scrollToTop()
    stage.settle()


def _select(stage: Stage, *names: str) -> None:
    """Select photos of the list that is shown; the first is the current one."""
    window, ids = stage.window, ids_of(stage, *names)
    window.grid.choose_only(window.model.row_of(ids[0]))
    window.grid.select_ids(np.array(ids, np.int64))


def _keep_dialog(stage: Stage, name: str, dialog: QDialog) -> None:
    """A dialog as itself; it is closed afterwards."""
    stage.keep(name, lambda: dialog.grab().toImage())
    dialog.reject()
    stage.settle()


def _dialog(stage: Stage, kind: type[Dialog], command: Command) -> Dialog:
    """The dialog that a command of the window opens."""
    stage.window.commands[command].trigger()
    stage.wait(lambda: any(dialog.isVisible() for dialog in stage.window.findChildren(kind)))
    return next(dialog for dialog in stage.window.findChildren(kind) if dialog.isVisible())


def with_popup(window: QWidget, popup: QWidget, *, at_end: bool = False) -> QImage:
    """The window and what hangs over it, which is a window of its own to the system.

    `at_end` moves it to the window's right edge, where a screen of that width would have it.
    """
    picture = window.grab().toImage()
    place = popup.mapToGlobal(QPoint()) - window.mapToGlobal(QPoint())
    if at_end:
        place.setX(window.width() - popup.width())
    painter = QPainter(picture)
    painter.drawImage(place, popup.grab().toImage())
    painter.end()
    return picture


# --- the views


def _library(stage: Stage) -> None:
    show(stage, Query(), _BY_DAY, inspector=True)
    _select(stage, "DSCF1043.jpg")
    stage.keep("library")


def _months(stage: Stage) -> None:
    show(stage, Query(), _BY_MONTH)
    stage.keep("months")


def _selection(stage: Stage) -> None:
    show(stage, Query(), _PLAIN, inspector=True)
    _select(stage, "DSCF1052.jpg", "DSCF1043.jpg", "DSCF1048.jpg")
    stage.keep("selection")


def _viewer(stage: Stage) -> None:
    show(stage, Query(), _BY_DAY)
    window = stage.window
    window.view.open_photo(*ids_of(stage, "DSCF1043.jpg"))
    window.panes.want(sources=False, inspector=False)
    window.viewer.bar.info.setChecked(True)
    stage.keep("viewer")
    window.viewer.bar.info.setChecked(False)
    window.view.close_viewer()


def _album(stage: Stage) -> None:
    show(stage, Query(filters=Filters(album=_album_id(stage, "Houston"))))
    stage.keep("album")


def _smart_album(stage: Stage) -> None:
    show(stage, Query(filters=Filters(smart=_album_id(stage, "Cats"))))
    stage.keep("smart-album")


def _duplicates(stage: Stage) -> None:
    stage.window.commands[Command.DUPLICATES].trigger()
    stage.settle()
    stage.keep("duplicates")


def _bursts(stage: Stage) -> None:
    show(stage, Query(), replace(_BY_MONTH, collapse=True))
    bar = stage.window.grid.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    stage.keep("bursts")


def _problems(stage: Stage) -> None:
    stage.window.commands[Command.PROBLEMS].trigger()
    stage.keep("problems")
    stage.window.view.show_photos()


def _empty_album(stage: Stage) -> None:
    _change(stage, MakeAlbum("Prints"))
    show(stage, Query(filters=Filters(album=_album_id(stage, "Prints"))))
    stage.keep("empty-album")
    stage.window.changes.undo()
    stage.settle()


def _undo(stage: Stage) -> None:
    show(stage, Query(), _BY_DAY)
    _select(stage, "DSCF1055.jpg")
    window = stage.window
    stage.settle()
    window.commands[Command.RATE_4].trigger()
    stage.settle()
    shown_in = window.commands[Command.UNDO].associatedObjects()
    edit = next(one for one in shown_in if isinstance(one, QMenu))
    bar = window.menuBar()
    edit.popup(bar.mapToGlobal(bar.actionGeometry(edit.menuAction()).bottomLeft()))
    stage.keep("undo", lambda: with_popup(window, edit))
    edit.close()
    window.changes.undo()
    stage.settle()


def _wall(stage: Stage) -> Path:
    """The folder that copies go to."""
    folder = stage.home / "Copies for the wall"
    folder.mkdir(exist_ok=True)
    return folder


def _export(stage: Stage) -> None:
    show(stage, Query(), _BY_DAY)
    _select(stage, *_CATS)
    stage.settle()
    dialog = _dialog(stage, ExportDialog, Command.EXPORT)
    dialog.place.setText(str(_wall(stage)))
    dialog.place.home(False)
    dialog.format.setCurrentIndex(dialog.format.findData(CopyFormat.JPEG.value))
    dialog.sides.setCurrentIndex(2)
    _keep_dialog(stage, "export", dialog)


def _errand(stage: Stage) -> None:
    """An export at work, paused in the middle so that the picture holds still."""
    show(stage, Query(), _BY_DAY)
    window = stage.window
    states: list[ErrandState] = []
    window.bridge.errand_moved.connect(states.append)
    ids = tuple(window.model.ids.tolist())
    errand_id = window.errands.run(ExportPhotos(ids, str(_wall(stage)), CopyOptions(CopyFormat.PNG)))
    stage.wait(lambda: any(state.done >= 4 for state in states))
    window.worker.pause_errand(errand_id, True)
    stage.wait(lambda: states[-1].paused)
    last = states[-1]
    window.bridge.publish(replace(last, paused=False, seconds_left=last.seconds_left or 20.0))
    stage.keep("export-at-work")
    window.worker.cancel(errand_id)
    stage.wait(lambda: not window.errand_bar.lines())


def _preferences(stage: Stage) -> None:
    dialog = _dialog(stage, PreferencesDialog, Command.PREFERENCES)
    for page in PAGES:
        dialog.show_page(page)
        stage.keep(f"preferences-{page}", lambda: dialog.grab().toImage())
    dialog.reject()
    stage.settle()


def _models(stage: Stage) -> None:
    _keep_dialog(stage, "models", _dialog(stage, ModelDialog, Command.MODEL))


def _shortcuts(stage: Stage) -> None:
    _keep_dialog(stage, "shortcuts", _dialog(stage, ShortcutsDialog, Command.HELP))


def _offline(stage: Stage) -> None:
    card, away = stage.home / "Card", stage.home / "Card (away)"
    card.rename(away)
    _look_again(stage, card, offline=True)
    show(stage, Query(filters=Filters(folder=os.fsencode(card))))
    stage.keep("offline")
    away.rename(card)
    _look_again(stage, card, offline=False)


def _look_again(stage: Stage, folder: Path, *, offline: bool) -> None:
    """Have the worker look at all folders, as F5 does, until it has seen that a drive went or came."""
    window = stage.window
    window.worker.rescan()
    stage.wait(
        lambda: (os.fsencode(folder), offline) in [(f.path, f.offline) for f in window.names.sources.folders]
    )
    stage.wait(stage.is_idle)
    stage.settle()


def _first_run(stage: Stage) -> None:
    stage.wait(lambda: stage.window.first_screen.page is not None)
    stage.keep("first-run")


ALWAYS = ("prepare",)
OF_NEW_LIBRARY: dict[str, Callable[[Stage], None]] = {"first-run": _first_run}
OF_LIBRARY: dict[str, Callable[[Stage], None]] = {
    "prepare": prepare,
    "library": _library,
    "months": _months,
    "selection": _selection,
    "viewer": _viewer,
    "album": _album,
    "smart-album": _smart_album,
    "duplicates": _duplicates,
    "bursts": _bursts,
    "problems": _problems,
    "empty-album": _empty_album,
    "undo": _undo,
    "export": _export,
    "export-at-work": _errand,
    "preferences": _preferences,
    "models": _models,
    "shortcuts": _shortcuts,
    "offline": _offline,
}
