"""Thumbnails on disk."""

from __future__ import annotations

import io
import os
import stat
import sys
from pathlib import Path

import pytest
from PIL import Image

from photoclip import storage
from photoclip.domain.pipeline import ThumbnailStore
from photoclip.errors import StorageFault
from photoclip.imaging.thumbnails import Thumbnails, shelves

HASH = bytes.fromhex("ab" + "01" * 15)


def test_a_thumbnail_is_found_under_its_hash(tmp_path):
    store: ThumbnailStore = Thumbnails(tmp_path / "thumbnails")
    assert not store.has(HASH)
    store.put(HASH, b"jpeg")
    assert store.has(HASH)
    assert Path(store.path(HASH)) == tmp_path / "thumbnails" / "ab" / f"{HASH.hex()}.jpg"
    assert storage.unsealed(Path(store.path(HASH)).read_bytes()) == b"jpeg"


def test_a_second_one_replaces_the_first(tmp_path):
    store = Thumbnails(tmp_path)
    store.put(HASH, b"one")
    store.put(HASH, b"two")
    assert storage.unsealed(Path(store.path(HASH)).read_bytes()) == b"two"
    assert os.listdir(tmp_path / "ab") == [f"{HASH.hex()}.jpg"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_only_this_user_can_look(tmp_path):
    store = Thumbnails(tmp_path / "thumbnails")
    store.put(HASH, b"jpeg")
    file = Path(store.path(HASH))
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (file, file.parent, file.parent.parent)]
    assert modes == [0o600, 0o700, 0o700]


def test_an_empty_file_left_by_a_power_cut_does_not_count(tmp_path):
    store = Thumbnails(tmp_path)
    store.put(HASH, b"jpeg")
    Path(store.path(HASH)).write_bytes(b"")
    assert not store.has(HASH)


def test_a_place_that_cannot_be_written_is_a_storage_fault_with_a_way_out(tmp_path):
    (tmp_path / "thumbnails").write_text("a file where the folder should be")
    with pytest.raises(StorageFault, match="choose another place"):
        Thumbnails(tmp_path / "thumbnails").put(HASH, b"jpeg")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_a_disk_that_takes_no_more_is_a_storage_fault_and_leaves_the_old_thumbnail(tmp_path):
    import resource

    store = Thumbnails(tmp_path)
    store.put(HASH, b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (30, hard))
    try:
        with pytest.raises(StorageFault, match="free some space"):
            store.put(HASH, b"new" * 1000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert storage.unsealed(Path(store.path(HASH)).read_bytes()) == b"old"
    assert len(list(Path(store.path(HASH)).parent.iterdir())) == 1


def test_any_flipped_bit_or_cut_is_noticed_and_the_thumbnail_can_be_dropped(tmp_path):
    store = Thumbnails(tmp_path)
    store.put(HASH, b"\xff\xd8jpeg\xff\xd9")
    assert store.sound(HASH)
    file = Path(store.path(HASH))
    whole = file.read_bytes()
    for place in range(len(whole)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert not store.sound(HASH)
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        # Cut just behind the end of the JPEG, nothing of the picture is lost.
        assert store.sound(HASH) == whole[:length].endswith(b"\xff\xd9")
    store.drop(HASH)
    assert not store.has(HASH)
    store.drop(HASH)


def test_thumbnails_of_another_size_are_in_a_folder_beside(tmp_path):
    usual, small, large = (Thumbnails(tmp_path / "thumbnails", px) for px in (512, 256, 1024))
    for store, name in ((usual, "thumbnails"), (small, "thumbnails-256"), (large, "thumbnails-1024")):
        store.put(HASH, b"jpeg")
        assert Path(store.path(HASH)) == tmp_path / name / "ab" / f"{HASH.hex()}.jpg"
    assert [store.px for store in (usual, small, large)] == [512, 256, 1024]


@pytest.mark.parametrize("kept", [512, 256, 1024])
def test_a_sweep_leaves_the_thumbnails_of_its_own_size(tmp_path, kept):
    stores = {px: Thumbnails(tmp_path / "thumbnails", px) for px in (512, 256, 1024)}
    for store in stores.values():
        store.put(HASH, b"jpeg")
    stores[kept].sweep()
    assert [px for px, store in stores.items() if store.has(HASH)] == [kept]
    assert len(os.listdir(tmp_path)) == 1


def test_a_sweep_removes_what_a_killed_writer_left_and_nothing_of_others(tmp_path):
    store = Thumbnails(tmp_path / "thumbnails")
    store.put(HASH, b"jpeg")
    Thumbnails(tmp_path / "thumbnails", 256).put(HASH, b"jpeg")
    shelf = Path(store.path(HASH)).parent
    left = shelf / f".{HASH.hex()}.jpg-abcd1234"
    mine = [
        shelf / "mine.jpg", shelf / ".mine.jpg-abcd1234", tmp_path / "thumbnails" / "mine.txt",
        tmp_path / "thumbnails-256" / "ab" / "mine.jpg", tmp_path / "thumbnails-old" / "a.jpg",
        tmp_path / "my-thumbnails-256" / f"{HASH.hex()}.jpg",
    ]  # fmt: skip
    for file in (left, *mine):
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"x")
    store.sweep()
    assert store.has(HASH)
    assert not left.exists()
    assert all(file.exists() for file in mine)
    assert os.listdir(tmp_path / "thumbnails-256" / "ab") == ["mine.jpg"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no links for everybody")
def test_a_sweep_follows_no_links(tmp_path):
    elsewhere = Thumbnails(tmp_path / "elsewhere")
    elsewhere.put(HASH, b"jpeg")
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "thumbnails-256").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "library" / "thumbnails-1024").mkdir()
    (tmp_path / "library" / "thumbnails-1024" / "ab").symlink_to(tmp_path / "elsewhere" / "ab")
    Thumbnails(tmp_path / "library" / "thumbnails").sweep()
    assert elsewhere.has(HASH)


def test_a_sweep_of_nothing_does_nothing(tmp_path):
    Thumbnails(tmp_path / "gone" / "thumbnails").sweep()
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(("px", "size"), [(256, (256, 128)), (512, (512, 256)), (1024, (1024, 512))])
@pytest.mark.parametrize("extension", [".jpg", ".png"])
def test_a_thumbnail_is_as_large_as_asked(tmp_path, scene, read, px, size, extension):
    path = tmp_path / f"a{extension}"
    scene(3000, 1500).save(path)
    thumbnail = read(path, thumbnail=True, thumbnail_px=px).thumbnail
    assert Image.open(io.BytesIO(thumbnail)).size == size


def test_only_the_folders_of_thumbnails_in_a_place_are_photoclips_own(tmp_path: Path) -> None:
    own = shelves(tmp_path)
    assert tmp_path not in own
    for px in (256, 512, 1024):
        store = Thumbnails(tmp_path / "thumbnails", px)
        assert any(Path(store.path(bytes(16))).is_relative_to(folder) for folder in own)
