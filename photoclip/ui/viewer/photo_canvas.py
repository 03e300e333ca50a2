"""Draws one picture: fitted, or zoomed and moved by wheel, pinch and drag."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QSizePolicy, QStyle, QWidget

from photoclip.ui import icons
from photoclip.ui.theme import blend, is_dark
from photoclip.ui.viewer.viewport import Viewport

STEP = 1.25
"""By this a key, and about a notch of the wheel, zooms."""
SETTLED_MS = 90
"""After so long without another step the sharp pixels are asked for."""
FADE_MS = 450
_SQUARES_FROM = 4.0
"""From this scale on the photo's pixels are drawn as the squares they are."""
_NOTCH = 120
_MARGIN = 12
_SIGN = 72


class PhotoCanvas(QWidget):
    """A picture in the middle, shrunk or enlarged to the size that the photo has."""

    view_changed = Signal()
    """Zoom, place or turn is another."""
    sharper_wanted = Signal()
    """The view came to rest where the picture has too few pixels."""
    moved = Signal()
    """The mouse moved over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = Viewport()
        self._image = QImage()
        self._detail = QImage()
        self._detail_part = QRect()
        self._message: str | None = None
        self._another = False
        self._edge_to_edge = False
        self._margin = _MARGIN
        self._pointer_hidden = False
        self._grabbed: QPointF | None = None
        self._settle = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settle.timeout.connect(self._ask_for_more)
        self._old = QPixmap()
        self._fade = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=FADE_MS)
        self._fade.valueChanged.connect(self.update)
        self._fade.finished.connect(self._end_fade)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Picture"))
        self.grabGesture(Qt.GestureType.PinchGesture)

    # --- what is shown

    def has_picture(self) -> bool:
        return not self._image.isNull()

    def picture_size(self) -> QSize:
        """Of the picture drawn now, in device pixels."""
        return self._image.size()

    def image(self) -> QImage:
        """The picture as it was shown last, without what zooming added."""
        return self._image

    def expect_another(self) -> None:
        """The next picture is another photo's, seen fitted and upright; until then the old one stays."""
        self._another = True
        self._settle.stop()

    def show_image(self, image: QImage, photo_size: QSize) -> None:
        """Draw `image`, of a photo that is `photo_size` pixels large.

        A thumbnail is drawn as large as its photo will be, so that nothing
        jumps when the photo takes its place.
        """
        self._begin_another()
        self._image = image
        self._say(None)
        self.view.set_photo(image.size() if photo_size.isEmpty() else photo_size)
        self._view_has_changed()

    def show_detail(self, image: QImage, part: QRect) -> None:
        """Draw a part of the photo in better pixels over the picture."""
        self._detail, self._detail_part = image, part
        self.update()

    def show_nothing(self, message: str | None = None) -> None:
        """No picture; with a message the sign of a photo and the message stand in its place."""
        self._begin_another()
        self._image = QImage()
        self._say(message)
        self.view.set_photo(QSize(1, 1))
        self._view_has_changed()

    def fade_to_next(self) -> None:
        """Let what is seen now fade away over what is shown next, unless animations are off."""
        if self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) > 0:
            self._old = self.grab()
            self._fade.start()

    def box(self) -> QSize:
        """The largest picture worth decoding: the screen, in device pixels."""
        return self.screen().size() * self.devicePixelRatioF()

    def set_edge_to_edge(self, edge_to_edge: bool) -> None:
        """With a margin around the picture and the window's colours, or without both, in the dark."""
        self._edge_to_edge = edge_to_edge
        self._margin = 0 if edge_to_edge else _MARGIN
        self._measure()

    def hide_pointer(self) -> None:
        """Until the mouse moves."""
        self._pointer_hidden = True
        self.setCursor(Qt.CursorShape.BlankCursor)

    # --- zoom and place

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom around a point of the widget, its middle if None."""
        self.zoom_to(self.view.scale * factor, at)

    def zoom_to(self, scale: float, at: QPointF | None = None) -> None:
        """Show `scale` device pixels per photo pixel."""
        if self.has_picture():
            self._begin_another()
            point = self.view.room.center() if at is None else at * self.devicePixelRatioF()
            self.view.zoom_to(scale, point)
            self._view_has_changed()

    def fit(self) -> None:
        self.view.fit()
        self._view_has_changed()

    def toggle_full_size(self, at: QPointF | None = None) -> None:
        """All of the photo, or one photo pixel per device pixel."""
        if self.view.fitted:
            self.zoom_to(1.0, at)
        else:
            self.fit()

    def pan_by(self, across: float, down: float) -> None:
        """Move the photo by logical pixels."""
        self.view.pan(QPointF(across, down) * self.devicePixelRatioF())
        self._view_has_changed()

    def turn(self, quarters: int) -> None:
        """Turn the view, never the file; the next photo is upright again."""
        if self.has_picture():
            self._begin_another()
            self.view.turn(quarters)
            self._view_has_changed()

    def needs_detail(self) -> bool:
        """Whether the picture has too few pixels for this zoom, and more of them would help."""
        view = self.view
        if self._image.isNull() or self._image.width() >= view.photo.width() * min(view.scale, 1) * 0.99:
            return False
        if self._detail.isNull() or not self._detail_part.contains(view.visible()):
            return True
        if self._detail_part.size() == view.photo:
            return False
        return self._detail.width() < self._detail_part.width() * min(view.scale, 1) * 0.49

    # --- Qt's calls

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._surround())
        if self.has_picture():
            self._paint_picture(painter)
        elif self._message is not None:
            self._paint_sign(painter, self._message)
        if not self._old.isNull():
            painter.setOpacity(self._fade.currentValue())
            painter.drawPixmap(0, 0, self._old)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if notches := event.angleDelta().y() / _NOTCH:
            self.zoom_by(STEP**notches, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.view.can_pan:
            self._grabbed = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer_hidden = False
        self._show_hand()
        self.moved.emit()
        if self._grabbed is not None:
            by = event.position() - self._grabbed
            self._grabbed = event.position()
            self.pan_by(by.x(), by.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None
        self._show_hand()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.toggle_full_size(event.position())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_by(1 + event.value(), event.position())
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self.zoom_by(pinch.scaleFactor(), QPointF(self.mapFromGlobal(pinch.centerPoint())))
                return True
        return super().event(event)

    # --- drawing

    def _paint_picture(self, painter: QPainter) -> None:
        ratio, view = self.devicePixelRatioF(), self.view
        painter.save()
        painter.setTransform(view.transform() * QTransform.fromScale(1 / ratio, 1 / ratio), True)
        smooth = view.scale < _SQUARES_FROM
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        if self._detail.isNull() or not self._detail_part.contains(view.visible()):
            _draw(painter, QRect(QPoint(), view.photo), self._image)
        if not self._detail.isNull():
            _draw(painter, self._detail_part, self._detail)
        painter.restore()

    def _paint_sign(self, painter: QPainter, message: str) -> None:
        around = self._surround()
        ink = QColor("white") if self._edge_to_edge else self.palette().color(QPalette.ColorRole.WindowText)
        colour = blend(ink, around, 0.6)
        sign = icons.pixmap("photo", colour, _SIGN, self.devicePixelRatioF())
        middle = self.rect().center()
        painter.drawPixmap(middle.x() - _SIGN // 2, middle.y() - _SIGN, sign)
        painter.setPen(colour)
        words = self.rect().adjusted(_MARGIN, 0, -_MARGIN, 0)
        words.setTop(middle.y() + _MARGIN)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(words, int(flags), message)

    def _surround(self) -> QColor:
        """A little behind the window, so that light photos and dark ones have an edge; else a dark room."""
        if self._edge_to_edge:
            return QColor("black")
        window = self.palette().color(QPalette.ColorRole.Window)
        return blend(QColor(0, 0, 0), window, 0.35 if is_dark(self.palette()) else 0.07)

    # --- keeping in step

    def _say(self, message: str | None) -> None:
        self._message = message
        self.setAccessibleDescription(message or "")

    def _begin_another(self) -> None:
        if self._another:
            self._another = False
            self.view.reset()
            self._detail, self._detail_part = QImage(), QRect()

    def _measure(self) -> None:
        ratio, margin = self.devicePixelRatioF(), self._margin
        room = QRectF(self.rect().adjusted(margin, margin, -margin, -margin))
        self.view.set_room(QRectF(room.topLeft() * ratio, room.size() * ratio))
        self._view_has_changed()

    def _view_has_changed(self) -> None:
        self._show_hand()
        self._settle.start()
        self.update()
        self.view_changed.emit()

    def _show_hand(self) -> None:
        if self._grabbed is None and not self._pointer_hidden:
            hand = self.has_picture() and self.view.can_pan
            self.setCursor(Qt.CursorShape.OpenHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def _ask_for_more(self) -> None:
        if self.needs_detail():
            self.sharper_wanted.emit()

    def _end_fade(self) -> None:
        self._old = QPixmap()
        self.update()


def _draw(painter: QPainter, part: QRect, image: QImage) -> None:
    painter.drawImage(QRectF(part), image, QRectF(image.rect()))
