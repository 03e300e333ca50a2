"""What a process uses: memory, open files, threads, children, watches of inotify."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import psutil

MEMORY_MAY_RISE = 0.05
"""By how much of its mean the memory may rise over a life, along a line through all samples."""
_MEMORY_NOISE = 8e6
"""What SQLite's caches of pages, 2 MB for each of several connections, come to before they are full."""
_COUNT_NOISE = 4
"""A folder that is watched for a while has threads and files of its own."""


@dataclass(frozen=True)
class Sample:
    """Bytes for `memory`, which is of this process, and `children_memory`; the others are counts.

    `watches` counts inotify's watches beyond the folders that are to be watched.
    """

    memory: int
    children_memory: int
    handles: int
    threads: int
    children: int
    watches: int


def sample(folders: int = 0) -> Sample:
    me = psutil.Process()
    with me.oneshot():
        memory = me.memory_info().rss
        threads = me.num_threads()
        handles = me.num_fds() if os.name == "posix" else me.num_handles()
    children = [child for child in me.children(recursive=True) if not _is_tracker(child)]
    return Sample(
        memory, sum(map(_memory, children)), handles, threads, len(children), max(0, _watches() - folders)
    )


def faults(samples: Sequence[Sample]) -> list[str]:
    """What grew over a life, a sentence each."""
    found = []
    for name, values in _series(samples).items():
        rise = _rise(values)
        if name in ("memory", "children_memory"):
            if rise > max(_MEMORY_NOISE, MEMORY_MAY_RISE * float(np.mean(values))):
                found.append(f"{name} rises by {rise / 1e6:.1f} MB over the run.")
        elif rise > _COUNT_NOISE:
            found.append(f"{name} grow by {rise:.1f} over the run.")
    return found


def summary(samples: Sequence[Sample]) -> dict[str, dict[str, float]]:
    """First, last, least, most, and the rise along a line, of everything that is counted."""
    return {
        name: {
            "first": values[0],
            "last": values[-1],
            "least": min(values),
            "most": max(values),
            "rise": round(_rise(values), 1),
        }
        for name, values in _series(samples).items()
    }


def _series(samples: Sequence[Sample]) -> dict[str, list[int]]:
    return {name: [asdict(one)[name] for one in samples] for name in asdict(samples[0])}


def _rise(values: Sequence[int]) -> float:
    """How far a line of least squares rises from the first sample to the last."""
    if len(values) < 2:
        return 0.0
    slope = np.polyfit(np.arange(len(values)), np.array(values, float), 1)[0]
    return float(slope * (len(values) - 1))


def _is_tracker(process: psutil.Process) -> bool:
    """Python's own companion of `multiprocessing`, which stays as long as the process itself."""
    try:
        return "resource_tracker" in " ".join(process.cmdline())
    except psutil.Error:
        return True  # it has just ended


def _memory(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def _watches() -> int:
    """Watches of inotify in this process; 0 where there is no such thing."""
    try:
        files = list(Path("/proc/self/fdinfo").iterdir())
    except OSError:
        return 0
    return sum(_read(file).count("inotify wd:") for file in files)


def _read(file: Path) -> str:
    try:
        return file.read_text()
    except OSError:
        return ""
