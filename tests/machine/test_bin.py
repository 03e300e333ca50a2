"""The system's bin, and the way back out of it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from photoclip.domain.errands import BinnedFile
from photoclip.domain.machine import Bin
from photoclip.errors import StorageFault
from photoclip.machine.bin import SystemBin

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the bin of a test's own needs Linux")


@pytest.fixture
def bin_of_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The bin of a home folder of the test's own; Send2Trash looks up where it is once, when imported."""
    from send2trash import plat_other

    home = tmp_path / "home"
    data = home / ".local" / "share"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(data))
    monkeypatch.setattr(plat_other, "XDG_DATA_HOME", os.fsencode(data))
    monkeypatch.setattr(plat_other, "HOMETRASH_B", os.fsencode(data / "Trash"))
    monkeypatch.setattr("send2trash.send2trash", plat_other.send2trash)
    return data / "Trash"


def photo(folder: Path, name: bytes = b"a.jpg", content: bytes = b"photo") -> bytes:
    folder.mkdir(parents=True, exist_ok=True)
    path = os.path.join(os.fsencode(folder), name)
    Path(os.fsdecode(path)).write_bytes(content)
    return path


def content(path: bytes) -> bytes:
    return Path(os.fsdecode(path)).read_bytes()


@pytest.mark.parametrize(
    "name",
    [
        b"a.jpg",
        b"caf\xe9.jpg",
        "été 100%.jpg".encode(),
        b"two\nlines.jpg",
        b"-rf [a] 'x'.jpg",
        b"noend",
        b".hidden",
    ],
)
def test_what_goes_into_the_bin_comes_back_as_it_was(bin_of_home: Path, tmp_path: Path, name: bytes) -> None:
    system: Bin = SystemBin()
    path = photo(tmp_path / "photos", name)
    before = os.stat(path)
    binned = system.put(path)
    assert not os.path.lexists(path)
    assert binned.path == path
    assert binned.place.startswith(os.fsencode(bin_of_home))
    system.put_back(binned)
    after = os.stat(path)
    assert (after.st_mtime_ns, after.st_size, after.st_ino) == (
        before.st_mtime_ns,
        before.st_size,
        before.st_ino,
    )
    assert os.listdir(bin_of_home / "info") == os.listdir(bin_of_home / "files") == []


def test_of_two_files_of_one_name_each_goes_back_to_its_place(bin_of_home: Path, tmp_path: Path) -> None:
    system = SystemBin()
    paths = [photo(tmp_path / name, content=name.encode()) for name in ("one", "two", "three")]
    binned = [system.put(path) for path in paths]
    assert len({file.place for file in binned}) == 3
    for file in reversed(binned):
        system.put_back(file)
    assert [content(path) for path in paths] == [b"one", b"two", b"three"]


def test_of_one_path_that_went_twice_the_last_is_meant(bin_of_home: Path, tmp_path: Path) -> None:
    system = SystemBin()
    system.put(photo(tmp_path / "photos", content=b"first"))
    binned = system.put(photo(tmp_path / "photos", content=b"second"))
    assert content(binned.place) == b"second"
    system.put_back(binned)
    assert content(binned.path) == b"second"
    assert len(os.listdir(bin_of_home / "files")) == 1


def test_a_photo_below_the_folder_of_the_bin_is_found_too(bin_of_home: Path) -> None:
    path = photo(bin_of_home.parent / "photos")
    binned = SystemBin().put(path)
    SystemBin().put_back(binned)
    assert content(path) == b"photo"


def test_a_photo_reached_through_a_linked_folder_comes_back(bin_of_home: Path, tmp_path: Path) -> None:
    photo(tmp_path / "photos")
    (tmp_path / "link").symlink_to(tmp_path / "photos")
    path = os.fsencode(tmp_path / "link" / "a.jpg")
    binned = SystemBin().put(path)
    assert binned.place
    SystemBin().put_back(binned)
    assert content(path) == b"photo"


def test_a_folder_that_is_gone_is_made_again(bin_of_home: Path, tmp_path: Path) -> None:
    path = photo(tmp_path / "photos" / "2020")
    binned = SystemBin().put(path)
    (tmp_path / "photos" / "2020").rmdir()
    SystemBin().put_back(binned)
    assert content(path) == b"photo"


def test_what_took_its_place_is_not_overwritten(bin_of_home: Path, tmp_path: Path) -> None:
    path = photo(tmp_path / "photos")
    binned = SystemBin().put(path)
    photo(tmp_path / "photos", content=b"another")
    with pytest.raises(StorageFault, match=r"Another file is at .*\.$"):
        SystemBin().put_back(binned)
    assert (content(path), content(binned.place)) == (b"another", b"photo")


@pytest.mark.parametrize("place", [b"", b"/nowhere/files/a.jpg"])
def test_what_is_not_in_the_bin_any_more_does_not_come_back(tmp_path: Path, place: bytes) -> None:
    with pytest.raises(StorageFault, match=r"is not in the bin any more; .*\.$"):
        SystemBin().put_back(BinnedFile(os.fsencode(tmp_path / "a.jpg"), place))
    assert not (tmp_path / "a.jpg").exists()


@pytest.mark.parametrize("kind", ["gone", "folder", "link"])
def test_only_a_file_that_is_there_goes_into_the_bin(bin_of_home: Path, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.jpg"
    if kind == "folder":
        path.mkdir()
    elif kind == "link":
        path.symlink_to(tmp_path)
    with pytest.raises(StorageFault, match=r"a\.jpg is (no longer there|not an ordinary file); .*\.$"):
        SystemBin().put(os.fsencode(path))
    assert os.path.lexists(path) == (kind != "gone")


@pytest.mark.parametrize(
    "error", [PermissionError(13, "Permission denied"), OSError("odd"), RuntimeError("gone")]
)
def test_a_system_that_refuses_is_a_storage_fault_and_the_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def refuse(path: object) -> None:
        raise error

    monkeypatch.setattr("send2trash.send2trash", refuse)
    path = photo(tmp_path / "photos")
    with pytest.raises(
        StorageFault, match=r"could not be moved to the bin.*file manager\.$|free some space.*\.$"
    ):
        SystemBin().put(path)
    assert content(path) == b"photo"


def test_a_bin_that_cannot_be_made_is_a_storage_fault(bin_of_home: Path, tmp_path: Path) -> None:
    bin_of_home.parent.mkdir(parents=True)
    bin_of_home.write_text("a file where the bin should be")
    path = photo(tmp_path / "photos")
    with pytest.raises(StorageFault, match=r"could not be moved to the bin .*\.$"):
        SystemBin().put(path)
    assert content(path) == b"photo"


@pytest.mark.parametrize(
    "note",
    [b"", b"Path=", b"\xff\xfe", b"[Trash Info]\nPath=%zz\n", b"Path=" + b"%2e%2e/" * 9000, b"x" * 100_000],
)
def test_strange_notes_in_the_bin_are_passed_over(bin_of_home: Path, tmp_path: Path, note: bytes) -> None:
    (bin_of_home / "info").mkdir(parents=True)
    (bin_of_home / "info" / "a strange.jpg.trashinfo").write_bytes(note)
    (bin_of_home / "info" / "a folder.trashinfo").mkdir()
    (bin_of_home / "info" / "a link.trashinfo").symlink_to("nowhere")
    path = photo(tmp_path / "photos")
    binned = SystemBin().put(path)
    SystemBin().put_back(binned)
    assert content(path) == b"photo"


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "stick"
    place.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "none", place], capture_output=True, check=False)
    if made.returncode != 0:
        pytest.skip("this user may mount nothing")
    yield place
    subprocess.run(["umount", place], check=True)


@pytest.mark.parametrize("common", [False, True])
def test_a_photo_on_another_drive_goes_into_the_bin_of_that_drive(
    bin_of_home: Path, stick: Path, common: bool
) -> None:
    if common:
        (stick / ".Trash").mkdir()
        (stick / ".Trash").chmod(0o1777)
    path = photo(stick / "DCIM", b"caf\xe9.jpg")
    binned = SystemBin().put(path)
    bin_of_stick = stick / ".Trash" / str(os.getuid()) if common else stick / f".Trash-{os.getuid()}"
    assert binned.place == os.path.join(os.fsencode(bin_of_stick), b"files", b"caf\xe9.jpg")
    SystemBin().put_back(binned)
    assert content(path) == b"photo"
    assert os.listdir(bin_of_stick / "info") == []


def test_a_drive_that_is_read_only_says_so(bin_of_home: Path, stick: Path) -> None:
    path = photo(stick / "DCIM")
    subprocess.run(["mount", "-o", "remount,ro", stick], check=True)
    with pytest.raises(StorageFault, match=r"could not be moved to the bin"):
        SystemBin().put(path)
    assert content(path) == b"photo"
