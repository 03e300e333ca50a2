"""`python -m photoclip` and the console script."""

from __future__ import annotations

import multiprocessing
import sys


def main() -> int:
    """Run the command line, or the window when no command is named."""
    multiprocessing.freeze_support()
    from photoclip.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
