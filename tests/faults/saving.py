"""Save the index of a library whose catalog holds many vectors: what `photoclip index` ends with."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

from support import unit_vectors

from photoclip.catalog.catalog import Catalog
from photoclip.domain.models import EncoderReport, ModelKey
from photoclip.domain.photos import FoundFile, PhotoDetails
from photoclip.index.indexes import Indexes

KEY = ModelKey("starter", "1" * 64)
DIMENSIONS = 64
EXACT_LIMIT = 50


def fill(library: Path, first: int, count: int) -> None:
    """Photos that exist in the catalog alone."""
    vectors = unit_vectors(count, DIMENSIONS, seed=first)
    with closing(Catalog(library, writing=True)) as catalog, catalog.transaction():
        catalog.folders.add(b"/photos")
        catalog.models.record(KEY, DIMENSIONS, EncoderReport("cpu", "float32"))
        files = [FoundFile(b"/photos/%d.jpg" % mark, 1, 1, mark, 1) for mark in range(first, first + count)]
        catalog.files.begin_walk()
        catalog.files.record_seen(files)
        waiting = {file.path: file.file_id for file in catalog.files.pending(KEY, None, first + count)}
        for file, vector in zip(files, vectors, strict=True):
            content_hash = file.inode.to_bytes(16, "big")
            photo_id = catalog.photos.add(content_hash, PhotoDetails(1, 1, "JPEG", None))
            catalog.vectors.add(photo_id, KEY, vector)
            catalog.files.settle(waiting[file.path], content_hash)


def save(library: Path) -> None:
    with closing(Catalog(library, writing=True)) as catalog:
        for _ in Indexes(library / "index", EXACT_LIMIT).save(KEY, DIMENSIONS, catalog.vectors.of(KEY)):
            pass


def faults(library: Path) -> list[str]:
    with closing(Catalog(library, writing=False)) as catalog:
        return Indexes(library / "index", EXACT_LIMIT).faults(KEY, DIMENSIONS, catalog.vectors.of(KEY))


def nearest(library: Path, mark: int, seed: int) -> int:
    """Which photo an index finds for the vector of the photo at place `mark` of those drawn with `seed`."""
    query = unit_vectors(mark + 1, DIMENSIONS, seed=seed)[mark]
    with closing(Catalog(library, writing=False)) as catalog:
        index = Indexes(library / "index", EXACT_LIMIT).open(KEY, DIMENSIONS, catalog.vectors.of(KEY))
        photo_ids, _ = index.search(query, 1)
        return int(photo_ids[0])


if __name__ == "__main__":
    print("started", file=sys.stderr, flush=True)
    save(Path(sys.argv[1]))
