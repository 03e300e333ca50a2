"""A label that shortens its text instead of pushing its neighbours out of the window."""

from __future__ import annotations

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from photoclip.ui.theme import quiet_text


class ElidingLabel(QWidget):
    """One line of plain text; the whole of it is in the tooltip when it does not fit."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        quiet: bool = False,
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self._quiet = quiet
        self._text = ""
        self._hint = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def text(self) -> str:
        return self._text

    def set_text(self, text: str, hint: str = "") -> None:
        """Show `text`; `hint` is the tooltip where it says more than the text."""
        if (text, hint) == (self._text, self._hint):
            return
        self._text, self._hint = text, hint
        self.setAccessibleName(text)
        self._update_tool_tip()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 2, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(min(self.sizeHint().width(), metrics.averageCharWidth() * 6), metrics.height() + 2)

    def resizeEvent(self, event: object) -> None:
        self._update_tool_tip()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        painter.setPen(quiet_text(palette) if self._quiet else palette.color(QPalette.ColorRole.WindowText))
        text = self.fontMetrics().elidedText(self._text, self._mode, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()

    def _update_tool_tip(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self._text) > self.width()
        hint = self._hint or (self._text if cut else "")
        # Escaped: a file name that looks like markup would be rendered as such.
        self.setToolTip(f"<span>{html.escape(hint)}</span>" if hint else "")
