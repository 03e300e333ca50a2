"""What a person changes in a library, and the change that takes each one back."""

from __future__ import annotations

import time

from photoclip.domain.browsing import Tag
from photoclip.domain.catalog import Catalog
from photoclip.domain.changes import (
    AddToAlbum,
    ArrangeAlbum,
    Change,
    DecideInAlbum,
    DeleteAlbum,
    IgnoreProblems,
    MakeAlbum,
    MarkPhotos,
    MoveAlbum,
    RemoveFromAlbum,
    RenameAlbum,
    RestoreAlbums,
    SaveQuery,
    SetCover,
    Several,
    TagPhotos,
)
from photoclip.errors import BadInput
from photoclip.library import album_changes
from photoclip.library.inverses import by_value
from photoclip.library.naming import checked

PERSON = "person"
MOST_STARS = 5


def apply(catalog: Catalog, change: Change) -> Change:
    """Make a change, as a whole or not at all; returns the one that takes it back.

    Photos that no longer exist are left out.

    Raises:
        BadInput: it cannot be; nothing was changed.
    """
    with catalog.transaction():
        return _apply(catalog, change)


def _apply(catalog: Catalog, change: Change) -> Change:
    match change:
        case MarkPhotos():
            return _mark(catalog, change)
        case TagPhotos():
            return _tag(catalog, change)
        case MakeAlbum():
            return album_changes.make(catalog, change)
        case DeleteAlbum():
            return album_changes.delete(catalog, change.album_id)
        case RestoreAlbums():
            return album_changes.restore(catalog, change)
        case RenameAlbum():
            return album_changes.rename(catalog, change)
        case MoveAlbum():
            return album_changes.move(catalog, change)
        case SetCover():
            return album_changes.set_cover(catalog, change)
        case SaveQuery():
            return album_changes.save(catalog, change)
        case AddToAlbum() | RemoveFromAlbum() | ArrangeAlbum():
            return album_changes.put_photos(catalog, change)
        case DecideInAlbum():
            return album_changes.decide(catalog, change)
        case IgnoreProblems():
            changed = catalog.files.ignore(change.file_ids, change.ignored)
            return IgnoreProblems(tuple(changed), not change.ignored)
        case Several():
            return Several(tuple(_apply(catalog, one) for one in change.changes)[::-1])


def _mark(catalog: Catalog, change: MarkPhotos) -> Change:
    if change.rating is not None and not 0 <= change.rating <= MOST_STARS:
        raise BadInput(
            f"A photo can have 0 to {MOST_STARS} stars, not {change.rating}; choose a number of these."
        )
    photo_ids = catalog.photos.known(change.photo_ids)
    before = catalog.marks.of_photos(photo_ids)
    if change.rating is not None:
        catalog.marks.rate(photo_ids, change.rating)
    if change.favourite is not None:
        catalog.marks.favour(photo_ids, change.favourite)

    def former(photo_id: int) -> tuple[int | None, bool | None]:
        rating, favourite = before.get(photo_id, (0, False))
        return (
            None if change.rating is None else rating,
            None if change.favourite is None else favourite,
        )

    return by_value(photo_ids, former, lambda ids, values: MarkPhotos(ids, *values))


def _tag(catalog: Catalog, change: TagPhotos) -> Change:
    # One that goes, or comes back to where it was, need not be one that could be given today.
    fresh_label = change.tagged and change.made_at is None
    label = checked(change.label) if fresh_label else change.label
    photo_ids = catalog.photos.known(change.photo_ids)
    tags = catalog.tags.of_photos(photo_ids)
    made_at = {
        photo_id: tag.made_at
        for photo_id, its in tags.items()
        for tag in its
        if (tag.label, tag.source) == (label, PERSON)
    }
    if not change.tagged:
        catalog.tags.remove(photo_ids, label, PERSON)
        tagged = [photo_id for photo_id in photo_ids if photo_id in made_at]
        return by_value(tagged, made_at.__getitem__, lambda ids, at: TagPhotos(ids, label, made_at=at))
    fresh = [photo_id for photo_id in photo_ids if photo_id not in made_at]
    now = time.time() if change.made_at is None else change.made_at
    for photo_id in fresh:
        catalog.tags.add(photo_id, Tag(label, PERSON, None, now))
    return TagPhotos(tuple(fresh), label, tagged=False)
