"""`kill -9` while indexing: nothing is lost, and the next run ends with the same catalog.

PHOTOCLIP_KILLS sets the number of kills; docs/measurements.md has a run with many.
"""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import numpy as np
from support import COLOURS, draw

from photoclip.catalog.catalog import Catalog
from photoclip.cli import run
from photoclip.errors import PhotoclipError

KILLS = int(os.environ.get("PHOTOCLIP_KILLS", "4"))
PHOTOS = 90


def index(library: Path, photos: Path) -> list[str]:
    return [sys.executable, "-m", "photoclip", "--library", str(library), "index", str(photos)]


def content(library: Path) -> dict[bytes, tuple[object, ...]]:
    """What the catalog says of every file: its photo's content, its vector, its problem."""
    with closing(Catalog(library, writing=False)) as catalog:
        key = catalog.models.newest("starter")
        assert key is not None
        found: dict[bytes, tuple[object, ...]] = dict(catalog.files.not_searchable(key))  # type: ignore[arg-type]
        for row in catalog.photos.rows(catalog.photos.in_sight().tolist()):
            vector = catalog.vectors.get(row.photo_id, key)
            assert vector is not None
            found[row.path] = (row.content_hash, row.width, row.height, vector)
        return found


def kill_after(library: Path, photos: Path, finished: float, later: float) -> bool:
    """Index, and `kill -9` some seconds after so many files are finished; whether it died of that."""
    running = subprocess.Popen(index(library, photos), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while running.poll() is None and count_finished(library) < finished:
        wait(running, 0.02)
    wait(running, later)
    running.kill()
    return running.wait() == -signal.SIGKILL


def wait(running: subprocess.Popen[bytes], seconds: float) -> None:
    with contextlib.suppress(subprocess.TimeoutExpired):
        running.wait(seconds)


def count_finished(library: Path) -> int:
    try:
        with closing(Catalog(library, writing=False)) as catalog:
            return catalog.vectors.of(key).count() if (key := catalog.models.newest("starter")) else 0
    except PhotoclipError:
        return 0  # the catalog is being made


def test_indexing_survives_being_killed_at_any_moment(tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    for mark in range(PHOTOS):
        draw(photos / f"{mark}.png", list(COLOURS)[mark % len(COLOURS)], mark, size=(600, 400))
    (photos / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0broken")

    undisturbed, killed = tmp_path / "undisturbed", tmp_path / "killed"
    subprocess.run(index(undisturbed, photos), check=True, capture_output=True)

    chance = random.Random(0)
    moments = sorted(chance.uniform(-5.0, PHOTOS - 10.0) for _ in range(KILLS))
    deaths = [kill_after(killed, photos, moment, chance.uniform(0.0, 0.3)) for moment in moments]
    assert sum(deaths) > KILLS // 2
    subprocess.run(index(killed, photos), check=True, capture_output=True)

    expected, found = content(undisturbed), content(killed)
    assert found.keys() == expected.keys()
    for path, facts in expected.items():
        if isinstance(facts, str):
            assert found[path] == facts
        else:
            assert found[path][:3] == facts[:3]
            # Batches are cut elsewhere after a kill, which moves the last bits of a vector.
            assert float(np.dot(found[path][3], facts[3])) > 0.999
    assert run(["--library", str(killed), "verify"]) == 0
