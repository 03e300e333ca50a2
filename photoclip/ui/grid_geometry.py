"""Where the tiles of a grid are. Arithmetic only, so that a million photos cost no layout. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

GAP = 6
MARGIN = 10


@dataclass(frozen=True, slots=True)
class GridGeometry:
    """`count` square tiles in rows that fill `width`; all lengths in logical pixels.

    The tile is the wanted one, stretched so that no ragged edge is left on the right.
    """

    width: int
    wanted: int
    count: int

    @property
    def columns(self) -> int:
        return max(1, (self.width - 2 * MARGIN + GAP) // (self.wanted + GAP))

    @property
    def tile(self) -> int:
        return max(16, (self.width - 2 * MARGIN - (self.columns - 1) * GAP) // self.columns)

    @property
    def pitch(self) -> int:
        """From one tile's edge to the next one's."""
        return self.tile + GAP

    @property
    def rows(self) -> int:
        return -(-self.count // self.columns)

    @property
    def height(self) -> int:
        return 2 * MARGIN + self.rows * self.pitch - GAP if self.count else 0

    @property
    def left(self) -> int:
        """Where the first column begins; what rounding left over is shared by both sides."""
        return max(0, (self.width - self.columns * self.pitch + GAP) // 2)

    def origin(self, place: int) -> tuple[int, int]:
        """x and y of the top left corner of a tile, from the top of the content."""
        row, column = divmod(place, self.columns)
        return self.left + column * self.pitch, MARGIN + row * self.pitch

    def at(self, x: int, y: int) -> int:
        """Which tile covers a point of the content, or -1."""
        column, across = divmod(x - self.left, self.pitch)
        row, down = divmod(y - MARGIN, self.pitch)
        if not 0 <= column < self.columns or row < 0 or across >= self.tile or down >= self.tile:
            return -1
        place = row * self.columns + column
        return place if place < self.count else -1

    def between(self, top: int, bottom: int) -> range:
        """The tiles that touch the content from y = `top` to `bottom`."""
        first = max(0, (top - MARGIN) // self.pitch) * self.columns
        last = (max(0, bottom - MARGIN) // self.pitch + 1) * self.columns
        return range(min(first, self.count), min(last, self.count))

    def step(self, place: int, by: int) -> int:
        """Where a move ends that must stay within the list.

        Left and right stop at the ends. Moves by whole rows keep their column
        at the top, and go to the last photo where the last row is too short.
        """
        target = place + by
        if 0 <= target < self.count:
            return target
        if abs(by) == 1:
            return place
        if by < 0:
            return place % self.columns
        on_last_row = place // self.columns == (self.count - 1) // self.columns
        return place if on_last_row else self.count - 1
