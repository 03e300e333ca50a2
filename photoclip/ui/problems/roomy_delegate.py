"""Rows with some air, for lists of plain texts."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

_REASON = 2
"""The column of a table of problems that holds a sentence."""


class RoomyDelegate(QStyledItemDelegate):
    """Higher by half a line than the style's own rows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), hint.height() + option.fontMetrics.lineSpacing() // 2)


class LineDelegate(RoomyDelegate):
    """Names and folders are told apart by their ends; a sentence is read from its beginning."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        is_name = index.parent().isValid() and index.column() < _REASON
        option.textElideMode = Qt.TextElideMode.ElideMiddle if is_name else Qt.TextElideMode.ElideRight
