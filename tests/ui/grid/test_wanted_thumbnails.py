from pathlib import Path

from pytestqt.qtbot import QtBot
from ui.in_memory import HugeWorker, InMemoryWorker, save_picture

from photoclip.ui.grid.photo_model import PIXMAP_ROLE
from photoclip.ui.main_window import MainWindow


def lose_thumbnails(worker: InMemoryWorker, *photo_ids: int) -> None:
    for photo_id in photo_ids:
        Path(worker.rows[photo_id].thumbnail).unlink()


def test_what_is_in_view_without_a_thumbnail_is_asked_for_once_and_appears_when_it_is_there(
    qtbot: QtBot, worker: InMemoryWorker, open_window
) -> None:
    lose_thumbnails(worker, 2, 3)
    window: MainWindow = open_window(worker)
    window.resize(1400, 1000)
    qtbot.waitUntil(lambda: worker.thumbnails_wanted[-1:] == [[2, 3]])
    asked = len(worker.thumbnails_wanted)
    with qtbot.waitSignal(window.wanted._settle.timeout):
        window.wanted._settle.start()
    assert len(worker.thumbnails_wanted) == asked, "nothing has changed"
    save_picture(Path(worker.rows[2].thumbnail), "red")
    worker.publish_library()
    qtbot.waitUntil(lambda: window.model.index(1).data(PIXMAP_ROLE) is not None)
    qtbot.waitUntil(lambda: worker.thumbnails_wanted[-1] == [3])


def test_thumbnails_appear_in_the_results_of_a_search_too(
    qtbot: QtBot, worker: InMemoryWorker, open_window
) -> None:
    lose_thumbnails(worker, 2)
    window: MainWindow = open_window(worker)
    window.flow.search("dog")
    qtbot.waitUntil(lambda: window.model.rowCount() == 12)
    qtbot.waitUntil(lambda: bool(worker.thumbnails_wanted))
    save_picture(Path(worker.rows[2].thumbnail), "red")
    worker.publish_library()
    qtbot.waitUntil(lambda: window.model.index(0).data(PIXMAP_ROLE) is not None)


def test_only_what_is_in_view_is_asked_for_and_again_when_it_comes_back(
    qtbot: QtBot, huge_worker: HugeWorker, open_window
) -> None:
    Path(huge_worker.row(1).thumbnail).unlink()
    window: MainWindow = open_window(huge_worker)
    on_screen = len(window.grid.rows_on_screen())
    qtbot.waitUntil(lambda: len((huge_worker.thumbnails_wanted or [[]])[-1]) == on_screen)
    first = huge_worker.thumbnails_wanted[-1]
    assert first == list(range(1, on_screen + 1))
    window.grid.verticalScrollBar().setValue(window.grid.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: 100_000 in huge_worker.thumbnails_wanted[-1])
    assert min(huge_worker.thumbnails_wanted[-1]) > 100_000 - 2 * on_screen
    window.grid.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: huge_worker.thumbnails_wanted[-1] == first)


def test_nothing_is_asked_for_once_the_window_closes(
    qtbot: QtBot, worker: InMemoryWorker, open_window
) -> None:
    lose_thumbnails(worker, 2)
    window: MainWindow = open_window(worker)
    window.wanted._settle.start()
    window.close()
    with qtbot.waitSignal(window.wanted._settle.timeout):
        window.wanted._settle.start()
    assert not worker.thumbnails_wanted
