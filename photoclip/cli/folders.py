"""`photoclip folders` and `photoclip purge`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from contextlib import closing

from photoclip import bootstrap, paths
from photoclip.cli.library import place, to_read
from photoclip.domain.catalog import Catalog
from photoclip.errors import BadInput
from photoclip.library import keeping
from photoclip.library.places import same_place
from photoclip.library.workshop import Workshop


def show(options: argparse.Namespace) -> int:
    """The watched folders, how many files are in each, and which are away."""
    _, workshop = to_read(options)
    with closing(workshop.open_catalog(False)) as catalog:
        rows = [(folder, catalog.files.count_below(folder.path)) for folder in catalog.folders.all()]
    if options.json:
        listed = [
            {"path": os.fsdecode(folder.path), "files": files, "offline": folder.offline}
            for folder, files in rows
        ]
        print(json.dumps(listed, indent=2))
        return 0
    for folder, files in rows:
        state = "  offline" if folder.offline else ""
        print(f"{paths.display(folder.path)}  {files:,} files{state}")
    return 0


def add(options: argparse.Namespace) -> int:
    """Watch folders from now on; their photos are embedded by the next index run or the open window."""
    with bootstrap.writing(place(options)) as workshop, closing(workshop.open_catalog(True)) as catalog:
        for path in options.paths:
            if not os.path.isdir(path):
                raise BadInput(f"There is no folder {path}; check the spelling.")
            if told := keeping.add_folder(catalog, os.fsencode(paths.absolute(path))):
                print(told, file=sys.stderr)
    return 0


def remove(options: argparse.Namespace) -> int:
    """Watch folders no more. Nothing is forgotten: adding them again brings everything back."""
    with bootstrap.writing(place(options)) as workshop, closing(workshop.open_catalog(True)) as catalog:
        known = {folder.path for folder in catalog.folders.all()}
        for path in options.paths:
            wanted = os.fsencode(paths.absolute(path))
            folder = wanted if wanted in known else same_place(catalog, wanted)
            if folder is None or (folder != wanted and os.path.realpath(folder) != os.path.realpath(wanted)):
                raise BadInput(f"{path} is not a watched folder; photoclip folders lists them.")
            catalog.folders.remove(folder)
    return 0


def purge(options: argparse.Namespace) -> int:
    """Forget what is missing: the one way in which a library forgets anything."""
    with bootstrap.writing(place(options)) as workshop, closing(workshop.open_catalog(True)) as catalog:
        missing = catalog.purge(forget=False)
        photos = len(missing.content_hashes)
        print(
            f"Files missing: {missing.files:,}. Photos without any file left: {photos:,}, "
            "with their tags, places in albums and vectors."
        )
        if not missing.files and not photos:
            return 0
        if not options.yes:
            print("Nothing was forgotten; photoclip purge --yes forgets them.", file=sys.stderr)
            return 0
        _forget(workshop, catalog)
    return 0


def _forget(workshop: Workshop, catalog: Catalog) -> None:
    """A backup is made before, since nothing else can bring back what a person did."""
    catalog.back_up(lambda done, total: None)
    for content_hash in catalog.purge(forget=True).content_hashes:
        workshop.thumbnails.drop(content_hash)
    keeping.save_indexes(workshop, catalog)
    print("They are forgotten; photoclip restore goes back to the copy that was made before.")
