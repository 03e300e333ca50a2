"""Thumbnails follow the settings: their size, their place, and a place that cannot be had."""

from __future__ import annotations

from pathlib import Path

from photoclip.imaging.thumbnails import Thumbnails
from photoclip.library.settled import SettledThumbnails
from photoclip.settings import Settings

HASH = bytes(range(16))


class Chosen:
    """Settings that a test changes."""

    def __init__(self, library: Path) -> None:
        self.now = Settings()
        self.store = SettledThumbnails(library, Thumbnails, lambda: self.now)

    def place(self) -> Path:
        return Path(self.store.path(HASH)).parent.parent


def test_size_and_place_are_taken_when_they_are_followed(tmp_path: Path) -> None:
    chosen = Chosen(tmp_path / "library")
    assert chosen.place() == tmp_path / "library" / "thumbnails"
    chosen.now = Settings(thumbnail_px=256, thumbnails_dir=str(tmp_path / "elsewhere"))
    assert chosen.place() == tmp_path / "library" / "thumbnails"
    assert chosen.store.follow() == ""
    assert chosen.store.px == 256
    assert chosen.place() == tmp_path / "elsewhere" / "thumbnails-256"
    chosen.store.put(HASH, b"jpeg")
    assert chosen.store.sound(HASH)
    chosen.now = Settings()
    chosen.store.follow()
    assert not chosen.store.has(HASH)


def test_a_place_that_cannot_be_written_to_is_said_and_the_librarys_own_is_used(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    chosen = Chosen(tmp_path / "library")
    chosen.now = Settings(thumbnails_dir=str(tmp_path / "file" / "thumbnails"))
    assert "cannot be written to" in chosen.store.follow()
    assert chosen.place() == tmp_path / "library" / "thumbnails"
    chosen.store.put(HASH, b"jpeg")
    assert chosen.store.sound(HASH)


def test_thumbnails_in_a_former_place_are_removed_and_nothing_else(tmp_path: Path) -> None:
    chosen = Chosen(tmp_path / "library")
    chosen.now = Settings(thumbnails_dir=str(tmp_path / "former"))
    chosen.store.follow()
    chosen.store.put(HASH, b"jpeg")
    former = chosen.place()
    (former / "cover.jpg").write_bytes(b"somebody else's")
    (tmp_path / "former" / "holiday.jpg").write_bytes(b"a photo")
    chosen.now = Settings()
    chosen.store.follow()
    chosen.store.put(HASH, b"jpeg")
    chosen.store.sweep()
    left = sorted(path.name for path in (tmp_path / "former").rglob("*") if path.is_file())
    assert left == ["cover.jpg", "holiday.jpg"]
    assert chosen.store.sound(HASH)


def test_those_in_a_place_that_is_set_and_only_away_are_kept(tmp_path: Path, monkeypatch) -> None:
    chosen = Chosen(tmp_path / "library")
    chosen.now = Settings(thumbnails_dir=str(tmp_path / "drive"))
    chosen.store.follow()
    chosen.store.put(HASH, b"jpeg")
    with monkeypatch.context() as patch:
        patch.setattr("photoclip.library.settled._is_writable", lambda folder: False)
        assert chosen.store.follow()
    chosen.store.sweep()
    assert chosen.store.follow() == ""
    assert chosen.store.has(HASH)
