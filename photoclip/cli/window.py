"""`photoclip` without a command: the window."""

from __future__ import annotations

import argparse
import os
import sys

from photoclip import bootstrap, paths
from photoclip.errors import EnvironmentFault


def open_window(options: argparse.Namespace) -> int:
    """Open the window on a library and stay until it is closed."""
    if not _has_screen():
        raise EnvironmentFault(
            "There is no screen to open the window on; use a command instead, such as photoclip search WORDS."
        )
    return bootstrap.run_window(options.library or paths.default_library())


def _has_screen() -> bool:
    """Qt ends the whole program when it finds no screen, so that is found out before."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)
