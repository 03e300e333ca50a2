import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from photoclip.ui.actions import desktop
from photoclip.ui.folder_drop import FolderDrop
from photoclip.ui.grid import drag


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    return window


def urls(*paths: bytes) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([desktop.file_url(path) for path in paths])
    return mime


def picture() -> QMimeData:
    image = QImage(8, 6, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    mime = QMimeData()
    mime.setImageData(image)
    return mime


def enter(window: QWidget, mime: QMimeData) -> bool:
    event = QDragEnterEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def drop(window: QWidget, mime: QMimeData) -> None:
    event = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, event)


def test_folders_are_watched_and_their_names_stay_what_they_are(qtbot: QtBot, window: QWidget) -> None:
    drops = FolderDrop(window)
    mime = urls(b"/photos/caf\xe9", b"/photos/2024.05")
    assert enter(window, mime)
    assert drops.veil.text() == "Drop to add this folder"
    with qtbot.waitSignal(drops.dropped) as caught:
        drop(window, mime)
    assert caught.args == [["/photos/caf\udce9", "/photos/2024.05"]]
    assert drops.veil.isHidden()


def test_a_picture_file_is_what_to_search_by(qtbot: QtBot, window: QWidget) -> None:
    drops = FolderDrop(window)
    mime = urls(b"/elsewhere/caf\xe9.JPG")
    assert enter(window, mime)
    assert drops.veil.text() == "Drop to search by this picture"
    with qtbot.assertNotEmitted(drops.dropped), qtbot.waitSignal(drops.image_dropped) as caught:
        drop(window, mime)
    assert caught.args == ["/elsewhere/caf\udce9.JPG"]


def test_a_picture_without_a_file_is_searched_by_too(qtbot: QtBot, window: QWidget) -> None:
    drops = FolderDrop(window)
    assert enter(window, picture())
    with qtbot.waitSignal(drops.picture_dropped) as caught:
        drop(window, picture())
    assert caught.args[0].size().width() == 8


def test_photos_of_a_grid_are_no_news(qtbot: QtBot, window: QWidget) -> None:
    drops = FolderDrop(window)
    mime = urls(b"/photos/IMG_1.jpg")
    mime.setData(drag.PHOTOS_TYPE, b"[1]")
    assert not enter(window, mime)
    with qtbot.assertNotEmitted(drops.image_dropped), qtbot.assertNotEmitted(drops.dropped):
        drop(window, mime)


def test_what_is_neither_is_refused(qtbot: QtBot, window: QWidget) -> None:
    drops = FolderDrop(window)
    text, web, broken = QMimeData(), QMimeData(), QMimeData()
    text.setText("/etc/passwd")
    web.setUrls([QUrl("https://example.org/a.jpg"), QUrl()])
    broken.setData("text/uri-list", b"\xff\xfe\0file:%%%")
    assert not any(enter(window, mime) for mime in (text, web, broken))
    for mime in (text, web, broken):
        with qtbot.assertNotEmitted(drops.dropped), qtbot.assertNotEmitted(drops.image_dropped):
            drop(window, mime)


def test_data_that_only_calls_itself_an_image_is_harmless(qtbot: QtBot, window: QWidget) -> None:
    drops = FolderDrop(window)
    mime = QMimeData()
    mime.setData("application/x-qt-image", b"no image at all")
    enter(window, mime)
    with qtbot.assertNotEmitted(drops.picture_dropped):
        drop(window, mime)
