"""The heap of the C library."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc has arenas")
def test_the_threads_of_a_program_share_two_heaps() -> None:
    script = (
        "import ctypes, threading\n"
        "from photoclip.machine import heap\n"
        "assert heap.share()\n"
        "gate = threading.Barrier(9)\n"
        "held = []\n"
        "def work():\n"
        "    held.append([bytes(20_000) for _ in range(20)])\n"
        "    gate.wait()\n"
        "for _ in range(8):\n"
        "    threading.Thread(target=work).start()\n"
        "gate.wait()\n"
        "ctypes.CDLL(None).malloc_stats()\n"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    arenas = [line for line in told.stderr.splitlines() if line.startswith("Arena")]
    assert 1 <= len(arenas) <= 2
