"""The bin: every file of a photo goes, and comes back."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from support import FolderBin, draw

from photoclip.domain.errands import Binned, BinnedFile, MoveToBin, PutBack, Restored
from photoclip.library.binning import Binning, PuttingBack


def only_photo(home) -> int:
    (photo_id,) = home.catalog.photos.in_sight().tolist()
    return photo_id


def test_all_files_of_a_photo_go_to_the_bin_and_come_back(home, tmp_path: Path) -> None:
    draw(home.photos / "a.png", "red")
    shutil.copy2(home.photos / "a.png", home.photos / "b.png")
    home.keep_up()
    system = FolderBin(tmp_path / "bin")
    expected: list[bytes] = []
    job = Binning(home.catalog, system, MoveToBin((only_photo(home),)), expected.append)
    assert list(job.steps()) == [(0, 1), (1, 1)]
    outcome = job.outcome()
    assert isinstance(outcome.result, Binned)
    assert [os.path.basename(file.path) for file in outcome.result.files] == [b"a.png", b"b.png"]
    assert expected == [file.path for file in outcome.result.files]
    assert list(home.photos.iterdir()) == []
    back = PuttingBack(system, PutBack(outcome.result.files))
    list(back.steps())
    assert back.outcome().result == Restored(2)
    assert sorted(file.name for file in home.photos.iterdir()) == ["a.png", "b.png"]


def test_it_stops_between_two_photos(home, tmp_path: Path) -> None:
    for mark in range(3):
        draw(home.photos / f"{mark}.png", "red", mark)
    home.keep_up()
    ids = tuple(home.catalog.photos.in_sight().tolist())
    job = Binning(home.catalog, FolderBin(tmp_path / "bin"), MoveToBin(ids), lambda path: None)
    steps = job.steps()
    next(steps)
    next(steps)
    outcome = job.outcome(cancelled=True)
    assert outcome.cancelled
    assert isinstance(outcome.result, Binned)
    assert len(outcome.result.files) == 1


def test_a_file_that_the_system_refuses_is_said_and_the_rest_goes_on(home, tmp_path: Path) -> None:
    for mark in range(2):
        draw(home.photos / f"{mark}.png", "red", mark)
    home.keep_up()
    (home.photos / "0.png").unlink()
    ids = tuple(home.catalog.photos.in_sight().tolist())
    job = Binning(home.catalog, FolderBin(tmp_path / "bin"), MoveToBin(ids), lambda path: None)
    list(job.steps())
    outcome = job.outcome()
    assert isinstance(outcome.result, Binned)
    assert [os.path.basename(file.path) for file in outcome.result.files] == [b"1.png"]
    assert len(outcome.faults) == 1


def test_what_the_system_does_not_tell_the_place_of_is_left_to_the_bin(tmp_path: Path) -> None:
    job = PuttingBack(FolderBin(tmp_path / "bin"), PutBack((BinnedFile(b"/photos/a.png", b""),)))
    list(job.steps())
    assert job.outcome().result == Restored(0)
    assert "open the bin" in job.outcome().faults[0]


def test_what_is_there_by_now_stays(tmp_path: Path) -> None:
    system = FolderBin(tmp_path / "bin")
    photo = draw(tmp_path / "a.png", "red")
    binned = system.put(os.fsencode(photo))
    photo.write_bytes(b"another")
    job = PuttingBack(system, PutBack((binned,)))
    list(job.steps())
    assert job.outcome().result == Restored(0)
    assert photo.read_bytes() == b"another"
