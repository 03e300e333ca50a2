"""`photoclip status` and `photoclip verify`."""

from __future__ import annotations

import argparse
import json
import os
from contextlib import closing
from dataclasses import asdict

from photoclip import paths
from photoclip.cli.library import to_read
from photoclip.cli.progress import Progress
from photoclip.library import health, keeping, verifying
from photoclip.library.health import Status

_UNSOUND = 3
_EXAMPLES = 3


def status(options: argparse.Namespace) -> int:
    """What can be found, what cannot and why, and what runs."""
    library, workshop = to_read(options)
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
                    "folders": [os.fsdecode(folder.path) for folder in folders],
                    "library": str(library.absolute()),
                },
                indent=2,
            )
        )
        return 0
    print(f"Library: {library}")
    for folder in folders:
        print(f"Folder: {paths.display(folder.path)}")
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
    """Look at all of a library; 0 when all of it is sound."""
    _, workshop = to_read(options)
    with Progress() as progress:
        report = verifying.verify(workshop, progress.show, deep=options.deep, recall=options.recall)
    if options.json:
        found = [
            {"area": finding.area.value, "problem": finding.sentence, "remedy": finding.remedy}
            for finding in report.findings
        ]
        changed = [{"path": os.fsdecode(path), "change": change} for path, change in report.changed]
        recalls = [
            {
                "model": str(measured.model),
                "asked_by": "words" if measured.by_words else "photos",
                **asdict(measured.recall),
            }
            for measured in report.recalls
        ]
        whole = {
            "ok": report.sound,
            "problems": found,
            "notes": report.notes,
            "changed_files": changed,
            "recall": recalls,
        }
        print(json.dumps(whole, indent=2))
        return 0 if report.sound else _UNSOUND
    for finding in report.findings:
        print(f"{finding.area.value}: {finding.sentence} {finding.remedy}")
    for note in report.notes:
        print(f"Note: {note}")
    if report.sound:
        print("The library is sound.")
    return 0 if report.sound else _UNSOUND
