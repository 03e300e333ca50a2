"""What can be done with all photos that are selected: marks, tags, albums, copies, the bin."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from photoclip.domain.changes import (
    AddToAlbum,
    Change,
    DecideInAlbum,
    MakeAlbum,
    MarkPhotos,
    RemoveFromAlbum,
    SetCover,
    TagPhotos,
)
from photoclip.domain.photos import PhotoRow
from photoclip.domain.query import Filters
from photoclip.ui import wording
from photoclip.ui.inspector.tag_field import typed
from photoclip.ui.sources.source_names import SourceNames

_RECENT_KEPT = 8


class Chosen(Protocol):
    """What commands are about, as the view knows it."""

    def photo_ids(self) -> tuple[int, ...]: ...
    def current_photo(self) -> PhotoRow | None: ...


class SelectionActions(QObject):
    """Turns commands about the selection into changes. Without photos, nothing happens."""

    change_wanted = Signal(object, str)
    """A change, and its name for undo."""
    added = Signal(str)
    """What was added where, in a sentence."""

    def __init__(
        self,
        chosen: Chosen,
        filters: Callable[[], Filters],
        names: SourceNames,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._chosen = chosen
        self._filters = filters
        self._names = names
        self.recent_albums: list[int] = []

    # --- marks

    @Slot()
    def toggle_favourite(self) -> None:
        """As the current photo is not: a selection of both kinds becomes one of one kind."""
        current, ids = self._chosen.current_photo(), self._chosen.photo_ids()
        on = current is None or not current.favourite
        text = self.tr("Mark {photos} as favourite") if on else self.tr("Take {photos} off the favourites")
        self._change(MarkPhotos(ids, favourite=on), text, ids)

    def rate(self, stars: int) -> None:
        ids = self._chosen.photo_ids()
        text = self.tr("Give {photos} {stars} stars") if stars else self.tr("Take the stars off {photos}")
        self._change(MarkPhotos(ids, rating=stars), text.replace("{stars}", str(stars)), ids)

    @Slot(str)
    def tag(self, label: str) -> None:
        """One tag, or several with commas between them."""
        ids = self._chosen.photo_ids()
        for one in typed(label):
            self._change(TagPhotos(ids, one), self.tr("Tag {photos}"), ids)

    # --- albums

    def album_choices(self) -> list[int]:
        """Albums by hand, those used last before the others."""
        known = self._names.albums_by_hand()
        recent = [album for album in self.recent_albums if album in known]
        return recent + [album for album in known if album not in recent]

    @Slot(object)
    def add_to_album(self, album_id: object) -> None:
        ids = self._chosen.photo_ids()
        if ids and isinstance(album_id, int):
            self.note_album(album_id)
            self._change(AddToAlbum(album_id, ids), self.tr("Add {photos} to the album"), ids)
            self.added.emit(
                self.tr("{photos} added to “{album}”.").format(
                    photos=wording.photos(len(ids)), album=self._names.album(album_id)
                )
            )

    @Slot(str)
    def add_to_new_album(self, name: str) -> None:
        ids = self._chosen.photo_ids()
        self._change(MakeAlbum(name, photo_ids=ids), self.tr("New album of {photos}"), ids)

    def note_album(self, album_id: int) -> None:
        """It was used just now."""
        rest = [known for known in self.recent_albums if known != album_id]
        self.recent_albums = [album_id, *rest][:_RECENT_KEPT]

    @Slot()
    def remove_from_album(self) -> None:
        album, ids = self._filters().album, self._chosen.photo_ids()
        if album is not None:
            self._change(RemoveFromAlbum(album, ids), self.tr("Remove {photos} from the album"), ids)

    @Slot()
    def set_cover(self) -> None:
        album, photo = self._filters().album, self._chosen.current_photo()
        if album is not None and photo is not None:
            self.change_wanted.emit(SetCover(album, photo.photo_id), self.tr("Choose the cover"))

    @Slot()
    def always_keep(self) -> None:
        self._decide(True, self.tr("Always keep {photos}"))

    @Slot()
    def never_show(self) -> None:
        self._decide(False, self.tr("Never show {photos}"))

    @Slot()
    def leave_to_album(self) -> None:
        self._decide(None, self.tr("Leave {photos} to the smart album"))

    def _decide(self, keep: bool | None, text: str) -> None:
        album, ids = self._filters().smart, self._chosen.photo_ids()
        if album is not None:
            self._change(DecideInAlbum(album, ids, keep), text, ids)

    def _change(self, change: Change, text: str, ids: tuple[int, ...]) -> None:
        if ids:
            self.change_wanted.emit(change, text.format(photos=wording.photos(len(ids))))
