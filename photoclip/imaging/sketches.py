"""Sketches of photos, drawn from their thumbnails."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from photoclip import storage
from photoclip.domain.pipeline import SKETCH_SIDE, ThumbnailStore
from photoclip.imaging.thumbnails import JPEG_END

_MOST_SIDE = 2048
"""Of a thumbnail; what is larger is none of ours."""


class Sketches:
    """Implements `domain.pipeline.Sketches`. Safe from any thread."""

    def __init__(self, thumbnails: ThumbnailStore) -> None:
        self._thumbnails = thumbnails

    def of(self, content_hash: bytes) -> NDArray[np.uint8] | None:
        """As `domain.pipeline.Sketches.of`."""
        side = SKETCH_SIDE
        try:
            data = storage.unsealed(Path(self._thumbnails.path(content_hash)).read_bytes(), JPEG_END)
            if data is None:
                return None
            with Image.open(io.BytesIO(data), formats=("JPEG",)) as image:
                if max(image.size) > _MOST_SIDE:
                    return None
                # The decoder itself reduces as far as it can, which is most of the work saved. It fills
                # its last blocks up beyond the picture: without the box, copies would be shifted.
                drafted = image.draft("L", (4 * side, 4 * side))
                box = drafted[1] if drafted is not None else None
                grey = image.convert("L").resize((side, side), Image.Resampling.BILINEAR, box=box)
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            return None
        return np.asarray(grey)
