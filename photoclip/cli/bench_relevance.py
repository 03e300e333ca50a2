"""The part of `photoclip bench quality` about what is shown: the cut-off, exclusions, two things at once."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from photoclip.cli.absent_things import ABSENT
from photoclip.cli.labelled import Photos
from photoclip.cli.progress import Progress
from photoclip.domain.pipeline import Encoder
from photoclip.domain.query import USUAL_WRONG_SHARE
from photoclip.library import quality as figures
from photoclip.library import relevance
from photoclip.library.relevance import Calibration, Scale

Report = dict[str, dict[str, float]]
Matrix = NDArray[np.float32]
_PROMISED = (0.05, 0.1, 0.3, 0.5, 0.7)
_WEIGHT_OF_OTHERS = 0.2
"""In the fit, of a pair that is no category: class names have so many more that both kinds weigh alike."""
_TOGETHER = 3
"""Photos that have to hold both of two things, so that a query for both is asked."""


class RelevanceBench:
    """Asks for things by name, and holds what would be shown against what is in the photos."""

    def __init__(self, encoder: Encoder, bank: Matrix, photos: Photos, progress: Progress) -> None:
        self._encoder = encoder
        self._photos = photos
        self._progress = progress
        self._everything = np.stack(list(photos.vectors.values()))
        self._calibration = Calibration(self._everything, bank)
        self._pairs: list[tuple[Matrix, Matrix, NDArray[np.bool_], float]] = []

    def report(self, categories: Sequence[str]) -> Report:
        report = self._absent()
        tagged = [row for row in self._photos.rows if row.get("tags") and row["file"] in self._photos.vectors]
        if tagged and categories:
            carried = [set(row["tags"].split("|")) for row in tagged]
            right = np.array([[name in own for name in categories] for own in carried])
            scales = self._scales("Object categories", categories)
            judged = _judged(scales, matrix := self._photos.matrix(tagged))
            self._keep(scales, matrix, right, 1.0)
            report |= _shown("categories", judged, right)
            report |= self._silent("categories", scales, right)
            report |= self._excluding(scales, matrix, judged, right)
            report |= self._together(categories, matrix, judged, right)
        if labelled := self._photos.of_kind("label"):
            names = sorted({row["label"] for row in labelled})
            right = np.array([[row["label"] == name for name in names] for row in labelled])
            matrix = self._photos.matrix(labelled)
            scales = self._scales("Class names", names)
            report |= _shown("classes", _judged(scales, matrix), right)
            self._keep(scales, matrix, right, _WEIGHT_OF_OTHERS)
            report |= self._silent("classes", scales, right)
            report |= self._similar(matrix, right)
        return report | self._fit()

    def _scales(self, title: str, names: Sequence[str]) -> list[Scale]:
        self._progress.show(f"Relevance, {title}", 0, len(names), unit="queries")
        return [self._calibration.of_words(vector) for vector in self._encoder.encode_texts(list(names))]

    def _keep(self, scales: Sequence[Scale], matrix: Matrix, right: NDArray[np.bool_], weight: float) -> None:
        """Keep every second query, those that are not held out, for the fit."""
        for scale, own in zip(scales[::2], right.T[::2], strict=True):
            z = (matrix @ scale.direction - scale.middle) / scale.spread
            self._pairs.append((z, np.maximum(z - scale.knee, 0.0), own, weight))

    def _fit(self) -> Report:
        """The curve that these photos would give: that of `relevance.WORDS` comes from this line."""
        z, beyond, right = (np.concatenate([pair[part] for pair in self._pairs]) for part in range(3))
        weights = np.concatenate([np.full(len(own), weight) for *_, own, weight in self._pairs])
        return {"fitted to the queries not held out": figures.fitted(z, beyond, right, weights)}

    def _absent(self) -> Report:
        scales = self._scales("absent things", ABSENT)
        judged = _judged(scales, self._everything)
        self._keep(scales, self._everything, np.zeros(judged.shape, np.bool_), _WEIGHT_OF_OTHERS)
        return _shown("absent things", judged, np.zeros(judged.shape, np.bool_), bands=False)

    def _silent(self, kind: str, scales: Sequence[Scale], right: NDArray[np.bool_]) -> Report:
        """How often no photo at all is shown, labelled in this way or not, for a thing that is there."""
        there = [scale for scale, own in zip(scales, right.T, strict=True) if own.any()]
        judged = -np.sort(-_judged(there, self._everything), axis=0)
        report: Report = {}
        for promised in _PROMISED:
            silent = [relevance.shown(column, promised) == 0 for column in judged.T]
            report[f"{kind}, among all photos, promised {promised:.2f}"] = {
                "queries": float(len(silent)),
                "no_match_though_there": float(np.mean(silent)),
            }
        return report

    def _similar(self, matrix: Matrix, right: NDArray[np.bool_]) -> Report:
        """Photos as queries; those of the same class are right, and the photo itself is no answer."""
        same = (right.astype(np.float32) @ right.T.astype(np.float32)) > 0
        judged = _judged([self._calibration.of_photo(vector) for vector in matrix], matrix)
        np.fill_diagonal(same, False)
        np.fill_diagonal(judged, 0.0)
        asked = same.any(axis=0)
        return _shown("similar, same class", judged[:, asked], same[:, asked], halves=False)

    def _excluding(
        self, scales: Sequence[Scale], matrix: Matrix, judged: Matrix, right: NDArray[np.bool_]
    ) -> Report:
        """Each category without each other one that is in some of its photos, in three ways."""
        ways: dict[str, list[dict[str, float]]] = {}
        for one, other in itertools.permutations(range(len(scales)), 2):
            if right[:, other].sum() < _TOGETHER or not (right[:, one] & right[:, other]).any():
                continue
            apart = scales[one].direction - scales[other].direction
            for way, answer in (
                ("not excluded", judged[:, one]),
                ("vectors subtracted", matrix @ apart),
                ("excluded", relevance.minus(judged[:, one], judged[:, other])),
            ):
                counts = figures.of_excluding(answer, right[:, one], right[:, other])
                ways.setdefault(way, []).append(counts)
        return {f"exclusion, {way}": _shares(found) for way, found in ways.items()}

    def _together(
        self, names: Sequence[str], matrix: Matrix, judged: Matrix, right: NDArray[np.bool_]
    ) -> Report:
        """Two categories at once, each by itself and as one text."""
        pairs = [
            (one, other)
            for one, other in itertools.combinations(range(len(names)), 2)
            if (right[:, one] & right[:, other]).sum() >= _TOGETHER
        ]
        if not pairs:
            return {}
        held = np.stack([right[:, one] & right[:, other] for one, other in pairs], axis=1)
        joined = self._scales("two at once", [f"{names[one]} and {names[other]}" for one, other in pairs])
        apart = np.stack([relevance.both([judged[:, i], judged[:, j]]) for i, j in pairs], axis=1)
        report: Report = {}
        for way, answer in (("each by itself", apart), ("as one text", _judged(joined, matrix))):
            report[f"two at once, {way}"] = {
                "map": figures.mean_average_precision(answer, held),
                **figures.of_shown(answer, held, USUAL_WRONG_SHARE),
            }
        return report


def _judged(scales: Sequence[Scale], matrix: Matrix) -> Matrix:
    return np.stack([scale.relevance(matrix @ scale.direction) for scale in scales], axis=1)


def _shown(
    kind: str, judged: Matrix, right: NDArray[np.bool_], *, bands: bool = True, halves: bool = True
) -> Report:
    """Figures for each promise; every second query had no part in choosing the constants."""
    parts = {"all": slice(None), "held out": slice(1, None, 2)} if halves else {"all": slice(None)}
    report: Report = {}
    for part, chosen in parts.items():
        for promised in _PROMISED:
            found = figures.of_shown(judged[:, chosen], right[:, chosen], promised)
            report[f"{kind}, {part}, promised {promised:.2f}"] = found
        if bands:
            for band, found in figures.by_relevance(judged[:, chosen], right[:, chosen]).items():
                report[f"{kind}, {part}, {band}"] = found
    return report


def _shares(found: Sequence[dict[str, float]]) -> dict[str, float]:
    total = {key: sum(counts[key] for counts in found) for key in found[0]}
    return {
        "queries": float(len(found)),
        "leak": total["leaked"] / max(total["best"], 1.0),
        "right_kept": total["right"] / max(total["of"], 1.0),
    }
