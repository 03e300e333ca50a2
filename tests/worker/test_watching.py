"""The worker keeps up with its folders, asks when very much is gone, and does first what is looked at."""

from __future__ import annotations

import dataclasses
import os
import shutil
from pathlib import Path

from support import Mains, draw

from photoclip.domain.machine import Drive, PowerState
from photoclip.errors import ModelUnavailable
from photoclip.library.workshop import Workshop
from photoclip.settings import Settings
from photoclip.watching.live import LiveWatch
from photoclip.watching.scan import Scanner
from photoclip.worker.messages import Activity, Answer, LibraryChanged, ManyMissing, Question, WorkerState
from photoclip.worker.worker import Worker


def is_idle(state: WorkerState) -> bool:
    return state.activity is Activity.IDLE and not state.paused


def fill(worker, listener, photos: Path, count: int = 8) -> None:
    for mark in range(count):
        draw(photos / f"{mark}.png", "red", mark)
    worker.add_folder(str(photos))
    listener.wait_for(LibraryChanged, lambda event: event.coverage.searchable == count)
    listener.wait_for(WorkerState, is_idle)


def test_a_person_is_asked_when_very_many_vanish_and_the_answer_is_taken(worker, listener, photos) -> None:
    fill(worker, listener, photos)
    for number in range(6):
        (photos / f"{number}.png").unlink()
    question = listener.wait_for(ManyMissing)
    assert question == ManyMissing(str(photos), 6, 8)
    listener.forget()
    worker.accept_missing(str(photos))
    listener.wait_for(LibraryChanged, lambda event: event.coverage.files == 2)
    assert listener.wait_for(ManyMissing).missing == 0


def test_a_question_is_taken_back_when_the_photos_come_back(worker, listener, photos, tmp_path) -> None:
    fill(worker, listener, photos)
    (tmp_path / "aside").mkdir()
    for number in range(6):
        (photos / f"{number}.png").rename(tmp_path / "aside" / f"{number}.png")
    listener.wait_for(ManyMissing)
    for photo in (tmp_path / "aside").iterdir():
        photo.rename(photos / photo.name)
    listener.wait_for(ManyMissing, lambda event: event.missing == 0)


def test_a_removed_folder_leaves_the_view(worker, listener, photos: Path) -> None:
    fill(worker, listener, photos)
    listener.forget()
    worker.remove_folder(str(photos))
    changed = listener.wait_for(LibraryChanged, lambda event: not event.folders)
    assert changed.coverage.files == 0


def test_an_unplugged_folder_is_offline_and_comes_back_by_itself(
    workshop, listener, photos, tmp_path, monkeypatch
) -> None:
    monkeypatch.setattr("photoclip.worker.schedule.OFFLINE_SECONDS", 0.2)
    monkeypatch.setattr("photoclip.worker.keeper._TICK_SECONDS", 0.2)
    worker = Worker(workshop)
    worker.start(listener)
    fill(worker, listener, photos)
    photos.rename(tmp_path / "unplugged")
    listener.wait_for(LibraryChanged, lambda event: any(folder.offline for folder in event.folders))
    listener.forget()
    (tmp_path / "unplugged").rename(photos)
    changed = listener.wait_for(
        LibraryChanged, lambda event: bool(event.folders) and not event.folders[0].offline
    )
    assert changed.coverage.searchable == 8
    worker.close()


def test_a_file_that_is_still_being_written_waits_until_it_is_whole(
    workshop: Workshop, listener, photos: Path, library: Path
) -> None:
    """The real clock here: half a photo is no damaged photo while it grows."""
    real = dataclasses.replace(workshop, new_scanner=lambda: Scanner([os.fsencode(library)]))
    worker = Worker(real)
    worker.start(listener)
    whole = draw(photos.parent / "whole.png", "red", 1).read_bytes()
    growing = photos / "growing.png"
    growing.write_bytes(whole[: len(whole) // 2])
    worker.add_folder(str(photos))
    listener.wait_for(LibraryChanged, lambda event: len(event.folders) == 1)
    listener.wait_for(WorkerState, is_idle)
    with growing.open("ab") as stream:
        stream.write(whole[len(whole) // 2 :])
    listener.wait_for(LibraryChanged, lambda event: event.coverage.searchable == 1)
    problems = [e.coverage.problems for e in listener.events if isinstance(e, LibraryChanged)]
    assert set(problems) == {0}
    worker.close()


def test_thumbnails_in_view_are_made_first_even_while_paused(
    worker, listener, photos: Path, workshop, library: Path
) -> None:
    fill(worker, listener, photos)
    shutil.rmtree(library / "thumbnails")
    worker.pause()
    worker.ask(Question(1))
    ids = listener.wait_for(Answer).photo_ids.tolist()
    listener.forget()
    worker.want_thumbnails(ids[:3])
    listener.wait_for(LibraryChanged)
    assert len(list((library / "thumbnails").rglob("*.jpg"))) == 3


def test_on_battery_the_work_waits_until_a_person_says_go_on(
    workshop: Workshop, listener, photos: Path
) -> None:
    mains = workshop.power
    assert isinstance(mains, Mains)
    mains.now = PowerState(on_battery=True)
    workshop.update_settings(lambda now: dataclasses.replace(now, on_battery="pause"))
    worker = Worker(workshop)
    worker.start(listener)
    for mark in range(6):
        draw(photos / f"{mark}.png", "red", mark)
    worker.add_folder(str(photos))
    listener.wait_for(WorkerState, lambda state: state.waits_for == "the mains")
    assert not [e for e in listener.events if isinstance(e, LibraryChanged) and e.coverage.searchable]
    worker.resume()
    listener.wait_for(LibraryChanged, lambda event: event.coverage.searchable == 6)
    worker.close()


def test_a_model_change_can_be_cancelled(worker, listener, photos: Path, workshop: Workshop) -> None:
    fill(worker, listener, photos)
    worker.pause()
    worker.choose_model("colours-2")
    worker.cancel_model_change()
    worker.resume()
    listener.forget()
    worker.rescan()
    listener.wait_for(WorkerState, is_idle)
    assert workshop.load_settings() == Settings(model="colours")


def test_a_full_disk_is_said_and_the_work_goes_on_when_there_is_room(
    workshop: Workshop, listener, photos: Path, library: Path, monkeypatch
) -> None:
    monkeypatch.setattr("photoclip.worker.keeper._TICK_SECONDS", 0.3)
    (library / "thumbnails").write_text("a file where a folder has to be")
    worker = Worker(workshop)
    worker.start(listener)
    for mark in range(3):
        draw(photos / f"{mark}.png", "red", mark)
    worker.add_folder(str(photos))
    listener.wait_for(WorkerState, lambda state: state.activity is Activity.FAILED)
    (library / "thumbnails").unlink()
    listener.wait_for(LibraryChanged, lambda event: event.coverage.searchable == 3)
    worker.close()


def test_drives_are_looked_for_while_another_folder_is_away(
    workshop, listener, photos: Path, tmp_path: Path, monkeypatch
) -> None:
    """A folder that is away is looked at so often that nothing else would ever have its turn."""
    monkeypatch.setattr("photoclip.worker.schedule.OFFLINE_SECONDS", 0.1)
    monkeypatch.setattr("photoclip.worker.keeper._TICK_SECONDS", 0.5)
    worker = Worker(workshop)
    worker.start(listener)
    draw(tmp_path / "away" / "a.png", "blue", 99)
    worker.add_folder(str(tmp_path / "away"))
    fill_beside(worker, listener, photos)
    (tmp_path / "away").rename(tmp_path / "unplugged")
    listener.wait_for(LibraryChanged, lambda event: any(folder.offline for folder in event.folders))
    photos.rename(tmp_path / "unplugged too")
    listener.wait_for(LibraryChanged, lambda event: all(folder.offline for folder in event.folders))
    worker.close()


def fill_beside(worker, listener, photos: Path) -> None:
    for mark in range(3):
        draw(photos / f"{mark}.png", "red", mark)
    worker.add_folder(str(photos))
    listener.wait_for(LibraryChanged, lambda event: event.coverage.searchable == 4)


def test_a_model_that_cannot_be_had_is_tried_again_only_when_a_person_asks(
    workshop, listener, photos: Path
) -> None:
    tries: list[str] = []
    shelf = workshop.models

    def encoder(name: str, device: str, progress: object) -> object:
        tries.append(name)
        raise ModelUnavailable("The weights are not here.")

    shelf.encoder = encoder
    worker = Worker(workshop)
    worker.start(listener)
    draw(photos / "a.png", "red", 1)
    worker.add_folder(str(photos))
    listener.wait_for(WorkerState, lambda state: state.activity is Activity.FAILED)
    before = len(tries)
    listener.forget()
    draw(photos / "b.png", "red", 2)
    listener.wait_for(LibraryChanged, lambda event: event.coverage.files == 2)
    listener.wait_for(WorkerState, lambda state: state.activity is Activity.FAILED)
    kept = len(tries)
    listener.forget()
    worker.rescan()
    listener.wait_for(WorkerState, lambda state: state.activity is Activity.LOADING_MODEL)
    worker.close()
    assert kept == before
    assert len(tries) > kept


class Network:
    """Every folder lies on a network drive."""

    def of(self, path: bytes) -> Drive:
        return Drive("", b"/", remote=True)

    def find(self, drive_id: str) -> bytes | None:
        return None


def test_a_network_drive_is_walked_by_time_and_not_watched_live(
    workshop: Workshop, listener, photos: Path, monkeypatch
) -> None:
    monkeypatch.setattr("photoclip.worker.schedule.TIMED_SECONDS", 0.3)
    watched: list[bytes] = []
    live = LiveWatch.watch

    def watch(self: LiveWatch, folder: bytes) -> str:
        watched.append(folder)
        return live(self, folder)

    monkeypatch.setattr(LiveWatch, "watch", watch)
    worker = Worker(dataclasses.replace(workshop, drives=Network()))
    worker.start(listener)
    fill(worker, listener, photos)
    draw(photos / "late.png", "blue", 99)
    changed = listener.wait_for(LibraryChanged, lambda event: event.coverage.searchable == 9)
    assert "network drive" in changed.folders[0].note
    assert watched == []
    worker.close()


def test_after_the_machine_slept_everything_is_looked_at_again(
    workshop: Workshop, listener, photos: Path, monkeypatch
) -> None:
    slept = [0.0]
    monkeypatch.setattr("photoclip.worker.looking.clock_difference", lambda: slept[0])
    monkeypatch.setattr("photoclip.worker.keeper._TICK_SECONDS", 0.2)
    worker = Worker(workshop)
    worker.start(listener)
    fill(worker, listener, photos)
    listener.forget()
    slept[0] = 3600.0
    listener.wait_for(WorkerState, lambda state: state.activity is Activity.SCANNING)
    worker.close()
