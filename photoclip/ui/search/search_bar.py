"""The search field: asks as you type, but not at every letter."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from photoclip.ui.icons import Icons

DEBOUNCE_MS = 150
"""A pause in typing that is long enough to mean: now."""
_FRAMES = 12
_FRAME_MS = 80


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
        self._debounce = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._debounce.timeout.connect(self._search)
        self.setPlaceholderText(self.tr("Search by what is in the photo, such as “dog on a beach”"))
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
        self._spinner = _Spinner(self._leading, self)
        self.textChanged.connect(self._text_changed)
        self.returnPressed.connect(self._search)

    def words(self) -> str:
        return self.text().strip()

    def put(self, text: str) -> None:
        """Show words without asking for them again."""
        self._asked = text
        self.setText(text)
        self._debounce.stop()

    @Slot(bool)
    def set_busy(self, busy: bool) -> None:
        self._spinner.turn(busy, self.palette(), self.devicePixelRatioF())

    def keyPressEvent(self, event: QKeyEvent) -> None:
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

    @Slot()
    def _text_changed(self) -> None:
        # Emptying is one deliberate act; everything else may have a next letter.
        if self.words():
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


class _Spinner(QObject):
    """Turns the icon of an action into a moving arc while something is awaited."""

    def __init__(self, action: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._action = action
        self._still = QIcon()
        self._frames: list[QIcon] = []
        self._shown = 0
        self._clock = QTimer(self, interval=_FRAME_MS)
        self._clock.timeout.connect(self._next)

    def turn(self, on: bool, palette: QPalette, ratio: float) -> None:
        if on and not self._clock.isActive():
            self._still = self._action.icon()
            self._frames = [_arc(frame, palette, ratio) for frame in range(_FRAMES)]
            self._clock.start()
            self._next()
        elif not on and self._clock.isActive():
            self._clock.stop()
            self._action.setIcon(self._still)

    @Slot()
    def _next(self) -> None:
        self._shown = (self._shown + 1) % _FRAMES
        self._action.setIcon(self._frames[self._shown])


def _arc(frame: int, palette: QPalette, ratio: float) -> QIcon:
    side = 16
    pixmap = QPixmap(QSize(side, side) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
    painter.drawArc(QRectF(2, 2, side - 4, side - 4), -frame * 5760 // _FRAMES, 4000)
    painter.end()
    return QIcon(pixmap)
