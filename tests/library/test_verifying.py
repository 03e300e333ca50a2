"""Verify and repair of a library over real parts."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from library.conftest import Home
from support import draw

from photoclip.catalog.connection import FILE_NAME
from photoclip.library import repairing
from photoclip.library.verifying import Area, Report, verify


def quiet(what: str, done: int, total: int) -> None:
    """Progress that nobody looks at."""


@pytest.fixture
def kept(home: Home) -> Home:
    """A library of six photos that is sound."""
    for mark in range(6):
        draw(home.photos / f"{mark}.png", "red", mark)
    home.keep_up()
    return home


def areas(report: Report) -> set[Area]:
    return {finding.area for finding in report.findings}


def look(home: Home, *, deep: bool = False, recall: bool = False) -> Report:
    return verify(home.workshop, quiet, deep=deep, recall=recall)


def raw(library: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(library / FILE_NAME)) as sqlite:
        sqlite.execute(statement, values)
        sqlite.commit()


def mend(home: Home) -> list[str]:
    done = list(repairing.repair(home.workshop, quiet))
    home.keep_up()
    assert look(home).sound
    return done


def test_a_sound_library_says_how_good_its_index_is(kept: Home) -> None:
    report = look(kept, deep=True)
    assert report.sound
    assert any("finds 100.0% of the nearest 10 photos" in note for note in report.notes)
    assert any("no backup" in note for note in report.notes)
    assert list(repairing.repair(kept.workshop, quiet)) == []


def test_a_recall_that_is_too_low_is_a_fault_once_searches_depend_on_it(
    kept: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    from photoclip.index import indexes

    monkeypatch.setattr(indexes.ApproximateIndex, "search", lambda *_: (np.empty(0), np.empty(0)))
    assert look(kept).sound
    monkeypatch.setattr(indexes.Indexes.__init__, "__defaults__", (0,))
    report = look(kept)
    assert areas(report) == {Area.INDEX}
    assert "0.0%" in report.findings[0].sentence


def test_recall_is_told_of_photos_and_of_words_and_of_cut_offs_if_asked_for(kept: Home) -> None:
    (plain,) = look(kept).recalls
    assert plain.recall.share_above is None
    report = look(kept, recall=True)
    assert report.sound
    photos, words = report.recalls
    assert (photos.by_words, words.by_words) == (False, True)
    assert (photos.recall.share, photos.recall.share_above) == (1.0, 1.0)
    assert words.recall.queries == len(kept.workshop.captions)
    told = [note for note in report.notes if "100.0% of all above a cut-off" in note]
    assert [" by photos)" in told[0], " by words)" in told[1]] == [True, True]


def test_damaged_thumbnails_are_found_and_made_again(kept: Home, library: Path) -> None:
    one, two, *_ = sorted((library / "thumbnails").rglob("*.jpg"))
    data = bytearray(one.read_bytes())
    data[len(data) // 2] ^= 1
    one.write_bytes(data)
    two.unlink()
    report = look(kept)
    assert areas(report) == {Area.THUMBNAILS}
    assert any("Thumbnails missing: 1;" in note for note in report.notes)
    assert mend(kept) == ["Damaged thumbnails removed: 1; the next index run makes them again."]
    assert one.stat().st_size


@pytest.mark.parametrize("vector", [b"\0" * 8, np.full(4, np.nan, np.float16).tobytes(), b"\0" * 6])
def test_vectors_that_are_none_are_dropped_and_made_again(kept: Home, library: Path, vector: bytes) -> None:
    import hashlib

    digest = hashlib.blake2b(vector, digest_size=8).digest()
    raw(library, "UPDATE vectors SET vector = ?, digest = ? WHERE id = 2", vector, digest)
    assert Area.VECTORS in areas(look(kept))
    assert any("removed: 1;" in sentence for sentence in mend(kept))
    assert len(kept.found("red")) == 6


def test_a_damaged_index_is_removed_and_made_again(kept: Home, library: Path) -> None:
    (graph,) = (library / "index").rglob("*.hnsw")
    graph.write_bytes(graph.read_bytes()[:-1])
    assert areas(look(kept)) == {Area.INDEX}
    (done,) = mend(kept)
    assert done.startswith("The index of")


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("UPDATE photos SET taken_at = '1999-01-01T00:00:00' WHERE id = 1", "described wrongly"),
        ("UPDATE files SET missing_since = 5.0 WHERE id = 1", "looked at again"),
        ("UPDATE models SET dimensions = 7", "models were recorded wrongly"),
        ("UPDATE folders SET drive_id = 'elsewhere'", "folders were recorded wrongly"),
    ],
)
def test_a_cell_that_changed_by_itself_is_noticed_and_mended_from_its_source(
    kept: Home, library: Path, statement: str, says: str
) -> None:
    before = kept.catalog.photos.rows(kept.catalog.photos.in_sight().tolist())
    raw(library, statement)
    assert areas(look(kept)) == {Area.CATALOG}
    assert any(says in sentence for sentence in mend(kept))
    assert kept.catalog.photos.rows(kept.catalog.photos.in_sight().tolist()) == before


def test_a_row_that_was_damaged_keeps_its_broken_seal_when_it_is_changed(kept: Home, library: Path) -> None:
    raw(library, "UPDATE files SET inode = 1 WHERE id = 1")
    with kept.catalog.transaction():
        kept.catalog._connection.execute("UPDATE files SET device = 1")
    (finding,) = look(kept).findings
    assert finding.sentence.startswith("1 rows of files")


def test_an_album_s_order_comes_back_from_the_backup(kept: Home, library: Path) -> None:
    kept.catalog.albums.add("Summer", [3, 1, 2])
    kept.catalog.back_up(lambda done, total: None)
    before = kept.catalog.albums.of_photos([1, 2, 3])
    raw(library, "UPDATE album_photos SET position = 9 WHERE photo_id = 1")
    assert any("as in the newest backup" in sentence for sentence in mend(kept))
    assert kept.catalog.albums.of_photos([1, 2, 3]) == before


def test_a_catalog_that_is_damaged_in_the_middle_is_one_finding(kept: Home, library: Path) -> None:
    kept.catalog.back_up(lambda done, total: None)
    kept.catalog.close()
    file = library / FILE_NAME
    data = bytearray(file.read_bytes())
    data[8192 : len(data) // 2] = os.urandom(len(data) // 2 - 8192)
    file.write_bytes(data)
    assert areas(look(kept)) == {Area.CATALOG}
    done = list(repairing.repair(kept.workshop, quiet))
    assert "6 photos is used instead" in done[0]
    assert len(kept.found("red")) == 6


def test_files_that_changed_or_went_are_the_next_scan_s_work_and_no_fault(kept: Home) -> None:
    draw(kept.photos / "0.png", "blue", 99, size=(500, 500))
    (kept.photos / "1.png").unlink()
    report = look(kept)
    assert report.sound
    assert {Path(os.fsdecode(path)).name for path, _ in report.changed} == {"0.png", "1.png"}


def test_files_of_a_drive_that_is_away_are_not_called_gone(kept: Home) -> None:
    kept.photos.rename(kept.photos.with_name("away"))
    report = look(kept, deep=True)
    assert report.sound
    assert report.changed == []
    assert any("6 files are in folders that are not there" in note for note in report.notes)


def test_a_photo_that_rotted_on_the_disk_is_named_by_a_deep_look_only(kept: Home) -> None:
    file = kept.photos / "2.png"
    status = file.stat()
    data = bytearray(file.read_bytes())
    data[-20] ^= 4
    file.write_bytes(data)
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert look(kept).sound
    (finding,) = look(kept, deep=True).findings
    assert (finding.area, "2.png" in finding.sentence) == (Area.PHOTOS, True)
    assert file.read_bytes() == data


def test_a_damaged_backup_is_found_and_set_aside(kept: Home, library: Path) -> None:
    made = kept.catalog.back_up(lambda done, total: None)
    file = library / "backups" / made.name
    file.write_bytes(file.read_bytes()[:5000])
    assert areas(look(kept)) == {Area.BACKUPS}
    (done,) = mend(kept)
    assert made.name in done
    assert [found.stat().st_size for found in (library / "set-aside").rglob("catalog-*")] == [5000]


def test_settings_that_cannot_be_read_and_models_that_are_gone_are_findings(
    kept: Home, library: Path
) -> None:
    (library / "settings.json").write_text('{"model": "nowhere"}')
    assert "nowhere" in look(kept).findings[0].sentence
    (library / "settings.json").write_bytes(b"{{{")
    assert areas(look(kept)) == {Area.SETTINGS}
    assert "defaults" in next(iter(repairing.repair(kept.workshop, quiet)))
    assert Area.SETTINGS not in {f.area for f in look(kept).findings if "cannot be read" in f.sentence}
