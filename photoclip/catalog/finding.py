"""Which photos filters let through, in which order and groups."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

import numpy as np

from photoclip import paths
from photoclip.catalog.connection import Connection
from photoclip.domain.catalog import Found
from photoclip.domain.paths import below, separator_of
from photoclip.domain.query import Arrangement, Filters, Grouping, Order, Section, SectionKind

_DAY_SECONDS = 86_400
_DIGITS = re.compile(r"(\d+)")
_MOST_DIGITS = 18
_FILE_DATE = "strftime('%Y-%m-%dT%H:%M:%S', min(mtime_ns) / 1000000000, 'unixepoch')"
_THROUGH = """
    FROM files JOIN photos ON photos.id = files.photo_id
    WHERE missing_since IS NULL
    AND (?1 IS NULL OR (path >= ?1 AND path < ?2))
    AND (?3 IS NULL OR photo_id IN (SELECT photo_id FROM album_photos WHERE album_id = ?3))
    AND (?4 = '' OR photo_id IN (SELECT photo_id FROM tags WHERE label = ?4))
    AND (NOT ?5 OR photo_id IN (SELECT photo_id FROM marks WHERE favourite))
    AND (?6 <= 0 OR photo_id IN (SELECT photo_id FROM marks WHERE rating >= ?6))
    AND (?7 IS NULL OR added_at >= ?7)
    GROUP BY photo_id
    HAVING (?8 = '' OR date >= ?8) AND (?9 = '' OR substr(date, 1, 10) <= ?9)
    ORDER BY date DESC, photo_id DESC
"""
_BY_DATE = f"SELECT coalesce(taken_at, {_FILE_DATE}) AS date, photo_id {_THROUGH}"
_WITH_FILES = f"SELECT coalesce(taken_at, {_FILE_DATE}) AS date, photo_id, min(path), min(size) {_THROUGH}"
_Row = tuple[Any, ...]
_Key = TypeVar("_Key", str, bytes)


def find(connection: Connection, filters: Filters, arrangement: Arrangement) -> Found:
    """As `domain.catalog.Photos.find`."""
    needs_files = arrangement.order in (Order.NAME, Order.SIZE) or arrangement.grouping is Grouping.FOLDER
    query = _WITH_FILES if needs_files else _BY_DATE
    rows = list(connection.rows(query, _values(filters)))
    _put_in_order(connection, rows, filters, arrangement)
    sections: Sequence[Section] = ()
    if arrangement.grouping is not Grouping.NONE:
        sections = _group(rows, arrangement)
    return Found(np.fromiter((row[1] for row in rows), np.int64, len(rows)), sections)


def _values(filters: Filters) -> tuple[object, ...]:
    low, high = below(filters.folder) if filters.folder else (None, None)
    return (
        low,
        high,
        filters.album,
        filters.label,
        filters.favourite,
        filters.rating,
        time.time() - filters.added_days * _DAY_SECONDS if filters.added_days > 0 else None,
        filters.since,
        filters.until,
    )


def _put_in_order(
    connection: Connection, rows: list[_Row], filters: Filters, arrangement: Arrangement
) -> None:
    """Sort rows that are newest first; where the order says nothing of two, they stay so."""
    match arrangement.order:
        case Order.NAME:
            rows.sort(key=lambda row: natural(_name(row[2])))
        case Order.SIZE:
            rows.sort(key=lambda row: -row[3])
        case Order.RATING:
            ratings = dict(connection.rows("SELECT photo_id, rating FROM marks"))
            rows.sort(key=lambda row: -ratings.get(row[1], 0))
        case Order.ALBUM if filters.album is not None:
            query = "SELECT photo_id FROM album_photos WHERE album_id = ? ORDER BY position, photo_id"
            order = {row[0]: place for place, row in enumerate(connection.rows(query, (filters.album,)))}
            rows.sort(key=lambda row: order[row[1]])
        case Order.RELEVANCE:
            return
    if arrangement.reverse:
        rows.reverse()


def _group(rows: list[_Row], arrangement: Arrangement) -> list[Section]:
    """Bring the groups one after the other, each in the order that the rows have."""
    match arrangement.grouping:
        case Grouping.FOLDER:
            turned = arrangement.reverse and arrangement.order is Order.NAME
            # A sort that is turned around keeps what is equal in its order.
            folders = sorted({_folder(row[2]) for row in rows}, key=_parts)
            places = {folder: place for place, folder in enumerate(folders)}
            rows.sort(key=lambda row: places[_folder(row[2])], reverse=turned)
            return list(_sections(rows, SectionKind.FOLDER, lambda row: _folder(row[2]), paths.display))
        case Grouping.MONTH:
            kind, length = SectionKind.MONTH, 7
        case _:
            kind, length = SectionKind.DAY, 10
    turned = arrangement.reverse and arrangement.order is Order.DATE
    if arrangement.order not in (Order.DATE, Order.RELEVANCE):
        rows.sort(key=lambda row: row[0][:length], reverse=not turned)
    return list(_sections(rows, kind, lambda row: row[0][:length], str))


def _sections(
    rows: Sequence[_Row], kind: SectionKind, key: Callable[[_Row], _Key], shown: Callable[[_Key], str]
) -> Iterator[Section]:
    last: _Key | None = None
    for start, row in enumerate(rows):
        if (now := key(row)) != last:
            yield Section(kind, shown(now), start)
            last = now


def natural(name: str) -> tuple[object, ...]:
    """A key by which IMG_2 comes before img_10: texts and numbers take turns in it."""
    parts = _DIGITS.split(name.casefold())
    return tuple(_number(part) if place % 2 else part for place, part in enumerate(parts))


def _number(digits: str) -> int:
    # Python refuses to read numbers of thousands of digits, of which no camera makes names.
    return int(digits[-_MOST_DIGITS:])


def _name(path: bytes) -> str:
    return os.fsdecode(path.rpartition(separator_of(path))[2])


def _folder(path: bytes) -> bytes:
    above, separator, _ = path.rpartition(separator_of(path))
    return above or separator


def _parts(folder: bytes) -> list[tuple[object, ...]]:
    """A folder's names, so that what is in it comes before its neighbours."""
    return [natural(os.fsdecode(name)) for name in folder.split(separator_of(folder))]
