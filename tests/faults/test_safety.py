"""Nothing leaves this machine, nobody else reads the library, and no photo is ever written to."""

from __future__ import annotations

import hashlib
import json
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import skimage
from embedding.checkpoints import CONFIGS, make
from faults.guarded import QUERY, Life, without_interfaces

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes, name spaces and /proc are of Unix")
FREE_PHOTOS = Path(skimage.__file__).parent / "data"
PHOTOS = {"a.png": "chelsea.png", "b.jpg": "rocket.jpg", "c.png": "astronaut.png"}
Facts = tuple[str, int, int, int, int]


def facts(folder: Path) -> dict[str, Facts]:
    """Content, mode, times of change and inode of all that is in a folder."""
    found = {}
    for path in [folder, *sorted(folder.rglob("*"))]:
        status = path.lstat()
        digest = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        found[str(path)] = digest, status.st_mode, status.st_mtime_ns, status.st_ctime_ns, status.st_ino
    return found


@pytest.fixture(scope="module", params=[0o022, 0o000], ids=["usual umask", "no umask"])
def life(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Life]:
    """Everything that photoclip does without a download, done once over photos that may only be read."""
    place = tmp_path_factory.mktemp("life")
    life = Life(place / "home", umask=request.param)
    life.album = place / "album"
    (life.album / "sub").mkdir(parents=True)
    for name, free in PHOTOS.items():
        (life.album / "sub" / name).write_bytes((FREE_PHOTOS / free).read_bytes())
    (life.album / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0broken")
    for path in sorted(life.album.rglob("*"), reverse=True):
        path.chmod(0o555 if path.is_dir() else 0o444)
    life.album.chmod(0o555)
    life.before = facts(life.album)
    make(place / "checkpoint", CONFIGS["vit"])
    commands = {
        "index": ["index", life.album],
        "search": ["search", QUERY, "--all", "--json"],
        "similar": ["similar", life.album / "sub" / "b.jpg", "--all", "--json"],
        "status": ["status", "--json"],
        "verify": ["verify", "--deep"],
        "backup": ["backup"],
        "models": ["models", "--all"],
        "import": ["models", "import", place / "checkpoint", "--as", "mine"],
        "export": ["export-catalog", "--output", life.home / "export.jsonl"],
    }
    for name, arguments in commands.items():
        life.outputs[name] = life.run(*arguments)
    life.outputs["window"] = life.window(QUERY)
    yield life
    for path in [life.album, *life.album.rglob("*")]:
        path.chmod(0o755)


def test_no_program_tried_to_reach_a_network(life: Life) -> None:
    assert life.attempts() == ""
    assert Path(json.loads(life.outputs["search"].stdout)[0]["path"]).name == "b.jpg"
    assert len(json.loads(life.outputs["similar"].stdout)) == 2
    assert json.loads(life.outputs["status"].stdout)["searchable"] == 3
    assert len((life.home / "export.jsonl").read_text().splitlines()) == 4


def test_the_guard_catches_a_download(tmp_path: Path) -> None:
    life = Life(tmp_path / "home")
    album = tmp_path / "album"
    album.mkdir()
    (album / "rocket.jpg").write_bytes((FREE_PHOTOS / "rocket.jpg").read_bytes())
    done = life.run("index", album, "--model", "small", check=False)
    assert done.returncode == 3
    assert "cannot be fetched" in done.stderr
    assert "socket.getaddrinfo" in life.attempts()


@pytest.mark.skipif(not without_interfaces(), reason="this system gives users no network name space")
def test_the_name_space_has_no_way_out(tmp_path: Path) -> None:
    ask = "import socket; socket.create_connection(('192.0.2.1', 443), timeout=5)"
    done = subprocess.run([*without_interfaces(), sys.executable, "-c", ask], capture_output=True, text=True)
    assert "Network is unreachable" in done.stderr


def test_nobody_else_can_read_what_is_made(life: Life) -> None:
    open_to_others = {
        str(path.relative_to(life.home)): oct(stat.S_IMODE(path.lstat().st_mode))
        for path in life.home.rglob("*")
        if not path.is_relative_to(life.home / "guard")
        and not path.is_symlink()
        and path.lstat().st_mode & 0o077
    }
    assert open_to_others == {}
    made = {path.name for path in life.home.rglob("*")}
    assert {"catalog.sqlite3", "backups", "photoclip.log", "window.ini", "manifest.json"} <= made
    assert "open_clip_model.safetensors" in made


def test_photos_are_never_written_to(life: Life) -> None:
    assert facts(life.album) == life.before


def test_the_log_holds_no_words_that_were_searched_for_and_nothing_of_a_photo(life: Life) -> None:
    logs = b"".join(file.read_bytes() for file in life.home.rglob("photoclip.log*"))
    assert b"starts as process" in logs
    assert not any(word.encode() in logs for word in QUERY.split()[1:])
    text = logs.decode("utf-8")
    assert max(map(len, text.splitlines())) < 500
    for magic in ("\\xff\\xd8", "JFIF", "IHDR"):
        assert magic not in text


def test_the_log_is_three_files_of_a_megabyte_at_most(tmp_path: Path) -> None:
    life = Life(tmp_path / "home")
    life.python(
        "-c",
        "import logging; from photoclip import logs; logs.set_up()\n"
        "for number in range(60_000): logging.getLogger('photoclip').warning('%s %d', 'x' * 90, number)",
    )
    sizes = [file.stat().st_size for file in life.home.rglob("photoclip.log*")]
    assert len(sizes) == 3
    assert max(sizes) <= 1_000_000
