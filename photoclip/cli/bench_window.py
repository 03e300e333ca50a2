"""`photoclip bench window`: how long the window takes to be on screen."""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

from photoclip.cli.library import place
from photoclip.errors import EnvironmentFault

_PROGRAM = """
import sys
from pathlib import Path
from photoclip.cli.library import place
from photoclip import bootstrap
def painted():
    print("torch" in sys.modules, flush=True)
sys.exit(bootstrap.run_window(Path(sys.argv[1]), on_first_paint=painted))
"""


def window(options: argparse.Namespace) -> int:
    """Time from the start of a process to the window's first paint, several times over."""
    library = place(options)
    seconds = [_first_paint(library) for _ in range(options.runs)]
    print(
        f"first paint after {statistics.median(seconds):.2f} s (median of {len(seconds)}; "
        f"{min(seconds):.2f} to {max(seconds):.2f}), torch not loaded"
    )
    return 0


def _first_paint(library: Path) -> float:
    started = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", _PROGRAM, str(library)], stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None  # noqa: S101 - it was asked for
        loaded = running.stdout.readline().strip()
        elapsed = time.perf_counter() - started
        running.terminate()
    if loaded != "False":
        raise EnvironmentFault(
            "The window did not open, or loaded torch first; see whether photoclip opens by itself."
        )
    return elapsed
