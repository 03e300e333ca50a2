"""What a person can do with albums: make, rename, move, delete; each a change that undo takes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMessageBox, QWidget

from photoclip.domain.browsing import AlbumInfo
from photoclip.domain.changes import AlbumKind, DeleteAlbum, MakeAlbum
from photoclip.domain.query import Arrangement, Filters, Query
from photoclip.ui.sources import source_drops
from photoclip.ui.sources.album_dialogs import NewAlbumDialog
from photoclip.ui.sources.query_words import sentence
from photoclip.ui.sources.source_model import SourceModel
from photoclip.ui.sources.source_nodes import plain


class AlbumActions(QObject):
    """Asks where it has to, and tells the change that is wanted."""

    change_wanted = Signal(object, str)

    def __init__(self, model: SourceModel, name_of: Callable[[Filters], str], window: QWidget) -> None:
        super().__init__(window)
        self._model = model
        self._name_of = name_of
        self._window = window
        self._doomed: int | None = None

    def new_album(self, photo_ids: Sequence[int] = (), parent: int | None = None) -> None:
        self._ask(MakeAlbum("", AlbumKind.HAND, parent, tuple(photo_ids)))

    def new_group(self, parent: int | None = None) -> None:
        self._ask(MakeAlbum("", AlbumKind.GROUP, parent))

    def new_smart_album(self, query: Query, arrangement: Arrangement) -> None:
        wish = MakeAlbum("", AlbumKind.SMART, query=query, arrangement=arrangement)
        self._ask(wish, sentence(query, self._name_of))

    def delete(self, album: AlbumInfo) -> None:
        """At once, since it can be undone; a group that holds something asks first."""
        inside = len(self._model.siblings(album.album_id))
        if album.kind is not AlbumKind.GROUP or not inside:
            self._delete(album.album_id, album.kind)
            return
        text = self.tr("Delete the group “{name}” with everything in it? No photo is deleted.")
        box = QMessageBox(
            QMessageBox.Icon.Question,
            self.tr("Delete group"),
            text.format(name=plain(album.name)),
            QMessageBox.StandardButton.Cancel,
            self._window,
        )
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.addButton(self.tr("&Delete"), QMessageBox.ButtonRole.AcceptRole)
        for button in box.buttons():
            button.setIcon(QIcon())
        self._doomed = album.album_id
        box.accepted.connect(self._delete_group)
        box.open()

    def shift(self, album: AlbumInfo, step: int) -> None:
        """One place up (-1) or down (1) among its siblings of the same part of the list."""
        row = self._alike(album)
        place = row.index(album) + step
        if 0 <= place < len(row):
            after = place + (1 if step > 0 else 0)
            before = row[after] if after < len(row) else None
            self._move(album, album.parent, before)

    def can_shift(self, album: AlbumInfo, step: int) -> bool:
        row = self._alike(album)
        return 0 <= row.index(album) + step < len(row)

    def put_into(self, album: AlbumInfo, parent: int | None) -> None:
        self._move(album, parent, None)

    def homes(self, album: AlbumInfo) -> list[AlbumInfo]:
        """The groups that an album can be moved into."""
        albums = self._model.sources.albums
        below = {album.album_id}
        for other in albums:  # parents come first
            if other.parent in below:
                below.add(other.album_id)
        return [
            other
            for other in albums
            if other.kind is AlbumKind.GROUP and other.album_id not in below | {album.parent}
        ]

    def _alike(self, album: AlbumInfo) -> list[AlbumInfo]:
        smart = album.kind is AlbumKind.SMART
        return [
            other
            for other in self._model.sources.albums
            if other.parent == album.parent
            and (album.parent is not None or (other.kind is AlbumKind.SMART) == smart)
        ]

    def _move(self, album: AlbumInfo, parent: int | None, before: AlbumInfo | None) -> None:
        wanted = source_drops.move(album, parent, before, self._model.sources)
        self.change_wanted.emit(wanted.change, wanted.text)

    def _ask(self, wish: MakeAlbum, holds: str = "") -> None:
        dialog = NewAlbumDialog(wish, self._model.siblings(wish.parent), holds, self._window)
        dialog.made.connect(self._make)
        dialog.open()

    @Slot(object)
    def _make(self, change: MakeAlbum) -> None:
        text = {
            AlbumKind.HAND: self.tr("New album"),
            AlbumKind.SMART: self.tr("New smart album"),
            AlbumKind.GROUP: self.tr("New group"),
        }[change.kind]
        self.change_wanted.emit(change, text)

    @Slot()
    def _delete_group(self) -> None:
        if self._doomed is not None:
            self._delete(self._doomed, AlbumKind.GROUP)

    def _delete(self, album_id: int, kind: AlbumKind) -> None:
        group = kind is AlbumKind.GROUP
        self.change_wanted.emit(
            DeleteAlbum(album_id), self.tr("Delete group") if group else self.tr("Delete album")
        )
