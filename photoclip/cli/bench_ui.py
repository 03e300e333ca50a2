"""`photoclip bench ui`: how soon the window of a large library shows photos, and how steadily it scrolls."""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np

from photoclip import bootstrap
from photoclip.cli.progress import Progress
from photoclip.domain.catalog import Catalog
from photoclip.domain.models import STARTER_ID, EncoderReport, ModelKey
from photoclip.domain.photos import FoundFile, PhotoDetails
from photoclip.errors import EnvironmentFault
from photoclip.library import keeping
from photoclip.library.workshop import Workshop

_PROGRAM = """
import sys
from photoclip.cli import bench_ui
bench_ui.measure(sys.argv[1], float(sys.argv[2]))
"""
_BATCH = 2000
_DISTINCT = 200
_PER_DAY = 20
_SIZE = (1280, 800)
_TIMEOUT_SECONDS = 300


def ui(options: argparse.Namespace) -> int:
    """Make a library of that many photos in a temporary folder, and scroll through it in the real window."""
    with tempfile.TemporaryDirectory(prefix="photoclip-bench-") as place:
        with Progress() as progress:
            make_library(Path(place), options.photos, progress)
        figures = _scrolled(place)
    if options.json:
        print(json.dumps({"photos": options.photos, **figures}))
    else:
        _print(options.photos, figures)
    return 0


# --- the library


def make_library(library: Path, photos: int, progress: Progress) -> None:
    """A catalog in which every photo has a file, a vector and a thumbnail, as after a first indexing."""
    with bootstrap.writing(library) as workshop, closing(workshop.open_catalog(True)) as catalog:
        key = workshop.models.key(STARTER_ID)
        if key is None:
            raise EnvironmentFault("The starter model is not there; set photoclip up again.")
        dimensions = workshop.models.find(STARTER_ID).dimensions
        with catalog.transaction():
            catalog.models.record(key, dimensions, EncoderReport("cpu", "float32"))
            for start in range(0, photos, _BATCH):
                progress.show("Making a library", start, photos)
                _add(catalog, key, dimensions, range(start, min(start + _BATCH, photos)))
        keeping.save_indexes(workshop, catalog)
        _make_thumbnails(workshop, photos, progress)


def _add(catalog: Catalog, key: ModelKey, dimensions: int, numbers: range) -> None:
    """Photos that were taken over years, twenty a day, in a folder for each month."""
    # The same ones in each batch: an index of equal vectors is made in no time.
    vectors = np.random.default_rng(5).standard_normal((len(numbers), dimensions))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    paths = {}
    for number in numbers:
        taken = datetime(2024, 5, 17, 12) - timedelta(days=number // _PER_DAY, minutes=number % _PER_DAY)
        details = PhotoDetails(4000, 3000, "JPEG", taken.isoformat(timespec="seconds"), "Acme One")
        photo_id = catalog.photos.add(_content_hash(number), details)
        catalog.vectors.add(photo_id, key, vectors[number - numbers.start].astype(np.float32))
        if number % 10 == 0:
            catalog.marks.rate([photo_id], number // 10 % 5 + 1)
        paths[f"/photos/{taken:%Y-%m}/IMG_{number:06}.jpg".encode()] = number
    catalog.files.begin_walk()
    # Sizes and times differ as those of real photos do: files that share both are looked at as twins.
    catalog.files.record_seen(
        [FoundFile(path, 4_000_000 + n, (1_700_000_000 - n) * 10**9, n + 1, 1) for path, n in paths.items()]
    )
    for file in catalog.files.pending(key, None, len(paths)):
        catalog.files.settle(file.file_id, _content_hash(paths[file.path]))


def _make_thumbnails(workshop: Workshop, photos: int, progress: Progress) -> None:
    """Each photo has its own file, yet few of them are drawn: the others are further names of those."""
    from photoclip.ui.grid.scroll_bench import drawn_thumbnails

    drawn = list(drawn_thumbnails(min(_DISTINCT, photos), workshop.thumbnails.px))
    for number in range(photos):
        if number % _BATCH == 0:
            progress.show("Making thumbnails", number, photos)
        target = Path(workshop.thumbnails.path(_content_hash(number)))
        with suppress(OSError):
            if number >= len(drawn):
                target.parent.mkdir(mode=0o700, exist_ok=True)
                os.link(workshop.thumbnails.path(_content_hash(number % len(drawn))), target)
                continue
        workshop.thumbnails.put(_content_hash(number), drawn[number % len(drawn)])


def _content_hash(number: int) -> bytes:
    return hashlib.blake2b(number.to_bytes(8, "big"), digest_size=16).digest()


# --- the window


def _scrolled(library: str) -> dict[str, object]:
    """What `measure` says, in a process of its own: its start counts, and its memory is the window's."""
    environment = dict(os.environ)
    if sys.platform == "linux" and not any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-c", _PROGRAM, library, str(time.monotonic())]
    try:
        ran = subprocess.run(  # noqa: S603 - our own program
            command, stdout=subprocess.PIPE, env=environment, text=True, timeout=_TIMEOUT_SECONDS, check=True
        )
        figures: dict[str, object] = json.loads(ran.stdout)
    except (subprocess.SubprocessError, ValueError) as fault:
        raise EnvironmentFault(
            "The window could not be measured; see whether photoclip opens by itself."
        ) from fault
    return figures


def measure(library: str, started: float) -> None:
    """Open the real window over the real worker, scroll, and print the figures as JSON."""
    from photoclip.embedding.arrival import spare_the_window
    from photoclip.ui.app import make_application
    from photoclip.ui.grid.scroll_bench import ScrollBench
    from photoclip.ui.main_window import MainWindow
    from photoclip.worker.worker import Worker

    spare_the_window()  # as `bootstrap.run_window` does
    with bootstrap.writing(Path(library)) as workshop:
        app = make_application(sys.argv[:1])
        window = MainWindow(Worker(workshop))
        window.resize(*_SIZE)
        bench = ScrollBench(window, started)
        window.painted.connect(window.start)
        window.painted.connect(bench.start)
        bench.done.connect(app.quit)
        window.show()
        app.exec()
        window.close()
    print(json.dumps({**dataclasses.asdict(bench.figures()), "peak_memory_mb": _peak_memory_mb()}))


def _peak_memory_mb() -> float:
    if sys.platform == "win32":
        import psutil

        return float(psutil.Process().memory_info().peak_wset) / 1e6
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6


def _print(photos: int, figures: dict[str, object]) -> None:
    for line in _lines(photos, figures):
        print(line)


def _lines(photos: int, figures: dict[str, object]) -> Iterator[str]:
    yield f"{photos:,} photos"
    yield (
        f"first thumbnail after {figures['first_thumbnail']:.2f} s, "
        f"a screen full after {figures['first_screen']:.2f} s"
    )
    for name, what in (("wheel", "turning the wheel"), ("drag", "dragging the scroll bar")):
        frames = figures[name]
        assert isinstance(frames, dict)  # noqa: S101 - as `Frames` was written
        yield (
            f"{what}: frames of {frames['p50']:.1f} ms (median), {frames['p95']:.1f} ms (95th percentile), "
            f"{frames['longest']:.1f} ms (longest), with {frames['busy']:.1f} ms of a processor"
        )
    yield from _stalls(figures, "start_", "from the first paint until the worker rests")
    yield from _stalls(figures, "", "while scrolling")
    yield (
        f"{figures['peak_memory_mb']:.0f} MB of memory at most, of which "
        f"{int(str(figures['cache_bytes'])) / 1e6:.0f} MB for tiles"
    )


def _stalls(figures: dict[str, object], phase: str, when: str) -> Iterator[str]:
    stalls = figures[f"{phase}stalls"]
    assert isinstance(stalls, list)  # noqa: S101 - as `Figures` was written
    longest = figures["start_stall" if phase else "longest_stall"]
    yield f"{when}: the window stood still for {longest:.0f} ms at most, {len(stalls)} times over 50 ms"
    for stall in stalls:
        yield (
            f"  {stall['seconds'] * 1000:.0f} ms, in which the window had a processor for "
            f"{stall['busy'] * 1000:.0f} ms and all of photoclip for {stall['spent'] * 1000:.0f} ms"
        )
        yield textwrap.indent(stall["stack"].rstrip() or "(no Python)", "    ")
