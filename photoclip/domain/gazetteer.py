"""Places of the world by name, without the network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Place:
    """A place as wide as its name: photos within `radius_km` of the point (degrees, WGS 84) are there."""

    name: str
    latitude: float
    longitude: float
    radius_km: float


class Gazetteer(Protocol):
    """Names in English, Chinese and the place's own language; case and accents do not matter."""

    def find(self, name: str) -> Place | None:
        """The best known place of this very name."""
        ...

    def beginning(self, text: str) -> tuple[Place, int] | None:
        """The longest name with which a text begins, and how many of its characters that is.

        A name in letters that are written with spaces ends at a word's end.
        """
        ...

    def nearest(self, latitude: float, longitude: float) -> Place | None:
        """The place that a point is in or close to; None far from all of them."""
        ...
