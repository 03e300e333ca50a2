"""Five stars that are set with the mouse or the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionFocusRect, QWidget

from photoclip.ui import icons
from photoclip.ui.theme import blend, quiet_text

STARS = 5
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1}


class StarField(QWidget):
    """Shows a rating, or that several photos differ in it; tells the one that a person wants."""

    rated = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rating: int | None = 0
        self._hovered = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Rating"))
        self.setToolTip(self.tr("Rating: click a star, or press 0 to 5"))
        self._describe()

    @property
    def rating(self) -> int | None:
        return self._rating

    def show_rating(self, rating: int | None) -> None:
        """`rating` is 0 to 5; None where photos differ."""
        self._rating = rating
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(STARS * self._step() + 4, self._step() + 2)

    def star_rect(self, number: int) -> QRect:
        """Where star 1 to 5 is."""
        step = self._step()
        place = QRect((number - 1) * step, (self.height() - step) // 2, step, step)
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette, ratio, side = self.palette(), self.devicePixelRatioF(), self._step() - 4
        full = palette.color(QPalette.ColorRole.WindowText)
        faint = blend(full, palette.color(QPalette.ColorRole.Window), 0.45)
        lit = self._hovered or self._rating or 0
        for number in range(1, STARS + 1):
            name = "star-filled" if number <= lit else "star"
            colour = (quiet_text(palette) if self._hovered else full) if number <= lit else faint
            place = self.star_rect(number)
            painter.drawPixmap(place.x(), place.y() + 2, icons.pixmap(name, colour, side, ratio))
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._star_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._star_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and number:
            # The star that is the last lit one takes the rating away.
            self._rate(0 if number == self._rating else number)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def event(self, event: QEvent) -> bool:
        # The window rates the selected photos by these keys; here they rate what is shown.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _digit(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rating = self._rating or 0
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft and event.key() in (
            Qt.Key.Key_Left,
            Qt.Key.Key_Right,
        ):
            step = -step
        if _digit(event):
            self._rate(int(event.text()))
        elif step:
            self._rate(min(STARS, max(0, rating + step)))
        else:
            super().keyPressEvent(event)

    def _rate(self, rating: int) -> None:
        if rating != self._rating:
            self._hovered = 0
            self.show_rating(rating)
            self.rated.emit(rating)

    def _hover(self, number: int) -> None:
        if number != self._hovered:
            self._hovered = number
            self.update()

    def _star_at(self, where: QPointF) -> int:
        point = where.toPoint()
        return next((n for n in range(1, STARS + 1) if self.star_rect(n).contains(point)), 0)

    def _step(self) -> int:
        return max(20, self.fontMetrics().height() + 6)

    def _describe(self) -> None:
        if self._rating is None:
            words = self.tr("the photos differ")
        elif self._rating == 1:
            words = self.tr("1 star")
        else:
            words = self.tr("{number} stars").format(number=self._rating)
        self.setAccessibleDescription(words)


def _digit(event: QKeyEvent) -> bool:
    return len(event.text()) == 1 and event.text() in "012345"
