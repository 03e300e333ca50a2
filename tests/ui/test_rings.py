import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QListWidget, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from photoclip.ui import theme
from photoclip.ui.rings import Ring


def contrast(one: int, other: int) -> float:
    """As WCAG has it, of two greys."""

    def luminance(grey: int) -> float:
        share = grey / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_a_box_to_tick_stands_out_in_light_and_dark(
    qtbot: QtBot, qapp: QApplication, kind: type[QCheckBox] | type[QRadioButton]
) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    box = kind(ground)
    Ring(box)
    box.resize(40, 24)
    try:
        for scheme in ("light", "dark", "light"):
            theme.apply(qapp, scheme)
            window = ground.palette().color(QPalette.ColorRole.Window).lightness()
            image = ground.grab(box.geometry()).toImage()
            greys = {image.pixelColor(x, 12).lightness() for x in range(image.width())}
            assert max(contrast(grey, window) for grey in greys) > 3, scheme
    finally:
        theme.apply(qapp, "system")


def test_a_list_keeps_its_ground(qtbot: QtBot, qapp: QApplication) -> None:
    rows = QListWidget()
    qtbot.addWidget(rows)
    base = rows.palette().color(QPalette.ColorRole.Base)
    Ring(rows)
    assert rows.palette().color(QPalette.ColorRole.Base) == base
