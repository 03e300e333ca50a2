"""A copy is whole or not there at all, whatever the disk that it goes to does."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from faults.failing import WHY_NOT, FailingDisk
from PIL.ExifTags import Base

from photoclip.domain.errands import CopyFormat, CopyOptions
from photoclip.errors import StorageFault
from photoclip.imaging import placing
from photoclip.imaging.copying import Copier

from .test_copying import Here, names, opened
from .test_metadata import SHOT, exif_with

Copy = Callable[..., Path]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "target").mkdir()
    return tmp_path / "target"


@pytest.fixture
def photo(tmp_path: Path, scene) -> Path:
    path = tmp_path / "IMG_1.jpg"
    scene(300, 200).save(path, exif=exif_with({Base.Make: "Canon"}, SHOT))
    return path


@pytest.fixture
def copy(target: Path) -> Copy:
    def make(source: Path, options: CopyOptions = CopyOptions(), into: Path = target) -> Path:
        return Path(os.fsdecode(Copier(Here).copy(os.fsencode(source), os.fsencode(into), options)))

    return make


@pytest.mark.skipif(sys.platform == "win32", reason="needs no links there")
@pytest.mark.parametrize("refusal", [errno.EPERM, errno.EOPNOTSUPP])
def test_a_disk_without_links_gets_copies_all_the_same(photo, copy, target, monkeypatch, refusal):
    def refuse(*_: object, **__: object) -> None:
        raise OSError(refusal, os.strerror(refusal))

    monkeypatch.setattr(placing.os, "link", refuse)
    assert [copy(photo).name for _ in range(3)] == ["IMG_1.jpg", "IMG_1 (2).jpg", "IMG_1 (3).jpg"]
    assert all((target / name).read_bytes() == photo.read_bytes() for name in names(target))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names themselves")
def test_a_name_that_a_disk_refuses_is_made_plain(photo, copy, target, monkeypatch):
    link = os.link

    def choosy(source: bytes, name: bytes) -> None:
        if b"?" in name or b"\xe9" in name:
            raise OSError(errno.EINVAL, "Invalid argument")
        link(source, name)

    monkeypatch.setattr(placing.os, "link", choosy)
    odd = os.path.join(os.fsencode(photo.parent), b"what? caf\xe9.jpg")
    photo.rename(os.fsdecode(odd))
    assert copy(Path(os.fsdecode(odd))).name == "what_ caf_.jpg"
    assert names(target) == ["what_ caf_.jpg"]


@pytest.mark.skipif(WHY_NOT != "", reason=WHY_NOT)
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EROFS, errno.EIO])
@pytest.mark.parametrize("options", ["CopyOptions()", "CopyOptions(CopyFormat.JPEG)"])
def test_wherever_a_disk_refuses_nothing_of_a_copy_is_left(photo, target, tmp_path, options, error):
    disk = FailingDisk.build(tmp_path)
    calls = run_copy(photo, target, options, disk.variables(target)), disk.calls()
    assert calls[0] == "made"
    assert calls[1] >= 4
    for file in target.iterdir():
        file.unlink()
    for at in range(1, calls[1]):
        said = run_copy(photo, target, options, disk.variables(target, at, error=error, once=True))
        if names(target):
            # Where there are no links the name is taken first.
            assert (said, names(target)) == ("made", ["IMG_1.jpg"])
            (target / "IMG_1.jpg").unlink()
        else:
            assert said.startswith("Nothing can be written to ")
            assert said.endswith(".")
            assert os.strerror(error) in said


COPY = """
import sys
from photoclip.domain.errands import CopyFormat, CopyOptions
from photoclip.errors import StorageFault
from photoclip.imaging.copying import Copier
from imaging.test_copying import Here
try:
    Copier(Here).copy(sys.argv[1].encode(), sys.argv[2].encode(), eval(sys.argv[3]))
    print("made")
except StorageFault as fault:
    print(fault)
"""


def run_copy(photo: Path, target: Path, options: str, variables: dict[str, str]) -> str:
    here = Path(__file__).parents[1]
    return subprocess.run(
        [sys.executable, "-c", COPY, photo, target, options],
        env=os.environ | variables | {"PYTHONPATH": f"{here}{os.pathsep}{here.parent}"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with room for 64 KiB."""
    place = tmp_path / "disk"
    place.mkdir()
    made = sys.platform == "linux" and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "none", place], capture_output=True, check=False
    )
    if not made or made.returncode != 0:
        pytest.skip("this user may mount nothing")
    yield place
    subprocess.run(["umount", place], check=True)


@pytest.mark.parametrize("options", [CopyOptions(), CopyOptions(CopyFormat.PNG)])
def test_a_full_disk_keeps_what_was_there(photo, copy, small_disk, options):
    (small_disk / "mine").write_text("mine")
    room = os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_frsize
    for _ in range(room // copy(photo, options).stat().st_size):
        copy(photo, options, into=small_disk)
    with pytest.raises(StorageFault, match=r"No space left on device\); free some space\.$"):
        copy(photo, options, into=small_disk)
    assert (small_disk / "mine").read_text() == "mine"
    whole = [name for name in names(small_disk) if name != "mine"]
    assert all(name.startswith("IMG_1") for name in whole)
    for name in whole:
        opened(small_disk / name).load()


def test_a_disk_that_is_read_only_says_so(photo, copy, small_disk):
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(StorageFault, match="read-only"):
        copy(photo, into=small_disk)
