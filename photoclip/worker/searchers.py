"""The searcher of whichever model is asked: the one that serves now, or another beside it."""

from __future__ import annotations

from photoclip.domain.catalog import Catalog
from photoclip.domain.pipeline import Encoder
from photoclip.errors import BadInput
from photoclip.library import keeping
from photoclip.library.searching import Searcher
from photoclip.library.workshop import Workshop

_MOST_KEPT = 2
"""Each holds a model's vectors in memory: the serving one's, and those of one that it is compared with."""


class Searchers:
    """Makes searchers when they are first asked, and keeps the last two. Belongs to the catalog's thread."""

    def __init__(self, workshop: Workshop, catalog: Catalog) -> None:
        self._workshop = workshop
        self._catalog = catalog
        self._made: dict[str, Searcher] = {}

    def current(self) -> Searcher:
        """The searcher of the serving model, which is loaded when a question first needs it."""
        return self.of("")

    def of(self, model_id: str) -> Searcher:
        """The searcher of a model that has read photos of this library, "" for the serving one.

        Raises:
            BadInput: it has read none.
        """
        name = model_id or self._workshop.load_settings().model
        searcher = self._made.pop(name, None)
        if searcher is None:
            searcher = self._make(name, model_id)
        elif model_id and searcher.key() is None:
            raise BadInput(_not_ready(searcher.card.title))
        self._made[name] = searcher
        if len(self._made) > _MOST_KEPT:
            del self._made[next(iter(self._made))]
        return searcher

    def _make(self, name: str, model_id: str) -> Searcher:
        shop = self._workshop
        card = shop.models.find(name) if model_id else keeping.serving_card(shop)
        if model_id and self._catalog.models.newest(card.id) is None:
            raise BadInput(_not_ready(card.title))
        return Searcher(
            self._catalog,
            shop.new_indexes(),
            card,
            lambda: self.encoder(name),
            shop.captions,
            shop.backgrounds,
        )

    def encoder(self, name: str) -> Encoder:
        """A model on the device that is set now."""
        device = self._workshop.load_settings().device
        return self._workshop.models.encoder(name, device, lambda done, total: None)


def _not_ready(title: str) -> str:
    return f"{title} has not read the photos of this library; choose it as the model first."
