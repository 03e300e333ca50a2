"""`photoclip export-catalog`: whole or not at all, over nothing that matters, and never a traceback."""

from __future__ import annotations

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from cli.conftest import Result
from support import draw

from photoclip.catalog.catalog import Catalog, lock

ODD = b"/\xff\n\x1b[31m.png"
linux = pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes are of Linux")


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of two photos and a file that is none; the photos lie beside it."""
    place = tmp_path_factory.mktemp("indexed")
    for colour in ("red", "blue"):
        draw(place / "album" / f"{colour}.png", colour)
    (place / "album" / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0broken")
    subprocess.run(photoclip(place / "library", "index", place / "album"), check=True, capture_output=True)
    return place / "library"


@pytest.fixture
def filled(indexed: Path, library: Path) -> Path:
    """A copy of that library, to be changed at will."""
    return Path(shutil.copytree(indexed, library))


def names(data: str) -> list[str]:
    return [Path(json.loads(line)["files"][0]["path"]).name for line in data.splitlines()]


def photoclip(library: Path, *arguments: object) -> list[str]:
    return [sys.executable, "-m", "photoclip", "--library", str(library), *map(str, arguments)]


def test_a_library_leaves_as_lines_of_json(cli, filled: Path) -> None:
    exported: Result = cli("export-catalog")
    assert (exported.code, exported.err) == (0, "")
    assert names(exported.out) == ["blue.png", "broken.jpg", "red.png"]
    assert cli("export-catalog").out == exported.out


def test_a_library_leaves_as_a_table(cli, filled: Path, tmp_path: Path) -> None:
    file = tmp_path / "export.csv"
    assert cli("export-catalog", "--format", "csv", "--output", file).code == 0
    with file.open(newline="", encoding="utf-8") as stream:
        rows = {Path(row["path"]).name: row for row in csv.DictReader(stream)}
    assert (rows["red.png"]["format"], rows["red.png"]["problem"]) == ("PNG", "")
    assert rows["broken.jpg"]["problem"] == "damaged"
    assert file.stat().st_mode & 0o777 == 0o600


@linux
def test_photos_that_are_gone_leave_with_all(cli, tmp_path: Path) -> None:
    for colour in ("red", "blue"):
        draw(tmp_path / "album" / f"{colour}.png", colour)
    cli("index", tmp_path / "album")
    (tmp_path / "album" / "red.png").unlink()
    os.link(tmp_path / "album" / "blue.png", os.fsencode(tmp_path / "album") + ODD)
    cli("index", tmp_path / "album")
    assert names(cli("export-catalog").out) == ["blue.png"]
    assert names(cli("export-catalog", "--all").out) == ["blue.png", "red.png"]
    paths = [file["path"] for file in json.loads(cli("export-catalog").out)["files"]]
    assert os.fsencode(paths[0]) == os.fsencode(tmp_path / "album" / "blue.png")
    assert os.fsencode(paths[1]) == os.fsencode(tmp_path / "album") + ODD


def test_a_library_that_is_written_to_can_leave(cli, filled: Path) -> None:
    with lock(filled), closing(Catalog(filled, writing=True)) as catalog, catalog.transaction():
        catalog.photos.carry_over(1, 2)
        assert len(names(cli("export-catalog").out)) == 3


def test_an_existing_file_is_replaced_only_when_asked_and_only_if_it_is_an_export(
    cli, filled: Path, indexed: Path, tmp_path: Path
) -> None:
    file = tmp_path / "export.jsonl"
    assert cli("export-catalog", "--output", file).code == 0
    refused = cli("export-catalog", "--output", file)
    assert refused.code == 2
    assert "--force" in refused.err
    assert cli("export-catalog", "--format", "csv", "--output", file, "--force").code == 0
    assert cli("export-catalog", "--output", file, "--force").code == 0
    assert len(names(file.read_text())) == 3
    for precious in (indexed.parent / "album" / "red.png", draw(tmp_path / "other.png")):
        before = precious.read_bytes()
        for words in ((), ("--force",)):
            assert cli("export-catalog", "--output", precious, *words).code == 2
        assert precious.read_bytes() == before


@pytest.mark.parametrize("place", ["x.jsonl", "index/x.jsonl", "thumbnails/../x.jsonl", "catalog.sqlite3"])
def test_photoclips_own_files_are_no_place_for_an_export(
    cli, filled: Path, place: str, tmp_path: Path
) -> None:
    (filled / "thumbnails").mkdir(exist_ok=True)
    (tmp_path / "way in").symlink_to(filled)
    for folder in (filled, tmp_path / "way in"):
        refused = cli("export-catalog", "--output", folder / place, "--force")
        assert refused.code == 2
        assert "own files" in refused.err


def test_no_library_and_no_folder_are_sentences(cli, filled: Path, tmp_path: Path) -> None:
    nowhere = cli("export-catalog", "--output", tmp_path / "nowhere" / "x.csv")
    assert nowhere.code == 3
    assert "cannot be written" in nowhere.err
    none = cli("--library", tmp_path / "none", "export-catalog")
    assert none.code == 3
    assert "There is no library" in none.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_a_full_disk_is_a_sentence(filled: Path, form: str) -> None:
    with Path("/dev/full").open("wb") as full:
        command = photoclip(filled, "export-catalog", "--format", form)
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 3
    assert "could not be written" in done.stderr
    assert len(done.stderr.splitlines()) == 1


ENDLESS = """
import itertools
from photoclip import cli
from photoclip.cli.exporting import _to_stdout
try:
    _to_stdout(itertools.repeat(b"x\\n"))
except BrokenPipeError:
    cli._end_as_the_reader_did()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end in another way")
def test_a_reader_that_has_enough_is_no_error() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", ENDLESS], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as writer:
        assert writer.stdout is not None
        assert writer.stderr is not None
        assert writer.stdout.readline() == b"x\n"
        writer.stdout.close()
        assert writer.stderr.read() == b""
        assert writer.wait() == -signal.SIGPIPE
