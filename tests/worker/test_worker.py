"""The worker: told what to do from any thread, tells what came of it."""

from __future__ import annotations

import threading
from pathlib import Path

from support import draw

from photoclip.domain.query import Query
from photoclip.worker.messages import (
    Activity,
    Answer,
    LibraryChanged,
    ModelInUse,
    Question,
    QuestionFailed,
    RowsLoaded,
    Trouble,
    WorkerState,
)


def is_idle(state: WorkerState) -> bool:
    return state.activity is Activity.IDLE and not state.paused


def fill(worker, listener, photos: Path, count: int = 3) -> None:
    for mark in range(count):
        draw(photos / f"{mark}.png", ("red", "green", "blue")[mark % 3], mark)
    worker.add_folder(str(photos))
    listener.wait_for(LibraryChanged, lambda event: event.coverage.searchable == count)


def test_an_added_folder_becomes_searchable(worker, listener, photos: Path) -> None:
    fill(worker, listener, photos)
    changed = listener.wait_for(LibraryChanged, lambda event: event.coverage.searchable == 3)
    assert [folder.path for folder in changed.folders] == [str(photos)]
    listener.wait_for(WorkerState, is_idle)
    worker.ask(Question(1, Query(words="red")))
    answer = listener.wait_for(Answer)
    assert answer.question_id == 1
    assert len(answer.photo_ids)
    worker.load_rows([int(answer.photo_ids[0])])
    (row,) = listener.wait_for(RowsLoaded).rows
    assert row.photo.path.endswith(b"0.png")
    assert Path(row.thumbnail).is_file()


def test_browsing_shows_all_and_similar_leaves_the_photo_out(worker, listener, photos: Path) -> None:
    fill(worker, listener, photos, count=6)
    worker.ask(Question(1))
    browse = listener.wait_for(Answer)
    assert len(browse.photo_ids) == 6
    assert browse.relevance is None
    first = int(browse.photo_ids[0])
    worker.ask(Question(2, Query(similar=(first,))))
    similar = listener.wait_for(Answer, lambda event: event.question_id == 2)
    assert first not in similar.photo_ids.tolist()
    assert len(similar.photo_ids)


def test_a_question_that_cannot_be_asked_fails_with_its_own_id(worker, listener, photos: Path) -> None:
    fill(worker, listener, photos)
    worker.ask(Question(7, Query(similar=(999,))))
    failed = listener.wait_for(QuestionFailed)
    assert failed.question_id == 7
    assert "not searchable yet" in failed.message


def test_a_new_photo_is_found_without_being_told(worker, listener, photos: Path) -> None:
    fill(worker, listener, photos)
    listener.wait_for(WorkerState, is_idle)
    draw(photos / "late.png", "yellow", mark=99)
    listener.wait_for(LibraryChanged, lambda event: event.coverage.searchable == 4)


def test_pausing_stops_between_items_and_resuming_goes_on(worker, listener, photos: Path) -> None:
    worker.pause()
    for mark in range(9):
        draw(photos / f"{mark}.png", "red", mark)
    worker.add_folder(str(photos))
    listener.wait_for(WorkerState, lambda state: state.paused)
    worker.ask(Question(1))
    listener.wait_for(Answer)
    assert not [e for e in listener.events if isinstance(e, LibraryChanged) and e.coverage.searchable]
    worker.resume()
    listener.wait_for(LibraryChanged, lambda event: event.coverage.searchable == 9)


def test_a_chosen_model_takes_over_when_it_is_complete(worker, listener, photos: Path, workshop) -> None:
    fill(worker, listener, photos)
    listener.wait_for(WorkerState, is_idle)
    worker.choose_model("colours-2")
    upcoming = listener.wait_for(ModelInUse, lambda event: event.upcoming is not None)
    assert upcoming.card.id == "colours"
    listener.wait_for(ModelInUse, lambda event: event.card.id == "colours-2")
    assert workshop.load_settings().model == "colours-2"
    assert workshop.load_settings().next_model == ""


def test_a_model_that_cannot_be_had_leaves_the_old_one_in_place(
    worker, listener, photos: Path, workshop
) -> None:
    fill(worker, listener, photos)
    listener.wait_for(WorkerState, is_idle)
    worker.choose_model("broken")
    assert "not here" in listener.wait_for(Trouble).message
    listener.wait_for(WorkerState, lambda state: state.activity is Activity.FAILED)
    assert (workshop.load_settings().model, workshop.load_settings().next_model) == ("colours", "")


def test_a_folder_that_is_none_is_told_in_a_sentence(worker, listener, photos: Path) -> None:
    worker.add_folder(str(photos / "nowhere"))
    assert "no folder" in listener.wait_for(Trouble).message


def test_closing_in_the_middle_loses_nothing_and_leaves_no_thread(
    worker, listener, photos: Path, workshop
) -> None:
    for mark in range(30):
        draw(photos / f"{mark}.png", "red", mark)
    worker.add_folder(str(photos))
    listener.wait_for(WorkerState, lambda state: state.activity is Activity.INDEXING and state.done > 0)
    worker.close()
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith("photoclip")]
    catalog = workshop.open_catalog(False)
    some = catalog.files.coverage(workshop.models.key("colours"))
    catalog.close()
    assert some.searchable > 0
    assert some.files == 30


def test_a_window_hears_of_an_empty_library_before_a_model_is_loaded(worker, listener) -> None:
    listener.wait_for(WorkerState, lambda state: state.activity is Activity.LOADING_MODEL)
    kinds = [type(event) for event in listener.events]
    loading = next(
        place
        for place, event in enumerate(listener.events)
        if isinstance(event, WorkerState) and event.activity is Activity.LOADING_MODEL
    )
    assert kinds.index(LibraryChanged) < loading
