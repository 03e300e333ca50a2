"""Keeping a library current: walk its folders, embed what waits, bring what is derived up to date."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence

from photoclip.domain.models import ModelKey
from photoclip.domain.ports import Catalog, Decoder, Encoder
from photoclip.library import relevance
from photoclip.library.events import Indexed, Indexing, LibraryEvent
from photoclip.library.indexing import Indexer, restore_thumbnails
from photoclip.library.pace import Pace
from photoclip.library.reconcile import reconcile
from photoclip.library.workshop import Workshop


def look_at(
    workshop: Workshop, catalog: Catalog, folders: Sequence[bytes], watch: Callable[[int], None]
) -> Iterator[LibraryEvent]:
    """Walk folders and record what came, changed and went."""
    for folder in folders:
        yield from reconcile(catalog, workshop.scanner, folder, watch)


def is_current(workshop: Workshop, catalog: Catalog, key: ModelKey) -> bool:
    """Whether nothing waits for a model and all that is derived from its vectors is sound."""
    if catalog.models.newest(key.model_id) != key or catalog.files.count_pending(key):
        return False
    dimensions = catalog.models.dimensions(key)
    if catalog.vectors.damaged(key) or workshop.new_indexes().faults(
        key, dimensions, catalog.vectors.of(key)
    ):
        return False
    return all(workshop.thumbnails.has(content_hash) for content_hash, _ in catalog.photos.places())


def make_current(
    workshop: Workshop, catalog: Catalog, decoder: Decoder, encoder: Encoder, pace: Pace
) -> Iterator[LibraryEvent]:
    """Embed what waits for a model, and restore what was lost or damaged.

    Closing the generator between two events cancels and loses nothing that was
    committed.
    """
    key = encoder.key
    with catalog.transaction():
        catalog.models.record(key, encoder.dimensions, encoder.report())
        # Damaged vectors are dropped so that their photos wait again.
        catalog.vectors.drop(catalog.vectors.damaged(key), key)
    last: Indexing | None = None
    for event in Indexer(catalog, decoder, workshop.thumbnails, encoder, pace).run():
        last = event
        yield event
    for _ in restore_thumbnails(catalog, decoder, workshop.thumbnails):
        if last:
            yield last
    workshop.new_indexes().save(key, encoder.dimensions, catalog.vectors.of(key))
    relevance.background(encoder, workshop.captions, workshop.backgrounds)
    yield Indexed(catalog.files.coverage(key))


def make_ready(workshop: Workshop, catalog: Catalog, name: str) -> None:
    """Note which model is to take over; at once if the serving one finds nothing anyway."""
    settings = workshop.load_settings()
    if name == settings.model:
        upcoming = dataclasses.replace(settings, next_model="")
    elif _serves_nothing(workshop, catalog, settings.model):
        upcoming = dataclasses.replace(settings, model=name, next_model="")
    else:
        upcoming = dataclasses.replace(settings, next_model=name)
    if upcoming != settings:
        workshop.save_settings(upcoming)


def let_serve(workshop: Workshop, name: str) -> None:
    """Hand the searches over to a model that is complete."""
    settings = workshop.load_settings()
    upcoming = "" if settings.next_model == name else settings.next_model
    served = dataclasses.replace(settings, model=name, next_model=upcoming)
    if served != settings:
        workshop.save_settings(served)


def _serves_nothing(workshop: Workshop, catalog: Catalog, name: str) -> bool:
    key = catalog.models.newest(workshop.models.find(name).id)
    return key is None or not catalog.files.coverage(key).searchable
