"""Which drive a folder lies on, and where a drive is when it is mounted elsewhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from photoclip.machine.drives import Drives
from photoclip.machine.mounts import Mount, mounts

MARK = ".photoclip-drive"


class Machine:
    """A machine in a temporary folder: what is mounted, and udev's links from UUIDs to devices."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.by_uuid = root / "by-uuid"
        self.blocks = root / "block"
        for folder in (self.by_uuid, self.blocks, root / "dev"):
            folder.mkdir()
        self.mounted: list[Mount] = [Mount(str(self.device("system")), os.fsencode(root), "ext4")]
        self.asked = 0
        self.drives = Drives(self._mounts, self.by_uuid, self.blocks)

    def _mounts(self) -> Sequence[Mount]:
        self.asked += 1
        return list(self.mounted)

    def device(self, name: str) -> Path:
        path = self.root / "dev" / name
        path.touch()
        link = self.by_uuid / f"1234-{name}"
        if not link.exists():
            link.symlink_to(path)
        return path

    def mount(self, name: str, place: str, kind: str = "ext4", options: str = "rw") -> Path:
        point = self.root / place
        point.mkdir(parents=True, exist_ok=True)
        self.mounted.append(Mount(str(self.device(name)), os.fsencode(point), kind, options))
        return point

    def unmount(self, point: Path) -> None:
        self.mounted = [mount for mount in self.mounted if mount.point != os.fsencode(point)]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_a_folder_belongs_to_the_nearest_mount_above_it(machine: Machine) -> None:
    point = machine.mount("stick", "media/stick")
    drive = machine.drives.of(os.fsencode(point / "photos" / "2019"))
    assert (drive.drive_id, drive.mount) == ("uuid:1234-stick", os.fsencode(point))
    beside = machine.drives.of(os.fsencode(machine.root / "media" / "stick-of-another"))
    assert beside.drive_id == "uuid:1234-system"


def test_a_folder_reached_by_a_link_belongs_to_the_drive_where_it_is(machine: Machine) -> None:
    point = machine.mount("stick", "media/stick")
    (point / "photos").mkdir()
    (machine.root / "pictures").symlink_to(point / "photos")
    assert machine.drives.of(os.fsencode(machine.root / "pictures")).mount == os.fsencode(point)


def test_a_drive_is_found_at_its_new_place_and_not_while_it_is_away(machine: Machine) -> None:
    point = machine.mount("stick", "media/stick")
    drive = machine.drives.of(os.fsencode(point))
    machine.unmount(point)
    assert machine.drives.find(drive.drive_id) is None
    assert machine.drives.of(os.fsencode(point)).drive_id == "uuid:1234-system"
    elsewhere = machine.mount("stick", "mnt/elsewhere")
    assert machine.drives.find(drive.drive_id) == os.fsencode(elsewhere)


def test_another_drive_at_the_same_place_is_not_it(machine: Machine) -> None:
    point = machine.mount("stick", "media/usb")
    drive = machine.drives.of(os.fsencode(point))
    machine.unmount(point)
    machine.mount("other", "media/usb")
    assert machine.drives.find(drive.drive_id) is None
    assert machine.drives.of(os.fsencode(point)).drive_id == "uuid:1234-other"


def test_of_two_mounts_at_one_place_the_later_one_counts(machine: Machine) -> None:
    machine.mount("under", "media/usb")
    point = machine.mount("over", "media/usb")
    assert machine.drives.of(os.fsencode(point / "a")).drive_id == "uuid:1234-over"


def test_a_marker_comes_before_the_id_of_the_volume(machine: Machine) -> None:
    point = machine.mount("share", "mnt/share", "cifs")
    (point / MARK).write_text("family-photos-01\n")
    drive = machine.drives.of(os.fsencode(point / "2019"))
    assert (drive.drive_id, drive.mount, drive.remote) == (
        "marker:family-photos-01",
        os.fsencode(point),
        True,
    )
    machine.unmount(point)
    (point / MARK).unlink()
    elsewhere = machine.mount("share", "Volumes/share", "smbfs")
    (elsewhere / MARK).write_text("family-photos-01")
    assert machine.drives.find("marker:family-photos-01") == os.fsencode(elsewhere)


def test_a_drive_with_a_new_marker_is_still_found_by_its_volume(machine: Machine) -> None:
    point = machine.mount("stick", "media/stick")
    (point / MARK).write_text("family-photos-01")
    assert machine.drives.find("uuid:1234-stick") == os.fsencode(point)


def test_a_marker_in_the_watched_folder_makes_that_folder_the_drive(machine: Machine) -> None:
    folder = machine.mount("share", "mnt/share", "nfs4") / "photos"
    folder.mkdir()
    (folder / MARK).write_text("family-photos-01")
    drive = machine.drives.of(os.fsencode(folder))
    assert (drive.drive_id, drive.mount) == ("marker:family-photos-01", os.fsencode(folder))
    machine.unmount(folder.parent)
    elsewhere = machine.root / "mnt" / "elsewhere"
    folder.parent.rename(elsewhere)
    machine.mount("share", "mnt/elsewhere", "nfs4")
    assert machine.drives.find(drive.drive_id) == os.fsencode(elsewhere / "photos")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"short",
        b"x" * 65,
        b"x" * 5_000_000,
        b"\0" * 20,
        b"../../../etc/passwd",
        b"two words here",
        b"\xff" * 9,
    ],
)
def test_a_hostile_marker_is_no_marker(machine: Machine, content: bytes) -> None:
    point = machine.mount("stick", "media/stick")
    (point / MARK).write_bytes(content)
    assert machine.drives.of(os.fsencode(point)).drive_id == "uuid:1234-stick"


@pytest.mark.timeout(30)
def test_a_marker_that_is_no_file_holds_nobody_up(machine: Machine) -> None:
    point = machine.mount("stick", "media/stick")
    os.mkfifo(point / MARK)
    assert machine.drives.of(os.fsencode(point)).drive_id == "uuid:1234-stick"
    (point / MARK).unlink()
    (point / MARK).mkdir()
    assert machine.drives.of(os.fsencode(point)).drive_id == "uuid:1234-stick"
    (point / MARK).rmdir()
    (machine.root / "outside").write_text("family-photos-01")
    (point / MARK).symlink_to(machine.root / "outside")
    assert machine.drives.of(os.fsencode(point)).drive_id == "uuid:1234-stick"


def test_asking_again_costs_nothing_until_something_is_mounted(machine: Machine) -> None:
    machine.mount("stick", "media/stick")
    assert machine.drives.find("uuid:1234-stick") is not None
    shutil.rmtree(machine.by_uuid)
    assert machine.drives.find("uuid:1234-stick") is not None
    machine.by_uuid.mkdir()
    machine.mount("other", "media/other")
    assert machine.drives.find("uuid:1234-stick") is None
    assert machine.drives.find("uuid:1234-other") is not None


def test_a_drive_without_an_id_and_a_path_that_is_not_there_do_no_harm(machine: Machine) -> None:
    point = machine.mount("ram", "ram", "tmpfs")
    (machine.by_uuid / "1234-ram").unlink()
    assert machine.drives.of(os.fsencode(point)).drive_id == ""
    assert machine.drives.find("") is None
    assert machine.drives.find("uuid:") is None
    assert machine.drives.find("marker:") is None
    assert machine.drives.of(b"/not/there/at/all").mount
    assert machine.drives.of(b"/not/\xe9\n\xff").mount
    machine.mounted = []
    assert machine.drives.of(os.fsencode(point)).mount == b"/"


@pytest.mark.parametrize(
    ("kind", "options", "remote"),
    [
        ("nfs", "rw", True),
        ("nfs4", "rw", True),
        ("cifs", "rw", True),
        ("smb3", "rw", True),
        ("smbfs", "", True),
        ("9p", "rw", True),
        ("afpfs", "", True),
        ("webdav", "", True),
        ("fuse.sshfs", "rw", True),
        ("fuse.rclone", "rw", True),
        ("NTFS", "rw,remote", True),
        ("NTFS", "rw,fixed", False),
        ("ext4", "rw", False),
        ("apfs", "rw", False),
        ("fuseblk", "rw", False),
    ],
)
def test_network_drives_are_told_apart(machine: Machine, kind: str, options: str, remote: bool) -> None:
    point = machine.mount("x", "place", kind, options)
    drive = machine.drives.of(os.fsencode(point))
    assert drive.remote is remote
    assert not drive.removable
    assert bool(drive.drive_id) is not remote


def test_whether_a_drive_is_remote_is_told_without_asking_for_its_name(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(*_: object) -> str:
        raise AssertionError("which may run a program")

    monkeypatch.setattr("photoclip.machine.drives.volume_id", ask)
    here, away = machine.mount("x", "place"), machine.mount("y", "share", "nfs4")
    assert not machine.drives.is_remote(os.fsencode(here / "photos" / "gone"))
    assert machine.drives.is_remote(os.fsencode(away / "photos"))


@pytest.mark.parametrize(
    ("device", "point", "kind", "options", "removable"),
    [
        ("/dev/sdb1", b"/media/me/STICK", "vfat", "rw", True),
        ("/dev/sdb1", b"/run/media/me/disk", "ext4", "rw", True),
        ("/dev/sdb1", b"/mnt/stick", "exfat", "rw", True),
        ("/dev/sda2", b"/mnt/data", "ext4", "rw", False),
        ("/dev/sda2", b"/home", "ext4", "rw", False),
        ("/dev/sdu1", b"/srv/usb", "ext4", "rw", True),
        ("/dev/sdr1", b"/srv/card", "ext4", "rw", True),
        ("/dev/disk4s1", b"/Volumes/STICK", "msdos", "", True),
        ("//nas/photos", b"/Volumes/photos", "smbfs", "", False),
        ("stick", b"/stick", "FAT32", "rw,removable", True),
    ],
)
def test_drives_that_are_unplugged_are_told_apart(
    tmp_path: Path, device: str, point: bytes, kind: str, options: str, removable: bool
) -> None:
    places = {"sda2": "pci/ata1/sda/sda2", "sdu1": "pci/usb2/2-1/sdu/sdu1", "sdr1": "pci/mmc0/sdr/sdr1"}
    blocks = tmp_path / "block"
    blocks.mkdir()
    for name, place in places.items():
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place).parent.joinpath("removable").write_text("1\n" if name == "sdr1" else "0\n")
        (blocks / name).symlink_to(tmp_path / place)
    drives = Drives(lambda: [Mount(device, point, kind, options)], tmp_path / "none", blocks)
    # The mount points are no paths of this machine; where they are, nothing is read but a marker.
    assert drives.of(os.path.join(point, b"photos")).removable is removable


def test_the_machine_that_the_tests_run_on_is_described(tmp_path: Path) -> None:
    drive = Drives().of(os.fsencode(tmp_path))
    assert os.fsencode(tmp_path.resolve()).startswith(drive.mount)
    assert drive.mount in {mount.point for mount in mounts()}
    if drive.drive_id:
        assert Drives().find(drive.drive_id) is not None


def ran(*command: str | Path) -> str | None:
    """What a command said, or None where it may not run."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None


@pytest.mark.skipif(sys.platform != "linux", reason="loop mounts are Linux's")
def test_a_real_drive_is_found_when_it_is_mounted_elsewhere(tmp_path: Path) -> None:
    image, first, second = tmp_path / "image", tmp_path / "first", tmp_path / "second"
    with image.open("wb") as file:
        file.truncate(4 << 20)
    for point in (first, second):
        point.mkdir()
    if ran("mkfs.ext4", "-q", "-F", image) is None or ran("mount", "-o", "loop", image, first) is None:
        pytest.skip("mounting is not allowed here")
    by_uuid = tmp_path / "by-uuid"
    by_uuid.mkdir()
    mounted = first
    try:
        device = next(mount.device for mount in mounts() if mount.point == os.fsencode(first))
        (by_uuid / "1234").symlink_to(device)
        drives = Drives(by_uuid=by_uuid)
        assert drives.of(os.fsencode(first / "photos")).drive_id == "uuid:1234"
        (first / MARK).write_text("family-photos-01")
        assert drives.of(os.fsencode(first)).drive_id == "marker:family-photos-01"
        assert ran("umount", first) is not None
        mounted = None
        assert drives.find("marker:family-photos-01") is None
        if ran("mount", "-o", "loop", image, second) is None:
            pytest.fail("it could be mounted once, but not again")
        mounted = second
        assert drives.find("marker:family-photos-01") == os.fsencode(second)
    finally:
        if mounted:
            ran("umount", mounted)
