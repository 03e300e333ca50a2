"""Albums: photos that a person put together, saved queries, and groups of both."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from photoclip.catalog import saved_query
from photoclip.catalog.connection import Connection
from photoclip.domain.browsing import AlbumInfo
from photoclip.domain.catalog import AlbumPlace
from photoclip.domain.changes import AlbumKind, AlbumRecord
from photoclip.domain.folding import folded
from photoclip.domain.query import Arrangement, Query
from photoclip.errors import BadInput

_ALL = """
    WITH shown AS (
        SELECT album_id, photo_id, position FROM album_photos WHERE EXISTS (
            SELECT 1 FROM files WHERE files.photo_id = album_photos.photo_id AND missing_since IS NULL))
    SELECT id, name, kind, parent, query,
        (SELECT count(*) FROM shown WHERE album_id = albums.id),
        CASE WHEN EXISTS (SELECT 1 FROM files WHERE files.photo_id = cover AND missing_since IS NULL)
            AND (kind <> 'hand' OR EXISTS (
                SELECT 1 FROM album_photos WHERE album_id = albums.id AND photo_id = cover))
        THEN cover
        ELSE (SELECT photo_id FROM shown WHERE album_id = albums.id ORDER BY position, photo_id LIMIT 1) END
    FROM albums ORDER BY position, id
"""
_PATHS = """
    WITH RECURSIVE above (album_id, parent, depth) AS (
        SELECT id, parent, 0 FROM albums
        UNION ALL
        SELECT above.album_id, albums.parent, depth + 1 FROM above JOIN albums ON albums.id = above.parent
        WHERE depth < ?)
    SELECT above.album_id, albums.name FROM above JOIN albums ON albums.id = above.parent ORDER BY depth DESC
"""
_DEEPEST = 100


class Albums:
    """Implements `domain.catalog.Albums`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[AlbumInfo]:
        inside: dict[int | None, list[AlbumInfo]] = {}
        for album_id, name, kind, parent, query, photos, cover in self._connection.rows(_ALL):
            kind = _kind(kind)
            by_hand = kind is AlbumKind.HAND
            album = AlbumInfo(album_id, name, kind, parent, photos if by_hand else None, cover)
            asked = _asked(query) if kind is AlbumKind.SMART else None
            if asked is not None:
                album = replace(album, query=asked[0], arrangement=asked[1])
            inside.setdefault(parent, []).append(album)
        found, waiting = [], list(reversed(inside.get(None, [])))
        while waiting:
            found.append(waiting.pop())
            waiting += reversed(inside.get(found[-1].album_id, []))
        return found

    def saved(self, album_id: int) -> tuple[Query, Arrangement]:
        row = self._connection.one_or_none(
            "SELECT query FROM albums WHERE id = ? AND kind = ?", (album_id, AlbumKind.SMART)
        )
        if row is None:
            raise BadInput("This smart album is not there any more; choose another one.")
        return saved_query.loads(row[0])

    def decisions(self, album_id: int) -> dict[int, bool]:
        rows = self._connection.rows(
            "SELECT photo_id, keep FROM album_decisions WHERE album_id = ? ORDER BY photo_id", (album_id,)
        )
        return {photo_id: bool(keep) for photo_id, keep in rows}

    def photos(self, album_id: int) -> list[int]:
        return [photo_id for photo_id, _ in self._positions(album_id)]

    def _positions(self, album_id: int) -> list[tuple[int, int]]:
        rows = self._connection.rows(
            "SELECT photo_id, position FROM album_photos WHERE album_id = ? ORDER BY position, photo_id",
            (album_id,),
        )
        return [(photo_id, position) for photo_id, position in rows]

    def record(self, album_id: int) -> AlbumRecord | None:
        row = self._connection.one_or_none(
            "SELECT name, kind, parent, position, created_at, cover, query FROM albums WHERE id = ?",
            (album_id,),
        )
        if row is None:
            return None
        name, kind, parent, position, created_at, cover, query = row
        photos, decisions = tuple(self._positions(album_id)), tuple(self.decisions(album_id).items())
        return AlbumRecord(
            album_id, name, _kind(kind), parent, position, created_at, cover, query, photos, decisions
        )

    def children(self, parent: int | None) -> list[int]:
        rows = self._connection.rows(
            "SELECT id FROM albums WHERE parent IS ? ORDER BY position, id", (parent,)
        )
        return [row[0] for row in rows]

    def smart(self, name: str) -> list[int]:
        wanted = folded(name)
        rows = self._connection.rows(
            "SELECT id, name FROM albums WHERE kind = ? ORDER BY position, id", (AlbumKind.SMART,)
        )
        return [album_id for album_id, called in rows if folded(called) == wanted]

    def named(self, name: str, parent: int | None) -> int | None:
        row = self._connection.one_or_none(
            "SELECT id FROM albums WHERE coalesce(parent, 0) = ? AND name = ?", (parent or 0, name)
        )
        return int(row[0]) if row else None

    def make(
        self,
        name: str,
        kind: AlbumKind,
        parent: int | None,
        asked: tuple[Query, Arrangement] | None = None,
    ) -> int:
        cursor = self._connection.execute(
            "INSERT INTO albums (name, kind, parent, position, created_at, query) VALUES (?1, ?2, ?3, "
            "(SELECT coalesce(max(position), -1) + 1 FROM albums WHERE parent IS ?3), ?4, ?5)",
            (name, kind, parent, time.time(), saved_query.dumps(*asked) if asked else ""),
        )
        assert cursor.lastrowid is not None  # noqa: S101 - an INSERT has just set it
        return cursor.lastrowid

    def put_back(self, record: AlbumRecord) -> None:
        if record.kind is AlbumKind.SMART:
            saved_query.loads(record.query)
        with self._connection.transaction():
            self._connection.execute(
                "INSERT INTO albums (id, name, kind, parent, position, created_at, cover, query) "
                "VALUES (?, ?, ?, ?, ?, ?, (SELECT id FROM photos WHERE id = ?), ?)",
                (
                    record.album_id,
                    record.name,
                    record.kind,
                    record.parent,
                    record.position,
                    record.created_at,
                    record.cover,
                    record.query,
                ),
            )
            self._connection.execute_many(
                "INSERT INTO album_photos (album_id, photo_id, position) "
                "SELECT ?, id, ? FROM photos WHERE id = ?",
                ((record.album_id, position, photo_id) for photo_id, position in record.photos),
            )
            self._connection.execute_many(
                "INSERT INTO album_decisions (album_id, photo_id, keep) "
                "SELECT ?, id, ? FROM photos WHERE id = ?",
                ((record.album_id, keep, photo_id) for photo_id, keep in record.decisions),
            )

    def delete(self, album_id: int) -> None:
        with self._connection.transaction():
            for table in ("album_photos", "album_decisions"):
                self._connection.execute(f"DELETE FROM {table} WHERE album_id = ?", (album_id,))
            self._connection.execute("DELETE FROM albums WHERE id = ?", (album_id,))

    def rename(self, album_id: int, name: str) -> None:
        self._connection.execute("UPDATE albums SET name = ? WHERE id = ?", (name, album_id))

    def place(self, parent: int | None, album_ids: Sequence[int]) -> None:
        self._connection.execute_many(
            "UPDATE albums SET parent = ?1, position = ?2 "
            "WHERE id = ?3 AND (parent, position) IS NOT (?1, ?2)",
            ((parent, position, album_id) for position, album_id in enumerate(album_ids)),
        )

    def set_cover(self, album_id: int, photo_id: int | None) -> None:
        self._connection.execute("UPDATE albums SET cover = ? WHERE id = ?", (photo_id, album_id))

    def save(self, album_id: int, query: Query, arrangement: Arrangement) -> None:
        self._connection.execute(
            "UPDATE albums SET query = ? WHERE id = ?", (saved_query.dumps(query, arrangement), album_id)
        )

    def put_photos(self, album_id: int, photo_ids: Sequence[int]) -> None:
        kept = set(photo_ids)
        gone = [photo_id for photo_id in self.photos(album_id) if photo_id not in kept]
        with self._connection.transaction():
            self._connection.execute_many(
                "DELETE FROM album_photos WHERE album_id = ? AND photo_id = ?",
                ((album_id, photo_id) for photo_id in gone),
            )
            self._connection.execute_many(
                "INSERT INTO album_photos (album_id, photo_id, position) VALUES (?, ?, ?) "
                "ON CONFLICT (album_id, photo_id) DO UPDATE SET position = excluded.position "
                "WHERE position <> excluded.position",
                ((album_id, photo_id, position) for position, photo_id in enumerate(photo_ids, 1)),
            )

    def decide(self, album_id: int, photo_ids: Sequence[int], keep: bool | None) -> None:
        with self._connection.transaction():
            if keep is None:
                self._connection.execute_many(
                    "DELETE FROM album_decisions WHERE album_id = ? AND photo_id = ?",
                    ((album_id, photo_id) for photo_id in photo_ids),
                )
            else:
                self._connection.execute_many(
                    "INSERT INTO album_decisions (album_id, photo_id, keep) VALUES (?, ?, ?) "
                    "ON CONFLICT (album_id, photo_id) DO UPDATE SET keep = excluded.keep",
                    ((album_id, photo_id, keep) for photo_id in photo_ids),
                )

    def add(self, album: str, photo_ids: Sequence[int]) -> None:
        with self._connection.transaction():
            album_id = self.named(album, None)
            if album_id is None:
                album_id = self.make(album, AlbumKind.HAND, None)
            self.put_photos(album_id, list(dict.fromkeys([*self.photos(album_id), *photo_ids])))

    def of_photos(self, photo_ids: Sequence[int]) -> dict[int, list[AlbumPlace]]:
        groups: dict[int, list[str]] = {}
        for album_id, name in self._connection.rows(_PATHS, (_DEEPEST,)):
            groups.setdefault(album_id, []).append(name)
        found: dict[int, list[AlbumPlace]] = {}
        query = (
            "SELECT photo_id, name, album_photos.position, album_id FROM album_photos "
            "JOIN albums ON albums.id = album_photos.album_id WHERE photo_id IN () ORDER BY photo_id, name"
        )
        for photo_id, name, position, album_id in self._connection.rows_among(query, photo_ids):
            place = AlbumPlace(name, position, album_id, tuple(groups.get(album_id, ())))
            found.setdefault(photo_id, []).append(place)
        return found


def _kind(text: str) -> AlbumKind:
    """A damaged one is mended by the next repair, and must not keep the others from being shown."""
    return AlbumKind(text) if text in set(AlbumKind) else AlbumKind.HAND


def _asked(query: str) -> tuple[Query, Arrangement] | None:
    """What a smart album asks for; None where it cannot be read, which is told when it is opened."""
    try:
        return saved_query.loads(query)
    except BadInput:
        return None
