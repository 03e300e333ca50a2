"""A short life of a library; docs/measurements.md has a long one (soak.py)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import psutil
import pytest
from faults.killing import assert_gone
from faults.running import HERE, environment
from support import colour_workshop

MINUTES = float(os.environ.get("PHOTOCLIP_SOAK_MINUTES", "0.3"))
pytestmark = pytest.mark.timeout(60 * MINUTES + 300)


def live(folder: Path, minutes: float) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(HERE / "soak.py"), "--minutes", str(minutes), "--folder", str(folder)],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_life_in_fast_motion_is_followed_and_nothing_grows(tmp_path: Path) -> None:
    running = live(tmp_path, MINUTES)
    out, said = running.communicate()
    assert out, said
    report = json.loads(out)
    print(f"\n{out}")
    assert report["faults"] == []
    assert running.returncode == 0
    assert report["cycles"] > 1


def test_a_worker_that_is_killed_leaves_no_process_and_a_sound_library(tmp_path: Path) -> None:
    running = live(tmp_path, 5.0)
    assert running.stderr is not None
    for _ in range(2):
        assert "cycles" in running.stderr.readline()
    children = psutil.Process(running.pid).children(recursive=True)
    assert children, "a worker decodes in processes of their own"
    running.kill()
    running.communicate()
    assert_gone(children)
    with closing(colour_workshop(tmp_path / "library").open_catalog(True)) as catalog:
        assert catalog.faults() == []
