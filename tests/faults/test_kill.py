"""`kill -9` at any moment: nothing is lost, and the next run ends with the same catalog.

PHOTOCLIP_KILLS sets how many kills there are, over all kinds of work together; docs/measurements.md has a
run with many. Half of them come after a random time, half at a random one of the calls that change the disk.
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
import pytest
from faults.failing import WHY_NOT, FailingDisk
from faults.killed_work import KINDS, Changing, SavingIndex, Work
from faults.killing import duration, kill_within
from support import COLOURS, draw

from photoclip.catalog.catalog import Catalog
from photoclip.cli import run
from photoclip.errors import PhotoclipError

KILLS = int(os.environ.get("PHOTOCLIP_KILLS", "11"))
OF_EACH_KIND = -(-KILLS // (len(KINDS) + 1))
PHOTOS = 90
pytestmark = pytest.mark.timeout(300 + 20 * KILLS)
Kind = type[Work] | type[SavingIndex] | type[Changing]


class Killer:
    """Kills a kind of work at random moments."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._disk = None if WHY_NOT else FailingDisk.build(folder)
        self._chance = random.Random(seed)
        self._seconds = 0.0
        self._calls = 0

    def measure(self, work: Work | SavingIndex | Changing, again: Work | SavingIndex | Changing) -> None:
        """How long the work takes, and how many calls of it change the disk."""
        work.prepare()
        self._seconds = duration(work.start())
        work.check_end()
        if self._disk is not None:
            again.prepare()
            duration(again.start(**self._disk.variables(again.place.library)))
            self._calls = self._disk.calls()

    def kill(self, work: Work | SavingIndex | Changing) -> bool:
        """Start the work and kill it; False where it was done before."""
        if self._disk is None or self._chance.random() < 0.5:
            return kill_within(work.start(), self._seconds, self._chance)
        at = self._chance.randint(1, self._calls)
        variables = self._disk.variables(work.place.library, at, error=0)
        return kill_within(work.start(**variables), 60.0, self._chance)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_work_survives_being_killed_at_any_moment(tmp_path: Path, kind: Kind) -> None:
    killer = Killer(tmp_path, seed=KINDS.index(kind))
    undisturbed = kind(tmp_path / "undisturbed")
    killer.measure(undisturbed, kind(tmp_path / "counted"))
    kills = trials = 0
    while kills < OF_EACH_KIND:
        trials += 1
        work = kind(tmp_path / f"trial-{trials}")
        work.prepare()
        work.remember()
        while kills < OF_EACH_KIND and killer.kill(work):
            kills += 1
            work.check_cut()
            work.remember()
        duration(work.start())
        work.check_end()
        assert work.result() == undisturbed.result()
    print(f"\n{kind.__name__}: killed {kills} times over {trials} libraries")


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


def test_indexing_with_the_starter_model_survives_being_killed_at_any_moment(tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    for mark in range(PHOTOS):
        draw(photos / f"{mark}.png", list(COLOURS)[mark % len(COLOURS)], mark, size=(600, 400))
    (photos / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0broken")

    undisturbed, killed = tmp_path / "undisturbed", tmp_path / "killed"
    subprocess.run(index(undisturbed, photos), check=True, capture_output=True)

    chance = random.Random(0)
    moments = sorted(chance.uniform(-5.0, PHOTOS - 10.0) for _ in range(OF_EACH_KIND))
    deaths = [kill_after(killed, photos, moment, chance.uniform(0.0, 0.3)) for moment in moments]
    assert sum(deaths) > OF_EACH_KIND // 2
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
