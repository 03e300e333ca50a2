"""Thumbs up and down lead a search, for this search alone."""

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from ui.in_memory import InMemoryWorker

from photoclip.domain.query import Arrangement, Query
from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.grid.photo_model import Judged
from photoclip.ui.main_window import MainWindow
from photoclip.ui.search.arrangements import view_of, view_text
from photoclip.ui.search.query_steps import judged, settled


def search(qtbot: QtBot, window: MainWindow, words: str) -> None:
    with qtbot.waitSignal(window.questions.answered):
        window.search.setText(words)
    qtbot.waitUntil(lambda: window.model.photo(0) is not None)


def press(qtbot: QtBot, window: MainWindow, command: Command) -> None:
    qtbot.waitUntil(window.commands[command].isEnabled)
    with qtbot.waitSignal(window.questions.answered):
        window.commands[command].trigger()


def test_a_second_time_takes_it_back_and_the_other_thumb_turns_it_around() -> None:
    query = judged(Query(words="dog"), (1, 2), liked=True)
    assert (query.liked, query.disliked) == ((1, 2), ())
    query = judged(query, (2, 3), liked=False)
    assert (query.liked, query.disliked) == ((1,), (2, 3))
    query = judged(query, (1, 4), liked=True)
    assert (query.liked, query.disliked) == ((1, 4), (2, 3))
    query = judged(query, (4, 1), liked=True)
    assert (query.liked, query.disliked) == ((), (2, 3))


def test_a_list_that_nothing_ranks_has_nothing_judged() -> None:
    assert settled(Query(liked=(1,), disliked=(2,), wrong_share=0.7), 0.7) == Query()


def test_photos_are_liked_by_keys_and_one_stays_where_one_is(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    search(qtbot, window, "dog")
    window.grid.set_tile(300)
    window.grid.setFocus()
    window.grid.choose_only(6)
    bar, photo = window.grid.verticalScrollBar(), int(window.model.ids[6])
    bar.setValue(400)
    press(qtbot, window, Command.LIKE)
    assert worker.asked[-1].query == Query(words="dog", liked=(photo,))
    assert window.model.ids[0] == photo
    assert window.grid.selected_ids() == (photo,)
    assert bar.value() > 0
    assert window.model.judged(photo) is Judged.LIKED
    assert window.view.chips.texts() == ["1 liked"]
    qtbot.waitUntil(window.commands[Command.LIKE].isChecked)


def test_several_selected_photos_are_judged_at_once_and_the_chip_ends_it(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    search(qtbot, window, "dog")
    window.grid.setFocus()
    window.grid.select_all()
    press(qtbot, window, Command.DISLIKE)
    assert len(worker.asked[-1].query.disliked) == 12
    assert window.view.chips.texts() == ["12 not liked"]
    with qtbot.waitSignal(window.questions.answered):
        window.view.chips.chips()[0].cross.click()
    assert worker.asked[-1].query == Query(words="dog")
    assert len(window.grid.selected_ids()) == 12, "one stayed where one was"


def test_other_words_begin_without_what_was_judged(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    search(qtbot, window, "dog")
    with qtbot.waitSignal(window.questions.answered):
        window.flow.judge((2,), liked=True)
    search(qtbot, window, "cat")
    assert window.flow.query() == Query(words="cat")
    assert window.model.judged(2) is Judged.NOT


def test_photos_that_were_not_searched_for_cannot_be_judged(qtbot: QtBot, window: MainWindow) -> None:
    window.grid.setFocus()
    window.grid.choose_only(0)
    qtbot.waitUntil(window.commands[Command.FAVOURITE].isEnabled)
    assert not window.commands[Command.LIKE].isEnabled()
    window.flow.judge((1,), liked=True)
    assert window.flow.query() == Query()


def test_the_photo_in_the_viewer_is_judged_and_stays_open(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    search(qtbot, window, "dog")
    window.view.open_row(3)
    photo = window.view.photo_ids()[0]
    press(qtbot, window, Command.LIKE)
    assert worker.asked[-1].query.liked == (photo,)
    assert window.view.shows_viewer()
    assert window.view.photo_ids() == (photo,)


def thumb(window: MainWindow, row: int, wanted: Judged) -> QPoint:
    box = window.grid.visualRect(window.model.index(row))
    spots = (
        QPoint(x, y) for y in range(box.top(), box.bottom(), 3) for x in range(box.left(), box.right(), 3)
    )
    return next(spot for spot in spots if window.grid.thumb_at(spot) is wanted)


def test_a_thumb_on_a_tile_is_clicked(qtbot: QtBot, window: MainWindow, worker: InMemoryWorker) -> None:
    search(qtbot, window, "dog")
    photo = int(window.model.ids[1])
    left = Qt.MouseButton.LeftButton
    for wanted in (Judged.DISLIKED, Judged.LIKED):
        row = window.model.row_of(photo)
        with qtbot.waitSignal(window.questions.answered):
            qtbot.mouseClick(window.grid.viewport(), left, pos=thumb(window, row, wanted))
        assert window.model.judged(photo) is wanted
    assert window.flow.query() == Query(words="dog", liked=(photo,))
    assert not window.grid.selected_ids(), "a thumb chooses no photo"
    assert "liked for this search" in window.model.index(window.model.row_of(photo)).data(
        Qt.ItemDataRole.AccessibleTextRole
    )


def test_two_quick_clicks_on_a_thumb_open_no_photo(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    search(qtbot, window, "dog")
    spot = thumb(window, 0, Judged.LIKED)
    qtbot.mouseClick(window.grid.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseDClick(window.grid.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert not window.view.shows_viewer()
    assert window.flow.query() == Query(words="dog"), "the second one took it back"


def test_tiles_of_photos_that_were_not_searched_for_have_no_thumbs(qtbot: QtBot, window: MainWindow) -> None:
    box = window.grid.visualRect(window.model.index(0))
    spots = [
        QPoint(x, y) for y in range(box.top(), box.bottom(), 4) for x in range(box.left(), box.right(), 4)
    ]
    assert {window.grid.thumb_at(spot) for spot in spots} == {Judged.NOT}


def test_a_search_keeps_what_was_judged_for_another_day() -> None:
    query = Query(words="dog", similar=(7,), crop=(0.0, 0.25, 0.5, 1.0), liked=(1, 2), disliked=(3,))
    assert view_of(view_text(query, Arrangement())) == (query, Arrangement())
    for crop in ("[0.5, 0.0, 0.5, 1.0]", "[0.0, 0.0, 2.0, 1.0]", '"all"', "[1, 2]"):
        text = view_text(query, Arrangement()).replace("[0.0, 0.25, 0.5, 1.0]", crop)
        assert view_of(text)[0].crop is None
