"""Countries, states and provinces for the gazetteer, with their names and their circles."""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from installers.circles import Cover, Towns, cover, on_sphere
from photoclip.library.place_names import folded

HERE = Path(__file__).resolve().parent
_STATES_KNOWN = 0.3
"""A state is so well known as this share of its inhabitants, so that the country Georgia comes first."""
_LARGE_CITY = 600_000
_LESS_THAN_CITY = 20
"""New York is the city, not the state: also in Chinese, which is no city's usual name."""


@dataclass(slots=True)
class Found:
    """A place as it is found in a source; the first of `names` is shown, `others` give way to those.

    Circles are latitude, longitude and kilometres, the largest first.
    """

    shown: str
    circles: tuple[tuple[float, float, float], ...]
    known: int
    city: bool
    names: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    country: str = ""


class Areas:
    """`towns` are as many as there are; `cities` are those that the gazetteer has."""

    def __init__(
        self, towns: Sequence[dict[str, Any]], countries: dict[str, Any], cities: Sequence[Found]
    ) -> None:
        self._countries = countries
        self._inhabitants = np.array([town["population"] for town in towns])
        weights = np.sqrt(np.maximum(self._inhabitants, 1000) / 1000)
        self._towns = Towns(
            on_sphere(np.array([(town["latitude"], town["longitude"]) for town in towns])), weights
        )
        self._by_country = np.array([town["countrycode"] for town in towns])
        self._by_state = np.array([f"{town['countrycode']}.{town['admin1code']}" for town in towns])
        self._large = {
            (city.country, folded(name)): city.known
            for city in reversed(cities)
            for name in city.names
            if city.known >= _LARGE_CITY
        }

    def found(self) -> Iterator[Found]:
        """All of them, and a line about each on the standard output."""
        more = {code: names.split("|") for code, names in lines("countries.tsv")}
        for code, country in self._countries.items():
            name = clean(country["name"])
            names = [name, *more.get(code, ()), *_names_of_country(code, country["languages"])]
            own = self._by_country == code
            if own.any():
                yield self._area(name, names, own, max(country["population"], 100_000))
        for code, written in lines("states.tsv"):
            names, country_code = written.split("|"), code[:2]
            own = self._by_state == code
            known = int(_STATES_KNOWN * self._inhabitants[own].sum())
            for name in names:
                city = self._large.get((country_code, folded(name)), known * _LESS_THAN_CITY)
                known = min(known, city // _LESS_THAN_CITY)
            shown = f"{names[0]}, {self._countries[country_code]['name']}"
            yield self._area(shown, names, own, known)

    def _area(self, shown: str, names: list[str], own: np.ndarray, known: int) -> Found:
        found = cover(self._towns, own)
        print(_told(shown, found, int(own.sum())), flush=True)
        return Found(shown, found.circles, known, False, names)


def _told(shown: str, found: Cover, towns: int) -> str:
    shares = f"{found.covered:.1%} covered\t{found.pure:.1%} its own"
    return f"{shown}\t{towns} towns\t{len(found.circles)} circles\t{shares}"


def _names_of_country(code: str, languages: str) -> Iterator[str]:
    babel = importlib.import_module("babel")
    for language in ["en", "zh", "zh_Hant", *(own.split("-")[0] for own in languages.split(","))]:
        try:
            name = babel.Locale.parse(language).territories.get(code)
        except (ValueError, babel.UnknownLocaleError):
            continue
        if name and name != code:
            yield name


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def lines(file: str) -> list[list[str]]:
    """The fields of a table of this folder."""
    rows = (HERE / file).read_text(encoding="utf-8").splitlines()
    return [row.split("\t") for row in rows if not row.startswith("#")]


def clean(name: str) -> str:
    return " ".join(name.replace("\t", " ").split())
