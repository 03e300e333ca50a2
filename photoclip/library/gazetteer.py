"""The gazetteer: places of the world by name and by coordinates, read from two files that are shipped."""

from __future__ import annotations

import bisect
import gzip
import logging
import math
import re
import threading
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from photoclip.domain.gazetteer import Circle, Place
from photoclip.library.place_names import Folded, fold, folded, is_apart

PLACES, NAMES = "places.tsv.gz", "names.tsv.gz"
REACH_KM = 30.0
"""How far from a place that does not cover it a point still bears its name."""
_LONGEST = 60
_EARTH_KM = 6371.0
_COMMA = re.compile("[,，、]")
_log = logging.getLogger(__name__)


class Gazetteer:
    """Reads its files at the first question; safe from any thread.

    A name that several places bear is the most populous one's ("Paris" is in
    France) until their country follows ("Paris, Texas"); a place's usual name
    goes before the other names of larger ones. Cities have a radius by their
    inhabitants, countries and states as many circles as hold their towns
    (installers/circles.py tells how those are chosen).
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._tables: _Tables | None = None

    def find(self, name: str) -> Place | None:
        """The most populous place of this very name, which may say the country after a comma."""
        tables = self._read()
        wanted = fold(name[: 2 * _LONGEST]).text
        found = tables.bearers(wanted)[0]
        if found:
            return tables.place(found[0])
        head, *more = _COMMA.split(name[: 2 * _LONGEST], maxsplit=1)
        return tables.in_country(folded(head), folded(more[0])) if more else None

    def beginning(self, text: str) -> tuple[Place, int] | None:
        """The longest name with which a text begins, and how many of its characters that is.

        A name that is an ordinary word as well (Nice, Reading, Mobile) counts
        only where it is written with a capital.
        """
        start = len(text) - len(text.lstrip())
        tables, head = self._read(), fold(text[: start + 2 * _LONGEST])
        capital = text[start : start + 1].isupper()
        for size in range(min(len(head.text), _LONGEST), 0, -1):
            if not _ends_at(head, size):
                continue
            found, ordinary = tables.bearers(head.text[:size])
            if found and (capital or not ordinary):
                return self._with_country(tables, text, head, size) or (
                    tables.place(found[0]),
                    head.ends[size - 1],
                )
        return None

    def nearest(self, latitude: float, longitude: float) -> Place | None:
        """The city that a point is in, else the one it is close to, else the smallest region around it.

        Of several cities that cover a point it is the one whose circle it is
        deepest in, so that a suburb does not take photos from the city that it
        is part of, nor a large city those of a large one beside it.
        """
        if not (abs(latitude) <= 90 and abs(longitude) <= 180):
            return None
        tables = self._read()
        index = tables.nearest(latitude, longitude)
        return None if index is None else tables.place(index)

    @staticmethod
    def _with_country(tables: _Tables, text: str, head: Folded, size: int) -> tuple[Place, int] | None:
        """A city with its country, as "Paris, Texas": the comma tells that they belong together."""
        end = head.ends[size - 1]
        if not (comma := _COMMA.match(text, end)):
            return None
        country = fold(text[comma.end() : comma.end() + _LONGEST])
        for length in range(len(country.text), 0, -1):
            if _ends_at(country, length):
                place = tables.in_country(head.text[:size], country.text[:length])
                if place is not None:
                    return place, comma.end() + country.ends[length - 1]
        return None

    def _read(self) -> _Tables:
        with self._lock:
            if self._tables is None:
                try:
                    self._tables = _Tables.read(self._folder)
                except (OSError, EOFError, zlib.error, ValueError, IndexError) as error:
                    _log.warning("The list of places cannot be read (%s); install photoclip again.", error)
                    self._tables = _Tables.of(b"", b"")
            return self._tables


def _ends_at(head: Folded, size: int) -> bool:
    """Whether the first `size` folded letters are whole letters, and whole words, of the text."""
    if size == len(head.text):
        return head.text[size - 1] != " "
    return head.ends[size - 1] != head.ends[size] and is_apart(head.text[size - 1], head.text[size])


@dataclass(frozen=True, slots=True)
class _Tables:
    """Lines as they are in the files, and where each begins: a tenth of the memory that dictionaries take."""

    lines: list[bytes]
    """Name, latitude, longitude, radius, "c" for a city or "r" for a region, and more circles of a region
    with a semicolon between them; the most populous place first."""
    points: npt.NDArray[np.float64]
    """On the unit sphere, one row per circle: the first of each place, then all others."""
    radii: npt.NDArray[np.float64]
    owners: npt.NDArray[np.int64]
    """The place that each circle belongs to."""
    cities: npt.NDArray[np.bool_]
    """Whether each circle is a city's."""
    names: bytes
    """Sorted lines: a folded name, the numbers of its places, and "*" where it is an ordinary word."""
    starts: npt.NDArray[np.int64]

    @classmethod
    def read(cls, folder: Path) -> _Tables:
        places, names = (gzip.decompress((folder / file).read_bytes()) for file in (PLACES, NAMES))
        if not places or not names:
            raise ValueError("nothing is in it")
        return cls.of(places, names)

    @classmethod
    def of(cls, places: bytes, names: bytes) -> _Tables:
        """The tables out of both files, unpacked."""
        lines = places.splitlines()
        fields = [line.split(b"\t") for line in lines]
        more = [(place, one.split(b",")) for place, row in enumerate(fields) for one in _others(row)]
        circles = [row[1:4] for row in fields] + [circle for _, circle in more]
        numbers = np.array(circles, np.bytes_).astype(np.float64).reshape(-1, 3)
        owners = np.array([*range(len(fields)), *(place for place, _ in more)], np.int64)
        cities = np.array([row[4] == b"c" for row in fields], np.bool_)
        starts = np.flatnonzero(np.frombuffer(b"\n" + names, np.uint8) == ord("\n"))[:-1]
        points = _on_sphere(numbers[:, 0], numbers[:, 1])
        return cls(lines, points, numbers[:, 2].copy(), owners, cities[owners], names, starts)

    def place(self, index: int) -> Place:
        row = self.lines[index].split(b"\t")
        latitude, longitude, radius = map(float, row[1:4])
        more = tuple(Circle(*map(float, circle.split(b","))) for circle in _others(row))
        return Place(row[0].decode(), latitude, longitude, radius, more)

    def bearers(self, name: str) -> tuple[list[int], bool]:
        """The places of a folded name, the best known first, and whether it is an ordinary word."""
        wanted = name.encode("utf-8", "surrogatepass")
        at = bisect.bisect_left(range(len(self.starts)), wanted, key=self._name_at)
        if not wanted or at == len(self.starts) or self._name_at(at) != wanted:
            return [], False
        start = int(self.starts[at])
        numbers, ordinary = self.names[start : self.names.index(b"\n", start)].split(b"\t")[1:]
        return [int(number) for number in numbers.split()], ordinary == b"*"

    def in_country(self, name: str, country: str) -> Place | None:
        """The best known place of a folded name in the country, or the state of one, of a folded name."""
        for index in self.bearers(name)[0]:
            place = self.place(index)
            if country in [folded(part) for part in place.name.split(", ")[1:]]:
                return place
        return None

    def nearest(self, latitude: float, longitude: float) -> int | None:
        here = _on_sphere(np.array([latitude]), np.array([longitude]))
        chords = np.sqrt(((self.points - here) ** 2).sum(axis=1))
        distances = 2 * _EARTH_KM * np.arcsin(np.minimum(chords / 2, 1))
        depths = distances**2 - self.radii**2  # the power of the point with regard to each circle
        for powers, most in ((depths, 0.0), (distances, REACH_KM)):
            among = np.where(self.cities, powers, math.inf)
            if len(among) and among[best := int(among.argmin())] <= most:
                return best
        around = {int(self.owners[circle]) for circle in np.flatnonzero(~self.cities & (depths <= 0))}
        return min(around, key=self._area, default=None)

    def _area(self, place: int) -> float:
        """Of all circles, without what they share."""
        return float((self.radii[self.owners == place] ** 2).sum())

    def _name_at(self, row: int) -> bytes:
        start = int(self.starts[row])
        return self.names[start : self.names.index(b"\t", start)]


def _others(row: list[bytes]) -> list[bytes]:
    return row[5].split(b";") if len(row) > 5 else []


def _on_sphere(
    latitudes: npt.NDArray[np.float64], longitudes: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    north, east = np.radians(latitudes), np.radians(longitudes)
    return np.stack([np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)], axis=1)
