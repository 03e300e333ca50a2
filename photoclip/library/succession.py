"""When a file's content changes: an edited photo keeps what a person said of it, a replaced one does not."""

from __future__ import annotations

import numpy as np

from photoclip.domain.catalog import Catalog
from photoclip.domain.models import ModelKey

ALIKE = 0.8
"""Cosine from which two contents of one file count as the same photo (docs/measurements.md: edits)."""


def inherit(catalog: Catalog, old: int, new: int, key: ModelKey) -> None:
    """Give a photo what belongs to the one that its file was before, if it was made from that one.

    Only for content that was never seen before: a known photo that was moved
    over another has a life of its own.
    """
    if _was_made_from(catalog, old, new, key):
        catalog.photos.carry_over(old, new)


def _was_made_from(catalog: Catalog, old: int, new: int, key: ModelKey) -> bool:
    """Whether one is an edit of the other: taken in the same second, or much the same to the model."""
    taken = catalog.photos.taken_at(old)
    if taken is not None and taken == catalog.photos.taken_at(new):
        return True
    first, second = (catalog.vectors.get(photo_id, key) for photo_id in (old, new))
    return first is not None and second is not None and float(np.dot(first, second)) >= ALIKE
