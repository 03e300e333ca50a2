from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from photoclip.ui.panes import Panes


def test_a_narrow_window_opens_with_the_sources_rather_than_the_inspector(qtbot: QtBot) -> None:
    sources, photos, inspector = QWidget(), QWidget(), QWidget()
    panes = Panes(sources, photos, inspector)
    qtbot.addWidget(panes)
    panes.resize(panes.fontMetrics().averageCharWidth() * 92, 500)  # photos and sources fit, no more
    panes.restore(None, sources=True, inspector=True)
    with qtbot.waitExposed(panes):
        panes.show()
    assert sources.isVisible()
    assert not inspector.isVisible()
    assert panes.wants() == (True, True)
