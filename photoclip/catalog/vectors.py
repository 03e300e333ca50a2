"""Vectors by photo and model, with a checksum each."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from photoclip.catalog.connection import Connection
from photoclip.catalog.models import Models
from photoclip.domain.indexes import VectorKeys, VectorRows
from photoclip.domain.models import ModelKey

_STORED = np.dtype("<f2")
_COLUMNS = "id, photo_id, vector, digest"
_NORM_SLACK = 1e-2
"""Rounding to float16 moves a norm by up to 5e-4; a model that runs in bfloat16 rounds before."""
_PAGE = 500
_LAST = 0x7FFF_FFFF_FFFF_FFFF
_Row = tuple[int, int, bytes, bytes]


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=8).digest()


def _are_units(data: bytes, length: int) -> list[bool]:
    """Which vectors of so many bytes are finite and as long as a unit vector is after rounding to float16."""
    vectors = np.frombuffer(data, dtype=_STORED).reshape(-1, length // _STORED.itemsize).astype(np.float32)
    norms = np.linalg.norm(vectors, axis=1)
    near: list[bool] = (abs(norms - 1.0) < _NORM_SLACK).tolist()  # also false where it is not a number
    return near


class StoredVectors:
    """The vectors of one model. Implements `domain.indexes.StoredVectors`."""

    def __init__(self, connection: Connection, model: int | None, dimensions: int) -> None:
        self._connection = connection
        self._model = model
        self._dimensions = dimensions

    def after(self, row: int, limit: int) -> VectorRows:
        return self._collect(
            self._connection.rows(
                # The + keeps SQLite from sorting all of the model's rows for every page.
                f"SELECT {_COLUMNS} FROM vectors WHERE +model = ? AND id > ? ORDER BY id LIMIT ?",
                (self._model, row, limit),
            )
        )

    def of_photos(self, photo_ids: NDArray[np.int64]) -> VectorRows:
        return self._collect(self._rows_of(photo_ids))

    def keys(self) -> VectorKeys:
        rows = list(
            self._connection.rows(
                "SELECT id, photo_id, digest FROM vectors WHERE model = ? ORDER BY id", (self._model,)
            )
        )
        digests = np.frombuffer(b"".join(row[2] for row in rows), dtype="<i8").astype(np.int64)
        return VectorKeys(
            np.array([row[0] for row in rows], np.int64),
            np.array([row[1] for row in rows], np.int64),
            digests,
        )

    def count(self, last_row: int | None = None) -> int:
        (count,) = self._connection.one(
            "SELECT count(*) FROM vectors WHERE model = ? AND id <= ?",
            (self._model, _LAST if last_row is None else last_row),
        )
        return int(count)

    def _rows_of(self, photo_ids: NDArray[np.int64]) -> Iterator[_Row]:
        yield from self._connection.rows_among(
            f"SELECT {_COLUMNS} FROM vectors WHERE model = ? AND photo_id IN ()",
            photo_ids.tolist(),
            (self._model,),
        )

    def _collect(self, found: Iterable[_Row]) -> VectorRows:
        rows: list[int] = []
        photo_ids: list[int] = []
        data = bytearray()
        length = self._dimensions * _STORED.itemsize
        for row, photo_id, vector, digest in found:
            if len(vector) == length and _digest(vector) == digest:
                rows.append(row)
                photo_ids.append(photo_id)
                data += vector
        vectors = np.frombuffer(bytes(data), dtype=_STORED).reshape(len(rows), self._dimensions)
        return VectorRows(np.array(rows, np.int64), np.array(photo_ids, np.int64), vectors)


class Vectors:
    """Implements `domain.catalog.Vectors`."""

    def __init__(self, connection: Connection, models: Models) -> None:
        self._connection = connection
        self._models = models

    def add(self, photo_id: int, key: ModelKey, vector: NDArray[np.float32]) -> None:
        data = vector.astype(_STORED).tobytes()
        self._connection.execute(
            "INSERT INTO vectors (model, photo_id, vector, digest) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (model, photo_id) DO NOTHING",
            (self._models.row(key), photo_id, data, _digest(data)),
        )

    def has(self, photo_id: int, key: ModelKey) -> bool:
        row = self._connection.one_or_none(
            "SELECT 1 FROM vectors WHERE model = ? AND photo_id = ?", (self._models.row(key), photo_id)
        )
        return row is not None

    def get(self, photo_id: int, key: ModelKey) -> NDArray[np.float32] | None:
        row = self._connection.one_or_none(
            "SELECT vector, digest FROM vectors WHERE model = ? AND photo_id = ?",
            (self._models.row(key), photo_id),
        )
        if row is None or _digest(row[0]) != row[1]:
            return None
        vector: NDArray[np.float32] = np.frombuffer(row[0], dtype=_STORED).astype(np.float32)
        return vector

    def searchable(self, key: ModelKey) -> NDArray[np.int64]:
        rows = self._connection.rows(
            "SELECT photo_id FROM vectors WHERE model = ? AND EXISTS (SELECT 1 FROM files "
            "WHERE files.photo_id = vectors.photo_id AND missing_since IS NULL) ORDER BY photo_id",
            (self._models.row(key),),
        )
        return np.fromiter((row[0] for row in rows), dtype=np.int64)

    def of(self, key: ModelKey) -> StoredVectors:
        return StoredVectors(self._connection, self._models.row(key), self._models.dimensions(key))

    def damaged(self, key: ModelKey) -> list[int]:
        length = self._models.dimensions(key) * _STORED.itemsize
        rows = self._connection.rows(
            "SELECT photo_id, vector, digest FROM vectors WHERE model = ?", (self._models.row(key),)
        )
        found: list[int] = []
        while page := list(itertools.islice(rows, _PAGE)):
            whole = {photo_id: vector for photo_id, vector, _ in page if len(vector) == length}
            units = dict(zip(whole, _are_units(b"".join(whole.values()), length), strict=True))
            found.extend(
                photo_id
                for photo_id, vector, digest in page
                if not units.get(photo_id) or _digest(vector) != digest
            )
        return found

    def drop(self, photo_ids: Sequence[int], key: ModelKey) -> None:
        model = self._models.row(key)
        self._connection.execute_many(
            "DELETE FROM vectors WHERE model = ? AND photo_id = ?",
            ((model, photo_id) for photo_id in photo_ids),
        )
