"""A disk that refuses: calls that change something below a folder are counted, and can be made to fail.

`failing_disk.c` is loaded before libc into the processes that are to suffer.
"""

from __future__ import annotations

import errno
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from faults.running import HERE

COMPILER = shutil.which("cc")
WHY_NOT = (
    "the failing disk needs Linux"
    if sys.platform != "linux"
    else "the failing disk needs a C compiler (cc)"
    if COMPILER is None
    else ""
)


@dataclass(frozen=True)
class FailingDisk:
    """Makes the variables for a process that meets a failing disk."""

    shim: Path
    counter: Path

    @classmethod
    def build(cls, folder: Path) -> FailingDisk:
        assert COMPILER is not None
        shim = folder / "failing_disk.so"
        source = str(HERE / "failing_disk.c")
        subprocess.run([COMPILER, "-shared", "-fPIC", "-O1", "-o", str(shim), source, "-ldl"], check=True)
        return cls(shim, folder / "calls")

    def variables(
        self, below: Path, at: int = 0, *, error: int = errno.ENOSPC, once: bool = False
    ) -> dict[str, str]:
        """`at` is the first call that fails, 0 for none; with `once` it is the only one.

        Error 0 kills the process at that call instead.
        """
        self.counter.write_bytes(bytes(8))
        return {
            "LD_PRELOAD": str(self.shim),
            "FAILING_BELOW": str(below.resolve()),
            "FAILING_COUNT": str(self.counter),
            "FAILING_AT": str(at),
            "FAILING_ERROR": str(error),
            "FAILING_ONCE": "1" if once else "0",
        }

    def calls(self) -> int:
        """How many calls there were since `variables` was asked for."""
        return int.from_bytes(self.counter.read_bytes(), sys.byteorder)
