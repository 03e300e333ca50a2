"""The context menus of the source list."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from photoclip.domain.browsing import AlbumInfo
from photoclip.domain.changes import AlbumKind
from photoclip.ui.sources.source_nodes import ALBUMS, FOLDERS, SMART, Kind, Node, album_key, plain

if TYPE_CHECKING:
    from photoclip.ui.sources.source_list import SourceList


def fill(menu: QMenu, node: Node, view: SourceList) -> None:
    """Put in what can be done with an entry; nothing where there is nothing to do."""
    if node.kind is Kind.FOLDER:
        _folder(menu, node, view)
    elif node.album is not None:
        _album(menu, node.album, view)
    section = node if node.kind is Kind.SECTION else node.parent
    if node.kind in (Kind.SECTION, Kind.HINT) and section is not None:
        _heading(menu, section, view)


def _folder(menu: QMenu, node: Node, view: SourceList) -> None:
    _add(
        menu,
        QCoreApplication.translate("Sources", "Show in file &manager"),
        lambda: view.folder_shown.emit(node.path),
    ).setEnabled(not node.offline)
    menu.addSeparator()
    _add(menu, QCoreApplication.translate("Sources", "&Add folder…"), view.folder_wanted.emit)
    if node.watched:
        text = QCoreApplication.translate("Sources", "&Stop watching…")
        _add(menu, text, lambda: view.ask_to_leave(os.fsdecode(node.path), node.name))


def _heading(menu: QMenu, section: Node, view: SourceList) -> None:
    if section.key == FOLDERS:
        _add(menu, QCoreApplication.translate("Sources", "&Add folder…"), view.folder_wanted.emit)
    elif section.key == ALBUMS:
        _news(menu, None, view)
    elif section.key == SMART:
        text = QCoreApplication.translate("Sources", "New &smart album from this view…")
        _add(menu, text, view.smart_album_wanted.emit)


def _news(menu: QMenu, parent: int | None, view: SourceList) -> None:
    text = QCoreApplication.translate("Sources", "&New album…")
    _dress(menu, _add(menu, text, lambda: view.albums.new_album((), parent)), "album", view)
    text = QCoreApplication.translate("Sources", "New &group…")
    _dress(menu, _add(menu, text, lambda: view.albums.new_group(parent)), "group", view)


def _album(menu: QMenu, album: AlbumInfo, view: SourceList) -> None:
    albums, key = view.albums, album_key(album.album_id)
    text = QCoreApplication.translate("Sources", "&Rename")
    _add(menu, _with_key(text, Qt.Key.Key_F2), lambda: view.rename(key))
    text = QCoreApplication.translate("Sources", "&Delete")
    _add(menu, _with_key(text, Qt.Key.Key_Delete), lambda: albums.delete(album))
    menu.addSeparator()
    up = _add(menu, QCoreApplication.translate("Sources", "Move &up"), lambda: albums.shift(album, -1))
    up.setEnabled(albums.can_shift(album, -1))
    down = _add(menu, QCoreApplication.translate("Sources", "Move d&own"), lambda: albums.shift(album, 1))
    down.setEnabled(albums.can_shift(album, 1))
    into = menu.addMenu(QCoreApplication.translate("Sources", "Move &into"))
    _homes(into, album, view)
    into.setEnabled(not into.isEmpty())
    menu.addSeparator()
    if album.kind is AlbumKind.GROUP:
        _news(menu, album.album_id, view)
    else:
        text = QCoreApplication.translate("Sources", "&Export as a folder…")
        _add(menu, text, lambda: view.export_wanted.emit(album.album_id))
        _news(menu, album.parent, view)


def _homes(menu: QMenu, album: AlbumInfo, view: SourceList) -> None:
    albums = view.albums
    if album.parent is not None:
        text = QCoreApplication.translate("Sources", "No group")
        _add(menu, text, lambda: albums.put_into(album, None))
    for group in albums.homes(album):
        # An ampersand would be taken for the mark of a key.
        name = plain(group.name).replace("&", "&&")
        _add(menu, name, partial(albums.put_into, album, group.album_id))


def _add(menu: QMenu, text: str, act: Callable[[], object]) -> QAction:
    action = menu.addAction(text)
    action.triggered.connect(lambda: act())
    return action


def _with_key(text: str, key: Qt.Key) -> str:
    """The text with the key that the list itself listens to; a shortcut of the menu would be a second one."""
    return f"{text}\t{QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)}"


def _dress(menu: QMenu, action: QAction, icon: str, view: SourceList) -> None:
    """Give an entry its icon for as long as the menu is open."""
    view.icons.dress(action, icon)
    menu.aboutToHide.connect(partial(view.icons.forget, action))
