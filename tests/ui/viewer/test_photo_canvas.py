from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photoclip.ui import theme
from photoclip.ui.viewer.photo_canvas import PhotoCanvas

LARGE = QSize(4000, 3000)


def plain(width: int, height: int, colour: str = "red") -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


@pytest.fixture
def canvas(qtbot: QtBot) -> PhotoCanvas:
    """With a photo of 4000 x 3000 pixels, of which 800 x 600 were decoded."""
    made = PhotoCanvas()
    qtbot.addWidget(made)
    made.resize(824, 624)
    with qtbot.waitExposed(made):
        made.show()
    made.show_image(plain(800, 600), LARGE)
    return made


def turn_wheel(
    canvas: PhotoCanvas,
    at: QPointF,
    notches: int,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    event = QWheelEvent(
        at,
        canvas.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


@pytest.mark.parametrize(
    "modifiers", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier], ids=["plain", "ctrl"]
)
def test_the_wheel_zooms_around_the_photo_pixel_below_the_pointer(
    canvas: PhotoCanvas, modifiers: Qt.KeyboardModifier
) -> None:
    at = QPointF(600, 150)
    before = canvas.view.to_photo(at)
    for _ in range(6):
        turn_wheel(canvas, at, 1, modifiers)
        after = canvas.view.to_photo(at)
        assert (after - before).manhattanLength() < 2 / canvas.view.scale
    assert canvas.view.scale > 0.7
    turn_wheel(canvas, at, -20, modifiers)
    assert canvas.view.fitted


def test_a_double_click_shows_one_photo_pixel_per_device_pixel_and_another_all_of_it(
    qtbot: QtBot, canvas: PhotoCanvas
) -> None:
    at = QPoint(500, 400)
    before = canvas.view.to_photo(at.toPointF())
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=at)
    assert canvas.view.scale == 1.0
    assert (canvas.view.to_photo(at.toPointF()) - before).manhattanLength() <= 3
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=at)
    assert canvas.view.fitted


def test_a_drag_moves_a_zoomed_photo_and_leaves_a_fitted_one(qtbot: QtBot, canvas: PhotoCanvas) -> None:
    def drag() -> None:
        qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(400, 300))
        qtbot.mouseMove(canvas, QPoint(350, 280))
        qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(350, 280))

    before = canvas.view.transform()
    drag()
    assert canvas.view.transform() == before
    canvas.zoom_to(1.0)
    seen = canvas.view.visible()
    drag()
    assert canvas.view.visible().topLeft() == seen.topLeft() + QPoint(50, 20)


def test_more_pixels_are_asked_for_once_the_zoom_came_to_rest(qtbot: QtBot, canvas: PhotoCanvas) -> None:
    assert not canvas.needs_detail()
    spy = QSignalSpy(canvas.sharper_wanted)
    with qtbot.waitSignal(canvas.sharper_wanted):
        for _ in range(5):
            canvas.zoom_by(1.25)
    assert spy.count() == 1
    canvas.show_detail(plain(4000, 3000, "blue"), QRect(QPoint(), LARGE))
    assert not canvas.needs_detail()
    assert canvas.grab().toImage().pixelColor(400, 300) == QColor("blue")


def test_a_part_is_drawn_over_the_picture_and_the_next_part_asked_for_when_it_is_left(
    canvas: PhotoCanvas,
) -> None:
    canvas.zoom_to(1.0)
    seen = canvas.view.visible()
    part = seen.adjusted(-50, -50, 50, 50)
    canvas.show_detail(plain(part.width(), part.height(), "blue"), part)
    assert not canvas.needs_detail()
    canvas.pan_by(-40, 0)
    assert not canvas.needs_detail()
    canvas.pan_by(-400, 0)
    assert canvas.needs_detail()
    seen_now = canvas.grab().toImage()
    assert seen_now.pixelColor(20, 300) == QColor("blue")
    assert seen_now.pixelColor(780, 300) == QColor("red")


def test_a_turned_view_may_need_more_pixels_too(canvas: PhotoCanvas) -> None:
    canvas.expect_another()
    canvas.show_image(plain(300, 600), QSize(3000, 6000))
    assert not canvas.needs_detail()
    canvas.turn(1)
    assert canvas.view.fitted
    assert canvas.needs_detail()


def test_the_old_photo_stays_until_the_next_one_comes_fitted_and_upright(canvas: PhotoCanvas) -> None:
    canvas.zoom_to(2.0)
    canvas.turn(1)
    canvas.show_detail(plain(10, 10), QRect(0, 0, 10, 10))
    canvas.expect_another()
    assert canvas.view.scale == 2.0
    canvas.show_image(plain(20, 10, "green"), QSize(20, 10))
    assert (canvas.view.fitted, canvas.view.quarters) == (True, 0)
    canvas.show_image(plain(20, 10, "green"), QSize(20, 10))
    canvas.zoom_to(2.0)
    canvas.show_image(plain(20, 10, "green"), QSize(20, 10))
    assert not canvas.view.fitted


@pytest.mark.parametrize("size", [QSize(1, 1), QSize(30_000, 500), QSize(3, 9000), QSize(0, 0)])
def test_photos_of_extreme_shapes_are_drawn_and_zoomed(canvas: PhotoCanvas, size: QSize) -> None:
    canvas.show_image(plain(max(size.width() // 16, 1), max(size.height() // 16, 1)), size)
    for step in (canvas.fit, lambda: canvas.zoom_to(1.0), lambda: canvas.turn(1), lambda: canvas.zoom_by(9)):
        step()
        middle = canvas.grab().toImage().pixelColor(412, 312)
        assert middle.red() > 100


def test_what_cannot_be_shown_says_so_in_its_place(canvas: PhotoCanvas) -> None:
    canvas.show_nothing()
    nothing = canvas.grab().toImage()
    canvas.show_nothing("This photo cannot be shown")
    assert canvas.grab().toImage() != nothing
    assert not canvas.has_picture()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_surround_lies_between_window_and_black_and_is_black_in_full_screen(
    qtbot: QtBot, qapp: QApplication, scheme: str
) -> None:
    theme.apply(qapp, scheme)
    try:
        canvas = PhotoCanvas()
        qtbot.addWidget(canvas)
        around = canvas.grab().toImage().pixelColor(1, 1).lightness()
        assert 0 < around < canvas.palette().window().color().lightness()
        canvas.set_edge_to_edge(True)
        canvas.show_nothing("This photo cannot be shown")
        dark = canvas.grab().toImage()
        assert dark.pixelColor(1, 1) == QColor("black"), "full screen is a dark room"
        assert any(
            dark.pixelColor(x, y).lightness() > 100 for x in range(dark.width()) for y in range(dark.height())
        ), "and words can be read in it"
    finally:
        theme.apply(qapp, "system")


def test_the_old_look_fades_away_over_the_new_one(qtbot: QtBot, canvas: PhotoCanvas) -> None:
    canvas.fade_to_next()
    canvas.show_image(plain(800, 600, "blue"), LARGE)

    def looks(colour: str) -> Callable[[], bool]:
        return lambda: canvas.grab().toImage().pixelColor(412, 312) == QColor(colour)

    qtbot.waitUntil(looks("blue"))
