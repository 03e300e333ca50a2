"""Where watched folders are: a drive may be mounted elsewhere, a library be carried to another machine."""

from __future__ import annotations

import os
from pathlib import Path

from support import draw

from photoclip.catalog.catalog import Catalog
from photoclip.domain.catalog import Coverage, WatchedFolder
from photoclip.domain.machine import Drive
from photoclip.domain.photos import FoundFile
from photoclip.library import places


class Rack:
    """Drives by mount point; a test plugs and unplugs them."""

    def __init__(self) -> None:
        self.mounted: dict[bytes, str] = {}

    def of(self, path: bytes) -> Drive:
        for mount, drive_id in self.mounted.items():
            if path == mount or path.startswith(mount + b"/"):
                return Drive(drive_id, mount)
        return Drive("", b"/")

    def find(self, drive_id: str) -> bytes | None:
        return next((mount for mount, known in self.mounted.items() if known == drive_id), None)


def plug(rack: Rack, path: Path, drive_id: str) -> None:
    path.mkdir(exist_ok=True)
    rack.mounted[os.fsencode(path)] = drive_id


def test_a_drive_that_is_mounted_elsewhere_is_found_with_all_its_files(catalog: Catalog, tmp_path) -> None:
    rack = Rack()
    plug(rack, tmp_path / "usb", "uuid:1")
    (tmp_path / "usb" / "Photos").mkdir()
    before = os.fsencode(tmp_path / "usb" / "Photos")
    catalog.folders.add(before)
    assert places.locate(catalog, rack, catalog.folders.all()[0]) == before
    (tmp_path / "usb").rename(tmp_path / "usb1")
    rack.mounted = {os.fsencode(tmp_path / "usb1"): "uuid:1"}
    after = os.fsencode(tmp_path / "usb1" / "Photos")
    assert places.locate(catalog, rack, catalog.folders.all()[0]) == after
    assert catalog.folders.all() == [WatchedFolder(after, "uuid:1", b"Photos")]


def test_another_drive_at_the_same_mount_point_is_not_the_folder(catalog: Catalog, tmp_path: Path) -> None:
    rack = Rack()
    plug(rack, tmp_path / "usb", "uuid:1")
    catalog.folders.add(os.fsencode(tmp_path / "usb"))
    places.locate(catalog, rack, catalog.folders.all()[0])
    rack.mounted = {os.fsencode(tmp_path / "usb"): "uuid:2"}
    assert places.locate(catalog, rack, catalog.folders.all()[0]) is None


def test_files_keep_their_photos_when_their_drive_is_mounted_elsewhere(home, tmp_path: Path) -> None:
    for mark in range(6):
        draw(home.photos / "trip" / f"{mark}.png", "red", mark)
    odd = os.fsencode(home.photos) + b"/latin1_\xe9.png"
    draw(home.photos / "odd.png", "blue", 9).rename(os.fsdecode(odd))
    home.keep_up()
    home.photos.rename(tmp_path / "elsewhere")
    (folder,) = home.catalog.folders.all()
    places.move(home.catalog, folder.path, os.fsencode(tmp_path / "elsewhere"), folder)
    assert home.catalog.files.count_pending(home.encoder.key) == 0
    home.photos = tmp_path / "elsewhere"
    assert home.scan().new == 0
    assert home.keep_up() == Coverage(7, 7, 0, 0)
    assert home.encoder.images_encoded == 7
    paths = [row.path for row in home.catalog.photos.rows(home.catalog.photos.in_sight().tolist())]
    assert os.fsencode(tmp_path / "elsewhere") + b"/latin1_\xe9.png" in paths


def test_a_library_beside_its_photos_finds_them_after_both_were_moved(catalog: Catalog, tmp_path) -> None:
    (tmp_path / "drive" / "Photos").mkdir(parents=True)
    catalog.folders.add(os.fsencode(tmp_path / "drive" / "Photos"))
    places.follow_library(catalog, os.fsencode(tmp_path / "drive" / "library"))
    (tmp_path / "drive").rename(tmp_path / "other")
    places.follow_library(catalog, os.fsencode(tmp_path / "other" / "library"))
    assert [folder.path for folder in catalog.folders.all()] == [os.fsencode(tmp_path / "other" / "Photos")]


def test_a_library_from_another_system_finds_its_photos(catalog: Catalog, tmp_path: Path) -> None:
    catalog.folders.add(b"E:\\Photos")
    catalog.record_place(b"E:\\photoclip\\library")
    catalog.files.begin_walk()
    (tmp_path / "Photos" / "2020").mkdir(parents=True)
    see(catalog, b"E:\\Photos\\2020\\a.jpg")
    places.follow_library(catalog, os.fsencode(tmp_path / "photoclip" / "library"))
    assert [folder.path for folder in catalog.folders.all()] == [os.fsencode(tmp_path / "Photos")]
    assert catalog.files.count_below(os.fsencode(tmp_path / "Photos" / "2020")) == 1


def test_a_copied_library_leaves_the_photos_where_they_are(catalog: Catalog, tmp_path: Path) -> None:
    for place in ("a", "b"):
        (tmp_path / place / "Photos").mkdir(parents=True)
    catalog.folders.add(os.fsencode(tmp_path / "a" / "Photos"))
    catalog.record_place(os.fsencode(tmp_path / "a" / "library"))
    places.follow_library(catalog, os.fsencode(tmp_path / "b" / "library"))
    assert [folder.path for folder in catalog.folders.all()] == [os.fsencode(tmp_path / "a" / "Photos")]


def see(catalog: Catalog, path: bytes) -> None:
    catalog.files.record_seen([FoundFile(path, 1, 2, 3, 4)])
