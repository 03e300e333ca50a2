"""A monkey uses the window over a real library: an hour's worth of actions of a person, in fast motion.

python tests/ui/monkey.py --seed 1 --actions 1800 [--photos 200] [--starter] [--folder FOLDER]

1,800 actions are an hour at one in two seconds. They are drawn at random but
weighted as a person's are; dialogs and menus are filled in and closed by
`monkeys/hand.py`, other programs change the photos meanwhile (`outside.py`).
Whenever fifty are done, the window comes to rest and is checked (`checks.py`).
Ends with a line of JSON; the exit code is 1 where anything was wrong, and then
the seed and the last actions are told. Left out: dragging with the system's
own drag and drop (drops are real events, their source is not), programs
outside (a desktop that only notes what it is asked), and ending the program.
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import sys
import tempfile
from pathlib import Path


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--actions", type=int, default=1800)
    parser.add_argument("--photos", type=int, default=200)
    parser.add_argument("--starter", action="store_true", help="with the real model and the system's bin")
    parser.add_argument("--folder", type=Path, help="an empty folder to live in, kept afterwards")
    parser.add_argument("--loud", action="store_true", help="tell each action before it is done")
    options = parser.parse_args()
    faulthandler.enable()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path[0] = str(Path(__file__).resolve().parents[1])
    if options.folder:
        return _sit(options.folder, options)
    with tempfile.TemporaryDirectory(prefix="monkey-", ignore_cleanup_errors=True) as folder:
        return _sit(Path(folder), options)


def _sit(folder: Path, options: argparse.Namespace) -> int:
    home = folder / "home"
    home.mkdir(mode=0o700)
    for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        os.environ[name] = str(home)
    # Only now: the bin looks for its place when it is imported. The processes that read photos, which
    # import this file too, stay small.
    from ui.monkeys.sitting import sit

    return sit(folder, options)


if __name__ == "__main__":
    sys.exit(main())
