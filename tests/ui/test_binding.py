"""PySide6 itself, where a fault in it would end the program."""

import sys

from PySide6.QtCore import QObject, Signal


class _Sender(QObject):
    sent = Signal(object)


def test_the_binding_keeps_the_references_it_returns() -> None:
    """PySide6 6.12.0 on Python 3.10 and 3.11 loses one of None at each call and one of True at each emit.

    A few minutes of scrolling then end in "Fatal Python error: deallocating
    None". Mended by another version of PySide6 or by Python 3.12.
    """
    sender = _Sender()
    held = [None] * 2000, [True] * 2000
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(1000):
        sender.setObjectName("x")
        sender.sent.emit(1)
    lost = before[0] - sys.getrefcount(None), before[1] - sys.getrefcount(True)
    assert max(lost) < 500, f"this PySide6 loses references (None, True): {lost} in 1000 calls"
    assert held
