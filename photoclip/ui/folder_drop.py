"""Dropping a folder on the window adds it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from photoclip.ui import desktop
from photoclip.ui.theme import blend


class FolderDrop(QObject):
    """Watches a window for drags of local files and says what was dropped.

    Whether a path is a folder is left to the worker, which may wait for a disk;
    this runs in the GUI thread, which may not.
    """

    dropped = Signal(list)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.veil = _Veil(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            event.ignore()
            if event.source() is None and desktop.local_paths(event.mimeData()):
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                self.veil.cover()
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.veil.hide()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.veil.hide()
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(desktop.local_paths(event.mimeData()))
            return True
        return False


class _Veil(QWidget):
    """Lies over the window while a drag is over it, and says what dropping does."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self) -> None:
        self.setGeometry(QRect(QPoint(0, 0), self._window.size()))
        self.raise_()
        self.show()

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
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Drop to add this folder"))
        painter.end()
