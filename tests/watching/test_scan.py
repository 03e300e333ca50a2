"""What a walk of a folder sees."""

from __future__ import annotations

import os
from pathlib import Path

from support import draw

from photoclip.watching.scan import Scanner


def names(root: Path, *excluded: Path) -> set[str]:
    scan = Scanner(os.fsencode(path) for path in excluded).scan(os.fsencode(root), lambda seen: None)
    assert scan is not None
    return {os.fsdecode(file.path).removeprefix(f"{root}/") for file in scan.files}


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


def test_links_are_not_followed_so_nothing_loops(tmp_path: Path) -> None:
    touch(tmp_path / "real" / "a.jpg")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "link.jpg").symlink_to(tmp_path / "real" / "a.jpg")
    (tmp_path / "dangling.jpg").symlink_to("/nonexistent/x.jpg")
    assert names(tmp_path) == {"real/a.jpg"}


def test_pipes_and_folders_named_like_photos_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    (tmp_path / "folder.jpg").mkdir()
    touch(tmp_path / "a.jpg")
    assert names(tmp_path) == {"a.jpg"}


def test_names_that_are_no_text_are_seen(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/latin1_\xe9.jpg"
    Path(os.fsdecode(raw)).write_bytes(b"x")
    scan = Scanner().scan(os.fsencode(tmp_path), lambda seen: None)
    assert scan is not None
    assert [file.path for file in scan.files] == [raw]


def test_the_library_itself_is_left_out(tmp_path: Path) -> None:
    draw(tmp_path / "library" / "thumbnails" / "x.jpg")
    draw(tmp_path / "a.jpg")
    assert names(tmp_path, tmp_path / "library") == {"a.jpg"}


def test_a_folder_that_is_not_there_is_told_from_an_empty_one(tmp_path: Path) -> None:
    assert Scanner().scan(os.fsencode(tmp_path / "gone"), lambda seen: None) is None
    empty = Scanner().scan(os.fsencode(tmp_path), lambda seen: None)
    assert empty is not None
    assert not empty.files
