"""Copies of a library's photos into a folder; run on its own to be killed."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

from faults.changes import Person
from support import colour_workshop

from photoclip.domain.errands import CopyFormat, CopyOptions, ExportPhotos
from photoclip.library.copying import Exporting


def copy(folder: Path) -> None:
    workshop = colour_workshop(folder / "library")
    with closing(workshop.open_catalog(False)) as catalog, closing(workshop.new_single_decoder()) as decoder:
        ids = tuple(catalog.photos.in_sight().tolist())
        errand = ExportPhotos(ids, str(folder / "copies"), CopyOptions(CopyFormat.JPEG))
        job = Exporting(catalog, workshop.new_copier(lambda: decoder), errand, lambda album: ())
        for _ in job.steps():
            pass
        assert not job.outcome().faults, job.outcome()


if __name__ == "__main__":
    print("begins", file=sys.stderr, flush=True)
    place = Path(sys.argv[2])
    Person(place).fill() if sys.argv[1] == "fill" else copy(place)
