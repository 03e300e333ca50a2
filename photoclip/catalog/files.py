"""Files: the places where photos were seen, and what still has to be done for them."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from photoclip.catalog.connection import Connection
from photoclip.catalog.folders import below
from photoclip.domain.models import ModelKey
from photoclip.domain.photos import FoundFile, Problem, ProblemKind
from photoclip.domain.ports import Coverage, KnownFile, PendingFile

_VECTOR_OF_FILE = """
    EXISTS (SELECT 1 FROM vectors JOIN models ON models.id = vectors.model
            WHERE vectors.photo_id = files.photo_id AND models.model_id = ? AND models.weights_sha256 = ?)
"""
_WAITING = f"missing_since IS NULL AND problem_kind IS NULL AND NOT (settled AND {_VECTOR_OF_FILE})"


class Files:
    """Implements `domain.ports.Files`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def known_below(self, folder: bytes) -> dict[bytes, KnownFile]:
        rows = self._connection.rows(
            "SELECT path, id, size, mtime_ns, inode, device, problem_kind, missing_since IS NOT NULL "
            "FROM files WHERE path >= ? AND path < ?",
            below(folder),
        )
        return {
            path: KnownFile(
                file_id, size, mtime, inode, device, ProblemKind(kind) if kind else None, bool(gone)
            )
            for path, file_id, size, mtime, inode, device, kind, gone in rows
        }

    def record_found(self, files: Sequence[FoundFile]) -> None:
        self._connection.execute_many(
            "INSERT INTO files (path, size, mtime_ns, inode, device) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (path) DO UPDATE SET size = excluded.size, mtime_ns = excluded.mtime_ns, "
            "inode = excluded.inode, device = excluded.device, settled = 0, "
            "problem_kind = NULL, problem_reason = NULL, missing_since = NULL",
            ((f.path, f.size, f.mtime_ns, f.inode, f.device) for f in files),
        )

    def record_back(self, file_ids: Sequence[int]) -> None:
        self._connection.execute_many(
            "UPDATE files SET missing_since = NULL WHERE id = ?", ((file_id,) for file_id in file_ids)
        )

    def record_missing(self, file_ids: Sequence[int]) -> None:
        now = time.time()
        self._connection.execute_many(
            "UPDATE files SET missing_since = ? WHERE id = ?", ((now, file_id) for file_id in file_ids)
        )

    def record_problem(self, file_id: int, problem: Problem) -> None:
        self._connection.execute(
            # What cannot be read now is still the photo that it was; what is damaged is not.
            "UPDATE files SET problem_kind = ?1, problem_reason = ?2, "
            "photo_id = CASE WHEN settled OR ?1 = ?3 THEN photo_id END WHERE id = ?4",
            (problem.kind.value, problem.reason, ProblemKind.UNREADABLE.value, file_id),
        )

    def record_unreadable(self, path: bytes, problem: Problem) -> None:
        self._connection.execute(
            "INSERT INTO files (path, size, mtime_ns, inode, device, problem_kind, problem_reason) "
            "VALUES (?, 0, 0, 0, 0, ?, ?) ON CONFLICT (path) DO UPDATE SET "
            "problem_kind = excluded.problem_kind, problem_reason = excluded.problem_reason, "
            "missing_since = NULL",
            (path, problem.kind.value, problem.reason),
        )

    def settle(self, file_id: int, content_hash: bytes) -> int | None:
        row = self._connection.one_or_none("SELECT id FROM photos WHERE content_hash = ?", (content_hash,))
        if row is None:
            return None
        (photo_id,) = row
        self._connection.execute(
            "UPDATE files SET photo_id = ?, settled = 1, problem_kind = NULL, problem_reason = NULL "
            "WHERE id = ?",
            (photo_id, file_id),
        )
        return int(photo_id)

    def pending(self, key: ModelKey, after: int, limit: int) -> list[PendingFile]:
        rows = self._connection.rows(
            "SELECT files.id, files.path, CASE WHEN settled THEN photos.content_hash END, "
            "photo_id IS NOT NULL OR EXISTS (SELECT 1 FROM files AS twin WHERE twin.size = files.size "
            "                                AND twin.mtime_ns = files.mtime_ns AND twin.settled) "
            "FROM files LEFT JOIN photos ON photos.id = files.photo_id "
            f"WHERE {_WAITING} AND files.id > ? ORDER BY files.id LIMIT ?",
            (key.model_id, key.weights_sha256, after, limit),
        )
        return [PendingFile(file_id, path, known, bool(twin)) for file_id, path, known, twin in rows]

    def count_pending(self, key: ModelKey) -> int:
        (count,) = self._connection.one(
            f"SELECT count(*) FROM files WHERE {_WAITING}",
            (key.model_id, key.weights_sha256),
        )
        return int(count)

    def coverage(self, key: ModelKey | None) -> Coverage:
        files, problems = self._connection.one(
            "SELECT count(*), count(problem_kind) FROM files WHERE missing_since IS NULL"
        )
        if key is None:
            return Coverage(files, 0, problems, files - problems)
        waiting = self.count_pending(key)
        return Coverage(files, files - problems - waiting, problems, waiting)

    def not_searchable(self, key: ModelKey | None) -> Iterator[tuple[bytes, str]]:
        model = (key.model_id, key.weights_sha256) if key else ("", "")
        yield from self._connection.rows(
            "SELECT path, coalesce(problem_reason, 'It waits to be indexed.') FROM files "
            "WHERE missing_since IS NULL AND (problem_kind IS NOT NULL "
            f"OR NOT (settled AND {_VECTOR_OF_FILE})) ORDER BY path",
            model,
        )
