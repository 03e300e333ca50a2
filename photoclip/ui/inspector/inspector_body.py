"""The sections of the inspector, one under the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from photoclip.domain.browsing import PhotoFacts, SelectionFacts
from photoclip.ui import wording
from photoclip.ui.grid.thumbnails import Thumbnails
from photoclip.ui.icons import Icons
from photoclip.ui.inspector import photo_facts, tag_field
from photoclip.ui.inspector.inspector_lines import LinkLine, WrappedText
from photoclip.ui.inspector.photo_facts import FactTable
from photoclip.ui.inspector.photo_places import PlaceList
from photoclip.ui.inspector.preview import Preview
from photoclip.ui.inspector.similar_strip import SimilarStrip
from photoclip.ui.inspector.star_field import StarField
from photoclip.ui.inspector.tag_field import ShownTag, TagField
from photoclip.ui.sources.source_nodes import plain
from photoclip.worker.messages import GridRow

_MOST_ALBUMS = 30


class InspectorBody(QWidget):
    """Shows one photo, several or none; knows nothing of asking and changing."""

    album_chosen = Signal(object)

    def __init__(self, icons: Icons, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._albums: list[tuple[int, str]] = []
        self.preview = Preview()
        self.places = PlaceList()
        self.count = QLabel()
        self.facts = FactTable()
        self.stars = StarField()
        self.heart = QToolButton(autoRaise=True)
        self.tags = TagField()
        self.album_links: list[LinkLine] = []
        self.similar = SimilarStrip(thumbnails)
        self.nothing = WrappedText(self.tr("Select a photo to see what is known of it."), quiet=True)
        self._dress()
        self._lay_out()

    def _dress(self) -> None:
        side = max(20, self.fontMetrics().height() + 4)
        self.heart.setIconSize(QSize(side, side))
        self.heart.setCheckable(True)
        self.heart.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.heart.setAccessibleName(self.tr("Favourite"))
        self.heart.toggled.connect(self._dress_heart)
        self._dress_heart(False)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        font = self.count.font()
        font.setBold(True)
        self.count.setFont(font)

    def _lay_out(self) -> None:
        marks = QWidget()
        row = QHBoxLayout(marks)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.stars)
        row.addStretch(1)
        row.addWidget(self.heart)
        albums = QWidget()
        self._album_column = QVBoxLayout(albums)
        self._album_column.setContentsMargins(0, 0, 0, 0)
        self._album_column.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(10)
        for part in (self.preview, self.count, self.places, marks, self.facts):
            column.addWidget(part)
        self._tags_part = _section(column, self.tr("Tags"), self.tags)
        self._albums_part = _section(column, self.tr("Albums"), albums)
        self._similar_part = _section(column, self.tr("Similar photos"), self.similar)
        column.addWidget(self.nothing, 1)
        column.addStretch(0)
        self._end = column.count() - 1
        self._column = column
        self._of_one: tuple[QWidget, ...] = (self.preview, self.places)
        self._of_any: tuple[QWidget, ...] = (marks, self.facts, self._tags_part)

    # --- what is shown

    def show_photo(self, facts: PhotoFacts) -> None:
        self._appear(one=True, several=False)
        self.places.show_files(facts.files)
        self.facts.show_lines(photo_facts.of_photo(facts))
        self._mark(facts.photo.rating, facts.photo.favourite)
        origin = self.tr("Given by {source}")
        self.tags.show_tags(tag_field.of_photo(facts.tags, origin))
        self._show_albums(facts.albums)

    def show_selection(self, facts: SelectionFacts) -> None:
        """What several photos have in common."""
        self._appear(one=False, several=True)
        self.count.setText(wording.photos(facts.photos))
        self.facts.show_lines(photo_facts.of_selection(facts))
        self._mark(facts.rating, bool(facts.favourite))
        self.tags.show_tags([ShownTag(label, True) for label in facts.tags])
        self._show_albums(())
        self.show_similar(())

    def show_nothing(self) -> None:
        self._appear(one=False, several=False)
        self._show_albums(())
        self.show_similar(())

    def show_similar(self, rows: Sequence[GridRow]) -> None:
        self.similar.show_rows(rows)
        self._similar_part.setVisible(bool(rows))

    def _appear(self, *, one: bool, several: bool) -> None:
        for part in self._of_one:
            part.setVisible(one)
        for part in self._of_any:
            part.setVisible(one or several)
        self.count.setVisible(several)
        self.nothing.hide()
        self._column.setStretch(self._end, 1 if one or several else 0)

    def _mark(self, rating: int | None, favourite: bool) -> None:
        self.stars.show_rating(rating)
        self.heart.setChecked(favourite)

    def _show_albums(self, albums: Sequence[tuple[int, str]]) -> None:
        self._albums_part.setVisible(bool(albums))
        if list(albums) == self._albums:
            return
        self._albums = list(albums)
        for link in self.album_links:
            self._album_column.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.album_links = [LinkLine(plain(name), key) for key, name in albums[:_MOST_ALBUMS]]
        for link in self.album_links:
            link.activated.connect(self.album_chosen)
            self._album_column.addWidget(link)

    @Slot(bool)
    def _dress_heart(self, on: bool) -> None:
        self._icons.dress(self.heart, "heart-filled" if on else "heart")
        self.heart.setToolTip(self.tr("Take from favourites") if on else self.tr("Mark as favourite"))


def _section(column: QVBoxLayout, name: str, content: QWidget) -> QWidget:
    """A part of the inspector under a quiet heading."""
    part = QWidget()
    inner = QVBoxLayout(part)
    inner.setContentsMargins(0, 4, 0, 0)
    inner.setSpacing(6)
    inner.addWidget(WrappedText(name, quiet=True))
    inner.addWidget(content)
    column.addWidget(part)
    return part
