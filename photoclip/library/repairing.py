"""Mending a library: what is derived is removed to be made again, what is not is set aside and replaced."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

from photoclip.domain.catalog import Catalog
from photoclip.errors import CatalogDamaged
from photoclip.library.verifying import Progress
from photoclip.library.workshop import Workshop


def mend_settings(workshop: Workshop) -> str:
    """As `domain.safekeeping.Safekeeping.mend_settings`; for whoever opens a library to write to it."""
    return workshop.safekeeping.mend_settings()


def repair(workshop: Workshop, progress: Progress) -> Iterator[str]:
    """Mend what `verify` finds, and tell what was done in a sentence each; nothing when all was sound.

    The photos themselves are never written to. Afterwards the library has to be
    indexed, which makes again what was removed.

    Raises:
        LibraryTooNew, LibraryInUse, StorageFault: it cannot be mended now; what was not told is as it was.
    """
    if done := mend_settings(workshop):
        yield done
    progress("Looking at the backups", 0, 0)
    yield from _set_damaged_backups_aside(workshop)
    progress("Looking at the catalog", 0, 0)
    yield from _mend_catalog(workshop)
    with closing(workshop.open_catalog(True)) as catalog:
        yield from _mend_derived(workshop, catalog, progress)


def _set_damaged_backups_aside(workshop: Workshop) -> Iterator[str]:
    for backup in workshop.safekeeping.backups():
        if workshop.safekeeping.fault(backup):
            place = workshop.safekeeping.set_aside(backup)
            yield f"The backup {backup.name} is damaged; it is in {place} now."


def _mend_catalog(workshop: Workshop) -> Iterator[str]:
    try:
        with closing(workshop.open_catalog(True)) as catalog:
            if not catalog.faults():
                return
            done = catalog.mend_rows()
            if not catalog.faults():
                yield from done
                return
    except CatalogDamaged:
        pass
    yield _replace_catalog(workshop)


def _replace_catalog(workshop: Workshop) -> str:
    for backup in workshop.safekeeping.backups():
        photos = workshop.safekeeping.photos_in(backup)
        place = workshop.safekeeping.restore(backup)
        return (
            f"The catalog was damaged; the backup of {backup.made_at:%Y-%m-%d %H:%M} UTC with {photos:,} "
            "photos is used instead. photoclip index finds again what came since then, but not the tags "
            f"and albums that were made since. The damaged catalog is in {place}."
        )
    place, photos = workshop.safekeeping.salvage()
    saved = (
        f"{photos:,} photos and what belongs to them could be saved from it"
        if photos
        else "nothing in it could be saved"
    )
    return f"The catalog was damaged and there is no backup; {saved}. The damaged catalog is in {place}."


def _mend_derived(workshop: Workshop, catalog: Catalog, progress: Progress) -> Iterator[str]:
    indexes = workshop.new_indexes()
    for key in catalog.models.all():
        progress(f"Looking at the vectors of {key.model_id}", 0, 0)
        if damaged := catalog.vectors.damaged(key):
            with catalog.transaction():
                catalog.vectors.drop(damaged, key)
            yield f"Damaged vectors of {key} removed: {len(damaged):,}; the next index run makes them again."
        if indexes.is_damaged(key, catalog.models.dimensions(key), catalog.vectors.of(key)):
            indexes.drop(key)
            yield f"The index of {key} was damaged and is removed; the next index run makes it again."
    removed = 0
    for number, (content_hash, _) in enumerate(catalog.photos.places()):
        if number % 100 == 0:
            progress("Looking at the thumbnails", number, 0)
        if workshop.thumbnails.has(content_hash) and not workshop.thumbnails.sound(content_hash):
            workshop.thumbnails.drop(content_hash)
            removed += 1
    if removed:
        yield f"Damaged thumbnails removed: {removed:,}; the next index run makes them again."
