"""Which weights have made vectors in this library, and how they ran."""

from __future__ import annotations

import time

from photoclip.catalog.connection import Connection
from photoclip.domain.models import EncoderReport, ModelKey


class Models:
    """Implements `domain.catalog.Models`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def record(self, key: ModelKey, dimensions: int, report: EncoderReport) -> None:
        self._connection.execute(
            "INSERT INTO models (model_id, weights_sha256, dimensions, device, precision, note, used_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (model_id, weights_sha256) DO UPDATE SET "
            "device = excluded.device, precision = excluded.precision, note = excluded.note, "
            "used_at = excluded.used_at",
            (key.model_id, key.weights_sha256, dimensions, *_columns(report), time.time()),
        )

    def forget(self, key: ModelKey) -> None:
        row = self.row(key)
        self._connection.execute("DELETE FROM vectors WHERE model = ?", (row,))
        self._connection.execute("DELETE FROM models WHERE id = ?", (row,))

    def newest(self, model_id: str) -> ModelKey | None:
        row = self._connection.one_or_none(
            "SELECT weights_sha256 FROM models WHERE model_id = ? ORDER BY used_at DESC LIMIT 1", (model_id,)
        )
        return ModelKey(model_id, row[0]) if row else None

    def all(self) -> list[ModelKey]:
        rows = self._connection.rows("SELECT model_id, weights_sha256 FROM models ORDER BY used_at DESC")
        return [ModelKey(*row) for row in rows]

    def row(self, key: ModelKey) -> int | None:
        """The row id of these weights, or None where they made no vector yet."""
        row = self._connection.one_or_none(
            "SELECT id FROM models WHERE model_id = ? AND weights_sha256 = ?",
            (key.model_id, key.weights_sha256),
        )
        return int(row[0]) if row else None

    def dimensions(self, key: ModelKey) -> int:
        (dimensions,) = self._connection.one(
            "SELECT coalesce(max(dimensions), 0) FROM models WHERE model_id = ? AND weights_sha256 = ?",
            (key.model_id, key.weights_sha256),
        )
        return int(dimensions)

    def report(self, key: ModelKey) -> EncoderReport | None:
        row = self._connection.one_or_none(
            "SELECT device, precision, note FROM models WHERE model_id = ? AND weights_sha256 = ?",
            (key.model_id, key.weights_sha256),
        )
        return EncoderReport(*row) if row else None


def _columns(report: EncoderReport) -> tuple[str, str, str]:
    return report.device, report.precision, report.note
