"""Places of the world by name, without the network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Circle:
    """Everything within `radius_km` of a point (degrees, WGS 84)."""

    latitude: float
    longitude: float
    radius_km: float


@dataclass(frozen=True, slots=True)
class Place:
    """A place as wide as its name: photos within any of its circles are there.

    A city has one, a country its largest one and `more`.
    """

    name: str
    latitude: float
    longitude: float
    radius_km: float
    more: tuple[Circle, ...] = ()

    @property
    def circles(self) -> tuple[Circle, ...]:
        return Circle(self.latitude, self.longitude, self.radius_km), *self.more


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
