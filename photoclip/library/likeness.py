"""Whether two photos whose vectors are alike are one and the same to the eye."""

from __future__ import annotations

from collections import OrderedDict

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.catalog import Photos
from photoclip.domain.pipeline import Sketches

CERTAIN = 0.985
"""Cosine that must do where there is no thumbnail to compare; docs/measurements.md, "duplicates"."""
DIFFERENCE = 0.08
"""The most that sketches of one photo differ, as a share of their own contrast; measured likewise."""
_LEVELS = 2.0
"""Grey levels by which sketches without contrast may differ."""
_MOST_KEPT = 100_000
"""Sketches held in memory: 40 MB."""

Grey = NDArray[np.uint8]
Sketch = NDArray[np.float32]


class Likeness:
    """Compares the sketches of photos. Belongs to the catalog's thread."""

    def __init__(self, photos: Photos, sketches: Sketches) -> None:
        self._photos = photos
        self._sketches = sketches
        self._drawn: OrderedDict[int, Grey | None] = OrderedDict()

    def same(self, one: int, other: int, cosine: float) -> bool:
        """As `duplicates.Same`."""
        first, second = self._sketch(one), self._sketch(other)
        if first is None or second is None:
            return cosine >= CERTAIN
        return are_same(levelled(first), levelled(second))

    def _sketch(self, photo_id: int) -> Grey | None:
        if photo_id in self._drawn:
            self._drawn.move_to_end(photo_id)
            return self._drawn[photo_id]
        rows = self._photos.rows([photo_id])
        sketch = self._sketches.of(rows[0].content_hash) if rows else None
        self._drawn[photo_id] = sketch
        if len(self._drawn) > _MOST_KEPT:
            self._drawn.popitem(last=False)
        return sketch


def levelled(grey: Grey) -> Sketch:
    """Around its own mean, so that a picture that was only made lighter stays the same."""
    wide = grey.astype(np.float32)
    levelled: Sketch = wide - wide.mean()
    return levelled


def are_same(one: Sketch, other: Sketch) -> bool:
    """Whether two sketches differ by no more than writing a photo anew does."""
    contrast = np.sqrt((one.std() ** 2 + other.std() ** 2) / 2)
    difference = np.sqrt(np.mean((one - other) ** 2))
    return bool(difference <= max(_LEVELS, DIFFERENCE * contrast))
