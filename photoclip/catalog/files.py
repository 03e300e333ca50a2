"""Files: the places where photos were seen, and what still has to be done for them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from photoclip.catalog import problems
from photoclip.catalog.connection import Connection
from photoclip.catalog.folders import offline_test
from photoclip.domain.browsing import FilePlace, ProblemFile
from photoclip.domain.catalog import Absence, Coverage, PendingFile
from photoclip.domain.models import ModelKey
from photoclip.domain.paths import below
from photoclip.domain.photos import FoundFile, Problem, ProblemKind

_LAST = 0x7FFF_FFFF_FFFF_FFFF
_WHOLE_SECOND = 1_000_000_000

_VECTOR_OF_FILE = """
    EXISTS (SELECT 1 FROM vectors JOIN models ON models.id = vectors.model
            WHERE vectors.photo_id = files.photo_id AND models.model_id = ? AND models.weights_sha256 = ?)
"""
_WAITING = f"missing_since IS NULL AND problem_kind IS NULL AND NOT (settled AND {_VECTOR_OF_FILE})"
_HEARD_OF = "NOT (ignored AND problem_kind IS NOT NULL)"
"""Neither a problem that a person ignores, nor counted as a file where it is one."""
_RECOGNISABLE = """
    missing_since IS NULL AND problem_kind IS NULL AND NOT settled AND (photo_id IS NOT NULL OR EXISTS (
        SELECT 1 FROM files AS twin
        WHERE twin.size = files.size AND twin.mtime_ns = files.mtime_ns AND twin.settled))
"""
_SAME_TO_THE_SYSTEM = """
    UPDATE files SET photo_id = twin.photo_id, settled = 1 FROM files AS twin
    WHERE files.id = ? AND files.photo_id IS NULL
    AND twin.id <> files.id AND twin.settled AND files.inode > 0
    AND twin.size = files.size AND twin.mtime_ns = files.mtime_ns
    AND twin.inode = files.inode AND twin.device = files.device
"""
"""A rename or a hard link, at a place that was never another photo's: what such a one leaves to its
successor is decided by content. Only asked where the time has fractions of a second: file systems
that keep whole ones (FAT) make up their inodes as well."""
_IN_SIGHT_UNSEEN = """
    FROM files WHERE path >= ? AND path < ? AND missing_since IS NULL AND id NOT IN (SELECT id FROM temp.seen)
"""
_VANISHED = """
    id IN (SELECT id FROM temp.gone) AND NOT EXISTS (
        SELECT 1 FROM files AS twin WHERE twin.photo_id = files.photo_id
        AND twin.missing_since IS NULL AND twin.id NOT IN (SELECT id FROM temp.gone))
    AND NOT EXISTS (
        SELECT 1 FROM files AS twin WHERE twin.size = files.size AND twin.mtime_ns = files.mtime_ns
        AND twin.missing_since IS NULL AND twin.id NOT IN (SELECT id FROM temp.gone))
"""
"""Gone, and neither its photo nor a file of its size and time, which it may have become, is in sight."""


@dataclass(frozen=True, slots=True)
class _Known:
    """A file as the catalog remembers it."""

    file_id: int
    size: int
    mtime_ns: int
    inode: int
    problem: str | None
    missing: int

    def differs(self, now: FoundFile) -> bool:
        """Whether its content has to be looked at. Inequality, never "newer": copies carry old times."""
        if self.problem is not None and ProblemKind(self.problem).retried_each_scan:
            return True
        return (self.size, self.mtime_ns, self.inode) != (now.size, now.mtime_ns, now.inode)


class Files:
    """Implements `domain.catalog.Files`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begin_walk(self) -> None:
        # Temporary tables spill to a file of SQLite's own, so a walk needs no memory for what it has seen.
        for table in ("seen", "gone"):
            self._connection.execute(f"CREATE TEMP TABLE IF NOT EXISTS {table} (id INTEGER PRIMARY KEY)")
            self._connection.execute(f"DELETE FROM temp.{table}")

    def record_seen(self, files: Sequence[FoundFile]) -> int:
        fresh: list[FoundFile] = []
        back: list[int] = []
        seen: list[int] = []
        known = self._known([file.path for file in files])
        for file in files:
            before = known.get(file.path)
            if before is None or before.differs(file):
                fresh.append(file)
                continue
            seen.append(before.file_id)
            if before.missing:
                back.append(before.file_id)
        with self._connection.transaction():
            seen += [self._record_fresh(file) for file in fresh]
            self._connection.execute_many(
                "UPDATE files SET missing_since = NULL WHERE id = ?", ((file_id,) for file_id in back)
            )
            self._see(seen)
        return len(fresh)

    def _known(self, paths: Sequence[bytes]) -> dict[bytes, _Known]:
        found: dict[bytes, _Known] = {}
        query = (
            "SELECT path, id, size, mtime_ns, inode, problem_kind, missing_since IS NOT NULL "
            "FROM files WHERE path IN ()"
        )
        for path, *rest in self._connection.rows_among(query, paths):
            found[path] = _Known(*rest)
        return found

    def _record_fresh(self, file: FoundFile) -> int:
        row = self._connection.one(
            "INSERT INTO files (path, size, mtime_ns, inode, device) VALUES (?, ?, ?, ?, ?) "
            # One that is only tried again is the file whose problem a person ignored.
            "ON CONFLICT (path) DO UPDATE SET ignored = ignored AND "
            "(size, mtime_ns, inode) IS (excluded.size, excluded.mtime_ns, excluded.inode), "
            "size = excluded.size, mtime_ns = excluded.mtime_ns, "
            "inode = excluded.inode, device = excluded.device, settled = 0, "
            "problem_kind = NULL, problem_reason = NULL, missing_since = NULL RETURNING id",
            (file.path, file.size, file.mtime_ns, file.inode, file.device),
        )
        file_id = int(row[0])
        if file.mtime_ns % _WHOLE_SECOND:
            self._connection.execute(_SAME_TO_THE_SYSTEM, (file_id,))
        return file_id

    def _see(self, file_ids: Iterable[int]) -> None:
        self._connection.execute_many(
            "INSERT OR IGNORE INTO temp.seen (id) VALUES (?)", ((file_id,) for file_id in file_ids)
        )

    def record_unreadable(self, path: bytes, problem: Problem) -> None:
        row = self._connection.one(
            "INSERT INTO files (path, size, mtime_ns, inode, device, problem_kind, problem_reason) "
            "VALUES (?, 0, 0, 0, 0, ?, ?) ON CONFLICT (path) DO UPDATE SET "
            "problem_kind = excluded.problem_kind, problem_reason = excluded.problem_reason, "
            "missing_since = NULL RETURNING id",
            (path, problem.kind.value, problem.reason),
        )
        self._see([row[0]])

    def keep_below(self, path: bytes) -> None:
        self._connection.execute(
            "INSERT OR IGNORE INTO temp.seen (id) SELECT id FROM files "
            "WHERE path = ? OR (path >= ? AND path < ?)",
            (path, *below(path)),
        )

    def absence(self, folder: bytes, ignored: Callable[[bytes], bool]) -> Absence:
        connection, bounds = self._connection, below(folder)
        connection.execute("DELETE FROM temp.gone")
        connection.execute(f"INSERT INTO temp.gone (id) SELECT id {_IN_SIGHT_UNSEEN}", bounds)
        (total,) = connection.one(
            "SELECT count(*) FROM files WHERE path >= ? AND path < ? AND missing_since IS NULL", bounds
        )
        (gone,) = connection.one("SELECT count(*) FROM temp.gone")
        vanished = 0
        for (path,) in connection.rows(f"SELECT path FROM files WHERE {_VANISHED}"):
            vanished += not ignored(path)
        return Absence(total, gone, vanished)

    def record_absence(self, *, vanished: bool) -> None:
        which = "id IN (SELECT id FROM temp.gone)" + ("" if vanished else f" AND NOT ({_VANISHED})")
        self._connection.execute(f"UPDATE files SET missing_since = ? WHERE {which}", (time.time(),))

    def record_problem(self, file_id: int, problem: Problem) -> None:
        self._connection.execute(
            # What cannot be read now is still the photo that it was; what is damaged is not.
            "UPDATE files SET problem_kind = ?1, problem_reason = ?2, "
            "photo_id = CASE WHEN settled OR ?1 = ?3 THEN photo_id END WHERE id = ?4",
            (problem.kind.value, problem.reason, ProblemKind.UNREADABLE.value, file_id),
        )

    def settle(self, file_id: int, content_hash: bytes) -> int | None:
        row = self._connection.one_or_none("SELECT id FROM photos WHERE content_hash = ?", (content_hash,))
        if row is None:
            return None
        (photo_id,) = row
        self._connection.execute(
            "UPDATE files SET photo_id = ?, settled = 1, problem_kind = NULL, problem_reason = NULL, "
            "ignored = 0 WHERE id = ?",
            (photo_id, file_id),
        )
        return int(photo_id)

    def recognisable(self, before: int | None, limit: int) -> list[PendingFile]:
        rows = self._connection.rows(
            f"SELECT id, path, photo_id FROM files WHERE {_RECOGNISABLE} AND id < ? ORDER BY id DESC LIMIT ?",
            (_LAST if before is None else before, limit),
        )
        return [PendingFile(file_id, path, None, photo_id) for file_id, path, photo_id in rows]

    def pending(self, key: ModelKey, before: int | None, limit: int) -> list[PendingFile]:
        rows = self._connection.rows(
            "SELECT files.id, files.path, CASE WHEN settled THEN photos.content_hash END, photo_id "
            "FROM files LEFT JOIN photos ON photos.id = files.photo_id "
            f"WHERE {_WAITING} AND files.id < ? ORDER BY files.id DESC LIMIT ?",
            (key.model_id, key.weights_sha256, _LAST if before is None else before, limit),
        )
        return [PendingFile(*row) for row in rows]

    def count_recognisable(self) -> int:
        (count,) = self._connection.one(f"SELECT count(*) FROM files WHERE {_RECOGNISABLE}")
        return int(count)

    def count_below(self, folder: bytes) -> int:
        (count,) = self._connection.one(
            "SELECT count(*) FROM files WHERE path >= ? AND path < ? AND missing_since IS NULL", below(folder)
        )
        return int(count)

    def in_sight(self) -> Iterator[tuple[bytes, int, int, bytes | None]]:
        yield from self._connection.rows(
            "SELECT path, size, mtime_ns, CASE WHEN settled THEN content_hash END FROM files "
            "LEFT JOIN photos ON photos.id = files.photo_id WHERE missing_since IS NULL ORDER BY path"
        )

    def count_pending(self, key: ModelKey) -> int:
        (count,) = self._connection.one(
            f"SELECT count(*) FROM files WHERE {_WAITING}",
            (key.model_id, key.weights_sha256),
        )
        return int(count)

    def coverage(self, key: ModelKey | None) -> Coverage:
        files, failed = self._connection.one(
            f"SELECT count(*), count(problem_kind) FROM files WHERE missing_since IS NULL AND {_HEARD_OF}"
        )
        if key is None:
            return Coverage(files, 0, failed, files - failed)
        waiting = self.count_pending(key)
        return Coverage(files, files - failed - waiting, failed, waiting)

    def not_searchable(self, key: ModelKey | None) -> Iterator[tuple[bytes, str]]:
        model = (key.model_id, key.weights_sha256) if key else ("", "")
        yield from self._connection.rows(
            "SELECT path, coalesce(problem_reason, 'It waits to be indexed.') FROM files "
            f"WHERE missing_since IS NULL AND {_HEARD_OF} AND (problem_kind IS NOT NULL "
            f"OR NOT (settled AND {_VECTOR_OF_FILE})) ORDER BY path",
            model,
        )

    def problems(self) -> list[ProblemFile]:
        return problems.all_in_sight(self._connection)

    def ignore(self, file_ids: Sequence[int], ignored: bool) -> list[int]:
        return problems.ignore(self._connection, file_ids, ignored)

    def retry(self, file_ids: Sequence[int] | None) -> None:
        problems.retry(self._connection, file_ids)

    def places_of(self, photo_ids: Sequence[int]) -> dict[int, list[FilePlace]]:
        is_offline = offline_test(self._connection)
        found: dict[int, list[FilePlace]] = {}
        query = (
            "SELECT photo_id, path, size, mtime_ns, coalesce(problem_reason, '') FROM files "
            "WHERE missing_since IS NULL AND photo_id IN () ORDER BY photo_id, path"
        )
        for photo_id, path, size, mtime_ns, problem in self._connection.rows_among(query, photo_ids):
            place = FilePlace(path, size, mtime_ns, is_offline(path), problem)
            found.setdefault(photo_id, []).append(place)
        return found

    def of_photos(self) -> Iterator[tuple[int, bytes]]:
        yield from self._connection.rows(
            "SELECT photo_id, path FROM files WHERE missing_since IS NULL AND photo_id IS NOT NULL "
            "ORDER BY photo_id"
        )
