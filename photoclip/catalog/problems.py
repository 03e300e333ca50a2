"""Files that are not searchable for a reason of their own, and what a person says to that."""

from __future__ import annotations

from collections.abc import Sequence

from photoclip.catalog.connection import Connection
from photoclip.domain.browsing import ProblemFile
from photoclip.domain.photos import ProblemKind

_UNTRIED = "problem_kind = NULL, problem_reason = NULL"


def all_in_sight(connection: Connection) -> list[ProblemFile]:
    """As `domain.catalog.Files.problems`."""
    rows = connection.rows(
        "SELECT id, path, size, problem_kind, problem_reason, ignored FROM files "
        "WHERE missing_since IS NULL AND problem_kind IS NOT NULL ORDER BY path"
    )
    return [
        ProblemFile(file_id, path, size, ProblemKind(kind), reason, bool(ignored))
        for file_id, path, size, kind, reason, ignored in rows
    ]


def ignore(connection: Connection, file_ids: Sequence[int], ignored: bool) -> list[int]:
    """As `domain.catalog.Files.ignore`."""
    query = "SELECT id FROM files WHERE ignored <> ?1 AND (NOT ?1 OR problem_kind IS NOT NULL) AND id IN ()"
    changed = [row[0] for row in connection.rows_among(query, file_ids, (ignored,))]
    with connection.transaction():
        connection.execute_many(
            "UPDATE files SET ignored = ? WHERE id = ?", ((ignored, file_id) for file_id in changed)
        )
    return changed


def retry(connection: Connection, file_ids: Sequence[int] | None) -> None:
    """As `domain.catalog.Files.retry`."""
    if file_ids is None:
        connection.execute(f"UPDATE files SET {_UNTRIED} WHERE problem_kind IS NOT NULL")
        return
    with connection.transaction():
        connection.execute_many(
            f"UPDATE files SET {_UNTRIED} WHERE id = ?", ((file_id,) for file_id in file_ids)
        )
