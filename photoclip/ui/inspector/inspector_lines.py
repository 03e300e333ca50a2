"""Lines of the inspector that can be copied or lead somewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QLabel, QMenu, QStyle, QStyleOptionFocusRect, QWidget

from photoclip.ui.eliding_label import ElidingLabel
from photoclip.ui.text_line import first_line
from photoclip.ui.theme import quiet_text


class CopyLine(ElidingLabel):
    """One line of unknown text, shortened in its middle; a menu copies the whole of it."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, quiet: bool = False) -> None:
        super().__init__(text, parent, mode=Qt.TextElideMode.ElideMiddle, quiet=quiet)

    def sizeHint(self) -> QSize:
        """As high as a label, so that both line up."""
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height())

    def baseline(self) -> int:
        """How far below the top of its contents the letters stand."""
        height, ascent = first_line(self.text(), self.font())
        return round((self.fontMetrics().height() - height) / 2 + ascent)

    def _height(self) -> int:
        margins = self.contentsMargins()
        return self.fontMetrics().height() + margins.top() + margins.bottom()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_text(painter, self._ink())
        painter.end()

    def _ink(self) -> QColor:
        palette = self.palette()
        return quiet_text(palette) if self._quiet else palette.color(QPalette.ColorRole.WindowText)

    def _paint_text(self, painter: QPainter, ink: QColor) -> None:
        painter.setPen(ink)
        text = self.fontMetrics().elidedText(self.text(), self._mode, self.width())
        painter.drawText(self.contentsRect(), _leading(self.layoutDirection()), text)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("&Copy")).triggered.connect(self.copy)
        menu.popup(event.globalPos())

    @Slot()
    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())


class LinkLine(CopyLine):
    """Text that leads to `value`, by the mouse, Return or the space bar."""

    activated = Signal(object)

    def __init__(
        self, text: str, value: object, parent: QWidget | None = None, *, plain_colour: bool = False
    ) -> None:
        super().__init__(text, parent)
        self._value = value
        self._plain = plain_colour
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.activated.emit(self._value)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit(self._value)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def _ink(self) -> QColor:
        role = QPalette.ColorRole.WindowText if self._plain else QPalette.ColorRole.Link
        return self.palette().color(role)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_text(painter, self._ink())
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self)
        painter.end()


class WrappedText(QLabel):
    """Our own words, in as many lines as they need; the mouse selects them."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, quiet: bool = False) -> None:
        super().__init__(text, parent)
        self._quiet = quiet
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def baseline(self) -> int:
        """How far below the top of its contents the letters of the first line stand."""
        return round(first_line(self.text(), self.font())[1])

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutDirectionChange:
            # A label goes by the direction of its text; the inspector by that of the window.
            self.setAlignment(_leading(self.layoutDirection()))
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._quiet:
            palette = self.palette()
            wanted = quiet_text(self.window().palette())
            if palette.color(QPalette.ColorRole.WindowText) != wanted:
                palette.setColor(QPalette.ColorRole.WindowText, wanted)
                self.setPalette(palette)
        super().paintEvent(event)


def _leading(direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    """The leading edge, whatever the direction of the text itself."""
    leading = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    return QStyle.visualAlignment(direction, leading) | Qt.AlignmentFlag.AlignAbsolute
