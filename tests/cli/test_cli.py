"""What scripts rely on: JSON shapes, exit codes, one sentence for an error."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from photoclip.catalog import migrations
from photoclip.catalog.catalog import lock
from photoclip.catalog.connection import FILE_NAME
from photoclip.cli import run


def names(out: str) -> list[str]:
    return [Path(row["path"]).name for row in json.loads(out)]


def test_the_whole_way_from_a_folder_to_the_photo_that_was_meant(cli, album: Path) -> None:
    indexed = cli("index", album)
    assert indexed.code == 0
    assert "6 seen, 5 searchable, 1 not:" in indexed.out

    found = cli("search", "a cat", "--json")
    assert found.code == 0
    assert found.err == ""
    assert names(found.out)[0] == "chelsea.png"
    assert set(json.loads(found.out)[0]) == {"path", "score", "relevance"}
    assert names(cli("search", "a rocket launch", "--all", "--json", "--limit", 1).out) == ["rocket.jpg"]
    assert len(names(cli("search", "a cat", "--all", "--json").out)) == 5

    alike = cli("similar", album / "chelsea.png", "--json", "--all")
    assert alike.code == 0
    assert "chelsea.png" not in names(alike.out)
    assert len(names(alike.out)) == 4

    status = json.loads(cli("status", "--json").out)
    assert (status["files"], status["searchable"], status["not_searchable"]) == (6, 5, 1)
    assert [Path(problem["path"]).name for problem in status["problems"]] == ["broken.jpg"]
    assert (status["model"], status["device"], status["precision"]) == ("starter", "cpu", "float32")
    verified = json.loads(cli("verify", "--json").out)
    assert (verified["ok"], verified["problems"]) == (True, [])

    again = cli("index", album)
    assert again.code == 0
    assert "0 new or changed" in again.err
    assert "photos/s" not in again.err


def test_a_photo_outside_the_library_can_be_searched_by(cli, album: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.png"
    outside.write_bytes((album / "chelsea.png").read_bytes() + b"\0")
    cli("index", album)
    assert names(cli("similar", outside, "--json").out)[0] == "chelsea.png"


def test_search_loads_no_qt_and_similar_within_the_library_no_torch(cli, album: Path, library: Path) -> None:
    cli("index", album)
    program = (
        "import sys; from photoclip.cli import run; code = run(sys.argv[1:]); "
        "print([n for n in ('PySide6', 'torch') if n in sys.modules], file=sys.stderr); sys.exit(code)"
    )
    for command, loaded in (
        (["search", "a cat"], "['torch']"),
        (["similar", album / "chelsea.png", "--all"], "[]"),
    ):
        done = subprocess.run(
            [sys.executable, "-c", program, "--library", library, *command],
            capture_output=True,
            text=True,
            check=True,
        )
        assert loaded in done.stderr.splitlines()  # torch itself may have something to say at the end


def test_importing_the_use_cases_loads_neither_qt_nor_torch() -> None:
    program = "import sys, photoclip.library.keeping, photoclip.library.searching, photoclip.worker.worker; "
    program += "print([n for n in ('PySide6', 'torch', 'PIL', 'hnswlib') if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["index", "{tmp}/nowhere"], 2, "There is no folder"),
        (["index", "{tmp}/file.txt"], 2, "is not a folder"),
        (["index", "{tmp}/empty"], 2, "is empty"),
        (["index"], 2, "name one"),
        (["index", "{tmp}", "--model", "smal"], 2, 'did you mean "small"'),
        (["search", ""], 2, "nothing to search for"),
        (["search", "?!…"], 2, "nothing to search for"),
        (["similar", "{tmp}/nowhere.jpg"], 2, "There is no file"),
        (["status"], 3, "no library"),
        (["verify"], 3, "no library"),
        (["search", "a cat", "--limit", "0"], 2, "1 or more"),
        (["dance"], 2, "invalid choice"),
        (["bench", "quality", "--data", "{tmp}"], 2, "manifest.csv"),
        (["models", "import", "{tmp}/nowhere"], 2, "nowhere"),
    ],
)
def test_wrong_use_gets_one_sentence_and_its_exit_code(
    cli, tmp_path: Path, arguments: list[str], code: int, says: str
) -> None:
    (tmp_path / "file.txt").write_text("x")
    (tmp_path / "empty").mkdir()
    result = cli(*(argument.replace("{tmp}", str(tmp_path)) for argument in arguments))
    assert result.code == code
    assert says in result.err
    assert result.out == ""
    if not result.err.startswith("usage"):
        assert len(result.err.strip().splitlines()) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_told(cli, tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o000)
    result = cli("index", tmp_path / "locked")
    assert (result.code, "permissions" in result.err) == (3, True)


def test_searching_an_empty_library_finds_nothing(cli) -> None:
    result = cli("search", "a cat", "--json")
    assert (result.code, json.loads(result.out)) == (1, [])
    assert "photoclip index" in result.err


def test_no_match_is_exit_code_one(cli, tmp_path: Path, album: Path) -> None:
    cli("index", album / "sub")
    result = cli("search", "a giraffe", "--json")
    assert (result.code, json.loads(result.out)) == (1, [])


def test_a_second_program_on_the_library_is_told_so(cli, album: Path, library: Path) -> None:
    with lock(library):
        result = cli("index", album)
    assert result.code == 3
    assert "at work on the library" in result.err


def test_a_library_made_by_a_newer_version_is_refused_and_untouched(cli, album: Path, library: Path) -> None:
    cli("index", album)
    with sqlite3.connect(library / FILE_NAME) as raw:
        raw.execute(f"PRAGMA user_version = {migrations.LATEST + 1}")
    raw.close()
    before = (library / FILE_NAME).read_bytes()
    for arguments in (["index", album], ["search", "a cat"], ["status"], ["verify"]):
        result = cli(*arguments)
        assert (result.code, "newer photoclip" in result.err) == (3, True)
    assert (library / FILE_NAME).read_bytes() == before


def test_names_that_are_no_text_survive_json_and_do_no_harm_on_a_terminal(
    cli, tmp_path: Path, album: Path
) -> None:
    folder = os.fsencode(tmp_path / "odd")
    (tmp_path / "odd").mkdir()
    odd = [b"latin1_\xe9.png", b"new\nline.png", b"esc\x1b[31m.png"]
    for name in odd:
        with open(folder + b"/" + name, "wb") as stream:  # noqa: PTH123 - a path of bytes
            stream.write((album / "chelsea.png").read_bytes())
    cli("index", os.fsdecode(folder))
    shown = cli("search", "a cat").out
    assert "\x1b" not in shown
    rows = json.loads(cli("search", "a cat", "--json").out)
    assert os.path.basename(os.fsencode(rows[0]["path"])) in odd


def test_models_are_listed_with_the_starter_first_and_named_for_what_it_is(cli) -> None:
    listed = cli("models")
    assert listed.code == 0
    assert listed.out.strip().startswith("Starter (built in, basic)")
    cards = json.loads(cli("models", "--json").out)
    assert {card["size"] for card in cards if card["size"]} == {
        "small",
        "medium",
        "large",
        "largest",
        "multilingual",
    }
    assert {"rn50", "rn101", "rn50x4", "rn50x16", "rn50x64"} <= {
        card["id"].removesuffix("-openai") for card in cards
    }
    assert [card["id"] for card in cards if card["here"]] == ["starter"]


def test_a_library_below_the_folder_is_never_indexed_by_whatever_path(
    album: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    for _ in range(2):
        assert run(["--library", "../album/lib", "index", "../album", f"/{album}"]) == 0
    capsys.readouterr()
    assert run(["--library", "../album/lib", "status", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["files"] == 6


def test_a_window_without_a_screen_is_refused_in_one_sentence(cli, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    result = cli()
    assert (result.code, "no screen" in result.err) == (3, True)


def test_a_model_that_cannot_be_fetched_leaves_the_old_one_serving(
    cli, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    result = cli("index", album, "--model", "small")
    assert result.code == 3
    assert "put them into" in result.err
    assert cli("index", album).code == 0
    assert names(cli("search", "a cat", "--json").out)[0] == "chelsea.png"


def test_a_number_is_a_query_in_any_language(cli, album: Path) -> None:
    cli("index", album)
    assert cli("search", "42", "--all").code == 0


def test_a_local_checkpoint_is_a_model_like_any_other(cli, album: Path, tmp_path: Path) -> None:
    from photoclip import paths

    copy = tmp_path / "mine"
    copy.mkdir()
    for file in (paths.resources() / "models" / "starter").iterdir():
        (copy / file.name).write_bytes(file.read_bytes())
    assert cli("index", album, "--model", copy).code == 0
    assert json.loads(cli("status", "--json").out)["model"] == "local:mine"
    assert names(cli("search", "a cat", "--json").out)[0] == "chelsea.png"
