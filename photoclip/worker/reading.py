"""What the window shows beside answers: rows, facts, sources, problems, similar photos."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from photoclip.domain.browsing import PhotoFacts, SelectionFacts
from photoclip.domain.catalog import Catalog
from photoclip.errors import PhotoclipError
from photoclip.library import browsing, wanting
from photoclip.library.workshop import Workshop
from photoclip.worker.messages import (
    Event,
    FactsLoaded,
    GridRow,
    ProblemsLoaded,
    RowsLoaded,
    SimilarLoaded,
    SourcesLoaded,
)
from photoclip.worker.searchers import Searchers


class Reading:
    """Reads and publishes. Belongs to the catalog's thread."""

    def __init__(
        self, workshop: Workshop, catalog: Catalog, searchers: Searchers, publish: Callable[[Event], None]
    ) -> None:
        self._workshop = workshop
        self._catalog = catalog
        self._searchers = searchers
        self._publish = publish

    def rows(self, photo_ids: Sequence[int]) -> None:
        self._publish(RowsLoaded(self._rows(photo_ids)))

    def facts(self, photo_ids: Sequence[int]) -> None:
        found = browsing.facts(self._catalog, self._workshop.gazetteer, photo_ids)
        facts = found if isinstance(found, PhotoFacts) else None
        selection = found if isinstance(found, SelectionFacts) else None
        thumbnail = self._workshop.thumbnails.path(facts.photo.content_hash) if facts else ""
        self._publish(FactsLoaded(photo_ids, facts, selection, thumbnail))

    def sources(self) -> None:
        self._publish(SourcesLoaded(browsing.sources(self._catalog)))

    def problems(self) -> None:
        self._publish(ProblemsLoaded(self._catalog.files.problems()))

    def similar(self, photo_id: int, limit: int) -> None:
        try:
            alike = wanting.alike(self._searchers.current(), photo_id, limit).tolist()
        except PhotoclipError:
            alike = []  # it has no vector yet
        self._publish(SimilarLoaded(photo_id, self._rows(alike)))

    def _rows(self, photo_ids: Sequence[int]) -> list[GridRow]:
        place = self._workshop.thumbnails.path
        return [GridRow(row, place(row.content_hash)) for row in self._catalog.photos.rows(photo_ids)]
