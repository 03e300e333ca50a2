"""Keeping a library current: walk its folders, embed what waits, bring what is derived up to date."""

from __future__ import annotations

import dataclasses
import itertools
import os
from collections.abc import Callable, Collection, Iterator, Sequence

from photoclip import paths
from photoclip.domain.catalog import Catalog, WatchedFolder
from photoclip.domain.models import STARTER_ID, STARTER_TITLE, ModelCard, ModelKey
from photoclip.domain.pipeline import Decoder, Encoder
from photoclip.errors import ModelUnavailable, PhotoclipError
from photoclip.library import relevance
from photoclip.library.events import Indexed, Indexing, LibraryEvent, Moved, Scanned
from photoclip.library.indexing import Indexer
from photoclip.library.pace import Pace
from photoclip.library.places import locate, same_place
from photoclip.library.recognising import recognise
from photoclip.library.reconcile import reconcile
from photoclip.library.thumbnailing import Thumbnailer, Wanted
from photoclip.library.workshop import Workshop
from photoclip.settings import Settings


def look_at(
    workshop: Workshop,
    catalog: Catalog,
    folders: Sequence[WatchedFolder],
    watch: Callable[[int], None],
    accepted: Collection[bytes] = (),
    binned: Collection[bytes] = (),
) -> Iterator[LibraryEvent]:
    """Walk folders and record what came, changed and went.

    In `accepted` folders whatever is missing was removed on purpose, and so
    were the files that photoclip itself has `binned`.
    """
    scanner = workshop.new_scanner()
    for folder in folders:
        place = locate(catalog, workshop.drives, folder)
        if place is None:
            catalog.folders.record_offline(folder.path, True)
            yield Scanned(folder.path, 0, offline=True, another_drive=os.path.isdir(folder.path))
            continue
        if place != folder.path:
            yield Moved(folder.path, place)
        accept = bool({folder.path, place} & set(accepted))
        for event in reconcile(catalog, scanner, place, watch, accept_missing=accept, binned=binned):
            if isinstance(event, Scanned):
                catalog.folders.record_offline(place, event.offline)
            yield event


def add_folder(catalog: Catalog, path: bytes) -> str:
    """Watch a folder from now on; a sentence where that is so already, or takes other folders in, else "".

    Adding a watched folder again says that it is on the right drive.
    """
    known = same_place(catalog, path)
    if known is None:
        before = catalog.folders.all()
        catalog.folders.add(path)
        after = {folder.path for folder in catalog.folders.all()}
        taken_in = [paths.display(folder.path) for folder in before if folder.path not in after]
        if taken_in:
            return f"{', '.join(taken_in)} is watched as a part of {paths.display(path)} from now on."
        return ""
    catalog.folders.record_drive(known, "", b"")
    if os.path.realpath(known) == os.path.realpath(path):
        return ""
    return f"{paths.display(path)} lies in {paths.display(known)}, which is watched already."


def recognise_moved(catalog: Catalog, decoder: Decoder, unknown: set[int]) -> Iterator[LibraryEvent]:
    """Recognise what moved, was copied or touched by its content, without a model.

    Files in `unknown` were hashed before, in vain.
    """
    total = catalog.files.count_recognisable()
    for left in recognise(catalog, decoder, unknown):
        yield Indexing(total - left, total, 0, None, None)


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
    workshop: Workshop,
    catalog: Catalog,
    decoder: Decoder,
    encoder: Encoder,
    pace: Pace,
    wanted: Wanted | None = None,
    *,
    thorough: bool = True,
) -> Iterator[LibraryEvent]:
    """Embed what waits for a model, and restore what was lost or damaged.

    Closing the generator between two events cancels and loses nothing that was
    committed. `wanted` thumbnails are made before anything else. Looking for
    what was lost or damaged takes seconds in a large library; without `thorough`
    it is left out.
    """
    key = encoder.key
    wanted = wanted if wanted is not None else Wanted()
    with catalog.transaction():
        catalog.models.record(key, encoder.dimensions, encoder.report())
        if thorough:
            # Damaged vectors are dropped so that their photos wait again.
            catalog.vectors.drop(catalog.vectors.damaged(key), key)
    last: Indexing | None = None
    for event in Indexer(catalog, decoder, workshop.thumbnails, encoder, pace, wanted).run():
        last = event
        yield event
    derived = itertools.chain(
        _restore_thumbnails(workshop, catalog, decoder, wanted) if thorough else (),
        workshop.new_indexes().save(key, encoder.dimensions, catalog.vectors.of(key)),
    )
    for _ in derived:
        if last:
            yield last
    relevance.background(encoder, workshop.captions, workshop.backgrounds)
    yield Indexed(catalog.files.coverage(key))


def _restore_thumbnails(
    workshop: Workshop, catalog: Catalog, decoder: Decoder, wanted: Wanted
) -> Iterator[int]:
    """Make those that are lost, then let go of those of another size and of what a killed run left."""
    yield from Thumbnailer(catalog, decoder, workshop.thumbnails, wanted).restore()
    workshop.thumbnails.sweep()


def save_indexes(workshop: Workshop, catalog: Catalog) -> None:
    """Bring the index of every model up to date after vectors were forgotten."""
    for key in catalog.models.all():
        for _ in workshop.new_indexes().save(key, catalog.models.dimensions(key), catalog.vectors.of(key)):
            pass


def make_wanted(workshop: Workshop, catalog: Catalog, decoder: Decoder, wanted: Wanted) -> Iterator[int]:
    """Make the thumbnails that somebody is looking at; tells how many were made."""
    return Thumbnailer(catalog, decoder, workshop.thumbnails, wanted).restore_wanted()


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
            f"The model {name} of this library is gone; put it back, or choose another model."
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
