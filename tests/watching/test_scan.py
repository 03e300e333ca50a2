"""What a walk of a folder sees."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from photoclip.domain.scanning import Listing
from photoclip.watching.scan import LONGEST_LISTING, SETTLE_SECONDS, Scanner


def later() -> float:
    """A clock by which everything that a test writes has settled."""
    return time.time() + 3600


def walk(root: Path, scanner: Scanner | None = None) -> Iterator[Listing]:
    listings = (scanner or Scanner(clock=later)).scan(os.fsencode(root))
    assert listings is not None
    return listings


def names(root: Path, scanner: Scanner | None = None) -> set[str]:
    found = [os.fsdecode(file.path) for listing in walk(root, scanner) for file in listing.files]
    assert len(found) == len(set(found))
    return {name.removeprefix(f"{root}/") for name in found}


def touch(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def test_everything_a_user_would_want_is_seen_and_the_rest_is_not(tmp_path: Path) -> None:
    wanted = ["a.jpg", "sub/b.JPG", "sub/deep/c.png", ".hidden.jpg", "notes.txt"]
    unwanted = [
        "._a.jpg",
        ".DS_Store",
        "Thumbs.db",
        ".cache/x.jpg",
        "@eaDir/x.jpg",
        "node_modules/pkg/logo.png",
        "$RECYCLE.BIN/x.jpg",
        "My.lrdata/x.jpg",
    ]
    touch(*(tmp_path / name for name in wanted + unwanted))
    assert names(tmp_path) == set(wanted)


def test_what_the_user_ignores_is_passed_over(tmp_path: Path) -> None:
    touch(*(tmp_path / name for name in ("a.jpg", "a.TMP", "Rejects/x.jpg", "2019/raw/x.dng", "2019/b.jpg")))
    scanner = Scanner((), ("*.tmp", "rejects", "2019/raw/"), clock=later)
    assert names(tmp_path, scanner) == {"a.jpg", "2019/b.jpg"}
    root = os.fsencode(tmp_path)
    for path, is_ignored in ((b"new.tmp", True), (b"2019/raw/deep/y.dng", True), (b"2019/y.jpg", False)):
        assert scanner.ignores(root, os.path.join(root, path)) is is_ignored
    assert not scanner.ignores(root, root)
    assert not scanner.ignores(root, root + b"-other/new.tmp")


def test_links_are_not_followed_so_nothing_loops(tmp_path: Path) -> None:
    touch(tmp_path / "real" / "a.jpg")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "link.jpg").symlink_to(tmp_path / "real" / "a.jpg")
    (tmp_path / "dangling.jpg").symlink_to("/nonexistent/x.jpg")
    assert names(tmp_path) == {"real/a.jpg"}


def test_followed_links_lead_into_each_folder_once_and_never_in_a_circle(tmp_path: Path) -> None:
    root, outside = tmp_path / "photos", tmp_path / "outside"
    touch(root / "real" / "a.jpg", outside / "b.jpg", outside / "deep" / "c.jpg", tmp_path / "single.jpg")
    (root / "a-link-to-real").symlink_to(root / "real")
    (root / "real" / "loop").symlink_to(root)
    (root / "other").symlink_to(outside)
    (root / "again").symlink_to(outside)
    (outside / "back").symlink_to(root)
    (root / "d.jpg").symlink_to(tmp_path / "single.jpg")
    (root / "dangling.jpg").symlink_to("/nonexistent/x.jpg")
    (root / "self").symlink_to("self")
    found = names(root, Scanner(follow_links=True, clock=later))
    assert "real/a.jpg" in found  # at its own place, not by the link that comes first by name
    assert "d.jpg" in found
    assert len(found) == 4
    assert {name.split("/", 1)[1] for name in found if "/" in name} == {"a.jpg", "b.jpg", "deep/c.jpg"}


def test_the_library_is_not_entered_by_a_followed_link_either(tmp_path: Path) -> None:
    touch(tmp_path / "library" / "x.jpg", tmp_path / "photos" / "a.jpg")
    (tmp_path / "photos" / "link").symlink_to(tmp_path / "library")
    scanner = Scanner([os.fsencode(tmp_path / "library")], follow_links=True, clock=later)
    assert names(tmp_path / "photos", scanner) == {"a.jpg"}


def test_a_root_that_is_a_link_is_walked(tmp_path: Path) -> None:
    touch(tmp_path / "real" / "a.jpg")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert names(tmp_path / "link") == {"a.jpg"}


def test_pipes_and_folders_named_like_photos_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    (tmp_path / "folder.jpg").mkdir()
    touch(tmp_path / "a.jpg")
    assert names(tmp_path) == {"a.jpg"}


def test_names_that_are_no_text_are_seen(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/latin1_\xe9.jpg"
    Path(os.fsdecode(raw)).write_bytes(b"x")
    scanner = Scanner(patterns=("*.tmp", "sub/*.jpg"), clock=later)
    assert [file.path for listing in walk(tmp_path, scanner) for file in listing.files] == [raw]


def test_the_library_itself_is_left_out(tmp_path: Path) -> None:
    touch(tmp_path / "library" / "thumbnails" / "x.jpg", tmp_path / "a.jpg")
    assert names(tmp_path, Scanner([os.fsencode(tmp_path / "library")], clock=later)) == {"a.jpg"}


def test_a_folder_that_is_not_there_is_told_from_an_empty_one(tmp_path: Path) -> None:
    assert Scanner().scan(os.fsencode(tmp_path / "gone")) is None
    touch(tmp_path / "file")
    assert Scanner().scan(os.fsencode(tmp_path / "file")) is None
    (tmp_path / "empty").mkdir()
    assert list(walk(tmp_path / "empty")) == [Listing(os.fsencode(tmp_path / "empty"), [], [], [])]


@pytest.mark.parametrize("away", [-SETTLE_SECONDS + 0.5, 0.0, SETTLE_SECONDS - 0.5])
def test_a_file_that_is_still_being_written_waits(tmp_path: Path, away: float) -> None:
    touch(tmp_path / "copying.jpg", tmp_path / "old.jpg")
    now = 1_700_000_000.0
    os.utime(tmp_path / "copying.jpg", (now + away, now + away))
    os.utime(tmp_path / "old.jpg", (now - 10, now - 10))
    (listing,) = walk(tmp_path, Scanner(clock=lambda: now))
    assert listing.unsettled == [os.fsencode(tmp_path / "copying.jpg")]
    assert [file.path for file in listing.files] == [os.fsencode(tmp_path / "old.jpg")]


@pytest.mark.parametrize("away", [-SETTLE_SECONDS, SETTLE_SECONDS, 3e6, -3e6])
def test_no_clock_makes_a_file_wait_for_ever(tmp_path: Path, away: float) -> None:
    touch(tmp_path / "a.jpg")
    now = 1_700_000_000.0
    os.utime(tmp_path / "a.jpg", (now + away, now + away))
    assert names(tmp_path, Scanner(clock=lambda: now)) == {"a.jpg"}


def test_a_large_folder_comes_in_parts_and_every_folder_is_told(tmp_path: Path) -> None:
    many = 2 * LONGEST_LISTING + 1
    (tmp_path / "many").mkdir()
    for number in range(many):
        (tmp_path / "many" / f"{number:05}.jpg").touch()
    (tmp_path / "empty").mkdir()
    listings = list(walk(tmp_path))
    assert max(len(listing.files) for listing in listings) == LONGEST_LISTING
    assert sum(len(listing.files) for listing in listings) == many
    folders = [listing.folder for listing in listings]
    assert list(dict.fromkeys(folders)) == [
        os.fsencode(path) for path in (tmp_path, tmp_path / "empty", tmp_path / "many")
    ]
    for listing in listings:
        assert [file.path for file in listing.files] == sorted(file.path for file in listing.files)


def test_folders_are_walked_by_name_and_a_walk_can_be_left(tmp_path: Path) -> None:
    touch(*(tmp_path / name / "x.jpg" for name in ("c", "a/z", "a/y", "b")))
    folders = [os.fsdecode(listing.folder).removeprefix(str(tmp_path)) for listing in walk(tmp_path)]
    assert folders == ["", "/a", "/a/y", "/a/z", "/b", "/c"]
    left = walk(tmp_path)
    next(left)
    del left


def test_a_folder_that_goes_while_others_are_walked_is_simply_gone(tmp_path: Path) -> None:
    touch(tmp_path / "a" / "x.jpg", tmp_path / "b" / "y.jpg")
    listings = walk(tmp_path)
    seen = [next(listings)]
    shutil.rmtree(tmp_path / "b")
    seen.extend(listings)
    assert [len(listing.files) for listing in seen] == [0, 1]
    assert not any(listing.unreadable for listing in seen)


@pytest.mark.parametrize("back", [False, True])
def test_a_root_that_goes_in_the_middle_is_told_so_that_nothing_counts_as_deleted(
    tmp_path: Path, back: bool
) -> None:
    root = tmp_path / "drive"
    touch(root / "a" / "x.jpg", root / "b" / "y.jpg")
    listings = walk(root)
    next(listings)
    root.rename(tmp_path / "unplugged")
    if back:
        root.mkdir()  # as a mount point is, once nothing is mounted there
    unreadable = [path for listing in listings for path, _ in listing.unreadable]
    assert unreadable == [os.fsencode(root)]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_closed_folder_is_told_and_not_counted_as_entered(tmp_path: Path) -> None:
    touch(tmp_path / "closed" / "x.jpg", tmp_path / "open" / "y.jpg")
    (tmp_path / "closed").chmod(0)
    try:
        check_closed(tmp_path)
    finally:
        (tmp_path / "closed").chmod(0o700)


def check_closed(root: Path) -> None:
    listings = list(walk(root))
    assert {listing.folder for listing in listings} == {os.fsencode(root), os.fsencode(root / "open")}
    ((path, problem),) = [told for listing in listings for told in listing.unreadable]
    assert path == os.fsencode(root / "closed")
    assert "mend its permissions" in problem.reason


def test_a_folder_that_the_system_cannot_list_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch(tmp_path / "bad" / "x.jpg", tmp_path / "good" / "y.jpg")
    really = os.scandir

    def scandir(path: bytes) -> Iterator[os.DirEntry[bytes]]:
        if path.endswith(b"bad"):
            raise PermissionError(13, "Permission denied")
        return really(path)

    monkeypatch.setattr(os, "scandir", scandir)
    listings = list(walk(tmp_path))
    assert [listing.folder for listing in listings] == [os.fsencode(tmp_path), os.fsencode(tmp_path / "good")]
    ((path, _),) = listings[1].unreadable
    assert path == os.fsencode(tmp_path / "bad")


def test_numbers_beyond_64_bits_with_a_sign_are_kept_within(tmp_path: Path) -> None:
    touch(tmp_path / "a.jpg")
    os.utime(tmp_path / "a.jpg", ns=(0, -(10**18)))
    ((file,),) = [listing.files for listing in walk(tmp_path)]
    assert all(-(2**63) < number < 2**63 for number in (file.size, file.mtime_ns, file.inode, file.device))
    assert file.mtime_ns == (tmp_path / "a.jpg").stat().st_mtime_ns
