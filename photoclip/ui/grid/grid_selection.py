"""Which photos of a list are chosen: one flag for each place, so that a long list costs little. No Qt."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Flags = NDArray[np.bool_]


class GridSelection:
    """Flags by place, and the anchor from which Shift reaches."""

    def __init__(self, count: int = 0) -> None:
        self.flags: Flags = np.zeros(count, np.bool_)
        self.anchor = -1

    def __contains__(self, place: int) -> bool:
        return 0 <= place < len(self.flags) and bool(self.flags[place])

    def __len__(self) -> int:
        return int(np.count_nonzero(self.flags))

    def places(self) -> NDArray[np.int64]:
        """The chosen places in order."""
        return np.flatnonzero(self.flags).astype(np.int64)

    def runs(self) -> NDArray[np.int64]:
        """The chosen places as runs, int64 (n, 2): the first of each, and one past its last."""
        edges = np.flatnonzero(np.diff(np.concatenate(([False], self.flags, [False])).astype(np.int8)))
        return edges.astype(np.int64).reshape(-1, 2)

    def put(self, flags: Flags) -> bool:
        """Choose just these. Whether that is a change."""
        changed = not np.array_equal(flags, self.flags)
        self.flags = flags
        return changed

    def only(self, place: int) -> bool:
        self.anchor = place
        return self.put(self.with_places(np.array([place]), empty=True))

    def toggled(self, place: int) -> bool:
        self.anchor = place
        flags = self.flags.copy()
        flags[place] = not flags[place]
        return self.put(flags)

    def reached(self, place: int, *, added: bool) -> bool:
        """From the anchor to this place, instead of or beside what was chosen before."""
        start = self.anchor if 0 <= self.anchor < len(self.flags) else place
        first, last = min(start, place), max(start, place)
        return self.put(self.with_places(slice(first, last + 1), empty=not added))

    def inverted(self) -> bool:
        return self.put(~self.flags)

    def with_places(self, places: NDArray[np.int64] | slice, *, empty: bool) -> Flags:
        """The flags with some places chosen, beside what is or with `empty` instead of it."""
        flags = np.zeros_like(self.flags) if empty else self.flags.copy()
        flags[places] = True
        return flags
