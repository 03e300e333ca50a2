"""Draws a watched folder in two lines: where it is, and how it is."""

from __future__ import annotations

import html

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from photoclip.ui import icons, wording
from photoclip.ui.theme import blend
from photoclip.worker.messages import FolderState

FOLDER_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `FolderState` of a row."""
_SIDE = 24
_GAP = 10


def state_words(folder: FolderState) -> str:
    """The second line: how many files, and what is special."""
    parts = [wording.files(folder.files)]
    if folder.offline:
        parts.append(QCoreApplication.translate("folders", "offline"))
    if folder.note:
        parts.append(folder.note)
    elif not folder.offline:
        parts.append(QCoreApplication.translate("folders", "watched"))
    return " · ".join(parts)


def tool_tip(folder: FolderState) -> str:
    """Both lines with nothing left out, as rich text that breaks where it must."""
    return f"<p>{html.escape(wording.place(folder.path))}<br>{html.escape(state_words(folder))}</p>"


class FolderDelegate(QStyledItemDelegate):
    """Shortens the path in its middle, since both ends tell folders apart."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, 2 * QFontMetrics(option.font).lineSpacing() + 18)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        folder = index.data(FOLDER_ROLE)
        widget = option.widget
        rect, palette, metrics = option.rect, option.palette, QFontMetrics(option.font)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        style = widget.style() if isinstance(widget, QWidget) else None
        if style is not None:
            style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, widget)
        text = palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)
        under = palette.color(QPalette.ColorRole.Highlight if selected else QPalette.ColorRole.Base)
        quiet = blend(text, under, 0.85 if selected else 0.7)
        painter.save()
        sign = icons.pixmap(
            "warning" if folder.offline else "folder",
            quiet,
            _SIDE,
            painter.device().devicePixelRatioF(),
        )
        place_of_sign = QRect(rect.left() + _GAP, rect.center().y() - _SIDE // 2, _SIDE, _SIDE)
        painter.drawPixmap(QStyle.visualRect(option.direction, rect, place_of_sign).topLeft(), sign)
        line = metrics.lineSpacing()
        lines = QRect(rect).adjusted(_SIDE + 2 * _GAP, (rect.height() - 2 * line - 2) // 2, -_GAP, 0)
        lines = QStyle.visualRect(option.direction, rect, lines)
        place = wording.place(folder.path)
        for words, colour, mode in (
            (place, text, Qt.TextElideMode.ElideMiddle),
            (state_words(folder), quiet, Qt.TextElideMode.ElideRight),
        ):
            lines.setHeight(line)
            painter.setPen(colour)
            painter.setFont(option.font)
            shown = metrics.elidedText(words, mode, lines.width())
            painter.drawText(lines, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
            lines.translate(0, line + 2)
        painter.restore()
