"""Many files at once: what moved costs no embedding, what arrived takes time and no memory.

PHOTOCLIP_MOVED and PHOTOCLIP_ARRIVALS set how many; docs/measurements.md has 10,000 and 100,000.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from faults.running import HERE, Content, Place, environment
from faults.tiny import write_many

MOVED = int(os.environ.get("PHOTOCLIP_MOVED", "200"))
ARRIVALS = int(os.environ.get("PHOTOCLIP_ARRIVALS", "600"))
LIMIT = 120.0 + 0.1 * (MOVED + ARRIVALS)
pytestmark = pytest.mark.timeout(2 * LIMIT + 300)


@pytest.fixture
def filled(tmp_path: Path) -> Place:
    place = Place(tmp_path)
    write_many(place.photos, MOVED)
    place.index_well(LIMIT)
    assert place.embedded() == MOVED
    return place


def hashes(found: Content) -> list[object]:
    return sorted(facts[0] for facts in found.values())  # type: ignore[type-var]


def timed_index(place: Place, what: str) -> None:
    started = time.monotonic()
    done = place.run("index", place.photos, limit=LIMIT)
    seconds = time.monotonic() - started
    assert done.returncode == 0, done.stderr
    print(f"\n{MOVED} files {what}: {seconds:.1f} s, {place.embedded() - MOVED} embedded again")


def test_files_that_are_renamed_are_neither_embedded_nor_read_again(filled: Place) -> None:
    before, looks = hashes(filled.content()), filled.looked_at()
    for number, photo in enumerate(sorted(filled.photos.rglob("*.png"))):
        photo.rename(photo.with_name(f"renamed {number}.png"))
    timed_index(filled, "renamed")
    assert filled.embedded() == MOVED
    assert filled.looked_at() == looks, "the inode tells that they are the same"
    assert hashes(filled.content()) == before
    assert all(Path(os.fsdecode(path)).exists() for path in filled.content())
    filled.assert_sound()


def test_files_that_are_moved_are_neither_embedded_nor_read_again(filled: Place) -> None:
    before, looks = hashes(filled.content()), filled.looked_at()
    for number, photo in enumerate(sorted(filled.photos.rglob("*.png"))):
        folder = filled.photos / f"elsewhere {number % 7}" / "deep"
        folder.mkdir(parents=True, exist_ok=True)
        photo.rename(folder / f"{number}.png")
    timed_index(filled, "moved and renamed")
    assert filled.embedded() == MOVED
    assert filled.looked_at() == looks
    assert hashes(filled.content()) == before
    filled.assert_sound()


def test_folders_that_are_renamed_cost_nothing(filled: Place) -> None:
    before, looks = hashes(filled.content()), filled.looked_at()
    for folder in sorted(filled.photos.iterdir()):
        folder.rename(folder.with_name(f"year {folder.name}"))
    timed_index(filled, "in renamed folders")
    assert (filled.embedded(), filled.looked_at()) == (MOVED, looks)
    assert hashes(filled.content()) == before


def test_files_that_are_moved_to_another_drive_are_read_and_not_embedded_again(filled: Place) -> None:
    before = hashes(filled.content())
    copied = filled.folder / "copied"
    shutil.copytree(filled.photos, copied)  # new inodes and, as copies have them, the old times
    shutil.rmtree(filled.photos)
    copied.rename(filled.photos)
    timed_index(filled, "copied to another drive")
    assert filled.embedded() == MOVED
    assert hashes(filled.content()) == before
    filled.assert_sound()


def test_copies_with_new_names_and_times_are_embedded_once(filled: Place) -> None:
    for number, photo in enumerate(sorted(filled.photos.rglob("*.png"))):
        shutil.copyfile(photo, photo.with_name(f"copy {number}.png"))
    timed_index(filled, "copied beside themselves")
    assert filled.embedded() == MOVED


def test_a_folder_that_goes_away_and_comes_back_costs_nothing(filled: Place) -> None:
    before, looks = filled.content(), filled.looked_at()
    away = filled.folder / "away"
    for leaves_an_empty_place in (False, True):
        filled.photos.rename(away)
        if leaves_an_empty_place:
            filled.photos.mkdir()
        assert filled.run("index").returncode == 0
        assert filled.content() == before, "it is offline, not deleted"
        if leaves_an_empty_place:
            filled.photos.rmdir()
        away.rename(filled.photos)
        timed_index(filled, "away and back")
        assert filled.content() == before
    assert (filled.embedded(), filled.looked_at()) == (MOVED, looks)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_memory_is_flat_whatever_arrives(tmp_path: Path) -> None:
    """The worker watches a folder into which photos are written as fast as the disk takes them."""
    few, many = (arrive(tmp_path / str(count), count) for count in (ARRIVALS // 10, ARRIVALS))
    for found in (few, many):
        print(f"\n{found}")
        assert found["arrived"], "not all of them came in"
        assert found["embedded"] == found["count"]
    # A vector, its photo and its place in the graph take their room; lists of files and events must not.
    more = many["peak_mb"] - few["peak_mb"]
    assert more < 12 + 500e-6 * (many["count"] - few["count"])


def arrive(folder: Path, count: int) -> dict[str, float]:
    command = [sys.executable, str(HERE / "arrivals.py"), str(folder), str(count)]
    done = subprocess.run(
        command, env=environment(), check=True, stdout=subprocess.PIPE, text=True, timeout=LIMIT
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found
