"""A box over the photo around the part that is to be searched for, drawn by mouse or by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from photoclip.domain.query import Crop
from photoclip.ui import wording
from photoclip.ui.grid.badges import ON_VEIL, VEIL
from photoclip.ui.viewer.photo_canvas import PhotoCanvas

LEAST = 8
"""A box of fewer pixels on the screen is a slip of the hand."""
_STEPS = 24
"""An arrow key moves the box by this part of what is seen of the photo."""
_WHOLE = QRectF(0, 0, 1, 1)
_Key = Qt.Key
_ARROWS = {
    _Key.Key_Left: QPointF(-1, 0),
    _Key.Key_Right: QPointF(1, 0),
    _Key.Key_Up: QPointF(0, -1),
    _Key.Key_Down: QPointF(0, 1),
}
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class CropBox(QWidget):
    """Lies over the canvas while a part is chosen. The box belongs to the photo, however that is seen."""

    chosen = Signal(object)
    """The `Crop` of the upright photo."""
    ended = Signal()
    """The box is gone, whether anything was chosen or not."""

    def __init__(self, canvas: PhotoCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._box = QRectF()
        self._drawn = False
        self._from: QPointF | None = None
        self._before = QRectF()
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Part of the photo"))
        canvas.view_changed.connect(self._follow)
        canvas.installEventFilter(self)
        self.hide()

    @property
    def shown(self) -> bool:
        return not self.isHidden()

    def crop(self) -> Crop:
        """The box as shares of the upright photo's sides."""
        return self._box.left(), self._box.top(), self._box.right(), self._box.bottom()

    def begin(self) -> None:
        """Let a part be chosen: first the middle of what is seen."""
        self._from, self._drawn = None, False
        self.setGeometry(self._canvas.rect())
        self._follow()
        self.raise_()
        self.show()
        self.setFocus()

    @Slot()
    def cancel(self) -> None:
        if self.shown:
            self._from = None
            self.hide()
            self.ended.emit()

    # --- Qt's calls

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._canvas.rect())
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._canvas.has_picture():
            event.ignore()
            return
        self._from = self._in_photo(event.position())
        self._before = self._box

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            self._put(QRectF(self._from, self._in_photo(event.position())).normalized())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._from is None or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        box = QRectF(self._from, self._in_photo(event.position())).normalized()
        self._from = None
        self._put(box if self._is_large(box) else self._before)
        if self._is_large(box):
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = _Key(event.key()), event.modifiers()
        if modifiers & ~_PLAIN:
            event.ignore()
        elif key in _ARROWS:
            self._step(_ARROWS[key], resizing=bool(modifiers & Qt.KeyboardModifier.ShiftModifier))
        elif key in (_Key.Key_Return, _Key.Key_Enter):
            self._choose()
        elif key == _Key.Key_Escape:
            self.cancel()
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._box.isEmpty():
            self._paint_box(painter, self._on_screen(self._box))
        if self._from is None:
            self._paint_hint(painter)
        painter.end()

    # --- the box

    def _put(self, box: QRectF) -> None:
        self._box, self._drawn = box, True
        self._tell()

    def _step(self, way: QPointF, *, resizing: bool) -> None:
        """Move the box, or its right and lower edge, as they are seen; never out of what is seen."""
        seen, box = self._seen(), self._on_screen(self._box)
        if box.isEmpty() or seen.isEmpty():
            return
        by = QPointF(way.x() * seen.width() / _STEPS, way.y() * seen.height() / _STEPS)
        if resizing:
            size = box.size()
            width = min(max(size.width() + by.x(), 2 * LEAST), seen.right() - box.left())
            height = min(max(size.height() + by.y(), 2 * LEAST), seen.bottom() - box.top())
            box.setSize(QSizeF(width, height))
        else:
            box.translate(by)
            box.moveLeft(max(seen.left(), min(box.left(), seen.right() - box.width())))
            box.moveTop(max(seen.top(), min(box.top(), seen.bottom() - box.height())))
        self._put(self._to_photo().mapRect(box).intersected(_WHOLE))

    def _choose(self) -> None:
        if self._is_large(self._box):
            crop = self.crop()
            self.cancel()
            self.chosen.emit(crop)

    def _is_large(self, box: QRectF) -> bool:
        seen = self._on_screen(box)
        return min(seen.width(), seen.height()) >= LEAST

    @Slot()
    def _follow(self) -> None:
        """The photo is seen otherwise: a box that nobody has drawn yet stays in the middle of it."""
        if not self._canvas.has_picture():
            self._box = QRectF()
        elif not self._drawn:
            middle = self._seen()
            middle.adjust(middle.width() / 4, middle.height() / 4, -middle.width() / 4, -middle.height() / 4)
            self._box = self._to_photo().mapRect(middle).intersected(_WHOLE)
        self._tell()

    def _tell(self) -> None:
        words = self.tr("{across} of its width, {down} of its height. {hint}")
        across, down = wording.percent(self._box.width()), wording.percent(self._box.height())
        self.setAccessibleDescription(words.format(across=across, down=down, hint=self._hint()))
        self.update()

    # --- places

    def _to_screen(self) -> QTransform:
        """From shares of the upright photo to logical pixels of the canvas."""
        ratio, view = self.devicePixelRatioF(), self._canvas.view
        shares = QTransform.fromScale(view.photo.width(), view.photo.height())
        return shares * view.transform() * QTransform.fromScale(1 / ratio, 1 / ratio)

    def _to_photo(self) -> QTransform:
        return self._to_screen().inverted()[0]

    def _on_screen(self, box: QRectF) -> QRectF:
        return self._to_screen().mapRect(box)

    def _seen(self) -> QRectF:
        """Where the photo is on the screen."""
        return self._on_screen(_WHOLE).intersected(QRectF(self._canvas.rect()))

    def _in_photo(self, point: QPointF) -> QPointF:
        """The place in the photo below a point, or its nearest edge."""
        place = self._to_photo().map(point)
        return QPointF(min(max(place.x(), 0.0), 1.0), min(max(place.y(), 0.0), 1.0))

    # --- drawing

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        around, inside = QPainterPath(), QPainterPath()
        around.addRect(QRectF(self.rect()))
        inside.addRect(box)
        painter.fillPath(around - inside, VEIL)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((VEIL, 4.0), (ON_VEIL, 2.0)):
            painter.setPen(QPen(colour, width))
            painter.drawRect(box)

    def _hint(self) -> str:
        return self.tr(
            "Draw a box around what is looked for, or move this one with the arrow keys\n"
            "and size it with Shift and the arrow keys. Enter searches, Esc cancels."
        )

    def _paint_hint(self, painter: QPainter) -> None:
        metrics = QFontMetrics(self.font())
        room = self.rect().adjusted(32, 16, -32, -24)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        words = metrics.boundingRect(QRect(0, 0, room.width(), room.height()), int(flags), self._hint())
        pill = QRect(0, 0, words.width() + 24, words.height() + 12)
        pill.moveCenter(room.center())
        pill.moveBottom(room.bottom())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(VEIL)
        painter.drawRoundedRect(pill, 8, 8)
        painter.setPen(ON_VEIL)
        painter.drawText(pill.adjusted(12, 6, -12, -6), int(flags), self._hint())
