"""Live watching: a hint with the folder's name once it has gone quiet."""

from __future__ import annotations

import os
import queue
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import draw

from photoclip.watching import limits
from photoclip.watching.live import LiveWatch
from photoclip.watching.scan import Scanner

QUIET = 0.2
LONG = 60.0
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="inotify is Linux's")


class Hinted:
    """A live watch and the folders that it said have changed."""

    def __init__(
        self, *ignored: Path, patterns: tuple[str, ...] = (), quiet: float = QUIET, longest: float = LONG
    ) -> None:
        self._told: queue.Queue[bytes] = queue.Queue()
        self.watch = LiveWatch(
            self._told.put,
            map(os.fsencode, ignored),
            Scanner(patterns=patterns).ignores,
            quiet=quiet,
            longest=longest,
        )
        self.watch.start()

    def see(self, folder: Path) -> str:
        return self.watch.watch(os.fsencode(folder))

    def next(self) -> Path:
        return Path(os.fsdecode(self._told.get(timeout=LONG)))

    def is_still(self, beside: Path) -> bool:
        """Whether nothing was told before a change made now beside it, which is seen last."""
        draw(beside / "last.jpg")
        return self.next() == beside and self._told.empty()


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """A folder that is watched, too: a hint about it shows that none about another is to come."""
    folder = tmp_path / "beside"
    folder.mkdir()
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "photos"
    made.mkdir()
    return made


def closing(hinted: Hinted) -> Iterator[Hinted]:
    yield hinted
    hinted.watch.close()


@pytest.fixture
def hinted() -> Iterator[Hinted]:
    yield from closing(Hinted())


def test_new_photos_are_noticed_once_and_by_folder(hinted: Hinted, folder: Path, beside: Path) -> None:
    assert hinted.see(folder) == hinted.see(beside) == ""
    assert hinted.watch.is_live(os.fsencode(folder))
    for mark in range(20):
        draw(folder / f"{mark}.jpg", mark=mark)
    assert hinted.next() == folder
    assert hinted.is_still(beside)


def test_a_photo_in_a_new_folder_is_noticed(hinted: Hinted, folder: Path) -> None:
    hinted.see(folder)
    (folder / "new").mkdir()
    assert hinted.next() == folder
    draw(folder / "new" / "a.jpg")
    assert hinted.next() == folder


def test_a_folder_that_cannot_be_watched_is_told(hinted: Hinted, tmp_path: Path) -> None:
    assert "cannot be watched live" in hinted.see(tmp_path / "gone")
    assert not hinted.watch.is_live(os.fsencode(tmp_path / "gone"))


def test_reading_a_photo_is_no_change(hinted: Hinted, folder: Path, beside: Path) -> None:
    photo = draw(folder / "a.jpg")
    hinted.see(folder)
    hinted.see(beside)
    photo.read_bytes()
    assert hinted.is_still(beside)


def test_what_a_scan_would_pass_over_is_no_hint(folder: Path, beside: Path) -> None:
    for name in ("library", ".cache", "Rejects"):
        (folder / name).mkdir()
    for hinted in closing(Hinted(folder / "library", patterns=("rejects/", "*.tmp"))):
        hinted.see(folder)
        hinted.see(beside)
        draw(folder / "library" / "thumbnail.jpg")
        draw(folder / ".cache" / "x.jpg")
        draw(folder / "Rejects" / "x.jpg")
        (folder / "a.tmp").write_bytes(b"x")
        assert hinted.is_still(beside)
        (folder / "a.tmp").rename(folder / "a.jpg")
        assert hinted.next() == folder


def test_a_folder_that_never_goes_quiet_is_told_all_the_same(folder: Path) -> None:
    for hinted in closing(Hinted(quiet=100 * LONG, longest=QUIET)):
        hinted.see(folder)
        draw(folder / "a.jpg")
        assert hinted.next() == folder


def test_a_folder_reached_by_a_link_is_watched(hinted: Hinted, tmp_path: Path, folder: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(folder)
    assert hinted.see(link) == ""
    draw(folder / "a.jpg")
    assert hinted.next() == link


def test_a_folder_that_went_and_came_back_is_watched_again(
    hinted: Hinted, folder: Path, tmp_path: Path
) -> None:
    hinted.see(folder)
    folder.rename(tmp_path / "unplugged")
    folder.mkdir()
    assert not hinted.watch.is_live(os.fsencode(folder))
    assert hinted.see(folder) == ""
    assert hinted.watch.is_live(os.fsencode(folder))
    draw(folder / "a.jpg")
    assert hinted.next() == folder


def test_a_root_that_is_deleted_takes_no_other_with_it(hinted: Hinted, folder: Path, beside: Path) -> None:
    hinted.see(folder)
    hinted.see(beside)
    shutil.rmtree(folder)
    assert hinted.next() == folder
    assert hinted.is_still(beside)
    folder.mkdir()
    assert hinted.see(folder) == ""
    draw(folder / "a.jpg")
    assert hinted.next() == folder


def test_a_folder_that_was_left_is_watched_no_more(hinted: Hinted, folder: Path, beside: Path) -> None:
    hinted.see(folder)
    hinted.see(beside)
    hinted.watch.leave(os.fsencode(folder))
    assert not hinted.watch.is_live(os.fsencode(folder))
    draw(folder / "a.jpg")
    assert hinted.is_still(beside)


@on_linux
def test_each_folder_is_counted_by_itself_and_nothing_stays_open(
    hinted: Hinted, folder: Path, beside: Path
) -> None:
    before = limits.instances()
    for number in range(30):
        (folder / str(number)).mkdir()
    hinted.see(folder)
    hinted.see(beside)
    assert hinted.watch.verify(os.fsencode(folder), 31) == ""
    assert hinted.watch.verify(os.fsencode(beside), 1) == ""
    assert len(limits.instances() - before) == 2
    hinted.watch.leave(os.fsencode(folder))
    hinted.watch.leave(os.fsencode(beside))
    assert limits.instances() == before


@on_linux
def test_fewer_watched_than_entered_ends_live_watching(hinted: Hinted, folder: Path) -> None:
    hinted.see(folder)
    raw = os.fsencode(folder)
    sentence = hinted.watch.verify(raw, 3)
    assert "1 of the 3 folders" in sentence
    assert "every few minutes" in sentence
    assert not hinted.watch.is_live(raw)
    assert hinted.see(folder) == sentence
    assert hinted.watch.verify(raw, 3) == sentence
    hinted.watch.leave(raw)
    assert hinted.see(folder) == ""


@on_linux
def test_a_folder_that_came_since_it_was_watched_is_no_fault(hinted: Hinted, folder: Path) -> None:
    """A scan may enter a folder before the news of it has been worked off."""
    hinted.see(folder)
    for number in range(200):
        (folder / str(number)).mkdir()
    assert hinted.watch.verify(os.fsencode(folder), 201) == ""


_PAST_THE_LIMIT = """
import os, sys
from pathlib import Path
from photoclip.watching.live import LiveWatch

def limit(name, number):
    Path("/proc/sys/user", name).write_text(str(number))

root = os.fsencode(sys.argv[1])
watch = LiveWatch(lambda folder: None)
watch.start()
limit("max_inotify_watches", 50)
print(watch.watch(root) or "started")
print(watch.verify(root, 201), watch.is_live(root))
watch.leave(root)
limit("max_inotify_watches", 0)
print(watch.watch(root))
limit("max_inotify_instances", 0)
print(watch.watch(root))
watch.close()
"""


def in_a_namespace(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a command where it may set limits that bind itself alone."""
    return subprocess.run(["unshare", "-Ur", *command], capture_output=True, text=True, timeout=LONG)


@on_linux
def test_the_system_s_limits_are_noticed_and_told_with_the_remedy(folder: Path) -> None:
    try:
        allowed = in_a_namespace("sh", "-c", "echo 99 > /proc/sys/user/max_inotify_watches").returncode == 0
    except OSError:
        allowed = False
    if not allowed:
        pytest.skip("no user namespaces here")
    for number in range(200):
        (folder / str(number)).mkdir()
    done = in_a_namespace(sys.executable, "-c", _PAST_THE_LIMIT, str(folder))
    assert done.returncode == 0, done.stderr
    started, part, none, no_instance = done.stdout.splitlines()
    assert started == "started"  # past the limit nothing fails by itself
    assert "Only 50 of the 201 folders" in part
    assert "sudo sysctl fs.inotify.max_user_watches=" in part
    assert part.endswith(" False")
    assert "sudo sysctl fs.inotify.max_user_watches=" in none
    assert "sudo sysctl fs.inotify.max_user_instances=" in no_instance


_STORM = """
import os, queue, subprocess, sys, threading
import psutil
from photoclip.watching.live import LiveWatch

root, files = sys.argv[1], int(sys.argv[2])
told = queue.Queue()
watch = LiveWatch(told.put)
watch.start()
assert watch.watch(os.fsencode(root)) == ""
before = psutil.Process().memory_info().rss
child = "import os, sys\\nfor n in range(int(sys.argv[2])): open(f'{sys.argv[1]}/{n}.jpg', 'w').close()"
subprocess.run([sys.executable, "-c", child, root, str(files)], check=True)
assert told.get(timeout=120) == os.fsencode(root)
print(psutil.Process().memory_info().rss - before)
watch.close()
"""


@on_linux
def test_a_storm_of_arrivals_costs_little_memory(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _STORM, str(folder), "20000"], capture_output=True, text=True, timeout=200
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 40 << 20


@on_linux
def test_an_unmounted_drive_takes_no_other_folder_with_it(hinted: Hinted, folder: Path, beside: Path) -> None:
    def mount(*command: str) -> bool:
        try:
            return subprocess.run(command, capture_output=True, timeout=LONG).returncode == 0
        except OSError:
            return False

    tmpfs = ("mount", "-t", "tmpfs", "-o", "size=4m", "photoclip-test", str(folder))
    if not mount(*tmpfs):
        pytest.skip("mounting is not allowed here")
    try:
        hinted.see(folder)
        hinted.see(beside)
        draw(folder / "a.jpg")
        assert hinted.next() == folder
    finally:
        assert mount("umount", str(folder))
    assert not hinted.watch.is_live(os.fsencode(folder))
    assert hinted.is_still(beside)
    assert mount(*tmpfs)
    try:
        assert hinted.see(folder) == ""
        draw(folder / "a.jpg")
        assert hinted.next() == folder
    finally:
        assert mount("umount", str(folder))
