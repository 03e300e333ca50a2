"""A whole life of photoclip in programs of its own, none of which may reach a network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
QUERY = "a rocket launch"

# Python imports a module of this name by itself, in photoclip and in each of its decoders.
GUARD = """
import os, socket, sys

def guard(event, values, note=os.environ["GUARD_NOTE"]):
    if event not in ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg",
                     "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        return
    inside = event in ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg")
    if inside and values[0].family == getattr(socket, "AF_UNIX", None):
        return
    with open(note, "a") as stream:
        print(event, values[1:] if inside else values, file=stream)
    raise PermissionError(f"the network is closed: {event}")

sys.addaudithook(guard)
"""

WINDOW = """
import os, sys, time
from photoclip import bootstrap
from photoclip.__main__ import main

run_window = bootstrap.run_window

def drive():
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from photoclip.ui.main_window import MainWindow

    (window,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
    deadline = time.monotonic() + 100
    asked = []

    def look():
        if time.monotonic() > deadline:
            print("the window never showed the photos", "asked" if asked else "", file=sys.stderr, flush=True)
            os._exit(7)
        if not asked and window.model.rowCount() == 3:
            asked.append(True)
            window.search.setText(query)
        elif asked and window.flow.shown.question.query.words == query and window.model.rowCount():
            timer.stop()
            window.close()

    timer = QTimer(window, interval=50)
    timer.timeout.connect(look)
    timer.start()

query = sys.argv.pop()
bootstrap.run_window = lambda library, **more: run_window(library, drive, **more)
sys.exit(main())
"""


@cache
def without_interfaces() -> tuple[str, ...]:
    """The words before a command that take its network away, where this system allows that to users."""
    words = ("unshare", "--map-root-user", "--net")
    allowed = shutil.which("unshare") and not subprocess.run([*words, "true"], capture_output=True).returncode
    return words if allowed else ()


@dataclass
class Life:
    """A home folder, an album, and the programs that ran there. `umask` is that of the shell."""

    home: Path
    umask: int = 0o022
    outputs: dict[str, subprocess.CompletedProcess[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        (self.home / "guard").mkdir(parents=True)
        (self.home / "guard" / "sitecustomize.py").write_text(GUARD)
        self.note = self.home / "guard" / "note"

    def run(self, *arguments: object, check: bool = True) -> subprocess.CompletedProcess[str]:
        return self.python("-m", "photoclip", "--verbose", *arguments, check=check)

    def window(self, query: str) -> subprocess.CompletedProcess[str]:
        return self.python("-c", WINDOW, query)

    def python(self, *arguments: object, check: bool = True) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [*without_interfaces(), sys.executable, *map(str, arguments)],
            capture_output=True,
            text=True,
            cwd=self.home,
            env=self._environment(),
            umask=self.umask,
            timeout=200,
        )
        assert not check or done.returncode == 0, done.stderr
        return done

    def attempts(self) -> str:
        """What the programs tried to reach."""
        return self.note.read_text() if self.note.exists() else ""

    def _environment(self) -> dict[str, str]:
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.lower().endswith("_proxy") and not name.startswith(("XDG_", "PHOTOCLIP_", "HF_"))
        }
        return {
            **kept,
            "HOME": str(self.home),
            "PYTHONPATH": os.pathsep.join([str(self.home / "guard"), str(ROOT)]),
            "PYTHONDONTWRITEBYTECODE": "1",
            "GUARD_NOTE": str(self.note),
            "QT_QPA_PLATFORM": "offscreen",
        }
