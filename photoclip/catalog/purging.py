"""Forgetting what is missing, which only a person may ask for."""

from __future__ import annotations

from photoclip.catalog.connection import Connection
from photoclip.domain.catalog import Purged

_ORPHANS = "NOT EXISTS (SELECT 1 FROM files WHERE files.photo_id = photos.id AND files.missing_since IS NULL)"


def purge(connection: Connection, *, forget: bool) -> Purged:
    """As `domain.catalog.Catalog.purge`."""
    with connection.transaction():
        (files,) = connection.one("SELECT count(*) FROM files WHERE missing_since IS NOT NULL")
        orphans = list(connection.rows(f"SELECT id, content_hash FROM photos WHERE {_ORPHANS} ORDER BY id"))
        if forget:
            connection.execute("DELETE FROM files WHERE missing_since IS NOT NULL")
            ids = [(photo_id,) for photo_id, _ in orphans]
            for table in ("vectors", "tags", "marks", "album_photos", "album_decisions"):
                connection.execute_many(f"DELETE FROM {table} WHERE photo_id = ?", ids)
            connection.execute_many("UPDATE albums SET cover = NULL WHERE cover = ?", ids)
            connection.execute_many("DELETE FROM photos WHERE id = ?", ids)
    return Purged(int(files), [content_hash for _, content_hash in orphans])
