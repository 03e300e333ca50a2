"""Photos that carry what was typed, word for word: they come before all that only match in meaning."""

from __future__ import annotations

import re

import numpy as np

from photoclip.domain.asked import Asked
from photoclip.domain.catalog import Catalog
from photoclip.domain.changes import AlbumKind
from photoclip.domain.folding import folded
from photoclip.domain.query import Filters
from photoclip.library.exact_text import ExactTexts
from photoclip.library.kept import Ids, Kept

_FILE_NAME = re.compile(r"\S+\.[A-Za-z0-9]{2,5}")


class Written:
    """Belongs to the catalog's thread."""

    def __init__(self, catalog: Catalog, kept: Kept, texts: ExactTexts) -> None:
        self._catalog = catalog
        self._kept = kept
        self._texts = texts
        self._names: tuple[int, dict[str, list[Filters]]] | None = None

    def ids(self, asked: Asked, allowed: Ids | None) -> Ids | None:
        """Sorted ids of the photos that carry every quoted text; None where nothing of the kind is asked for.

        Without quotes, words that are the name of a tag, an album by hand or a
        file, all of them, ask for it too.
        """
        quoted = [exact.text for exact in asked.exact if not exact.excluded]
        found = self._texts.carrying_all(quoted) if quoted else self._called(asked)
        if found is None or allowed is None:
            return found
        return found[np.isin(found, allowed)]

    def _called(self, asked: Asked) -> Ids | None:
        if len(asked.meanings) != 1 or asked.shifts or asked.likenesses:
            return None
        name = asked.meanings[0]
        found = [self._kept.find_sorted(filters) for filters in self._current().get(folded(name), ())]
        if _FILE_NAME.fullmatch(name):
            found.append(self._texts.carrying(name))
        ids = np.unique(np.concatenate(found)) if found else np.empty(0, np.int64)
        return ids if len(ids) else None

    def _current(self) -> dict[str, list[Filters]]:
        """How the photos of each tag and album are found, by the name as it is compared."""
        version = self._catalog.version()
        if self._names is None or self._names[0] != version:
            names: dict[str, list[Filters]] = {}
            for label in self._catalog.tags.labels():
                names.setdefault(folded(label.label), []).append(Filters(label=label.label))
            for album in self._catalog.albums.all():
                if album.kind is AlbumKind.HAND:
                    names.setdefault(folded(album.name), []).append(Filters(album=album.album_id))
            self._names = (version, names)
        return self._names[1]
