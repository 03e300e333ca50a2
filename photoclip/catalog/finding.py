"""Which photos filters let through, in which order and groups."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from photoclip import paths
from photoclip.catalog import conditions
from photoclip.catalog.conditions import FILE_DATE, Clause, Which
from photoclip.catalog.connection import Connection
from photoclip.domain.asked import Dates
from photoclip.domain.paths import below, separator_of
from photoclip.domain.photo_record import Found
from photoclip.domain.query import Arrangement, Filters, Grouping, Order, Section, SectionKind

_DAY_SECONDS = 86_400
_DIGITS = re.compile(r"(\d+)")
_MOST_DIGITS = 18
_THROUGH = "FROM files JOIN photos ON photos.id = files.photo_id WHERE missing_since IS NULL AND"
_BELOW = "path >= ? AND path < ? AND"
_NEWEST_FIRST = "GROUP BY photo_id ORDER BY date DESC, photo_id DESC"
_BY_DATE = f"SELECT coalesce(taken_at, {FILE_DATE}) AS date, photo_id"
_WITH_FILES = f"{_BY_DATE}, min(path), min(size)"
_MOST_STARS = 5
_Row = tuple[Any, ...]
_Key = TypeVar("_Key", str, bytes)


def find(connection: Connection, filters: Filters, arrangement: Arrangement) -> Found:
    """As `domain.catalog.Photos.find`."""
    needs_files = arrangement.order in (Order.NAME, Order.SIZE) or arrangement.grouping is Grouping.FOLDER
    columns = _WITH_FILES if needs_files else _BY_DATE
    place, matching, values = _let_through(connection, filters)
    rows = list(connection.rows(f"{columns} {_THROUGH} {place} {matching} {_NEWEST_FIRST}", values))
    _put_in_order(connection, rows, filters, arrangement)
    sections: Sequence[Section] = ()
    if arrangement.grouping is not Grouping.NONE:
        sections = _group(rows, arrangement)
    return Found(np.fromiter((row[1] for row in rows), np.int64, len(rows)), sections)


def matching(connection: Connection, filters: Filters) -> NDArray[np.int64]:
    """As `domain.photo_record.Photos.matching`."""
    place, matching, values = _let_through(connection, filters)
    rows = connection.rows(
        f"SELECT DISTINCT photo_id FROM files WHERE missing_since IS NULL AND photo_id IS NOT NULL AND "
        f"{place} {matching} ORDER BY photo_id",
        values,
    )
    return np.fromiter((row[0] for row in rows), np.int64)


def _let_through(connection: Connection, filters: Filters) -> tuple[str, str, list[object]]:
    """What has to hold of a file and of its photo, and the values in both."""
    clauses = [*_of_filters(filters), *conditions.clauses(connection, filters.conditions)]
    values: list[object] = [*below(filters.folder)] if filters.folder else []
    values += (value for clause in clauses for value in clause.values)
    return (_BELOW if filters.folder else ""), conditions.all_of(clauses, "photo_id"), values


def _of_filters(filters: Filters) -> Iterator[Clause]:
    if filters.album is not None:
        yield Clause(Which.IN_ALBUM, (filters.album,))
    if filters.label:
        yield Clause(Which.LABELLED, (filters.label,))
    if filters.favourite:
        yield Clause(Which.FAVOURITE)
    if filters.rating > 0:
        yield Clause(Which.RATED, (filters.rating, _MOST_STARS))
    if filters.added_days > 0:
        yield Clause(Which.ADDED_SINCE, (time.time() - filters.added_days * _DAY_SECONDS,))
    if filters.since or filters.until:
        yield conditions.dated(Dates(filters.since, filters.until))


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
