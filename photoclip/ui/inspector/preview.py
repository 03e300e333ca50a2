"""The large thumbnail of the inspector, decoded off the GUI thread."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QRect, QSize, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from photoclip import storage
from photoclip.ui import icons
from photoclip.ui.picture import Picture, read_file
from photoclip.ui.theme import blend

_JPEG_END = b"\xff\xd9"
_MOST = QSize(1024, 1024)
_SIGN = 32


class PreviewLoader(QObject):
    """Reads one thumbnail at a time; only the last one that was asked for is told."""

    loaded = Signal(object)
    """A QImage, null where there is no thumbnail or a damaged one."""

    _made = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticket = 0
        self._pool = QThreadPool(self, maxThreadCount=1)
        self._made.connect(self._take)

    def load(self, path: str) -> None:
        self._ticket += 1
        self._pool.clear()
        self._pool.start(partial(self._read, self._ticket, path))

    def drop(self) -> None:
        """What is on its way is not wanted any more."""
        self._ticket += 1
        self._pool.clear()

    def close(self) -> None:
        self.drop()
        self._pool.waitForDone(1000)

    def _read(self, ticket: int, path: str) -> None:
        """Runs in the pool."""
        image = QImage()
        try:
            data = storage.unsealed(read_file(path), _JPEG_END)
            if data is not None and (picture := Picture(data)).readable:
                image = picture.read_within(_MOST)
        except (OSError, ValueError):
            image = QImage()
        self._made.emit(ticket, image)

    @Slot(int, object)
    def _take(self, ticket: int, image: QImage) -> None:
        if ticket == self._ticket:
            self.loaded.emit(image)


class Preview(QWidget):
    """A photo as large as the width allows; a quiet sign where there is nothing to see."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmap = QPixmap()
        self._missing = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Preview"))

    @property
    def pixmap(self) -> QPixmap:
        return self._pixmap

    @Slot(object)
    def show_image(self, image: QImage) -> None:
        self._pixmap = QPixmap.fromImage(image)
        self._missing = image.isNull()
        self.update()

    def clear(self) -> None:
        self._pixmap, self._missing = QPixmap(), False
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return width * 3 // 4

    def sizeHint(self) -> QSize:
        return QSize(240, 180)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        ink, under = palette.color(QPalette.ColorRole.WindowText), palette.color(QPalette.ColorRole.Window)
        if self._pixmap.isNull():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(blend(ink, under, 0.06))
            painter.drawRoundedRect(self.rect(), 4, 4)
            if self._missing:
                sign = icons.pixmap("photo", blend(ink, under, 0.45), _SIGN, self.devicePixelRatioF())
                middle = self.rect().center()
                painter.drawPixmap(middle.x() - _SIGN // 2, middle.y() - _SIGN // 2, sign)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(self._room(), self._pixmap)
        painter.end()

    def _room(self) -> QRect:
        """Where the picture goes: the whole of it, in the middle, enlarged at most twice."""
        whole = self._pixmap.size()
        size = whole.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        if size.width() > 2 * whole.width():
            size = whole * 2
        room = QRect(0, 0, size.width(), size.height())
        room.moveCenter(self.rect().center())
        return room
