"""How much of the true answer an index gives, measured against every vector."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.indexes import Recall, StoredVectors, VectorIndex
from photoclip.index.exact import CHUNK
from photoclip.index.ranking import ready, unit

_NEIGHBOURS = 10
_ABOVE = 500
"""Cut-offs are set so that this many photos lie above them."""
_ROUNDING = 1e-5
"""Two ways of adding up the same products differ by this much at most."""


def measured(
    index: VectorIndex,
    stored: StoredVectors,
    queries: NDArray[np.float32],
    *,
    in_use: bool,
    above: bool = False,
) -> Recall:
    """The recall of searches by float32 (n, dimensions) queries; for all above a cut-off too if `above`."""
    truth = _best_products(stored, queries, _ABOVE if above else _NEIGHBOURS)
    nearest = truth[:, :_NEIGHBOURS]
    found = found_above = 0
    for query, near, beyond in zip(queries, nearest, truth, strict=True):
        if not len(near):
            continue
        # By score, since equal photos stand in for one another.
        _, scores = index.search(query, len(near))
        found += int((scores >= near[-1] - _ROUNDING).sum())
        if above:
            _, scores = index.above(query, float(beyond[-1]) - _ROUNDING)
            found_above += min(len(scores), len(beyond))
    return Recall(
        share=found / nearest.size if nearest.size else 1.0,
        neighbours=_NEIGHBOURS,
        queries=len(queries),
        in_use=in_use,
        share_above=(found_above / truth.size if truth.size else 1.0) if above else None,
    )


def _best_products(stored: StoredVectors, queries: NDArray[np.float32], limit: int) -> NDArray[np.float32]:
    """For each query its `limit` highest products with any vector (or fewer), best first, as float32 (n, m).

    Reads all vectors, a part at a time.
    """
    top = np.empty((len(queries), 0), np.float32)
    after = 0
    while len((rows := stored.after(after, CHUNK)).rows):
        top = np.concatenate([top, ready(queries) @ unit(rows.vectors).T], axis=1)
        if limit < top.shape[1]:
            top = -np.partition(-top, limit - 1, axis=1)[:, :limit]
        after = int(rows.rows[-1])
    descending: NDArray[np.float32] = -np.sort(-top, axis=1)
    return descending
