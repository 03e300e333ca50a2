"""A strip of thumbnails around the photo in the viewer; it draws what is seen and holds nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from photoclip.ui import icons
from photoclip.ui.grid.photo_model import MISSING_ROLE, PIXMAP_ROLE, PhotoModel
from photoclip.ui.theme import blend

_GAP = 4
_FRAME = 3
_LINES_HIGH = 4
_NOTCH = 120


class Filmstrip(QWidget):
    """Thumbnails in a row, the current one in the middle; the wheel looks further, a click goes there."""

    chosen = Signal(int)
    """The row that was clicked."""

    def __init__(self, model: PhotoModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._row = -1
        self._away = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("Filmstrip"))
        self.setAccessibleDescription(self.tr("The photos before and after this one"))
        model.dataChanged.connect(self._rows_changed)
        model.modelReset.connect(self.update)

    def show_row(self, row: int) -> None:
        """This row is current: in the middle, with a frame."""
        self._row = row
        self._away = 0.0
        self.update()

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height() * _LINES_HIGH
        return QSize(side * 8, side + 2 * (_GAP + _FRAME))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def rect_of(self, row: int) -> QRect:
        """Where a row is drawn, which may be outside."""
        side = self._side()
        by = (row - self._row - self._away) * self._pitch()
        if self.isRightToLeft():
            by = -by
        left = (self.width() - side) / 2 + by
        return QRect(round(left), (self.height() - side) // 2, side, side)

    def visible_rows(self) -> range:
        """The rows that are seen, however many there are in the list."""
        if self._row < 0:
            return range(0)
        middle = round(self._row + self._away)
        reach = self.width() // (2 * self._pitch()) + 2
        return range(max(middle - reach, 0), min(middle + reach + 1, self._model.rowCount()))

    def row_at(self, x: int) -> int:
        """The row below a place, or -1."""
        for row in self.visible_rows():
            rect = self.rect_of(row)
            if rect.left() <= x <= rect.right():
                return row
        return -1

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for row in self.visible_rows():
            self._paint_tile(painter, row, self.rect_of(row))
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position().toPoint().x())
        if event.button() == Qt.MouseButton.LeftButton and row >= 0:
            self.chosen.emit(row)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        notches = (turned.y() or turned.x()) / _NOTCH
        last = self._model.rowCount() - 1
        if self._row >= 0:
            self._away = min(max(self._away - notches, -self._row), last - self._row)
        self.update()
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = self.row_at(event.pos().x())
            words = self._model.index(row).data(Qt.ItemDataRole.ToolTipRole) if row >= 0 else None
            QToolTip.showText(event.globalPos(), words or "", self)
            return True
        return super().event(event)

    def _paint_tile(self, painter: QPainter, row: int, rect: QRect) -> None:
        index = self._model.index(row)
        pixmap = index.data(PIXMAP_ROLE)
        palette = self.palette()
        if row == self._row:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), _FRAME))
            painter.drawRect(rect.adjusted(-2, -2, 1, 1))
        if isinstance(pixmap, QPixmap):
            size = pixmap.size().scaled(rect.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(rect.topLeft(), size.expandedTo(QSize(1, 1)))
            place.moveCenter(rect.center())
            painter.drawPixmap(place, pixmap)
            return
        text, window = palette.color(QPalette.ColorRole.WindowText), palette.color(QPalette.ColorRole.Window)
        painter.fillRect(rect, blend(text, window, 0.06))
        if index.data(MISSING_ROLE):
            side = rect.width() // 2
            sign = icons.pixmap("photo", blend(text, window, 0.45), side, self.devicePixelRatioF())
            painter.drawPixmap(rect.center().x() - side // 2, rect.center().y() - side // 2, sign)

    def _side(self) -> int:
        return self.height() - 2 * (_GAP + _FRAME)

    def _pitch(self) -> int:
        return max(self._side() + _GAP + _FRAME, 1)

    @Slot(QModelIndex, QModelIndex)
    def _rows_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        seen = self.visible_rows()
        if seen and first.row() <= seen[-1] and seen[0] <= last.row():
            self.update()
