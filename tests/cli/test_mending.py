"""`photoclip verify`, `repair`, `backup` and `restore`, as they are typed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from photoclip.catalog.catalog import lock
from photoclip.catalog.connection import FILE_NAME


def test_a_library_is_backed_up_listed_and_restored(cli, album: Path, library: Path) -> None:
    assert "no backup yet" in cli("restore").out
    cli("index", album / "sub")
    made = cli("backup")
    assert made.code == 0
    assert made.out.startswith("Made catalog-")
    cli("index", album)
    listed = cli("restore").out
    assert "1 photos" in listed
    assert "schema" in listed
    name = listed.split()[-1]
    for which in ("latest", name, name[8:16], f"{name[8:12]}-{name[12:14]}-{name[14:16]}"):
        assert cli("restore", which).code == 0
    assert json.loads(cli("status", "--json").out)["searchable"] == 1
    assert cli("index", album).code == 0
    assert cli("verify").code == 0
    assert cli("restore", "1999").code == 2


def test_a_damaged_library_is_found_repaired_and_indexed_again(cli, album: Path, library: Path) -> None:
    cli("index", album)
    cli("backup")
    (library / "settings.json").write_bytes(b"{")
    file = library / FILE_NAME
    file.write_bytes(file.read_bytes()[:9000])
    found = cli("verify", "--json")
    report = json.loads(found.out)
    assert (found.code, report["ok"]) == (3, False)
    assert {problem["area"] for problem in report["problems"]} == {"settings", "catalog"}
    assert all("photoclip repair" in problem["remedy"] for problem in report["problems"])
    done = cli("repair")
    assert done.code == 0
    assert "is used instead" in done.out
    assert "Now run: photoclip index" in done.out
    assert cli("index", album).code == 0
    assert cli("verify", "--deep").code == 0
    assert cli("repair").out == "Nothing had to be mended.\n"


@pytest.mark.parametrize("command", ["verify", "repair", "backup"])
def test_there_has_to_be_a_library(cli, library: Path, command: str) -> None:
    result = cli(command)
    assert (result.code, "no library" in result.err) == (3, True)
    assert not library.exists()


def test_only_the_writer_mends(cli, album: Path, library: Path) -> None:
    cli("index", album / "sub")
    cli("backup")
    with lock(library):
        for command in (["repair"], ["backup"], ["restore", "latest"]):
            assert "at work on the library" in cli(*command).err
        assert cli("verify").code == 0
        assert cli("restore").code == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_library_that_may_not_be_read_is_told(cli, album: Path, library: Path) -> None:
    cli("index", album / "sub")
    library.chmod(0)
    try:
        assert cli("verify").code == 3
    finally:
        library.chmod(0o700)
