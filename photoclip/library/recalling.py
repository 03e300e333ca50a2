"""How much of the true answer the index of a model gives, in figures and in words."""

from __future__ import annotations

from dataclasses import dataclass

from photoclip.domain.catalog import Catalog
from photoclip.domain.indexes import Recall
from photoclip.domain.models import ModelKey
from photoclip.library.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Measured:
    """The recall of a model's index, asked by some of the photos or by words."""

    model: ModelKey
    recall: Recall
    by_words: bool = False

    def __str__(self) -> str:
        """The beginning of a sentence."""
        recall = self.recall
        above = "" if recall.share_above is None else f" and {recall.share_above:.1%} of all above a cut-off"
        by = "by words" if self.by_words else "by photos"
        return (
            f"The index of {self.model} finds {recall.share:.1%} of the nearest {recall.neighbours} photos"
            f"{above} ({recall.queries} searches {by})"
        )


def measure(workshop: Workshop, catalog: Catalog, key: ModelKey, *, thorough: bool) -> list[Measured]:
    """The recall of an index that is on the disk and sound; nothing where there is none.

    If `thorough`, it is asked by words too, which lie elsewhere than photos do,
    and for all photos above a cut-off.
    """
    vectors, dimensions = catalog.vectors.of(key), catalog.models.dimensions(key)
    indexes = workshop.new_indexes()
    by_photos = indexes.recall(key, dimensions, vectors, above=thorough)
    found = [Measured(key, by_photos)] if by_photos is not None else []
    words = workshop.backgrounds.get(key, workshop.captions) if thorough else None
    if found and words is not None:
        by_words = indexes.recall(key, dimensions, vectors, words, above=True)
        found += [Measured(key, by_words, by_words=True)] if by_words is not None else []
    return found
