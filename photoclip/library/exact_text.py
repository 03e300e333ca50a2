"""Texts that photos carry, searched for just as they are written."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.catalog import Catalog
from photoclip.domain.folding import folded

Ids = NDArray[np.int64]
_BETWEEN = "\0"
"""Stands between the texts of two photos; no folded text holds it."""


def written(text: str) -> str:
    """A text without what does not tell two spellings apart: case, width of letters, ways of composing."""
    return folded(unicodedata.normalize("NFKC", text)).replace(_BETWEEN, "")


@dataclass(frozen=True, eq=False, slots=True)
class _Texts:
    """The folded texts of all photos in one, and where each one begins in it."""

    version: int
    whole: str
    starts: NDArray[np.int64]
    photo_ids: Ids


class ExactTexts:
    """File names, folders, tags, albums and text metadata of a library, kept until it changes."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._texts: _Texts | None = None

    def carrying(self, text: str) -> Ids:
        """Sorted ids of the photos in one of whose texts this one occurs; none for an empty one."""
        wanted = written(text)
        if not wanted:
            return np.empty(0, np.int64)
        texts = self._current()
        places = _places(texts.whole, wanted)
        found = np.searchsorted(texts.starts, np.array(places, np.int64), side="right") - 1
        return np.unique(texts.photo_ids[found])

    def carrying_all(self, wanted: Sequence[str]) -> Ids:
        """Sorted ids of the photos that carry every one of these texts."""
        found = self.carrying(wanted[0])
        for text in wanted[1:]:
            found = found[np.isin(found, self.carrying(text))]
        return found

    def _current(self) -> _Texts:
        version = self._catalog.version()
        if self._texts is None or self._texts.version != version:
            rows = self._catalog.photos.texts()
            parts = [written(text) for _, text in rows]
            lengths = np.fromiter((len(part) + 1 for part in parts), np.int64, len(parts))
            starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)[:-1]])[: len(parts)]
            ids = np.fromiter((photo_id for photo_id, _ in rows), np.int64, len(rows))
            self._texts = _Texts(version, _BETWEEN.join(parts), starts, ids)
        return self._texts


def _places(whole: str, wanted: str) -> list[int]:
    """One place for each text in which it occurs: what follows in the same text is passed over."""
    places: list[int] = []
    place = whole.find(wanted)
    while place >= 0:
        places.append(place)
        following = whole.find(_BETWEEN, place)
        place = -1 if following < 0 else whole.find(wanted, following)
    return places
