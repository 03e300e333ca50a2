"""Turning cosines into a relevance that means the same for every model.

Raw cosines differ by model and modality (0.17 to 0.30 for CLIP, 0.5 to 0.8 for
the starter). What carries over is how a photo's match with the query compares
with its match with *anything at all*: a bank of everyday captions is the null
distribution, photo by photo. It needs no other photos, so it works in a
library of one, and it works unchanged inside a filter.

For words: z = (cos(photo, query) - mean) / deviation over the bank, and
relevance = 1 / (1 + exp(-1.35 (z - 4.2))). Slope and midpoint follow the
precision by z that was measured with the starter model on object categories
and class names (docs/measurements.md, "relevance").

For a photo as the query, both photos are described by their standardised match
with every caption of the bank; relevance is the correlation of the two
descriptions, not below 0.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.ports import Backgrounds, Encoder

SLOPE = 1.35
MIDPOINT = 4.2
WORDS_CUT = 0.09
"""Relevance below which a photo is not shown for words (z of about 2.5)."""
SIMILAR_CUT = 0.5
"""Relevance below which a photo is not shown as similar."""

Matrix = NDArray[np.float32]


def parse_captions(text: str) -> list[str]:
    """The captions of a background file: one a line, `#` starts a comment line."""
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def background(encoder: Encoder, captions: Sequence[str], kept: Backgrounds) -> Matrix:
    """The bank as float32 (n, dimensions) unit vectors, made once per model."""
    known = kept.get(encoder.key, captions)
    if known is None or known.shape[1] != encoder.dimensions:
        known = encoder.encode_texts(captions)
        kept.put(encoder.key, captions, known)
    return known


def of_words(scores: Matrix, photos: Matrix, bank: Matrix) -> Matrix:
    """Relevance in [0, 1] of photos for a query in words.

    Args:
        scores: cosines with the query, float32 (n,).
        photos: their unit vectors, float32 (n, dimensions).
        bank: unit vectors of the background, float32 (m, dimensions).
    """
    null = photos @ bank.T
    deviation = np.maximum(null.std(axis=1), 1e-6)
    z = (scores - null.mean(axis=1)) / deviation
    judged: Matrix = (1.0 / (1.0 + np.exp(-SLOPE * (z - MIDPOINT)))).astype(np.float32)
    return judged


def of_photo(query: Matrix, photos: Matrix, bank: Matrix) -> Matrix:
    """Relevance in [0, 1] of photos (n, dimensions) for a photo (dimensions,) as the query."""
    wanted = _description(query[np.newaxis], bank)[0]
    found = _description(photos, bank) @ wanted / np.float32(len(bank))
    judged: Matrix = np.clip(found, 0.0, 1.0).astype(np.float32)
    return judged


def _description(photos: Matrix, bank: Matrix) -> Matrix:
    match = photos @ bank.T
    centred = match - match.mean(axis=1, keepdims=True)
    described: Matrix = centred / np.maximum(centred.std(axis=1, keepdims=True), 1e-6)
    return described
