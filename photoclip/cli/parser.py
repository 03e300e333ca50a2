"""What can be typed."""

from __future__ import annotations

import argparse
from pathlib import Path

from photoclip import __version__
from photoclip.cli import bench, bench_window, finding, indexing, models, reports, window


def parser() -> argparse.ArgumentParser:
    """The whole command line; `command` of the result is the function to run."""
    main = argparse.ArgumentParser(
        prog="photoclip",
        description="Find photos by what is in them. Without a command, the window opens.",
        epilog="Exit codes: 0 done, 1 no match, 2 wrong use, 3 the machine (no model, disk full, in use).",
    )
    main.add_argument("--version", action="version", version=f"photoclip {__version__}")
    main.add_argument("--verbose", action="store_true", help="write details to the log")
    main.add_argument(
        "--library",
        metavar="DIR",
        type=Path,
        help="the library's folder (default: PHOTOCLIP_LIBRARY, else the system's place for such data)",
    )
    main.set_defaults(command=window.open_window)
    commands = main.add_subparsers(title="commands", metavar="COMMAND")
    _index(commands)
    _search(commands)
    _reports(commands)
    _models(commands)
    _bench(commands)
    return main


def _index(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    index = commands.add_parser("index", help="make the photos in folders searchable")
    index.add_argument(
        "paths", metavar="PATH", nargs="*", help="folders (default: all that were indexed before)"
    )
    index.add_argument(
        "--model", metavar="ID", help="a size, a model's id, or a folder with a local checkpoint"
    )
    index.add_argument("--device", choices=("auto", "cuda", "mps", "cpu"))
    index.set_defaults(command=indexing.index)


def _search(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    search = commands.add_parser("search", help="find photos by words")
    search.add_argument("text", metavar="TEXT", nargs="+", help="what should be in the photos")
    search.set_defaults(command=finding.search)
    similar = commands.add_parser("similar", help="find photos like a photo")
    similar.add_argument("file", metavar="FILE", help="a photo in or outside the library")
    similar.set_defaults(command=finding.similar)
    for command in (search, similar):
        command.add_argument(
            "--limit", metavar="N", type=_count, help="at most N photos (default: 20)", default=20
        )
        command.add_argument("--all", action="store_true", help="no cut-off: every photo has a place")
        command.add_argument("--json", action="store_true", help="a list of path, score and relevance")


def _reports(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    status = commands.add_parser("status", help="what can be found, what cannot and why")
    status.set_defaults(command=reports.status)
    verify = commands.add_parser("verify", help="check that nothing in the library is damaged")
    verify.set_defaults(command=reports.verify)
    for command in (status, verify):
        command.add_argument("--json", action="store_true")


def _models(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    listing = commands.add_parser("models", help="the models to choose from")
    listing.add_argument("--all", action="store_true", help="every model, not only the recommended ones")
    listing.add_argument("--json", action="store_true", help="every model with all that is known of it")
    listing.set_defaults(command=models.show)
    actions = listing.add_subparsers(metavar="ACTION")
    bring = actions.add_parser("import", help="bring in a checkpoint that was downloaded by hand")
    bring.add_argument("path", metavar="FILE_OR_FOLDER")
    bring.add_argument(
        "--as", dest="name", metavar="ID", help="the model that this is, or a name of your own"
    )
    bring.set_defaults(command=models.bring_in)


def _bench(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    benches = commands.add_parser("bench", help="measure").add_subparsers(metavar="WHAT", required=True)
    quality = benches.add_parser("quality", help="search quality on labelled photos")
    quality.add_argument("--data", metavar="DIR", type=Path, required=True, help="a folder with manifest.csv")
    quality.add_argument("--model", metavar="ID", default="starter")
    quality.add_argument("--device", choices=("auto", "cuda", "mps", "cpu"), default="auto")
    quality.add_argument("--json", action="store_true")
    quality.set_defaults(command=bench.quality)
    window_ = benches.add_parser("window", help="time until the window is on screen")
    window_.add_argument("--runs", metavar="N", type=_count, default=5)
    window_.set_defaults(command=bench_window.window)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("must be a number, 1 or more")
    return int(text)
