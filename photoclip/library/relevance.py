"""Turning cosines into a relevance that means the same for every model.

Raw cosines differ by model and modality (0.17 to 0.30 for CLIP, 0.5 to 0.8 for
the starter). What carries over is how a match with the query compares with
matches with *anything at all*: the cosines between the library's photos and a
bank of everyday captions are the null distribution. It works in a library of
one photo and unchanged inside a filter, and it never contradicts the order of
the scores.

For words: z = (cosine - mean) / deviation, where mean and deviation over the
bank are taken photo by photo and averaged over the library, and relevance =
1 / (1 + exp(-1.35 (z - 4.2))). Slope and midpoint follow the share of right
photos by z that was measured with the starter model on object categories and
class names (docs/measurements.md, "relevance").

For a photo as the query: relevance = (cosine - base) / (1 - base), not below 0,
where base is the median cosine of the query with the library, so that a
typical photo has none and the photo itself has all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.indexes import Backgrounds
from photoclip.domain.pipeline import Encoder

SLOPE = 1.35
MIDPOINT = 4.2
WORDS_CUT = 0.09
"""Relevance below which a photo is not shown for words (z of about 2.5)."""
SIMILAR_CUT = 0.5
"""Relevance below which a photo is not shown as similar."""

_ENOUGH = 20
Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Null:
    """Mean and deviation of the cosines between a library's photos and the background."""

    mean: float
    deviation: float


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


def null(photos: Matrix, bank: Matrix) -> Null:
    """The null distribution of a library: photos (n, dimensions) against the bank (m, dimensions)."""
    matches = photos @ bank.T
    return Null(float(matches.mean()), max(float(matches.std(axis=1).mean()), 1e-6))


def of_words(scores: Matrix, background: Null) -> Matrix:
    """Relevance in [0, 1] of photos whose cosines with a query in words are `scores`, float32 (n,)."""
    z = (scores - background.mean) / background.deviation
    judged: Matrix = (1.0 / (1.0 + np.exp(-SLOPE * (z - MIDPOINT)))).astype(np.float32)
    return judged


def of_photo(scores: Matrix, library: Matrix) -> Matrix:
    """Relevance in [0, 1] of photos for a photo as the query.

    Args:
        scores: cosines of the photos with the query, float32 (n,).
        library: cosines of a sample of the library with the query, float32 (m,);
            too small a sample says nothing, and the cosine itself is the relevance.
    """
    base = min(float(np.median(library)), 0.99) if len(library) >= _ENOUGH else 0.0
    judged: Matrix = np.clip((scores - base) / (1.0 - base), 0.0, 1.0).astype(np.float32)
    return judged
