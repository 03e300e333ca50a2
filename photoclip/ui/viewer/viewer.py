"""One photo large, in a page over the grid."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from photoclip.domain.photos import PhotoRow
from photoclip.ui import wording
from photoclip.ui.grid.photo_model import PHOTO_ROLE, RELEVANCE_ROLE, THUMBNAIL_ROLE, PhotoModel, file_name
from photoclip.ui.icons import Icons
from photoclip.ui.viewer.photo_canvas import STEP
from photoclip.ui.viewer.photo_loader import LoadPicture
from photoclip.ui.viewer.photo_presenter import PhotoPresenter
from photoclip.ui.viewer.slideshow import Slideshow
from photoclip.ui.viewer.viewer_stage import ViewerStage
from photoclip.ui.viewer.why import Why
from photoclip.worker.messages import FactsLoaded, PictureLoaded

_Key = Qt.Key
_PAN_SHARE = 8
"""An arrow key moves the photo by this part of the window."""
_OTHER_KEYS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class Viewer(QWidget):
    """Shows a row of the model large, and steps through the list."""

    left = Signal()
    stepped = Signal(int)
    """The row that is shown now."""
    full_screen_wanted = Signal(bool)
    facts_wanted = Signal(object)
    """The id of a photo that more is to be told of; the answer goes to `take_facts`."""

    def __init__(
        self, model: PhotoModel, icon_book: Icons, load_picture: LoadPicture, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._row = -1
        self._photo_id = -1
        self._backwards = False
        self._photo: PhotoRow | None = None
        self.slideshow = Slideshow(self)
        self.stage = ViewerStage(model, icon_book)
        self.bar, self.canvas = self.stage.bar, self.stage.canvas
        self.strip, self.info = self.stage.strip, self.stage.info
        self.presenter = PhotoPresenter(self.canvas, load_picture, self)
        self.loader = self.presenter.loader
        self.why = Why(self.stage.heat, self.stage.why_panel, self)
        self.crop_box = self.stage.crop_box
        self.words, self.note = self.bar.words, self.stage.note
        self.previous, self.next = self.bar.previous, self.bar.next
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stage)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Photo"))
        self._keys = self._make_keys()
        self._connect_bar()
        self._connect_parts()
        self.bar.strip.setChecked(True)
        self._slideshow_changed()

    def _connect_bar(self) -> None:
        bar = self.bar
        bar.back.clicked.connect(self.left)
        bar.previous.clicked.connect(self.step_back)
        bar.next.clicked.connect(self.step_on)
        bar.zoom.clicked.connect(self.toggle_full_size)
        bar.turn_left.clicked.connect(self.turn_left)
        bar.turn_right.clicked.connect(self.turn_right)
        bar.info.toggled.connect(self._show_info)
        bar.strip.toggled.connect(self.stage.set_strip_shown)
        bar.slideshow.clicked.connect(self._slideshow_clicked)
        bar.full_screen.clicked.connect(self.toggle_full_screen)
        bar.seconds_chosen.connect(self.slideshow.set_seconds)

    def _connect_parts(self) -> None:
        self.presenter.noted.connect(self._note)
        self.presenter.loaded.connect(self._look_ahead)
        self.loader.neighbour_loaded.connect(self._look_ahead)
        self.canvas.view_changed.connect(self._show_zoom)
        self.crop_box.ended.connect(self.setFocus)
        self.strip.chosen.connect(self.show_row)
        self.slideshow.advance.connect(self._advance)
        self.slideshow.changed.connect(self._slideshow_changed)
        self._model.dataChanged.connect(self._rows_changed)
        self._model.modelReset.connect(self._list_changed)

    def _make_keys(self) -> dict[int, Callable[[], None]]:
        return {
            _Key.Key_PageUp: self.step_back,
            _Key.Key_Backspace: self.step_back,
            _Key.Key_PageDown: self.step_on,
            _Key.Key_Space: self._space,
            _Key.Key_Home: self.step_first,
            _Key.Key_End: self.step_last,
            _Key.Key_Z: self.toggle_full_size,
            _Key.Key_Plus: self.zoom_in,
            _Key.Key_Equal: self.zoom_in,
            _Key.Key_Minus: self.zoom_out,
            _Key.Key_F: self.toggle_full_screen,
            _Key.Key_I: self.bar.info.toggle,
            _Key.Key_T: self.bar.strip.toggle,
            _Key.Key_Escape: self._escape,
            _Key.Key_Return: self.left.emit,
            _Key.Key_Enter: self.left.emit,
        }

    # --- what the window asks

    @property
    def photo(self) -> PhotoRow | None:
        """The photo shown, once its row was loaded."""
        return self._photo

    def add_action(self, action: QAction) -> QToolButton:
        """A button in the bar for an action of the window."""
        return self.bar.add_action(action)

    @Slot(int)
    def show_row(self, row: int) -> None:
        """Show the photo in this row of the model."""
        self.crop_box.cancel()
        self._backwards = row < self._row
        self._row = row
        self._photo_id = int(self._model.ids[row])
        self._photo = None
        self.presenter.expect()
        self.strip.show_row(row)
        self.slideshow.photo_shown()
        self._show_place()
        self._load_when_known()
        self.why.show_photo(self._photo_id)
        self.stepped.emit(row)

    @Slot()
    def step_on(self) -> None:
        self._go_to(self._row + 1)

    @Slot()
    def step_back(self) -> None:
        self._go_to(self._row - 1)

    @Slot()
    def step_first(self) -> None:
        self._go_to(0)

    @Slot()
    def step_last(self) -> None:
        self._go_to(self._model.rowCount() - 1)

    @Slot()
    def zoom_in(self) -> None:
        self.canvas.zoom_by(STEP)

    @Slot()
    def zoom_out(self) -> None:
        self.canvas.zoom_by(1 / STEP)

    @Slot()
    def toggle_full_size(self) -> None:
        self.canvas.toggle_full_size()

    @Slot()
    def turn_right(self) -> None:
        self.canvas.turn(1)

    @Slot()
    def turn_left(self) -> None:
        self.canvas.turn(-1)

    @Slot()
    def toggle_full_screen(self) -> None:
        self._ask_full_screen(not self.stage.full_screen)

    @Slot(bool)
    def set_full_screen(self, full_screen: bool) -> None:
        """The window is in full screen, or no more, whoever made it so."""
        if full_screen != self.stage.full_screen:
            self.stage.set_full_screen(full_screen)

    @Slot()
    def toggle_slideshow(self) -> None:
        """Start at the photo shown, or end."""
        if self.slideshow.running:
            self.slideshow.stop()
            self._ask_full_screen(False)
        elif self._row >= 0:
            self.slideshow.start()
            self._ask_full_screen(True)
            self._look_ahead()

    def choose_part(self) -> None:
        """Let a part of the photo be chosen; the answer comes from `crop_box`."""
        if self._row >= 0:
            self.slideshow.stop()
            self.crop_box.begin()

    def close_photo(self) -> None:
        """Let go of the picture; nothing late may come."""
        self.slideshow.stop()
        self._ask_full_screen(False)
        self._row = self._photo_id = -1
        self._photo = None
        self.why.show_photo(-1)
        self.crop_box.cancel()
        self.presenter.clear()
        self.strip.show_row(-1)

    def close_loading(self) -> None:
        """The window closes: wait for what is being read."""
        self.slideshow.stop()
        self.presenter.close()

    @Slot(object)
    def take_picture(self, loaded: PictureLoaded) -> None:
        self.loader.take_picture(loaded)

    @Slot(object)
    def take_facts(self, loaded: FactsLoaded) -> None:
        if loaded.facts is not None and loaded.facts.photo.photo_id == self._photo_id:
            self.info.show_facts(loaded.facts)

    # --- Qt's calls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & _OTHER_KEYS:
            super().keyPressEvent(event)
        elif key in (_Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down):
            self._arrow(key)
        elif key == _Key.Key_R:
            self.canvas.turn(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key in self._keys:
            self._keys[key]()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus()
        self.presenter.play()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.presenter.animation.stop()
        self.slideshow.stop()

    # --- keys

    def _arrow(self, key: int) -> None:
        """Arrows move a photo of which only a part is seen; otherwise those at the sides step."""
        across = {_Key.Key_Left: 1, _Key.Key_Right: -1}.get(_Key(key), 0)
        down = {_Key.Key_Up: 1, _Key.Key_Down: -1}.get(_Key(key), 0)
        if self.canvas.view.can_pan:
            width, height = self.canvas.width() / _PAN_SHARE, self.canvas.height() / _PAN_SHARE
            self.canvas.pan_by(across * width, down * height)
        elif across:
            self._go_to(self._row + (across if self.isRightToLeft() else -across))

    def _space(self) -> None:
        if self.slideshow.running:
            self.slideshow.toggle_pause()
        else:
            self.step_on()

    def _escape(self) -> None:
        if self.crop_box.shown:
            self.crop_box.cancel()
        elif self.why.shown:
            self.why.hide()
        elif self.slideshow.running:
            self.toggle_slideshow()
        elif self.stage.full_screen:
            self.toggle_full_screen()
        else:
            self.left.emit()

    def _ask_full_screen(self, full_screen: bool) -> None:
        if full_screen != self.stage.full_screen:
            self.stage.set_full_screen(full_screen)
            self.full_screen_wanted.emit(full_screen)

    # --- loading

    def _go_to(self, row: int) -> None:
        if self._row >= 0 and row != self._row and 0 <= row < self._model.rowCount():
            self.show_row(row)

    def _load_when_known(self) -> None:
        """Rows come when the worker has them; until then the place in the list is all there is."""
        index = self._model.index(self._row)
        photo, before = index.data(PHOTO_ROLE), self._photo
        if not isinstance(photo, PhotoRow) or photo == before:
            return
        self._photo = photo
        self._show_place()
        self._show_info(self.bar.info.isChecked())
        if before is None or (photo.content_hash, photo.path) != (before.content_hash, before.path):
            self.presenter.show(photo, index.data(THUMBNAIL_ROLE))

    @Slot()
    def _look_ahead(self) -> None:
        """Make the neighbours ready, first the one in the direction of travel."""
        if not self.presenter.is_loaded():
            return
        following = self._following()
        around = [self._row - 1, following] if self._backwards else [following, self._row - 1]
        rows = [row for row in around if 0 <= row < self._model.rowCount() and row != self._row]
        photos = [photo for row in rows if (photo := self._model.photo(row)) is not None]
        self.loader.prefetch(photos)
        upcoming = self._model.photo(following) if following < self._model.rowCount() else None
        self.slideshow.set_ready(upcoming is not None and self.loader.is_ready(upcoming))

    def _following(self) -> int:
        """The next row; a slideshow begins anew after the last."""
        row = self._row + 1
        return row % max(self._model.rowCount(), 1) if self.slideshow.running else row

    @Slot()
    def _advance(self) -> None:
        following = self._following()
        if following < self._model.rowCount():
            self.canvas.fade_to_next()
            self.show_row(following)

    # --- what is told

    @Slot(str)
    def _note(self, words: str) -> None:
        self.note.set_text(words)

    def _show_place(self) -> None:
        count = self._model.rowCount()
        self.previous.setEnabled(self._row > 0)
        self.next.setEnabled(self._row + 1 < count)
        place = self.tr("{place} of {count}").format(
            place=wording.number(self._row + 1), count=wording.number(count)
        )
        parts = []
        photo = self._photo
        if photo is not None:
            if photo.width > 0 and photo.height > 0:
                parts.append(f"{photo.width} × {photo.height}")
            if photo.taken_at:
                parts.append(photo.taken_at.replace("T", " ")[:16])
            relevance = self._model.index(self._row).data(RELEVANCE_ROLE)
            if relevance is not None:
                parts.append(self.tr("{share} match").format(share=wording.percent(relevance)))
        self.words.show_words("" if photo is None else file_name(photo), place, " · ".join(parts))

    @Slot()
    def _show_zoom(self) -> None:
        self.bar.show_zoom(self.canvas.view.scale if self.canvas.has_picture() else 1.0)

    @Slot(bool)
    def _show_info(self, shown: bool) -> None:
        self.info.setVisible(shown and self._photo is not None)
        if shown and self._photo is not None:
            self.info.show_photo(self._photo)
            self.facts_wanted.emit(self._photo_id)

    @Slot()
    def _slideshow_clicked(self) -> None:
        if self.slideshow.running:
            self.slideshow.toggle_pause()
        else:
            self.toggle_slideshow()

    @Slot()
    def _slideshow_changed(self) -> None:
        show = self.slideshow
        self.bar.show_slideshow(show.running, show.paused, show.seconds)

    # --- the list changes

    @Slot(QModelIndex, QModelIndex)
    def _rows_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if self._row < 0:
            return
        if first.row() <= self._row <= last.row():
            self._load_when_known()
        if first.row() - 1 <= self._row <= last.row() + 1 or self.slideshow.running:
            self._look_ahead()

    @Slot()
    def _list_changed(self) -> None:
        """The list is new: stay on the photo, wherever it is by now, or go to what took its place."""
        if self._row < 0:
            return
        row = self._model.row_of(self._photo_id)
        if row >= 0:
            self._row = row
            self.strip.show_row(row)
            self._show_place()
        elif self._model.rowCount() == 0:
            self.left.emit()
        else:
            self.show_row(min(self._row, self._model.rowCount() - 1))
            self.note.set_text(self.tr("The photo before is not in this list any more"))
