"""What can be typed."""

from __future__ import annotations

import argparse
from pathlib import Path

from photoclip import __version__
from photoclip.cli import (
    bench,
    bench_heat,
    bench_search,
    bench_ui,
    bench_window,
    exporting,
    finding,
    folders,
    indexing,
    mending,
    models,
    reports,
    window,
)
from photoclip.domain.query import USUAL_WRONG_SHARE
from photoclip.library.exporting import FORMATS


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
        "--debug", action="store_true", help="write details, and where the window stood still, to the log"
    )
    main.add_argument(
        "--library",
        metavar="DIR",
        type=Path,
        help="the library's folder (default: PHOTOCLIP_LIBRARY, else the system's place for such data)",
    )
    main.set_defaults(command=window.open_window)
    commands = main.add_subparsers(title="commands", metavar="COMMAND")
    _index(commands)
    _folders(commands)
    _search(commands)
    _reports(commands)
    _mending(commands)
    _export(commands)
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
    index.add_argument(
        "--accept-missing",
        action="store_true",
        help="photos that are gone were removed on purpose, however many",
    )
    index.set_defaults(command=indexing.index)


def _folders(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    listing = commands.add_parser("folders", help="the watched folders")
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(command=folders.show)
    actions = listing.add_subparsers(metavar="ACTION")
    add = actions.add_parser("add", help="watch a folder; the next index run reads its photos")
    add.set_defaults(command=folders.add)
    remove = actions.add_parser("remove", help="watch a folder no more; nothing of it is forgotten")
    remove.set_defaults(command=folders.remove)
    for action in (add, remove):
        action.add_argument("paths", metavar="PATH", nargs="+")
    purge = commands.add_parser("purge", help="forget photos that are missing, which nothing else does")
    purge.add_argument("--yes", action="store_true", help="really forget them (a backup is made before)")
    purge.set_defaults(command=folders.purge)


def _search(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    search = commands.add_parser(
        "search",
        help="find photos by words",
        description='Find photos by words: beach AND dog, "exact text", -people, date:2019, tag:anna, '
        "near:Paris, last summer. What begins with two minuses goes after --.",
    )
    search.add_argument("text", metavar="TEXT", nargs="+", help="what should be in the photos")
    search.set_defaults(command=finding.search)
    similar = commands.add_parser("similar", help="find photos like one, or like several")
    similar.add_argument("files", metavar="FILE", nargs="+", help="photos in or outside the library")
    similar.add_argument("--words", metavar="TEXT", help='what should be otherwise, as in "at night"')
    similar.add_argument(
        "--crop", metavar="L,T,R,B", type=finding.crop, help="only this part of FILE, in shares of its sides"
    )
    similar.set_defaults(command=finding.similar)
    for command in (search, similar):
        command.add_argument(
            "--limit", metavar="N", type=_count, help="at most N photos (default: 20)", default=20
        )
        _cut_off(command)
        command.add_argument("--json", action="store_true", help="a list of path, score and relevance")
        command.add_argument(
            "--understood",
            action="store_true",
            help="also what the words were understood as; with --json an object that has the list in it",
        )


def _cut_off(command: argparse.ArgumentParser) -> None:
    cut = command.add_mutually_exclusive_group()
    cut.add_argument("--all", action="store_true", help="no cut-off: every photo has a place")
    cut.add_argument(
        "--wrong",
        metavar="SHARE",
        type=finding.share,
        default=USUAL_WRONG_SHARE,
        help="the share of wrong photos to expect among those shown (default: 0.3)",
    )
    cut.add_argument("--strict", dest="wrong", action="store_const", const=0.1, help="as --wrong 0.1")
    cut.add_argument("--loose", dest="wrong", action="store_const", const=0.6, help="as --wrong 0.6")


def _reports(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    status = commands.add_parser("status", help="what can be found, what cannot and why")
    status.set_defaults(command=reports.status)
    verify = commands.add_parser("verify", help="check that nothing in the library is damaged")
    verify.set_defaults(command=reports.verify)
    verify.add_argument(
        "--deep", action="store_true", help="read every photo too, and compare it with what it was"
    )
    verify.add_argument(
        "--recall", action="store_true", help="measure what the index finds of the photos that it should"
    )
    for command in (status, verify):
        command.add_argument("--json", action="store_true")


def _mending(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    repair = commands.add_parser("repair", help="mend what verify found; nothing is deleted for good")
    repair.set_defaults(command=mending.repair)
    backup = commands.add_parser("backup", help="make a dated copy of the catalog now")
    backup.set_defaults(command=mending.backup)
    restore = commands.add_parser("restore", help="list the copies of the catalog, or go back to one")
    restore.add_argument(
        "which", metavar="WHICH", nargs="?", help='"latest", a date, or the beginning of a copy\'s name'
    )
    restore.set_defaults(command=mending.restore)


def _export(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    export = commands.add_parser(
        "export-catalog", help="write every photo with its files, tags and albums, for other programs"
    )
    export.add_argument("--format", choices=FORMATS, default="jsonl", help="one object or one row a line")
    export.add_argument("--output", metavar="FILE", type=Path, help="a new file (default: standard output)")
    export.add_argument("--force", action="store_true", help="replace an earlier export in FILE")
    export.add_argument("--all", action="store_true", help="also photos of which every file is gone")
    export.set_defaults(command=exporting.export)


def _models(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    listing = commands.add_parser("models", help="the models to choose from")
    listing.add_argument("--all", action="store_true", help="every model, not only the recommended ones")
    listing.add_argument("--json", action="store_true", help="every model with all that is known of it")
    listing.set_defaults(command=models.show)
    listing.add_argument("--drop", metavar="ID", help="forget what a model has read of this library")
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
    heat = benches.add_parser("heat", help="how often the heat of a search lies on what was searched for")
    heat.add_argument("--data", metavar="DIR", type=Path, required=True, help="a folder with manifest.csv")
    heat.add_argument("--photos", metavar="N", type=_count, default=60)
    heat.add_argument("--model", metavar="ID", default="starter")
    heat.add_argument("--device", choices=("auto", "cuda", "mps", "cpu"), default="auto")
    heat.add_argument("--json", action="store_true")
    heat.set_defaults(command=bench_heat.heat)
    window_ = benches.add_parser("window", help="time until the window is on screen")
    window_.add_argument("--runs", metavar="N", type=_count, default=5)
    window_.set_defaults(command=bench_window.window)
    ui = benches.add_parser("ui", help="how steadily the window of a large library scrolls")
    ui.add_argument("--photos", metavar="N", type=_count, default=100_000)
    ui.add_argument("--json", action="store_true")
    ui.set_defaults(command=bench_ui.ui)
    search = benches.add_parser("search", help="how soon and how completely a large library answers")
    search.add_argument("--photos", metavar="N", type=_count, default=100_000)
    search.add_argument("--encoder", action="store_true", help="also with the starter model's text encoder")
    search.add_argument("--json", action="store_true")
    search.set_defaults(command=bench_search.search)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("must be a number, 1 or more")
    return int(text)
