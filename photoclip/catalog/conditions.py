"""What words ask of photos, as statements that select the photos of which it holds."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

from photoclip.catalog import folder_names, nearness
from photoclip.catalog.connection import Connection
from photoclip.domain.asked import Condition, Dates, Key, Shape, Stars, Trait
from photoclip.domain.folding import folded
from photoclip.domain.gazetteer import Place

FILE_DATE = "strftime('%Y-%m-%dT%H:%M:%S', min(mtime_ns) / 1000000000, 'unixepoch')"
"""The date of a photo that no camera dated."""
_AFTER_ALL = "~"
"""After every digit and letter of a date, so that a day's own hours come before day + this."""
_AT_ONCE = 50
"""Statements in one; SQLite refuses expressions that are more than 1,000 deep."""
_MONTHS = tuple(range(1, 13))
_FORMATS = {
    # A JPEG with a second picture in it, as phones write them for depth, is one to people.
    "jpeg": ("JPEG", "MPO"),
    "jpg": ("JPEG", "MPO"),
    "heic": ("HEIF",),
    "tif": ("TIFF",),
    "jp2": ("JPEG2000",),
}


class Which(StrEnum):
    """Ids of photos. A type of its own, so that no other text can become part of a statement."""

    IN_ALBUM = "SELECT photo_id FROM album_photos WHERE album_id = ?"
    LABELLED = "SELECT photo_id FROM tags WHERE label = ?"
    ADDED_SINCE = "SELECT id FROM photos WHERE added_at >= ?"
    FAVOURITE = "SELECT photo_id FROM marks WHERE favourite"
    RATED = "SELECT photo_id FROM marks WHERE rating BETWEEN ? AND ?"
    RATED_OTHERWISE = "SELECT photo_id FROM marks WHERE rating NOT BETWEEN ? AND ?"
    TAGGED = "SELECT photo_id FROM tags"
    LOCATED = "SELECT id FROM photos WHERE latitude IS NOT NULL AND longitude IS NOT NULL"
    DATED = f"""
        SELECT id FROM photos WHERE taken_at >= ? AND taken_at < ? AND instr(?, substr(taken_at, 6, 2))
        UNION ALL
        SELECT photo_id FROM (
            SELECT photo_id, {FILE_DATE} AS date FROM photos CROSS JOIN files ON files.photo_id = photos.id
            WHERE taken_at IS NULL AND missing_since IS NULL GROUP BY photo_id)
        WHERE date >= ? AND date < ? AND instr(?, substr(date, 6, 2))
    """
    SQUARE = "SELECT id FROM photos WHERE 100 * abs(width - height) <= 3 * max(width, height)"
    """Within what a camera's square format may be off, and a crop by hand."""
    UPRIGHT = """
        SELECT id FROM photos WHERE height > width AND 100 * abs(width - height) > 3 * max(width, height)
    """
    LYING = """
        SELECT id FROM photos WHERE width > height AND 100 * abs(width - height) > 3 * max(width, height)
    """
    OF_CAMERAS = "SELECT id FROM photos WHERE camera IN (SELECT value FROM json_each(?))"
    OF_LENSES = "SELECT id FROM photos WHERE lens IN (SELECT value FROM json_each(?))"
    OF_FORMATS = "SELECT id FROM photos WHERE format IN (SELECT value FROM json_each(?))"
    OF_LABELS = "SELECT photo_id FROM tags WHERE label IN (SELECT value FROM json_each(?))"
    OF_ALBUMS = "SELECT photo_id FROM album_photos WHERE album_id IN (SELECT value FROM json_each(?))"
    LISTED = "SELECT value FROM json_each(?)"


@dataclass(frozen=True, slots=True)
class Clause:
    """Photos among those of a statement, or not among them where it is `inverse`."""

    which: Which
    values: tuple[object, ...] = ()
    inverse: bool = False


_SHAPES = {Shape.PORTRAIT: Which.UPRIGHT, Shape.LANDSCAPE: Which.LYING, Shape.SQUARE: Which.SQUARE}
_TRAITS = {
    Trait.FAVOURITE: Clause(Which.FAVOURITE),
    Trait.UNTAGGED: Clause(Which.TAGGED, inverse=True),
    Trait.GPS: Clause(Which.LOCATED),
}


def clauses(connection: Connection, conditions: Iterable[Condition]) -> list[Clause]:
    """Conditions one by one; all of them have to hold.

    Names of smart albums are no albums here, and nothing is in them.
    """
    found = []
    for condition in dict.fromkeys(conditions):
        clause = _clause(connection, condition)
        found.append(replace(clause, inverse=clause.inverse != condition.excluded))
        if len(found) == _AT_ONCE:
            found = [_together(connection, found)]
    return found


def _together(connection: Connection, clauses: Sequence[Clause]) -> Clause:
    values = [value for clause in clauses for value in clause.values]
    matching = all_of(clauses, "id")
    rows = connection.rows(f"SELECT id FROM photos WHERE {matching}", values)
    return _among(Which.LISTED, [photo_id for (photo_id,) in rows])


def all_of(clauses: Iterable[Clause], column: Literal["id", "photo_id"]) -> str:
    """An expression that holds for the photos in a column of which all clauses hold."""
    terms = [f"{column} {'NOT IN' if clause.inverse else 'IN'} ({clause.which})" for clause in clauses]
    return " AND ".join(["TRUE", *terms])


def _clause(connection: Connection, condition: Condition) -> Clause:
    match condition.key, condition.value:
        case _, Dates() as dates:
            return dated(dates)
        case _, Stars() as stars:
            return _rated(stars)
        case _, Place() as place:
            return Clause(Which.LISTED, (json.dumps(nearness.photos_near(connection, place)),))
        case _, Trait() as trait:
            return _TRAITS[trait]
        case _, Shape() as shape:
            return Clause(_SHAPES[shape])
        case key, str() as text:
            return _named(connection, key, text)
    raise TypeError(f"{condition.value!r} is nothing that photos can be asked for")


def dated(dates: Dates) -> Clause:
    """Photos of these days: as their cameras say, else by the earliest of their files in sight."""
    months = " ".join(f"{month:02d}" for month in dates.months or _MONTHS)
    values = (dates.since, dates.until + _AFTER_ALL, months)
    return Clause(Which.DATED, values * 2)


def _rated(stars: Stars) -> Clause:
    if stars.least <= 0:
        return Clause(Which.RATED_OTHERWISE, (stars.least, stars.most), inverse=True)
    return Clause(Which.RATED, (stars.least, stars.most))


def _named(connection: Connection, key: Key, text: str) -> Clause:
    match key:
        case Key.CAMERA:
            return _among(
                Which.OF_CAMERAS,
                _chosen(connection.rows("SELECT DISTINCT camera FROM photos"), _containing(text)),
            )
        case Key.LENS:
            return _among(
                Which.OF_LENSES,
                _chosen(connection.rows("SELECT DISTINCT lens FROM photos"), _containing(text)),
            )
        case Key.TYPE:
            return _among(Which.OF_FORMATS, _FORMATS.get(text.casefold(), (text.upper(),)))
        case Key.TAG:
            return _among(
                Which.OF_LABELS, _chosen(connection.rows("SELECT DISTINCT label FROM tags"), _called(text))
            )
        case Key.ALBUM:
            albums = connection.rows("SELECT id, name FROM albums WHERE kind = 'hand'")
            same = _called(text)
            return _among(Which.OF_ALBUMS, [album_id for album_id, name in albums if same(name)])
        case Key.FOLDER:
            return _among(Which.LISTED, folder_names.photos_in(connection, text))
    raise TypeError(f"{key} is nothing that has a name")


def _among(which: Which, values: Iterable[object]) -> Clause:
    return Clause(which, (json.dumps(list(values)),))


def _chosen(rows: Iterable[tuple[str]], fits: Callable[[str], bool]) -> list[str]:
    return [name for (name,) in rows if fits(name)]


def _called(text: str) -> Callable[[str], bool]:
    wanted = folded(text)
    return lambda name: folded(name) == wanted


def _containing(text: str) -> Callable[[str], bool]:
    """Whether a name contains a text, wherever either has spaces; no name contains nothing."""
    wanted = folded(text).replace(" ", "")
    return lambda name: bool(wanted) and wanted in folded(name).replace(" ", "")
