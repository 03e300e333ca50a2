"""The list under the search field that offers keys and names while one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from photoclip.ui.search.completing import Offer
from photoclip.ui.theme import blend, outline

_OFFER = Qt.ItemDataRole.UserRole
_Role = QPalette.ColorRole


class CompletionList(QListWidget):
    """Lies over the window and never takes the focus: typing goes on as if it were not there."""

    taken = Signal(object)
    """The `Offer` that was chosen."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setItemDelegate(_Line(self))
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What can be typed here"))
        self.setMouseTracking(True)
        self.itemEntered.connect(self.setCurrentItem)
        self.itemClicked.connect(self._take_item)
        self.hide()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        self.clear()
        for offer in offers:
            item = QListWidgetItem(offer.shown)
            item.setData(_OFFER, offer)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, offer.note)
            self.addItem(item)
        if not offers:
            self.hide()
            return
        self._lay_over()
        self.show()
        self.raise_()

    def offers(self) -> list[str]:
        """What is offered; nothing while the list is hidden."""
        return [] if self.isHidden() else [self.item(row).text() for row in range(self.count())]

    def step(self, by: int) -> None:
        """Down or up through the list; beyond its first line nothing is chosen."""
        row = min(self.currentRow() + by, self.count() - 1)
        self.setCurrentRow(max(-1, row))

    def take_current(self) -> bool:
        """Choose the current line; False where none is."""
        item = self.currentItem()
        if item is None or self.isHidden():
            return False
        self._take_item(item)
        return True

    @Slot(QListWidgetItem)
    def _take_item(self, item: QListWidgetItem) -> None:
        offer = item.data(_OFFER)
        self.hide()
        self.taken.emit(offer)

    def _lay_over(self) -> None:
        """Right under the field, in the window that it is in."""
        window, field = self._field.window(), self._field
        if self.parentWidget() is not window:
            self.setParent(window)
        palette = window.palette()
        # The colour in which a plain frame is drawn.
        palette.setColor(_Role.WindowText, outline(palette))
        self.setPalette(palette)
        below = field.mapTo(window, QPoint(0, field.height() + 1))
        rows = self.sizeHintForRow(0) * self.count() + 2 * self.frameWidth()
        height = min(rows, window.height() - below.y() - 8)
        self.setGeometry(QRect(below, QSize(field.width(), max(0, height))))


class _Line(QStyledItemDelegate):
    """What is offered, and quietly at the other end what it is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, option.fontMetrics.height() + 10)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        palette, offer = option.palette, index.data(_OFFER)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = palette.color(_Role.Highlight if chosen else _Role.Base)
        ink = palette.color(_Role.HighlightedText if chosen else _Role.Text)
        painter.fillRect(option.rect, ground)
        inner = option.rect.adjusted(10, 0, -10, 0)
        metrics, middle = option.fontMetrics, Qt.AlignmentFlag.AlignVCenter
        note = metrics.elidedText(offer.note, Qt.TextElideMode.ElideRight, inner.width() // 2)
        room = inner.width() - metrics.horizontalAdvance(note) - metrics.averageCharWidth() * 2
        painter.setPen(ink)
        shown = metrics.elidedText(offer.shown, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, shown)
        painter.setPen(blend(ink, ground, 0.7))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, note)
