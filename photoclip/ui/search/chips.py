"""The line of chips under the search field: what was understood, each with a cross that takes just it off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from photoclip.domain.query import Query
from photoclip.ui.eliding_label import ElidingLabel
from photoclip.ui.icons import Icons
from photoclip.ui.search.query_parts import Part
from photoclip.ui.theme import blend


class Chip(QWidget):
    """A text and a cross. Pressing the cross, or Del on it, takes the chip off."""

    closed = Signal(object)
    """The query without this chip."""

    def __init__(self, icons: Icons, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part = part
        self._label = ElidingLabel(part.text, mode=Qt.TextElideMode.ElideMiddle)
        self.cross = QToolButton(autoRaise=True)
        self.cross.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        words = self.tr("Take off “{text}”").format(text=part.text)
        self.cross.setAccessibleName(words)
        self.cross.setToolTip(self.tr("Take this off"))
        self.cross.clicked.connect(self._close)
        side = self.fontMetrics().height()
        self.cross.setIconSize(QSize(side * 3 // 4, side * 3 // 4))
        icons.dress(self.cross, "close")
        if part.as_words is not None:
            self._offer_words()
        row = QHBoxLayout(self)
        row.setContentsMargins(side * 2 // 3, 1, 3, 1)
        row.setSpacing(3)
        row.addWidget(self._label)
        row.addWidget(self.cross)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        return self.part.text

    def _offer_words(self) -> None:
        """A click on the chip itself, or Enter, leaves its words to the model."""
        tip = self.tr("Read from your words. Click to search for the words themselves instead.")
        self.setToolTip(tip)
        self.setAccessibleName(self.part.text)
        self.setAccessibleDescription(tip)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.cross.setCursor(Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._take_words()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._take_words()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._close()
        else:
            super().keyPressEvent(event)

    def _take_words(self) -> None:
        if self.part.as_words is not None:
            self.closed.emit(self.part.as_words)

    @Slot()
    def _close(self) -> None:
        self.closed.emit(self.part.without)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        accent = palette.color(QPalette.ColorRole.Highlight)
        window = palette.color(QPalette.ColorRole.Window)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        guessed = self.part.as_words is not None
        dashes = Qt.PenStyle.DashLine if guessed and not self.hasFocus() else Qt.PenStyle.SolidLine
        painter.setPen(QPen(blend(accent, window, 1 if self.hasFocus() else 0.55), 1, dashes))
        painter.setBrush(blend(accent, window, 0.05 if guessed else 0.16))
        box = self.rect().adjusted(0, 0, -1, -1)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.end()


class ChipBar(QWidget):
    """Chips in as many lines as they need; hidden while there are none."""

    removed = Signal(object)
    """The query that remains."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._parts: list[Part] = []
        self._chips: list[Chip] = []
        self._flow = _Lines(self)
        self.setAccessibleName(self.tr("What the photos are narrowed down to"))
        self.hide()

    def texts(self) -> list[str]:
        return [part.text for part in self._parts]

    def chips(self) -> list[Chip]:
        return list(self._chips)

    def show_parts(self, parts: Sequence[Part]) -> None:
        if list(parts) == self._parts:
            return
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            self._icons.forget(chip.cross)
            chip.hide()
            chip.deleteLater()
        self._parts = list(parts)
        self._chips = [Chip(self._icons, part, self) for part in parts]
        for chip in self._chips:
            chip.closed.connect(self._remove)
            self._flow.addWidget(chip)
            chip.show()
        self.setVisible(bool(self._chips))
        if had_focus and self._chips:
            self._chips[0].cross.setFocus()

    @Slot(object)
    def _remove(self, without: Query) -> None:
        self.removed.emit(without)


class _Lines(QLayout):
    """Puts widgets side by side, from the leading edge, and goes on in the next line where one is full."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(12, 6, 12, 4)
        self.setSpacing(6)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        tallest = max((item.sizeHint().height() for item in self._items), default=0)
        return QSize(60, tallest + margins.top() + margins.bottom())

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def setGeometry(self, box: QRect) -> None:
        super().setGeometry(box)
        self._arrange(box, place=True)

    def _arrange(self, box: QRect, *, place: bool) -> int:
        """Lay the widgets out in `box`; returns the height that they take."""
        room = box.marginsRemoved(self.contentsMargins())
        x, y, line = 0, room.top(), 0
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for item in self._items:
            size = item.sizeHint().boundedTo(QSize(max(60, room.width()), item.sizeHint().height()))
            if x and x + size.width() > room.width():
                x, y, line = 0, y + line + self.spacing(), 0
            if place:
                left = room.right() + 1 - x - size.width() if mirrored else room.left() + x
                item.setGeometry(QRect(QPoint(left, y), size))
            x += size.width() + self.spacing()
            line = max(line, size.height())
        return y + line + self.contentsMargins().bottom() - box.top()
