"""A library's life in fast motion, and whether the worker stands it without growing.

python tests/faults/soak.py --minutes 20 --seed 1 [--starter] [--folder FOLDER]

Things happen to the photos at random (`life.py`); whenever the worker has come
to rest, what it shows must be what is on the disk (`oracle.py`), and what it
uses is noted (`census.py`). Ends with a line of JSON; the exit code is 1 where
the library was wrong, or memory, files, threads, processes or watches grew.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from faults import census
from faults.life import Life
from faults.listening import Listener
from faults.oracle import Places, in_sight
from support import colour_workshop

from photoclip import bootstrap
from photoclip.domain.catalog import Catalog
from photoclip.library.workshop import Workshop
from photoclip.worker.worker import Worker

_RESCAN_SECONDS = 20.0
"""How long live watching may take before a rescan is asked for."""
_LIMIT_SECONDS = 180.0
_WARM_UP = 0.5
"""The share of the samples in which caches fill; the rest is what must be flat."""


class Soak:
    """One life of one library."""

    def __init__(self, folder: Path, workshop: Workshop, seed: int, models: list[str]) -> None:
        self._listener = Listener()
        self._worker = Worker(workshop)
        self._workshop = workshop
        self._life = Life(folder, self._worker, self._listener, seed, models)
        self._samples: list[census.Sample] = []
        self._rescans = 0
        self._longest = 0.0
        self._before = census.sample()

    def run(self, seconds: float, told: Callable[[str], None]) -> dict[str, object]:
        """Live for so long.

        Raises:
            AssertionError: the library is not what is on the disk.
        """
        started = time.monotonic()
        self._worker.start(self._listener)
        try:
            self._life.begin()
            with closing(self._first_catalog()) as catalog:
                while not self._samples or time.monotonic() - started < seconds:
                    self._cycle(catalog)
                    told(f"{len(self._samples)} cycles, {self._samples[-1]}")
        finally:
            self._worker.close()
        return self._report(time.monotonic() - started)

    def _first_catalog(self) -> Catalog:
        """A reader that stays for the whole life, as the answering thread does."""
        while self._listener.library is None:
            self._listener.wait_while(1.0)
        return self._workshop.open_catalog(False)

    def _cycle(self, catalog: Catalog) -> None:
        self._life.live(8)
        self._life.settle()
        self._come_to_rest(catalog)
        self._samples.append(census.sample(self._life.folders()))
        self._life.unplug()

    def _come_to_rest(self, catalog: Catalog) -> None:
        expected = self._life.expected()
        started = rescanned = time.monotonic()
        while not self._agrees(catalog, expected):
            now = time.monotonic()
            if (folder := self._listener.take_question()) is not None:
                self._worker.accept_missing(folder)
            if now - rescanned > _RESCAN_SECONDS:
                self._rescans += 1
                self._worker.rescan()
                rescanned = now
            if now - started > _LIMIT_SECONDS:
                self._give_up(catalog, expected)
            self._listener.wait_while(0.5)
        self._longest = max(self._longest, time.monotonic() - started)

    def _agrees(self, catalog: Catalog, expected: Places) -> bool:
        told, model = self._listener.library, self._listener.model
        if not self._listener.is_idle() or told is None or model is None:
            return False
        if model.upcoming is not None and not self._life.is_unplugged:
            return False  # with a drive away it has to wait: it finds fewer photos than the one that serves
        return told.coverage.waiting == 0 and in_sight(catalog) == expected

    def _give_up(self, catalog: Catalog, expected: Places) -> None:
        found = in_sight(catalog)
        lacks, shows = expected.items() - found.items(), found.items() - expected.items()
        raise AssertionError(
            f"the library lacks {len(lacks)} photos and shows {len(shows)} too many of {len(expected)}: "
            f"{sorted(lacks)[:3]} and {sorted(shows)[:3]} "
            f"(state {self._listener.state}, told {self._listener.library}, "
            f"model {self._listener.model}, troubles {dict(self._listener.troubles)}, "
            f"done {dict(self._life.done)})"
        )

    def _report(self, seconds: float) -> dict[str, object]:
        after = census.sample()
        warm = self._samples[round(len(self._samples) * _WARM_UP) :]
        with closing(self._workshop.open_catalog(False)) as catalog:
            faults = catalog.faults()
            for name in ("starter", "colours", "colours-2"):
                key = catalog.models.newest(name)
                if key is not None and catalog.vectors.damaged(key):
                    faults.append(f"vectors of {name} are damaged")
        faults += census.faults(warm)
        if after.children:
            faults.append(f"{after.children} processes are left after the end")
        threads = [t.name for t in threading.enumerate() if t.name.startswith(("photoclip", "Thread-"))]
        if threads:
            faults.append(f"threads are left after the end: {threads}")
        if after.watches:
            faults.append(f"{after.watches} watches are left after the end")
        if after.handles > self._before.handles + 4:
            faults.append(f"{after.handles - self._before.handles} files are left open after the end")
        return {
            "faults": faults,
            "seconds": round(seconds),
            "cycles": len(self._samples),
            "done": dict(self._life.done),
            "events": dict(self._listener.counts),
            "troubles": dict(self._listener.troubles),
            "rescans_that_were_needed": self._rescans,
            "longest_to_rest_s": round(self._longest, 1),
            "after_warm_up": census.summary(warm),
        }


@contextlib.contextmanager
def workshop_of(library: Path, *, starter: bool) -> Iterator[tuple[Workshop, list[str]]]:
    """A library to live in, and the names of the models that it changes between."""
    if starter:
        with bootstrap.writing(library) as workshop:
            yield workshop, ["starter"]
    else:
        yield colour_workshop(library), ["colours", "colours-2"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--minutes", type=float, default=20.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--starter", action="store_true", help="with the starter model instead of colours")
    parser.add_argument("--folder", type=Path, help="where to live; a folder that goes away if not named")
    options = parser.parse_args()
    with contextlib.ExitStack() as held:
        folder = options.folder or Path(held.enter_context(tempfile.TemporaryDirectory()))
        folder.mkdir(parents=True, exist_ok=True)
        shop, models = held.enter_context(workshop_of(folder / "library", starter=options.starter))
        soak = Soak(folder, shop, options.seed, models)
        report = soak.run(60 * options.minutes, lambda line: print(line, file=sys.stderr, flush=True))
    print(json.dumps(report))
    return 1 if report["faults"] else 0


if __name__ == "__main__":
    sys.exit(main())
