"""A matrix that grows without being put together again."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_SPARE = 16
"""Room for one row in so many is kept free, so that few commits move the matrix."""
_MOVED = 4096
"""Rows that are moved at once when others are let go of."""


class Matrix:
    """float32 rows in one piece of memory: several pieces would each wait for all cores in a product."""

    def __init__(self, dimensions: int) -> None:
        self._room = np.empty((0, dimensions), np.float32)
        self._count = 0

    @property
    def rows(self) -> NDArray[np.float32]:
        """float32 (n, dimensions); a view that is good until the next change and must not be kept."""
        return self._room[: self._count]

    def append(self, rows: NDArray[np.float32]) -> None:
        """Add rows at the end."""
        end = self._count + len(rows)
        if end > len(self._room):
            # Where the system can, it moves the pages and copies nothing, so that
            # memory is never taken twice. No view of `rows` may be alive.
            self._room.resize((end + end // _SPARE, self._room.shape[1]), refcheck=False)
        self._room[self._count : end] = rows
        self._count = end

    def keep(self, kept: NDArray[np.bool_]) -> None:
        """Let go of all rows but those that are `kept`, bool (n,), in place."""
        if kept.all():
            return
        end = int(np.argmin(kept))
        for start in range(end, self._count, _MOVED):
            part = self._room[start : min(start + _MOVED, self._count)][kept[start : start + _MOVED]]
            self._room[end : end + len(part)] = part
            end += len(part)
        self._count = end
