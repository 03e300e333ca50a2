"""What a search returns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """One photo of an answer.

    `score` is the cosine between query and photo, in [-1, 1]; `relevance` is
    the calibrated share, in [0, 1], described in `library.relevance`.
    """

    photo_id: int
    score: float
    relevance: float
