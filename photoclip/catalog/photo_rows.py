"""Photos as a grid shows them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from photoclip.catalog.connection import Connection
from photoclip.catalog.folders import offline_test
from photoclip.domain.photos import PhotoRow

_PHOTOS = """
    SELECT id, content_hash, width, height, taken_at, live, coalesce(rating, 0), coalesce(favourite, 0)
    FROM photos LEFT JOIN marks ON marks.photo_id = photos.id WHERE id IN ()
"""
_FILES = """
    SELECT photo_id, path, CASE WHEN ignored THEN '' ELSE coalesce(problem_reason, '') END
    FROM files WHERE missing_since IS NULL AND photo_id IN () ORDER BY path
"""
_VIDEOS = (b".mov", b".mp4")
_File = tuple[bytes, str]


def shown(connection: Connection, photo_ids: Sequence[int]) -> list[PhotoRow]:
    """As `domain.catalog.Photos.rows`."""
    wanted = [int(photo_id) for photo_id in photo_ids]
    is_offline = offline_test(connection)
    files: dict[int, list[_File]] = {}
    for photo_id, path, problem in connection.rows_among(_FILES, wanted):
        files.setdefault(photo_id, []).append((path, problem))
    found = {}
    for photo_id, content_hash, width, height, taken_at, live, rating, favourite in connection.rows_among(
        _PHOTOS, wanted
    ):
        if photo_id not in files:
            continue
        path, problem = _best(files[photo_id], is_offline)
        found[photo_id] = PhotoRow(
            photo_id,
            content_hash,
            path,
            width,
            height,
            taken_at,
            rating,
            bool(favourite),
            bool(live) and not any(_has_video(connection, path) for path, _ in files[photo_id]),
            is_offline(path),
            problem,
        )
    return [found[photo_id] for photo_id in wanted if photo_id in found]


def _best(files: Sequence[_File], is_offline: Callable[[bytes], bool]) -> _File:
    """The file to show: one that is there rather than away, one that can be read rather than not."""
    return min(files, key=lambda file: (is_offline(file[0]), bool(file[1])))


def _has_video(connection: Connection, path: bytes) -> bool:
    """Whether a video of the same name is beside a photo."""
    stem, dot, ending = path.rpartition(b".")
    if not dot or b"/" in ending or b"\\" in ending:
        stem = path
    beside = connection.rows(
        "SELECT path FROM files WHERE path >= ? AND path < ? AND missing_since IS NULL",
        (stem + b".", stem + b"/"),
    )
    return any(path[len(stem) :].lower() in _VIDEOS for (path,) in beside)
