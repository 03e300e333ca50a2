"""What leaves in an export: everything, in an order that stays, whatever the names are made of."""

from __future__ import annotations

import csv
import io
import json
import os
import tracemalloc
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoclip.catalog.catalog import Catalog
from photoclip.domain.browsing import Tag
from photoclip.domain.catalog import ExportedFile
from photoclip.domain.changes import AlbumKind
from photoclip.domain.models import ModelKey
from photoclip.domain.photos import FoundFile, PhotoDetails, Problem, ProblemKind
from photoclip.library import exporting
from photoclip.library.exporting import Entry, entries, lines

HOSTILE = os.fsencode("/photos/") + b"new\nline;\\\xff\x1b[2J\xe2\x80\xae.jpg"
KEY = ModelKey("colours", "0" * 64)
DETAILS = PhotoDetails(
    800, 600, "JPEG", "2020-01-02T03:04:05", camera="Canon;\nEOS", latitude=-33.5, longitude=151.25,
    caption="Anna\nat sea",
)  # fmt: skip


def digest(number: int) -> bytes:
    return number.to_bytes(16, "big")


@pytest.fixture(autouse=True)
def _walking(catalog: Catalog) -> None:
    catalog.files.begin_walk()


def see(catalog: Catalog, *paths: bytes) -> None:
    catalog.files.record_seen(
        [FoundFile(path, 1000 + zlib.crc32(path), 1_600_000_000_123_456_789, 1, 1) for path in paths]
    )


def file_id(catalog: Catalog, path: bytes) -> int:
    """The id of a file that waits."""
    return next(file.file_id for file in catalog.files.pending(KEY, None, 100_000) if file.path == path)


def put(catalog: Catalog, path: bytes, number: int) -> int:
    """Remember a file with the photo of a content; the id of the photo."""
    see(catalog, path)
    photo_id = catalog.photos.add(digest(number), DETAILS)
    catalog.files.settle(file_id(catalog, path), digest(number))
    return photo_id


def look_again(catalog: Catalog, *there: bytes) -> None:
    """A scan that finds these files and no others."""
    catalog.files.begin_walk()
    see(catalog, *there)
    catalog.files.absence(b"/photos", lambda path: False)
    catalog.files.record_absence(vanished=True)


def objects(catalog: Catalog, *, everything: bool = False) -> list[dict[str, object]]:
    found = entries(catalog, everything=everything)
    return [json.loads(line) for line in lines(found, "jsonl")]


def table(catalog: Catalog) -> list[dict[str, str]]:
    data = b"".join(lines(entries(catalog), "csv")).decode("utf-8")
    return list(csv.DictReader(io.StringIO(data, newline="")))


def test_a_photo_leaves_with_its_files_marks_tags_and_albums(catalog: Catalog) -> None:
    photo = put(catalog, b"/photos/b.jpg", 1)
    put(catalog, b"/photos/a copy.jpg", 1)
    catalog.tags.add(photo, Tag("dog; brown", "person", None, 1_600_000_000.5))
    catalog.tags.add(photo, Tag("animal", "things@starter", 0.75, 1_600_000_001.0))
    trips = catalog.albums.make("Trips", AlbumKind.GROUP, None)
    summer = catalog.albums.make("Summer", AlbumKind.HAND, trips)
    catalog.albums.put_photos(summer, [photo])
    catalog.marks.rate([photo], 4)
    (found,) = objects(catalog)
    assert found.pop("added_at")
    file = {"modified": "2020-09-13T12:26:40.123456Z", "missing_since": None}
    assert found == {
        "content_hash": digest(1).hex(),
        "format": "JPEG",
        "width": 800,
        "height": 600,
        "taken_at": "2020-01-02T03:04:05",
        "camera": "Canon;\nEOS",
        "latitude": -33.5,
        "longitude": 151.25,
        "caption": "Anna\nat sea",
        "rating": 4,
        "favourite": False,
        "files": [
            {"path": path, "size": 1000 + zlib.crc32(path.encode()), **file}
            for path in ("/photos/a copy.jpg", "/photos/b.jpg")
        ],
        "tags": [
            {
                "label": "animal",
                "source": "things@starter",
                "score": 0.75,
                "made_at": "2020-09-13T12:26:41.000000Z",
            },
            {
                "label": "dog; brown",
                "source": "person",
                "score": None,
                "made_at": "2020-09-13T12:26:40.500000Z",
            },
        ],
        "albums": [{"name": "Summer", "groups": ["Trips"], "position": 1}],
    }
    rows = table(catalog)
    assert [row["path"] for row in rows] == ["/photos/a copy.jpg", "/photos/b.jpg"]
    assert {(row["tags"], row["albums"]) for row in rows} == {(r"animal; dog\; brown", "Trips / Summer")}
    assert {(row["camera"], row["latitude"], row["rating"], row["favourite"]) for row in rows} == {
        (r"Canon;\nEOS", "-33.5", "4", "0")
    }
    assert {row["caption"] for row in rows} == {r"Anna\nat sea"}


def test_files_without_a_photo_leave_with_the_reason(catalog: Catalog) -> None:
    see(catalog, b"/photos/new.jpg", b"/photos/broken.jpg")
    broken = file_id(catalog, b"/photos/broken.jpg")
    catalog.files.record_problem(broken, Problem(ProblemKind.DAMAGED, "The file ends early."))
    found = objects(catalog)
    assert [(one["problem"], one["reason"]) for one in found] == [
        ("damaged", "The file ends early."),
        ("waiting", "The content of this file has not been looked at yet."),
    ]
    assert [row["problem"] for row in table(catalog)] == ["damaged", "waiting"]


def test_the_order_is_that_of_the_first_files_and_never_changes(catalog: Catalog, tmp_path: Path) -> None:
    wanted = [(b"/photos/%d.jpg" % name, name % 7) for name in range(30)]
    other = Catalog(tmp_path / "other", writing=True)
    for one in (catalog, other):
        one.files.begin_walk()
    for path, number in wanted:
        put(catalog, path, number)
    for path, number in reversed(wanted):
        put(other, path, number)
    try:
        paths = [[file["path"] for file in one["files"]] for one in objects(catalog)]  # type: ignore[attr-defined]
        assert [files[0] for files in paths] == sorted(files[0] for files in paths)
        assert all(files == sorted(files) for files in paths)
        assert paths == [[file["path"] for file in one["files"]] for one in objects(other)]  # type: ignore[attr-defined]
        for form in exporting.FORMATS:
            assert list(lines(entries(catalog), form)) == list(lines(entries(catalog), form))
    finally:
        other.close()


def test_photos_that_are_gone_leave_only_when_asked_for(catalog: Catalog) -> None:
    for path, number in ((b"/photos/a.jpg", 1), (b"/photos/b.jpg", 1), (b"/photos/c.jpg", 2)):
        put(catalog, path, number)
    look_again(catalog, b"/photos/b.jpg")
    (found,) = objects(catalog)
    missing = {file["path"]: file["missing_since"] is not None for file in found["files"]}  # type: ignore[attr-defined]
    assert missing == {"/photos/a.jpg": True, "/photos/b.jpg": False}
    assert len(objects(catalog, everything=True)) == 2


def test_no_name_breaks_a_line_and_none_is_lost(catalog: Catalog) -> None:
    put(catalog, HOSTILE, 1)
    (line,) = lines(entries(catalog), "jsonl")
    assert line.isascii()
    assert line.count(b"\n") == 1
    assert os.fsencode(json.loads(line)["files"][0]["path"]) == HOSTILE
    _, row = lines(entries(catalog), "csv")
    assert row.count(b"\n") == 1
    assert row.startswith(rb"/photos/new\nline;\\\xff\x1b[2J\u202e.jpg,")


@given(st.binary(min_size=1, max_size=60).filter(lambda name: b"\0" not in name), st.text(max_size=30))
def test_any_name_and_label_is_one_line_of_each_format(name: bytes, label: str) -> None:
    file = ExportedFile(name, 1, -(2**63), None, None, None, 1, digest(1), 1, 1, "PNG", None, 0.0)
    entry = Entry([file], [Tag(label, "person", None, 0.0)])
    (line,) = lines([entry], "jsonl")
    assert len(line.splitlines()) == 1
    assert os.fsencode(json.loads(line)["files"][0]["path"]) == name
    assert json.loads(line)["tags"][0]["label"] == label
    data = b"".join(lines([entry], "csv")).decode("utf-8")
    assert len(data.splitlines()) == 2
    (row,) = csv.DictReader(io.StringIO(data, newline=""))
    assert row["size"] == "1"


@pytest.mark.parametrize("form", exporting.FORMATS)
def test_a_large_library_leaves_in_little_memory(catalog: Catalog, form: str) -> None:
    count = 20_000
    with catalog.transaction():
        see(catalog, *(b"/photos/%06d.jpg" % number for number in range(count)))
        for file in catalog.files.pending(KEY, None, count):
            number = int(file.path[8:-4])
            catalog.photos.add(digest(number), DETAILS)
            catalog.files.settle(file.file_id, digest(number))
    tracemalloc.start()
    try:
        assert sum(1 for _ in lines(entries(catalog), form)) == count + (form == "csv")
        assert tracemalloc.get_traced_memory()[1] < 4_000_000
    finally:
        tracemalloc.stop()
