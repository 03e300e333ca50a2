"""A short sitting of the monkey; docs/measurements.md has long ones (monkey.py)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from faults.running import environment

ACTIONS = int(os.environ.get("PHOTOCLIP_MONKEY", "120"))
pytestmark = pytest.mark.timeout(ACTIONS + 180)


def test_a_monkey_finds_nothing_wrong_with_the_window(tmp_path: Path) -> None:
    script = Path(__file__).with_name("monkey.py")
    options = ["--seed", "1", "--actions", str(ACTIONS), "--photos", "60", "--folder", str(tmp_path)]
    done = subprocess.run(
        [sys.executable, str(script), *options],
        env=environment(QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        text=True,
        timeout=ACTIONS + 150,
    )
    assert done.stdout, done.stderr[-8000:]
    found = json.loads(done.stdout)
    assert found["faults"] == [], done.stderr[-8000:]
    assert done.returncode == 0
    assert found["actions"] == ACTIONS
