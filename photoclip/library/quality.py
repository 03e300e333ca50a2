"""Figures of search quality, from ranks and vectors. Nothing here knows where photos come from."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.pipeline import Encoder


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


def by_relevance(
    judged: NDArray[np.float32], right: NDArray[np.bool_], cut: float
) -> dict[str, dict[str, float]]:
    """The share of right photos by relevance, and precision and recall of what is shown.

    Args:
        judged: relevance, float32 (photos, queries).
        right: whether a photo is right for a query, bool (photos, queries).
        cut: relevance from which a photo is shown.
    """
    bands = (0.0, cut, 0.25, 0.5, 0.75, 1.0)
    report: dict[str, dict[str, float]] = {}
    for low, high in itertools.pairwise(bands):
        inside = (judged >= low) & ((judged < high) | (high == 1.0))
        if inside.any():
            share = float(right[inside].mean())
            report[f"relevance {low:.2f} to {high:.2f}"] = {"pairs": float(inside.sum()), "right": share}
    shown = judged >= cut
    report["shown"] = {
        "pairs": float(shown.sum()),
        "precision": float(right[shown].mean()) if shown.any() else 0.0,
        "recall": float(shown[right].mean()),
        "queries_with_a_photo": float(right.any(axis=0).sum()),
        "queries_with_nothing_shown": float((~shown.any(axis=0) & right.any(axis=0)).sum()),
    }
    return report
