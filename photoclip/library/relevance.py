"""Turning products of vectors into a relevance: the probability that a photo is right for this query.

Raw cosines differ by model (0.17 to 0.30 for CLIP, 0.05 to 0.15 for SigLIP 2)
and by query. Two null distributions take that out. The *bank*, everyday
captions, says how well anything at all matches photos of this library. The
*library's own photos* say where the tail of this very query begins.

Words: photos are multiplied with query - mean(bank) / 4. That takes a part of a
photo's closeness to every text out of its product (hubs: Radovanovic et al.,
JMLR 2010; centring: Suzuki et al., EMNLP 2013). z is the distance of the
product from the median of the bank's, in units of their spread below it; above
it there are true matches too (the empirical null of Efron, JASA 2004). `knee`
is the z that one in 100 photos of the library reaches for this query, and what
lies beyond stands out from the library (calibration by the extremes of what
does not match: Scheirer et al., TPAMI 2011). Then (Platt 1999)

    relevance = logistic(intercept + slope z + tail max(z - knee, 0)).

A photo as the query: z is 0 at the median cosine of the library with it and 1
at the photo itself. Words that move a photo: z is in spreads of the library's
own products.

The constants for words were fitted once, with the starter model, on half of the
labelled queries (docs/measurements.md, "relevance"); those for photos were set
so that classes keep the promise and copies are certain. Whatever shifts or stretches all
cosines of a model cancels out of z and knee. In a library of fewer than a
hundred photos the knee is that of the bank's own matches.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.indexes import Backgrounds
from photoclip.domain.pipeline import Encoder

Matrix = NDArray[np.float32]

_CENTRING = np.float32(0.25)
_LIKELIER_THAN_NOT = np.float32(0.5)
_LOWER_SIGMA = 0.1587
"""The share of a normal distribution that lies more than one deviation below its middle."""
_LEAST_SPREAD = 1e-6
_ENOUGH = 20
"""Photos below which a library's products with a photo say nothing."""
_ENOUGH_FOR_A_TAIL = 100
"""Photos below which one in a hundred of them is none."""
_COPY = 0.95
"""The cosine, about the mean of a library, from which two of its photos count as one."""
_HIGHEST_KNEE = 0.65
"""Copies of a photo in its own library must not hide one another."""
_CERTAIN = 1.0 - 1e-6
_FAR = np.float32(1e3)
_AGAINST = 0.5
"""All of it leaves nothing of `dog -cat` with the starter; half keeps more of what is right."""
_AHEAD = 3.0
"""Log odds by which the evidence for one of several things may be ahead of that for another."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A logistic curve over z that is steeper above its knee, a quantile of the library's z."""

    intercept: float
    slope: float
    tail: float
    knee_at: float


WORDS = Curve(-4.55, 0.835, 0.4, 0.99)
PHOTO = Curve(-8.8, 7.2, 11.0, 0.99)
MIX = Curve(-6.9, 0.92, 5.6, 0.995)


@dataclass(frozen=True, eq=False, slots=True)
class Scale:
    """What the products of photos with one query mean.

    `direction`, float32 (d,) of any length, is what photos are multiplied with;
    z = (product - `middle`) / `spread`.
    """

    direction: Matrix
    middle: float
    spread: float
    knee: float
    curve: Curve

    def relevance(self, products: Matrix) -> Matrix:
        """float32 (n,) in [0, 1], rising with the products, float32 (n,); NaN stays NaN."""
        z = (np.asarray(products, np.float64) - self.middle) / self.spread
        beyond = np.maximum(z - self.knee, 0.0)
        evidence = self.curve.intercept + self.curve.slope * z + self.curve.tail * beyond
        return _logistic(evidence)

    def least(self, relevance: float) -> float:
        """The product from which a relevance is reached."""
        if relevance <= 0.0:
            return float("-inf")
        evidence = float(_log_odds(np.array([relevance]))[0]) - self.curve.intercept
        z = evidence / self.curve.slope
        if z > self.knee:
            z = (evidence + self.curve.tail * self.knee) / (self.curve.slope + self.curve.tail)
        return self.middle + z * self.spread


class Calibration:
    """The null distributions of a library under one model, from which the scale of a query follows."""

    def __init__(self, sample: Matrix, bank: Matrix) -> None:
        """
        Args:
            sample: vectors of photos of the library, drawn evenly, float32 (m, d).
            bank: vectors of the background captions, float32 (b, d).
        """
        self._sample, bank = _finite(sample), _finite(bank)
        self._distinct = _distinct(self._sample)
        self._centre: Matrix = (
            _CENTRING * bank.mean(axis=0) if len(bank) else np.zeros(bank.shape[1], np.float32)
        )
        background = self._distinct @ (bank - self._centre).T
        self._middle, self._spread = _lower_half(background)
        self._knee = _knee((background - self._middle) / self._spread, WORDS)

    def of_words(self, query: Matrix) -> Scale:
        """For the vector of a text, float32 (d,)."""
        direction: Matrix = _finite(query) - self._centre
        z = (self._distinct @ direction - self._middle) / self._spread
        knee = _knee(z, WORDS) if len(z) >= _ENOUGH_FOR_A_TAIL else self._knee
        return Scale(direction, self._middle, self._spread, knee, WORDS)

    def of_photo(self, query: Matrix) -> Scale:
        """For the unit vector of a photo, or the mean of several, float32 (d,)."""
        direction = _finite(query)
        products = self._sample @ direction
        middle = min(float(np.median(products)), 0.99) if len(products) >= _ENOUGH else 0.0
        spread = 1.0 - middle
        knee = min(_knee((products - middle) / spread, PHOTO), _HIGHEST_KNEE)
        return Scale(direction, middle, spread, knee, PHOTO)

    def of_mix(self, query: Matrix) -> Scale:
        """For a photo that words have moved, float32 (d,) of any length: nothing need be near to it."""
        direction = _finite(query)
        products = self._sample @ direction
        middle, spread = _lower_half(products)
        return Scale(direction, middle, spread, _knee((products - middle) / spread, MIX), MIX)


def both(parts: Sequence[Matrix]) -> Matrix:
    """The relevance of photos, float32 (n,), in which each of several things has to be.

    The evidence for each, in log odds above those of no match, is added as
    deviations are in Stouffer's method (1949), since two weak signs for two
    things say more than one of them. No evidence counts for more than the
    weakest and `_AHEAD`, so that one thing alone is never enough.
    """
    evidence = np.stack([_log_odds(part) for part in parts]) - WORDS.intercept
    counted = np.minimum(evidence, evidence.min(axis=0) + _AHEAD)
    return _logistic(WORDS.intercept + counted.sum(axis=0) / np.sqrt(len(parts)))


def minus(wanted: Matrix, unwanted: Matrix) -> Matrix:
    """The relevance of photos, float32 (n,), in which one thing has to be and the other must not.

    Half of the evidence for the unwanted counts against the wanted, since a dog
    is evidence for a cat as well; a photo in which it is likelier than not has
    none left.
    """
    against = _AGAINST * np.maximum(_log_odds(unwanted) - WORDS.intercept, 0.0)
    left = _logistic(_log_odds(wanted) - against)
    left[unwanted >= _LIKELIER_THAN_NOT] = 0.0
    return left


def least_shown(wrong_share: float, parts: int = 1) -> float:
    """The relevance below which no photo is shown; of each thing, where `both` joins several.

    The rate of wrong ones among the least of the photos shown is about twice
    their rate among all of them (Efron, Large-Scale Inference, 2010, section 5.3).
    """
    least = (1.0 - min(max(wrong_share, 0.0), 1.0)) ** 2
    if parts == 1:
        return least
    evidence = float(_log_odds(np.array([least]))[0]) - WORDS.intercept
    weakest = (evidence * np.sqrt(parts) - (parts - 1) * _AHEAD) / parts
    return float(_logistic(np.array([WORDS.intercept + weakest]))[0])


def shown(relevance: Matrix, wrong_share: float) -> int:
    """How many photos to show, of which `wrong_share` may be expected to be wrong.

    The most of which the expected number of wrong ones, the sum of 1 -
    relevance, is at most wrong_share (number + 1): the marginal false discovery
    rate mFDR_1 of Foster and Stine (JRSS B 2008), by which one photo alone can
    be shown that is likely but not certain.

    Args:
        relevance: float32 (n,), best first.
        wrong_share: in (0, 1).
    """
    count = np.arange(1, len(relevance) + 1)
    wrong = np.cumsum(1.0 - relevance, dtype=np.float64)
    passing = (wrong <= wrong_share * (count + 1)) & (relevance >= least_shown(wrong_share))
    return int(count[passing][-1]) if passing.any() else 0


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


def _lower_half(products: Matrix) -> tuple[float, float]:
    """The middle of products, and their deviation below it."""
    if not products.size:
        return 0.0, 1.0
    middle, below = (float(value) for value in np.quantile(products, (0.5, _LOWER_SIGMA)))
    return middle, max(middle - below, _LEAST_SPREAD)


def _knee(z: Matrix, curve: Curve) -> float:
    return float(np.quantile(z, curve.knee_at)) if z.size else 0.0


def _distinct(photos: Matrix) -> Matrix:
    """The photos that are no near copy of one before them: a burst must not set the knee of its own query.

    They are compared about their mean, since all cosines of a model may be high.
    """
    if len(photos) < _ENOUGH_FOR_A_TAIL:
        return photos
    own = photos - photos.mean(axis=0)
    own /= np.maximum(np.linalg.norm(own, axis=1, keepdims=True), np.float32(_LEAST_SPREAD))
    alike = np.tril(own @ own.T, -1) >= _COPY
    kept: Matrix = photos[~alike.any(axis=1)]
    return kept


def _finite(vectors: Matrix) -> Matrix:
    """The vectors with 0 for what is no number, and bounded, since those of a model are of unit length."""
    finite: Matrix = np.clip(np.nan_to_num(np.asarray(vectors, np.float32)), -_FAR, _FAR)
    return finite


def _logistic(log_odds: NDArray[np.float64]) -> Matrix:
    share: Matrix = (1.0 / (1.0 + np.exp(-np.clip(log_odds, -50.0, 50.0)))).astype(np.float32)
    return share


def _log_odds(relevance: NDArray[np.floating]) -> NDArray[np.float64]:
    share = np.clip(relevance.astype(np.float64), 1.0 - _CERTAIN, _CERTAIN)
    odds: NDArray[np.float64] = np.log(share / (1.0 - share))
    return odds
