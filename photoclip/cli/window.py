"""`photoclip` without a command: the window."""

from __future__ import annotations

import argparse

from photoclip import bootstrap, paths


def open_window(options: argparse.Namespace) -> int:
    """Open the window on a library and stay until it is closed."""
    return bootstrap.run_window(options.library or paths.default_library())
