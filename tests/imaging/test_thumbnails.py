"""Thumbnails on disk."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from photoclip import storage
from photoclip.domain.pipeline import ThumbnailStore
from photoclip.errors import StorageFault
from photoclip.imaging.thumbnails import Thumbnails

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
