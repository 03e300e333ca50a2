"""Photos that an older program described are read anew, once, and without their pixels."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image
from support import draw

from photoclip.domain.decoding import DecodeRequest, DecodeResult
from photoclip.library import describing
from photoclip.library.describing import describe_old
from photoclip.library.events import Describing

MAKE, DESCRIPTION = 0x010F, 0x010E


class Listening:
    """A decoder that remembers what it was asked."""

    def __init__(self, decoder) -> None:
        self._decoder = decoder
        self.asked: list[DecodeRequest] = []

    @property
    def capacity(self) -> int:
        return self._decoder.capacity

    def submit(self, request: DecodeRequest) -> None:
        self.asked.append(request)
        self._decoder.submit(request)

    def next_result(self, timeout: float | None) -> DecodeResult | None:
        return self._decoder.next_result(timeout)

    def close(self) -> None:
        self._decoder.close()


def photographed(path: Path, colour: str, mark: int) -> None:
    draw(path, colour, mark)
    exif = Image.Exif()
    exif[MAKE] = f"Maker {mark}"
    exif[DESCRIPTION] = f"Anna {mark} at sea"
    with Image.open(path) as image:
        image.load()
    image.save(path, exif=exif)


@pytest.fixture
def old(home, library: Path):
    """A library of seven photos that an older program described."""
    for mark in range(7):
        photographed(home.photos / f"{mark}.png", "red", mark)
    home.keep_up()
    grow_old(library)
    return home


def grow_old(library: Path) -> None:
    # As the migration leaves what an older program wrote.
    with closing(sqlite3.connect(library / "catalog.sqlite3")) as connection, connection:
        connection.execute("UPDATE photos SET described = 0, camera = ''")


def cameras(home) -> dict[str, str]:
    rows = home.catalog.photos.rows(home.catalog.photos.in_sight().tolist())
    return {
        Path(os.fsdecode(row.path)).name: home.catalog.photos.details(row.photo_id).camera for row in rows
    }


def test_every_old_photo_is_described_once_and_keeps_its_sharpness(old, monkeypatch) -> None:
    monkeypatch.setattr(describing, "PAGE", 3)
    photo_ids = old.catalog.photos.in_sight().tolist()
    sharp = [old.catalog.photos.details(photo_id).sharpness for photo_id in photo_ids]
    encoded = old.encoder.images_encoded
    decoder = Listening(old.decoder)
    assert list(describe_old(old.catalog, decoder)) == [Describing(done, 7) for done in range(1, 8)]
    assert cameras(old) == {f"{mark}.png": f"Maker {mark}" for mark in range(7)}
    assert None not in sharp
    assert [old.catalog.photos.details(photo_id).sharpness for photo_id in photo_ids] == sharp
    assert all(request.details_only and not request.thumbnail for request in decoder.asked)
    assert old.encoder.images_encoded == encoded
    assert list(describe_old(old.catalog, decoder)) == []
    assert len(decoder.asked) == 7


def test_a_program_that_knew_no_captions_has_left_them_to_be_read(old, library: Path) -> None:
    with closing(sqlite3.connect(library / "catalog.sqlite3")) as connection, connection:
        connection.execute("UPDATE photos SET described = 1, caption = ''")
    list(describe_old(old.catalog, old.decoder))
    texts = dict(old.catalog.photos.texts())
    assert len(texts) == 7
    assert all(text.endswith("at sea") for text in texts.values())


def test_what_cannot_be_read_is_left_and_holds_up_nothing(old, monkeypatch) -> None:
    monkeypatch.setattr(describing, "PAGE", 2)
    (old.photos / "3.png").unlink()
    (old.photos / "5.png").write_bytes(b"no photo any more")
    assert len(list(describe_old(old.catalog, old.decoder))) == 7
    found = cameras(old)
    assert (found["3.png"], found["5.png"], found["4.png"]) == ("", "", "Maker 4")
    assert len(old.catalog.photos.undescribed(None, 10)) == 2
    photographed(old.photos / "3.png", "red", 3)
    assert len(list(describe_old(old.catalog, old.decoder))) == 2
    assert cameras(old)["3.png"] == "Maker 3"


def test_a_file_that_holds_another_photo_by_now_does_not_describe_the_old_one(old) -> None:
    photographed(old.photos / "3.png", "blue", 9)
    list(describe_old(old.catalog, old.decoder))
    assert cameras(old)["3.png"] == ""


def test_what_was_read_before_it_was_stopped_is_kept(old) -> None:
    events = describe_old(old.catalog, old.decoder)
    for _ in range(3):
        next(events)
    events.close()
    assert sorted(cameras(old).values()).count("") == 4
    assert len(list(describe_old(old.catalog, old.decoder))) == 4
    assert "" not in cameras(old).values()
