"""Where one can go in the window, and how one gets there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from photoclip.domain.query import Arrangement, Crop, Filters, Order, Query
from photoclip.ui import wording
from photoclip.ui.grid.photo_model import file_name

if TYPE_CHECKING:
    from photoclip.ui.main_window import MainWindow

MOST_ALIKE = 100
"""Photos that are searched by at once; the middle of more of them is like nothing in particular."""


class Navigation(QObject):
    """Leads to sources, photos and parts of the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    # --- lists

    @Slot(object, object)
    def go_to_source(self, query: Query, arrangement: Arrangement | None = None) -> None:
        self._window.view.show_photos()
        self._window.flow.choose(query, arrangement)

    @Slot(int)
    def go_to_album(self, album_id: int) -> None:
        self.go_to_source(Query(filters=Filters(album=album_id)))

    @Slot(str)
    def go_to_label(self, label: str) -> None:
        self.go_to_source(Query(filters=Filters(label=label)))

    @Slot(object)
    def go_to_folder(self, path: bytes) -> None:
        self.go_to_source(Query(filters=Filters(folder=path)))

    @Slot()
    def go_to_similar(self) -> None:
        """What is like the photo that is current, or like all those that are selected."""
        window, ids = self._window, self._window.view.photo_ids()
        if len(ids) > MOST_ALIKE:
            text = self.tr(
                "So many photos have little in common; select at most {number} to find similar ones."
            )
            window.view.messages.say(text.format(number=wording.number(MOST_ALIKE)))
        elif len(ids) > 1:
            self.go_to_source(Query(similar=ids))
        else:
            window.photo_actions.find_similar()

    @Slot()
    def draw_part(self) -> None:
        """Let a part of the current photo be drawn, which is opened for it."""
        self._window.view.open_current()
        if self._window.view.shows_viewer():
            self._window.viewer.choose_part()

    @Slot(object)
    def go_to_part(self, crop: Crop) -> None:
        """What is like a part of the photo in the viewer."""
        photo = self._window.view.current_photo()
        if photo is not None:
            self._window.names.remember_photo(photo.photo_id, file_name(photo))
            self.go_to_source(Query(similar=(photo.photo_id,), crop=crop))

    @Slot()
    def like_selected(self) -> None:
        self._judge(self._window.view.photo_ids(), liked=True)

    @Slot()
    def dislike_selected(self) -> None:
        self._judge(self._window.view.photo_ids(), liked=False)

    @Slot(object, bool)
    def judge(self, photo_id: int, liked: bool) -> None:
        """The thumb of one photo was clicked: with it go the others that are selected."""
        ids = self._window.grid.selected_ids()
        self._judge(ids if photo_id in ids else (photo_id,), liked=liked)

    def _judge(self, ids: tuple[int, ...], *, liked: bool) -> None:
        if len(ids) > MOST_ALIKE:
            text = self.tr("So many photos lead nowhere; select at most {number} to like or not.")
            self._window.view.messages.say(text.format(number=wording.number(MOST_ALIKE)))
        else:
            self._window.flow.judge(ids, liked=liked)
        # What was pressed is checked only where the photos are judged now.
        self._window.deeds.look_soon()

    @Slot(int)
    def go_to_burst(self, photo_id: int) -> None:
        self.go_to_source(Query(filters=Filters(burst_of=photo_id)))

    @Slot()
    def go_to_duplicates(self) -> None:
        self.go_to_source(Query(filters=Filters(duplicates=True)))

    @Slot(int)
    def go_to_photo(self, photo_id: int) -> None:
        """Open a photo: where the list has it not, what is like it is listed."""
        if not self._window.view.open_photo(photo_id):
            self._window.flow.find_similar(photo_id, "")

    @Slot()
    def go_to_problems(self) -> None:
        self._window.view.show_problems()
        self._window.sources.mark_problems()
        self._window.worker.load_problems()

    @Slot()
    def go_back(self) -> None:
        view = self._window.view
        if view.shows_viewer() or view.shows_problems():
            view.show_photos()
            self._window.sources.mark(self._window.flow.query())
        else:
            self._window.flow.back()

    @Slot()
    def show_all(self) -> None:
        self._window.view.show_photos()
        self._window.flow.show_all()

    @Slot()
    def go_to_search(self) -> None:
        self._window.search.setFocus()
        self._window.search.selectAll()

    @Slot()
    def go_to_photos(self) -> None:
        view = self._window.view
        if view.shows_viewer():
            view.viewer.setFocus()
        elif view.shows_grid():
            view.grid.setFocus()
        elif view.browser.shows_page():
            view.browser.page.button.setFocus()

    @Slot()
    def go_to_next_part(self) -> None:
        """From the search to the sources, the photos, the inspector, and round again."""
        window = self._window
        parts = (window.search, window.sources, window.view, window.inspector)
        focused = window.focusWidget()
        at = next((n for n, part in enumerate(parts) if part is focused or part.isAncestorOf(focused)), -1)
        for step in range(1, len(parts) + 1):
            part = parts[(at + step) % len(parts)]
            if part is window.view:
                self.go_to_photos()
                return
            if part.isVisible():
                part.setFocus(Qt.FocusReason.TabFocusReason)
                if part is window.inspector and not part.hasFocus():
                    part.focusNextChild()
                return

    @Slot(str)
    def type_into_search(self, text: str) -> None:
        self._window.search.setFocus()
        self._window.search.insert(text)

    @Slot(object)
    def follow_query(self, query: Query) -> None:
        """The list is another one: the source that stands for it is marked, and where photos may be moved."""
        window, arrangement = self._window, self._window.flow.arrangement()
        if not window.view.shows_problems():
            window.sources.mark(query)
        whole_album = query == Query(filters=Filters(album=query.filters.album))
        by_hand = query.filters.album is not None and whole_album and arrangement == Arrangement(Order.ALBUM)
        window.grid.set_rearrangeable(by_hand)
        window.deeds.look_soon()

    @Slot()
    def follow_page(self) -> None:
        """The viewer came or went."""
        self._window.screen_use.take_viewer(self._window.view.shows_viewer())
