"""The disk of the library refuses: photoclip says so, keeps what is there, and goes on when it can.

PHOTOCLIP_FAULTS sets at how many of the writing calls of a run the disk fails, "all" for each of them;
docs/measurements.md has a run with all.
"""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from faults.failing import WHY_NOT, FailingDisk
from faults.listening import Listener
from faults.running import BATCH, Content, Place, assert_told, environment, searchable
from support import colour_workshop

from photoclip.worker.messages import Activity
from photoclip.worker.worker import Worker

FAULTS = os.environ.get("PHOTOCLIP_FAULTS", "2")
OLD, NEW = 2, 6
needs_shim = pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT)
pytestmark = pytest.mark.timeout(24 * 3600 if FAULTS == "all" else 300)


@pytest.fixture
def disk(tmp_path: Path) -> FailingDisk:
    return FailingDisk.build(tmp_path)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def fill(place: Place, *, grown: bool) -> None:
    """A library of a few photos and a folder with more, or no library at all yet."""
    place.draw(0, OLD)
    if grown:
        place.index_well()
    place.draw(OLD, NEW)
    (place.photos / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0broken")


def spread(calls: int, error: int) -> list[int]:
    """At which calls the disk fails; at fewer for what is rarer than a full disk."""
    wanted = calls if FAULTS == "all" else min(int(FAULTS), calls)
    if error != errno.ENOSPC:
        wanted = max(2, wanted // 5)
    return sorted({1 + round(place * (calls - 1) / max(1, wanted - 1)) for place in range(wanted)})


def undisturbed(place: Place, disk: FailingDisk, *, error: int, grown: bool) -> int:
    """Index with a disk that counts and never fails; how many calls there were."""
    fill(place, grown=grown)
    done = place.index(**disk.variables(place.library, error=error))
    assert done.returncode == 0, done.stderr
    place.assert_sound()
    return disk.calls()


def copies(place: Place, number: int) -> Iterator[Place]:
    for trial in range(number):
        yield Place(place.folder / f"trial-{trial}")


def kinds() -> Iterator[object]:
    """A full disk in every way, what is rarer in a library that is there already, and what lasts not once."""
    for error in (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES):
        for grown in (False, True):
            for once in (False, True):
                lasts = error in (errno.EROFS, errno.EACCES) and FAULTS != "all"
                if (grown or error == errno.ENOSPC) and not (once and lasts):
                    names = (errno.errorcode[error], "grown" if grown else "new", "once" if once else "full")
                    yield pytest.param(error, grown, once, id="-".join(names))


@needs_shim
@pytest.mark.parametrize(("error", "grown", "once"), list(kinds()))
def test_a_disk_that_fails_at_any_write_loses_nothing(
    place: Place, disk: FailingDisk, error: int, grown: bool, once: bool
) -> None:
    first = Place(place.folder / "undisturbed")
    calls = undisturbed(first, disk, error=error, grown=grown)
    expected = first.content()
    assert calls > 50
    moments = spread(calls, error)
    failed = 0
    for moment, trial in zip(moments, copies(place, len(moments)), strict=True):
        fill(trial, grown=grown)
        kept, embedded = searchable(trial.library), trial.embedded()
        done = trial.index(**disk.variables(trial.library, moment, error=error, once=once))
        try:
            assert_told(done)
            failed += done.returncode == 3
            now = searchable(trial.library)
            assert now.items() >= kept.items(), "what was there is gone"
            assert trial.embedded() - embedded - (len(now) - len(kept)) <= BATCH
            trial.index_well()
            assert under(trial, trial.content()) == under(first, expected)
            assert trial.embedded() <= OLD + NEW + BATCH
            trial.assert_sound()
        except AssertionError as fault:
            raise AssertionError(f"call {moment} of {calls}: {fault}\n{done.stderr}") from fault
    print(f"\n{len(moments)} of {calls} calls failed, {failed} runs ended by a sentence")
    assert failed or once, "a disk that stays full was never told"


def under(place: Place, found: Content) -> Content:
    """Content by the file's place below the photos' folder."""
    return {os.path.relpath(path, os.fsencode(place.photos)): facts for path, facts in found.items()}


@needs_shim
def test_a_full_disk_is_told_by_the_real_command_too(place: Place, disk: FailingDisk) -> None:
    """With the starter model and its real weights, at a few moments."""
    place.draw(0, 3)
    command = [sys.executable, "-m", "photoclip", "--library", str(place.library), "index", str(place.photos)]

    def index(at: int) -> subprocess.CompletedProcess[str]:
        variables = environment(**disk.variables(place.library, at))
        return subprocess.run(command, env=variables, capture_output=True, text=True, timeout=120)

    for at in (60, 20, 5):
        done = index(at)
        assert_told(done)
        assert done.returncode == 3, f"call {at}: {done.stderr}"
    assert index(0).returncode == 0
    assert len(searchable(place.library)) == 3


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes, really mounted."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root on Linux")
    mounted = tmp_path / "small"
    mounted.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", mounted], capture_output=True
    ).returncode:
        pytest.skip("this machine does not let a disk be mounted")
    yield mounted
    subprocess.run(["umount", "-l", mounted], check=True)


def test_a_disk_that_fills_up_is_told_and_indexing_goes_on_once_there_is_room(
    tmp_path: Path, small_disk: Path
) -> None:
    place = Place(tmp_path, library=small_disk / "library")
    place.draw(0, 30, size=(320, 240))
    codes = []
    for ballast in (1_950, 1_800, 1_700, 1_600):
        (small_disk / "ballast").write_bytes(bytes(ballast << 10))
        done = place.index()
        assert_told(done)
        codes.append(done.returncode)
        assert place.run("search", "red", "--all").returncode in (0, 1, 3)
    assert codes.count(3) >= 2, "the disk was never full"
    kept = searchable(place.library)
    (small_disk / "ballast").unlink()
    subprocess.run(["mount", "-o", "remount,size=64m", small_disk], check=True)
    place.index_well()
    now = searchable(place.library)
    assert len(now) == 30
    assert now.items() >= kept.items()
    assert place.embedded() <= 30 + 4 * BATCH
    place.assert_sound()


def test_a_worker_whose_disk_was_full_goes_on_by_itself_once_there_is_room(
    tmp_path: Path, small_disk: Path
) -> None:
    photos = Place(tmp_path)
    photos.draw(0, 30, size=(320, 240))
    listener = Listener()
    worker = Worker(colour_workshop(small_disk / "library"))
    worker.start(listener)
    try:
        listener.wait_until(lambda: listener.library is not None, "the library was not opened")
        (small_disk / "ballast").write_bytes(bytes(_free(small_disk) - (64 << 10)))
        worker.add_folder(str(photos.photos))
        listener.wait_until(lambda: listener.state.activity is Activity.FAILED, "the full disk was not told")
        assert any("free some space" in sentence for sentence in listener.troubles)
        (small_disk / "ballast").unlink()
        listener.wait_until(lambda: _searchable(listener) == 30, "it did not go on")
    finally:
        worker.close()
    assert all(times == 1 for times in listener.troubles.values()), "the same is not told again and again"


def _free(disk: Path) -> int:
    found = os.statvfs(disk)
    return found.f_bavail * found.f_frsize


def _searchable(listener: Listener) -> int:
    return listener.library.coverage.searchable if listener.library else 0
