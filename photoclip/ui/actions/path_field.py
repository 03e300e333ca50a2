"""An entry for a path, which shows both ends of a long one while nobody types in it."""

from __future__ import annotations

import html

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QWidget

_INDENT = 2
"""Of a line edit's own text."""


class PathField(QLineEdit):
    """The whole path is in the tooltip."""

    def __init__(self, path: str = "", parent: QWidget | None = None) -> None:
        super().__init__(path, parent)
        self.textChanged.connect(self._hint)
        self._hint(path)

    def shown(self) -> str:
        """The text as it is painted."""
        if self.hasFocus():
            return self.text()
        room = self._room().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        text = self.shown()
        if text == self.text():
            super().paintEvent(event)
            return
        option = self._option()
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawText(self._room(), Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()

    def _room(self) -> QRect:
        element = QStyle.SubElement.SE_LineEditContents
        inside = self.style().subElementRect(element, self._option(), self)
        return inside.marginsRemoved(self.textMargins()).adjusted(_INDENT, 0, -_INDENT, 0)

    def _option(self) -> QStyleOptionFrame:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        return option

    @Slot(str)
    def _hint(self, path: str) -> None:
        self.setToolTip(f"<p>{html.escape(path)}</p>" if path else "")
