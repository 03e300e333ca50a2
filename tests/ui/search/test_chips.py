"""Chips say what a list is narrowed down to, and each takes just its own part off."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from ui.in_memory import InMemoryWorker

from photoclip.domain.asked import Asked, Condition, Dates, Key, Meaning, Stars, Term
from photoclip.domain.browsing import AlbumInfo, Sources
from photoclip.domain.changes import AlbumKind, MakeAlbum, MarkPhotos
from photoclip.domain.query import Filters, Query
from photoclip.ui.icons import Icons
from photoclip.ui.main_window import MainWindow
from photoclip.ui.search.chips import ChipBar
from photoclip.ui.search.query_parts import parts, title
from photoclip.ui.sources.source_names import SourceNames
from photoclip.worker.messages import SourcesLoaded


@pytest.fixture
def names(qtbot: QtBot) -> SourceNames:
    told = SourceNames()
    albums = (
        AlbumInfo(1, "Travels", AlbumKind.GROUP),
        AlbumInfo(2, "Rome", AlbumKind.HAND, parent=1),
        AlbumInfo(3, "Dogs", AlbumKind.SMART),
    )
    told.take_sources(SourcesLoaded(Sources(albums=albums)))
    told.remember_photo(7, "IMG_0007.jpg")
    return told


FILTERS = Filters(
    folder=b"/photos/caf\xe9",
    album=2,
    smart=3,
    label="<b>beach</b>",
    favourite=True,
    rating=4,
    since="2024-01-01",
    until="2024-12-31",
    added_days=30,
    duplicates=True,
    duplicates_of=7,
    burst_of=7,
)


def test_every_filter_has_a_chip_that_takes_just_it_off(names: SourceNames) -> None:
    query = Query(words="dog", filters=FILTERS)
    told = parts(query, names)
    assert len({part.text for part in told}) == len(told) == 12
    for part in told:
        assert part.without.words == "dog"
        assert len(parts(part.without, names)) == 11
        assert part.text not in [rest.text for rest in parts(part.without, names)]


def test_a_photo_and_a_picture_have_their_names_on_the_chip(names: SourceNames) -> None:
    assert [part.text for part in parts(Query(similar=(7,)), names)] == ["Similar to IMG_0007.jpg"]
    assert [part.text for part in parts(Query(image="/tmp/cat.png"), names)] == ["Similar to cat.png"]
    assert parts(Query(words="dog"), names) == []


def test_an_album_is_not_called_gone_before_the_albums_are_known(qtbot: QtBot) -> None:
    query = Query(filters=Filters(album=2))
    assert title(query, SourceNames()) == "…"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (Query(), "All photos"),
        (Query(words="dog"), "“dog”"),
        (Query(filters=Filters(album=2)), "Travels / Rome"),
        (Query(filters=Filters(folder=b"/photos/2024")), "2024"),
        (Query(filters=Filters(added_days=30)), "Recently added"),
        (Query(filters=Filters(favourite=True, rating=1)), "Favourites · 1 star or more"),
        (Query(filters=Filters(album=99)), "an album that is gone"),
    ],
)
def test_a_list_is_called_what_people_call_it(names: SourceNames, query: Query, said: str) -> None:
    assert title(query, names) == said


def test_chips_go_on_in_the_next_line(qtbot: QtBot, names: SourceNames) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar = ChipBar(Icons(window.palette(), window), window)
    bar.show_parts(parts(Query(filters=FILTERS), names))
    wide, narrow = bar.heightForWidth(4000), bar.heightForWidth(300)
    assert narrow > 3 * wide / 2
    bar.resize(QSize(300, narrow))
    window.resize(300, narrow)
    window.show()
    assert all(bar.rect().contains(chip.geometry()) for chip in bar.chips())


def test_chips_that_come_and_go_leave_no_icon_behind(qtbot: QtBot, names: SourceNames) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    icons = Icons(window.palette(), window)
    bar = ChipBar(icons, window)
    for label in ("a", "b", "c"):
        bar.show_parts(parts(Query(filters=Filters(label=label)), names))
    assert len(icons._dressed) == 1


def test_words_are_searched_for_inside_an_album_and_its_chip_widens_the_search(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    worker.change(1, MakeAlbum("Pets", photo_ids=(2, 3, 4)))
    worker.change(2, MarkPhotos((4,), favourite=True))
    qtbot.waitUntil(lambda: bool(window.names.albums_by_hand()))
    with qtbot.waitSignal(window.questions.answered):
        window.flow.choose(Query(filters=Filters(album=1)))
    with qtbot.waitSignal(window.questions.answered):
        qtbot.keyClicks(window.search, "dog")
    assert window.model.ids.tolist() == [2, 4]
    chips = window.view.chips
    assert chips.texts() == ["Album: Pets"]
    cross = chips.chips()[0].cross
    assert cross.accessibleName() == "Take off “Album: Pets”"
    cross.setFocus()
    with qtbot.waitSignal(window.questions.answered):
        qtbot.keyClick(cross, Qt.Key.Key_Space)
    assert worker.asked[-1].query == Query(words="dog")
    assert window.search.text() == "dog"
    assert chips.isHidden()


def test_choosing_a_source_keeps_no_words(qtbot: QtBot, window: MainWindow, worker: InMemoryWorker) -> None:
    with qtbot.waitSignal(window.questions.answered):
        qtbot.keyClicks(window.search, "dog")
    with qtbot.waitSignal(window.questions.answered):
        window.sources.chosen.emit(Query(filters=Filters(favourite=True)), None)
    assert worker.asked[-1].query == Query(filters=Filters(favourite=True))
    assert window.search.text() == ""
    assert window.view.browser.page.title.text() == "No favourites yet"


def test_the_chip_of_a_condition_takes_it_out_of_the_text(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    words = "dog rating:>=3"
    worker.understood[words] = Asked(
        (Term(0, 3, Meaning("dog")), Term(4, 14, Condition(Key.RATING, Stars(3))))
    )
    with qtbot.waitSignal(window.questions.answered):
        window.search.setText(words)
    assert window.view.chips.texts() == ["★ 3 or more"]
    with qtbot.waitSignal(window.questions.answered):
        window.view.chips.chips()[0].cross.click()
    assert window.search.text() == "dog"
    assert worker.asked[-1].query == Query(words="dog")
    assert window.view.chips.isHidden()


def test_without_its_only_condition_the_search_has_ended(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    worker.understood["rating:>=3"] = Asked((Term(0, 10, Condition(Key.RATING, Stars(3))),))
    with qtbot.waitSignal(window.questions.answered):
        window.search.setText("rating:>=3")
    assert window.view.browser.header.title() == "★ 3 or more"
    with qtbot.waitSignal(window.questions.answered):
        window.view.chips.chips()[0].cross.click()
    assert window.search.text() == ""
    assert window.flow.query() == Query()


@pytest.mark.parametrize("how", ["click", "key"])
def test_what_was_read_from_words_is_left_to_the_model_at_a_click(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker, how: str
) -> None:
    worker.understood["dog last May"] = Asked(
        (
            Term(0, 3, Meaning("dog")),
            Term(4, 12, Condition(Key.DATE, Dates("2024-05-01", "2024-05-31"), guessed=True)),
        )
    )
    with qtbot.waitSignal(window.questions.answered):
        window.search.setText("dog last May")
    (chip,) = window.view.chips.chips()
    assert "Read from your words" in chip.toolTip()
    with qtbot.waitSignal(window.questions.answered):
        if how == "click":
            qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
        else:
            chip.setFocus()
            qtbot.keyClick(chip, Qt.Key.Key_Return)
    assert window.search.text() == "dog \\last \\May"
