"""Which photos were taken near a place."""

from __future__ import annotations

import math

import numpy as np

from photoclip.catalog.connection import Connection
from photoclip.domain.gazetteer import Place

_EARTH_KM = 6371.0088
"""The mean radius of the Earth (IUGG 1980)."""
_MARGIN = 1e-6
"""Degrees by which the box is wider, so that rounding leaves none out."""
_IN_BOX = """
    SELECT id, latitude, longitude FROM photos WHERE latitude BETWEEN ? AND ?
    AND (longitude BETWEEN ? AND ? OR longitude BETWEEN ? AND ?)
"""


def photos_near(connection: Connection, place: Place) -> list[int]:
    """Photos within the place's radius along the surface of a sphere, by id."""
    rows = list(connection.rows(_IN_BOX, _box(place)))
    if not rows:
        return []
    points = np.radians(np.array([row[1:] for row in rows], np.float64))
    latitude, longitude = math.radians(place.latitude), math.radians(place.longitude)
    # The haversine formula: exact for points that are close together, where the cosine rule is not.
    half = (
        np.sin((points[:, 0] - latitude) / 2) ** 2
        + math.cos(latitude) * np.cos(points[:, 0]) * np.sin((points[:, 1] - longitude) / 2) ** 2
    )
    near = 2 * _EARTH_KM * np.arcsin(np.sqrt(np.minimum(half, 1.0))) <= place.radius_km
    return [row[0] for row, is_near in zip(rows, near, strict=True) if is_near]


def _box(place: Place) -> tuple[float, ...]:
    """South, north, and two ranges from west to east that hold all of the circle.

    The second range is what lies beyond the date line. Around a pole every
    longitude is in the circle.
    """
    angle = place.radius_km / _EARTH_KM
    width = math.degrees(angle) + _MARGIN
    south, north = place.latitude - width, place.latitude + width
    if south <= -90 or north >= 90 or angle >= math.pi / 2:
        return south, north, -180.0, 180.0, -180.0, 180.0
    # Where a circle of this radius is widest (the tangent meridian).
    across = math.degrees(math.asin(min(1.0, math.sin(angle) / math.cos(math.radians(place.latitude)))))
    west, east = place.longitude - across - _MARGIN, place.longitude + across + _MARGIN
    if west < -180:
        return south, north, -180.0, east, west + 360, 180.0
    if east > 180:
        return south, north, west, 180.0, -180.0, east - 360
    return south, north, west, east, west, east
