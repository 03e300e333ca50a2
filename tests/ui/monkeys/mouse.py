"""Real events for a window: keys, clicks, wheels, drags from outside and drops."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

LEFT = Qt.MouseButton.LeftButton
_NO_BUTTON, _NO_KEY = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
_COPY = Qt.DropAction.CopyAction


def click(widget: QWidget, at: QPoint, keys: Qt.KeyboardModifier = _NO_KEY, *, double: bool = False) -> None:
    if widget.isVisible() and widget.rect().contains(at):
        (QTest.mouseDClick if double else QTest.mouseClick)(widget, LEFT, keys, at)


def stroke(widget: QWidget, points: list[QPoint], keys: Qt.KeyboardModifier = _NO_KEY) -> None:
    """Press, move, and let go."""
    QTest.mousePress(widget, LEFT, keys, points[0])
    for point in points[1:]:
        QTest.mouseMove(widget, point)
    QTest.mouseRelease(widget, LEFT, keys, points[-1])


def turn_wheel(widget: QWidget, notches: int, keys: Qt.KeyboardModifier = _NO_KEY) -> None:
    at = QPointF(widget.rect().center())
    away = QPoint(0, 120 * notches)
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(
        at, QPointF(widget.mapToGlobal(at.toPoint())), QPoint(), away, _NO_BUTTON, keys, phase, False
    )
    QApplication.sendEvent(widget, event)


def ask_for_menu(widget: QWidget, at: QPoint) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at))
    QApplication.sendEvent(widget, event)


def drop(widget: QWidget, at: QPoint, mime: QMimeData) -> bool:
    """Bring a drag over a widget and let go; returns whether it was welcome."""
    try:
        enter = QDragEnterEvent(QPointF(at), _COPY, mime, LEFT, _NO_KEY)
        move = QDragMoveEvent(QPointF(at), _COPY, mime, LEFT, _NO_KEY)
    except TypeError:  # PySide6 before 6.12 knows whole points only
        enter = QDragEnterEvent(at, _COPY, mime, LEFT, _NO_KEY)
        move = QDragMoveEvent(at, _COPY, mime, LEFT, _NO_KEY)
    enter.ignore()
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(widget, move)
    if move.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(at), _COPY, mime, LEFT, _NO_KEY))
    return move.isAccepted()


def type_text(widget: QWidget, text: str) -> None:
    """Letter by letter, as a keyboard or an input method gives them."""
    for letter in text:
        key = Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, key, _NO_KEY, letter))
