"""What is opened, and what its hash is."""

from __future__ import annotations

import hashlib
import os
import sys
import time

import pytest

from photoclip.domain.decoding import Decoded
from photoclip.domain.photos import Problem, ProblemKind
from photoclip.imaging import files

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def test_the_hash_is_that_of_all_bytes(tmp_path, scene, read):
    path = tmp_path / "a.png"
    scene(900, 700).save(path)
    assert path.stat().st_size > files._CHUNK_BYTES
    outcome = read(path, fingerprint_only=True)
    assert outcome == Decoded(hashlib.blake2b(path.read_bytes(), digest_size=16).digest())


def test_a_decode_and_a_fingerprint_agree(tmp_path, scene, read):
    path = tmp_path / "a.jpg"
    scene(90, 70).save(path)
    assert read(path, thumbnail=True).content_hash == read(path, fingerprint_only=True).content_hash


def test_a_fingerprint_refuses_what_is_no_photo(tmp_path, read):
    (tmp_path / "a.jpg").write_text("no photo")
    assert read(tmp_path / "a.jpg", fingerprint_only=True).kind is ProblemKind.DAMAGED


def test_a_sparse_giant_is_refused_by_its_header(tmp_path, read):
    path = tmp_path / "sparse.jpg"
    path.touch()
    os.truncate(path, 4 << 30)
    began = time.monotonic()
    assert read(path).kind is ProblemKind.DAMAGED
    assert time.monotonic() - began < 1


def test_a_giant_with_a_good_header_is_too_large(tmp_path, read):
    path = tmp_path / "giant.jpg"
    path.write_bytes(b"\xff\xd8\xff\xe0")
    os.truncate(path, 4 << 30)
    began = time.monotonic()
    outcome = read(path)
    assert outcome.kind is ProblemKind.TOO_LARGE
    assert "4.0 GB" in outcome.reason
    assert time.monotonic() - began < 1


@posix
def test_a_named_pipe_never_blocks(tmp_path, read):
    os.mkfifo(tmp_path / "pipe.jpg")
    assert read(tmp_path / "pipe.jpg").kind is ProblemKind.NOT_A_PHOTO


@posix
def test_a_link_to_an_endless_device_is_not_followed(tmp_path, read):
    (tmp_path / "zero.jpg").symlink_to("/dev/zero")
    assert read(tmp_path / "zero.jpg").kind is ProblemKind.NOT_A_PHOTO


def test_a_folder_with_a_photo_name_is_not_a_photo(tmp_path, read):
    (tmp_path / "folder.jpg").mkdir()
    outcome = read(tmp_path / "folder.jpg")
    assert outcome.kind in (ProblemKind.NOT_A_PHOTO, ProblemKind.UNREADABLE)


def test_a_file_that_is_gone_is_unreadable_and_retried(tmp_path, read):
    outcome = read(tmp_path / "gone.jpg")
    assert outcome == Problem(ProblemKind.UNREADABLE, "The file is no longer there.")
    assert outcome.kind.retried_each_scan


@posix
def test_a_file_without_permission_is_unreadable(tmp_path, scene, read):
    path = tmp_path / "locked.jpg"
    scene(30, 20).save(path)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("root may read everything")
    assert "permissions" in read(path).reason


def test_a_file_that_changes_while_it_is_read_is_left_for_later(tmp_path, scene):
    path = tmp_path / "growing.jpg"
    scene(30, 20).save(path)

    def append_while_reading() -> None:
        with files.open_photo(os.fsencode(path)):
            path.write_bytes(path.read_bytes() + b"more")

    with pytest.raises(files.Rejected) as raised:
        append_while_reading()
    assert raised.value.problem.kind is ProblemKind.UNREADABLE
