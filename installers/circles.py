"""An area as a union of circles that hold its towns and few of its neighbours'."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

EARTH_KM = 6371.0
MOST = 40
_COVERED, _PURE, _ENOUGH = 0.975, 0.90, 0.995
_PRICE = _PURE / (1 - _PURE)
"""What a neighbour's town costs: at 90 % of its own towns a circle is worth nothing."""
_LESS = 3.0
"""The price where the towns that are left lie among the neighbours'."""
_LEAST_GAIN = 0.0004
_FINEST = 1 / 60
"""The smallest circle of a small area, as a share of how far the area reaches."""
_AROUND_KM = 25.0
_CENTRES = 260
_RADII = np.array([0.5, 1, 2, 3, 4, 6, *(8 * 1.22**step for step in range(26))])


@dataclass(frozen=True, slots=True)
class Towns:
    """`points` on the unit sphere, one row per town; weights are about how many photos are taken there."""

    points: np.ndarray
    weights: np.ndarray


@dataclass(frozen=True, slots=True)
class Cover:
    """Circles as latitude, longitude and kilometres, the largest first; how much of the towns they hold."""

    circles: tuple[tuple[float, float, float], ...]
    covered: float
    pure: float


def cover(towns: Towns, own: np.ndarray) -> Cover:
    """Circles for the towns that are `own`, chosen greedily by what each adds."""
    mine = towns.points[own]
    centre = mine.mean(axis=0)
    extent = float(_chords(mine, centre).max())
    others = ~own & (_chords(towns.points, centre) <= 1.6 * extent + 120 / EARTH_KM)
    centres = _spread(mine, towns.weights[own])
    choice = _Choice(
        _steps(centres, mine),
        _steps(centres, towns.points[others]),
        (towns.weights[own], towns.weights[others]),
        extent * EARTH_KM,
    )
    chosen = [(centres[row], float(_RADII[step])) for row, step in choice.greedy()]
    chosen.sort(key=lambda circle: -circle[1])
    inside = np.zeros(len(own), bool)
    for point, radius in chosen:
        inside |= _chords(towns.points, point) <= _chord(radius)
    circles = tuple((*_degrees(point), radius) for point, radius in chosen)
    return Cover(circles, (inside & own).sum() / own.sum(), (inside & own).sum() / inside.sum())


class _Choice:
    """Which town is within which step of the radii around which centre, and what is held already."""

    def __init__(
        self,
        mine: np.ndarray,
        others: np.ndarray,
        weights: tuple[np.ndarray, np.ndarray],
        extent_km: float,
    ) -> None:
        self._mine, self._others = mine, others
        self._left, self._others_left = weights
        self._all, self._others_all = self._left.sum(), self._others_left.sum()
        self._held = self._strange = 0.0
        self._least = int(np.searchsorted(_RADII, min(extent_km * _FINEST, 8)))

    def greedy(self) -> list[tuple[int, int]]:
        """Pairs of a centre's row and a step; one there is in any case."""
        everything = float(self._left.sum())
        chosen: list[tuple[int, int]] = []
        price = _PRICE
        while len(chosen) < MOST and self._held < _ENOUGH * everything:
            row, step, worth = self._best(price)
            if chosen and worth <= _LEAST_GAIN * everything:
                if price < _PRICE or self._held >= _COVERED * everything:
                    break
                price = _LESS
                continue
            chosen.append((row, self._take(row, step)))
        return chosen

    def _best(self, price: float) -> tuple[int, int, float]:
        """The row and the step of the circle that is worth most, and how much that is."""
        gain, cost = _within(self._mine, self._left), _within(self._others, self._others_left)
        held = self._held + gain
        is_pure = held >= _PURE * (held + self._strange + cost)
        is_coarse = np.arange(len(_RADII)) >= self._least
        worth = np.where(is_pure & is_coarse, gain - price * cost, -math.inf)
        if not np.isfinite(worth).any():
            worth = (gain - cost)[:, :3]  # of an area within another one, whatever is smallest
        row, step = np.unravel_index(int(worth.argmax()), worth.shape)
        return int(row), int(step), float(worth[row, step])

    def _take(self, row: int, step: int) -> int:
        """The step that is taken: a little wider where it costs nothing, for photos around the last town."""
        strange = np.bincount(self._others[row], self._others_left, len(_RADII) + 1).cumsum()
        most = max(_AROUND_KM, 1.25 * _RADII[step])
        while step + 1 < len(_RADII) and _RADII[step + 1] <= most and strange[step + 1] == strange[step]:
            step += 1
        for steps, left in ((self._mine[row], self._left), (self._others[row], self._others_left)):
            left[steps <= step] = 0
        self._held, self._strange = self._all - self._left.sum(), self._others_all - self._others_left.sum()
        return step


def _within(steps: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """The weight within each step around each centre."""
    left = np.flatnonzero(weights)
    steps, weights = steps[:, left], weights[left]
    counts = [np.bincount(row, weights, minlength=len(_RADII) + 1)[: len(_RADII)] for row in steps]
    within: np.ndarray = np.cumsum(counts, axis=1)
    return within


def _steps(centres: np.ndarray, points: np.ndarray) -> np.ndarray:
    """The first step of the radii in which each point is, one row per centre."""
    limits = np.array([_chord(radius) for radius in _RADII])
    return np.array([np.searchsorted(limits, _chords(points, centre)) for centre in centres], np.uint8)


def _spread(points: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Points that lie far from each other, one after the other, and others by chance."""
    if len(points) <= _CENTRES:
        return points
    chosen = [int(weights.argmax())]
    far = _chords(points, points[chosen[0]])
    for _ in range(_CENTRES * 2 // 3):
        chosen.append(int(far.argmax()))
        far = np.minimum(far, _chords(points, points[chosen[-1]]))
    chance = np.random.default_rng(1).choice(len(points), _CENTRES - len(chosen), replace=False)
    return points[np.unique([*chosen, *chance])]


def on_sphere(degrees: np.ndarray) -> np.ndarray:
    north, east = np.radians(degrees).T
    return np.stack([np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)], axis=1)


def _degrees(point: np.ndarray) -> tuple[float, float]:
    return math.degrees(math.asin(point[2])), math.degrees(math.atan2(point[1], point[0]))


def _chords(points: np.ndarray, centre: np.ndarray) -> np.ndarray:
    return np.linalg.norm(points - centre, axis=1)


def _chord(kilometres: float) -> float:
    return 2 * math.sin(min(kilometres / EARTH_KM / 2, math.pi / 2))
