"""Live watching: a hint once a folder has gone quiet."""

from __future__ import annotations

import os
import threading
from pathlib import Path

from support import draw

from photoclip.watching.live import LiveWatch


def test_a_new_photo_is_noticed_once_and_a_missing_folder_is_told(tmp_path: Path) -> None:
    noticed = threading.Event()
    calls: list[None] = []

    def changed() -> None:
        calls.append(None)
        noticed.set()

    watch = LiveWatch(changed)
    watch.start()
    assert watch.watch(os.fsencode(tmp_path)) == ""
    for mark in range(20):
        draw(tmp_path / f"{mark}.jpg", mark=mark)
    assert noticed.wait(30)
    assert len(calls) == 1
    assert "cannot be watched live" in watch.watch(os.fsencode(tmp_path / "gone"))
    watch.close()


def test_reading_a_photo_is_no_change(tmp_path: Path) -> None:
    photo = draw(tmp_path / "a.jpg")
    noticed = threading.Event()
    watch = LiveWatch(noticed.set)
    watch.start()
    watch.watch(os.fsencode(tmp_path))
    photo.read_bytes()
    assert not noticed.wait(3)
    watch.close()


def test_what_a_scan_would_pass_over_is_no_hint(tmp_path: Path) -> None:
    noticed = threading.Event()
    watch = LiveWatch(noticed.set, [os.fsencode(tmp_path / "library")])
    for name in ("library", ".cache"):
        (tmp_path / name).mkdir()
    watch.start()
    watch.watch(os.fsencode(tmp_path))
    draw(tmp_path / "library" / "thumbnail.jpg")
    draw(tmp_path / ".cache" / "x.jpg")
    assert not noticed.wait(3)
    watch.close()


def test_a_folder_that_went_and_came_back_is_watched_again(tmp_path: Path) -> None:
    noticed = threading.Event()
    folder = tmp_path / "drive"
    folder.mkdir()
    watch = LiveWatch(noticed.set)
    watch.start()
    watch.watch(os.fsencode(folder))
    folder.rename(tmp_path / "unplugged")
    folder.mkdir()
    assert watch.watch(os.fsencode(folder)) == ""
    noticed.clear()
    draw(folder / "a.jpg")
    assert noticed.wait(30)
    watch.close()
