"""The photos that one of two models finds, with those marked that the other one does not find."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from photoclip.ui.comparing.two_answers import matches
from photoclip.ui.grid.photo_grid import PhotoGrid
from photoclip.ui.grid.photo_model import AnyIndex, PhotoModel
from photoclip.ui.grid.tile_delegate import Index, TileDelegate
from photoclip.worker.messages import Answer

ALONE_ROLE = Qt.ItemDataRole.UserRole + 20
"""Whether only this model finds the photo."""
TILE = 112
_INSET = 5
_Role = Qt.ItemDataRole
_State = QStyle.StateFlag


class ComparedPhotos(PhotoModel):
    """The matches of one answer, best first."""

    _alone: frozenset[int] = frozenset()

    def show_matches(self, answer: Answer) -> None:
        ids = matches(answer)
        relevance = answer.relevance[: len(ids)] if answer.relevance is not None else None
        self._alone = frozenset()
        self.show(replace(answer, photo_ids=ids, relevance=relevance, sections=(), stacks=None))

    def mark_alone(self, photo_ids: Collection[int]) -> None:
        """Only this model finds these."""
        self._alone = frozenset(photo_ids)
        if len(self.ids):
            self.dataChanged.emit(self.index(0), self.index(len(self.ids) - 1))

    def data(self, index: AnyIndex, role: int = _Role.DisplayRole) -> Any:
        found = super().data(index, role)
        if role not in (ALONE_ROLE, _Role.AccessibleTextRole) or not index.isValid():
            return found
        alone = int(self.ids[index.row()]) in self._alone
        if role == ALONE_ROLE:
            return alone
        words = QCoreApplication.translate("compare", "{photo}, found by this model only")
        return words.format(photo=found) if alone and found else found


class ComparedGrid(PhotoGrid):
    """The window's grid without what is done to photos there."""

    def __init__(self, photos: ComparedPhotos) -> None:
        super().__init__(photos, TILE)
        self.setItemDelegate(_MarkingDelegate(self))

    def badge_at(self, point: QPoint) -> bool:
        return False


class _MarkingDelegate(TileDelegate):
    """A tile without name and thumbs, and with a mark where the other model does not find the photo."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state = option.state
        option.state = state & ~_State.State_MouseOver & ~_State.State_HasFocus
        super().paint(painter, option, index)
        option.state = state
        if index.data(ALONE_ROLE):
            self._draw_mark(painter, option)
        if state & _State.State_HasFocus:
            self._draw_frame(painter, option.rect, option.palette, state)

    def _draw_mark(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """In the leading upper corner, which a burst's badge has in the window."""
        text = QCoreApplication.translate("compare", "only here")
        font: QFont = self._small_font(option.font)
        metrics, palette = QFontMetrics(font), option.palette
        size = QSize(metrics.horizontalAdvance(text) + 12, metrics.height() + 3)
        at = option.rect.topLeft() + QPoint(_INSET, _INSET)
        pill = QStyle.visualRect(option.direction, option.rect, QRect(at, size))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorRole.HighlightedText))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
