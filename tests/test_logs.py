"""Logs and crash reports, in processes of their own: they change what a whole process does."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from photoclip import logs, paths

SET_UP = "from photoclip import logs; logs.set_up(); "
SEGFAULT = SET_UP + "import faulthandler; faulthandler._sigsegv()"
KILLED = SET_UP + "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
needs_signals = pytest.mark.skipif(os.name != "posix", reason="kills by POSIX signals")


def run(code: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONFAULTHANDLER"}
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, env=environment
    )


def log() -> str:
    return (paths.logs_dir() / "photoclip.log").read_text(encoding="utf-8")


def names() -> list[str]:
    return sorted(path.name for path in paths.logs_dir().iterdir())


def test_start_and_end_are_noted_and_a_good_end_leaves_no_report() -> None:
    assert run(SET_UP).returncode == 0
    assert re.search(r"photoclip \S+ starts as process \d+\n.*process \d+ ends\n", log())
    assert names() == ["photoclip.log"]
    assert logs.take_crash_report() is None


@needs_signals
def test_a_crash_leaves_a_report_that_is_told_of_once() -> None:
    assert run(SEGFAULT).returncode < 0
    report = logs.take_crash_report()
    assert report is not None
    assert report.parent == paths.logs_dir()
    assert "Segmentation fault" in report.read_text(encoding="utf-8")
    assert report.stat().st_mode & 0o077 == 0
    assert logs.take_crash_report() is None
    assert report.exists(), "it stays on disk"


@needs_signals
def test_a_killed_program_has_not_crashed() -> None:
    assert run(KILLED).returncode < 0
    assert logs.take_crash_report() is None
    assert names() == ["photoclip.log"]


@needs_signals
def test_a_running_program_is_left_alone() -> None:
    code = SET_UP + "print('runs', flush=True); input(); import faulthandler; faulthandler._sigsegv()"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == b"runs\n"
        assert logs.take_crash_report() is None
        assert run(SET_UP).returncode == 0
        running.communicate(b"\n", timeout=60)
    assert logs.take_crash_report() is not None


@needs_signals
def test_five_reports_are_kept_and_what_killed_commands_leave_does_not_pile_up() -> None:
    for number in range(9):
        folder = paths.private_dir(paths.logs_dir())
        (folder / f"crash-2026010{number}-000000-1.running").write_bytes(b"Fatal Python error\n")
    for number in range(30):
        (folder / f"crash-20260201-0000{number:02}-1.running").touch()
    run(SET_UP)
    assert len(names()) == 10, "the empty ones are gone"
    newest = logs.take_crash_report()
    assert newest is not None
    assert newest.name == "crash-20260108-000000-1.log"
    assert [name for name in names() if name.startswith("crash")] == [
        f"crash-2026010{number}-000000-1.log" for number in range(4, 9)
    ]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("raise ValueError('at the top')", "nobody caught this"),
        ("import threading; threading.Thread(target=lambda: 1 / 0).start()", "ZeroDivisionError"),
        ("class A:\n def __del__(self): raise ValueError('late')\nA()", "too late to be raised"),
    ],
)
def test_what_nobody_catches_is_logged_and_still_said(code: str, expected: str) -> None:
    result = run(SET_UP + "\n" + code)
    assert expected in log()
    assert "Traceback" in log()
    assert "Traceback" in result.stderr


def test_an_interrupt_is_no_error() -> None:
    run(SET_UP + "raise KeyboardInterrupt")
    assert "nobody caught" not in log()


def test_two_processes_rotate_one_log_without_an_error_or_a_torn_line() -> None:
    """Small files, so that both rotate all the time; what is left is whole lines of both."""
    code = (
        "import logging, sys; from photoclip import logs; logs._MEGABYTE = 20_000; logs.set_up()\n"
        "log = logging.getLogger('photoclip.test')\n"
        "for number in range(3000): log.info('%s %05d %s', sys.argv[1], number, 'x' * 60)"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, name], stderr=subprocess.PIPE, text=True)
        for name in "ab"
    ]
    for process in running:
        _, error = process.communicate(timeout=120)
        assert (process.returncode, error) == (0, "")
    written = [path for path in paths.logs_dir().iterdir() if path.name.startswith("photoclip.log")]
    assert 2 <= len(written) <= 3
    for path in written:
        assert path.stat().st_size < 25_000
        assert path.stat().st_mode & 0o077 == 0 or os.name != "posix"
        for line in path.read_text(encoding="utf-8").splitlines():
            assert re.search(r"photoclip\.test: [ab] \d{5} x{60}$|process \d+", line), line


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    result = run(SET_UP + "import logging; logging.getLogger('photoclip').warning('heard?')")
    assert (result.returncode, result.stderr) == (0, "")
    assert logs.take_crash_report() is None
