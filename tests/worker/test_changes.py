"""Changes of a person: made at once, also in the midst of work and while paused, and told."""

from __future__ import annotations

import dataclasses
import threading
from contextlib import closing
from pathlib import Path

from support import draw

from photoclip.domain.changes import AddToAlbum, Change, DeleteAlbum, MakeAlbum, MarkPhotos, RenameAlbum
from photoclip.domain.query import Filters, Query
from photoclip.worker.messages import (
    Activity,
    Answer,
    Changed,
    ChangeFailed,
    LibraryChanged,
    Question,
    SourcesLoaded,
    WorkerState,
)


def fill(worker, listener, photos: Path, count: int = 3) -> list[int]:
    for mark in range(count):
        draw(photos / f"{mark}.png", ("red", "green", "blue")[mark % 3], mark)
    worker.add_folder(str(photos))
    listener.wait_for(LibraryChanged, lambda event: event.coverage.searchable == count)
    listener.wait_for(WorkerState, lambda state: state.activity is Activity.IDLE)
    worker.ask(Question(1))
    ids: list[int] = listener.wait_for(Answer).photo_ids.tolist()
    listener.forget()
    return ids


def change(worker, listener, number: int, what: Change) -> Change:
    worker.change(number, what)
    return listener.wait_for(Changed, lambda event: event.change_id == number).inverse


def test_a_change_is_told_with_what_takes_it_back_and_the_window_hears_of_it(
    worker, listener, photos
) -> None:
    first, *_ = fill(worker, listener, photos)
    inverse = change(worker, listener, 5, MarkPhotos((first,), favourite=True))
    listener.wait_for(LibraryChanged)
    assert listener.wait_for(SourcesLoaded).sources.favourites == 1
    worker.ask(Question(2, Query(filters=Filters(favourite=True))))
    assert listener.wait_for(Answer).photo_ids.tolist() == [first]
    listener.forget()
    change(worker, listener, 6, inverse)
    assert listener.wait_for(SourcesLoaded, lambda event: event.sources.favourites == 0)


def test_changes_are_made_in_their_order_and_told_of_together(worker, listener, photos) -> None:
    ids = fill(worker, listener, photos)
    made = change(worker, listener, 1, MakeAlbum("Trip", photo_ids=(ids[0],)))
    assert isinstance(made, DeleteAlbum)
    for number in range(2, 40):
        worker.change(number, RenameAlbum(made.album_id, f"Trip {number}"))
    worker.change(40, AddToAlbum(made.album_id, tuple(ids)))
    listener.wait_for(Changed, lambda event: event.change_id == 40)
    loaded = listener.wait_for(SourcesLoaded, lambda event: event.sources.albums[0].photos == 3)
    assert loaded.sources.albums[0].name == "Trip 39"
    told = [event.change_id for event in listener.events if isinstance(event, Changed)]
    assert told == sorted(told)
    assert len([event for event in listener.events if isinstance(event, LibraryChanged)]) < 10


def test_a_change_that_cannot_be_fails_in_a_sentence(worker, listener, photos) -> None:
    fill(worker, listener, photos)
    worker.change(9, RenameAlbum(77, "x"))
    failed = listener.wait_for(ChangeFailed)
    assert failed.change_id == 9
    assert failed.message


def test_a_change_is_made_while_the_work_is_paused(worker, listener, photos) -> None:
    first, *_ = fill(worker, listener, photos)
    worker.pause()
    for mark in range(10, 20):
        draw(photos / f"{mark}.png", "red", mark)
    worker.rescan()
    listener.wait_for(WorkerState, lambda state: state.paused and state.activity is not Activity.IDLE)
    change(worker, listener, 5, MarkPhotos((first,), rating=3))
    listener.wait_for(SourcesLoaded)


def test_a_change_in_the_midst_of_indexing_drops_nothing_that_was_done(
    worker, listener, photos, workshop
) -> None:
    first, *_ = fill(worker, listener, photos)
    encoder = workshop.models.encoder("colours", "auto", lambda done, total: None)
    before = encoder.images_encoded
    for mark in range(10, 50):
        draw(photos / f"{mark}.png", "red", mark)
    worker.rescan()
    listener.wait_for(WorkerState, lambda state: state.activity is Activity.INDEXING)
    for number in range(30):
        change(worker, listener, number, MarkPhotos((first,), rating=1 + number % 5))
    listener.wait_for(LibraryChanged, lambda event: event.coverage.searchable == 43)
    assert encoder.images_encoded - before == 40


def test_files_that_were_not_searchable_are_tried_again(worker, listener, photos) -> None:
    fill(worker, listener, photos)
    (photos / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nbroken")
    worker.rescan()
    listener.wait_for(LibraryChanged, lambda event: event.coverage.problems == 1)
    listener.wait_for(WorkerState, lambda state: state.activity is Activity.IDLE)
    listener.forget()
    worker.retry(None)
    listener.wait_for(LibraryChanged, lambda event: event.coverage.waiting == 1)
    listener.wait_for(LibraryChanged, lambda event: event.coverage.problems == 1)


def test_another_window_is_told_how_things_are(worker, listener, photos) -> None:
    fill(worker, listener, photos)
    other = type(listener)()
    worker.start(other)
    assert other.wait_for(WorkerState).activity is Activity.IDLE
    other.wait_for(LibraryChanged, lambda event: event.coverage.searchable == 3)
    worker.ask(Question(8))
    assert other.wait_for(Answer).question_id == 8
    assert not [event for event in listener.events if isinstance(event, Answer)]


def test_new_ignore_patterns_are_obeyed_without_a_restart(worker, listener, photos, workshop) -> None:
    fill(worker, listener, photos)
    workshop.update_settings(lambda now: dataclasses.replace(now, ignore=("1.png",)))
    worker.settings_changed()
    listener.wait_for(LibraryChanged, lambda event: event.coverage.files == 2)


def test_a_new_size_of_thumbnails_makes_them_anew_and_lets_the_old_ones_go(
    worker, listener, photos, workshop, library
) -> None:
    fill(worker, listener, photos)
    assert len(list(library.glob("thumbnails/*/*.jpg"))) == 3
    workshop.update_settings(lambda now: dataclasses.replace(now, thumbnail_px=256))
    worker.settings_changed()
    listener.wait_for(WorkerState, lambda state: state.activity is Activity.INDEXING)
    listener.wait_for(WorkerState, lambda state: state.activity is Activity.IDLE)
    assert len(list(library.glob("thumbnails-256/*/*.jpg"))) == 3
    assert not list(library.glob("thumbnails/*/*.jpg"))


def test_a_pause_is_kept_when_the_settings_change(worker, listener, photos, workshop) -> None:
    fill(worker, listener, photos)
    worker.pause()
    listener.wait_for(WorkerState, lambda state: state.paused)
    workshop.update_settings(lambda now: dataclasses.replace(now, processors=1, device="cpu", ignore=("x",)))
    listener.forget()
    worker.settings_changed()
    listener.wait_for(WorkerState, lambda state: state.activity is Activity.SCANNING)
    draw(photos / "late.png", "yellow", 50)
    assert all(event.paused for event in listener.events if isinstance(event, WorkerState))
    worker.resume()
    listener.wait_for(LibraryChanged, lambda event: event.coverage.searchable == 4)


def test_a_change_asked_for_a_moment_before_the_end_is_made(
    worker, listener, photos, workshop, monkeypatch
) -> None:
    first, *_ = fill(worker, listener, photos)
    entered, go_on = threading.Event(), threading.Event()
    backup_due = type(workshop.open_catalog(False)).backup_due

    def slow(catalog) -> bool:
        entered.set()
        go_on.wait(60)
        return backup_due(catalog)

    monkeypatch.setattr("photoclip.catalog.catalog.Catalog.backup_due", slow)
    monkeypatch.setattr("photoclip.worker.backing_up._AGAIN_SECONDS", 0.0)
    worker._keeper._backing_up._next = 0.0
    worker.rescan()
    assert entered.wait(60)
    worker.change(1, MarkPhotos((first,), rating=4))
    ending = threading.Thread(target=worker.close)
    ending.start()
    while not worker._keeper._closed:
        pass
    go_on.set()
    ending.join()
    with closing(workshop.open_catalog(False)) as catalog:
        (row,) = catalog.photos.rows([first])
        assert row.rating == 4
