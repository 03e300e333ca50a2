"""The words in the bar over the viewer: the photo's name, its place in the list, and details."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from photoclip.ui.eliding_label import ElidingLabel

_GAP = 8
_LETTERS = 12
"""Of the name at least so much stays before the details give way, in average letters."""


class BarWords(QWidget):
    """Where room is short the name gives way first, then the details; the place stays whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidingLabel(parent=self, mode=Qt.TextElideMode.ElideMiddle)
        self.place = ElidingLabel(parent=self, quiet=True)
        self.details = ElidingLabel(parent=self, quiet=True)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_words(self, title: str, place: str, details: str) -> None:
        self.title.set_text(title)
        self.place.set_text(place)
        self.details.set_text(details)
        self.updateGeometry()
        self._share_room()

    def sizeHint(self) -> QSize:
        hints = [label.sizeHint() for label in (self.title, self.place, self.details)]
        return QSize(sum(hint.width() for hint in hints) + 2 * _GAP, max(hint.height() for hint in hints))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.place.sizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.FontChange):
            self._share_room()

    def _share_room(self) -> None:
        place = min(self.place.sizeHint().width(), self.width())
        left = max(0, self.width() - place - 2 * _GAP)
        wanted = min(self.title.sizeHint().width(), self.fontMetrics().averageCharWidth() * _LETTERS)
        least = min(wanted, left)
        details = min(self.details.sizeHint().width(), left - least)
        title = min(self.title.sizeHint().width(), left - details)
        x = 0
        for label, width in ((self.title, title), (self.place, place), (self.details, details)):
            own = QRect(x, 0, width, self.height())
            label.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), own))
            x += width + (_GAP if width else 0)
