"""Folders and drives that refuse or go away in the middle: photoclip says so, keeps all, goes on later."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from faults.running import Place, assert_told, searchable

PHOTOS, HALF = 24, 8
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
AS_ANYBODY = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search") if IS_ROOT else ()
needs_root = pytest.mark.skipif(
    not IS_ROOT or sys.platform != "linux", reason="mounting a drive needs root on Linux"
)


def mount(*arguments: object) -> None:
    done = subprocess.run(["mount", *map(str, arguments)], capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"this machine does not let a drive be mounted: {done.stderr}")


def unmount(place: Path) -> None:
    # Lazily: the drive is pulled out while files on it are open.
    subprocess.run(["umount", "-l", str(place)], check=True, capture_output=True)


@pytest.fixture
def drive(tmp_path: Path) -> Iterator[Path]:
    """A place where the drive in `media` can be plugged in and out."""
    media, place = tmp_path / "media", tmp_path / "drive"
    media.mkdir()
    place.mkdir()
    mount("-t", "tmpfs", "-o", "size=64m", "tmpfs", media)
    yield place
    for mounted in (place, media):
        while os.path.ismount(mounted):
            unmount(mounted)


@contextmanager
def plugged_in(drive: Path, *options: str) -> Iterator[None]:
    mount("--bind", drive.parent / "media", drive)
    if options:
        mount("-o", ",".join(("remount", "bind", *options)), drive)
    yield
    unmount(drive)


@needs_root
def test_a_drive_that_is_pulled_out_in_the_middle_loses_nothing(tmp_path: Path, drive: Path) -> None:
    place = Place(tmp_path, photos=drive)
    with plugged_in(drive):
        place.draw(0, PHOTOS)
        running = place.start_and_halt("index", drive, after=HALF)
    done = running.go_on()
    assert_told(done)
    kept = searchable(place.library)
    assert len(kept) >= HALF

    assert_told(place.run("index"))
    assert searchable(place.library) == kept, "an empty mount point is no reason to forget photos"
    assert "not there or empty" in place.run("index").stderr

    with plugged_in(drive):
        place.index_well()
        now = searchable(place.library)
        assert len(now) == PHOTOS
        assert now.items() >= kept.items()
        assert place.embedded() == PHOTOS, "what was embedded before is not embedded again"
        place.assert_sound()


@needs_root
def test_a_drive_that_is_pulled_out_and_comes_back_costs_nothing(tmp_path: Path, drive: Path) -> None:
    place = Place(tmp_path, photos=drive)
    with plugged_in(drive):
        place.draw(0, PHOTOS)
        place.index_well()
        kept = searchable(place.library)
    for _ in range(3):
        assert_told(place.run("index"))
        assert searchable(place.library) == kept
        with plugged_in(drive):
            place.index_well()
            assert searchable(place.library) == kept
    assert place.embedded() == PHOTOS


@needs_root
def test_a_drive_that_is_plugged_in_at_another_place_costs_nothing(tmp_path: Path, drive: Path) -> None:
    """A marker on it tells which drive it is; the mounts are the system's own."""
    place = Place(tmp_path, photos=drive)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    mount("--bind", tmp_path / "media", drive)
    unmount(tmp_path / "media")
    place.draw(0, PHOTOS)
    (drive / ".photoclip-drive").write_text("a-drive-of-the-tests\n")
    place.index_well()
    kept, looks = searchable(place.library), place.looked_at()

    mount("--bind", drive, elsewhere)
    try:
        unmount(drive)
        done = place.run("index")
        assert done.returncode == 0, done.stderr
        now = searchable(place.library)
        assert {path.replace(b"/elsewhere/", b"/drive/"): facts for path, facts in now.items()} == kept
        assert all(path.startswith(os.fsencode(elsewhere)) for path in now)
        assert (place.embedded(), place.looked_at()) == (PHOTOS, looks)
    finally:
        unmount(elsewhere)


@needs_root
def test_a_drive_with_the_library_on_it_is_pulled_out_in_the_middle(tmp_path: Path, drive: Path) -> None:
    place = Place(tmp_path, library=drive / "library")
    place.draw(0, PHOTOS)
    with plugged_in(drive):
        running = place.start_and_halt("index", place.photos, after=HALF)
    assert_told(running.go_on())
    with plugged_in(drive):
        place.index_well()
        assert len(searchable(place.library)) == PHOTOS
        place.assert_sound()


@needs_root
@pytest.mark.parametrize("how_left", ["closed", "killed"])
def test_a_library_on_a_read_only_drive_can_be_searched(tmp_path: Path, drive: Path, how_left: str) -> None:
    place = Place(tmp_path, library=drive / "library")
    place.draw(0, PHOTOS)
    with plugged_in(drive):
        place.index_well()
        if how_left == "killed":
            place.draw(PHOTOS, HALF)
            place.start_and_halt("index", place.photos, after=PHOTOS + 1).kill()
            assert list(place.library.glob("*-wal"))
    with plugged_in(drive, "ro"):
        assert_readable(place)
        refused = place.index()
        assert_told(refused)
        assert refused.returncode == 3
    with plugged_in(drive):
        place.index_well()
        place.assert_sound()


def assert_readable(place: Place) -> None:
    """What only reads works in a library that cannot be written."""
    for command in (
        ("search", "red"),
        ("similar", place.photos / "0.png"),
        ("status",),
        ("verify",),
    ):
        done = place.run(*command)
        assert done.returncode == 0, (command, done.stderr)
    found = json.loads(place.run("status", "--json").stdout)
    assert found["searchable"] >= PHOTOS


@pytest.fixture
def bound(tmp_path: Path) -> Iterator[Place]:
    """A place where photoclip is bound by the modes of files, which root is not."""
    if os.name == "nt":
        pytest.skip("Windows has no modes of files")
    place = Place(tmp_path, under=AS_ANYBODY)
    if subprocess.run([*AS_ANYBODY, "true"], capture_output=True).returncode:
        pytest.skip("root cannot give up its rights here (setpriv)")
    yield place
    subprocess.run(["chmod", "-R", "u+rwX", str(tmp_path)], check=True)


def test_a_folder_that_may_not_be_read_any_more_in_the_middle_loses_nothing(bound: Place) -> None:
    place = bound
    place.draw(0, PHOTOS)
    running = place.start_and_halt("index", place.photos, after=HALF)
    place.photos.chmod(0)
    done = running.go_on()
    assert_told(done)
    kept = searchable(place.library)
    assert len(kept) >= HALF
    assert_told(place.run("index"))
    assert searchable(place.library) == kept
    place.photos.chmod(0o755)
    place.index_well()
    assert len(searchable(place.library)) == PHOTOS
    assert place.embedded() == PHOTOS


def test_photos_and_folders_that_may_not_be_read_are_told_and_kept(bound: Place) -> None:
    place = bound
    place.draw(0, PHOTOS)
    inner = Place(place.folder, photos=place.photos / "inner")
    inner.draw(PHOTOS, 4)
    place.index_well()
    kept = searchable(place.library)
    inner.photos.chmod(0)
    (place.photos / "0.png").chmod(0)
    told = place.index()
    assert_told(told)
    assert searchable(place.library).keys() >= kept.keys() - {os.fsencode(place.photos / "0.png")}
    inner.photos.chmod(0o755)
    (place.photos / "0.png").chmod(0o644)
    place.index_well()
    assert searchable(place.library) == kept
    assert place.embedded() == PHOTOS + 4


def test_a_library_that_may_not_be_written_can_be_searched(bound: Place) -> None:
    place = bound
    place.draw(0, PHOTOS)
    place.index_well()
    subprocess.run(["chmod", "-R", "a-w", str(place.library)], check=True)
    assert_readable(place)
    refused = place.index()
    assert_told(refused)
    assert refused.returncode == 3
    subprocess.run(["chmod", "-R", "u+w", str(place.library)], check=True)
    place.index_well()


def test_a_library_that_may_not_be_written_any_more_in_the_middle_is_told(bound: Place) -> None:
    place = bound
    place.draw(0, PHOTOS)
    running = place.start_and_halt("index", place.photos, after=HALF)
    kept = searchable(place.library)
    subprocess.run(["chmod", "-R", "a-w", str(place.library)], check=True)
    assert_told(running.go_on())
    subprocess.run(["chmod", "-R", "u+w", str(place.library)], check=True)
    place.index_well()
    now = searchable(place.library)
    assert len(now) == PHOTOS
    assert now.items() >= kept.items()
    place.assert_sound()
