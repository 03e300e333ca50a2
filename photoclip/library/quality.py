"""Figures of search quality, from ranks and vectors. Nothing here knows where photos come from."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.pipeline import Encoder
from photoclip.library import relevance

_STEPS = 30
_RIDGE = 1e-3
_BANDS = (0.0, 0.1, 0.25, 0.5, 0.75, 1.0)


def retrieval(ranks: Sequence[int | None]) -> dict[str, float]:
    """R@1/5/10 and mean reciprocal rank of queries that have one right photo each.

    `ranks` holds the 1-based place of the right photo, None where it was not found.
    """
    found = np.array([rank if rank else np.inf for rank in ranks], np.float64)
    return {
        "queries": float(len(found)),
        "recall_at_1": float((found <= 1).mean()),
        "recall_at_5": float((found <= 5).mean()),
        "recall_at_10": float((found <= 10).mean()),
        "mrr": float((1.0 / found).mean()),
    }


def class_vectors(encoder: Encoder, names: Sequence[str], templates: Sequence[str]) -> NDArray[np.float32]:
    """One unit vector per class, float32 (n, dimensions): templates averaged, then renormalised.

    This is the prompt ensemble of the CLIP paper (Radford et al. 2021, section 3.1.4).
    """
    total = np.zeros((len(names), encoder.dimensions), np.float32)
    for template in templates:
        total += encoder.encode_texts([template.format(name) for name in names])
    vectors: NDArray[np.float32] = total / np.linalg.norm(total, axis=1, keepdims=True)
    return vectors


def accuracy(
    photos: NDArray[np.float32], classes: NDArray[np.float32], truth: NDArray[np.int64]
) -> dict[str, float]:
    """Top-1 and top-5 of photos (n, d) against class vectors (m, d); `truth` is the class of each photo."""
    scores = photos @ classes.T
    own = scores[np.arange(len(truth)), truth][:, np.newaxis]
    place = (scores > own).sum(axis=1)
    return {
        "photos": float(len(truth)),
        "top_1": float((place < 1).mean()),
        "top_5": float((place < 5).mean()),
    }


def mean_average_precision(scores: NDArray[np.float32], relevant: NDArray[np.bool_]) -> float:
    """Mean over labels (columns) of the average precision over photos (rows).

    Labels that no photo carries are left out.
    """
    values = []
    for column in np.flatnonzero(relevant.any(axis=0)):
        hits = relevant[np.argsort(-scores[:, column], kind="stable"), column]
        precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
        values.append(precision[hits].mean())
    return float(np.mean(values))


def of_shown(judged: NDArray[np.float32], right: NDArray[np.bool_], wrong_share: float) -> dict[str, float]:
    """What is shown where `wrong_share` of it may be wrong.

    `wrong` is the share of wrong photos among all that are shown, `recall` that
    of the right photos which are. `no_match_though_there` is the share of queries
    that show nothing of those with a right photo, `no_match_as_absent` of those
    without one.

    Args:
        judged: relevance, float32 (photos, queries).
        right: whether a photo is right for a query, bool (photos, queries).
        wrong_share: the share that is promised.
    """
    chosen = np.zeros_like(right)
    for query in range(judged.shape[1]):
        order = np.argsort(-judged[:, query], kind="stable")
        chosen[order[: relevance.shown(judged[order, query], wrong_share)], query] = True
    present: NDArray[np.bool_] = np.any(right, axis=0)
    empty: NDArray[np.bool_] = ~np.any(chosen, axis=0)
    figures = {"queries": float(right.shape[1]), "shown": float(chosen.sum())}
    if chosen.any():
        figures["wrong"] = float((~right)[chosen].mean())
    if present.any():
        figures["recall"] = float(chosen[right].mean())
        figures["no_match_though_there"] = float(empty[present].mean())
    if not present.all():
        figures["no_match_as_absent"] = float(empty[~present].mean())
    return figures


def by_relevance(judged: NDArray[np.float32], right: NDArray[np.bool_]) -> dict[str, dict[str, float]]:
    """Mean relevance and share of right photos in bands of relevance (a reliability diagram in figures).

    `error` is the distance between the two over all pairs of at least the second
    band, each band weighing as its pairs do (expected calibration error, Guo et
    al. 2017); the countless pairs below would only dilute it.
    """
    report: dict[str, dict[str, float]] = {}
    gaps, pairs = 0.0, 0
    for low, high in itertools.pairwise(_BANDS):
        inside = (judged >= low) & ((judged < high) | (high == 1.0))
        count = int(inside.sum())
        if not count:
            continue
        expected, share = float(judged[inside].mean()), float(right[inside].mean())
        report[f"relevance {low:.2f} to {high:.2f}"] = {
            "pairs": float(count),
            "expected": expected,
            "right": share,
        }
        if low > 0.0:
            gaps, pairs = gaps + count * abs(expected - share), pairs + count
    if pairs:
        report["calibration"] = {"pairs": float(pairs), "error": gaps / pairs}
    return report


def of_excluding(
    judged: NDArray[np.float32], wanted: NDArray[np.bool_], unwanted: NDArray[np.bool_]
) -> dict[str, float]:
    """The best photos of a query that excludes something, as many as there are with what it asks for.

    Args:
        judged: relevance, float32 (photos,).
        wanted: whether a photo holds what is asked for, bool (photos,).
        unwanted: whether it holds what is excluded, bool (photos,).

    Returns:
        How many there are, how many of them hold what is excluded, how many are
        right, and how many right ones there are in all.
    """
    best = np.argsort(-judged, kind="stable")[: int(wanted.sum())]
    right = wanted & ~unwanted
    return {
        "best": float(len(best)),
        "leaked": float(unwanted[best].sum()),
        "right": float(right[best].sum()),
        "of": float(right.sum()),
    }


def fitted(
    z: NDArray[np.float64],
    beyond: NDArray[np.float64],
    right: NDArray[np.bool_],
    weights: NDArray[np.float64],
) -> dict[str, float]:
    """The curve of `relevance.Curve` under which `right` is likeliest, by Newton's method.

    Args:
        z: of each pair of a photo and a query, float64 (n,).
        beyond: how far it lies above the knee of its query, float64 (n,).
        right: whether the photo is right for the query, bool (n,).
        weights: how much the pair counts, float64 (n,).
    """
    features = np.column_stack([np.ones_like(z), z, beyond])
    curve = np.zeros(features.shape[1])
    for _ in range(_STEPS):
        share = 1.0 / (1.0 + np.exp(-np.clip(features @ curve, -50.0, 50.0)))
        slope = features.T @ (weights * (right - share)) - _RIDGE * curve
        bend = (features * (weights * share * (1.0 - share))[:, np.newaxis]).T @ features
        curve = curve + np.linalg.solve(bend + _RIDGE * np.eye(len(curve)), slope)
    return {name: float(value) for name, value in zip(("intercept", "slope", "tail"), curve, strict=True)}
