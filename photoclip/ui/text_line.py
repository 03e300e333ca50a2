"""Where the letters of a line stand: each script has a font of its own, with other heights."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextLayout


def first_line(text: str, font: QFont) -> tuple[float, float]:
    """How high a line of it is, and how far below its top the letters stand."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return line.height(), line.ascent()
