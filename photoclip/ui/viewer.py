"""One photo large, in a page over the grid."""

from __future__ import annotations

from pathlib import PurePosixPath

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from photoclip.domain.photos import PhotoRow
from photoclip.ui import wording
from photoclip.ui.eliding_label import ElidingLabel
from photoclip.ui.full_photo import FullPhotoLoader, Loaded, Shortfall
from photoclip.ui.icons import Icons
from photoclip.ui.photo_canvas import PhotoCanvas
from photoclip.ui.photo_model import PHOTO_ROLE, RELEVANCE_ROLE, THUMBNAIL_ROLE, PhotoModel, file_name


class Viewer(QWidget):
    """Shows a row of the model; Left and Right step through the list, Esc goes back to it."""

    left = Signal()
    stepped = Signal(int)
    """The row that is shown now."""

    def __init__(self, model: PhotoModel, icon_book: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._row = -1
        self._photo_id = -1
        self._loading_id = -1
        self._photo: PhotoRow | None = None
        self.loader = FullPhotoLoader(self)
        self.loader.loaded.connect(self._take_loaded)
        self.canvas = PhotoCanvas()
        self.canvas.double_clicked.connect(self.left)
        self.title = ElidingLabel(mode=Qt.TextElideMode.ElideMiddle)
        self.details = ElidingLabel(quiet=True)
        self.note = ElidingLabel(quiet=True)
        self.back = _button(icon_book, "back", self.tr("Back to the photos (Esc)"))
        self.previous = _button(icon_book, "previous", self.tr("Previous photo (Left)"))
        self.next = _button(icon_book, "next", self.tr("Next photo (Right)"))
        self.back.clicked.connect(self.left)
        self.previous.clicked.connect(self.step_back)
        self.next.clicked.connect(self.step_on)
        self.bar = QHBoxLayout()
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Photo"))
        model.dataChanged.connect(self._rows_changed)
        model.modelReset.connect(self._list_changed)

    def _lay_out(self) -> None:
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.bar.setContentsMargins(8, 4, 12, 4)
        self.bar.setSpacing(8)
        for widget in (self.back, self.title, self.details):
            self.bar.addWidget(widget)
        self.bar.addStretch(1)
        self.bar.addWidget(self.note, 1)
        self.bar.addWidget(self.previous)
        self.bar.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.bar)
        column.addWidget(self.canvas, 1)

    @property
    def photo(self) -> PhotoRow | None:
        """The photo shown, once its row was loaded."""
        return self._photo

    def show_row(self, row: int) -> None:
        """Show the photo in this row of the model."""
        self._row = row
        self._photo_id = int(self._model.ids[row])
        self._loading_id = -1
        self._photo = None
        self.loader.cancel()
        self.note.set_text("")
        self._show_place()
        self._load_when_known()
        self.stepped.emit(row)

    @Slot()
    def step_on(self) -> None:
        self._step(1)

    @Slot()
    def step_back(self) -> None:
        self._step(-1)

    def close_photo(self) -> None:
        """Let go of the picture; nothing late may come."""
        self.loader.cancel()
        self._row = self._photo_id = self._loading_id = -1
        self._photo = None
        self.canvas.show_nothing(missing=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace):
            self.step_back()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Space):
            self.step_on()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus()

    def _step(self, by: int) -> None:
        if self._row >= 0 and 0 <= self._row + by < self._model.rowCount():
            self.show_row(self._row + by)

    def _index(self) -> QModelIndex:
        return self._model.index(self._row)

    def _load_when_known(self) -> None:
        """Rows come when the worker has them; until then the place in the list is all there is."""
        photo = self._index().data(PHOTO_ROLE)
        if not isinstance(photo, PhotoRow) or self._loading_id == self._photo_id:
            return
        self._loading_id = self._photo_id
        self._photo = photo
        self.title.set_text(file_name(photo))
        self._show_place()
        self.loader.load(photo, self._index().data(THUMBNAIL_ROLE), self.canvas.box())

    def _show_place(self) -> None:
        count = self._model.rowCount()
        self.previous.setEnabled(self._row > 0)
        self.next.setEnabled(self._row + 1 < count)
        parts = [
            self.tr("{place} of {count}").format(
                place=wording.number(self._row + 1), count=wording.number(count)
            )
        ]
        photo = self._photo
        if photo is None:
            self.title.set_text("")
        else:
            parts.append(f"{photo.width} × {photo.height}")
            if photo.taken_at:
                parts.append(photo.taken_at.replace("T", " ")[:16])
            relevance = self._index().data(RELEVANCE_ROLE)
            if relevance is not None:
                parts.append(self.tr("{share} match").format(share=wording.percent(relevance)))
        self.details.set_text(" · ".join(parts))

    @Slot(object)
    def _take_loaded(self, loaded: Loaded) -> None:
        photo = self._photo
        if photo is None:
            return
        if not loaded.image.isNull():
            self.canvas.show_image(loaded.image, QSize(photo.width, photo.height))
        elif loaded.preview:
            # The photo itself is on its way; an empty canvas tells no lie meanwhile.
            self.canvas.show_nothing(missing=False)
        elif not self.canvas.has_picture():
            self.canvas.show_nothing(missing=True)
        if loaded.shortfall is not None:
            self.note.set_text(self._why_preview(loaded.shortfall, photo))

    def _why_preview(self, shortfall: Shortfall, photo: PhotoRow) -> str:
        if shortfall == Shortfall.GONE:
            return self.tr("Preview; the file cannot be opened where it was")
        if shortfall == Shortfall.DAMAGED:
            return self.tr(
                "Preview; the full picture cannot be shown here. Ctrl+O opens it in your default program"
            )
        kind = PurePosixPath(file_name(photo)).suffix.lstrip(".").upper() or self.tr("full")
        return self.tr("Preview; the full {kind} picture opens in your default program with Ctrl+O").format(
            kind=kind
        )

    @Slot(QModelIndex, QModelIndex)
    def _rows_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if self._row >= 0 and first.row() <= self._row <= last.row():
            self._load_when_known()

    @Slot()
    def _list_changed(self) -> None:
        """The list is new: stay on the photo, wherever it is by now."""
        if self._row < 0:
            return
        row = self._model.row_of(self._photo_id)
        if row >= 0:
            self._row = row
            self._show_place()
        elif self._model.rowCount() == 0:
            self.left.emit()
        else:
            self._row = min(self._row, self._model.rowCount() - 1)


def _button(icon_book: Icons, icon: str, words: str) -> QToolButton:
    button = QToolButton(autoRaise=True)
    # The keys work wherever the focus is inside the viewer; buttons must not take it from the photo.
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setToolTip(words)
    button.setAccessibleName(words)
    icon_book.dress(button, icon)
    return button
