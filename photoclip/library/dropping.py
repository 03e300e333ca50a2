"""Forgetting what a model has read of a library."""

from __future__ import annotations

from photoclip.domain.catalog import Catalog
from photoclip.errors import BadInput, PhotoclipError
from photoclip.library.workshop import Workshop


def drop_model(workshop: Workshop, catalog: Catalog, name: str) -> int:
    """Forget what a model has read of this library, for good; how many vectors that were.

    The index goes first: should the program die in between, the model is still
    known and can be dropped again, and no file is left that nobody knows.

    Raises:
        BadInput: it serves, is being made ready, or has read nothing.
        StorageFault: the disk refused.
    """
    model_id, title = _named(workshop, name)
    settings = workshop.load_settings()
    if model_id == _named(workshop, settings.model)[0]:
        raise BadInput(f"{title} serves the searches of this library; choose another model first.")
    if settings.next_model and model_id == _named(workshop, settings.next_model)[0]:
        raise BadInput(f"{title} is being made ready; cancel that first.")
    keys = [key for key in catalog.models.all() if key.model_id == model_id]
    if not keys:
        raise BadInput(f"{title} has read no photos of this library; there is nothing to drop.")
    vectors = sum(catalog.vectors.of(key).count() for key in keys)
    for key in keys:
        workshop.new_indexes().drop(key)
    with catalog.transaction():
        for key in keys:
            catalog.models.forget(key)
    return vectors


def _named(workshop: Workshop, name: str) -> tuple[str, str]:
    """The id and title of a model, which may be gone from this machine itself."""
    try:
        card = workshop.models.find(name)
    except PhotoclipError:
        return name, name
    return card.id, card.title
