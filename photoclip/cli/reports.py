"""`photoclip status` and `photoclip verify`."""

from __future__ import annotations

import argparse
import json
import os
from contextlib import closing
from pathlib import Path

from photoclip import bootstrap, paths
from photoclip.errors import EnvironmentFault
from photoclip.library import health, keeping
from photoclip.library.health import Status
from photoclip.library.workshop import Workshop

_UNSOUND = 3
_EXAMPLES = 3


def status(options: argparse.Namespace) -> int:
    """What can be found, what cannot and why, and what runs."""
    library, workshop = _open(options)
    card = keeping.serving_card(workshop)
    with closing(workshop.open_catalog(False)) as catalog:
        key = catalog.models.newest(card.id)
        found = health.status(catalog, key)
        report = catalog.models.report(key) if key else None
        folders = catalog.folders.all()
    if options.json:
        coverage = found.coverage
        print(
            json.dumps(
                {
                    "files": coverage.files,
                    "searchable": coverage.searchable,
                    "not_searchable": coverage.files - coverage.searchable,
                    "problems": [{"path": os.fsdecode(path), "reason": why} for path, why in found.problems],
                    "model": card.id,
                    "device": report.device if report else None,
                    "precision": report.precision if report else None,
                    "note": report.note if report else "",
                    "folders": [os.fsdecode(folder) for folder in folders],
                    "library": str(library.absolute()),
                },
                indent=2,
            )
        )
        return 0
    print(f"Library: {library}")
    for folder in folders:
        print(f"Folder: {paths.display(folder)}")
    runs = f", {report.device} ({report.precision})" if report else ", not loaded yet"
    print(f"Model: {card.title}{runs}")
    if report and report.note:
        print(f"Note: {report.note}")
    print_coverage(found)
    return 0


def print_coverage(found: Status) -> None:
    """Say "993 seen, 612 searchable, 381 not", and why, grouped by reason with a few examples."""
    coverage = found.coverage
    missed = coverage.files - coverage.searchable
    print(
        f"{coverage.files:,} seen, {coverage.searchable:,} searchable, {missed:,} not{':' if missed else '.'}"
    )
    for reason, where in found.by_reason():
        print(f"  {len(where):,} x {reason}")
        for path in where[:_EXAMPLES]:
            print(f"      {paths.display(path)}")
        if len(where) > _EXAMPLES:
            print(f"      and {len(where) - _EXAMPLES:,} more; photoclip status --json lists all.")


def verify(options: argparse.Namespace) -> int:
    """Check catalog, vectors and index; 0 when all is sound."""
    _, workshop = _open(options)
    card = keeping.serving_card(workshop)
    with closing(workshop.open_catalog(False)) as catalog:
        faults = health.verify(catalog, workshop.new_indexes(), catalog.models.newest(card.id))
    if options.json:
        print(json.dumps({"ok": not faults, "problems": faults}, indent=2))
    elif faults:
        print("\n".join(faults))
    else:
        print("The library is sound.")
    return _UNSOUND if faults else 0


def _open(options: argparse.Namespace) -> tuple[Path, Workshop]:
    library: Path = options.library or paths.default_library()
    workshop = bootstrap.reading(library)
    if workshop is None:
        raise EnvironmentFault(
            f"There is no library in {library} yet; make one with: photoclip index FOLDER."
        )
    return library, workshop
