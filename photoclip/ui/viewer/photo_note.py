"""What has to be known about the photo in the viewer, at the lower edge of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from photoclip.ui.grid.badges import ON_VEIL, VEIL

_MARGIN = 12


class PhotoNote(QLabel):
    """A sentence in the middle of the lower edge; not there while there is nothing to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self._bottom = 0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # As on the tiles: read as well on a white photo as on a black one.
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, ON_VEIL)
        self.setPalette(palette)
        self.setContentsMargins(_MARGIN, 6, _MARGIN, 6)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        parent.installEventFilter(self)
        self.hide()

    def set_text(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)
        self._settle()
        self.setVisible(bool(text))

    def set_bottom(self, bottom: int) -> None:
        """Stay above what covers so many pixels of the bottom."""
        self._bottom = bottom
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._settle()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(VEIL)
        painter.drawRoundedRect(self.rect(), 6, 6)
        painter.end()
        super().paintEvent(event)

    def _settle(self) -> None:
        room = self._room.size()
        line = self.fontMetrics().horizontalAdvance(self.text()) + 2 * _MARGIN + 4
        width = max(min(line, room.width() - 2 * _MARGIN), 1)
        height = self.heightForWidth(width)
        self.setGeometry(
            (room.width() - width) // 2, room.height() - self._bottom - height - _MARGIN, width, height
        )
