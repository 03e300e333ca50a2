"""What is dropped on the window: folders are watched, a picture is what to search by."""

from __future__ import annotations

import re
from pathlib import PurePath

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from photoclip.ui.actions import desktop
from photoclip.ui.grid import drag
from photoclip.ui.theme import blend

_PICTURES = re.compile(
    r"\.(jpe?g|jpe|png|webp|gif|bmp|tiff?|hei[cf]|avif|dng|cr[23]|nef|arw|orf|rw2|raf|pef|srw)", re.IGNORECASE
)
"""By its name a file is taken for a picture; opening it to see would make the GUI thread wait for a disk."""


class FolderDrop(QObject):
    """Watches a window for drags from other programs and says what was dropped.

    Whether a path is a folder is left to the worker, which may wait for a disk;
    this runs in the GUI thread, which may not.
    """

    # Qt's own texts would lose the bytes of names that are no UTF-8.
    dropped = Signal(object)
    """Paths that are to be watched, as a list."""
    image_dropped = Signal(object)
    """The path of a picture file."""
    picture_dropped = Signal(object)
    """A QImage that is in no file, as browsers hand it over."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.veil = _Veil(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            event.ignore()
            if event.source() is None and _is_welcome(event.mimeData()):
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                self.veil.cover(folders=not _is_picture(event.mimeData()))
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.veil.hide()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.veil.hide()
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            if event.source() is None and _is_welcome(event.mimeData()):
                self._take(event.mimeData())
            return True
        return False

    def _take(self, mime: QMimeData) -> None:
        paths = desktop.local_paths(mime)
        folders = [path for path in paths if not _has_picture_name(path)]
        if folders:
            self.dropped.emit(folders)
        elif paths:
            self.image_dropped.emit(paths[0])
        else:
            image = mime.imageData()
            if isinstance(image, QImage) and not image.isNull():
                self.picture_dropped.emit(image)


def _is_welcome(mime: QMimeData) -> bool:
    """Photos of a grid, be it that of another window, are in a library already."""
    return not mime.hasFormat(drag.PHOTOS_TYPE) and (bool(desktop.local_paths(mime)) or mime.hasImage())


def _is_picture(mime: QMimeData) -> bool:
    return all(_has_picture_name(path) for path in desktop.local_paths(mime))


def _has_picture_name(path: str) -> bool:
    return _PICTURES.fullmatch(PurePath(path).suffix) is not None


class _Veil(QWidget):
    """Lies over the window while a drag is over it, and says what dropping does."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._folders = True
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self, *, folders: bool) -> None:
        self._folders = folders
        self.setGeometry(QRect(QPoint(0, 0), self._window.size()))
        self.raise_()
        self.show()

    def text(self) -> str:
        if self._folders:
            return self.tr("Drop to add this folder")
        return self.tr("Drop to search by this picture")

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        accent = palette.color(QPalette.ColorRole.Highlight)
        tint = blend(accent, palette.color(QPalette.ColorRole.Window), 0.2)
        tint.setAlpha(225)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), tint)
        painter.setPen(QPen(accent, 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().adjusted(16, 16, -16, -16), 12, 12)
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
