from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui.in_memory import InMemoryWorker

from photoclip.domain.catalog import Coverage
from photoclip.domain.changes import DeleteAlbum, MakeAlbum
from photoclip.domain.query import Filters, Order, Query
from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.main_window import MainWindow
from photoclip.ui.sources.album_dialogs import NewAlbumDialog
from photoclip.worker.messages import (
    Activity,
    FolderState,
    LibraryChanged,
    WorkerState,
)

Opener = Callable[[InMemoryWorker], MainWindow]


def title(window: MainWindow) -> str:
    return window.view.browser.header.title()


def search(qtbot: QtBot, window: MainWindow, words: str) -> None:
    with qtbot.waitSignal(window.questions.answered):
        qtbot.keyClicks(window.search, words)


def test_typing_asks_once_when_it_pauses(qtbot: QtBot, window: MainWindow, worker: InMemoryWorker) -> None:
    worker.asked.clear()
    search(qtbot, window, "dog")
    assert [question.query.words for question in worker.asked if question.query.words] == ["dog"]
    assert len(worker.asked) == 1
    assert window.model.ids.tolist() == list(range(2, 25, 2))
    assert title(window) == "“dog”"
    assert window.view.browser.header.count() == "12 photos"


def test_enter_asks_at_once(qtbot: QtBot, window: MainWindow, worker: InMemoryWorker) -> None:
    worker.asked.clear()
    window.search.setText("dog")
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert len(worker.asked) == 1
    qtbot.wait(200)
    assert len(worker.asked) == 1, "and not again when the pause is over"


def test_a_late_answer_to_an_old_question_is_dropped(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    worker.holding = True
    worker.asked.clear()
    for words in ("dog", "cat"):
        window.search.setText(words)
        qtbot.keyClick(window.search, Qt.Key.Key_Return)
    dog, cat = worker.asked
    worker.release(cat)
    qtbot.waitUntil(lambda: title(window) == "“cat”")
    worker.release(dog)
    with qtbot.assertNotEmitted(window.model.modelReset, wait=50):
        pass
    assert title(window) == "“cat”"
    assert window.model.ids.tolist() == list(range(3, 25, 3))


def test_the_grid_stays_as_it_is_until_the_answer_is_here(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    worker.holding = True
    window.search.setText("dog")
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    qtbot.waitSignal(window.questions.busy_changed).wait()
    assert window.model.rowCount() == 24
    assert title(window) == "All photos"
    worker.release(worker.asked[-1])
    qtbot.waitUntil(lambda: window.model.rowCount() == 12)


def test_escape_ends_the_search(qtbot: QtBot, window: MainWindow, worker: InMemoryWorker) -> None:
    search(qtbot, window, "dog")
    with qtbot.waitSignal(window.questions.answered):
        qtbot.keyClick(window.search, Qt.Key.Key_Escape)
    assert worker.asked[-1].query == Query()
    assert window.search.text() == ""
    search(qtbot, window, "cat")
    qtbot.keyClick(window.search, Qt.Key.Key_Down)
    assert window.grid.hasFocus()
    with qtbot.waitSignal(window.questions.answered):
        qtbot.keyClick(window.grid, Qt.Key.Key_Escape)
    assert window.search.text() == ""
    assert title(window) == "All photos"


def test_leaving_a_search_leads_back_to_where_one_was(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    window.grid.set_tile(300)
    bar = window.grid.verticalScrollBar()
    bar.setValue(700)
    search(qtbot, window, "dog")
    assert bar.value() == 0
    with qtbot.waitSignal(window.questions.answered):
        window.search.clear()
    assert bar.value() == 700


def test_find_similar_from_the_context_menu_and_back_by_the_chip(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    search(qtbot, window, "dog")
    qtbot.waitUntil(lambda: window.model.photo(1) is not None)
    window.grid.setCurrentIndex(window.model.index(1))
    qtbot.waitUntil(window.commands[Command.SIMILAR].isEnabled)
    menu = window.commands.photo_menu()
    assert window.commands[Command.SIMILAR] in menu.actions()
    with qtbot.waitSignal(window.questions.answered):
        window.commands[Command.SIMILAR].trigger()
    question = worker.asked[-1]
    assert question.query.similar == (4,)
    assert title(window) == "Similar to IMG_0004.jpg"
    assert window.search.text() == ""
    with qtbot.waitSignal(window.questions.answered):
        window.view.chips.chips()[0].cross.click()
    assert title(window) == "“dog”"
    assert window.search.text() == "dog"
    assert window.grid.currentIndex().row() == 1, "back at the photo that one left from"
    menu.close()


def test_going_back_leads_through_what_was_seen_one_by_one(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    search(qtbot, window, "dog")
    for photo_id in (4, 5):
        with qtbot.waitSignal(window.questions.answered):
            window.flow.find_similar(photo_id, f"IMG_000{photo_id}.jpg")
    for seen in ("Similar to IMG_0004.jpg", "“dog”", "All photos"):
        with qtbot.waitSignal(window.questions.answered):
            window.commands[Command.BACK].trigger()
        assert title(window) == seen
    qtbot.waitUntil(lambda: not window.commands[Command.BACK].isEnabled())


def test_going_back_passes_an_album_that_was_deleted_meanwhile(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    worker.change(1, MakeAlbum("Pets", photo_ids=(2, 3)))
    qtbot.waitUntil(lambda: window.names.has_album(1))
    for filters in (Filters(favourite=True), Filters(album=1), Filters(added_days=30)):
        with qtbot.waitSignal(window.questions.answered):
            window.flow.choose(Query(filters=filters))
    worker.change(2, DeleteAlbum(1))
    qtbot.waitUntil(lambda: not window.names.has_album(1))
    with qtbot.waitSignal(window.questions.answered):
        window.commands[Command.BACK].trigger()
    assert window.flow.query() == Query(filters=Filters(favourite=True))


def test_no_match_says_so_and_what_to_try(qtbot: QtBot, window: MainWindow, worker: InMemoryWorker) -> None:
    worker.publish(LibraryChanged(Coverage(30, 24, 1, 5), [FolderState("/photos", 30, False)]))
    search(qtbot, window, "zeppelin")
    page = window.view.browser.page
    assert window.view.browser.shows_page()
    assert page.title.text() == "No good match for “zeppelin”"
    assert "Nothing in the library comes close." in page.text.text()
    assert "5 photos are not searchable yet" in page.text.text()
    with qtbot.waitSignal(window.questions.answered):
        page.button.click()
    assert not window.view.browser.shows_page()
    assert window.model.rowCount() == 24


def test_a_first_run_says_what_to_do(qtbot: QtBot, empty_worker: InMemoryWorker, open_window: Opener) -> None:
    window = open_window(empty_worker)
    page = window.view.browser.page
    assert window.view.browser.shows_page()
    assert page.button.text() == "Add a folder of photos…"
    empty_worker.publish(WorkerState(Activity.SCANNING))
    empty_worker.add_folder("/photos")
    qtbot.waitUntil(lambda: page.title.text() == "Looking through your folders…")
    empty_worker.publish(WorkerState(Activity.IDLE))
    qtbot.waitUntil(lambda: page.title.text() == "No photos here yet")


def test_photos_appear_while_the_library_grows(
    qtbot: QtBot, worker: InMemoryWorker, open_window: Opener
) -> None:
    rows, worker.rows = worker.rows, {}
    window = open_window(worker)
    assert window.view.browser.shows_page()
    worker.rows = rows
    worker.publish_library()
    qtbot.waitUntil(lambda: window.model.rowCount() == 24, timeout=3000)
    assert not window.view.browser.shows_page()


def test_the_order_of_a_search_is_left_alone_while_the_library_grows(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    search(qtbot, window, "dog")
    worker.asked.clear()
    worker.publish_library()
    with qtbot.assertNotEmitted(window.questions.refreshed, wait=50):
        pass
    assert not worker.asked


def test_a_search_is_brought_up_to_date_once_the_work_is_done(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    search(qtbot, window, "dog")
    worker.publish(WorkerState(Activity.INDEXING, done=1, total=2))
    worker.asked.clear()
    with qtbot.waitSignal(window.questions.refreshed):
        worker.publish(WorkerState(Activity.IDLE))
    assert [question.query.words for question in worker.asked if question.query.words] == ["dog"]


def test_a_question_that_fails_is_said_in_place_of_photos_until_the_next_answer(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    worker.failing = "The model is being loaded."
    with qtbot.waitSignal(window.questions.failed):
        qtbot.keyClicks(window.search, "dog")
    page = window.view.browser.page
    qtbot.waitUntil(lambda: page.title.text() == "This cannot be searched")
    assert page.text.text() == "The model is being loaded."
    assert window.model.rowCount() == 0
    worker.failing = ""
    window.search.clear()
    qtbot.waitUntil(lambda: not window.view.browser.shows_page())
    assert window.model.rowCount() == 24


def test_words_can_be_typed_on_whatever_comes_of_the_first_ones(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    window.activateWindow()
    window.grid.setFocus()
    window.search.setFocus()
    qtbot.waitUntil(lambda: window.search.hasFocus())
    search(qtbot, window, "zeppelin")
    assert window.view.browser.shows_page()
    assert window.search.hasFocus()
    worker.failing = "The model is being loaded."
    with qtbot.waitSignal(window.questions.failed):
        qtbot.keyClicks(window.search, " over a lake")
    assert window.search.hasFocus()


def test_a_smart_album_of_a_search_says_that_it_is_in_the_order_of_relevance(
    qtbot: QtBot, window: MainWindow
) -> None:
    search(qtbot, window, "dog")
    window.commands[Command.NEW_SMART_ALBUM].trigger()
    asked = window.findChild(NewAlbumDialog)
    assert isinstance(asked, NewAlbumDialog)
    asked.create_button.click()
    qtbot.waitUntil(lambda: bool(window.names.sources.albums))
    album = window.names.sources.albums[0]
    with qtbot.waitSignal(window.questions.answered):
        window.flow.choose(Query(filters=Filters(smart=album.album_id)), album.arrangement)
    menus = window.view.browser.header.menus
    assert menus.sort.text() == "Relevance"
    assert menus.orders[Order.RELEVANCE].isVisible()


def test_a_slow_answer_turns_the_search_icon(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    worker.holding = True
    icon = window.search.actions()[0]
    still = icon.icon().cacheKey()
    window.search.setText("dog")
    qtbot.waitUntil(lambda: icon.icon().cacheKey() != still)
    worker.release(worker.asked[-1])
    qtbot.waitUntil(lambda: icon.icon().cacheKey() == still)
