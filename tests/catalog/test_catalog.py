"""The catalog: who owns which fact, and what happens when the file is not as it should be."""

from __future__ import annotations

import contextlib
import multiprocessing
import sqlite3
import zlib
from pathlib import Path

import numpy as np
import pytest
from support import unit_vectors

from photoclip.catalog import migrations
from photoclip.catalog.catalog import Catalog, lock
from photoclip.catalog.connection import FILE_NAME
from photoclip.domain.models import EncoderReport, ModelKey
from photoclip.domain.photos import FoundFile, PhotoDetails, Problem, ProblemKind
from photoclip.errors import CatalogDamaged, LibraryInUse, LibraryTooNew, StorageFault

KEY = ModelKey("starter", "a" * 64)
OTHER = ModelKey("starter", "b" * 64)
DETAILS = PhotoDetails(40, 30, "JPEG", "2020-05-04T18:39:11")


def found(path: bytes, size: int = 10, mtime_ns: int = 1) -> FoundFile:
    return FoundFile(path, size, mtime_ns, inode=2**63 - 1 - zlib.crc32(path), device=1)


def see(catalog: Catalog, *files: FoundFile, nothing_else: bool = False) -> int:
    """A walk that sees these files; the id of the first."""
    catalog.files.begin_walk()
    catalog.files.record_seen(files)
    if nothing_else:
        catalog.files.absence(b"/", lambda path: False)
        catalog.files.record_absence(vanished=True)
    (file_id,) = catalog._connection.one("SELECT id FROM files WHERE path = ?", (files[0].path,))
    return int(file_id)


def add_photo(catalog: Catalog, path: bytes, content: int, key: ModelKey | None = KEY) -> int:
    content_hash = content.to_bytes(16, "big")
    file_id = see(catalog, found(path))
    photo_id = catalog.photos.add(content_hash, DETAILS)
    catalog.files.settle(file_id, content_hash)
    if key is not None:
        catalog.models.record(key, 4, EncoderReport("cpu", "float32"))
        catalog.vectors.add(photo_id, key, unit_vectors(1, 4, seed=content)[0])
    return photo_id


def test_a_name_that_is_no_text_comes_back_byte_for_byte(catalog: Catalog) -> None:
    path = b"/photos/latin1_\xe9\xff.jpg"
    photo_id = add_photo(catalog, path, 1)
    assert [row.path for row in catalog.photos.rows([photo_id])] == [path]


def test_a_copy_is_another_file_of_the_same_photo(catalog: Catalog) -> None:
    assert add_photo(catalog, b"/a.jpg", 1) == add_photo(catalog, b"/b.jpg", 1)
    assert catalog.files.coverage(KEY).files == 2
    assert catalog.vectors.of(KEY).count() == 1


def test_files_are_searchable_have_a_problem_or_wait(catalog: Catalog) -> None:
    add_photo(catalog, b"/a.jpg", 1)
    broken = see(catalog, found(b"/b.jpg"), found(b"/c.jpg"))
    catalog.files.record_problem(broken, Problem(ProblemKind.DAMAGED, "The file ends early."))
    coverage = catalog.files.coverage(KEY)
    assert (coverage.files, coverage.searchable, coverage.problems, coverage.waiting) == (3, 1, 1, 1)
    assert dict(catalog.files.not_searchable(KEY)) == {
        b"/b.jpg": "The file ends early.",
        b"/c.jpg": "It waits to be indexed.",
    }


def test_a_changed_file_waits_again_and_the_old_photo_keeps_its_vector(catalog: Catalog) -> None:
    photo_id = add_photo(catalog, b"/a.jpg", 1)
    see(catalog, found(b"/a.jpg", size=11))
    assert [file.path for file in catalog.files.pending(KEY, None, 10)] == [b"/a.jpg"]
    assert catalog.vectors.has(photo_id, KEY)


def test_a_missing_file_is_out_of_sight_and_comes_back_with_its_photo(catalog: Catalog) -> None:
    photo_id = add_photo(catalog, b"/a.jpg", 1)
    see(catalog, found(b"/b.jpg", size=11), nothing_else=True)
    assert catalog.photos.in_sight().tolist() == []
    assert catalog.vectors.searchable(KEY).tolist() == []
    see(catalog, found(b"/a.jpg"))
    assert catalog.vectors.searchable(KEY).tolist() == [photo_id]
    assert [file.path for file in catalog.files.pending(KEY, None, 10)] == [b"/b.jpg"]


def test_vectors_of_other_weights_under_the_same_name_never_mix(catalog: Catalog) -> None:
    photo_id = add_photo(catalog, b"/a.jpg", 1)
    assert catalog.files.count_pending(OTHER) == 1
    catalog.models.record(OTHER, 4, EncoderReport("cpu", "float32"))
    assert catalog.vectors.get(photo_id, OTHER) is None
    assert catalog.models.newest("starter") == OTHER


def test_a_vector_comes_back_as_float16_rounds_it(catalog: Catalog) -> None:
    photo_id = add_photo(catalog, b"/a.jpg", 7)
    stored = catalog.vectors.get(photo_id, KEY)
    assert stored is not None
    np.testing.assert_array_equal(stored, unit_vectors(1, 4, seed=7)[0].astype(np.float16).astype(np.float32))


def test_a_flipped_bit_in_a_vector_is_noticed_and_never_given_as_right(
    catalog: Catalog, library: Path
) -> None:
    photo_id = add_photo(catalog, b"/a.jpg", 1)
    catalog.close()
    with sqlite3.connect(library / FILE_NAME) as raw:
        (blob,) = raw.execute("SELECT vector FROM vectors").fetchone()
        raw.execute("UPDATE vectors SET vector = ?", (bytes([blob[0] ^ 1]) + blob[1:],))
    raw.close()
    reopened = Catalog(library, writing=True)
    assert reopened.vectors.damaged(KEY) == [photo_id]
    assert reopened.vectors.get(photo_id, KEY) is None
    assert len(reopened.vectors.of(KEY).after(0, 10).rows) == 0
    reopened.close()


def test_a_transaction_that_fails_leaves_nothing(catalog: Catalog) -> None:
    def add_and_fail() -> None:
        with catalog.transaction():
            catalog.folders.add(b"/photos")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        add_and_fail()
    assert catalog.folders.all() == []


def test_folders_never_lie_inside_each_other(catalog: Catalog) -> None:
    catalog.folders.add(b"/photos/2020")
    catalog.folders.add(b"/photos-old")
    catalog.folders.add(b"/photos/2020/may")
    assert [folder.path for folder in catalog.folders.all()] == [b"/photos-old", b"/photos/2020"]
    catalog.folders.add(b"/photos")
    assert [folder.path for folder in catalog.folders.all()] == [b"/photos", b"/photos-old"]


def test_newest_photos_come_first_and_the_file_time_stands_in_for_a_missing_date(catalog: Catalog) -> None:
    dated = add_photo(catalog, b"/dated.jpg", 1)
    for content, (path, year) in enumerate([(b"/old.jpg", 2001), (b"/new.jpg", 2024)], start=2):
        content_hash = content.to_bytes(16, "big")
        seconds = int((np.datetime64(f"{year}-06-01") - np.datetime64("1970-01-01")) / np.timedelta64(1, "s"))
        catalog.files.begin_walk()
        catalog.files.record_seen([found(path, mtime_ns=seconds * 10**9)])
        catalog.photos.add(content_hash, PhotoDetails(1, 1, "PNG", None))
        (file,) = (f for f in catalog.files.pending(KEY, None, 100) if f.path == path)
        catalog.files.settle(file.file_id, content_hash)
    old, new = (catalog.photos.id_of(content.to_bytes(16, "big")) for content in (2, 3))
    assert catalog.photos.in_sight().tolist() == [new, dated, old]


def test_a_reader_sees_what_the_writer_committed_and_can_change_nothing(
    catalog: Catalog, library: Path
) -> None:
    reader = Catalog(library, writing=False)
    before = reader.version()
    add_photo(catalog, b"/a.jpg", 1)
    assert reader.version() != before
    assert reader.files.coverage(KEY).searchable == 1
    with pytest.raises(StorageFault, match="cannot be used"):
        reader.folders.add(b"/photos")
    reader.close()


def test_a_newer_catalog_is_refused_and_left_as_it_is(catalog: Catalog, library: Path) -> None:
    catalog.close()
    with sqlite3.connect(library / FILE_NAME) as raw:
        raw.execute(f"PRAGMA user_version = {migrations.LATEST + 1}")
    raw.close()
    before = {file.name: file.read_bytes() for file in library.iterdir()}
    for writing in (True, False):
        with pytest.raises(LibraryTooNew, match="update photoclip"):
            Catalog(library, writing=writing)
    assert {file.name: file.read_bytes() for file in library.iterdir()} == before


def test_on_a_network_drive_there_is_no_shared_memory_and_readers_still_read(library: Path) -> None:
    Catalog(library, writing=True).close()
    writer = Catalog(library, writing=True, remote=True)
    photo_id = add_photo(writer, b"/a.jpg", 1)
    reader = Catalog(library, writing=False, remote=True)
    assert reader.vectors.searchable(KEY).tolist() == [photo_id]
    add_photo(writer, b"/b.jpg", 2)
    assert len(reader.vectors.searchable(KEY)) == 2
    assert not list(library.glob("*-shm"))
    reader.close()
    writer.close()


def test_a_catalog_with_triggers_of_somebody_else_is_refused(library: Path) -> None:
    Catalog(library, writing=True).close()
    with contextlib.closing(sqlite3.connect(library / FILE_NAME)) as sqlite:
        sqlite.execute("CREATE TRIGGER x AFTER INSERT ON folders BEGIN DELETE FROM photos; END")
        sqlite.commit()
    for writing in (False, True):
        with pytest.raises(CatalogDamaged, match="not those of its version"):
            Catalog(library, writing=writing)


def test_a_file_that_is_no_catalog_is_refused_in_one_sentence(library: Path) -> None:
    library.mkdir()
    (library / FILE_NAME).write_bytes(b"this is no database" * 100)
    with pytest.raises(CatalogDamaged, match="run photoclip repair"):
        Catalog(library, writing=True)


@pytest.mark.parametrize("folder", ["thumbnails", "thumbnails-256"])
def test_an_empty_file_beside_thumbnails_is_no_new_catalog(library: Path, folder: str) -> None:
    (library / folder / "ab").mkdir(parents=True)
    (library / folder / "ab" / f"{'ab' * 16}.jpg").write_bytes(b"jpeg")
    (library / FILE_NAME).write_bytes(b"")
    with pytest.raises(CatalogDamaged, match="it is empty"):
        Catalog(library, writing=True)


def test_the_catalog_is_private_to_the_user(catalog: Catalog, library: Path) -> None:
    assert library.stat().st_mode & 0o777 == 0o700
    assert (library / FILE_NAME).stat().st_mode & 0o777 == 0o600


def _hold_lock(library: Path, ready: object, stop: object) -> None:
    with lock(library):
        ready.set()  # type: ignore[attr-defined]
        stop.wait()  # type: ignore[attr-defined]


def test_a_second_writer_is_refused_until_the_first_is_killed(library: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ready, stop = context.Event(), context.Event()
    first = context.Process(target=_hold_lock, args=(library, ready, stop))
    first.start()
    assert ready.wait(60)
    with pytest.raises(LibraryInUse, match="at work on the library"):
        lock(library)
    first.kill()
    first.join()
    lock(library).release()


def test_only_the_writer_checkpoints(library: Path) -> None:
    """Checkpoints of several connections can damage a log up to SQLite 3.51.2 (sqlite.org/wal.html)."""
    writer = Catalog(library, writing=True)
    add_photo(writer, b"/a.jpg", 1)
    before = [(library / name).read_bytes() for name in (FILE_NAME, f"{FILE_NAME}-wal")]
    reader = Catalog(library, writing=False)
    assert reader.files.coverage(KEY).files == 1
    reader.close()
    assert [(library / name).read_bytes() for name in (FILE_NAME, f"{FILE_NAME}-wal")] == before
    assert before[1]
    writer.close()
