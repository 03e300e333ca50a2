"""Many photos whose vectors lie as those of real photos do, and the true answers to queries about them."""

from __future__ import annotations

import hashlib

import numpy as np
from numpy.typing import NDArray

from photoclip.cli.progress import Progress
from photoclip.domain.catalog import Catalog
from photoclip.domain.indexes import StoredVectors
from photoclip.domain.models import EncoderReport, ModelKey
from photoclip.domain.photos import PhotoDetails

_BATCH = 2000
_READ = 4096
_ROUNDING = 1e-5
_PHOTOS_PER_SUBJECT = 50
_CONE = 0.8
"""All photos lean to one side, as those of a CLIP do: two of different subjects have a cosine near 0.4."""
_SUBJECT = 0.8
_OWN = 0.6
_GAP = 0.5
"""How far words lean to another side than photos do (Liang et al., Mind the Gap, 2022)."""


class Subjects:
    """Photos in clusters, and queries about them; the same ones for the same numbers."""

    def __init__(self, photos: int, dimensions: int) -> None:
        self._chance = np.random.default_rng(5)
        self._dimensions = dimensions
        self._centres = self._directions(max(1, photos // _PHOTOS_PER_SUBJECT))
        self._photos_lean, self._words_lean = self._directions(2)

    def photos(self, count: int) -> NDArray[np.float32]:
        """Unit vectors of photos, each of a subject drawn by chance, float32 (count, dimensions)."""
        own = self._directions(count) * _OWN
        return _unit(_CONE * self._photos_lean + self._some(count) * _SUBJECT + own)

    def words(self, count: int) -> NDArray[np.float32]:
        """Unit vectors of texts about subjects, float32 (count, dimensions)."""
        own = self._directions(count) * _OWN
        return _unit(_GAP * self._words_lean + self._some(count) * _SUBJECT + own)

    def _some(self, count: int) -> NDArray[np.float32]:
        return self._centres[self._chance.integers(0, len(self._centres), count)]

    def _directions(self, count: int) -> NDArray[np.float32]:
        return _unit(self._chance.standard_normal((count, self._dimensions), dtype=np.float32))


def fill(
    catalog: Catalog, key: ModelKey, subjects: Subjects, dimensions: int, photos: int, progress: Progress
) -> None:
    """Photos with a vector each, and nothing else."""
    with catalog.transaction():
        catalog.models.record(key, dimensions, EncoderReport("cpu", "float32"))
        for start in range(0, photos, _BATCH):
            progress.show("Making a library", start, photos)
            add(catalog, key, subjects.photos(min(_BATCH, photos - start)), start)


def add(catalog: Catalog, key: ModelKey, vectors: NDArray[np.float32], start: int) -> None:
    """One photo for each vector, numbered from `start`."""
    for number, vector in enumerate(vectors, start):
        content_hash = hashlib.blake2b(number.to_bytes(8, "big"), digest_size=16).digest()
        catalog.vectors.add(
            catalog.photos.add(content_hash, PhotoDetails(4000, 3000, "JPEG", None)), key, vector
        )


class Truth:
    """Every product of some queries with every photo, as the plainest of ways finds them."""

    def __init__(self, stored: StoredVectors, queries: NDArray[np.float32]) -> None:
        photo_ids, products, after = [], [], 0
        while len((rows := stored.after(after, _READ)).rows):
            photo_ids.append(rows.photo_ids)
            products.append(queries @ _unit(rows.vectors.astype(np.float32)).T)
            after = int(rows.rows[-1])
        self.photo_ids = np.concatenate(photo_ids)
        self._products = np.concatenate(products, axis=1)

    def cut_off(self, query: int, wanted: int, allowed: NDArray[np.int64] | None = None) -> float:
        """Half-way between the product of the photo that is in at place `wanted` and that of the next one."""
        descending = -np.sort(-self._of(query, allowed)[1])
        return float(descending[wanted - 1 : wanted + 1].mean())

    def share_of_nearest(self, query: int, scores: NDArray[np.float32], limit: int) -> float:
        """How many of the nearest were found, by their products: equal photos stand in for one another."""
        lowest = -np.sort(-self._products[query])[min(limit, len(self.photo_ids)) - 1]
        return float((scores >= lowest - _ROUNDING).sum() / min(limit, len(self.photo_ids)))

    def share_above(
        self, query: int, found: NDArray[np.int64], lowest: float, allowed: NDArray[np.int64] | None = None
    ) -> float:
        """The share of all photos above a cut-off that was found; what lies below it counts against it."""
        photo_ids, products = self._of(query, allowed)
        right = photo_ids[products >= lowest]
        return float(np.isin(right, found).sum() / max(len(right), len(found), 1))

    def _of(
        self, query: int, allowed: NDArray[np.int64] | None
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        kept = slice(None) if allowed is None else np.isin(self.photo_ids, allowed)
        return self.photo_ids[kept], self._products[query, kept]


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    scaled: NDArray[np.float32] = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return scaled
