"""Where tiles and headings of a grid are, by arrays of its lines, so that a long list costs little. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

GAP = 6
MARGIN = 10
_WHOLE = np.zeros(1, np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class GridGeometry:
    """`count` square tiles in lines that fill `width`; all lengths in logical pixels.

    The tile is the wanted one, stretched so that no ragged edge is left on the
    right. `starts` are the places where groups begin, int64 (m,), ascending
    from 0: each begins a line of its own under a heading of `heading` pixels.
    Without headings `heading` is 0.
    """

    width: int
    wanted: int
    count: int
    starts: Ints = field(default_factory=lambda: _WHOLE)
    heading: int = 0
    _columns: int = field(init=False)
    _line_start: Ints = field(init=False)
    """The first place of each line, and `count` at the end."""
    _line_y: Ints = field(init=False)
    _line_section: Ints = field(init=False)
    _tops: Ints = field(init=False)
    """Where the headings are, and the end of the content."""

    def __post_init__(self) -> None:
        columns = max(1, (self.width - 2 * MARGIN + GAP) // (self.wanted + GAP))
        object.__setattr__(self, "_columns", columns)
        lines = -(-np.diff(self.starts, append=self.count) // columns)
        ends = np.cumsum(lines)
        sections = np.repeat(np.arange(len(lines)), lines)
        number = np.arange(len(sections))
        start = self.starts[sections] + (number - (ends - lines)[sections]) * columns
        above = 0 if self.heading else MARGIN
        tops = above + np.append(0, ends) * self.pitch + np.arange(len(lines) + 1) * self.heading
        object.__setattr__(self, "_line_section", sections)
        object.__setattr__(self, "_line_start", np.append(start, self.count))
        object.__setattr__(self, "_line_y", above + number * self.pitch + (sections + 1) * self.heading)
        object.__setattr__(self, "_tops", tops)

    def laid_out(self, **changes: object) -> GridGeometry:
        """The same with another width, wanted size or list; itself where nothing of it changes."""
        same = (
            getattr(self, name) is value or (name != "starts" and getattr(self, name) == value)
            for name, value in changes.items()
        )
        if all(same):
            return self
        return replace(self, **changes)  # type: ignore[arg-type]

    # --- lengths

    @property
    def columns(self) -> int:
        return self._columns

    @property
    def tile(self) -> int:
        return max(16, (self.width - 2 * MARGIN - (self._columns - 1) * GAP) // self._columns)

    @property
    def pitch(self) -> int:
        """From one tile's edge to the next one's."""
        return self.tile + GAP

    @property
    def height(self) -> int:
        return int(self._tops[-1]) - GAP + MARGIN if self.count else 0

    @property
    def left(self) -> int:
        """Where the first column begins, in line with the headings; what rounding left over is at the end."""
        return MARGIN

    # --- tiles

    def origin(self, place: int) -> tuple[int, int]:
        """x and y of the top left corner of a tile, from the top of the content."""
        line = self.line_of(place)
        column = place - int(self._line_start[line])
        return self.left + column * self.pitch, int(self._line_y[line])

    def origins(self, places: range) -> list[tuple[int, int]]:
        """The same for many tiles at once, for which a frame has time."""
        wanted = np.arange(places.start, places.stop)
        lines = self._line_start[:-1].searchsorted(wanted, "right") - 1
        across = self.left + (wanted - self._line_start[lines]) * self.pitch
        return list(zip(across.tolist(), self._line_y[lines].tolist(), strict=True))

    def at(self, x: int, y: int) -> int:
        """Which tile covers a point of the content, or -1."""
        column, across = divmod(x - self.left, self.pitch)
        line = int(np.searchsorted(self._line_y, y, "right")) - 1
        if not 0 <= column < self._columns or line < 0 or across >= self.tile:
            return -1
        if y - int(self._line_y[line]) >= self.tile:
            return -1
        place = int(self._line_start[line]) + column
        return place if place < int(self._line_start[line + 1]) else -1

    def between(self, top: int, bottom: int) -> range:
        """The tiles of the lines that touch the content from y = `top` to `bottom`."""
        first, last = self._lines_between(top, bottom)
        return range(int(self._line_start[first]), int(self._line_start[last]))

    def within(self, x: int, y: int, right: int, bottom: int) -> Ints:
        """The places of the tiles that a rectangle touches, both corners included, in order."""
        first, last = self._lines_between(y, bottom)
        columns = np.arange(self._columns)
        edges = self.left + columns * self.pitch
        columns = columns[(edges <= right) & (edges + self.tile > x)]
        places = self._line_start[first:last, None] + columns[None, :]
        return places[places < self._line_start[first + 1 : last + 1, None]]

    def _lines_between(self, top: int, bottom: int) -> tuple[int, int]:
        first = int(np.searchsorted(self._line_y, top - self.tile, "right"))
        last = int(np.searchsorted(self._line_y, bottom, "right"))
        return first, max(first, last)

    def slot_at(self, x: int, y: int) -> int:
        """Before which place something dropped at a point of the content goes."""
        line = max(0, int(np.searchsorted(self._line_y, y + GAP // 2, "right")) - 1)
        column = (x - self.left + self.pitch // 2) // self.pitch
        start, end = int(self._line_start[line]), int(self._line_start[line + 1])
        return max(start, min(start + column, end))

    # --- moving

    def line_of(self, place: int) -> int:
        return int(np.searchsorted(self._line_start[:-1], place, "right")) - 1

    def column_of(self, place: int) -> int:
        return place - int(self._line_start[self.line_of(place)])

    def lines_away(self, place: int, lines: int, column: int) -> int:
        """The place so many lines further in a column, or the last one of a line that is too short.

        The first and the last line end the way.
        """
        line = max(0, min(self.line_of(place) + lines, len(self._line_y) - 1))
        return min(int(self._line_start[line]) + column, int(self._line_start[line + 1]) - 1)

    # --- groups

    def section_at(self, y: int) -> int:
        """The group whose heading or tiles are at this height; above all the first, without headings -1."""
        if not self.heading or not self.count:
            return -1
        return max(0, min(int(np.searchsorted(self._tops, y, "right")) - 1, len(self.starts) - 1))

    def section_top(self, section: int) -> int:
        """Where the heading of a group is; for one past the last group, where the content ends."""
        return int(self._tops[section])

    def section_places(self, section: int) -> range:
        end = int(self.starts[section + 1]) if section + 1 < len(self.starts) else self.count
        return range(int(self.starts[section]), end)

    def sections_between(self, top: int, bottom: int) -> range:
        """The groups whose headings touch the content from y = `top` to `bottom`."""
        if not self.heading or not self.count:
            return range(0)
        tops = self._tops[:-1]
        first = int(np.searchsorted(tops, top - self.heading, "right"))
        return range(first, max(first, int(np.searchsorted(tops, bottom, "right"))))
