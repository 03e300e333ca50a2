"""Which photos were taken near a place."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import astuple

import numpy as np
from numpy.typing import NDArray

from photoclip.catalog.connection import Connection
from photoclip.domain.gazetteer import Circle, Place

_EARTH_KM = 6371.0088
"""The mean radius of the Earth (IUGG 1980)."""
_MARGIN = 1e-6
"""Degrees by which the box is wider, so that rounding leaves none out."""
_ROUNDING = 1e-15
"""How much a cosine is wrong at most: a millimetre at a radius of 50 m, 30 cm at none."""
_IN_BOX = """
    SELECT id, latitude, longitude FROM photos WHERE latitude BETWEEN ? AND ?
    AND (longitude BETWEEN ? AND ? OR longitude BETWEEN ? AND ?)
"""


def photos_near(connection: Connection, place: Place) -> list[int]:
    """Photos within any of the place's circles along the surface of a sphere, by id."""
    rows = list(connection.rows(_IN_BOX, _box_around(place.circles)))
    if not rows:
        return []
    _, latitudes, longitudes = np.array(rows, np.float64).T
    near = _is_within(_on_sphere(latitudes, longitudes), place.circles)
    return [row[0] for row, is_near in zip(rows, near.tolist(), strict=True) if is_near]


def _is_within(points: NDArray[np.float64], circles: Sequence[Circle]) -> NDArray[np.bool_]:
    """Which points are in any of the circles, by the cosines of the angles between them."""
    latitudes, longitudes, radii = np.array([astuple(circle) for circle in circles], np.float64).T
    least = 1 - 2 * np.sin(np.minimum(radii / _EARTH_KM, math.pi) / 2) ** 2 - _ROUNDING
    within: NDArray[np.bool_] = (_on_sphere(latitudes, longitudes) @ points.T >= least[:, None]).any(axis=0)
    return within


def _on_sphere(latitudes: NDArray[np.float64], longitudes: NDArray[np.float64]) -> NDArray[np.float64]:
    north, east = np.radians(latitudes), np.radians(longitudes)
    return np.stack([np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)], axis=1)


def _box_around(circles: Sequence[Circle]) -> tuple[float, ...]:
    """The box of one circle; of several, from the southernmost to the northernmost."""
    boxes = [_box(circle) for circle in circles]
    if len(boxes) == 1:
        return boxes[0]
    south, north = min(box[0] for box in boxes), max(box[1] for box in boxes)
    return south, north, -180.0, 180.0, -180.0, 180.0


def _box(circle: Circle) -> tuple[float, ...]:
    """South, north, and two ranges from west to east that hold all of the circle.

    The second range is what lies beyond the date line. Around a pole every
    longitude is in the circle.
    """
    angle = circle.radius_km / _EARTH_KM
    width = math.degrees(angle) + _MARGIN
    south, north = circle.latitude - width, circle.latitude + width
    if south <= -90 or north >= 90 or angle >= math.pi / 2:
        return south, north, -180.0, 180.0, -180.0, 180.0
    # Where a circle of this radius is widest (the tangent meridian).
    across = math.degrees(math.asin(min(1.0, math.sin(angle) / math.cos(math.radians(circle.latitude)))))
    west, east = circle.longitude - across - _MARGIN, circle.longitude + across + _MARGIN
    if west < -180:
        return south, north, -180.0, east, west + 360, 180.0
    if east > 180:
        return south, north, west, 180.0, -180.0, east - 360
    return south, north, west, east, west, east
