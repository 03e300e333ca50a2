"""The searcher of whichever model serves now."""

from __future__ import annotations

from photoclip.domain.catalog import Catalog
from photoclip.domain.pipeline import Encoder
from photoclip.library import keeping
from photoclip.library.searching import Searcher
from photoclip.library.workshop import Workshop


class Searchers:
    """Makes a searcher anew when another model takes over. Belongs to the catalog's thread."""

    def __init__(self, workshop: Workshop, catalog: Catalog) -> None:
        self._workshop = workshop
        self._catalog = catalog
        self._made: tuple[str, Searcher] | None = None

    def current(self) -> Searcher:
        """The searcher of the serving model, which is loaded when a question first needs it."""
        shop = self._workshop
        name = shop.load_settings().model
        if self._made is None or self._made[0] != name:
            searcher = Searcher(
                self._catalog,
                shop.new_indexes(),
                keeping.serving_card(shop),
                lambda: self.encoder(name),
                shop.captions,
                shop.backgrounds,
            )
            self._made = (name, searcher)
        return self._made[1]

    def encoder(self, name: str) -> Encoder:
        """A model on the device that is set now."""
        device = self._workshop.load_settings().device
        return self._workshop.models.encoder(name, device, lambda done, total: None)
