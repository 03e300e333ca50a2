"""`photoclip repair`, `photoclip backup` and `photoclip restore`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import closing

from photoclip import bootstrap
from photoclip.cli import library as libraries
from photoclip.cli.progress import Progress
from photoclip.domain.safekeeping import Backup
from photoclip.errors import BadInput
from photoclip.library import repairing


def repair(options: argparse.Namespace) -> int:
    """Mend what is damaged, and say what was done."""
    library = libraries.place(options)
    if bootstrap.reading(library) is None and not bootstrap.safekeeping(library).backups():
        raise libraries.none_yet(library)
    done = 0
    with bootstrap.writing(library) as workshop, Progress() as progress:
        for sentence in repairing.repair(workshop, progress.show):
            progress.end()
            print(sentence, flush=True)
            done += 1
    if done:
        print("Now run: photoclip index. It makes again what can be made again.")
    else:
        print("Nothing had to be mended.")
    return 0


def backup(options: argparse.Namespace) -> int:
    """Make a dated copy of the catalog now."""
    library = libraries.place(options)
    if bootstrap.reading(library) is None:
        raise libraries.none_yet(library)
    with (
        bootstrap.writing(library) as workshop,
        closing(workshop.open_catalog(True)) as catalog,
        Progress() as progress,
    ):
        made = catalog.back_up(
            lambda done, total: progress.show("Copying the catalog", done, total, unit="pages")
        )
    print(f"Made {made.name} ({_size(made.size)}).")
    return 0


def restore(options: argparse.Namespace) -> int:
    """List the backups, or put one in the catalog's place."""
    library = libraries.place(options)
    safe = bootstrap.safekeeping(library)
    backups = safe.backups()
    if options.which is None:
        for found in backups:
            photos = safe.photos_in(found)
            known = "cannot be read" if photos is None else f"{photos:,} photos"
            print(
                f"{found.made_at:%Y-%m-%d %H:%M} UTC  {known}, {_size(found.size)}, "
                f"schema {found.version}  {found.name}"
            )
        if not backups:
            print("There is no backup yet; make one with: photoclip backup.")
        return 0
    chosen = _chosen(backups, options.which)
    with bootstrap.writing(library) as workshop:
        place = workshop.safekeeping.restore(chosen)
    print(
        f"The catalog of {chosen.made_at:%Y-%m-%d %H:%M} UTC is back; the one before is in {place}. "
        "Now run: photoclip index."
    )
    return 0


def _chosen(backups: Sequence[Backup], which: str) -> Backup:
    """The newest backup that a name, a date (2026-05-04, 20260504) or "latest" means.

    Raises:
        BadInput: there is none.
    """
    wanted = which.removeprefix("catalog-")
    for backup in backups:
        name = backup.name.removeprefix("catalog-")
        if which == "latest" or (wanted and name.startswith((wanted, wanted.replace("-", "", 2)))):
            return backup
    raise BadInput(f"There is no backup {which}; photoclip restore lists all.")


def _size(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"
