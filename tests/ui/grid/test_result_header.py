import pytest
from PySide6.QtGui import QPalette
from pytestqt.qtbot import QtBot

from photoclip.domain.query import Arrangement, Filters, Grouping, Order, Query
from photoclip.ui.grid.result_header import ResultHeader
from photoclip.ui.icons import Icons
from photoclip.ui.main_window import MainWindow


@pytest.fixture
def header(qtbot: QtBot) -> ResultHeader:
    header = ResultHeader(Icons(QPalette()), 176)
    qtbot.addWidget(header)
    return header


def visible_orders(header: ResultHeader) -> list[Order]:
    return [order for order, action in header.menus.orders.items() if action.isVisible()]


def arranged(header: ResultHeader, arrangement: Arrangement, *, ranked: bool, album: bool) -> None:
    header.menus.show(arrangement, ranked=ranked, album=album)


def test_only_orders_that_mean_something_can_be_chosen(header: ResultHeader) -> None:
    arranged(header, Arrangement(), ranked=False, album=False)
    assert visible_orders(header) == [Order.DATE, Order.NAME, Order.SIZE, Order.RATING]
    assert header.menus.sort.text() == "Date", "relevance is by date where there is none"
    arranged(header, Arrangement(), ranked=True, album=False)
    assert visible_orders(header)[0] is Order.RELEVANCE
    assert header.menus.orders[Order.RELEVANCE].isChecked()
    assert not header.menus.group.isEnabled(), "what is ranked by relevance has no groups"
    arranged(header, Arrangement(Order.ALBUM), ranked=False, album=True)
    assert header.menus.orders[Order.ALBUM].isChecked()


def test_a_choice_changes_one_thing_and_leaves_the_rest(qtbot: QtBot, header: ResultHeader) -> None:
    shown = Arrangement(Order.DATE, reverse=True, grouping=Grouping.DAY, collapse=True)
    arranged(header, shown, ranked=False, album=False)
    with qtbot.waitSignal(header.arrangement_chosen) as caught:
        header.menus.groupings[Grouping.MONTH].trigger()
    assert caught.args == [Arrangement(Order.DATE, True, Grouping.MONTH, True)]
    with qtbot.waitSignal(header.arrangement_chosen) as caught:
        header.menus.ways[False].trigger()
    assert caught.args == [Arrangement(Order.DATE, False, Grouping.DAY, True)]
    with qtbot.waitSignal(header.arrangement_chosen) as caught:
        header.menus.orders[Order.NAME].trigger()
    assert caught.args == [Arrangement(Order.NAME, False, Grouping.DAY, True)]


def test_the_direction_is_said_in_words_of_the_order(header: ResultHeader) -> None:
    arranged(header, Arrangement(Order.NAME, reverse=True), ranked=False, album=False)
    assert [way.text() for way in header.menus.ways.values()] == ["A to Z", "Z to A"]
    assert header.menus.ways[True].isChecked()
    arranged(header, Arrangement(), ranked=True, album=False)
    assert not any(way.isVisible() for way in header.menus.ways.values())


def test_showing_what_is_chosen_is_no_choice(qtbot: QtBot, header: ResultHeader) -> None:
    with qtbot.assertNotEmitted(header.arrangement_chosen):
        arranged(header, Arrangement(Order.SIZE, True, Grouping.FOLDER), ranked=False, album=False)


def test_it_fits_into_the_narrowest_window(qtbot: QtBot, header: ResultHeader) -> None:
    header.show_title("A title that is far too long for any window of any computer in the world " * 3)
    header.show_count(1_234_567)
    header.show_progress("Comparing photos: 34 %")
    arranged(header, Arrangement(), ranked=False, album=False)
    header.resize(560, 40)
    header.show()
    assert header.minimumSizeHint().width() <= 560
    assert header.slider.geometry().right() <= 560


def test_progress_is_there_while_it_says_something(header: ResultHeader) -> None:
    header.show_progress("Comparing photos: 34 %")
    assert header.progress() == "Comparing photos: 34 %"
    assert not header._progress.isHidden()
    header.show_progress("")
    assert header._progress.isHidden()


def test_where_room_is_short_the_title_gives_way_and_the_count_does_not(header: ResultHeader) -> None:
    header.show_title("A title that is far too long for any window of any computer in the world")
    header.show_count(1_234_567)
    header.resize(560, 40)
    header.show()
    assert header._count.width() >= header._count.sizeHint().width()
    assert header._title.width() < header._title.sizeHint().width()


def test_duplicates_have_their_own_order_and_the_buttons_say_so(header: ResultHeader) -> None:
    header.show_arrangement(Arrangement(), ranked=False, album=False, fixed=True)
    for button in (header.menus.sort, header.menus.group):
        assert not button.isEnabled()
        assert "Duplicates" in button.toolTip()
    header.show_arrangement(Arrangement(), ranked=False, album=False)
    for button in (header.menus.sort, header.menus.group):
        assert button.isEnabled()
        assert button.toolTip() == button.accessibleName()


def test_in_duplicates_the_order_is_not_to_be_chosen_until_one_searches_in_them(
    qtbot: QtBot, window: MainWindow
) -> None:
    sort = window.view.browser.header.menus.sort
    assert sort.isEnabled()
    window.flow.choose(Query(filters=Filters(duplicates=True)))
    qtbot.waitUntil(lambda: not sort.isEnabled())
    window.flow.choose(Query(words="sea", filters=Filters(duplicates=True)))
    qtbot.waitUntil(sort.isEnabled)
