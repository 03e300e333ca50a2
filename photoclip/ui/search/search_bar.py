"""The search field: asks as you type, but not at every letter."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from photoclip.ui.icons import Icons
from photoclip.ui.search import completing
from photoclip.ui.search.completing import Offer
from photoclip.ui.search.completion_list import CompletionList
from photoclip.ui.search.spinner import Spinner
from photoclip.worker.messages import SourcesLoaded

DEBOUNCE_MS = 150
"""A pause in typing that is long enough to mean: now."""


class SearchBar(QLineEdit):
    """Emits `searched` once the typing pauses, with "" when the field was emptied."""

    searched = Signal(str)
    left_down = Signal()
    """The Down key: on to the photos."""
    left_empty = Signal()
    """Esc in an empty field."""
    picture_pasted = Signal()
    """Paste, with a picture or a file in the clipboard and no words."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = ""
        self._offered_for = ""
        self._debounce = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._debounce.timeout.connect(self._search)
        self._known = completing.known()
        self.completions = CompletionList(self)
        self.completions.taken.connect(self._take_offer)
        self.show_likeness(False)
        self.setAccessibleName(self.tr("Search photos"))
        self.setClearButtonEnabled(True)
        # A picture that is dropped here is for the window, which searches by it.
        self.setAcceptDrops(False)
        self.setMinimumHeight(self.fontMetrics().height() + 16)
        self._leading = QAction(self)
        self._leading.setToolTip(self.tr("Search"))
        self._leading.triggered.connect(self._search)
        self.addAction(self._leading, QLineEdit.ActionPosition.LeadingPosition)
        icons.dress(self._leading, "search")
        self._spinner = Spinner(self._leading, self)
        self.textChanged.connect(self._text_changed)
        self.textEdited.connect(self._offer)
        self.returnPressed.connect(self._search)

    def words(self) -> str:
        return self.text().strip()

    def put(self, text: str) -> None:
        """Show words without asking for them again."""
        self.completions.hide()
        self._asked = text.strip()
        self.setText(text)
        self._debounce.stop()

    def show_likeness(self, on: bool) -> None:
        """Whether what is typed comes to a photo or picture that is searched by."""
        usual = self.tr("Search by what is in the photo, such as “dog on a beach”")
        self.setPlaceholderText(self.tr("…but at night") if on else usual)

    @Slot(object)
    def take_sources(self, loaded: SourcesLoaded) -> None:
        """The names that may follow a key."""
        self._known = completing.known(loaded.sources)

    @Slot(str)
    def insert_example(self, text: str) -> None:
        """Add a part to what is typed; one that ends in a colon asks for its name."""
        self.setFocus()
        before = self.text().rstrip()
        self.setText(f"{before} {text}" if before else text)
        self._offer()

    @Slot(bool)
    def set_busy(self, busy: bool) -> None:
        self._spinner.turn(busy, self.palette(), self.devicePixelRatioF())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._key_of_completions(event):
            return
        if event.matches(QKeySequence.StandardKey.Paste) and _holds_picture():
            self.picture_pasted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
                self._search()
            else:
                self.left_empty.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def _key_of_completions(self, event: QKeyEvent) -> bool:
        """Whether a key was meant for the list; Enter is, only where a line of it was chosen."""
        offered = self.completions
        if offered.isHidden():
            return False
        if event.key() == Qt.Key.Key_Escape:
            offered.hide()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            offered.step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if offered.take_current():
                return True
            offered.hide()
            return False
        else:
            return False
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.completions.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.completions.hide()

    @Slot()
    def _offer(self) -> None:
        self._offered_for = self.text()
        offers = completing.offers(self.text(), self.cursorPosition(), self._known)
        self.completions.show_offers(offers if self.hasFocus() else ())

    @Slot(object)
    def _take_offer(self, offer: Offer) -> None:
        text = self.text()
        self.setText(text[: offer.start] + offer.text + text[offer.end :].lstrip())
        self.setCursorPosition(offer.start + len(offer.text))
        self._offer()

    @Slot()
    def _text_changed(self) -> None:
        if self.text() != self._offered_for:
            self.completions.hide()  # it is about another text
        # Emptying is one deliberate act; everything else may have a next letter, and after a colon has one.
        if completing.is_unfinished(self.text()):
            self._debounce.stop()
        elif self.words():
            self._debounce.start()
        else:
            self._search()

    @Slot()
    def _search(self) -> None:
        self._debounce.stop()
        if self.words() != self._asked:
            self._asked = self.words()
            self.searched.emit(self._asked)


def _holds_picture() -> bool:
    mime = QGuiApplication.clipboard().mimeData()
    return mime is not None and (mime.hasImage() or any(url.isLocalFile() for url in mime.urls()))
