import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from photoclip.ui.viewer.bar_words import BarWords

DETAILS = "4000 × 3000 · 2024-05-17 10:11"


@pytest.fixture
def words(qtbot: QtBot) -> BarWords:
    words = BarWords()
    qtbot.addWidget(words)
    words.show_words("A long name of a photo from a long journey.jpg", "3 of 12,345", DETAILS)
    words.resize(words.sizeHint())
    words.show()
    return words


def cut(words: BarWords) -> list[str]:
    named = {"title": words.title, "place": words.place, "details": words.details}
    return [name for name, label in named.items() if label.width() < label.sizeHint().width()]


def test_where_room_is_short_the_name_gives_way_first_then_the_details(words: BarWords) -> None:
    whole = words.sizeHint().width()
    assert cut(words) == []
    words.resize(whole - 60, words.height())
    assert cut(words) == ["title"]
    details = words.details.sizeHint().width()
    words.resize(words.place.sizeHint().width() + details, words.height())
    assert cut(words) == ["title", "details"]
    words.resize(words.minimumSizeHint().width(), words.height())
    assert "place" not in cut(words)


def test_the_order_follows_the_direction_of_the_text(words: BarWords) -> None:
    assert words.title.x() < words.place.x() < words.details.x()
    words.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert words.title.x() > words.place.x() > words.details.x()


def test_other_words_share_the_room_anew(words: BarWords) -> None:
    words.show_words("A long name of a photo from a long journey.jpg", "3 of 12,345,678", DETAILS)
    QTest.qWait(0)
    assert cut(words) == ["title"]
