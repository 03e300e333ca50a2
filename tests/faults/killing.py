"""`kill -9`, and what it must not leave behind."""

from __future__ import annotations

import contextlib
import random
import signal
import subprocess
import time

import psutil

_GONE_SECONDS = 20.0


def kill_within(running: subprocess.Popen[str], seconds: float, chance: random.Random) -> bool:
    """Kill a process at a random moment of its work, which may also kill itself; whether it was killed.

    Raises:
        AssertionError: it left processes behind.
    """
    assert running.stderr is not None
    running.stderr.readline()  # it says that its work begins
    with contextlib.suppress(subprocess.TimeoutExpired):
        running.wait(chance.uniform(0.0, seconds))
    children = _children(running.pid)
    running.kill()
    running.communicate()
    assert_gone(children)
    return running.returncode == -signal.SIGKILL


def assert_gone(processes: list[psutil.Process]) -> None:
    """The decoding processes notice by themselves that their parent is gone."""
    _, left = psutil.wait_procs(processes, timeout=_GONE_SECONDS)
    assert not left, f"processes were left behind: {left}"


def duration(running: subprocess.Popen[str]) -> float:
    """Let a process come to its end; how long its work took in seconds."""
    assert running.stderr is not None
    running.stderr.readline()
    started = time.monotonic()
    _, said = running.communicate(timeout=120)
    assert running.returncode == 0, said
    return time.monotonic() - started


def _children(pid: int) -> list[psutil.Process]:
    try:
        return psutil.Process(pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []
