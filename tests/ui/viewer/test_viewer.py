import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QCursor, QImage
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot
from ui.in_memory import make_rows, save_picture
from ui.viewing import Viewing, grid_row

from photoclip.domain.photos import PhotoRow
from photoclip.ui.main_window import MainWindow
from photoclip.ui.viewer import viewer_stage
from photoclip.ui.viewer.viewer import Viewer
from photoclip.worker.messages import GridRow

_Key = Qt.Key


@pytest.fixture
def open_viewing(qtbot: QtBot) -> Iterator[Callable[[list[GridRow]], Viewing]]:
    made: list[Viewing] = []

    def opened(rows: list[GridRow]) -> Viewing:
        made.append(Viewing(qtbot, rows))
        return made[-1]

    yield opened
    for viewing in made:
        viewing.close()


@pytest.fixture
def viewing(open_viewing: Callable[[list[GridRow]], Viewing], tmp_path: Path) -> Viewing:
    """Twenty-four small photos."""
    return open_viewing(make_rows(tmp_path, 24))


def large(folder: Path, photo_id: int, name: str = "large.png", side: int = 2400) -> GridRow:
    """A photo larger than the screen of the tests."""
    path = save_picture(folder / name, "red", side, side)
    return grid_row(photo_id, path, side, side, save_picture(folder / f"{name}-t.jpg", "red", 64, 64))


# --- in the window


def open_photo(qtbot: QtBot, window: MainWindow, row: int) -> None:
    """Double-click, as a person does."""
    window.grid.scrollTo(window.model.index(row))
    rect = window.grid.visualRect(window.model.index(row))
    qtbot.waitUntil(lambda: window.model.photo(row) is not None)
    qtbot.mouseClick(window.grid.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    qtbot.mouseDClick(window.grid.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def test_double_click_shows_the_photo_and_escape_goes_back(qtbot: QtBot, window: MainWindow) -> None:
    open_photo(qtbot, window, 4)
    viewer = window.view.viewer
    assert window.view.shows_viewer()
    assert viewer.words.title.text() == "IMG_0005.jpg"
    qtbot.waitUntil(lambda: viewer.canvas.picture_size() == QSize(96, 64))
    qtbot.keyClick(viewer, _Key.Key_Escape)
    assert not window.view.shows_viewer()
    assert window.grid.hasFocus()
    assert window.grid.currentIndex().row() == 4


def test_the_grid_goes_along_with_the_steps(qtbot: QtBot, window: MainWindow) -> None:
    open_photo(qtbot, window, 0)
    for _ in range(3):
        qtbot.keyClick(window.view.viewer, _Key.Key_Right)
    assert window.grid.currentIndex().row() == 3


def test_a_search_leads_out_of_the_viewer(qtbot: QtBot, window: MainWindow) -> None:
    open_photo(qtbot, window, 0)
    with qtbot.waitSignal(window.questions.answered):
        qtbot.keyClicks(window.search, "dog")
    assert not window.view.shows_viewer()


# --- stepping


def test_keys_and_buttons_step_through_the_list(qtbot: QtBot, viewing: Viewing) -> None:
    viewer = viewing.open(0)
    assert not viewer.previous.isEnabled()
    steps = (
        (_Key.Key_Left, 1),
        (_Key.Key_Right, 2),
        (_Key.Key_PageDown, 3),
        (_Key.Key_Space, 4),
        (_Key.Key_PageUp, 3),
        (_Key.Key_Backspace, 2),
        (_Key.Key_End, 24),
        (_Key.Key_Right, 24),
        (_Key.Key_Home, 1),
    )
    for key, place in steps:
        qtbot.keyClick(viewer, key)
        assert viewer.words.title.text() == f"IMG_{place:04}.jpg"
        assert f"{place} of 24" in viewer.words.place.text()
    qtbot.mouseClick(viewer.next, Qt.MouseButton.LeftButton)
    assert viewer.words.title.text() == "IMG_0002.jpg"


def test_where_text_runs_to_the_left_so_do_the_photos(qtbot: QtBot, viewing: Viewing) -> None:
    viewer = viewing.open(5)
    viewer.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.keyClick(viewer, _Key.Key_Left)
    assert viewer.words.title.text() == "IMG_0007.jpg"
    qtbot.waitUntil(lambda: viewer.next.x() < viewer.previous.x())


def test_a_step_to_a_neighbour_shows_it_at_once(qtbot: QtBot, viewing: Viewing) -> None:
    viewer = viewing.open(5)
    for row in (6, 4):
        qtbot.waitUntil(lambda row=row: viewer.loader.is_ready(viewing.worker.rows[row + 1].photo))
    viewer.step_on()
    assert viewer.presenter.is_loaded()
    assert viewer.canvas.picture_size() == QSize(96, 64)


def test_the_filmstrip_goes_along_and_leads_to_other_photos(qtbot: QtBot, viewing: Viewing) -> None:
    viewer = viewing.open(5)
    spy = QSignalSpy(viewer.stepped)
    qtbot.mouseClick(viewer.strip, Qt.MouseButton.LeftButton, pos=viewer.strip.rect_of(7).center())
    assert viewer.words.title.text() == "IMG_0008.jpg"
    assert spy.at(0)[0] == 7
    qtbot.keyClick(viewer, _Key.Key_T)
    assert not viewer.strip.isVisible()
    qtbot.mouseClick(viewer.bar.strip, Qt.MouseButton.LeftButton)
    assert viewer.strip.isVisible()


def test_the_viewer_stays_on_its_photo_while_the_list_changes(viewing: Viewing) -> None:
    viewer = viewing.open(2)
    viewing.answer([2, 3, 4])
    assert viewer.words.title.text() == "IMG_0003.jpg"
    assert "2 of 3" in viewer.words.place.text()


def test_what_takes_the_place_of_a_photo_that_is_gone_is_shown_and_said(viewing: Viewing) -> None:
    viewer = viewing.open(2)
    viewing.answer([1, 2, 4, 5])
    viewing.wait_loaded()
    assert viewer.words.title.text() == "IMG_0004.jpg"
    assert viewer.photo is not None
    assert viewer.photo.photo_id == 4
    assert "not in this list any more" in viewer.note.text()
    assert viewer.note.isVisible()
    viewer.step_on()
    assert not viewer.note.isVisible()
    viewing.answer([1])
    assert viewer.words.title.text() == "IMG_0001.jpg"


def test_a_note_can_be_read_in_a_narrow_window_and_stays_clear_of_the_filmstrip(viewing: Viewing) -> None:
    viewer = viewing.open(2)
    viewer.resize(420, 420)
    viewer.note.set_text("The file is no longer where it was; this is what was read before " * 2)
    note, canvas = viewer.note, viewer.canvas
    assert canvas.rect().contains(note.geometry())
    ink = note.grab().toImage()
    greys = {ink.pixelColor(x, y).lightness() for x in range(ink.width()) for y in range(ink.height())}
    assert max(greys) > 200, "the words are bright"
    assert min(greys) < 90, "on a dark ground, whatever the photo is like"
    assert note.height() >= note.heightForWidth(note.width())
    viewer.stage.set_full_screen(True)
    viewer.stage.layout().activate()  # type: ignore[union-attr]
    bottom = note.mapTo(viewer, note.rect().bottomLeft()).y()
    assert bottom < viewer.strip.mapTo(viewer, viewer.strip.rect().topLeft()).y()
    viewer.stage.set_full_screen(False)
    left = QSignalSpy(viewer.left)
    viewing.answer([])
    assert left.count() == 1


# --- zoom, place, turn


def test_zoom_keys_and_button_show_all_or_each_pixel(
    qtbot: QtBot, open_viewing: Callable[[list[GridRow]], Viewing], tmp_path: Path
) -> None:
    viewer = open_viewing([large(tmp_path, 1), large(tmp_path, 2, "b.png")]).open(0)
    qtbot.keyClick(viewer, _Key.Key_Z)
    assert viewer.canvas.view.scale == 1.0
    assert viewer.bar.zoom.text() == "100 %"
    qtbot.waitUntil(lambda: not viewer.canvas.needs_detail())
    qtbot.keyClick(viewer, _Key.Key_Plus)
    assert viewer.bar.zoom.text() == "125 %"
    qtbot.keyClick(viewer, _Key.Key_Minus)
    qtbot.mouseClick(viewer.bar.zoom, Qt.MouseButton.LeftButton)
    assert viewer.canvas.view.fitted


def test_arrows_move_a_zoomed_photo_and_step_from_a_fitted_one(
    qtbot: QtBot, open_viewing: Callable[[list[GridRow]], Viewing], tmp_path: Path
) -> None:
    viewer = open_viewing([large(tmp_path, 1), large(tmp_path, 2, "b.png")]).open(0)
    qtbot.keyClick(viewer, _Key.Key_Z)
    seen = viewer.canvas.view.visible()
    qtbot.keyClick(viewer, _Key.Key_Right)
    qtbot.keyClick(viewer, _Key.Key_Down)
    assert viewer.words.title.text() == "large.png"
    assert viewer.canvas.view.visible().left() > seen.left()
    assert viewer.canvas.view.visible().top() > seen.top()
    qtbot.keyClick(viewer, _Key.Key_Z)
    qtbot.keyClick(viewer, _Key.Key_Right)
    assert viewer.words.title.text() == "b.png"


def test_the_view_is_turned_never_the_file_and_the_next_photo_is_upright(
    qtbot: QtBot, viewing: Viewing
) -> None:
    viewer = viewing.open(0)
    before = os.stat(viewing.worker.rows[1].photo.path)
    qtbot.keyClick(viewer, _Key.Key_R)
    qtbot.keyClick(viewer, _Key.Key_R)
    qtbot.keyClick(viewer, _Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    assert viewer.canvas.view.quarters == 1
    qtbot.mouseClick(viewer.bar.turn_left, Qt.MouseButton.LeftButton)
    assert viewer.canvas.view.quarters == 0
    qtbot.keyClick(viewer, _Key.Key_R)
    viewer.step_on()
    qtbot.waitUntil(lambda: viewer.canvas.view.quarters == 0)
    assert os.stat(viewing.worker.rows[1].photo.path) == before


def test_keys_of_the_window_are_left_to_it(qtbot: QtBot, viewing: Viewing) -> None:
    viewer = viewing.open(0)
    qtbot.keyClick(viewer, _Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert viewer.canvas.view.quarters == 0


# --- full screen, slideshow, information


def test_full_screen_hides_the_bars_until_the_mouse_moves(
    qtbot: QtBot,
    open_viewing: Callable[[list[GridRow]], Viewing],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(viewer_stage, "IDLE_MS", 50)
    viewer = open_viewing(make_rows(tmp_path, 3)).open(0)
    spy = QSignalSpy(viewer.full_screen_wanted)
    QCursor.setPos(viewer.canvas.mapToGlobal(QPoint(200, 200)))
    qtbot.keyClick(viewer, _Key.Key_F)
    assert spy.at(0)[0] is True
    qtbot.waitUntil(lambda: viewer.canvas.size() == viewer.size())
    qtbot.waitUntil(lambda: not viewer.bar.isVisible() and not viewer.strip.isVisible())
    qtbot.mouseMove(viewer.canvas, QPoint(300, 300))
    qtbot.mouseMove(viewer.canvas, QPoint(320, 300))
    qtbot.waitUntil(lambda: viewer.bar.isVisible() and viewer.strip.isVisible())


def test_escape_leaves_full_screen_first_and_then_the_viewer(qtbot: QtBot, viewing: Viewing) -> None:
    viewer = viewing.open(0)
    left, screen = QSignalSpy(viewer.left), QSignalSpy(viewer.full_screen_wanted)
    viewer.toggle_full_screen()
    qtbot.keyClick(viewer, _Key.Key_Escape)
    assert (left.count(), screen.at(1)[0]) == (0, False)
    assert viewer.bar.isVisible()
    qtbot.keyClick(viewer, _Key.Key_Escape)
    assert left.count() == 1


def test_a_slideshow_goes_round_and_pauses_on_space(qtbot: QtBot, viewing: Viewing) -> None:
    viewer = viewing.open(22)
    viewer.slideshow.set_seconds(0)
    spy = QSignalSpy(viewer.stepped)
    viewer.toggle_slideshow()
    assert viewer.stage.full_screen
    qtbot.waitUntil(lambda: spy.count() >= 3)
    assert [spy.at(n)[0] for n in range(3)] == [23, 0, 1]
    qtbot.keyClick(viewer, _Key.Key_Space)
    assert viewer.slideshow.paused
    qtbot.keyClick(viewer, _Key.Key_Escape)
    assert not viewer.slideshow.running
    assert not viewer.stage.full_screen


def test_the_canvas_is_never_empty_during_a_slideshow(qtbot: QtBot, viewing: Viewing) -> None:
    viewer = viewing.open(0)
    pictures: list[bool] = []
    viewer.canvas.view_changed.connect(lambda: pictures.append(viewer.canvas.has_picture()))
    viewer.slideshow.set_seconds(0)
    spy = QSignalSpy(viewer.stepped)
    viewer.toggle_slideshow()
    qtbot.waitUntil(lambda: spy.count() >= 10)
    viewer.toggle_slideshow()
    assert pictures
    assert all(pictures)


def test_the_interval_is_chosen_in_the_menu_of_the_button(viewing: Viewing) -> None:
    viewer = viewing.open(0)
    actions = viewer.bar.slideshow.menu().actions()
    assert [action.isChecked() for action in actions] == [False, True, False]
    actions[2].trigger()
    assert viewer.slideshow.seconds == 8
    assert [action.isChecked() for action in actions] == [False, False, True]


def test_information_is_asked_for_only_where_it_is_seen(qtbot: QtBot, viewing: Viewing) -> None:
    viewer = viewing.open(0)
    assert viewing.worker.facts_asked == []
    qtbot.keyClick(viewer, _Key.Key_I)
    assert viewer.info.isVisible()
    assert "Acme One" in viewer.info.text()
    qtbot.keyClick(viewer, _Key.Key_Right)
    assert viewing.worker.facts_asked == [[1], [2]]
    assert viewer.info.text().startswith("IMG_0002.jpg")
    qtbot.keyClick(viewer, _Key.Key_I)
    assert not viewer.info.isVisible()


def test_actions_of_the_window_get_buttons_and_every_button_a_name(viewing: Viewing) -> None:
    viewer = viewing.open(0)
    action = QAction("Favourite", viewer)
    button = viewer.add_action(action)
    spy = QSignalSpy(action.triggered)
    button.click()
    assert spy.count() == 1
    for each in viewer.bar.findChildren(QToolButton):
        assert each.toolTip()
        assert each.accessibleName() or each.text()


# --- what is shown of which file


def test_a_format_left_to_the_worker_is_seen_whole_and_sharp(
    qtbot: QtBot, open_viewing: Callable[[list[GridRow]], Viewing], tmp_path: Path
) -> None:
    path = tmp_path / "large.tiff"
    Image.new("RGB", (2400, 1600), (200, 30, 30)).save(path)
    viewing = open_viewing([grid_row(1, path, 2400, 1600)])
    viewer = viewing.open(0)
    box = viewer.canvas.box()
    assert viewing.pictures_asked == [os.fsencode(path)]
    assert viewer.canvas.picture_size() == QSize(2400, 1600).scaled(box, Qt.AspectRatioMode.KeepAspectRatio)
    assert viewer.note.text() == ""
    viewer.canvas.toggle_full_size()
    qtbot.waitUntil(lambda: not viewer.canvas.needs_detail())
    assert viewer.canvas.view.scale == 1.0


@pytest.mark.parametrize("name", ["a.gif", "a.webp"])
def test_an_animated_file_plays_until_it_is_left(
    qtbot: QtBot, open_viewing: Callable[[list[GridRow]], Viewing], tmp_path: Path, name: str
) -> None:
    frames = [Image.new("RGB", (24, 16), colour) for colour in ((250, 0, 0), (0, 250, 0), (0, 0, 250))]
    frames[0].save(tmp_path / name, save_all=True, append_images=frames[1:], duration=20, loop=0)
    still = save_picture(tmp_path / "still.png", "white")
    viewing = open_viewing([grid_row(1, tmp_path / name, 24, 16), grid_row(2, still, 96, 64)])
    viewer = viewing.open(0)

    def colour() -> QImage:
        return viewer.canvas.image().pixelColor(12, 8)

    qtbot.waitUntil(lambda: colour().green() > 200)
    qtbot.waitUntil(lambda: colour().blue() > 200)
    viewer.step_on()
    assert not viewer.presenter.animation.is_playing()
    qtbot.waitUntil(lambda: viewer.canvas.picture_size() == QSize(96, 64))
    viewer.step_back()
    viewing.wait_loaded()
    assert viewer.presenter.animation.is_playing()
    viewer.hide()
    assert not viewer.presenter.animation.is_playing()


def test_the_picture_stays_when_its_file_is_deleted_while_it_is_open(
    qtbot: QtBot, open_viewing: Callable[[list[GridRow]], Viewing], tmp_path: Path
) -> None:
    viewer = open_viewing([large(tmp_path, 1)]).open(0)
    (tmp_path / "large.png").unlink()
    viewer.canvas.toggle_full_size()
    qtbot.waitUntil(lambda: "no longer" in viewer.note.text())
    assert viewer.canvas.has_picture()


def test_a_photo_on_a_drive_that_is_away_shows_its_preview_and_says_so(
    open_viewing: Callable[[list[GridRow]], Viewing], qtbot: QtBot, tmp_path: Path
) -> None:
    thumbnail = save_picture(tmp_path / "t.jpg", "red", 60, 40)
    photo = PhotoRow(1, b"1", b"/gone/IMG.jpg", 6000, 4000, None, offline=True)
    viewer = open_viewing([GridRow(photo, str(thumbnail))]).open(0)
    qtbot.waitUntil(lambda: "drive" in viewer.note.text())
    qtbot.waitUntil(lambda: viewer.canvas.picture_size() == QSize(60, 40))


@pytest.mark.qt_log_ignore("Unsupported marker type", "propagateSizeHints", "support raise", extend=True)
@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8\xff and then nothing", b"\0\0\0\x18ftypheic", b"\x89PNG\r\n\x1a\n"]
)
def test_what_cannot_be_decoded_stays_at_its_preview_and_says_how_to_see_it(
    qtbot: QtBot, open_viewing: Callable[[list[GridRow]], Viewing], tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(content)
    thumbnail = save_picture(tmp_path / "t.jpg", "red", 60, 40)
    viewer = open_viewing([grid_row(1, path, 0, 0, thumbnail)]).open(0)
    qtbot.waitUntil(lambda: "Ctrl+O" in viewer.note.text())
    assert viewer.canvas.picture_size() == QSize(60, 40)


def test_without_preview_and_file_the_place_of_the_photo_says_so(
    qtbot: QtBot, open_viewing: Callable[[list[GridRow]], Viewing]
) -> None:
    viewer = open_viewing([grid_row(1, b"/gone/\xff.jpg", 4, 2)]).open(0)
    qtbot.waitUntil(lambda: not viewer.canvas.has_picture())
    qtbot.waitUntil(lambda: "not where it was" in viewer.canvas.accessibleDescription())


def test_a_broken_thumbnail_does_not_keep_the_photo_away(
    qtbot: QtBot, open_viewing: Callable[[list[GridRow]], Viewing], tmp_path: Path
) -> None:
    broken = tmp_path / "t.jpg"
    broken.write_bytes(b"\xff\xd8\xff cut short")
    path = os.path.join(os.fsencode(tmp_path), b"\xfe.png")
    save_picture(tmp_path / "a.png", "red", 40, 30).rename(os.fsdecode(path))
    viewer: Viewer = open_viewing([grid_row(1, path, 40, 30, broken)]).open(0)
    assert viewer.canvas.picture_size() == QSize(40, 30)
    assert viewer.note.text() == ""


def test_after_leaving_nothing_is_held(viewing: Viewing) -> None:
    viewer = viewing.open(3)
    viewer.close_photo()
    assert viewer.photo is None
    assert not viewer.canvas.has_picture()
    assert not viewer.loader.is_ready(viewing.worker.rows[4].photo)
