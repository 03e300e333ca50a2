"""`photoclip folders`, `purge`, ignore patterns, and libraries that are carried about."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from support import draw

from photoclip import settings
from photoclip.catalog.catalog import Catalog
from photoclip.cli import run
from photoclip.settings import Settings


def photoclip(library: Path, *arguments: str) -> int:
    return run(["--library", str(library), *arguments])


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    """A drive with photos, and a library beside them."""
    for mark in range(4):
        draw(tmp_path / "drive" / "Photos" / f"{mark}.png", ("red", "green", "blue", "white")[mark], mark)
    assert photoclip(tmp_path / "drive" / "library", "index", str(tmp_path / "drive" / "Photos")) == 0
    return tmp_path / "drive"


def listed(library: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    capsys.readouterr()
    assert photoclip(library, "folders", "--json") == 0
    rows: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return rows


def test_a_folder_is_removed_and_added_again_with_everything_known_of_it(drive: Path, capsys) -> None:
    library, photos = drive / "library", str(drive / "Photos")
    assert listed(library, capsys) == [{"path": photos, "files": 4, "offline": False}]
    assert photoclip(library, "folders", "remove", photos) == 0
    assert listed(library, capsys) == []
    assert photoclip(library, "folders", "remove", photos) == 2
    assert "not a watched folder" in capsys.readouterr().err
    assert photoclip(library, "folders", "add", photos) == 0
    assert photoclip(library, "index") == 0
    assert "photos/s" not in capsys.readouterr().err  # nothing was embedded
    assert listed(library, capsys) == [{"path": photos, "files": 4, "offline": False}]


def test_purging_says_what_it_would_forget_and_forgets_only_when_told(drive: Path, capsys) -> None:
    library = drive / "library"
    (drive / "Photos" / "0.png").unlink()
    photoclip(library, "index")
    capsys.readouterr()
    assert photoclip(library, "purge") == 0
    told = capsys.readouterr()
    assert told.out.startswith("Files missing: 1. Photos without any file left: 1,")
    assert "--yes" in told.err
    assert photoclip(library, "purge", "--yes") == 0
    assert photoclip(library, "purge") == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("Files missing: 0.")
    assert len(list((library / "thumbnails").rglob("*.jpg"))) == 3
    assert list((library / "backups").glob("catalog-*.sqlite3"))
    assert photoclip(library, "verify") == 0


def test_a_library_that_is_carried_to_another_machine_finds_its_photos_and_embeds_nothing(
    drive: Path, tmp_path: Path, capsys
) -> None:
    drive.rename(tmp_path / "elsewhere")
    library = tmp_path / "elsewhere" / "library"
    assert photoclip(library, "search", "--all", "--json", "red") == 0
    found = json.loads(capsys.readouterr().out)
    assert all(Path(row["path"]).is_file() for row in found)
    assert photoclip(library, "index") == 0
    assert "photos/s" not in capsys.readouterr().err
    assert photoclip(library, "verify") == 0


def test_a_copy_of_drive_and_library_embeds_nothing_either(drive: Path, tmp_path: Path, capsys) -> None:
    shutil.copytree(drive, tmp_path / "copy", copy_function=shutil.copyfile)
    shutil.rmtree(drive)
    library = tmp_path / "copy" / "library"
    assert photoclip(library, "index") == 0
    assert "photos/s" not in capsys.readouterr().err
    with closing(Catalog(library, writing=False)) as catalog:
        key = catalog.models.newest("starter")
        assert key is not None
        assert catalog.vectors.of(key).count() == 4


def test_patterns_in_the_settings_are_obeyed(drive: Path, capsys) -> None:
    library = drive / "library"
    settings.save(library, Settings(ignore=("[01].png",)))
    assert photoclip(library, "index") == 0
    assert listed(library, capsys)[0]["files"] == 2


def test_very_many_missing_photos_stay_until_a_person_says_so(drive: Path, capsys) -> None:
    library = drive / "library"
    for mark in range(4, 12):
        draw(drive / "Photos" / f"{mark}.png", "red", mark)
    photoclip(library, "index")
    for mark in range(6):
        (drive / "Photos" / f"{mark}.png").unlink()
    assert photoclip(library, "index") == 0
    assert "6 of 12 files" in capsys.readouterr().err
    assert listed(library, capsys)[0]["files"] == 12
    assert photoclip(library, "index", "--accept-missing") == 0
    assert listed(library, capsys)[0]["files"] == 6


def test_only_what_a_killed_run_left_is_swept_away(drive: Path) -> None:
    """A library may lie among a user's own files."""
    library = drive / "library"
    own = [library / "backups" / ".notes-20240101", library / "backups" / "phone" / ".signal-personal"]
    left = [
        library / "backups" / ".catalog-20260101-000000-v1.sqlite3-abcdef12",
        library / ".settings.json-abcdef12",
    ]
    thumbnail = library / "thumbnails" / "ab" / f".{'a' * 32}.jpg-abcdef12"
    for file in [*own, *left, thumbnail]:
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"x")
    assert photoclip(library, "folders", "add", str(drive / "Photos")) == 0
    assert [file.exists() for file in own + left] == [True, True, False, False]
    draw(drive / "Photos" / "another.png", "red", 77)
    assert photoclip(library, "index") == 0
    assert not thumbnail.exists()


def test_a_folder_of_a_users_own_called_backups_is_no_damaged_library(tmp_path: Path) -> None:
    (tmp_path / "usb" / "backups").mkdir(parents=True)
    (tmp_path / "photos").mkdir()
    assert photoclip(tmp_path / "usb", "folders", "add", str(tmp_path / "photos")) == 0
