"""The inspector: what is known of the selected photos, and where it can be changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QImage, QPalette, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from photoclip.domain.browsing import PhotoFacts, Sources
from photoclip.domain.changes import MarkPhotos, TagPhotos
from photoclip.ui.grid.thumbnails import Thumbnails
from photoclip.ui.icons import Icons
from photoclip.ui.inspector.inspector_body import InspectorBody
from photoclip.ui.inspector.preview import PreviewLoader
from photoclip.worker.messages import FactsLoaded, SimilarLoaded

NOTHING_MS = 300
"""Between two lists nothing is selected for a moment; only what lasts is worth words."""
SETTLE_MS = 80
"""Arrow keys pass many photos; only where they come to rest is anything asked for."""


class Inspector(QScrollArea):
    """Asks for facts while it is on the screen, and for nothing while it is hidden.

    Changes are about the photos whose facts are shown, which for a moment may
    be others than those just selected.
    """

    facts_wanted = Signal(object)
    """A tuple of photo ids."""
    similar_wanted = Signal(int)
    thumbnails_wanted = Signal(object)
    """Ids of photos whose thumbnails are looked for and not there: they are wanted before others."""
    change_wanted = Signal(object, str)
    photo_chosen = Signal(int)
    album_chosen = Signal(int)
    label_chosen = Signal(str)
    folder_chosen = Signal(object)

    def __init__(self, icons: Icons, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: tuple[int, ...] = ()
        self._shown: tuple[int, ...] = ()
        self._similar_of: int | None = None
        self._thumbnail = ""
        self._stale = False
        self._quiet = False
        self._told: set[int] = set()
        self._nothing = QTimer(self, singleShot=True, interval=NOTHING_MS)
        self._nothing.timeout.connect(self._say_nothing)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._ask)
        self.body = InspectorBody(icons, thumbnails)
        self.loader = PreviewLoader(self)
        self._dress()
        self._join()
        self._show_nothing()

    def _dress(self) -> None:
        self.setAccessibleName(self.tr("Inspector"))
        self.setWidget(self.body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        narrow = self.fontMetrics().averageCharWidth()
        self.setMinimumWidth(max(240, narrow * 30))
        self.setMaximumWidth(max(420, narrow * 60))

    def _join(self) -> None:
        body = self.body
        self.loader.loaded.connect(self._show_image)
        body.similar.lacking.connect(self._want_thumbnail)
        body.stars.rated.connect(self._rate)
        body.heart.clicked.connect(self._mark_favourite)
        body.tags.added.connect(self._add_tag)
        body.tags.removed.connect(self._remove_tag)
        body.tags.chosen.connect(self.label_chosen)
        body.places.folder_chosen.connect(self.folder_chosen)
        body.album_chosen.connect(self._choose_album)
        body.similar.photo_chosen.connect(self.photo_chosen)

    def sizeHint(self) -> QSize:
        return QSize(max(300, self.minimumWidth()), 600)

    # --- what the window tells it

    @Slot(object)
    def show_photos(self, photo_ids: Sequence[int]) -> None:
        """These are selected now."""
        ids = tuple(photo_ids)
        if ids == self._wanted and not self._stale:
            return
        self._wanted = ids
        if not ids:
            self._settle.stop()
            self._show_nothing()
        else:
            self._nothing.stop()
            self.body.nothing.hide()
            self._ask_soon()

    def be_quiet(self, quiet: bool) -> None:
        """Whether to say nothing where no photo is selected: there are none to select."""
        if quiet != self._quiet:
            self._quiet = quiet
            if not self._wanted:
                self._show_nothing()

    @Slot()
    def refresh(self) -> None:
        """Something changed in the library: ask again for what is shown, missing thumbnails included."""
        self._told.clear()
        self.body.similar.look_again()
        if self._wanted:
            self._ask_soon()

    @Slot(object)
    def take_facts(self, loaded: FactsLoaded) -> None:
        ids = tuple(loaded.photo_ids)
        if ids != self._wanted or not self.isVisible():
            return
        before, self._shown = self._shown, ids
        if loaded.facts is not None:
            self._show_photo(loaded.facts, loaded.thumbnail, fresh=before != ids)
        elif loaded.selection is not None:
            self._forget_photo()
            self.body.show_selection(loaded.selection)
        else:
            self._show_nothing()

    @Slot(object)
    def take_similar(self, loaded: SimilarLoaded) -> None:
        if self._shown == (loaded.photo_id,):
            self._similar_of = loaded.photo_id if loaded.rows else None
            self.body.show_similar(loaded.rows)

    @Slot(object)
    def take_sources(self, sources: Sources) -> None:
        """The labels that there are, to be proposed for tags."""
        self.body.tags.set_labels([count.label for count in sources.labels])

    def close_loader(self) -> None:
        """The window closes: load nothing more."""
        self._settle.stop()
        self._nothing.stop()
        self.loader.close()

    # --- asking

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self._settle.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stale = self._stale or self._settle.isActive() or self._shown != self._wanted
        self._settle.stop()

    def _ask_soon(self) -> None:
        if self.isVisible():
            self._settle.start()
        else:
            self._stale = True

    @Slot()
    def _ask(self) -> None:
        if self._wanted:
            self.facts_wanted.emit(self._wanted)

    # --- showing

    def _show_photo(self, facts: PhotoFacts, thumbnail: str, *, fresh: bool) -> None:
        if fresh:
            self._forget_photo()
            self.body.show_similar(())
            self.verticalScrollBar().setValue(0)
        if self._thumbnail != thumbnail or self.body.preview.pixmap.isNull():
            self._thumbnail = thumbnail
            self.loader.load(thumbnail)
        self.body.show_photo(facts)
        if self._similar_of is None:
            self._similar_of = facts.photo.photo_id
            self.similar_wanted.emit(facts.photo.photo_id)

    def _show_nothing(self) -> None:
        self._shown = ()
        self._forget_photo()
        self.body.show_nothing()
        self._nothing.start()

    @Slot()
    def _say_nothing(self) -> None:
        self.body.nothing.setVisible(not self._quiet)

    @Slot(object)
    def _show_image(self, image: QImage) -> None:
        self.body.preview.show_image(image)
        if image.isNull() and len(self._shown) == 1:
            self._want_thumbnail(self._shown[0])

    @Slot(object)
    def _want_thumbnail(self, photo_id: int) -> None:
        if photo_id not in self._told:
            self._told.add(photo_id)
            self.thumbnails_wanted.emit((photo_id,))

    def _forget_photo(self) -> None:
        self.loader.drop()
        self.body.preview.clear()
        self._similar_of, self._thumbnail = None, ""

    @Slot(object)
    def _choose_album(self, album_id: int) -> None:
        self.album_chosen.emit(album_id)

    # --- changing

    @Slot(int)
    def _rate(self, rating: int) -> None:
        self._want(MarkPhotos(self._shown, rating=rating), self.tr("Rate"))

    @Slot(bool)
    def _mark_favourite(self, favourite: bool) -> None:
        text = self.tr("Mark as favourite") if favourite else self.tr("Take from favourites")
        self._want(MarkPhotos(self._shown, favourite=favourite), text)

    @Slot(str)
    def _add_tag(self, label: str) -> None:
        self._want(TagPhotos(self._shown, label), self.tr("Add tag"))

    @Slot(str)
    def _remove_tag(self, label: str) -> None:
        self._want(TagPhotos(self._shown, label, tagged=False), self.tr("Remove tag"))

    def _want(self, change: MarkPhotos | TagPhotos, text: str) -> None:
        if self._shown:
            self.change_wanted.emit(change, text)
