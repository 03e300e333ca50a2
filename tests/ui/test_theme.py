from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from photoclip.ui import theme

Role = QPalette.ColorRole


@pytest.fixture(params=["light", "dark"])
def palette(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QPalette]:
    before, style = qapp.palette(), qapp.style().name()
    qapp.setStyle("Fusion")
    theme.apply(qapp, request.param)
    yield qapp.palette()
    theme.apply(qapp, "system")
    qapp.setStyle(style)
    qapp.setPalette(before)


def luminance(colour: QColor) -> float:
    """As WCAG 2 defines it."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_text_can_be_read_on_what_it_stands_on(palette: QPalette) -> None:
    for text, ground in (
        (Role.Text, Role.Base),
        (Role.WindowText, Role.Window),
        (Role.ButtonText, Role.Button),
        (Role.ToolTipText, Role.ToolTipBase),
        (Role.Link, Role.Base),
        (Role.HighlightedText, Role.Highlight),
    ):
        assert contrast(palette.color(text), palette.color(ground)) >= 4.5, (text, ground)
    assert contrast(theme.quiet_text(palette), palette.color(Role.Window)) >= 4.5


def test_what_is_chosen_stands_out_from_the_ground(palette: QPalette) -> None:
    for ground in (Role.Base, Role.Window):
        assert contrast(palette.color(Role.Highlight), palette.color(ground)) >= 3


def best_contrast(image: QImage, ground: QColor) -> float:
    """Of a row of pixels across the middle."""
    y = image.height() // 2
    return max(contrast(image.pixelColor(x, y), ground) for x in range(image.width()))


def test_empty_fields_and_boxes_have_a_border_that_can_be_seen(qtbot: QtBot, palette: QPalette) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    controls = (QLineEdit(), QCheckBox())
    for control in controls:
        column.addWidget(control)
    window.show()
    for control in controls:
        assert best_contrast(control.grab().toImage(), palette.color(Role.Window)) >= 3
        assert best_contrast(control.grab().toImage(), palette.color(Role.Base)) >= 3
