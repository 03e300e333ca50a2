"""What one model knows of a library: its vectors in sight, its encoder, and what its scores mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from photoclip.domain.catalog import Catalog
from photoclip.domain.indexes import Backgrounds, Indexes
from photoclip.domain.models import ModelCard, ModelKey
from photoclip.domain.pipeline import Encoder
from photoclip.errors import BadInput
from photoclip.library import relevance
from photoclip.library.relevance import Calibration
from photoclip.library.view import Matrix, View

MOST_CHARACTERS = 2000
"""What of a text is given to a model: none reads more than a few hundred words."""


class Searcher:
    """One library under one model. Belongs to the catalog's thread."""

    def __init__(
        self,
        catalog: Catalog,
        indexes: Indexes,
        card: ModelCard,
        encoder: Callable[[], Encoder],
        captions: Sequence[str],
        backgrounds: Backgrounds,
    ) -> None:
        """`encoder` gives the model of `card`, and is called when a question first needs it."""
        self._catalog = catalog
        self._indexes = indexes
        self.card = card
        self._encoder = encoder
        self._captions = captions
        self._backgrounds = backgrounds
        self._view: View | None = None
        self._bank: tuple[ModelKey, Matrix] | None = None
        self._calibration: tuple[View, Calibration] | None = None

    def encoder(self) -> Encoder:
        """The model whose vectors are searched, loaded.

        Raises:
            BadInput: its weights are others than those that made the vectors.
        """
        encoder = self._encoder()
        key = self.key()
        if key is not None and encoder.key != key:
            raise BadInput(
                f"The weights of {self.card.title} have changed since the library was indexed; "
                "index it again to embed the photos with them."
            )
        return encoder

    def texts(self, texts: Sequence[str]) -> Matrix:
        """The unit vectors of words, float32 (n, dimensions)."""
        return self.encoder().encode_texts([as_prompt(text) for text in texts])

    def photo(self, photo_id: int) -> Matrix:
        """The unit vector of a photo of the library, float32 (dimensions,).

        Raises:
            BadInput: that photo has no vector of this model.
        """
        key = self.key()
        vector = self._catalog.vectors.get(photo_id, key) if key else None
        if vector is None:
            raise BadInput("This photo is not searchable yet; wait until it is indexed.")
        return vector / max(float(np.linalg.norm(vector)), 1e-6)

    def has(self, photo_id: int) -> bool:
        """Whether a photo has a vector of this model."""
        key = self.key()
        return key is not None and self._catalog.vectors.has(photo_id, key)

    def key(self) -> ModelKey | None:
        """The weights whose vectors are searched; None where there are no vectors yet."""
        return self._catalog.models.newest(self.card.id)

    def calibration(self, view: View) -> Calibration:
        """What the scores of this library mean."""
        known = self._calibration
        if known is None or known[0] is not view:
            known = self._calibration = (view, Calibration(view.sample(), self.bank(view.key)))
        return known[1]

    def bank(self, key: ModelKey) -> Matrix:
        """The background captions as unit vectors, float32 (n, dimensions)."""
        if self._bank is None or self._bank[0] != key:
            kept = self._backgrounds.get(key, self._captions)
            if kept is None:
                kept = relevance.background(self.encoder(), self._captions, self._backgrounds)
            self._bank = (key, kept)
        return self._bank[1]

    def view(self) -> View | None:
        """The vectors as of now, looked at again when another connection wrote; None if there are none."""
        key = self.key()
        if key is None:
            return None
        version = self._catalog.version()
        view = self._view
        if view is None or (view.key, view.version) != (key, version):
            stored = self._catalog.vectors.of(key)
            index = self._indexes.open(key, self._catalog.models.dimensions(key), stored)
            view = self._view = View(key, version, index, self._catalog.vectors.searchable(key), stored)
        return view if len(view.searchable) else None


def as_prompt(text: str) -> str:
    """Words as the text encoder gets them: spaces tidied, one line, bounded."""
    # What a terminal hands over need not be text; no tokenizer takes the rest.
    return " ".join(text.encode("utf-8", "ignore").decode("utf-8").split())[:MOST_CHARACTERS].rstrip()
