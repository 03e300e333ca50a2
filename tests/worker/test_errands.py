"""Errands: copies, the bin and measuring, one after the other, paused and cancelled."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from worker.test_changes import fill

from photoclip.domain.changes import AlbumKind, DeleteAlbum, MakeAlbum
from photoclip.domain.errands import (
    Binned,
    ExportAlbum,
    Exported,
    ExportPhotos,
    MeasureModel,
    ModelSpeed,
    MoveToBin,
    PutBack,
    Restored,
)
from photoclip.domain.query import Filters, Query
from photoclip.library import duplicates
from photoclip.worker.messages import Changed, ErrandDone, ErrandState, LibraryChanged, ManyMissing


def done(listener, number: int) -> ErrandDone:
    event: ErrandDone = listener.wait_for(ErrandDone, lambda event: event.errand_id == number)
    return event


def test_photos_are_exported_with_progress(worker, listener, photos, tmp_path: Path) -> None:
    ids = fill(worker, listener, photos)
    (tmp_path / "target").mkdir()
    worker.run(1, ExportPhotos(tuple(ids), str(tmp_path / "target")))
    outcome = done(listener, 1).outcome
    assert outcome.result == Exported(3, str(tmp_path / "target"))
    assert len(list((tmp_path / "target").iterdir())) == 3
    states = [event for event in listener.events if isinstance(event, ErrandState)]
    assert (states[-1].done, states[-1].total) == (3, 3)


def test_a_smart_album_is_exported_as_a_folder(worker, listener, photos, tmp_path: Path) -> None:
    fill(worker, listener, photos)
    (tmp_path / "target").mkdir()
    worker.change(1, MakeAlbum("Red ones", AlbumKind.SMART, query=Query("red")))
    undo = listener.wait_for(Changed).inverse
    assert isinstance(undo, DeleteAlbum)
    worker.run(1, ExportAlbum(undo.album_id, str(tmp_path / "target")))
    assert done(listener, 1).outcome.result == Exported(1, str(tmp_path / "target" / "Red ones"))
    assert [file.name for file in (tmp_path / "target" / "Red ones").iterdir()] == ["0.png"]


def test_photos_go_to_the_bin_without_a_question_and_come_back(worker, listener, photos) -> None:
    ids = fill(worker, listener, photos, 8)
    worker.run(1, MoveToBin(tuple(ids)))
    binned = done(listener, 1).outcome.result
    assert isinstance(binned, Binned)
    listener.wait_for(LibraryChanged, lambda event: event.coverage.files == 0)
    assert not [event for event in listener.events if isinstance(event, ManyMissing)]
    worker.run(2, PutBack(binned.files))
    assert done(listener, 2).outcome.result == Restored(8)
    listener.wait_for(LibraryChanged, lambda event: event.coverage.searchable == 8)


def test_a_model_is_measured(worker, listener) -> None:
    worker.run(4, MeasureModel("colours"))
    assert done(listener, 4).outcome.result == ModelSpeed("colours", 1000.0, "cpu", "float32")


def test_an_errand_that_fails_ends_in_a_sentence(worker, listener) -> None:
    worker.run(4, MeasureModel("nothing"))
    outcome = done(listener, 4).outcome
    assert outcome.result is None
    assert "no model" in outcome.faults[0]


def test_a_paused_errand_waits_and_goes_on_and_one_behind_it_can_be_cancelled(
    worker, listener, photos, tmp_path: Path
) -> None:
    ids = fill(worker, listener, photos)
    (tmp_path / "target").mkdir()
    errand = ExportPhotos(tuple(ids), str(tmp_path / "target"))
    worker.pause_errand(1, True)
    worker.run(1, errand)
    worker.run(2, errand)
    listener.wait_for(ErrandState, lambda state: state.paused)
    worker.cancel(2)
    assert done(listener, 2).outcome.cancelled
    assert list((tmp_path / "target").iterdir()) == []
    worker.pause_errand(1, False)
    assert done(listener, 1).outcome.result == Exported(3, str(tmp_path / "target"))


def test_a_running_errand_is_cancelled_between_two_photos(worker, listener, photos, tmp_path: Path) -> None:
    ids = fill(worker, listener, photos)
    (tmp_path / "target").mkdir()
    worker.pause_errand(1, True)
    worker.run(1, ExportPhotos(tuple(ids), str(tmp_path / "target")))
    listener.wait_for(ErrandState, lambda state: state.paused)
    worker.cancel(1)
    outcome = done(listener, 1).outcome
    assert outcome.cancelled
    assert outcome.result == Exported(0, str(tmp_path / "target"))
    worker.run(2, MeasureModel("colours"))
    assert not done(listener, 2).outcome.cancelled


@pytest.mark.parametrize("paused", [False, True])
def test_closing_ends_an_errand_at_once(worker, listener, photos, tmp_path: Path, paused: bool) -> None:
    ids = fill(worker, listener, photos)
    (tmp_path / "target").mkdir()
    worker.pause_errand(1, paused)
    worker.run(1, ExportPhotos(tuple(ids), str(tmp_path / "target")))
    listener.wait_for(ErrandState)
    worker.close()
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith("photoclip")]


@pytest.mark.parametrize("end", ["cancel", "close"])
def test_a_measurement_is_ended_between_two_batches(worker, listener, workshop, monkeypatch, end) -> None:
    measuring, ended = threading.Event(), threading.Event()

    def without_end(name, device, check):
        try:
            while True:
                measuring.set()
                check()
        finally:
            ended.set()

    monkeypatch.setattr(workshop.models, "measure", without_end)
    worker.run(1, MeasureModel("colours"))
    assert measuring.wait(60)
    if end == "cancel":
        worker.cancel(1)
        assert done(listener, 1).outcome.cancelled
    else:
        worker.close()
    assert ended.wait(60)


def test_an_album_that_takes_long_to_find_out_can_be_cancelled(
    worker, listener, photos, tmp_path: Path, monkeypatch
) -> None:
    fill(worker, listener, photos)
    comparing = threading.Event()

    def without_end(*what):
        while True:
            comparing.set()
            yield 0, 1

    monkeypatch.setattr(duplicates, "near_duplicates", without_end)
    (tmp_path / "target").mkdir()
    query = Query(filters=Filters(duplicates=True))
    worker.change(1, MakeAlbum("Doubles", AlbumKind.SMART, query=query))
    undo = listener.wait_for(Changed).inverse
    assert isinstance(undo, DeleteAlbum)
    worker.run(1, ExportAlbum(undo.album_id, str(tmp_path / "target")))
    assert comparing.wait(60)
    worker.cancel(1)
    outcome = done(listener, 1).outcome
    assert outcome.cancelled
    assert list((tmp_path / "target").iterdir()) == []
