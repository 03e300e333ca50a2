"""Photos by content, and the rows that a grid shows."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from photoclip.catalog import finding, photo_rows, selection, texts
from photoclip.catalog.connection import Connection
from photoclip.domain.browsing import SelectionFacts
from photoclip.domain.photo_record import ExportedFile, Found, KnownNames, Shots
from photoclip.domain.photos import PhotoDetails, PhotoRow
from photoclip.domain.query import Arrangement, Filters

DETAILS_VERSION = 2
"""Raised when a decode tells more of a photo than before, or tells it better."""
_LAST = 0x7FFF_FFFF_FFFF_FFFF
_DETAILS = (
    "width, height, format, taken_at, camera, lens, latitude, longitude, exposure, f_number, iso, "
    "focal_length, live, caption"
)
_GIVEN = "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15"
_SHOTS = """
    SELECT photos.id, CAST(strftime('%s', taken_at) AS INTEGER) AS second,
        coalesce(favourite, 0), coalesce(rating, 0), coalesce(sharpness, 0.0)
    FROM photos LEFT JOIN marks ON marks.photo_id = photos.id
    WHERE second IS NOT NULL AND EXISTS (
        SELECT 1 FROM files WHERE files.photo_id = photos.id AND missing_since IS NULL)
    ORDER BY second, photos.id
"""
_CARRIED = (
    "INSERT OR IGNORE INTO tags (photo_id, label, source, score, made_at) "
    "SELECT ?, label, source, score, made_at FROM tags WHERE photo_id = ? AND source = 'person'",
    "INSERT OR IGNORE INTO marks (photo_id, rating, favourite) "
    "SELECT ?, rating, favourite FROM marks WHERE photo_id = ?",
    "INSERT OR IGNORE INTO album_photos (album_id, photo_id, position) "
    "SELECT album_id, ?, position FROM album_photos WHERE photo_id = ?",
    "INSERT OR IGNORE INTO album_decisions (album_id, photo_id, keep) "
    "SELECT album_id, ?, keep FROM album_decisions WHERE photo_id = ?",
    "UPDATE albums SET cover = ? WHERE cover = ?",
)
"""What persons said of a photo goes to the one that was made from it: new id, old id."""

_NEWEST_FIRST = """
    coalesce(taken_at, strftime('%Y-%m-%dT%H:%M:%S', min(mtime_ns) / 1000000000, 'unixepoch')) DESC,
    photos.id DESC
"""


class Photos:
    """Implements `domain.catalog.Photos`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, content_hash: bytes, details: PhotoDetails) -> int:
        known = self.id_of(content_hash)
        if known is not None:
            # The same content tells the same, unless what was recorded was damaged and mended.
            self.describe(known, details)
            self._connection.execute(
                "UPDATE photos SET added_at = ? WHERE id = ? AND added_at <= 0", (time.time(), known)
            )
            return known
        cursor = self._connection.execute(
            f"INSERT INTO photos (content_hash, added_at, described, {_DETAILS}, sharpness) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (content_hash, time.time(), DETAILS_VERSION, *_values(details), details.sharpness),
        )
        assert cursor.lastrowid is not None  # noqa: S101 - an INSERT has just set it
        return cursor.lastrowid

    def describe(self, photo_id: int, details: PhotoDetails) -> None:
        self._connection.execute(
            f"UPDATE photos SET ({_DETAILS}, described) = ({_GIVEN}), sharpness = coalesce(?16, sharpness) "
            f"WHERE id = ?17 AND (({_DETAILS}, described) IS NOT ({_GIVEN}) "
            "OR sharpness IS NOT coalesce(?16, sharpness))",
            (*_values(details), DETAILS_VERSION, details.sharpness, photo_id),
        )

    def details(self, photo_id: int) -> PhotoDetails | None:
        row = self._connection.one_or_none(
            f"SELECT {_DETAILS}, sharpness FROM photos WHERE id = ?", (photo_id,)
        )
        if row is None:
            return None
        told = PhotoDetails(*row)
        return replace(told, live=bool(told.live))

    def undescribed(self, before: int | None, limit: int) -> list[tuple[int, bytes]]:
        rows = self._connection.rows(
            "SELECT photos.id, min(path) FROM photos JOIN files ON files.photo_id = photos.id "
            "WHERE missing_since IS NULL AND described < ? AND photos.id < ? "
            "GROUP BY photos.id ORDER BY photos.id DESC LIMIT ?",
            (DETAILS_VERSION, _LAST if before is None else before, limit),
        )
        return [(photo_id, path) for photo_id, path in rows]

    def count_undescribed(self) -> int:
        (count,) = self._connection.one(
            "SELECT count(DISTINCT photos.id) FROM photos JOIN files ON files.photo_id = photos.id "
            "WHERE missing_since IS NULL AND described < ?",
            (DETAILS_VERSION,),
        )
        return int(count)

    def known(self, photo_ids: Sequence[int]) -> list[int]:
        query = "SELECT id FROM photos WHERE id IN ()"
        there = {row[0] for row in self._connection.rows_among(query, photo_ids)}
        return [photo_id for photo_id in dict.fromkeys(photo_ids) if photo_id in there]

    def id_of(self, content_hash: bytes) -> int | None:
        row = self._connection.one_or_none("SELECT id FROM photos WHERE content_hash = ?", (content_hash,))
        return int(row[0]) if row else None

    def find(self, filters: Filters, arrangement: Arrangement) -> Found:
        return finding.find(self._connection, filters, arrangement)

    def matching(self, filters: Filters) -> NDArray[np.int64]:
        return finding.matching(self._connection, filters)

    def texts(self) -> list[tuple[int, str]]:
        return texts.of_photos(self._connection)

    def names(self) -> KnownNames:
        return texts.known(self._connection)

    def rows(self, photo_ids: Sequence[int]) -> list[PhotoRow]:
        return photo_rows.shown(self._connection, photo_ids)

    def together(self, photo_ids: Sequence[int]) -> SelectionFacts:
        return selection.together(self._connection, photo_ids)

    def in_sight(self) -> NDArray[np.int64]:
        return self.find(Filters(), Arrangement()).photo_ids

    def shots(self) -> Shots:
        rows = list(self._connection.rows(_SHOTS))
        seconds = np.array([row[1] for row in rows], np.int64)
        # Favourites before all others, then a star before any sharpness.
        merit = np.array([10 * row[2] + row[3] + _below_one(row[4]) for row in rows], np.float32)
        return Shots(np.array([row[0] for row in rows], np.int64), seconds, merit)

    def in_many_places(self) -> NDArray[np.int64]:
        rows = self._connection.rows(
            "SELECT photo_id FROM files WHERE missing_since IS NULL AND photo_id IS NOT NULL "
            "GROUP BY photo_id HAVING count(*) > 1 ORDER BY photo_id"
        )
        return np.fromiter((row[0] for row in rows), dtype=np.int64)

    def places(self) -> Iterator[tuple[bytes, bytes]]:
        yield from self._connection.rows(
            "SELECT content_hash, min(path) FROM photos JOIN files ON files.photo_id = photos.id "
            f"WHERE missing_since IS NULL GROUP BY photos.id ORDER BY {_NEWEST_FIRST}"
        )

    def taken_at(self, photo_id: int) -> str | None:
        row = self._connection.one_or_none("SELECT taken_at FROM photos WHERE id = ?", (photo_id,))
        return row[0] if row else None

    def carry_over(self, old: int, new: int) -> None:
        with self._connection.transaction():
            for statement in _CARRIED:
                self._connection.execute(statement, (new, old))

    def exported(self) -> Iterator[ExportedFile]:
        rows = self._connection.rows(
            "WITH first AS (SELECT photo_id, coalesce(min(CASE WHEN missing_since IS NULL THEN path END), "
            "min(path)) AS path FROM files WHERE photo_id IS NOT NULL GROUP BY photo_id) "
            "SELECT files.path, files.size, files.mtime_ns, files.missing_since, problem_kind, "
            "problem_reason, photos.id, content_hash, width, height, format, taken_at, added_at, "
            "camera, latitude, longitude, caption FROM files LEFT JOIN photos ON photos.id = files.photo_id "
            "LEFT JOIN first ON first.photo_id = files.photo_id "
            "ORDER BY coalesce(first.path, files.path), content_hash, files.path"
        )
        for row in rows:
            yield ExportedFile(*row)


def _values(details: PhotoDetails) -> tuple[object, ...]:
    """In the order of `_DETAILS`."""
    return (
        details.width,
        details.height,
        details.format,
        details.taken_at,
        details.camera,
        details.lens,
        details.latitude,
        details.longitude,
        details.exposure,
        details.f_number,
        details.iso,
        details.focal_length,
        details.live,
        details.caption,
    )


def _below_one(sharpness: float) -> float:
    """A variance as a number below one that rises with it."""
    return max(sharpness, 0.0) / (max(sharpness, 0.0) + 1000)
