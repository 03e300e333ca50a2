"""So many photos arrive at once in a folder that is being watched; the most memory that took.

python tests/faults/arrivals.py FOLDER COUNT
"""

from __future__ import annotations

import json
import sys
import threading
import time
from pathlib import Path

from faults.tiny import write_many
from support import ColourEncoder, colour_workshop

from photoclip.worker.messages import Activity, Event, LibraryChanged, WorkerState
from photoclip.worker.worker import Worker

_LIMIT_SECONDS = 3600.0


class Counts:
    """What a worker told last."""

    def __init__(self) -> None:
        self._change = threading.Condition()
        self._searchable = 0
        self._idle = False

    def __call__(self, event: Event) -> None:
        with self._change:
            if isinstance(event, LibraryChanged):
                self._searchable = event.coverage.searchable
            elif isinstance(event, WorkerState):
                self._idle = event.activity is Activity.IDLE
            self._change.notify_all()

    def wait_for(self, searchable: int) -> bool:
        with self._change:
            return self._change.wait_for(
                lambda: self._idle and self._searchable >= searchable, timeout=_LIMIT_SECONDS
            )


def peak_memory() -> int:
    """The most memory that this process has held, in bytes."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) << 10 for line in lines if line.startswith("VmHWM:"))


def main(folder: Path, count: int) -> int:
    ColourEncoder.batch_size = 64
    photos = folder / "photos"
    photos.mkdir(parents=True)
    workshop = colour_workshop(folder / "library")
    counts = Counts()
    worker = Worker(workshop)
    worker.start(counts)
    worker.add_folder(str(photos))
    assert counts.wait_for(0)
    before = peak_memory()
    started = time.monotonic()
    write_many(photos, count)
    written = time.monotonic()
    arrived = counts.wait_for(count)
    ended = time.monotonic()
    worker.close()
    embedded = workshop.models.encoders["colours"].images_encoded  # type: ignore[attr-defined]
    print(
        json.dumps(
            {
                "count": count,
                "arrived": arrived,
                "embedded": embedded,
                "seconds_to_write": round(written - started, 1),
                "seconds": round(ended - started, 1),
                "ms_per_photo": round(1000 * (ended - started) / count, 2),
                "peak_before_mb": round(before / 1e6, 1),
                "peak_mb": round(peak_memory() / 1e6, 1),
            }
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
