"""Where in a photo words are met: what a model sees at each place, against what anything at all would get.

The photo is looked at through overlapping windows of the model's own shape,
first as large as fit, then of half the side, since a model sees few places of a
photo at once (7 x 7 for the starter) and small things best when they fill its
input. The cosines of a place with the words are measured in deviations from its
cosines with the background captions, which takes away what a place has with any
text (the redundant features of Li et al., "CLIP Surgery", 2023). What glows is
what exceeds the height that captions typically reach somewhere in this photo.
"""

from __future__ import annotations

import math
import time
from collections.abc import Generator
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.pipeline import Encoder

Matrix = NDArray[np.float32]
Pixels = NDArray[np.uint8]

_CELLS = 48
"""Of the longer side of a heat map."""
_MOST_WINDOWS = 30
PATIENCE = 0.6
"""Seconds; the windows of half the side are left out where they would take longer."""
_LEAST_SIDE = 16.0
"""Pixels; a smaller window shows nothing."""
_TAPER = 0.95
"""By so much what a window shows at its edge counts less than what it shows in its middle."""
_MOST_CAPTIONS = 300
_NEAR_THE_TOP = 0.35
"""Places below this share of the highest one do not glow: they are what lies around it."""
_TYPICAL, _CLEAR = 0.5, 0.9
"""Shares of the captions: up to the height of the first nothing glows, from that of the second on all."""


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a picture, in pixels."""

    top: float
    left: float
    height: float
    width: float


def looked_at(
    picture: Pixels, encoder: Encoder, texts: Matrix, bank: Matrix, patience: float = PATIENCE
) -> Generator[None, None, Matrix | None]:
    """How much each place of a picture speaks for the nearest of some texts; yields between two windows.

    Args:
        picture: uint8 RGB (height, width, 3), upright.
        texts: unit vectors, float32 (n, dimensions).
        bank: those of the background captions, float32 (m, dimensions).
        patience: seconds that the windows of half the side may take.

    Returns:
        float32 (rows, columns) in [0, 1] over the whole picture; None where the model sees no places.
    """
    bank = bank[:: math.ceil(len(bank) / _MOST_CAPTIONS)]
    height, width = picture.shape[:2]
    map_ = _Map(height, width, len(texts) + len(bank))
    shape = encoder.preprocess.height, encoder.preprocess.width
    coarse, fine = windows(height, width, shape, 1), windows(height, width, shape, 2)
    started = time.perf_counter()
    for seen in coarse:
        places = encoder.encode_places(part(picture, seen, shape))
        if places is None:
            return None
        map_.paint(seen, _deviations(places, texts, bank))
        yield
    each = (time.perf_counter() - started) / len(coarse)
    if each * len(fine) <= patience:
        for seen in fine:
            places = encoder.encode_places(part(picture, seen, shape))
            if places is not None:
                map_.paint(seen, _deviations(places, texts, bank))
            yield
    return _glow(map_.mean(), len(texts))


def windows(height: int, width: int, shape: tuple[int, int], zoom: int) -> list[Window]:
    """Windows of a model's shape, each half over the next; none where they would be too many or too small."""
    down = min(height, width * shape[0] / shape[1]) / zoom
    across = down * shape[1] / shape[0]
    if zoom > 1 and min(down, across) < _LEAST_SIDE:
        return []
    tops, lefts = _starts(height, down), _starts(width, across)
    if len(tops) * len(lefts) > _MOST_WINDOWS:
        if zoom > 1:
            return []
        tops, lefts = (
            np.linspace(starts[0], starts[-1], min(len(starts), _MOST_WINDOWS)) for starts in (tops, lefts)
        )
    return [Window(float(top), float(left), down, across) for top, left in product(tops, lefts)]


def _starts(length: int, window: float) -> NDArray[np.float64]:
    count = 1 + math.ceil((length - window) / (window / 2) - 1e-6)
    return np.linspace(0.0, max(length - window, 0.0), max(count, 1))


def part(picture: NDArray[np.uint8], seen: Window, shape: tuple[int, int]) -> NDArray[np.uint8]:
    """A window of a picture as a model's input, uint8 (*shape, 3)."""
    sides = (seen.top, seen.height), (seen.left, seen.width)
    cut, weights = [], []
    for (start, length), size, pixels in zip(sides, picture.shape, shape, strict=False):
        reach = max(length / pixels, 1.0)
        first, last = max(0, math.floor(start - reach)), min(size, math.ceil(start + length + reach))
        centres = start - first + (np.arange(pixels) + 0.5) * length / pixels
        cut.append(slice(first, last))
        weights.append(_weights(centres, last - first, reach))
    source = picture[cut[0], cut[1]].astype(np.float32)
    rows = np.tensordot(weights[0], source, (1, 0))
    found = np.tensordot(weights[1], rows, (1, 1)).transpose(1, 0, 2)
    return np.clip(np.rint(found), 0, 255).astype(np.uint8)


def _weights(centres: NDArray[np.float64], size: int, reach: float) -> Matrix:
    """How much each of `size` pixels counts at some places between them: linearly, as far as it reaches."""
    distance = np.abs(np.arange(size) + 0.5 - centres[:, None]) / reach
    weights = np.maximum(1.0 - distance, 0.0)
    weights /= np.maximum(weights.sum(axis=1, keepdims=True), 1e-9)
    return weights.astype(np.float32)


def _deviations(places: Matrix, texts: Matrix, bank: Matrix) -> Matrix:
    """How unusual the cosines of each place are, float32 (rows, columns, texts and captions)."""
    cosines = places.reshape(-1, places.shape[-1]) @ np.concatenate([texts, bank]).T
    background = cosines[:, len(texts) :]
    mean = background.mean(axis=1, keepdims=True)
    spread = np.maximum(background.std(axis=1, keepdims=True), 1e-6)
    found: Matrix = ((cosines - mean) / spread).reshape(*places.shape[:2], -1)
    return found


class _Map:
    """The mean of what windows show of a picture, in cells."""

    def __init__(self, height: int, width: int, layers: int) -> None:
        cells = [max(1, round(_CELLS * side / max(height, width))) for side in (height, width)]
        self._sizes = (height, width)
        self._sum = np.zeros((*cells, layers), np.float32)
        self._count = np.zeros(cells, np.float32)

    def paint(self, seen: Window, values: Matrix) -> None:
        """Lay values (rows, columns, layers) over the cells in a window."""
        sides = (seen.top, seen.height), (seen.left, seen.width)
        inside, weights, tapers = [], [], []
        for (start, length), cells, size, steps in zip(
            sides, self._count.shape, self._sizes, values.shape, strict=False
        ):
            centres = (np.arange(cells) + 0.5) * size / cells
            within = np.flatnonzero((centres >= start) & (centres <= start + length))
            inside.append(within)
            across = (centres[within] - start) / length
            weights.append(_weights(across * steps, steps, 1.0))
            tapers.append((1.0 - _TAPER * np.abs(2.0 * across - 1.0)).astype(np.float32))
        taper = np.outer(*tapers)
        cells = np.ix_(*inside)
        down = np.tensordot(weights[0], values, (1, 0))
        self._sum[cells] += np.tensordot(weights[1], down, (1, 1)).transpose(1, 0, 2) * taper[..., None]
        self._count[cells] += taper

    def mean(self) -> Matrix:
        """What no window showed is as nothing."""
        return (self._sum / np.maximum(self._count, 1e-6)[..., None]).astype(np.float32)


def _glow(deviations: Matrix, texts: int) -> Matrix:
    heights = deviations[..., texts:].max(axis=(0, 1))
    low, clear = (float(level) for level in np.quantile(heights, [_TYPICAL, _CLEAR]))
    asked = deviations[..., :texts]
    tops = asked.max(axis=(0, 1))
    lows = np.maximum(low, _NEAR_THE_TOP * tops)
    spans = np.maximum(np.maximum(tops, clear) - lows, 1e-6)
    glow: Matrix = np.clip((asked - lows) / spans, 0.0, 1.0).max(axis=-1).astype(np.float32)
    return glow
