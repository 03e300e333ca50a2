"""Keeping a library current: walk its folders, embed what waits, bring what is derived up to date."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Callable, Iterator, Sequence

from photoclip.domain.models import STARTER_ID, STARTER_TITLE, ModelCard, ModelKey
from photoclip.domain.ports import Catalog, Decoder, Encoder
from photoclip.errors import ModelUnavailable, PhotoclipError
from photoclip.library import relevance
from photoclip.library.events import Indexed, Indexing, LibraryEvent
from photoclip.library.indexing import Indexer, restore_thumbnails
from photoclip.library.pace import Pace
from photoclip.library.reconcile import reconcile
from photoclip.library.workshop import Workshop
from photoclip.settings import Settings


def look_at(
    workshop: Workshop, catalog: Catalog, folders: Sequence[bytes], watch: Callable[[int], None]
) -> Iterator[LibraryEvent]:
    """Walk folders and record what came, changed and went."""
    for folder in folders:
        yield from reconcile(catalog, workshop.scanner, folder, watch)


def is_current(workshop: Workshop, catalog: Catalog, key: ModelKey, *, thorough: bool) -> bool:
    """Whether nothing waits for a model; if `thorough`, also whether all that is derived is sound."""
    if catalog.models.newest(key.model_id) != key or catalog.files.count_pending(key):
        return False
    if not thorough:
        return True
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
    derived = itertools.chain(
        restore_thumbnails(catalog, decoder, workshop.thumbnails),
        workshop.new_indexes().save(key, encoder.dimensions, catalog.vectors.of(key)),
    )
    for _ in derived:
        if last:
            yield last
    relevance.background(encoder, workshop.captions, workshop.backgrounds)
    yield Indexed(catalog.files.coverage(key))


def make_ready(workshop: Workshop, catalog: Catalog, name: str) -> None:
    """Note which model is to take over; at once if the serving one finds nothing anyway."""

    def prepared(now: Settings) -> Settings:
        if name == now.model:
            return dataclasses.replace(now, next_model="")
        if not _searchable(workshop, catalog, now.model):
            return dataclasses.replace(now, model=name, next_model="")
        return dataclasses.replace(now, next_model=name)

    workshop.update_settings(prepared)


def let_serve(workshop: Workshop, catalog: Catalog, name: str) -> bool:
    """Hand the searches over to a model that finds as many photos as the serving one; whether it did.

    One that finds fewer, since a drive is unplugged, has to wait for it.
    """

    def served(now: Settings) -> Settings:
        if name != now.model and _searchable(workshop, catalog, name) < _searchable(
            workshop, catalog, now.model
        ):
            return now
        return dataclasses.replace(
            now, model=name, next_model="" if now.next_model == name else now.next_model
        )

    workshop.update_settings(served)
    return workshop.load_settings().model == name


def serving_card(workshop: Workshop) -> ModelCard:
    """The model that serves searches.

    Raises:
        ModelUnavailable: it is not to be found any more.
    """
    name = workshop.load_settings().model
    try:
        return workshop.models.find(name)
    except PhotoclipError as fault:
        raise ModelUnavailable(
            f"The model {name} of this library is gone; put it back, "
            "or choose another with: photoclip index --model starter."
        ) from fault


def leave_lost_model(workshop: Workshop) -> str:
    """Go back to the starter if the serving model is not to be found any more; a sentence if so, else ""."""
    lost = workshop.load_settings().model
    try:
        workshop.models.find(lost)
    except PhotoclipError:
        workshop.update_settings(lambda now: dataclasses.replace(now, model=STARTER_ID))
        return f"The model {lost} of this library is gone; {STARTER_TITLE} is used instead."
    return ""


def _searchable(workshop: Workshop, catalog: Catalog, name: str) -> int:
    """How many photos a model finds; none if it is not to be found itself."""
    try:
        key = catalog.models.newest(workshop.models.find(name).id)
    except PhotoclipError:
        return 0
    return 0 if key is None else len(catalog.vectors.searchable(key))
