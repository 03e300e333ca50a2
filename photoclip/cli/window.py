"""`photoclip` without a command: the window."""

from __future__ import annotations

import argparse
import os
import sys

from photoclip import bootstrap
from photoclip.cli.library import place
from photoclip.errors import EnvironmentFault, PhotoclipError


def open_window(options: argparse.Namespace) -> int:
    """Open the window on a library and stay until it is closed.

    Where it cannot be opened, the reason is said on the terminal and in a small
    window: whoever started from an icon sees no terminal.
    """
    if not _has_screen():
        raise EnvironmentFault(
            "There is no screen to open the window on; use a command instead, such as photoclip search WORDS."
        )
    try:
        return bootstrap.run_window(place(options), debug=options.debug)
    except PhotoclipError as fault:
        print(f"photoclip: {fault}", file=sys.stderr, flush=True)
        bootstrap.show_refusal(str(fault))
        return fault.exit_code


def _has_screen() -> bool:
    """Qt ends the whole program when it finds no screen, so that is found out before."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)
