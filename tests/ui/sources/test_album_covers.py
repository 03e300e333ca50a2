from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from ui.in_memory import InMemoryWorker

from photoclip.domain.changes import ArrangeAlbum, MakeAlbum
from photoclip.ui.main_window import MainWindow


def entry(window: MainWindow) -> QImage:
    """The album's line in the source list, as it is drawn."""
    node = window.sources.model.find("album:1")
    assert node is not None
    tree = window.sources.tree
    return tree.viewport().grab(tree.visualRect(window.sources.model.index_of(node))).toImage()


def test_an_album_is_drawn_with_its_cover(qtbot: QtBot, window: MainWindow, worker: InMemoryWorker) -> None:
    worker.change(1, MakeAlbum("Pets", photo_ids=(2, 3)))
    qtbot.waitUntil(lambda: window.covers.pixmap(2) is not None)
    first = entry(window)
    worker.change(2, ArrangeAlbum(1, (3, 2)))
    qtbot.waitUntil(lambda: window.covers.pixmap(3) is not None)
    assert window.covers.pixmap(2) is None, "what is no cover any more is forgotten"
    assert entry(window) != first
