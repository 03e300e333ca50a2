"""The catalog in formats that any other program reads, so that nobody is locked in."""

from __future__ import annotations

import csv
import io
import itertools
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from photoclip.domain.browsing import Tag
from photoclip.domain.catalog import AlbumPlace, Catalog, ExportedFile

FORMATS = ("jsonl", "csv")
COLUMNS = (
    "path",
    "size",
    "modified",
    "missing_since",
    "content_hash",
    "format",
    "width",
    "height",
    "taken_at",
    "added_at",
    "camera",
    "latitude",
    "longitude",
    "caption",
    "rating",
    "favourite",
    "tags",
    "albums",
    "problem",
    "reason",
)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_BATCH = 400
"""Photos whose tags and albums are asked for at once."""
_WAITING = ("waiting", "The content of this file has not been looked at yet.")


@dataclass(frozen=True, slots=True)
class Entry:
    """A photo with all of its files; a file without a photo stands alone, with the reason."""

    files: Sequence[ExportedFile]
    tags: Sequence[Tag] = ()
    albums: Sequence[AlbumPlace] = ()
    rating: int = 0
    favourite: bool = False

    @property
    def is_photo(self) -> bool:
        return self.files[0].photo_id is not None


def entries(catalog: Catalog, *, everything: bool = False) -> Iterator[Entry]:
    """Photos and other files, by the path of the first file and the content hash.

    Those of which every file is missing come only with `everything`. A library
    of any size is read with the memory of a few hundred photos.
    """
    groups = _photo_by_photo(catalog.photos.exported())
    wanted = (group for group in groups if everything or any(f.missing_since is None for f in group))
    while batch := list(itertools.islice(wanted, _BATCH)):
        ids = [group[0].photo_id for group in batch if group[0].photo_id is not None]
        tags, albums = catalog.tags.of_photos(ids), catalog.albums.of_photos(ids)
        marks = catalog.marks.of_photos(ids)
        for group in batch:
            photo_id = group[0].photo_id
            if photo_id is None:
                yield Entry(group)
            else:
                rating, favourite = marks.get(photo_id, (0, False))
                yield Entry(group, tags.get(photo_id, ()), albums.get(photo_id, ()), rating, favourite)


def _photo_by_photo(rows: Iterable[ExportedFile]) -> Iterator[list[ExportedFile]]:
    # Files without a photo are not one photo: each is a group of its own.
    for _, group in itertools.groupby(rows, lambda row: (row.photo_id, row.photo_id is None and row.path)):
        yield list(group)


def lines(found: Iterable[Entry], form: str) -> Iterator[bytes]:
    """The export as UTF-8, a line at a time; `form` is one of `FORMATS`."""
    if form == "csv":
        yield _row(COLUMNS)
        for entry in found:
            yield from (_row(_columns(entry, file)) for file in entry.files)
    else:
        for entry in found:
            # ASCII only, so that names that are no text survive as surrogate escapes.
            yield json.dumps(_object(entry)).encode("ascii") + b"\n"


def _object(entry: Entry) -> dict[str, object]:
    first = entry.files[0]
    files = [
        {
            "path": os.fsdecode(file.path),
            "size": file.size,
            "modified": _modified(file),
            "missing_since": _moment(file.missing_since),
        }
        for file in entry.files
    ]
    if not entry.is_photo:
        problem, reason = _problem(first)
        return {"problem": problem, "reason": reason, "files": files}
    return {
        "content_hash": _hex(first),
        "format": first.format,
        "width": first.width,
        "height": first.height,
        "taken_at": first.taken_at,
        "added_at": _moment(first.added_at),
        "camera": first.camera,
        "latitude": first.latitude,
        "longitude": first.longitude,
        "caption": first.caption,
        "rating": entry.rating,
        "favourite": entry.favourite,
        "files": files,
        "tags": [
            {"label": tag.label, "source": tag.source, "score": tag.score, "made_at": _moment(tag.made_at)}
            for tag in entry.tags
        ],
        "albums": [
            {"name": place.album, "groups": list(place.groups), "position": place.position}
            for place in entry.albums
        ],
    }


def _columns(entry: Entry, file: ExportedFile) -> list[object]:
    return [
        _visible(os.fsdecode(file.path)),
        file.size,
        _modified(file),
        _moment(file.missing_since),
        _hex(file),
        file.format,
        file.width,
        file.height,
        file.taken_at,
        _moment(file.added_at),
        None if file.camera is None else _visible(file.camera),
        file.latitude,
        file.longitude,
        None if file.caption is None else _visible(file.caption),
        entry.rating if entry.is_photo else None,
        int(entry.favourite) if entry.is_photo else None,
        _joined(tag.label for tag in entry.tags),
        _joined(" / ".join((*place.groups, place.album)) for place in entry.albums),
        *_problem(file),
    ]


def _problem(file: ExportedFile) -> tuple[str | None, str | None]:
    waits = file.photo_id is None and file.problem_kind is None
    return _WAITING if waits else (file.problem_kind, file.problem_reason)


def _row(values: Sequence[object]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow(values)
    return text.getvalue().encode("utf-8")


def _joined(names: Iterable[str]) -> str:
    return "; ".join(_visible(name).replace(";", "\\;") for name in dict.fromkeys(names))


def _visible(text: str) -> str:
    r"""One line of text that is UTF-8: what is not goes as `\xff`, a backslash of its own as `\\`."""
    return "".join(c if c.isprintable() and c != "\\" else _escaped(c) for c in text)


def _escaped(character: str) -> str:
    if character == "\\":
        return "\\" if os.sep == "\\" else "\\\\"
    if "\udc80" <= character <= "\udcff":
        return f"\\x{ord(character) - 0xDC00:02x}"
    return character.encode("unicode_escape").decode("ascii")


def _hex(file: ExportedFile) -> str | None:
    return None if file.content_hash is None else file.content_hash.hex()


def _modified(file: ExportedFile) -> str:
    return _iso(file.mtime_ns // 1000)


def _moment(seconds: float | None) -> str | None:
    return None if seconds is None else _iso(round(seconds * 1_000_000))


def _iso(microseconds: int) -> str:
    """ISO 8601 in UTC; times of files go back to 1677 and on to 2262, both of which fit."""
    return (_EPOCH + timedelta(microseconds=microseconds)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
