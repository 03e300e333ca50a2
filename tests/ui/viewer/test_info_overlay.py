from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from photoclip.domain.browsing import FilePlace, PhotoFacts
from photoclip.domain.photos import PhotoDetails, PhotoRow
from photoclip.ui.viewer.info_overlay import InfoOverlay

PHOTO = PhotoRow(1, b"1", b"/photos/<b>IMG \xff.jpg", 6000, 4000, "2024-05-06T07:08:09")
DETAILS = PhotoDetails(6000, 4000, "JPEG", "2024-05-06T07:08:09")
FULL = replace(
    DETAILS,
    camera="Acme One",
    lens="35mm f/2",
    latitude=-33.8568,
    longitude=151.2153,
    exposure=0.008,
    f_number=2.8,
    iso=200,
    focal_length=35.0,
)


@pytest.fixture
def room(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 400)
    return made


def facts(details: PhotoDetails) -> PhotoFacts:
    return PhotoFacts(PHOTO, details, [FilePlace(PHOTO.path, 10_828_818, 0)], [], [])


def test_all_that_is_known_is_said_in_the_words_of_photographers(room: QWidget) -> None:
    overlay = InfoOverlay(room)
    overlay.show_facts(facts(FULL))
    said = overlay.text()
    for part in (
        "2024-05-06 07:08",
        "6000 × 4000 · 24.0 MP · 10.8 MB · JPEG",
        "Acme One · 35mm f/2",
        "1/125 s · f/2.8 · ISO 200 · 35 mm",
        "33.8568°\N{NO-BREAK SPACE}S, 151.2153°\N{NO-BREAK SPACE}E",
    ):
        assert part in said


def test_lines_of_which_nothing_is_known_are_left_out(room: QWidget) -> None:
    overlay = InfoOverlay(room)
    overlay.show_facts(facts(FULL))
    tall = overlay.height()
    overlay.show_facts(facts(replace(DETAILS, taken_at=None)))
    assert len(overlay.text().splitlines()) == 2
    assert overlay.height() < tall


def test_names_and_cameras_are_plain_text_whatever_is_in_them(room: QWidget) -> None:
    overlay = InfoOverlay(room)
    overlay.show_facts(facts(replace(DETAILS, camera="Acme\n\x1b[31m<i>One</i>")))
    assert overlay.text().startswith("<b>IMG ")
    assert "\x1b" not in overlay.text()
    assert "<i>One</i>" in overlay.text()


@pytest.mark.parametrize(
    ("exposure", "said"), [(0.5, "0.5 s"), (2.0, "2 s"), (0.25, "1/4 s"), (0.0005, "1/2000 s")]
)
def test_exposure_is_a_fraction_where_it_is_short(room: QWidget, exposure: float, said: str) -> None:
    overlay = InfoOverlay(room)
    overlay.show_facts(facts(replace(DETAILS, exposure=exposure)))
    assert said in overlay.text()


def test_it_lies_in_the_leading_corner_and_within_the_window(room: QWidget) -> None:
    overlay = InfoOverlay(room)
    overlay.show_photo(PHOTO)
    assert overlay.x() < 30
    room.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    overlay.show_photo(PHOTO)
    assert room.width() - overlay.geometry().right() < 30
    room.resize(100, 400)
    overlay.show_photo(PHOTO)
    assert room.rect().contains(overlay.geometry())
