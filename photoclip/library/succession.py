"""When a file's content changes: an edited photo keeps what a person said of it, a replaced one does not."""

from __future__ import annotations

import numpy as np

from photoclip.domain.models import ModelKey
from photoclip.domain.ports import Catalog, PendingFile

ALIKE = 0.8
"""Cosine from which two contents of one file count as the same photo (docs/measurements.md: succession)."""


def settle(catalog: Catalog, file: PendingFile, content_hash: bytes, key: ModelKey | None) -> None:
    """Tie a file to the photo of this content, and carry over what belongs to the one that it was before."""
    photo_id = catalog.files.settle(file.file_id, content_hash)
    before = file.photo_id
    if photo_id is None or before is None or before == photo_id:
        return
    if _was_made_from(catalog, before, photo_id, key):
        catalog.photos.carry_over(before, photo_id)


def _was_made_from(catalog: Catalog, old: int, new: int, key: ModelKey | None) -> bool:
    """Whether one is an edit of the other: taken in the same second, or much the same to the model."""
    taken = catalog.photos.taken_at(old)
    if taken is not None and taken == catalog.photos.taken_at(new):
        return True
    if key is None:
        return False
    first, second = catalog.vectors.get(old, key), catalog.vectors.get(new, key)
    return first is not None and second is not None and float(np.dot(first, second)) >= ALIKE
